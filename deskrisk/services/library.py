"""The library: the workshops a facilitator keeps, in one file."""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Self, TypeVar, cast

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.library import (
    AlreadyThereError,
    Health,
    LibraryRow,
    NoSuchWorkshopError,
    SaveState,
    SeveralWorkshopsError,
    Shelf,
)
from deskrisk.domain.listing import DueList, FilterKind, Offered, Page, Wish
from deskrisk.domain.model.brief import Brief
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.search import Found
from deskrisk.domain.texts import cleaned_value
from deskrisk.services.meeting import Meeting
from deskrisk.services.slip_box import SlipBox
from deskrisk.storage import entries, home, lock, opening, search
from deskrisk.storage.driver import Connection, problems_translated
from deskrisk.storage.reader import Reader
from deskrisk.storage.recorder import WorkshopRecorder
from deskrisk.storage.writer import RETRY_SECONDS, Writer

__all__ = ["Library", "LibraryRow", "SaveState"]

T = TypeVar("T")

HORIZON_DAYS = 90
"""How far a new workshop looks ahead until the facilitator says otherwise."""

SHORT_SECONDS = 1.0
"""How long the list waits for what has just been changed."""

BOX_NAME = 32
"""Characters that name a workshop's box; its id may be anything when it came from a file."""

WAIT_SECONDS = 30.0
"""How long a whole workshop may take to be stored before it counts as not possible."""

CLEAN_SECONDS = 600.0
"""How long the whole file may take to be written anew without what was erased."""

