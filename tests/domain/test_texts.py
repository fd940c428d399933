import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.errors import TooLongError
from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.texts import SUBSTITUTE, cleaned, cleaned_value
from tests.builders import a_fear, a_mitigation, a_risk, a_score


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        "tab\tand\nline",
        "\N{PILE OF POO}",
        "e\N{COMBINING ACUTE ACCENT}",
        "a\N{NO-BREAK SPACE}b",
        " x ",
    ],
)
def test_text_is_kept_as_it_was_typed(text: str) -> None:
    assert cleaned(text) == (text, 0)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028", "\u2029", "\n"])
def test_there_is_one_kind_of_line_end(end: str) -> None:
    assert cleaned(f"one{end}two") == ("one\ntwo", 0)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x0b", "\x1f", "\x7f", "\x9f", "\ud800", "\ufffe", "\uffff"],
)
def test_what_no_file_can_hold_is_replaced_and_counted(character: str) -> None:
    assert cleaned(f"a{character}b{character}") == (f"a{SUBSTITUTE}b{SUBSTITUTE}", 2)


@given(st.text(st.characters()))
def test_a_cleaned_text_is_clean(text: str) -> None:
    once, count = cleaned(text)
    assert cleaned(once) == (once, 0)
    assert once.encode().decode() == once
    assert count <= len(text)


def test_a_value_without_anything_to_clean_is_itself() -> None:
    for value in (a_fear(), a_risk(tags=("a", "b")), a_score("p1", "r1", 3, 3), a_mitigation()):
        assert cleaned_value(value) == (value, 0)
        assert cleaned_value(value)[0] is value


def test_all_texts_of_a_value_are_cleaned() -> None:
    fresh, count = cleaned_value(a_risk(title="a\x00", cause="b\r\nc", tags=("d", "e\x00")))
    assert (fresh.title, fresh.cause, fresh.tags) == (
        f"a{SUBSTITUTE}",
        "b\nc",
        ("d", f"e{SUBSTITUTE}"),
    )
    assert count == 2
    assert fresh.id == RiskId("r1")


def test_nested_texts_are_cleaned_too() -> None:
    fresh, count = cleaned_value(a_mitigation("m1", "r1", signal=Signal(metric="m\x00", unit="\r")))
    assert fresh.signal == Signal(metric=f"m{SUBSTITUTE}", unit="\n")
    assert count == 1


def test_the_longest_text_is_kept_and_a_longer_one_refused() -> None:
    assert cleaned_value(a_fear(text="x" * MAX_TEXT))[1] == 0
    with pytest.raises(TooLongError) as caught:
        cleaned_value(a_fear(note="x" * (MAX_TEXT + 1)))
    error = caught.value
    assert (error.part, error.field, error.length, error.limit) == (
        "fears",
        "note",
        MAX_TEXT + 1,
        MAX_TEXT,
    )


def test_the_refusal_does_not_repeat_the_text() -> None:
    with pytest.raises(TooLongError) as caught:
        cleaned_value(a_fear(text="secret " * 2000))
    assert "secret" not in repr(caught.value)
    assert "secret" not in str(caught.value)


def test_a_text_inside_a_signal_may_not_be_longer_either() -> None:
    with pytest.raises(TooLongError):
        cleaned_value(a_mitigation("m1", "r1", signal=Signal(metric="x" * (MAX_TEXT + 1))))
