import zlib

import pytest

from deskrisk.reports.metadata import Packed, stream_of


@pytest.mark.parametrize("content", [b"", b"abc", b"abc\r", b"abc\n", b"abc\r\n"])
def test_a_stream_says_how_long_it_is_and_ends_on_a_line_of_its_own(content: bytes) -> None:
    made = stream_of("/N 3", content)
    assert f"/Length {len(content)} ".encode() in made
    start = made.index(b"stream\n") + len(b"stream\n")
    assert made[start : start + len(content)] == content
    rest = made[start + len(content) :]
    assert rest in (b"\nendstream\n", b"\r\nendstream\n")
    assert not (content.endswith(b"\r") and rest.startswith(b"\n"))


def test_a_page_is_packed() -> None:
    made = Packed(b"q Q " * 100).format(None)
    start = made.index(b"stream\n") + len(b"stream\n")
    assert zlib.decompressobj().decompress(made[start:]) == b"q Q " * 100
    assert b"/FlateDecode" in made
