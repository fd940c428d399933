"""What the library hands to the writer as a whole: workshops that come, go, and change shelves."""

import time
from dataclasses import replace
from typing import Any

from deskrisk.domain.library import LibraryLockedError, Shelf
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.storage import search
from deskrisk.storage.driver import Connection
from deskrisk.storage.writer import Entry

_TURNS = 50
_TURN_SECONDS = 0.1

EVERYTHING = WorkshopId("")
"""Stands for the whole library where an entry is about no single workshop."""


def insertion(workshop: Workshop) -> Entry:
    """A whole new workshop comes."""

    def write(connection: Any, at: str) -> None:
        from deskrisk.storage import writing  # noqa: PLC0415  runs on the writer's thread

        writing.insert_workshop(connection, workshop, at)

    return Entry(workshop=workshop.id, write=write)


def removal(id_: WorkshopId) -> Entry:
    """A workshop goes, with everything that belongs to it."""

    def write(connection: Any, _at: str) -> None:
        from deskrisk.storage import writing  # noqa: PLC0415  runs on the writer's thread

        writing.delete_workshop(connection, id_)

    return Entry(workshop=id_, write=write)


def replacement(workshop: Workshop) -> Entry:
    """A workshop takes the place of the one with its id; its journal starts anew.

    It stays on its shelf; out of the trash it comes back.
    """
    coming, going = insertion(workshop), removal(workshop.id)

    def write(connection: Any, at: str) -> None:
        from deskrisk.storage import writing  # noqa: PLC0415  runs on the writer's thread

        shelf, since = writing.shelf_of(connection, workshop.id)
        going.write(connection, at)
        coming.write(connection, at)
        if shelf is Shelf.ARCHIVED:
            writing.write_shelf(connection, workshop.id, shelf, since or at)

    return replace(coming, write=write)


def shelving(id_: WorkshopId, shelf: Shelf) -> Entry:
    """A workshop is put on a shelf."""

    def write(connection: Any, at: str) -> None:
        from deskrisk.storage import writing  # noqa: PLC0415  runs on the writer's thread

        writing.write_shelf(connection, id_, shelf, at)

    return Entry(workshop=id_, write=write)


def cleaning() -> Entry:
    """No word stays in the file that is in no workshop: not in the search, nor in free pages."""

    def write(connection: Connection, _at: str) -> None:
        while search.keep_up(connection):
            continue
        search.tighten(connection)
        connection.execute("VACUUM")
        _empty_log(connection)

    return Entry(workshop=EVERYTHING, write=write, alone=True)


def _empty_log(connection: Connection) -> None:
    """Cut the log off; somebody who is just reading has to come to an end first.

    Raises:
        LibraryLockedError: somebody reads on and on.
    """
    for _turn in range(_TURNS):
        busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
        time.sleep(_TURN_SECONDS)
    raise LibraryLockedError
