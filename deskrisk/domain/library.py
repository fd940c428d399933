"""What is said about a library, the file that keeps a facilitator's workshops.

Values that every door can show, and everything that can go wrong with the file. Nothing here knows
how the file is made.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId, WorkshopId


class Shelf(Enum):
    """Where in the library a workshop lies."""

    OPEN = "open"
    ARCHIVED = "archived"
    TRASH = "trash"


TRASH_DAYS = 30
"""How long the trash keeps a workshop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryRow:
    """One workshop as the list of the library shows it.

    ``stage`` is the furthest stage reached; ``first_risk`` the title of the risk that comes first,
    ``""`` without one. ``promises`` counts mitigations that were not dropped, ``promises_kept``
    the verified ones. ``next_date`` is the earliest open date. ``changed_at`` and ``shelved_at``
    are UTC minutes, ``"2026-11-21T09:31Z"``. ``first_risk_place`` counts the room's own categories
    from 1, 0 for a fixed one. ``touched`` grows with every change of the library.
    """

    id: WorkshopId
    title: str
    project: str
    held_on: date
    stage: Stage
    first_risk: str
    first_risk_category: CategoryId | None
    promises_kept: int
    promises: int
    next_date: date | None
    changed_at: str
    first_risk_place: int = 0
    touched: int = 0
    shelf: Shelf = Shelf.OPEN
    shelved_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveState:
    """Is everything on the disk?

    ``saved_at`` is the last moment at which everything was, with its time zone, None before the
    first; ``pending`` counts what still waits; ``problem`` says why it cannot be stored at the
    moment. Work goes on in memory meanwhile, and nothing that waits is given up.
    """

    saved_at: datetime | None = None
    pending: int = 0
    problem: DeskError | None = None

    @property
    def saved(self) -> bool:
        """Everything is stored and would survive a power cut."""
        return self.pending == 0 and self.problem is None


class HealthProblem(Enum):
    """What a check of a library can find."""

    FILE = "file"
    """The file itself is damaged."""
    LINKS = "links"
    """Rows belong to a workshop that is not there."""
    UNREADABLE = "unreadable"
    """A workshop, or its journal, cannot be read."""
    CHANGED = "changed"
    """A workshop is not what was stored: a bit was flipped, or another program wrote into it."""
    UNSOUND = "unsound"
    """A workshop holds a number out of range, or points to something that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a check found; ``workshop`` is None when it is about the whole file."""

    problem: HealthProblem
    workshop: WorkshopId | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The result of a check: how many workshops were read, and everything that is not right."""

    workshops: int
    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """Nothing was found."""
        return not self.findings


class LibraryError(DeskError):
    """Something is the matter with the file of the library."""


@dataclass(eq=False)
class LibraryBusyError(LibraryError):
    """Another DeskRisk has this library open; ``process`` is its number, 0 if unknown."""

    process: int = 0


class LibraryLockedError(LibraryError):
    """Another program holds the file just now, so that nothing can be written."""


@dataclass(eq=False)
class NewerLibraryError(LibraryError):
    """The file was written by a newer DeskRisk; it has not been touched.

    ``version`` is the file's, ``known`` the newest that this program can read.
    """

    version: int
    known: int


@dataclass(eq=False)
class DamagedLibraryError(LibraryError):
    """The file, or one workshop in it, cannot be read. ``empty``: it holds no byte at all."""

    empty: bool = False
    workshop: WorkshopId | None = None


class ForeignFileError(LibraryError):
    """The file belongs to something else."""


class LibraryFullError(LibraryError):
    """There is no room left where the library is."""


class ReadOnlyLibraryError(LibraryError):
    """The file, or its folder, may not be written."""


class LibraryGoneError(LibraryError):
    """The file was moved or removed while it was open, or its place is not there."""


@dataclass(eq=False)
class StorageError(LibraryError):
    """The file cannot be written for a reason of its own; ``cause`` is a name, never a text."""

    cause: str


@dataclass(eq=False)
class AlreadyThereError(DeskError):
    """A workshop with this id is in the library already."""

    id: WorkshopId


@dataclass(eq=False)
class NoSuchWorkshopError(DeskError):
    """No workshop has this id or title."""

    text: str


@dataclass(eq=False)
class SeveralWorkshopsError(DeskError):
    """More than one workshop fits; ``titles`` are up to five of them."""

    text: str
    titles: tuple[str, ...]
