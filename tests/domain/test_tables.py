import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.tables import TableError, could_be_formula, table_rows, table_text
from tests.nasty import NASTY

cells = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12
)


def read(text: str) -> list[list[str]]:
    return [row for _line, row in table_rows(text)]


@given(st.lists(st.lists(cells, min_size=2, max_size=4), min_size=1, max_size=4))
def test_what_was_written_is_read_but_for_space_around_it(rows: list[list[str]]) -> None:
    stripped = [[cell.strip() for cell in row] for row in rows]
    assert read(table_text(rows)) == [row for row in stripped if any(row)]


@pytest.mark.parametrize(
    "text",
    [
        *NASTY,
        "  =1+1",
        "%1",
        "\uff1d1",
        "\uff20x",
        "=1+1",
        "@SUM(A1)",
        "-2",
        "+3",
        "'quoted",
        "'=x",
    ],
)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    written = table_text([["plain", text]]).split(",", 1)[1].lstrip('"')
    assert not could_be_formula(written)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    text = f'"a, b"{separator}c\r\n\r\n1{separator}2\r\n'
    assert table_rows(text) == [(1, ["a, b", "c"]), (3, ["1", "2"])]


def test_an_open_quote_is_told_by_its_line() -> None:
    with pytest.raises(TableError) as refused:
        table_rows('a,b\n"c,d\n')
    assert [(each.line, each.problem) for each in refused.value.faults] == [(2, "quote")]
