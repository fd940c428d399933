"""Days and numbers as people type them, read back; the counterpart of ``figures``."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*(?:[./]\s*(\d{2,4})?)?")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([a-z]{3,})\.?,?\s*(\d{4})?")
_NAMED_FIRST = re.compile(r"([a-z]{3,})\.?\s*(\d{1,2})(?:,?\s+(\d{4}))?")
_AHEAD = re.compile(r"\+\s*(\d{1,3})")


class UnreadableError(ValueError):
    """The text is not read as a day, or not as a number within its bounds."""


def read_day(text: str, today: date) -> date | None:
    """The day that a text means; None for an empty text.

    Args:
        text: ``2025-04-08``, ``8.4.2025``, ``8/4/25``, ``8 April``, ``Apr 8``, or ``+14`` for
            in 14 days. Without a year it is the day nearest to today.
        today: the day on the user's clock.

    Raises:
        UnreadableError: it is not a day.
    """
    short = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").casefold().split())
    if not short:
        return None
    try:
        if found := _AHEAD.fullmatch(short):
            return today + timedelta(days=int(found[1]))
        if found := _ISO.fullmatch(short):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(short):
            return _near(int(found[1]), int(found[2]), found[3], today)
        if found := _NAMED.fullmatch(short):
            return _near(int(found[1]), _month(found[2]), found[3], today)
        if found := _NAMED_FIRST.fullmatch(short):
            return _near(int(found[2]), _month(found[1]), found[3], today)
    except ValueError as problem:
        raise UnreadableError from problem
    raise UnreadableError


def read_number(text: str, *, lowest: float, highest: float, whole: bool) -> float | int | None:
    """The number that a text means; None for an empty text. A comma may stand for the point.

    Raises:
        UnreadableError: it is not a number, not a whole one where one is needed, or out of bounds.
    """
    short = "".join(text.replace(",", ".").split())
    if not short:
        return None
    if not re.fullmatch(r"-?(\d{1,12}(\.\d{0,9})?|\.\d{1,9})", short, re.ASCII):
        raise UnreadableError
    number = float(short)
    if (whole and number != int(number)) or not lowest <= number <= highest:
        raise UnreadableError
    return int(number) if whole else number


def moved_day(day: date, by: int) -> date:
    """The day so many days later; the calendar's first and last day are the ends."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return date.max if by > 0 else date.min


def _month(name: str) -> int:
    return _MONTHS.index(name[:3]) + 1


def _near(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        number = int(year)
        return date(number + 2000 if number < 100 else number, month, day)
    found = []
    for number in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(number, month, day))
        except ValueError:  # 29 February
            continue
    if not found:
        raise UnreadableError
    return min(found, key=lambda each: abs((each - today).days))
