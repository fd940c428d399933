"""Copies of the library: made by themselves, thinned, looked into, and put back.

Beside the copies lies each workshop as a file of its own, as it was when it was last closed.
"""

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from deskrisk.domain.backups import (
    EVERY,
    MOST_BYTES,
    Backup,
    BackupContents,
    BadBackupError,
    NoBackupError,
    Reason,
    thinned,
)
from deskrisk.domain.errors import DeskError
from deskrisk.domain.library import DamagedLibraryError, ForeignFileError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.library import Library
from deskrisk.services.workshop_files import SUFFIX, write_workshop_file
from deskrisk.storage import backups as files

__all__ = ["Backup", "BackupContents", "Reason"]

FOLDER = "workshops"
"""Where the workshop files are, in the folder of the copies."""

FLUSH_SECONDS = 10.0

_one_at_a_time = threading.Lock()


def back_up(
    library: Library, reason: Reason, *, now: datetime, most_bytes: int = MOST_BYTES
) -> Backup:
    """Copy the library as it is, and let go of copies that are not needed any more.

    Raises:
        BadBackupError: the copy is not whole, and was thrown away.
        LibraryError: the disk.
    """
    library.flush(FLUSH_SECONDS)
    return back_up_file(library.path, reason, now=now, most_bytes=most_bytes)


def back_up_file(
    library: Path, reason: Reason, *, now: datetime, most_bytes: int = MOST_BYTES
) -> Backup:
    """Copy a library by its path; another program may have it open.

    Raises:
        BadBackupError: the copy is not whole, and was thrown away.
        LibraryError: the disk.
    """
    with _one_at_a_time:
        made = files.make(library, reason, now)
        for old in thinned(files.backups(library), now, most_bytes=most_bytes):
            with suppress(DeskError):  # it goes the next time
                files.drop(library, old)
    return made


def backups_of(library: Path) -> tuple[Backup, ...]:
    """All copies of a library, the newest first."""
    return files.backups(library)


def look_into(library: Path, backup: Backup) -> BackupContents:
    """What is in a copy.

    Raises:
        LibraryError: it cannot be read.
    """
    return files.contents(files.path_of(library, backup))


def backup_named(library: Path, name: str) -> Backup:
    """The copy with this name; ``"newest"`` is the last one.

    Raises:
        NoBackupError: there is none.
    """
    found = files.backups(library)
    for each in found:
        if name in {each.name, "newest"}:
            return each
    raise NoBackupError(name)


def is_changed(library: Path) -> bool:
    """Has the library been written since its last copy was begun?"""
    if not library.exists():
        return False
    last = next(iter(files.backups(library)), None)
    if last is None or _written(library) <= last.made_at:
        return last is None
    return not files.is_like(library, last)


def is_time(library: Path, now: datetime, *, every: timedelta = EVERY) -> bool:
    """Has the library gone without a copy of its changes for too long?"""
    last = next(iter(files.backups(library)), None)
    return (last is None or now - last.made_at >= every) and is_changed(library)


def restore(library: Library, backup: Backup, *, now: datetime) -> tuple[Library, Backup]:
    """Put a copy in the place of the library, which is copied before.

    Args:
        library: is closed, unless it cannot even be copied; ``closed`` tells after an error.
        backup: one of its copies.
        now: with its time zone.

    Returns:
        the library as it is then, open, and the copy that undoes this.

    Raises:
        NoBackupError: there is no such copy; the library was not touched and is still open.
        BadBackupError, LibraryError: as ``back_up`` and ``put_back`` say.
    """
    path = library.path
    if not files.path_of(path, backup).is_file():
        raise NoBackupError(backup.name)
    undo = back_up(library, Reason.RESTORE, now=now, most_bytes=_NO_LIMIT)
    library.close()
    files.put_back(path, files.path_of(path, backup))
    return Library.open(path), undo


def restore_file(library: Path, backup: Backup, *, now: datetime) -> Backup | None:
    """The same for a library that nobody has open, which may be damaged or gone.

    Returns:
        the copy that undoes this; None where nothing could be copied.

    Raises:
        NoBackupError, BadBackupError, LibraryError: as above; it may also be open elsewhere.
    """
    undo = None
    if library.exists():
        with suppress(DamagedLibraryError, ForeignFileError, BadBackupError):
            undo = back_up_file(library, Reason.RESTORE, now=now, most_bytes=_NO_LIMIT)
    files.put_back(library, files.path_of(library, backup))
    return undo


def keep_as_file(library: Path, workshop: Workshop) -> Path:
    """Write a workshop as a file beside the copies; whoever has it needs no DeskRisk to read it.

    Raises:
        PathError: the disk.
    """
    path = file_beside(library, workshop.id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_workshop_file(workshop, path)
    return path


def file_beside(library: Path, id_: WorkshopId) -> Path:
    """Where the file of a workshop lies; its name says nothing about it."""
    name = hashlib.sha256(id_.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return files.folder_of(library) / FOLDER / f"{name}{SUFFIX}"


def copies_with(library: Path, id_: WorkshopId) -> tuple[Backup, ...]:
    """The copies in which a workshop still is; those that cannot be read count too."""
    found = []
    for each in files.backups(library):
        try:
            there = files.holds(files.path_of(library, each), id_)
        except DeskError:
            there = True
        if there:
            found.append(each)
    return tuple(found)


def erase_in_copies(
    library: Path,
    id_: WorkshopId,
    copies: tuple[Backup, ...],
    told: Callable[[float], object] = lambda _share: None,
) -> tuple[Backup, ...]:
    """Take a workshop out of copies; one from which it cannot be taken is removed as a whole.

    Args:
        library: whose copies.
        id_: of the workshop.
        copies: as ``copies_with`` gave them.
        told: hears the share that is done, 0 to 1.

    Returns:
        the copies that were removed.

    Raises:
        LibraryError: one could not even be removed.
    """
    removed = []
    for place, each in enumerate(copies, 1):
        try:
            files.erase(files.path_of(library, each), (id_,))
        except DeskError:
            files.drop(library, each)
            removed.append(each)
        told(place / len(copies))
    return tuple(removed)


_NO_LIMIT = 2**62


def _written(library: Path) -> datetime:
    log = library.with_name(f"{library.name}-wal")
    times = [each.stat().st_mtime for each in (library, log) if each.exists()]
    return datetime.fromtimestamp(max(times), UTC)
