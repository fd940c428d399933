"""Registers from files: three shapes without loss, and hostile files within bounds."""

import io
import time
import tracemalloc
import zipfile
from contextlib import suppress
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook as Book

from deskrisk.domain.errors import DeskError
from deskrisk.domain.file_errors import FileMissingError, NotAFileError
from deskrisk.domain.model.workshop import Value, Workshop
from deskrisk.domain.register_files import MOST_ROWS, RegisterError
from deskrisk.domain.register_rows import Taken, taken
from deskrisk.domain.register_values import Cell, day_of, names_in, shown
from deskrisk.domain.registers import SourceTable, guessed_fields, source_table
from deskrisk.domain.texts import cleaned
from deskrisk.services import registers
from deskrisk.services.meeting import Meeting
from deskrisk.services.registers import import_register, read_register
from deskrisk.services.samples import sample
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_workshop
from tests.exported import written
from tests.office import converted
from tests.registers import (
    FOLDER,
    ISSUES,
    PROJECT,
    PROJECT_ROWS,
    ROAM,
    contents,
)


def read(name: str) -> tuple[SourceTable, Taken]:
    (table,) = read_register(FOLDER / name)
    return table, taken(table, guessed_fields(table))


def workshop_of(name: str) -> Workshop:
    meeting = Meeting(a_workshop())
    import_register(meeting, read(name)[1].risks)
    return meeting.workshop


def words_of(workshop: Workshop) -> str:
    """Everything that came in, as one text: texts as they are, days as 2025-04-03."""
    parts: tuple[Value, ...] = (
        *workshop.risks.values(),
        *workshop.responses.values(),
        *workshop.mitigations.values(),
        *workshop.participants.values(),
        *workshop.categories.values(),
    )
    held = (getattr(part, declared.name) for part in parts for declared in fields(part))
    return "\n".join(str(value) for value in held if isinstance(value, str | date))


def test_the_files_are_what_their_maker_makes() -> None:
    for name, content in contents().items():
        assert (FOLDER / name).read_bytes() == content


@pytest.mark.parametrize("name", [PROJECT, ROAM, ISSUES])
def test_a_register_comes_in_without_loss(name: str) -> None:
    table, found = read(name)
    assert len(found.risks) == len(table.rows)
    words = words_of(workshop_of(name))
    lost = [cell for _line, cells in table.rows for cell in cells if not is_in(words, cell)]
    assert not lost


def is_in(words: str, cell: Cell) -> bool:
    """Did a cell come in: as it stands, as its day, or as the people in it?"""
    day = day_of(cell, first_day=True)
    if cleaned(shown(cell))[0] in words or (day is not None and day.isoformat() in words):
        return True
    return all(name in words for name in names_in(cell))


def test_the_workbook_of_a_project_office() -> None:
    table, found = read(PROJECT)
    assert (table.name, table.above) == ("Risk Register", 2)
    assert len(table.rows) == len(PROJECT_ROWS)
    first = found.risks[0]
    assert (first.likelihood, first.impact) == (4, 5)
    assert "Risk Score: 20" in first.note
    assert [(each.line, each.value) for each in found.remarks] == [(7, "TBD"), (7, "Q3 2025")]
    assert found.risks[3].event == "=cmd|' /C calc'!A0"


def test_a_workbook_that_another_program_saved_is_the_same_register(tmp_path: Path) -> None:
    (path,) = converted(tmp_path, "xlsx", FOLDER / PROJECT)
    (table,) = read_register(path)
    before, found = read(PROJECT)
    assert (table.name, table.heads, table.above) == (before.name, before.heads, before.above)
    assert taken(table, guessed_fields(table)) == found


def test_the_export_of_an_issue_tracker() -> None:
    _table, found = read(ISSUES)
    assert [(each.likelihood, each.impact) for each in found.risks] == [(4, 5), (3, 3), (2, 2)]
    assert [each.due for each in found.risks] == [date(2025, 3, 28), None, date(2025, 4, 1)]
    assert found.risks[2].title == "=SUM(A1:A9) in a title"


