import csv
import io

import pytest

from deskrisk.domain.tables import could_be_formula, table_rows
from deskrisk.reports.csv_tables import csv_bytes
from deskrisk.services.samples import sample
from deskrisk.viewmodels.pieces import words_table
from deskrisk.viewmodels.register import register_table
from tests.nasty import NASTY, expected


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
