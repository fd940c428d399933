"""Fears from a file that was filled in before the meeting: a table, or one fear a line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from deskrisk.domain.errors import DeskError
from deskrisk.domain.listed import entries
from deskrisk.domain.model.fields import MAX_TEXT

MOST_FEARS = 500
"""No room has more; a longer file is another file."""

MOST_FAULTS = 8
"""That many are told at once."""

HEADINGS = ("fear", "fears", "worry", "worries", "concern", "concerns", "text")
"""The column of the fears is called one of these; a single column needs no heading."""


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong in a line, from 1; 0 for the file as a whole.

    ``problem`` is ``empty``, ``many``, ``long``, ``column``, ``quote``, ``encoding`` or ``size``.
    """

    line: int
    problem: str


@dataclass(eq=False)
class FearListError(DeskError):
    """A list of fears cannot be read; nothing has been taken from it."""

    faults: tuple[LineFault, ...]


def fears_in_table(text: str) -> tuple[str, ...]:
    """The fears of a table, separated by comma, semicolon or tab.

    Raises:
        FearListError: what is wrong, line by line.
    """
    rows = list(_rows(text))
    if not rows:
        raise FearListError((LineFault(0, "empty"),))
    _line, first = rows[0]
    names = [cell.strip().casefold() for cell in first]
    column = next((names.index(each) for each in HEADINGS if each in names), None)
    if column is None and max(len(row) for _line, row in rows) > 1:
        raise FearListError((LineFault(1, "column"),))
    body = rows if column is None else rows[1:]
    at = column or 0
    cells = [(line, row[at].strip()) for line, row in body if at < len(row)]
    return _checked([(line, text) for line, text in cells if text])


def fears_in_lines(text: str) -> tuple[str, ...]:
    """The fears of a plain text, one a line.

    Raises:
        FearListError: what is wrong, line by line.
    """
    return _checked(
        [
            (number, each)
            for number, line in enumerate(text.split("\n"), start=1)
            for each in entries(line)
        ]
    )


def _checked(found: list[tuple[int, str]]) -> tuple[str, ...]:
    faults = [LineFault(line, "long") for line, text in found if len(text) > MAX_TEXT]
    if not found:
        faults = [LineFault(0, "empty")]
    if len(found) > MOST_FEARS:
        faults = [LineFault(found[MOST_FEARS][0], "many")]
    if faults:
        raise FearListError(tuple(faults[:MOST_FAULTS]))
    return tuple(text for _line, text in found)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins in; empty ones are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        problem = "long" if "field limit" in str(error) else "quote"
        raise FearListError((LineFault(line, problem),)) from None


def _delimiter(text: str) -> str:
    """What separates the cells of the first line: the commonest of the three, outside of quotes."""
    first = text.lstrip("\n").partition("\n")[0]
    bare = "".join(first.split('"')[::2])
    return max((",", ";", "\t"), key=bare.count)
