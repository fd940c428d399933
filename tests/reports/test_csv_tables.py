import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from deskrisk.domain.tables import could_be_formula, table_rows
from deskrisk.reports.csv_tables import csv_bytes
from deskrisk.services.samples import sample
from deskrisk.viewmodels.pieces import words_table
from deskrisk.viewmodels.register import register_table
from tests.nasty import NASTY, expected
from tests.office import FROM_CSV, converted
from tests.papers import bare


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_it_begins_with_the_mark_and_holds_days_and_numbers_that_any_program_reads() -> None:
    content = csv_bytes(register_table(sample()))
    assert content.startswith(b"\xef\xbb\xbf")
    head, first, *_rest = cells(content)
    row = dict(zip(head, first, strict=True))
    assert row["Next look"] == "2025-04-08"
    assert row["Expected loss, about, in points"] == "13"
    assert row["Chance, about"] == "0.14"
    assert row["Title"] == "Members' private activity becomes visible"


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_a_formula_and_all_of_it_comes_back(text: str) -> None:
    text = expected(text)
    content = csv_bytes(words_table("t", {"A": 1, "B": 1}, (("x", text),)))
    written = cells(content)[1][1]
    assert not could_be_formula(written)
    assert written in (text, f"'{text}")
    read = table_rows(content.decode("utf-8-sig"))[1][1][1]
    assert read.strip() == text.strip()


def test_alike_twice() -> None:
    assert csv_bytes(register_table(sample())) == csv_bytes(register_table(sample()))


def test_a_spreadsheet_that_opens_it_calculates_nothing_and_reads_every_letter(
    tmp_path: Path,
) -> None:
    texts = [expected(text) for text in (*NASTY, "=WEBSERVICE(1)", "%1", "\uff1d1+1", "  =2*3")]
    path = tmp_path / "own.csv"
    path.write_bytes(csv_bytes(words_table("t", {"A": 1, "B": 1}, tuple((t, "x") for t in texts))))
    (made,) = converted(tmp_path, "xlsx", path, opened_as=FROM_CSV)
    sheet = load_workbook(made).active
    assert sheet is not None
    rows = list(sheet.iter_rows(min_row=2, max_col=1))
    assert len(rows) == len(texts)
    assert not [cell.value for (cell,) in rows if cell.data_type == "f"]
    for (cell,), text in zip(rows, texts, strict=True):
        if text not in ("007", "1E5"):  # a number to every spreadsheet, whatever is around it
            assert bare(str(cell.value)) in (bare(text), f"'{bare(text)}")
