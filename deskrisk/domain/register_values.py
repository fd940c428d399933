"""What the cells of other people's risk registers mean: levels, days, names, states.

The words are those of common templates: project registers, ROAM boards, issue trackers.
"""

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias

from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.scales import POINTS_OF_A_PROJECT, impact_level, likelihood_level

Cell: TypeAlias = str | int | float | date | None
"""What stands in a cell of a register."""

HIGHEST_LEVEL = 5


class Scale(Enum):
    """How a column of ratings counts; told by all of its cells together."""

    LEVELS_3 = 3
    LEVELS_4 = 4
    LEVELS_5 = 5
    LEVELS_10 = 10
    PERCENT = 100
    SHARE = 1


_LEVEL_WORDS: Mapping[int, tuple[str, ...]] = {
    1: ("very low", "vl", "rare", "remote", "improbable", "negligible", "insignificant", "trivial"),
    2: ("low", "l", "unlikely", "minor", "small", "limited"),
    3: ("medium", "m", "med", "moderate", "mod", "possible", "significant", "average", "normal"),
    4: ("high", "h", "likely", "probable", "major", "serious", "large", "important"),
    5: (
        "very high",
        "vh",
        "almost certain",
        "certain",
        "very likely",
        "expected",
        "critical",
        "crit",
        "severe",
        "extreme",
        "catastrophic",
        "disastrous",
        "blocker",
    ),
}
_LEVEL_OF = {word: level for level, words in _LEVEL_WORDS.items() for word in words}
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)?)\s*(%?)")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)\s*%?\s*(?:-|\N{EN DASH}|to)\s*(\d+(?:[.,]\d+)?)\s*%")
_NAMED_LEVEL = re.compile(r"(\d{1,2})\s*[-:.)\N{EN DASH}]\s*[^\d%]+")
"""A level with its name, such as ``"5 - Grave"``, whatever the name is."""

_HINT = re.compile(r"\b1\s*(?:-|\N{EN DASH}|to|\.\.)\s*(\d+)\b")
_BY_HIGHEST = {each.value: each for each in Scale if each.name.startswith("LEVELS")}
_BRACKETS = re.compile(r"[()\[\]:\-\N{EN DASH}\N{EM DASH}]")

_DECISIONS: Mapping[str, Decision] = {
    **dict.fromkeys(("mitigate", "mitigated", "reduce", "treat", "control"), Decision.MITIGATE),
    **dict.fromkeys(("transfer", "transferred", "share", "shared"), Decision.MITIGATE),
    **dict.fromkeys(("avoid", "avoided", "eliminate", "terminate", "prevent"), Decision.AVOID),
    **dict.fromkeys(("accept", "accepted", "tolerate", "retain"), Decision.ACCEPT),
    **dict.fromkeys(("watch", "monitor", "monitoring", "watching", "on watch"), Decision.WATCH),
    **dict.fromkeys(("escalate", "escalated"), Decision.ESCALATE),
    **dict.fromkeys(("resolved", "resolve", "closed", "retired", "fixed"), Decision.RESOLVED),
    **dict.fromkeys(("done", "complete", "completed"), Decision.RESOLVED),
}
_STATES: Mapping[str, MitigationStatus] = {
    **dict.fromkeys(
        ("open", "new", "identified", "planned", "not started", "to do", "todo", "owned"),
        MitigationStatus.PLANNED,
    ),
    **dict.fromkeys(
        ("in progress", "active", "ongoing", "started", "doing", "in review"),
        MitigationStatus.IN_PROGRESS,
    ),
    **dict.fromkeys(
        ("done", "complete", "completed", "mitigated", "implemented", "closed", "resolved"),
        MitigationStatus.DONE_UNVERIFIED,
    ),
    **dict.fromkeys(("blocked", "on hold", "stuck"), MitigationStatus.BLOCKED),
    **dict.fromkeys(
        ("dropped", "cancelled", "canceled", "rejected", "won't do"), MitigationStatus.DROPPED
    ),
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED_FIRST_DAY = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]+([A-Za-z]{3,9})\.?,?[-\s./]+(\d{4}|\d{2})"
)
_NAMED_FIRST_MONTH = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_NAMES = re.compile(r"\s*[;/&+\n]\s*")


def plain(text: str) -> str:
    """A text as it is compared: small letters, single blanks."""
    return " ".join(text.casefold().split())


