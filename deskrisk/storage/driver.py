"""Connections to a library file, and what the errors of SQLite mean for a user.

One driver everywhere, with a current SQLite inside. Only one connection of a library writes and
checkpoints; all others read.
"""

import errno
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from sqlcipher3 import dbapi2

from deskrisk.domain.library import (
    DamagedLibraryError,
    LibraryError,
    LibraryFullError,
    LibraryGoneError,
    LibraryLockedError,
    ReadOnlyLibraryError,
    StorageError,
)

Connection: TypeAlias = Any
"""A connection of the driver, which has no types of its own."""

BUSY_MILLISECONDS = 200
"""How long a statement waits for another program that holds the file."""

_ALWAYS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}",
    "PRAGMA synchronous = FULL",
)
# Without these, macOS keeps "written" data in the drive's cache.
_APPLE = ("PRAGMA fullfsync = ON", "PRAGMA checkpoint_fullfsync = ON")
_WRITER = ("PRAGMA journal_mode = WAL",)
_READER = ("PRAGMA query_only = ON", "PRAGMA wal_autocheckpoint = 0")


def connect(path: Path, *, writing: bool) -> Connection:
    """Open an existing library file.

    Args:
        path: the file; it is never made here.
        writing: this is the one connection that writes and checkpoints; otherwise it cannot.

    Raises:
        dbapi2.Error: ``problem_of`` tells what it means.
    """
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MILLISECONDS / 1000,
    )
    try:
        for pragma in (*_ALWAYS, *(_WRITER if writing else _READER)):
            connection.execute(pragma)
        if sys.platform == "darwin":
            for pragma in _APPLE:
                connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


_MEANINGS: Mapping[int, type[LibraryError]] = {
    1: DamagedLibraryError,  # our statements are fixed: the tables are not what they were
    5: LibraryLockedError,
    6: LibraryLockedError,
    8: ReadOnlyLibraryError,
    11: DamagedLibraryError,
    13: LibraryFullError,
    14: LibraryGoneError,
    26: DamagedLibraryError,
}
"""SQLite's primary result codes that a user can do something about."""

_SYSTEM: Mapping[int, type[LibraryError]] = {
    errno.ENOSPC: LibraryFullError,
    errno.EDQUOT: LibraryFullError,
    errno.EFBIG: LibraryFullError,
    errno.EROFS: ReadOnlyLibraryError,
    errno.EACCES: ReadOnlyLibraryError,
    errno.EPERM: ReadOnlyLibraryError,
    errno.ENOENT: LibraryGoneError,
    errno.ENOTDIR: LibraryGoneError,
}


@contextmanager
def problems_translated() -> Iterator[None]:
    """What the disk and the database raise in this block leaves it as what it means for a user.

    Raises:
        LibraryError: in place of the driver's, SQLAlchemy's and the system's own errors.
    """
    try:
        yield
    except (OSError, dbapi2.Error, UnicodeDecodeError) as error:
        raise problem_of(error) from None
    except Exception as error:
        if isinstance(getattr(error, "orig", None), dbapi2.Error):  # SQLAlchemy wraps it
            raise problem_of(error) from None
        raise


def problem_of(error: Exception) -> LibraryError:
    """What an error of the driver, of SQLAlchemy, or of the system means for a user."""
    if isinstance(error, LibraryError):
        return error
    origin = getattr(error, "orig", None) or error
    if isinstance(origin, UnicodeDecodeError):  # not even SQLite's complaint can be read
        return DamagedLibraryError()
    if isinstance(origin, OSError):
        meaning = _SYSTEM.get(origin.errno or 0)
        return StorageError(type(origin).__name__) if meaning is None else meaning()
    code = getattr(origin, "sqlite_errorcode", None)
    if not isinstance(code, int):
        if type(origin) is dbapi2.OperationalError:  # bytes in the file that are no text
            return DamagedLibraryError()
        return StorageError(type(origin).__name__)
    meaning = _MEANINGS.get(code & 0xFF)
    return (
        StorageError(str(getattr(origin, "sqlite_errorname", code)))
        if meaning is None
        else meaning()
    )
