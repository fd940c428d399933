"""Risk registers from CSV files and workbooks: read within bounds, then put into a workshop."""

import io
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.register_files import (
    MOST_COLUMNS,
    MOST_ROWS,
    REGISTER_SUFFIXES,
    RegisterError,
)
from deskrisk.domain.register_import import register_added
from deskrisk.domain.register_rows import TakenRisk
from deskrisk.domain.register_values import Cell
from deskrisk.domain.registers import HEAD_WITHIN, SourceTable, source_table
from deskrisk.domain.tables import TableError, table_rows
from deskrisk.services.meeting import Meeting
from deskrisk.services.reading import content_of, decoded

WORKBOOKS = (".xlsx", ".xlsm")

MOST_BYTES = 5_000_000
MOST_UNPACKED = 25_000_000
MOST_RATIO = 100
MOST_ENTRIES = 1_000
MOST_SHEETS = 20
"""A register of 500 risks with long texts is a tenth of all these."""

SMALL = 100_000
"""A part that is not larger unpacked may be packed as tightly as it likes."""

_MOST_LINES = 2 * MOST_ROWS + HEAD_WITHIN
"""Lines that are looked at; empty ones among the risks are passed over."""

_OLD_LETTERS = "cp1252"


def read_register(path: Path) -> tuple[SourceTable, ...]:
    """The tables in a file: one of a CSV file, one for each filled sheet of a workbook.

    Formulas give what they last calculated, and nothing is calculated, opened or asked for.

    Raises:
        FileMissingError, FileUnreadableError, NotAFileError: the file.
        RegisterError: what is wrong with it.
    """
    suffix = path.suffix.lower()
    if suffix not in REGISTER_SUFFIXES:
        raise RegisterError("suffix")
    content = content_of(path, MOST_BYTES)
    if content is None:
        raise RegisterError("size")
    found = tuple(_sheets(content) if suffix in WORKBOOKS else _text_table(path.stem, content))
    if not found:
        raise RegisterError("empty")
    if any(len(table.rows) > MOST_ROWS for table in found):
        raise RegisterError("rows")
    return found


def import_register(
    meeting: Meeting, risks: Sequence[TakenRisk], *, rated_by: str = "", origin: Any = None
) -> Changes:
    """Put the rows of a register into the workshop as one step.

    Args:
        meeting: the open workshop.
        risks: the rows, as they were previewed.
        rated_by: whose answers the ratings count as; empty to keep them in the notes alone.
        origin: who asks, to know the own change again.
    """
    return meeting.step(
        "register.import",
        lambda workshop: register_added(workshop, risks, meeting.new_id, rated_by=rated_by),
        origin=origin,
    )


def _text_table(name: str, content: bytes) -> Iterator[SourceTable]:
    text = decoded(content)
    guessed = text is None
    if text is None:
        # Spreadsheets of some systems still write so; the preview shows whether it was right.
        text = content.decode(_OLD_LETTERS, "replace")
    if "\0" in text:
        raise RegisterError("encoding")
    try:
        rows = table_rows(text)
    except TableError:
        raise RegisterError("quote") from None
    if len(rows) > _MOST_LINES:
        raise RegisterError("rows")
    table = source_table(name, _narrow(rows), guessed=guessed)
    if table is not None:
        yield table


def _sheets(content: bytes) -> Iterator[SourceTable]:
    _check_packed(content)
    for name, rows in _workbook(content):
        table = source_table(name, _narrow(rows))
        if table is not None:
            yield table


def _narrow(rows: Sequence[tuple[int, Sequence[Cell]]]) -> list[tuple[int, Sequence[Cell]]]:
    """The rows without the empty cells far to the right that some programs write.

    Raises:
        RegisterError: something stands there.
    """
    if any(cell not in (None, "") for _line, cells in rows for cell in cells[MOST_COLUMNS:]):
        raise RegisterError("columns")
    return [(line, cells[:MOST_COLUMNS]) for line, cells in rows]


def _check_packed(content: bytes) -> None:
    """Look at the archive's own list before anything is unpacked.

    Raises:
        RegisterError: it is none, or it would become far larger than a register.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, ValueError, RuntimeError):
        raise RegisterError("damaged") from None
    unpacked = sum(entry.file_size for entry in entries)
    # Entries that share their bytes say together that they are longer than the file.
    overlapping = sum(entry.compress_size for entry in entries) > len(content)
    tight = any(
        entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or overlapping or tight:
        raise RegisterError("packed")


def _workbook(content: bytes) -> list[tuple[str, list[tuple[int, list[Cell]]]]]:
    """The sheets of a workbook with their rows, each with its number."""
    from openpyxl import load_workbook  # noqa: PLC0415  a fifth of a second, for this alone

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that are not read
            book = load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            sheets = [each for each in book.worksheets if each.sheet_state == "visible"]
            return [(each.title, _rows(each)) for each in sheets[:MOST_SHEETS]]
    except RegisterError:
        raise
    except Exception:  # noqa: BLE001  a damaged workbook fails in any way there is
        raise RegisterError("damaged") from None


def _rows(sheet: Any) -> list[tuple[int, list[Cell]]]:
    found: list[tuple[int, list[Cell]]] = []
    rows = sheet.iter_rows(max_row=_MOST_LINES + 1, max_col=2 * MOST_COLUMNS, values_only=True)
    for line, row in enumerate(rows, start=1):
        if line > _MOST_LINES:
            if any(cell not in (None, "") for cell in row):
                raise RegisterError("rows")
            break
        found.append((line, [_cell(value) for value in row]))
    return found


def _cell(value: Any) -> Cell:
    """A value of a workbook as a cell; a text is cut where no text may be longer."""
    if value is None or isinstance(value, int | float | datetime | date):
        return str(value) if isinstance(value, bool) else value
    return str(value)[: MAX_TEXT + 1]
