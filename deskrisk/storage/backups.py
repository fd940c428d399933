"""Copies of a library file: made whole, looked through before they count, and put back."""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from deskrisk.domain.backups import Backup, BackupContents, BadBackupError, NoBackupError, Reason
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.storage import lock, opening, search
from deskrisk.storage.driver import Connection, connect, problems_translated

_NAME = re.compile(r"(\d{8}T\d{6}\d*Z)-([a-z]+)\.db")
_STAMP = "%Y%m%dT%H%M%S%fZ"
_TITLES = 5
_STAND = "SELECT shelf, count(*), max(touched), total(seal) FROM workshop GROUP BY shelf"


def folder_of(library: Path) -> Path:
    """Where the copies of a library are: beside it."""
    return library.with_name(f"{library.name}-backups")


def path_of(library: Path, backup: Backup) -> Path:
    """The file of a copy."""
    if backup.reason is Reason.MIGRATION and not _NAME.fullmatch(backup.name):
        return library.with_name(backup.name)
    return folder_of(library) / backup.name


def backups(library: Path) -> tuple[Backup, ...]:
    """All copies of a library, the newest first; those that a migration left beside it too."""
    found = [
        Backup(
            name=file.name,
            made_at=datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC),
            reason=Reason(match[2]),
            size=file.stat().st_size,
        )
        for file in _files(folder_of(library))
        if (match := _NAME.fullmatch(file.name)) and match[2] in _REASONS
    ]
    for file in library.parent.glob(f"{library.name}.version-*"):
        if file.suffix != ".new":
            status = file.stat()
            made_at = datetime.fromtimestamp(status.st_mtime, UTC)
            size = status.st_size
            name = file.name
            found.append(Backup(name=name, made_at=made_at, reason=Reason.MIGRATION, size=size))
    return tuple(sorted(found, key=lambda each: (each.made_at, each.name), reverse=True))


def make(library: Path, reason: Reason, now: datetime) -> Backup:
    """Copy a library as it is, also while it is being written, and look the copy through.

    Raises:
        BadBackupError: the copy is not whole; nothing is left of it.
        LibraryError: the disk; nothing is left of it.
    """
    folder = folder_of(library)
    name = f"{now.astimezone(UTC).strftime(_STAMP)}-{reason.value}.db"
    copy = folder / name
    with problems_translated():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        building = folder / f"{name}.new"
        try:
            _copy(library, building)
            check(building)
            building.replace(copy)
            opening.sync_folder(folder)
        finally:
            building.unlink(missing_ok=True)
        size = copy.stat().st_size
    return Backup(name=name, made_at=now.astimezone(UTC), reason=reason, size=size)


def check(copy: Path) -> None:
    """Open a copy and look through all of its pages.

    Raises:
        BadBackupError: it is not whole.
        LibraryError: it is no library, a newer one, or damaged.
    """
    opening.look_at(copy)
    with _opened(copy, writing=False) as connection:
        opening.verify(connection)
        lines = connection.execute("PRAGMA quick_check(1)").fetchall()
    if [line for (line,) in lines] != ["ok"]:
        raise BadBackupError(copy.name)


def contents(copy: Path) -> BackupContents:
    """What is in a copy.

    Raises:
        LibraryError: it cannot be read.
    """
    with problems_translated(), _opened(copy, writing=False) as connection:
        (count,) = connection.execute("SELECT count(*) FROM workshop").fetchone()
        found = connection.execute(
            "SELECT title FROM workshop ORDER BY touched DESC LIMIT ?", (_TITLES,)
        ).fetchall()
    return BackupContents(workshops=count, titles=tuple(title for (title,) in found))


def is_like(library: Path, backup: Backup) -> bool:
    """Does a copy hold what the library holds, by what changes with every step?

    Returns:
        False too where either cannot be read.
    """
    try:
        connection = connect(library, writing=False)
        try:
            now = connection.execute(_STAND).fetchall()
        finally:
            connection.close()
        with _opened(path_of(library, backup), writing=False) as copy:
            return bool(copy.execute(_STAND).fetchall() == now)
    except (OSError, dbapi2.Error):
        return False


def holds(copy: Path, workshop: WorkshopId) -> bool:
    """Is a workshop in a copy?

    Raises:
        LibraryError: it cannot be read.
    """
    with problems_translated(), _opened(copy, writing=False) as connection:
        found = connection.execute("SELECT 1 FROM workshop WHERE id = ?", (workshop,)).fetchone()
    return found is not None


def erase(copy: Path, workshops: Sequence[WorkshopId]) -> None:
    """Take workshops out of a copy, so that no word of them stays in it.

    Raises:
        BadBackupError, LibraryError: it cannot be done.
    """
    with problems_translated():
        with _opened(copy, writing=True) as connection:
            search.begin_anew(connection)  # a library that is restored makes it anew
            connection.executemany(
                "DELETE FROM workshop WHERE id = ?", [(each,) for each in workshops]
            )
            connection.execute("VACUUM")
        check(copy)


def drop(library: Path, backup: Backup) -> None:
    """Remove a copy.

    Raises:
        LibraryError: the disk.
    """
    with problems_translated():
        path_of(library, backup).unlink(missing_ok=True)


def put_back(library: Path, copy: Path) -> None:
    """Put a copy in the place of a library that nobody has open; the copy stays.

    It is looked through before anything is touched, and takes its place in one step.

    Raises:
        NoBackupError: there is no such copy.
        BadBackupError: it is not whole; the library is as it was.
        LibraryError: somebody has it open, or the disk; the library is as it was.
    """
    if not copy.is_file():
        raise NoBackupError(copy.name)
    coming = library.with_name(f"{library.name}.restored")
    with problems_translated():
        let_go = lock.hold(library)
        try:
            shutil.copyfile(copy, coming)
            coming.chmod(0o600)
            check(coming)
            _sync(coming)
            # A log that belongs to the library as it was would be read into the one that comes.
            for ending in ("-wal", "-shm"):
                library.with_name(library.name + ending).unlink(missing_ok=True)
            coming.replace(library)
            opening.sync_folder(library.parent)
        finally:
            coming.unlink(missing_ok=True)
            let_go()


_REASONS = {each.value for each in Reason}


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (each for each in folder.iterdir() if each.is_file())


def _copy(library: Path, building: Path) -> None:
    building.unlink(missing_ok=True)
    os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    source = connect(library, writing=False)
    try:
        target = dbapi2.connect(str(building), isolation_level=None)
        try:
            target.execute("PRAGMA synchronous = EXTRA")
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, complete in itself
        finally:
            target.close()
    finally:
        source.close()


@contextmanager
def _opened(copy: Path, *, writing: bool) -> Iterator[Connection]:
    """A copy in itself, without the log that a library has beside it."""
    mode = "mode=rw" if writing else "mode=ro&immutable=1"
    address = f"{copy.absolute().as_uri()}?{mode}"
    connection = dbapi2.connect(address, uri=True, isolation_level=None)
    try:
        for pragma in ("foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF"):
            connection.execute(f"PRAGMA {pragma}")
        yield connection
    finally:
        connection.close()


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
