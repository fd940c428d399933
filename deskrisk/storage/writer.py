"""The one thread that writes: it owns the one writing connection of a library.

Entries wait in a queue. What waits is written in one transaction, and only after its commit does
it count as saved. When that fails, everything stays in the queue, the problem is reported at once,
and the thread tries again about every second until it is true that all is saved. When nothing
waits any more, it tidies up: the search is brought up to date after the commits, never inside.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

from deskrisk.domain.library import LibraryError, LibraryGoneError, SaveState, StorageError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.storage.driver import Connection, connect, problem_of

RETRY_SECONDS = 1.0
"""How long the thread waits before it tries again what has failed."""

MOST_AT_ONCE = 200
"""How many entries one transaction takes at most."""

QUIET_SECONDS = 1.0
"""How long nothing has to be written before the thread tidies up."""

_log = logging.getLogger(__name__)

BREATH_SECONDS = 0.01
"""How long it leaves the disk to others between two pieces of tidying up."""

Listener = Callable[[SaveState], None]

Tidy = Callable[[Connection], bool]
"""Brings something up to date on the plain connection; says whether there is more to do."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entry:
    """One thing to store.

    ``write`` gets a SQLAlchemy connection inside the transaction and the UTC minute; ``card`` is
    the workshop whose row in the list is written after it, None if ``write`` sees to it. An entry
    that is ``alone`` gets the plain connection instead, outside of any transaction.
    """

    workshop: WorkshopId
    write: Callable[[Any, str], None]
    card: Workshop | None = None
    alone: bool = False


def _now() -> datetime:
    return datetime.now(UTC)


