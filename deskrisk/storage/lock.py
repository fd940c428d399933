"""One process at a time has a library open.

The operating system holds the lock, not the presence of a file: a process that died has let go of
it, and the next one takes it over without a question.
"""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from deskrisk.domain.library import LibraryBusyError

if sys.platform == "win32":  # the module of one system has no types on the other
    import msvcrt

    def _seize(file: int) -> None:
        os.lseek(file, _AT, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


_held_here: set[Path] = set()
"""The libraries that this process holds."""

_AT = 64
"""The locked byte lies behind the number, which others may read."""


def hold(library: Path) -> Callable[[], None]:
    """Keep a library for this process.

    Returns:
        a function that lets go of it.

    Raises:
        LibraryBusyError: another process, or this one, has it open.
        OSError: the lock file beside the library cannot be made.
    """
    refuse_second(library)
    file = os.open(library.with_name(f"{library.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _seize(file)
    except OSError:
        holder = _number_in(file)
        os.close(file)
        raise LibraryBusyError(holder) from None
    os.ftruncate(file, 0)
    os.lseek(file, 0, os.SEEK_SET)
    os.write(file, str(os.getpid()).encode())
    _held_here.add(library)

    def let_go() -> None:
        _held_here.discard(library)
        with contextlib.suppress(OSError):
            os.close(file)

    return let_go


def refuse_second(library: Path) -> None:
    """See to it that a library that is open here is not even looked at.

    Where POSIX rules, closing a file lets go of all locks that this process has on it, also of
    those that SQLite holds through another door.

    Raises:
        LibraryBusyError: this process has it open.
    """
    if library in _held_here:
        raise LibraryBusyError(os.getpid())


def _number_in(file: int) -> int:
    os.lseek(file, 0, os.SEEK_SET)
    text = os.read(file, 20)
    return int(text) if text.isdigit() else 0
