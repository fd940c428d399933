"""All workshops of a library as files in a folder, and back."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from deskrisk.domain.errors import DeskError
from deskrisk.domain.library import LibraryRow, Shelf
from deskrisk.domain.listing import Page, Wish
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.library import Library
from deskrisk.services.workshop_files import SUFFIX, open_workshop_file, write_workshop_file
from deskrisk.storage.home import NEVER

MOST_LETTERS = 60
_NOT_IN_NAMES = re.compile(r"[^\w \-]+")

Told = Callable[[float], object]
"""Hears the share that is done, 0 to 1."""


def export_all(
    library: Library,
    folder: Path,
    ids: tuple[WorkshopId, ...] | None = None,
    *,
    told: Told = lambda _share: None,
    stopped: Callable[[], bool] = lambda: False,
) -> int:
    """Write workshops into a folder, a file each, named by day and title.

    Args:
        library: whose workshops.
        folder: is made if it is not there; files of other names in it stay.
        ids: which; None for all that are not in the trash.
        told: hears how far it is.
        stopped: whether the rest is not wanted any more.

    Returns:
        how many were written.

    Raises:
        DeskError: a workshop cannot be read, or a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = _names(each for each in _rows(library) if ids is None or each.id in ids)
    for place, (id_, name) in enumerate(names.items()):
        if stopped():
            return place
        write_workshop_file(library.workshop(id_), folder / name)
        told((place + 1) / len(names))
    return len(names)


def import_all(
    library: Library, folder: Path, *, told: Told = lambda _share: None
) -> tuple[int, tuple[str, ...]]:
    """Take all workshop files of a folder in; those that are there already stay as they are.

    Returns:
        how many came in, and the names of files that could not be read.

    Raises:
        LibraryError: the library cannot be written.
    """
    files = sorted(each for each in folder.iterdir() if each.suffix.lower() == SUFFIX)
    count, refused = 0, []
    for place, file in enumerate(files, 1):
        try:
            workshop = open_workshop_file(file).workshop
        except DeskError:
            refused.append(file.name)
            continue
        if not library.holds(workshop.id):
            library.add(workshop)
            count += 1
        told(place / len(files))
    return count, tuple(refused)


def _rows(library: Library) -> Iterator[LibraryRow]:
    """Every workshop that is not in the trash."""
    for shelf in (Shelf.OPEN, Shelf.ARCHIVED):
        before, page = NEVER, Page(more=True)
        while page.more:
            page = library.page(Wish(shelf=shelf), page.today, before=before, limit=500)
            yield from page.rows
            before = page.rows[-1].touched if page.rows else 0


def _names(rows: Iterable[LibraryRow]) -> dict[WorkshopId, str]:
    """Names that any system takes, the same for the same workshops; equal ones get a number."""
    plain = {row.id: _plain(f"{row.held_on} {row.title}") for row in rows}
    often = Counter(name.casefold() for name in plain.values())
    return {
        id_: f"{name} {_number(id_)}{SUFFIX}" if often[name.casefold()] > 1 else f"{name}{SUFFIX}"
        for id_, name in plain.items()
    }


def _plain(words: str) -> str:
    return " ".join(_NOT_IN_NAMES.sub(" ", words).split())[:MOST_LETTERS].strip()


def _number(id_: WorkshopId) -> str:
    return hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:8]
