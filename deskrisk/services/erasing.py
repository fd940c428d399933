"""Erase for good: no word stays in rows, journal, search, free pages, log, box or files beside."""

from contextlib import suppress
from datetime import datetime, timedelta

from deskrisk.domain.library import TRASH_DAYS
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import PARTS
from deskrisk.domain.parts import removed
from deskrisk.services.backups import file_beside, keep_as_file
from deskrisk.services.library import Library


def erase_workshops(library: Library, ids: tuple[WorkshopId, ...]) -> None:
    """Erase workshops for good; copies of the library still hold them (``copies_with``).

    Raises:
        NoSuchWorkshopError: one is not there.
        LibraryError: it cannot be done now; what has gone is gone, the rest is as it was.
    """
    for id_ in ids:
        library.remove(id_)
        with suppress(OSError):
            file_beside(library.path, id_).unlink(missing_ok=True)
    library.clean()


def erase_old_trash(library: Library, now: datetime) -> int:
    """Erase what has been in the trash for too long.

    Returns:
        how many workshops were erased.

    Raises:
        LibraryError: it cannot be done now.
    """
    old = library.thrown_away_before(now - timedelta(days=TRASH_DAYS))
    if old:
        erase_workshops(library, old)
    return len(old)


def erase_item(library: Library, id_: WorkshopId, part: str, item: str) -> None:
    """Erase one thing of a workshop, e.g. a fear, and with it all that could bring it back.

    The journal of the workshop begins anew, so that nothing before can be undone; an open meeting
    of it has ended.

    Raises:
        NoSuchWorkshopError: the workshop is not there.
        MissingError: the thing is not.
        LibraryError: it cannot be done now.
    """
    left = removed(library.workshop(id_), PARTS[part], item)
    library.replace(left)
    if file_beside(library.path, id_).exists():
        keep_as_file(library.path, left)
    library.clean()


def erase_history(library: Library, id_: WorkshopId) -> None:
    """Erase what was deleted or changed in a workshop: it is kept so that it can be undone.

    An open meeting of it has ended.

    Raises:
        NoSuchWorkshopError: the workshop is not there.
        LibraryError: it cannot be done now.
    """
    library.replace(library.workshop(id_))
    library.clean()
