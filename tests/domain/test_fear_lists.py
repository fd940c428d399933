import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.fear_lists import (
    MOST_FAULTS,
    MOST_FEARS,
    FearListError,
    LineFault,
    fears_in_lines,
    fears_in_table,
)
from deskrisk.domain.model.fields import MAX_TEXT

LONG = "x" * (MAX_TEXT + 1)


@pytest.mark.parametrize(
    ("table", "fears"),
    [
        ("fear\nWe are late\nIt breaks\n", ("We are late", "It breaks")),
        ("We are late\nIt breaks", ("We are late", "It breaks")),
        ("name,Fear\nAda,We are late\nBob,It breaks\n", ("We are late", "It breaks")),
        ("when;Worry;who\n1;We are late;A\n2;;B\n3;It breaks;C", ("We are late", "It breaks")),
        ("id\tconcern\n1\tWe are late", ("We are late",)),
        ('fear\n"late, and ""dear"""\n', ('late, and "dear"',)),
        ('fear\n"two\nlines"\n', ("two\nlines",)),
        ("\n\nfear\n\n  We are late  \n\n", ("We are late",)),
        ("fear\nThe same\nThe same\n", ("The same", "The same")),
        ("fear,when\nshort row\n", ("short row",)),
        ('"fear, or worry"\n"late, again"\n', ("fear, or worry", "late, again")),
        ("=1+1\n@cmd\n", ("=1+1", "@cmd")),
    ],
)
def test_tables(table: str, fears: tuple[str, ...]) -> None:
    assert fears_in_table(table) == fears


@pytest.mark.parametrize(
    ("table", "faults"),
    [
        ("", [(0, "empty")]),
        ("\n \n", [(0, "empty")]),
        ("fear\n", [(0, "empty")]),
        ("who,what\nAda,late\n", [(1, "column")]),
        ('fear\nfine\n"never closed\n', [(3, "quote")]),
        (f"fear\nfine\n{LONG}\nfine\n{LONG}", [(3, "long"), (5, "long")]),
        (f'fear\n"a\nb"\n{LONG}', [(4, "long")]),
        ("fear\n" + "late\n" * (MOST_FEARS + 1), [(MOST_FEARS + 2, "many")]),
        ("fear\n" + "x" * 200_000, [(2, "long")]),
    ],
)
def test_what_is_wrong_is_told_by_line(table: str, faults: list[tuple[int, str]]) -> None:
    with pytest.raises(FearListError) as raised:
        fears_in_table(table)
    assert [(each.line, each.problem) for each in raised.value.faults] == faults


def test_lines() -> None:
    assert fears_in_lines("We are late\n\n\u2022 It breaks\n, and; so") == (
        "We are late",
        "It breaks",
        ", and; so",
    )
    with pytest.raises(FearListError) as raised:
        fears_in_lines(f"fine\n{LONG}")
    assert raised.value.faults == (LineFault(2, "long"),)


def test_not_more_faults_are_told_than_can_be_read() -> None:
    with pytest.raises(FearListError) as raised:
        fears_in_lines(f"{LONG}\n" * 30)
    assert len(raised.value.faults) == MOST_FAULTS


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (fears_in_table, fears_in_lines):
        found: tuple[str, ...] = ()
        faults: tuple[LineFault, ...] = ()
        try:
            found = read(text)
        except FearListError as refused:
            faults = refused.faults
        assert bool(found) is not bool(faults)
        assert all(fear.strip() == fear and fear for fear in found)