FRESH_SECONDS = 0.2
"""How long a search waits for what has just been changed."""


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """An open library; one process at a time has it.

    Steps of its meetings are stored by a thread of its own. Reading is done on the calling thread,
    which should not be that of a window; list, search and whole workshops do not wait for each
    other. Only whole workshops need SQLAlchemy, which ``warm_up`` loads in the background.
    """

    def __init__(self, reader: Reader, let_go: Callable[[], None], writer: Writer) -> None:
        self._reader = reader
        self._seeker: Reader | None = None
        self._all_read = False
        self._closed = False
        self._let_go = let_go
        self._writer = writer
        self._open: dict[WorkshopId, tuple[Meeting, WorkshopRecorder]] = {}

    @classmethod
    def open(cls, path: Path, *, retry_seconds: float = RETRY_SECONDS) -> Self:
        """Open a library; a file that is not there is made, with its folder.

        Args:
            path: the file.
            retry_seconds: how soon saving is tried again after a problem.

        Raises:
            LibraryBusyError: another DeskRisk has it open.
            LibraryLockedError: another program holds the file.
            NewerLibraryError: a newer DeskRisk wrote it; it has not been touched.
            DamagedLibraryError: it is empty, or cannot be read.
            ForeignFileError: it is something else.
            LibraryFullError, ReadOnlyLibraryError, LibraryGoneError, StorageError: the disk.
        """
        path = path.expanduser().resolve()
        with problems_translated():
            lock.refuse_second(path)
            if path.exists():
                opening.look_at(path)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            let_go = lock.hold(path)
        try:
            reader = Reader.open(path)
            writer = Writer(path, retry_seconds=retry_seconds, tidy=search.keep_up)
            return cls(reader, let_go, writer)
        except BaseException:
            let_go()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._writer.path

    @property
    def closed(self) -> bool:
        """Has it been let go of?"""
        return self._closed

    @property
    def save_state(self) -> SaveState:
        """Is everything stored?"""
        return self._writer.state

    def listen_saved(self, listener: Callable[[SaveState], None]) -> Callable[[], None]:
        """Be told after every attempt to store something, on the writer's thread.

        Returns:
            a function that ends it.
        """
        return self._writer.listen(listener)

    def warm_up(self) -> None:
        """Load what storing and opening need, in the background; best after the first paint."""
        self._writer.start()

    def rows(self, limit: int = 50, offset: int = 0) -> tuple[LibraryRow, ...]:
        """Some of the workshops that are on no other shelf, the last changed first.

        What has just been changed is waited for, at most a second.
        """
        with self._listed() as reader:
            return home.rows(reader, limit, offset)

    def page(self, wish: Wish, today: date, *, before: int = home.NEVER, limit: int = 50) -> Page:
        """Some of the workshops that are asked for, the last changed first.

        Args:
            wish: which.
            today: for what is due.
            before: ``touched`` of the last row that is known; nothing for the first page.
            limit: how many at most.
        """
        with self._listed() as reader:
            return home.page(reader, wish, today, before=before, limit=limit)

    def row(self, id_: WorkshopId) -> LibraryRow | None:
        """One workshop as the list shows it, on whatever shelf; None if it is not there."""
        with self._listed() as reader:
            return home.row(reader, id_)

    def due(self, today: date, until: date, most: int) -> DueList:
        """What is due until a day, at most so much of it one by one."""
        with self._listed() as reader:
            return home.due(reader, today, until, most)

    def count(self, wish: Wish | None = None, today: date = date.min) -> int:
        """How many workshops are asked for: without a wish, those that are on no other shelf."""
        with self._listed() as reader:
            return home.count(reader, wish or Wish(), today)

    def offered(self, kind: FilterKind, limit: int = 500) -> tuple[Offered, ...]:
        """What the list can be narrowed to, the most frequent first."""
        with self._listed() as reader:
            return home.offered(reader, kind, limit)

    def search(self, text: str, wish: Wish | None = None, *, skip: int = 0) -> Found:
        """Look for words in everything that is not in the trash, the best hits first.

        Args:
            text: as it was typed.
            wish: its filters count.
            skip: how many of the best workshops are known already.

        Raises:
            LibraryError: reading fails, or ``stop_search`` was called.
        """
        self._all_read = self._writer.tidied(FRESH_SECONDS)
        if self._seeker is None:
            self._seeker = Reader.open(self.path)
        with self._seeker.plain() as reader:
            return search.find(reader, text, wish or Wish(), skip=skip)

    def stop_search(self) -> None:
        """End the search that goes on: its result is not wanted any more."""
        if self._seeker is not None:
            self._seeker.interrupt()

    def unread(self) -> int:
        """How many workshops the last search did not know as they are."""
        if self._all_read:
            return 0
        with self._listed() as reader:
            return search.unread(reader)

    def find(self, text: str) -> WorkshopId:
        """Which workshop is meant: by its id, its whole title, or a part of one title alone.

        Raises:
            NoSuchWorkshopError: none is.
            SeveralWorkshopsError: more than one could be.
        """
        with self._listed() as reader:
            known = home.titles(reader)
        wanted = text.strip().casefold()
        tests: tuple[Callable[[str, str], bool], ...] = (
            lambda id_, _title: id_ == text.strip(),
            lambda _id, title: title.strip().casefold() == wanted,
            lambda _id, title: bool(wanted) and wanted in title.casefold(),
        )
        for test in tests:
            found = [(id_, title) for id_, title in known if test(id_, title)]
            if len(found) == 1:
                return found[0][0]
            if found:
                raise SeveralWorkshopsError(text, tuple(title for _id, title in found[:5]))
        raise NoSuchWorkshopError(text)

    def create(self, title: str, *, held_on: date | None = None) -> Meeting:
        """Start a new workshop; it is stored in the background like any step.

        Args:
            title: what it is called.
            held_on: the day of the meeting, today if not known.

        Raises:
            EmptyError: the title is empty.
            TooLongError: it is too long for any text.
        """
        if not title.strip():
            raise EmptyError("brief", "title")
        day = held_on or _now().astimezone().date()
        horizon = day + timedelta(days=HORIZON_DAYS)
        brief, _count = cleaned_value(Brief(title=title, held_on=day, horizon=horizon))
        workshop = Workshop(id=WorkshopId(secrets.token_hex(16)), brief=brief)
        self._writer.submit(entries.insertion(workshop))
        return self._meeting(workshop, ())

    def open_meeting(self, id_: WorkshopId) -> Meeting:
        """Open a workshop with its journal; the same meeting again while it is open.

        Raises:
            NoSuchWorkshopError: it is not in the library.
            DamagedLibraryError: it cannot be read.
        """
        if id_ in self._open:
            return self._open[id_][0]
        with self._stored() as (connection, reading):
            workshop = reading.load_workshop(connection, id_)
            if workshop is None:
                raise NoSuchWorkshopError(id_)
            steps = reading.load_steps(connection, id_)
        return self._meeting(workshop, steps)

    def workshop(self, id_: WorkshopId) -> Workshop:
        """A workshop as it is now, to look at.

        Raises:
            NoSuchWorkshopError: it is not in the library.
            DamagedLibraryError: it cannot be read.
        """
        if id_ in self._open:
            return self._open[id_][0].workshop
        with self._stored() as (connection, reading):
            workshop = cast("Workshop | None", reading.load_workshop(connection, id_))
        if workshop is None:
            raise NoSuchWorkshopError(id_)
        return workshop

    def asked(self, question: Callable[[Connection], T]) -> T:
        """What a question of the reading room finds, with all that has just been changed.

        Raises:
            LibraryError: reading fails.
        """
        with self._listed() as reader:
            return question(reader)

    def holds(self, id_: WorkshopId) -> bool:
        """Is this workshop in the library?"""
        with self._listed() as reader:
            return id_ in self._open or home.is_there(reader, id_)

    def add(self, workshop: Workshop) -> None:
        """Take a whole workshop in, and wait until it is stored.

        Raises:
            AlreadyThereError: one with its id is there.
            LibraryError: it cannot be stored; the library is as it was.
        """
        if self.holds(workshop.id):
            raise AlreadyThereError(workshop.id)
        self._writer.write_now(entries.insertion(workshop), WAIT_SECONDS)

    def replace(self, workshop: Workshop) -> None:
        """Put a whole workshop in the place of the one with its id, and wait until it is stored.

        Its journal starts anew: there is no step that leads from one to the other. A meeting of
        the old one stores nothing any more; ``open_meeting`` gives the new one.

        Raises:
            NoSuchWorkshopError: there is none with its id.
            LibraryError: it cannot be stored; the library is as it was.
        """
        if not self.holds(workshop.id):
            raise NoSuchWorkshopError(workshop.id)
        self._writer.write_now(entries.replacement(workshop), WAIT_SECONDS)
        self._forget(workshop.id)

    def put_on_shelf(self, id_: WorkshopId, shelf: Shelf) -> None:
        """Archive a workshop, throw it into the trash, or bring it back; waits until it is stored.

        Raises:
            NoSuchWorkshopError: it is not there.
            LibraryError: it cannot be done now; the library is as it was.
        """
        if not self.holds(id_):
            raise NoSuchWorkshopError(id_)
        self._writer.write_now(entries.shelving(id_, shelf), WAIT_SECONDS)

    def remove(self, id_: WorkshopId) -> None:
        """Take a workshop out of the library, and wait until that is stored.

        Its words may still be in the search, until ``clean``.

        Raises:
            NoSuchWorkshopError: it is not there.
            LibraryError: it cannot be done now; the library is as it was.
        """
        if not self.holds(id_):
            raise NoSuchWorkshopError(id_)
        self._writer.write_now(entries.removal(id_), WAIT_SECONDS)
        self._forget(id_)
        self._box(id_).throw_away()

    def thrown_away_before(self, when: datetime) -> tuple[WorkshopId, ...]:
        """The workshops that were put into the trash before a moment."""
        with self._listed() as reader:
            return home.shelved_before(reader, when.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ"))

    def clean(self) -> None:
        """Let no word stay in the file that is in no workshop; seconds for each 500 MB.

        Raises:
            LibraryError: it cannot be done now.
        """
        self._writer.write_now(entries.cleaning(), CLEAN_SECONDS)

    def check(self) -> Health:
        """Check the whole file and every workshop; a second for each 500 MB."""
        from deskrisk.storage import health  # noqa: PLC0415  needs SQLAlchemy

        self._writer.flush(WAIT_SECONDS, patient=False)
        reader = Reader.open(self.path)  # the list must not wait until the check is through
        try:
            with reader.transaction() as connection:
                return health.check(connection)
        finally:
            reader.close()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything is stored.

        Args:
            timeout: seconds; None for as long as it takes.

        Returns:
            whether it is.
        """
        return self._writer.flush(timeout)

    def close(self) -> bool:
        """Store what waits, waiting through one more attempt, and let go of the file.

        Returns:
            whether everything is stored. Ask ``flush`` or ``save_state`` before, while the user
            can still do something about it.
        """
        if self._seeker is not None:
            self._seeker.close()
        self._reader.close()
        self._writer.close()
        self._let_go()
        self._closed = True
        return self._writer.state.saved

    def __enter__(self) -> Self:
        """Use it for one block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it after the block."""
        self.close()

    def _meeting(self, workshop: Workshop, steps: Any) -> Meeting:
        recorder = WorkshopRecorder(self._writer, steps)
        meeting = Meeting(
            workshop,
            recorder=recorder,
            steps=steps,
            box=self._box(workshop.id),
            disk_problem=lambda: self.save_state.problem,
        )
        self._open[workshop.id] = (meeting, recorder)
        return meeting

    def _box(self, id_: WorkshopId) -> SlipBox:
        """Where sealed slips lie beside the library until their round ends."""
        name = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:BOX_NAME]
        path = self.path.with_name(f"{self.path.name}-box-{name}")
        return SlipBox(path, durable=lambda: self._writer.flush(SHORT_SECONDS, patient=False))

    def _forget(self, id_: WorkshopId) -> None:
        held = self._open.pop(id_, None)
        if held is not None:
            held[1].end()

    def _wait_a_little(self) -> None:
        """What has just been changed belongs to the answer, if the disk can take it soon."""
        self._writer.flush(SHORT_SECONDS, patient=False)

    @contextmanager
    def _listed(self) -> Iterator[Any]:
        """A plain connection that knows what has just been changed."""
        self._wait_a_little()
        with self._reader.plain() as reader:
            yield reader

    @contextmanager
    def _stored(self) -> Iterator[tuple[Any, Any]]:
        """The reading module and a transaction for it, after everything was stored."""
        from deskrisk.storage import reading  # noqa: PLC0415  needs SQLAlchemy

        self._writer.flush(WAIT_SECONDS, patient=False)
        with self._reader.transaction() as connection:
            yield connection, reading