class Writer:
    """Stores entries in the order in which they come; every call but ``flush`` returns at once."""

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], datetime] = _now,
        retry_seconds: float = RETRY_SECONDS,
        tidy: Tidy = lambda _connection: False,
        quiet_seconds: float = QUIET_SECONDS,
    ) -> None:
        self._path = path
        self._now = now
        self._retry_seconds = retry_seconds
        self._tidy = tidy
        self._quiet_seconds = quiet_seconds
        self._untidy = True
        self._midway = False
        self._hurry = False
        self._queue: deque[Entry] = deque()
        self._changed = threading.Condition()
        self._state = SaveState()
        self._refused: tuple[Entry, ...] = ()
        self._busy = False
        self._ending = False
        self._listeners: list[Listener] = []
        self._thread: threading.Thread | None = None
        self._engine: Any = None  # SQLAlchemy is loaded by the thread
        self._file: tuple[int, int] | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @property
    def state(self) -> SaveState:
        """How things stand."""
        with self._changed:
            return replace(self._state, pending=len(self._queue))

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told after every attempt to write, on the writer's thread.

        Returns:
            a function that ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def start(self) -> None:
        """Start the thread, which first loads what it needs to write."""
        with self._changed:
            if self._thread is None and not self._ending:
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()

    def submit(self, entry: Entry) -> None:
        """Put an entry in the queue."""
        with self._changed:
            self._queue.append(entry)
            self._changed.notify_all()
        self.start()

    def write_now(self, entry: Entry, timeout: float) -> None:
        """Put an entry in the queue and wait until it is stored.

        Raises:
            LibraryError: it cannot be stored at the moment; it has been taken back.
        """
        self.submit(entry)
        with self._changed:
            self._changed.wait_for(
                lambda: entry not in self._queue or entry in self._refused, timeout=timeout
            )
            self._changed.wait_for(lambda: not self._busy)  # it may be just about to succeed
            if entry in self._queue:
                self._withdraw(entry)

    def waiting(self, workshop: WorkshopId) -> bool:
        """Is there something of this workshop that is not stored yet?"""
        with self._changed:
            return any(entry.workshop == workshop for entry in self._queue)

    def flush(self, timeout: float | None = None, *, patient: bool = True) -> bool:
        """Wait until everything is stored.

        Args:
            timeout: seconds; None for as long as it takes.
            patient: also wait through a problem, as long as the time lasts.

        Returns:
            whether it is.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: not self._queue or (self._stuck() and not patient), timeout=timeout
            )
            return not self._queue

    def tidied(self, timeout: float) -> bool:
        """Tidy up without waiting for quiet, and wait until that is done.

        Args:
            timeout: seconds; what is not done then goes on in the background.

        Returns:
            whether it is.
        """
        self.start()
        with self._changed:
            self._hurry = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._untidy and not self._queue, timeout=timeout)
            self._hurry = False
            return not self._untidy

    def close(self) -> None:
        """Store what can be stored with one more attempt, and end the thread."""
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _withdraw(self, entry: Entry) -> None:
        problem = self._state.problem or StorageError("timeout")
        self._queue.remove(entry)
        if not self._queue:  # all that is left to store is stored
            self._state = replace(self._state, problem=None)
        raise problem

    def _stuck(self) -> bool:
        return self._state.problem is not None and not self._busy

    def _run(self) -> None:
        self._load()
        while (batch := self._next_batch()) or not self._ending:
            if not batch:
                self._tidy_up()
                continue
            problem = self._attempt(batch)
            self._settle(batch, problem)
            if problem is not None and not self._may_retry():
                break
        self._disconnect()

    def _load(self) -> None:
        # Here and nowhere earlier: loading takes 0.4 s, and the first window does not wait for it.
        from deskrisk.storage import writing  # noqa: PLC0415

        self._write_card = writing.write_card

    def _next_batch(self) -> tuple[Entry, ...]:
        """What to write next, waiting for it; empty when it is time to tidy up, or to end."""
        with self._changed:
            quiet = (
                (BREATH_SECONDS if self._midway else self._quiet_seconds) if self._untidy else None
            )
            self._changed.wait_for(
                lambda: self._queue or self._ending or (self._hurry and self._untidy), timeout=quiet
            )
            self._busy = bool(self._queue)
            waiting = tuple(self._queue)[:MOST_AT_ONCE]
            if waiting and waiting[0].alone:
                return waiting[:1]
            return tuple(takewhile(lambda entry: not entry.alone, waiting))

    def _attempt(self, batch: tuple[Entry, ...]) -> LibraryError | None:
        try:
            self._write(batch)
        except Exception as error:  # noqa: BLE001  whatever it is, nothing may be given up
            problem = problem_of(error)
            if type(problem) is not type(self._state.problem):  # once, not every second
                _log.warning("not saved: %s", type(problem).__name__)
            self._disconnect()
            return problem
        return None

    def _tidy_up(self) -> None:
        """Bring up to date what is made from the workshops; the next commit tries it again."""
        more = False
        try:
            self._connect()
            more = self._tidy(self._raw)
        except Exception as error:  # noqa: BLE001  nothing of it may stop the saving
            _log.warning("not tidied: %s", type(problem_of(error)).__name__)
            self._disconnect()
        with self._changed:
            self._untidy = self._midway = more
            self._changed.notify_all()

    def _write(self, batch: tuple[Entry, ...]) -> None:
        self._connect()
        at = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
        if batch[0].alone:
            batch[0].write(self._raw, at)
            return
        cards: dict[WorkshopId, Workshop] = {}
        with self._engine.begin() as connection:
            for entry in batch:
                entry.write(connection, at)
                if entry.card is not None:
                    cards[entry.workshop] = entry.card
                else:
                    cards.pop(entry.workshop, None)
            for card in cards.values():
                self._write_card(connection, card, at)

    def _settle(self, batch: tuple[Entry, ...], problem: LibraryError | None) -> None:
        with self._changed:
            if problem is None:
                for _ in batch:
                    self._queue.popleft()
            self._refused = batch if problem is not None else ()
            self._busy = False
            self._untidy = self._untidy or problem is None
            saved_at = self._state.saved_at if self._queue else self._now()
            self._state = SaveState(saved_at=saved_at, problem=problem)
            self._changed.notify_all()
        self._tell()

    def _tell(self) -> None:
        state = self.state
        for listener in tuple(self._listeners):
            try:
                listener(state)
            except Exception as error:  # noqa: BLE001  a window that has gone must not stop the saving
                _log.error("a listener failed: %s", type(error).__name__)

    def _may_retry(self) -> bool:
        """Wait a little before the next attempt; False when the library is being closed."""
        with self._changed:
            was_ending = self._ending
            self._changed.wait_for(lambda: self._ending, timeout=self._retry_seconds)
            return not was_ending

    def _connect(self) -> None:
        if self._engine is None:
            from deskrisk.storage.engine import engine_over  # noqa: PLC0415  see _load

            self._raw = connect(self._path, writing=True)
            self._engine = engine_over(self._raw, writing=True)
        found = self._path.stat()
        place = (found.st_dev, found.st_ino)
        if self._file not in (None, place):
            raise LibraryGoneError
        self._file = place

    def _disconnect(self) -> None:
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None
            self._raw.close()
