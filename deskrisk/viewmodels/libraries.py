"""Which library is open, in words: one for each client, perhaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deskrisk.i18n import _

PROGRAM = "DeskRisk"
_NO_NAME = "library"


@dataclass(frozen=True, slots=True)
class LibraryChoice:
    """A library that was opened lately: its path and what it is called."""

    path: str
    words: str


def library_name(path: Path, usual: Path) -> str:
    """What a library is called: by its file, or by its folder; ``""`` for the usual one."""
    if path == usual:
        return ""
    return path.parent.name if path.stem == _NO_NAME else path.stem


def window_title(name: str) -> str:
    """The title of the home window, which names a library that is not the usual one."""
    return f"{name} \N{MIDDLE DOT} {PROGRAM}" if name else PROGRAM


def library_choices(recent: Sequence[str], here: Path, usual: Path) -> tuple[LibraryChoice, ...]:
    """The libraries that can be switched to, the usual one last if it is not open.

    Args:
        recent: paths, the last opened first.
        here: the one that is open.
        usual: the one without a name.
    """
    paths = dict.fromkeys([*map(Path, recent), usual])
    return tuple(
        LibraryChoice(str(path), library_name(path, usual) or _("Your usual library"))
        for path in paths
        if path != here
    )
