import re

import pytest

from deskrisk.domain.texts import SUBSTITUTE
from deskrisk.reports import fonts
from deskrisk.reports.paragraph import Text
from deskrisk.reports.styles import style
from deskrisk.reports.text import Setter, bold, own, shortened, soft
from tests.conftest import ROOT


@pytest.fixture
def setter() -> Setter:
    fonts.register()
    return Setter(soft_ink="#4A4F57")


def plain(paragraph: Text) -> str:
    return "".join(piece.text for piece in paragraph.pieces)


@pytest.mark.parametrize(
    "text", ["if a<b then c", "R&D budget", "<b>bold", '<img src="/etc/hostname"/>', "&amp; &#65;"]
)
def test_text_from_people_is_text(setter: Setter, text: str) -> None:
    assert plain(setter.paragraph(style("body"), text)) == text


def test_voices_have_their_faces(setter: Setter) -> None:
    paragraph = setter.paragraph(style("body"), "a", bold("b"), own("c"), soft("d"))
    faces = [piece.face for piece in paragraph.pieces]
    assert faces == [fonts.REGULAR, fonts.BOLD, fonts.OWN_WORDS, fonts.REGULAR]
    assert paragraph.pieces[3].colour.hexval() == "0x4a4f57"


def test_a_character_is_set_in_the_first_face_that_has_it(setter: Setter) -> None:
    faces = {each.face for each in setter.paragraph(style("body"), "aя🔥ש").pieces}
    assert len(faces) == 3
    assert not setter.losses.missing
    assert setter.losses.right_to_left


def test_what_no_face_has_is_substituted_and_counted(setter: Setter) -> None:
    assert plain(setter.paragraph(style("body"), "遅 延")) == f"{SUBSTITUTE} {SUBSTITUTE}"
    assert setter.losses.missing == 2


def test_what_shows_nothing_is_left_out_and_counted(setter: Setter) -> None:
    assert plain(setter.paragraph(style("body"), "a\u200bb\u202ec")) == "abc"
    assert setter.losses.invisible == 2


def test_measuring_loses_nothing_twice(setter: Setter) -> None:
    setter.width("遅延", fonts.REGULAR, 10)
    assert not setter.losses.missing


def test_a_running_line_fits(setter: Setter) -> None:
    line = shortened(setter, "word " * 2000, 120, fonts.REGULAR, 7.5)
    assert line.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert setter.width(line, fonts.REGULAR, 7.5) <= 120
    assert shortened(setter, "short", 120, fonts.REGULAR, 7.5) == "short"


def test_all_digits_are_equally_wide(setter: Setter) -> None:
    for face in (fonts.REGULAR, fonts.BOLD, fonts.DISPLAY):
        assert len({round(setter.width(digit, face, 100), 3) for digit in "0123456789"}) == 1


def test_one_module_alone_draws_text_and_none_turns_it_into_markup() -> None:
    calls = re.compile(
        r"(?<!def )\b(XPreformatted|drawString|drawRightString|drawCentredString)\(|"
        r"platypus import .*\bParagraph\b"
    )
    offenders = [
        path.name
        for path in (ROOT / "deskrisk").rglob("*.py")
        if calls.search(path.read_text(encoding="utf-8"))
    ]
    assert offenders == ["text.py"]
