"""Is this file a library of ours? And how a new one is made: complete, or not there at all."""

import os
from pathlib import Path

from sqlcipher3 import dbapi2

from deskrisk.domain.library import DamagedLibraryError, ForeignFileError, NewerLibraryError
from deskrisk.storage import schema
from deskrisk.storage.driver import Connection

_MAGIC = b"SQLite format 3\0"
_VERSION_AT, _APPLICATION_AT, _HEADER = 60, 68, 100


def look_at(path: Path) -> int:
    """Read the head of a file without touching it.

    Returns:
        the version of its tables, 1 or more.

    Raises:
        OSError: it cannot be read.
        DamagedLibraryError: it is empty or cut short.
        ForeignFileError: it is something else.
        NewerLibraryError: a newer program wrote it.
    """
    with path.open("rb") as file:
        head = file.read(_HEADER)
        size = file.seek(0, os.SEEK_END)
    if not head:
        raise DamagedLibraryError(empty=True)
    if not head.startswith(_MAGIC[: len(head)]):
        raise ForeignFileError
    if len(head) < _HEADER or (size % _page_size(head) and not _has_log(path)):
        raise DamagedLibraryError
    return _accepted(_number(head, _APPLICATION_AT), _number(head, _VERSION_AT))


def verify(connection: Connection) -> int:
    """The version that an open file says it has, after everything in its log was read.

    Raises:
        DamagedLibraryError: it has the right head, and not our tables.
        ForeignFileError, NewerLibraryError: as for ``look_at``.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    accepted = _accepted(application, version)
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    if not {"workshop", "step"} <= {name for (name,) in found}:
        raise DamagedLibraryError
    return accepted


def create(path: Path) -> None:
    """Make a new library: built beside its place and moved there when it is complete.

    Raises:
        OSError, dbapi2.Error: it cannot be made; nothing is left.
    """
    building = path.with_name(f"{path.name}.new")
    building.unlink(missing_ok=True)
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _build(building)
        building.replace(path)
        sync_folder(path.parent)
    finally:
        building.unlink(missing_ok=True)


def _build(path: Path) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        for statement in schema.statements():
            connection.execute(statement)
        stamp(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


def stamp(connection: Connection, version: int = schema.VERSION) -> None:
    """Write whose file it is and which version; part of the transaction around it."""
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def sync_folder(folder: Path) -> None:
    """A new name in a folder lasts only when the folder itself was written."""
    if os.name == "nt":  # Windows cannot open a folder and does it by itself
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _page_size(head: bytes) -> int:
    size = int.from_bytes(head[16:18], "big")
    return 65_536 if size <= 1 else size


def _has_log(path: Path) -> bool:
    """After a crash the log may hold the pages that the file was about to get."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _number(head: bytes, at: int) -> int:
    return int.from_bytes(head[at : at + 4], "big")


def _accepted(application: int, version: int) -> int:
    if application != schema.APPLICATION_ID:
        raise ForeignFileError
    if version > schema.VERSION:
        raise NewerLibraryError(version, schema.VERSION)
    if version < 1:
        raise DamagedLibraryError
    return version
