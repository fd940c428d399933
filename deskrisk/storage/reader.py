"""The connection that reads: plainly for the list, through SQLAlchemy for whole workshops."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from deskrisk.storage import opening, schema
from deskrisk.storage.driver import Connection, connect, problems_translated

if TYPE_CHECKING:
    from sqlalchemy import Connection as Transaction
    from sqlalchemy import Engine


class Reader:
    """Reads one library, for one thread at a time."""

    def __init__(self, raw: Connection) -> None:
        self._raw = raw
        self._engine: Engine | None = None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file for reading, after it was made or brought up to date.

        Raises:
            LibraryError: it cannot be made or opened.
        """
        with problems_translated():
            if not path.exists():
                opening.create(path)
            raw = connect(path, writing=False)
            try:
                version = opening.verify(raw)
            except BaseException:
                raw.close()
                raise
            if version == schema.VERSION:
                return cls(raw)
            raw.close()
            # Alembic takes a quarter of a second and is needed for an older file alone.
            from deskrisk.storage import upgrading  # noqa: PLC0415

            upgrading.upgrade(path)
            return cls(connect(path, writing=False))

    @contextmanager
    def plain(self) -> Iterator[Connection]:
        """The plain connection.

        Raises:
            LibraryError: reading fails.
        """
        with self._lock, problems_translated():
            yield self._raw

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """A SQLAlchemy connection that sees one state of the file.

        Raises:
            LibraryError: reading fails.
        """
        # SQLAlchemy takes 0.4 s to load, and the list of workshops does not need it.
        from deskrisk.storage.engine import engine_over  # noqa: PLC0415

        with self._lock, problems_translated():
            if self._engine is None:
                self._engine = engine_over(self._raw, writing=False)
            with self._engine.begin() as connection:
                yield connection

    def interrupt(self) -> None:
        """End what is being read at this moment, from any thread; it fails there."""
        self._raw.interrupt()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
            self._raw.close()
