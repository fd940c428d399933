"""What a page can do, declared once: for its keys, for the palette and for the sheet of keys."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Act = Callable[[Any], object]
"""A method of the page, as its class has it: it takes the page."""


def _always(_page: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class PageAction:
    """Something that a page does when it is asked by key or by name.

    ``key`` is told from all others, e.g. ``"respond.add"``; ``words`` are shown after ``_()``;
    ``keys`` is a sequence such as ``"Alt+N"``, or empty. ``refused`` gives the reason why it
    cannot be done now, and nothing where it can.
    """

    key: str
    words: str
    keys: str
    act: Act
    refused: Callable[[Any], str] = _always


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key that something on the page answers while it has the focus: a wall, a grid, a field."""

    words: str
    keys: str
