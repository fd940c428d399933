"""Which workshops of a library are asked for, and what an answer says beside its rows."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from deskrisk.domain.due import DueItem
from deskrisk.domain.library import LibraryRow, Shelf
from deskrisk.domain.model.ids import WorkshopId


class FilterKind(Enum):
    """By what the list can be narrowed, in the order in which a window offers it."""

    PROJECT = "project"
    PERSON = "person"
    CATEGORY = "category"
    STAGE = "stage"
    YEAR = "year"


class State(Enum):
    """How a workshop stands."""

    ANY = "any"
    DUE = "due"
    """Something is due soon, or was."""
    OVERDUE = "overdue"
    """Something was due and has not happened."""
    PROMISED = "promised"
    """Promises are still to be proven."""
    PROVEN = "proven"
    """All promises are proven."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked of the list: a shelf, a state, and at most one value of each kind.

    ``filters`` are pairs of kind and value; a category is meant by its id, one of a room's own by
    its name; a year by four digits.
    """

    shelf: Shelf = Shelf.OPEN
    state: State = State.ANY
    filters: tuple[tuple[FilterKind, str], ...] = ()

    @property
    def narrowed(self) -> bool:
        """Is anything left out that lies on the shelf?"""
        return bool(self.filters) or self.state is not State.ANY

    def chosen(self, kind: FilterKind) -> str:
        """The value that is asked for; ``""`` for any."""
        return dict(self.filters).get(kind, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One value that the list can be narrowed to, and in how many workshops it is."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """One thing that is due, and where."""

    workshop: WorkshopId
    workshop_title: str
    item: DueItem


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """What is due until a day, the earliest first.

    ``entries`` are the first ones; ``things`` counts all of them, and ``more`` says that it
    stopped counting there. ``overdue`` counts those before today, in the same way.
    """

    entries: tuple[DueEntry, ...] = ()
    things: int = 0
    overdue: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some rows of the list, in its order; ``more`` says that others follow."""

    rows: tuple[LibraryRow, ...] = ()
    more: bool = False
    today: date = field(default_factory=lambda: date.min)
