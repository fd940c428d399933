"""How the content that comes as files is declared, and what can be wrong with such a file."""

from dataclasses import dataclass, field
from typing import Any

from deskrisk.domain.errors import DeskError


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing wrong in a file of content.

    ``line`` counts from 1. ``where`` is the place, such as ``risks[3].title``. ``problem`` is a key
    of ``viewmodels.content_problems``; ``found`` is short.
    """

    line: int
    where: str
    problem: str
    found: str = ""


@dataclass(eq=False)
class ContentError(DeskError):
    """A file of content cannot be used; all that is wrong with it, in the order of the file."""

    path: str
    mistakes: tuple[Mistake, ...]


def said(low: int, high: int) -> Any:
    """Declare a text with the fewest and most characters it may have."""
    return field(metadata={"length": (low, high)})


def between(low: int, high: int) -> Any:
    """Declare a number with the least and the greatest that it may be."""
    return field(metadata={"range": (low, high)})


def texts(low: int, high: int, *, fewest: int = 0, most: int) -> Any:
    """Declare a tuple of texts.

    Args:
        low: the fewest characters of each.
        high: the most characters of each.
        fewest: how many there are at least; with 0 the whole list may be missing.
        most: how many there are at most.
    """
    metadata = {"each": (low, high), "many": (fewest, most)}
    return field(metadata=metadata) if fewest else field(default=(), metadata=metadata)


def about(part: str, *, default: Any = None) -> Any:
    """Declare a tuple of ids of another list of the same file."""
    metadata = {"refers": part}
    return (
        field(metadata=metadata) if default is None else field(default=default, metadata=metadata)
    )


def exactly(count: int) -> Any:
    """Declare a tuple that has exactly so many entries."""
    return field(metadata={"entries": count})
