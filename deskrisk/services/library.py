"""The library: the workshops a facilitator keeps, in one file."""

import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Self, cast

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.library import (
    AlreadyThereError,
    Health,
    LibraryRow,
    NoSuchWorkshopError,
    SaveState,
    SeveralWorkshopsError,
)
from deskrisk.domain.model.brief import Brief
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.texts import cleaned_value
from deskrisk.services.meeting import Meeting
from deskrisk.services.slip_box import SlipBox
from deskrisk.storage import home, lock, opening
from deskrisk.storage.driver import problems_translated
from deskrisk.storage.reader import Reader
from deskrisk.storage.recorder import WorkshopRecorder
from deskrisk.storage.writer import RETRY_SECONDS, Entry, Writer

__all__ = ["Library", "LibraryRow", "SaveState"]

HORIZON_DAYS = 90
"""How far a new workshop looks ahead until the facilitator says otherwise."""

SHORT_SECONDS = 1.0
"""How long the list waits for what has just been changed."""

BOX_NAME = 32
"""Characters that name a workshop's box; its id may be anything when it came from a file."""

WAIT_SECONDS = 30.0
"""How long a whole workshop may take to be stored before it counts as not possible."""


def _now() -> datetime:
    return datetime.now(UTC)


class Library:
    """An open library; one process at a time has it.

    Steps of its meetings are stored by a thread of its own. Reading is done on the calling thread;
    everything but the list needs SQLAlchemy, which ``warm_up`` loads in the background.
    """

    def __init__(self, reader: Reader, let_go: Callable[[], None], writer: Writer) -> None:
        self._reader = reader
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
            return cls(Reader.open(path), let_go, Writer(path, retry_seconds=retry_seconds))
        except BaseException:
            let_go()
            raise

    @property
    def path(self) -> Path:
        """The file."""
        return self._writer.path

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
        """Some of the workshops, the last changed first.

        What has just been changed is waited for, at most a second.
        """
        self._wait_a_little()
        with self._reader.plain() as reader:
            return home.rows(reader, limit, offset)

    def count(self) -> int:
        """How many workshops there are."""
        self._wait_a_little()
        with self._reader.plain() as reader:
            return home.count(reader)

    def find(self, text: str) -> WorkshopId:
        """Which workshop is meant: by its id, its whole title, or a part of one title alone.

        Raises:
            NoSuchWorkshopError: none is.
            SeveralWorkshopsError: more than one could be.
        """
        self._wait_a_little()
        with self._reader.plain() as reader:
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
        self._writer.submit(_insertion(workshop))
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

    def holds(self, id_: WorkshopId) -> bool:
        """Is this workshop in the library?"""
        self._wait_a_little()
        with self._reader.plain() as reader:
            return id_ in self._open or home.is_there(reader, id_)

    def add(self, workshop: Workshop) -> None:
        """Take a whole workshop in, and wait until it is stored.

        Raises:
            AlreadyThereError: one with its id is there.
            LibraryError: it cannot be stored; the library is as it was.
        """
        if self.holds(workshop.id):
            raise AlreadyThereError(workshop.id)
        self._writer.write_now(_insertion(workshop), WAIT_SECONDS)

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
        self._writer.write_now(_replacement(workshop), WAIT_SECONDS)
        self._forget(workshop.id)

    def remove(self, id_: WorkshopId) -> None:
        """Take a workshop out of the library, and wait until that is stored.

        Raises:
            NoSuchWorkshopError: it is not there.
            LibraryError: it cannot be done now; the library is as it was.
        """
        if not self.holds(id_):
            raise NoSuchWorkshopError(id_)
        self._writer.write_now(_removal(id_), WAIT_SECONDS)
        self._forget(id_)
        self._box(id_).throw_away()

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
        self._reader.close()
        self._writer.close()
        self._let_go()
        return self._writer.state.saved

    def __enter__(self) -> Self:
        """Use it for one block."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it after the block."""
        self.close()

    def _meeting(self, workshop: Workshop, steps: Any) -> Meeting:
        recorder = WorkshopRecorder(self._writer, steps)
        meeting = Meeting(workshop, recorder=recorder, steps=steps, box=self._box(workshop.id))
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
    def _stored(self) -> Iterator[tuple[Any, Any]]:
        """The reading module and a transaction for it, after everything was stored."""
        from deskrisk.storage import reading  # noqa: PLC0415  needs SQLAlchemy

        self._writer.flush(WAIT_SECONDS, patient=False)
        with self._reader.transaction() as connection:
            yield connection, reading


def _insertion(workshop: Workshop) -> Entry:
    def write(connection: Any, at: str) -> None:
        from deskrisk.storage import writing  # noqa: PLC0415  runs on the writer's thread

        writing.insert_workshop(connection, workshop, at)

    return Entry(workshop=workshop.id, write=write)


def _removal(id_: WorkshopId) -> Entry:
    def write(connection: Any, _at: str) -> None:
        from deskrisk.storage import writing  # noqa: PLC0415  runs on the writer's thread

        writing.delete_workshop(connection, id_)

    return Entry(workshop=id_, write=write)


def _replacement(workshop: Workshop) -> Entry:
    insertion, removal = _insertion(workshop), _removal(workshop.id)

    def write(connection: Any, at: str) -> None:
        removal.write(connection, at)
        insertion.write(connection, at)

    return replace(insertion, write=write)
