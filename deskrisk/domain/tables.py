"""Tables as text: read with the line of each row, written so that no cell is ever a formula."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskrisk.domain.errors import DeskError

FORMULA_SIGNS = (*"=+-@|%", *"\uff1d\uff0b\uff0d\uff20")
"""A cell that begins so, after blanks, is a formula to some spreadsheet; the last are wide."""

FORMULA_BLANKS = ("\t", "\r")
"""So is a cell that begins so."""

GUARD = "'"
SEPARATORS = (",", ";", "\t")


@dataclass(frozen=True, slots=True)
class TableFault:
    """What is wrong in a line, from 1; 0 for the table as a whole. ``problem`` is a key."""

    line: int
    problem: str


@dataclass(eq=False)
class TableError(DeskError):
    """A table cannot be taken; nothing has been taken from it."""

    faults: tuple[TableFault, ...]


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """A table, separated by commas; whatever could be a formula begins with an apostrophe."""
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows(
        [_guarded(cell) for cell in row] for row in rows
    )
    return target.getvalue()


def table_rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows that hold anything, each with the line in which it begins.

    Raises:
        TableError: a quote is never closed, or a cell is far too long.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    reader = csv.reader(io.StringIO(plain, newline=""), delimiter=_separator(plain), strict=True)
    found: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for row in reader:
            cells = [_unguarded(cell.strip()) for cell in row]
            if any(cells):
                found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error:
        raise TableError((TableFault(line, "quote"),)) from None
    return found


def could_be_formula(cell: str) -> bool:
    """Would some spreadsheet calculate this text instead of showing it?"""
    return cell.startswith(FORMULA_BLANKS) or cell.lstrip().startswith(FORMULA_SIGNS)


def _guarded(cell: str) -> str:
    return GUARD + cell if could_be_formula(cell) or cell.startswith(GUARD) else cell


def _unguarded(cell: str) -> str:
    rest = cell.removeprefix(GUARD)
    return rest if could_be_formula(rest) or rest.startswith(GUARD) else cell


def _separator(text: str) -> str:
    """What separates the cells of the first line: the commonest of the three, outside of quotes."""
    first = text.lstrip("\n").partition("\n")[0]
    bare = "".join(first.split('"')[::2])
    return max(SEPARATORS, key=bare.count)
