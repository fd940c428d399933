"""The sheet of keyboard shortcuts as a page to print."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from deskrisk.services.exports import write_made
from deskrisk.viewmodels.shortcuts import KeySection


def write_key_sheet(sections: Sequence[KeySection], path: Path, *, now: datetime) -> None:
    """Write the sheet as a PDF; a file of this name is replaced, whole or not at all.

    Args:
        sections: the keys by menu and page.
        path: where; its folder must exist.
        now: the moment the page is dated with.

    Raises:
        PathError: the folder is missing or read-only, the disk is full, or it is no file's name.
    """

    def make() -> bytes:
        # reportlab takes a while to load, and most starts never print.
        from deskrisk.reports.keys import keys_bytes  # noqa: PLC0415

        return keys_bytes(sections, created=now)

    write_made(path, make)
