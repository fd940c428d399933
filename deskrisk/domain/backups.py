"""Copies of a library: why each was made, and which are kept (seven days, four weeks, a year)."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from deskrisk.domain.errors import DeskError

DAYS, WEEKS, MONTHS = 7, 4, 12
"""How many days, weeks and months keep their last copy."""

FRESH = timedelta(hours=24)
"""Every copy of the last day is kept."""

MOST_BYTES = 2 * 1024**3
"""How much room all copies of a library may take together."""

FEWEST = 2
"""So many are kept, however large they are."""

EVERY = timedelta(minutes=30)
"""How long changes go without a copy while the library is open."""


class Reason(Enum):
    """Why a copy was made."""

    WORKSHOP = "workshop"
    TIME = "time"
    IMPORT = "import"
    DELETION = "deletion"
    RESTORE = "restore"
    MIGRATION = "migration"
    WISH = "wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy: the name of its file, when and why it was made, and its size in bytes."""

    name: str
    made_at: datetime
    reason: Reason
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupContents:
    """What is in a copy: how many workshops, and the titles of the last changed ones."""

    workshops: int
    titles: tuple[str, ...]


@dataclass(eq=False)
class NoBackupError(DeskError):
    """There is no copy of this name."""

    name: str


@dataclass(eq=False)
class BadBackupError(DeskError):
    """A copy is not whole; it counts as none."""

    name: str


def thinned(
    backups: Sequence[Backup], now: datetime, *, most_bytes: int = MOST_BYTES
) -> tuple[Backup, ...]:
    """The copies that are not needed any more.

    Of each of the last days, weeks and months that have copies, the last one stays, and all of the
    last 24 hours; a clock that was set back makes no copy old. Then the oldest go, until there is
    room, but never the last two.

    Args:
        backups: in any order.
        now: with its time zone.
        most_bytes: room for all of them.
    """
    newest_first = sorted(backups, key=lambda each: each.made_at, reverse=True)
    kept = {each.name for each in newest_first if each.made_at > now - FRESH}
    kept |= {each.name for each in newest_first[:FEWEST]}
    for count, period in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        kept |= _last_of_each(newest_first, period, count)
    room, staying = most_bytes, set[str]()
    for place, each in enumerate(one for one in newest_first if one.name in kept):
        room -= each.size
        if place < FEWEST or room >= 0:
            staying.add(each.name)
    return tuple(each for each in newest_first if each.name not in staying)


def _last_of_each(
    newest_first: Sequence[Backup], period: Callable[[datetime], Hashable], count: int
) -> set[str]:
    found: dict[Hashable, str] = {}
    for each in newest_first:
        found.setdefault(period(each.made_at), each.name)
    return set(list(found.values())[:count])


def _day(when: datetime) -> Hashable:
    return when.date()


def _week(when: datetime) -> Hashable:
    return tuple(when.isocalendar())[:2]


def _month(when: datetime) -> Hashable:
    return when.year, when.month