def test_it_comes_in_as_one_step() -> None:
    meeting = Meeting(a_workshop())
    import_register(meeting, read(ROAM)[1].risks, rated_by="roam-board")
    assert [step_words(step) for step in meeting.history] == ["risks from a register"]
    meeting.undo()
    assert not meeting.workshop.risks
    assert not meeting.workshop.participants


def test_letters_of_an_old_system_are_a_guess_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes("Risk;Owner\nTräge;Jörg\n".encode("cp1252"))
    (table,) = read_register(path)
    assert table.guessed
    assert table.rows[0][1] == ("Träge", "Jörg")
    path.write_bytes("Risk;Owner\nTräge;Jörg\n".encode("utf-16"))
    assert not read_register(path)[0].guessed


def packed(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


def a_book(rows: int = 1, columns: int = 2, text: str = "x") -> bytes:
    book = Book(write_only=True)
    sheet = book.create_sheet("Sheet")
    sheet.append(["Risk", *(["Owner"] * (columns - 1))])
    for _ in range(rows):
        sheet.append([text] * columns)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def far_away(reference: str) -> bytes:
    """A workbook with a single cell at the end of the sheet."""
    source = io.BytesIO(a_book())
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as fresh:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                row = "".join(filter(str.isdigit, reference))
                cell = f'<row r="{row}"><c r="{reference}"><v>1</v></c></row></sheetData>'
                content = content.replace(b"</sheetData>", cell.encode())
            fresh.writestr(name, content)
    return target.getvalue()


BILLION = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">'.encode() for n in range(12))
    + b"]><x>&m;</x>"
)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", b"x", "suffix"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"\n ;;\n", "empty"),
        ("a.csv", b"x" * (registers.MOST_BYTES + 1), "size"),
        ("a.csv", b"Risk,Owner\n\0,b\n", "encoding"),
        ("a.csv", b'Risk,Owner\n"open,b\n' + b"x\n" * 300, "quote"),
        ("a.csv", b"Risk,Owner\n" + b"a,b\n" * (MOST_ROWS + 1), "rows"),
        ("a.csv", b"Risk" + b",x" * 70 + b"\n" + b"a," * 70 + b"b\n", "columns"),
        ("a.xlsx", b"Risk,Owner\n", "damaged"),
        ("a.xlsx", b"PK\x03\x04" + bytes(200), "damaged"),
        ("a.xlsx", packed(a=b"x"), "damaged"),
        ("a.xlsx", packed(a=bytes(20_000_000)), "packed"),
        ("a.xlsx", packed(**{f"n{number}": b"x" for number in range(1_001)}), "packed"),
        ("a.xlsx", a_book(rows=MOST_ROWS + 1), "rows"),
        ("a.xlsx", a_book(rows=3_000), "rows"),
        ("a.xlsx", a_book(columns=100), "columns"),
        ("a.xlsx", packed(**{"[Content_Types].xml": BILLION}), "damaged"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_hostile_file_is_refused_in_a_sentence_and_costs_little(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    started = time.monotonic()
    tracemalloc.start()
    try:
        with pytest.raises(RegisterError) as refused:
            read_register(path)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refused.value.problem == problem
    assert "Nothing was taken" in sentence(refused.value)
    assert peak < 200 * 2**20
    assert time.monotonic() - started < 30  # a hang, not a slow machine
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("reference", ["XFD3", "A1048576"])
def test_a_cell_at_the_end_of_the_sheet_costs_nothing(tmp_path: Path, reference: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(far_away(reference))
    (table,) = read_register(path)
    assert len(table.heads) == 2
    assert len(table.rows) == 1


def test_overlapping_parts_are_refused(tmp_path: Path) -> None:
    """Many entries of the list share the same packed bytes."""
    source = packed(a=b"x" * 90_000)
    listed = source.index(b"PK\x01\x02")
    ended = source.index(b"PK\x05\x06")
    entry, end = source[listed:ended], bytearray(source[ended:])
    end[8:12] = (50).to_bytes(2, "little") * 2
    end[12:16] = (50 * len(entry)).to_bytes(4, "little")
    path = tmp_path / "a.xlsx"
    path.write_bytes(source[:listed] + entry * 50 + bytes(end))
    with pytest.raises(RegisterError) as refused:
        read_register(path)
    assert refused.value.problem == "packed"


@pytest.mark.parametrize("at", range(0, 6_900, 138))
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(tmp_path: Path, at: int) -> None:
    content = bytearray((FOLDER / PROJECT).read_bytes())
    content[at] ^= 0xFF
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with suppress(RegisterError):  # anything else would be a fault of ours
        assert read_register(path)


def test_no_file(tmp_path: Path) -> None:
    problems: list[DeskError] = []
    for path, error in ((tmp_path / "none.csv", FileMissingError), (tmp_path, NotAFileError)):
        with pytest.raises((error, RegisterError)) as raised:
            read_register(path)
        problems.append(raised.value)
    assert all(sentence(problem) for problem in problems)


def test_a_formula_is_what_it_last_calculated_and_never_run(tmp_path: Path) -> None:
    book = Book()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Risk", "Owner"])
    sheet.append(["=1+1", "Ann"])
    sheet.append(["Late", "Bo"])
    path = tmp_path / "a.xlsx"
    book.save(path)
    (table,) = read_register(path)
    assert table.rows[0][1] == (None, "Ann")
    assert taken(table, guessed_fields(table)).remarks[0].problem == "title"


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_our_own_register_comes_back(tmp_path: Path, suffix: str) -> None:
    before = sample("hospital-ward")
    table = max(read_register(written(before, tmp_path, suffix)), key=lambda each: len(each.heads))
    meeting = Meeting(a_workshop())
    import_register(meeting, taken(table, guessed_fields(table)).risks)
    after = meeting.workshop
    for name in ("title", "cause", "event", "consequence"):
        values = [sorted(getattr(risk, name) for risk in w.risks.values()) for w in (before, after)]
        assert values[0] == values[1], name
    decided = [sorted(str(each.decision) for each in w.responses.values()) for w in (before, after)]
    assert decided[0] == decided[1]
    names = {each.name for each in before.participants.values()}
    assert {each.name for each in after.participants.values()} <= names


cells = st.one_of(
    st.sampled_from(["", "High", "3", "60%", "2025-04-03", "Ann / Bo", "Done", "Budget", "=1+1"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=9),
)
HEADS = "Title,Risk,Owner,Due,Status,Likelihood,Impact,Category,Mitigation,ROAM,Description,Cause"
heads = st.sampled_from([*HEADS.split(","), "Ticket", "", "Trigger", "Contingency", "P (1-3)"])


@given(st.data())
def test_whatever_stands_in_a_register_comes_in_or_is_said(data: st.DataObject) -> None:
    names = data.draw(st.lists(heads, min_size=1, max_size=6))
    rows = data.draw(
        st.lists(st.lists(cells, min_size=len(names), max_size=len(names)), max_size=4)
    )
    table = source_table("sheet", [(1, names), *enumerate(rows, start=2)])
    if table is None:
        return
    found = taken(table, guessed_fields(table))
    out = {each.line for each in found.remarks if each.left_out}
    assert {each.line for each in found.risks} | out == {line for line, _cells in table.rows}
    meeting = Meeting(a_workshop())
    if found.risks:
        import_register(meeting, found.risks)
    words = words_of(meeting.workshop)
    for line, row in table.rows:
        if line not in out:
            assert not [cell for cell in row if not is_in(words, cell)]
