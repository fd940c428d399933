from datetime import date

import pytest

from deskrisk.viewmodels.figures import points
from deskrisk.viewmodels.tabled import Column, Kind, Table, in_words, tabled, two_figures


def a_table() -> Table:
    columns: tuple[Column[str], ...] = (
        Column(key="a", heading="First", of=lambda text: text[:1]),
        Column(key="b", heading="Empty", of=lambda _text: ""),
        Column(key="c", heading="Long", kind=Kind.WHOLE, of=len),
    )
    return tabled("t", "Table", columns, ["one", "seven"])


def test_columns_say_what_stands_in_them() -> None:
    table = a_table()
    assert [head.words for head in table.heads] == ["First", "Empty", "Long"]
    assert table.rows == (("o", "", 3), ("s", "", 5))


def test_columns_can_be_chosen_in_another_order() -> None:
    chosen = a_table().chosen("c", "a")
    assert [head.key for head in chosen.heads] == ["c", "a"]
    assert chosen.rows == ((3, "o"), (5, "s"))
    with pytest.raises(KeyError):
        a_table().chosen("none")


def test_columns_in_which_nothing_stands_are_left_out_unless_there_is_no_row() -> None:
    assert [head.key for head in a_table().filled().heads] == ["a", "c"]
    columns: tuple[Column[str], ...] = (Column(key="a", heading="First", of=str),)
    assert len(tabled("t", "Table", columns, []).filled().heads) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, None), (0, 0), (4.769696, 4.8), (12.5, 13), (0.375, 0.38), (71.2, 71), (9.96, 10)],
)
def test_two_figures_are_those_of_the_document(value: float | None, expected: float | None) -> None:
    assert two_figures(value) == expected
    if value:
        assert float(points(value)) == expected


def test_a_hair_above_nothing_is_nothing() -> None:
    assert two_figures(1e-12) == 0


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (None, Kind.NUMBER, ""),
        ("text", Kind.TEXT, "text"),
        (date(2025, 4, 8), Kind.DAY, "8\N{NO-BREAK SPACE}April 2025"),
        (0.35, Kind.SHARE, "35\N{NO-BREAK SPACE}%"),
        (4.0, Kind.NUMBER, "4"),
    ],
)
def test_values_in_words(value: str | float | date | None, kind: Kind, words: str) -> None:
    assert in_words(value, kind) == words
