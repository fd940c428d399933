"""The sheet of keyboard shortcuts, as the window shows it and as it is printed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeySection:
    """The keys of one menu or of one page: what each does, and how it is written here."""

    title: str
    rows: tuple[tuple[str, str], ...]
