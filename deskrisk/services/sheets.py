"""Sheets on paper and in files: printed to be filled in, written as a table, read back."""

from datetime import datetime
from pathlib import Path

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND
from deskrisk.domain.sheet_tables import sheet_table, sheets_in_table
from deskrisk.domain.sheets import Sheet
from deskrisk.domain.tables import TableError, TableFault
from deskrisk.services.exports import write_made
from deskrisk.services.reading import content_of, decoded
from deskrisk.viewmodels.sheet_tables import headings

MOST_BYTES = 2_000_000
"""Twenty people and twenty risks are a hundredth of it; anything larger is another file."""


def write_score_sheets(
    workshop: Workshop,
    path: Path,
    *,
    now: datetime,
    named: bool = True,
    round_: int = FIRST_ROUND,
) -> None:
    """Write one sheet a person as a PDF; a file of this name is replaced, whole or not at all.

    Args:
        workshop: who scores what.
        path: where; its folder must exist.
        now: the moment the file is dated with.
        named: with names; else each has the number of its person on the list.
        round_: 1 or 2.

    Raises:
        PathError: the folder is missing or read-only, the disk is full, or it is no file's name.
    """

    def make() -> bytes:
        # reportlab takes a while to load, and most starts never print.
        from deskrisk.reports.sheets import sheets_bytes  # noqa: PLC0415

        return sheets_bytes(workshop, created=now, named=named, round_=round_)

    write_made(path, make)


def write_ballot_sheets(workshop: Workshop, path: Path, *, now: datetime) -> None:
    """Write blank ballots as a PDF; as ``write_score_sheets``."""

    def make() -> bytes:
        from deskrisk.reports.sheets import ballots_bytes  # noqa: PLC0415  see above

        return ballots_bytes(workshop, created=now)

    write_made(path, make)


def write_table(workshop: Workshop, path: Path, *, round_: int = FIRST_ROUND) -> None:
    """Write the table to be filled in; it begins with a mark, so that spreadsheets read UTF-8.

    Raises:
        PathError: the folder is missing or read-only, the disk is full, or it is no file's name.
    """
    text = sheet_table(workshop, headings(), round_=round_)
    write_made(path, lambda: text.encode("utf-8-sig", "replace"))


def read_table(workshop: Workshop, path: Path, *, round_: int = FIRST_ROUND) -> tuple[Sheet, ...]:
    """The sheets in a filled-in table.

    Raises:
        FileMissingError, FileUnreadableError, NotAFileError: the file.
        TableError: what is wrong in it, line by line.
    """
    return sheets_in_table(workshop, _decoded(_content(path)), round_=round_)


def _content(path: Path) -> bytes:
    content = content_of(path, MOST_BYTES)
    if content is None:
        raise TableError((TableFault(0, "size"),))
    return content


def _decoded(content: bytes) -> str:
    text = decoded(content)
    if text is None:
        raise TableError((TableFault(0, "encoding"),))
    return text
