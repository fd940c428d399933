"""Files are written whole or not at all, and the world's errors get a name."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from deskrisk.domain.file_errors import (
    DiskFullError,
    DiskTroubleError,
    FileInUseError,
    FolderMissingError,
    FolderReadOnlyError,
    NotAFileError,
    PathError,
)

PRIVATE = 0o600
"""Only the user may read what is written: it is confidential."""

_CAUSES: dict[int, type[PathError]] = {
    errno.ENOENT: FolderMissingError,
    errno.ENOTDIR: FolderMissingError,
    errno.EACCES: FolderReadOnlyError,
    errno.EPERM: FolderReadOnlyError,
    errno.EROFS: FolderReadOnlyError,
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EFBIG: DiskFullError,
    errno.EISDIR: NotAFileError,
}


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn what the disk says while a file is written into a ``PathError``.

    Raises:
        PathError: the folder is missing or read-only, the disk is full, or something else.
    """
    try:
        yield
    except OSError as error:
        cause = _CAUSES.get(error.errno or 0, DiskTroubleError)
        raise cause(str(path)) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is the old one or the new one, never half of it.

    A link stays a link: the file that it points to is replaced.

    Raises:
        PathError: it could not be written; what was there before is untouched.
    """
    with named_errors(path):
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            raise NotAFileError(str(path))
        part = target.with_name(f".deskrisk-{secrets.token_hex(8)}.part")
        try:
            _write_synced(part, content)
            _put_in_place(part, target)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        _sync_folder(target.parent)


def _put_in_place(part: Path, target: Path) -> None:
    """The folder can be written to, or there would be no part: what refuses is the old file."""
    try:
        part.replace(target)
    except PermissionError as error:
        raise FileInUseError(str(target)) from error


def _write_synced(path: Path, content: bytes) -> None:
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE
    )
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; only some systems can, and need it."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
