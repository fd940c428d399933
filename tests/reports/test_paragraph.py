import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from deskrisk.reports import fonts
from deskrisk.reports.paragraph import Link, Piece, Text, draw_link, width_of
from deskrisk.reports.styles import indented, style
from deskrisk.reports.text import Setter, bold

fonts.register()
SETTER = Setter(soft_ink="#4A4F57")


def lines_of(text: Text, width: float) -> list[str]:
    text.wrap(width, 1e6)
    return ["".join(piece.text for piece in line) for line in text.lines]


def set_in(width: float, *runs: Any, name: str = "body") -> list[str]:
    return lines_of(SETTER.paragraph(style(name), *runs), width)


def test_lines_end_between_words_and_at_typed_ends() -> None:
    assert set_in(65, "one two three four five") == ["one two three", "four five"]
    assert set_in(200, "one\ntwo\n\nthree") == ["one", "two", "", "three"]
    assert set_in(200, "  one   two ") == ["one two"]


def test_no_line_ends_at_a_blank_that_holds() -> None:
    held = set_in(40, "by 30\N{NO-BREAK SPACE}May 2025")
    assert held == ["by", "30\N{NO-BREAK SPACE}May", "2025"]


def test_a_word_of_two_voices_is_not_parted() -> None:
    assert set_in(60, "one two ", bold("thr"), "ee", " four") == ["one two", "three four"]


def test_a_word_longer_than_a_line_is_parted_and_nothing_is_lost() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    lines = set_in(60, f"a {word} b")
    assert "".join(lines).replace(" ", "") == f"a{word}b"
    assert len(lines) > 3


def test_a_very_narrow_column_has_a_letter_a_line() -> None:
    assert set_in(1, "abc") == ["a", "b", "c"]


@given(
    st.lists(st.text(st.sampled_from("abW ei\n\N{NO-BREAK SPACE}-"), max_size=30), max_size=5),
    st.floats(20, 400),
)
def test_every_letter_is_on_a_line_and_no_line_is_too_wide(texts: list[str], width: float) -> None:
    text = SETTER.paragraph(style("body"), *texts)
    lines = lines_of(text, width)
    assert "".join("".join(lines).split()) == "".join("".join(texts).split())
    size = text.style.fontSize
    for line in text.lines:
        wide = sum(width_of(piece.text, piece.face) for piece in line) * size
        assert wide <= width + 0.01


@given(st.text(st.sampled_from("abW ei\n\N{NO-BREAK SPACE}-"), max_size=80), st.floats(5, 300))
def test_one_piece_is_broken_as_many_are(text: str, width: float) -> None:
    for name, indent in (("body", 0.0), ("body", 30.0)):
        shape = indented(name, indent) if indent else style(name)
        whole = lines_of(SETTER.paragraph(shape, text), width)
        parts = lines_of(SETTER.paragraph(shape, text, "\N{ZERO WIDTH SPACE}", " ", " "), width)
        assert [line.rstrip(" ") for line in parts] == whole


def test_the_first_line_makes_room_for_a_sign() -> None:
    plain = SETTER.paragraph(style("body"), "one two three four")
    moved = SETTER.paragraph(indented("body", 30.0), "one two three four")
    assert lines_of(plain, 70)[0] == "one two three"
    assert lines_of(moved, 70)[0] == "one two"


def test_a_paragraph_is_parted_without_lonely_lines() -> None:
    text = SETTER.paragraph(style("body"), "word " * 40)
    text.wrap(100, 1e6)
    count, leading = len(text.lines), text.style.leading
    assert text.split(100, leading * 1.5) == []
    assert text.split(100, leading * count) == [text]
    first, rest = text.split(100, leading * (count - 1) + 1)
    assert len(first.lines) == count - 2
    assert len(rest.lines) == 2
    assert first.held is rest.held is not None
    assert rest.wrap(100, 1e6)[1] == 2 * leading
    assert rest.lines[0][0].text.startswith("word")


def test_a_part_that_gets_another_width_is_broken_anew() -> None:
    text = SETTER.paragraph(style("body"), "word " * 40)
    _first, rest = text.split(100, 14 * 5)
    wide = lines_of(rest, 300)
    assert " ".join(wide).split() == ["word"] * len(" ".join(wide).split())
    assert len(" ".join(wide).split()) == 40 - 4 * 5


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_lines_stand_left_right_or_in_the_middle(align: str, share: float) -> None:
    canvas = Canvas(io.BytesIO(), initialFontName=fonts.REGULAR)
    text = Text([Piece("abc", fonts.REGULAR)], style("body", align=align))
    text.wrap(100, 50)
    text.draw_at(canvas, 10.0, 20.0)
    placed = canvas._code[-1].split(" Tm")[0].split()  # what was drawn last
    wide = width_of("abc", fonts.REGULAR) * 9.5
    assert float(placed[-2]) == pytest.approx(10 + share * (100 - wide), abs=0.02)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/ä b", "https://example.org/%C3%A4%20b"),
    ],
)
def test_an_address_is_made_of_what_addresses_are_made_of(target: str, wanted: str) -> None:
    target_file = io.BytesIO()
    canvas = Canvas(target_file, initialFontName=fonts.REGULAR, pageCompression=0)
    draw_link(canvas, (0, 0, 10, 10), Link(target, "there"), 0)
    canvas.showPage()
    canvas.save()
    assert wanted.encode() in target_file.getvalue()
