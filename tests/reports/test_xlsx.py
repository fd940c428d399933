"""Workbooks: looked at through another library, and opened by LibreOffice cell by cell."""

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from deskrisk.reports.about import About
from deskrisk.reports.xlsx import MOST_IN_CELL, xlsx_bytes
from deskrisk.services.samples import sample
from deskrisk.viewmodels.action_plan import action_plan_table
from deskrisk.viewmodels.answer_counts import answers_table
from deskrisk.viewmodels.pieces import words_table
from deskrisk.viewmodels.register import register_table
from deskrisk.viewmodels.tabled import Kind, Table, Value
from tests.nasty import NASTY, expected
from tests.office import AS_CSV, converted

ABOUT = About(
    title="R&D: what could go wrong",
    author="Elin Marsh",
    subject="Risk agreement",
    mark="Confidential & kept",
    created=datetime(2025, 3, 11, 17, 30, tzinfo=UTC),
)
NASTY_TABLE = words_table(
    "nasty", {"Left": 20, "Right": 20}, tuple((expected(text), "beside") for text in NASTY)
)


def of_sample() -> tuple[Table, ...]:
    return register_table(sample()), action_plan_table(sample()), answers_table(sample())


def opened(*tables: Table) -> Workbook:
    return load_workbook(io.BytesIO(xlsx_bytes(tables, ABOUT)))


def test_a_sheet_a_table_with_real_days_and_numbers() -> None:
    book = opened(*of_sample())
    assert book.sheetnames == ["Risk register", "Action plan", "Answers"]
    for table in of_sample():
        sheet = book[table.name]
        assert [cell.value for cell in sheet[1]] == [head.words for head in table.heads]
        assert sheet.max_row == len(table.rows) + 1
        for number, row in enumerate(table.rows, start=2):
            for cell, value in zip(sheet[number], row, strict=True):
                held = cell.value.date() if isinstance(cell.value, datetime) else cell.value
                assert held == (value if value != "" else None)
                assert cell.data_type != "f"


def test_days_are_shown_as_days_and_chances_as_percent() -> None:
    sheet = opened(register_table(sample()))["Risk register"]
    formats = {
        head.value: cell.number_format for head, cell in zip(sheet[1], sheet[2], strict=True)
    }
    assert formats["Next look"] == "yyyy-mm-dd"
    assert formats["Chance, about"] == "0%"


def test_the_head_stays_in_sight_and_filters() -> None:
    for name, frozen in (("Risk register", "D2"), ("Action plan", "D2"), ("Answers", "D2")):
        sheet = opened(*of_sample())[name]
        assert sheet.freeze_panes == frozen
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
        widths = [sheet.column_dimensions[cell.coordinate[:-1]].width for cell in sheet[1]]
        assert min(widths) > 5


def test_the_file_says_what_it_is() -> None:
    book = opened(*of_sample())
    assert book.properties.title == ABOUT.title
    assert book.properties.creator == ABOUT.author
    assert book.properties.description == ABOUT.mark
    assert book.properties.created == datetime(2025, 3, 11, 17, 30)  # noqa: DTZ001
    head = book.worksheets[0].oddHeader
    assert head is not None
    assert head.right is not None
    assert head.right.text == "Confidential && kept"


def test_alike_twice_and_on_no_day_of_its_own() -> None:
    first, second = (xlsx_bytes(of_sample(), ABOUT) for _ in range(2))
    assert first == second
    later = replace(ABOUT, created=datetime(2025, 3, 12, tzinfo=UTC))
    assert xlsx_bytes(of_sample(), later) != first
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


def test_a_text_that_looks_like_a_formula_stays_one_when_its_cell_is_edited() -> None:
    sheet = opened(words_table("t", {"A": 9}, (("=1+1",), ("plain",))))["A"]
    assert sheet["A2"].quotePrefix
    assert not sheet["A3"].quotePrefix


def test_a_text_longer_than_a_cell_says_so() -> None:
    text = "\N{GRINNING FACE}" * MOST_IN_CELL
    held = opened(words_table("t", {"A": 9}, ((text,),)))["A"]["A2"].value
    assert isinstance(held, str)
    assert held.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert len(held.encode("utf-16-le")) // 2 <= MOST_IN_CELL


def test_a_table_without_rows_is_a_head() -> None:
    sheet = opened(words_table("t", {"A": 9, "B": 9}, ()))["A"]
    assert sheet.max_row == 1


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """What LibreOffice shows in each sheet of the sample, and in one of nasty texts."""
    folder = tmp_path_factory.mktemp("office")
    own = folder / "own.xlsx"
    own.write_bytes(xlsx_bytes((*of_sample(), NASTY_TABLE), ABOUT))
    return {path.stem.partition("-")[2]: read(path) for path in converted(folder, AS_CSV, own)}


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def as_shown(value: Value, kind: Kind) -> str:
    if value is None:
        return ""
    if kind is Kind.SHARE and isinstance(value, float):
        return f"{value * 100:.0f}%"
    return value.isoformat() if isinstance(value, date) else f"{value:.10g}"


@pytest.mark.parametrize("table", of_sample(), ids=lambda table: table.key)
def test_libreoffice_shows_every_cell_of_the_sample(
    shown: dict[str, list[list[str]]], table: Table
) -> None:
    found = shown[table.name]
    assert found[0] == [head.words for head in table.heads]
    wanted = [cells(row, table) for row in table.rows]
    assert [[cell.strip() for cell in row] for row in found[1:]] == wanted


def cells(row: Sequence[Value], table: Table) -> list[str]:
    pairs = zip(row, table.heads, strict=True)
    return [
        value.strip() if isinstance(value, str) else as_shown(value, head.kind)
        for value, head in pairs
    ]


def test_libreoffice_shows_nasty_texts_as_they_are_and_calculates_nothing(
    shown: dict[str, list[list[str]]],
) -> None:
    found = shown[NASTY_TABLE.name]
    assert [row[0] for row in found[1:]] == [expected(text) for text in NASTY]
    assert {row[1] for row in found[1:]} == {"beside"}


def test_rows_are_as_high_as_their_texts_need() -> None:
    texts = ("short", "x" * 100, "a\nb\nc", "y" * 10_000)
    sheet = opened(words_table("t", {"A": 20}, tuple((text,) for text in texts)))["A"]
    heights = [sheet.row_dimensions[number].height for number in range(2, 6)]
    assert heights == [None, 75, 45, 300]  # none: one line, as rows are anyway