def shown(cell: Cell) -> str:
    """A cell as text; a day as 2025-04-08, a number without a useless end."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:.10g}" if isinstance(cell, float) else str(cell).strip()


def scale_of(cells: Iterable[Cell], head: str = "") -> Scale:
    """How a column of ratings counts.

    Args:
        cells: all of them: percent signs and the largest number tell.
        head: the head of the column; ``(1-3)`` in it decides.
    """
    hint = _HINT.search(head)
    if hint and int(hint[1]) in _BY_HIGHEST:
        return _BY_HIGHEST[int(hint[1])]
    numbers: list[float] = []
    for cell in cells:
        if isinstance(cell, str) and "%" in cell:
            return Scale.PERCENT
        number = _number(cell)
        if number is not None:
            numbers.append(number)
    largest = max(numbers, default=HIGHEST_LEVEL)
    if "%" in head:
        return Scale.PERCENT
    if largest <= 1 and any(number != int(number) for number in numbers):
        return Scale.SHARE
    steps = (Scale.LEVELS_5, Scale.LEVELS_10)
    return next((each for each in steps if largest <= each.value), Scale.PERCENT)


def level_of(cell: Cell, scale: Scale, *, likelihood: bool) -> int | None:
    """The level 1 to 5 that a rating stands for; None if it cannot be told.

    Args:
        cell: a word such as ``"High"`` or ``"M"``, a number, or both: ``"4 - Likely"``.
        scale: how its column counts.
        likelihood: whether a share means a chance, or else a loss as a share of the project.
    """
    share = _share(cell, scale)
    if share is not None:
        return _level_of_share(share, likelihood=likelihood)
    number = _number(cell)
    if number is None:
        return _level_of_word(cell)
    return _stretched(number, scale)


def _share(cell: Cell, scale: Scale) -> float | None:
    """A percentage or a share as a number from 0 to 1."""
    if isinstance(cell, str) and (found := _RANGE.search(cell)):
        return (_parsed(found[1]) + _parsed(found[2])) / 200
    if scale is Scale.SHARE:
        return _number(cell)
    if scale is not Scale.PERCENT:
        return None
    number = _number(cell)
    if number is None:
        return None
    # A spreadsheet keeps 60 % as 0.6, and other cells of the column may hold the sign.
    return number if not isinstance(cell, str) and number <= 1 else number / 100


def _level_of_share(share: float, *, likelihood: bool) -> int | None:
    if not 0 <= share <= 1:
        return None
    if likelihood:
        return likelihood_level(share)
    return impact_level(share * POINTS_OF_A_PROJECT) if share > 0 else 1


def _stretched(number: float, scale: Scale) -> int | None:
    """A level of a shorter or longer scale as one of five; three levels lie in the middle."""
    if number != int(number) or not 1 <= number <= scale.value:
        return None
    level = int(number)
    if scale is Scale.LEVELS_3:
        return level + 1
    if scale is Scale.LEVELS_4:
        return (1, 2, 4, 5)[level - 1]
    return level if scale is Scale.LEVELS_5 else math.ceil(level / 2)


def _level_of_word(cell: Cell) -> int | None:
    if not isinstance(cell, str):
        return None
    return _LEVEL_OF.get(plain(_BRACKETS.sub(" ", cell)))


def _number(cell: Cell) -> float | None:
    """The number in a cell: alone, or before or after a word for it."""
    if isinstance(cell, bool) or cell is None or isinstance(cell, date):
        return None
    if isinstance(cell, int | float):
        return float(cell) if math.isfinite(cell) else None
    if named := _NAMED_LEVEL.fullmatch(cell.strip()):
        return float(named[1])
    found = _NUMBER.findall(cell)
    if len(found) != 1:
        return None
    rest = plain(_BRACKETS.sub(" ", _NUMBER.sub(" ", cell)))
    if rest and rest not in _LEVEL_OF:
        return None
    return _parsed(found[0][0])


def _parsed(text: str) -> float:
    return float(text.replace(",", "."))


def day_first(cells: Iterable[Cell]) -> bool | None:
    """Does 03/04/2025 mean the third of April? None if no cell of the column tells."""
    for cell in cells:
        found = _NUMERIC.fullmatch(shown(cell))
        if found and int(found[1]) > 12:
            return True
        if found and int(found[3]) > 12:
            return False
        if found and found[2] == ".":
            return True
    return None


def day_of(cell: Cell, *, first_day: bool) -> date | None:
    """The day in a cell; None if it holds none."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        return None
    return _day_in(cell.strip(), first_day=first_day)


def _day_in(text: str, *, first_day: bool) -> date | None:
    if found := _ISO.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _NUMERIC.fullmatch(text):
        day, month = (found[1], found[3]) if first_day else (found[3], found[1])
        return _day(found[4], month, day)
    if found := _NAMED_FIRST_DAY.fullmatch(text):
        return _named_day(found[3], found[2], found[1])
    if found := _NAMED_FIRST_MONTH.fullmatch(text):
        return _named_day(found[3], found[1], found[2])
    return None


def _named_day(year: str, month: str, day: str) -> date | None:
    short = month[:3].casefold()
    return _day(year, str(_MONTHS.index(short) + 1), day) if short in _MONTHS else None


def _day(year: str, month: str, day: str) -> date | None:
    full = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def names_in(cell: Cell) -> tuple[str, ...]:
    """The people in a cell, apart by a semicolon, a slash, a plus, "&" or a line end."""
    names = (" ".join(name.split()) for name in _NAMES.split(shown(cell)))
    return tuple(dict.fromkeys(name for name in names if name))


def decision_in(cell: Cell) -> Decision | None:
    """The decision that a response or a state says; None if it says none."""
    return _DECISIONS.get(plain(shown(cell)))


def status_in(cell: Cell) -> MitigationStatus | None:
    """Where a promise stands by the state of its risk; nothing of a register is ever proven."""
    return _STATES.get(plain(shown(cell)))
