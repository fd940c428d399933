import re
import zlib

from deskrisk import assets
from deskrisk.reports.metadata import Packed, stream_of


def test_a_stream_says_how_long_it_is_and_ends_on_a_line_of_its_own() -> None:
    made = stream_of("/N 3", b"abc")
    assert made == b"<< /N 3 /Length 3 >>\nstream\nabc\nendstream\n"


def test_what_is_packed_never_ends_like_a_line() -> None:
    for number in range(2000):
        content = f"q {number} Q ".encode() * 3
        made = Packed(content).format(None)
        length = int(re.findall(rb"/Length (\d+)", made)[0])
        packed = made.split(b"stream\n", 1)[1][:length]
        assert packed[-1:] not in (b"\r", b"\n")
        assert zlib.decompress(packed).rstrip() == content.rstrip()


def test_the_profile_of_colours_never_ends_like_a_line() -> None:
    assert assets.path("colour", "srgb.icc").read_bytes()[-1:] not in (b"\r", b"\n")
