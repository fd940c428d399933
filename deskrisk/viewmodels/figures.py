"""Numbers and days as people read them; the one place where they are formatted.

A number of the method is shown with two significant digits, rounded half up, and with "about".
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from deskrisk.i18n import N_, _, ngettext

NO_BREAK = "\N{NO-BREAK SPACE}"
SMALLEST_SHOWN = 0.1
"""A smaller expected loss is shown as "under 0.1"."""

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def points(value: float | None) -> str:
    """An expected loss in points, e.g. ``"13"``, ``"4.8"``, ``"0.38"``, ``"under 0.1"``.

    Args:
        value: points, 0 or more; None gives a dash.
    """
    if value is None:
        return "\N{EN DASH}"
    if value < SMALLEST_SHOWN:
        return _("under 0.1")
    # A float may sit a hair under the half it stands for; nine digits are all it is good for.
    number = Decimal(repr(value)).quantize(Decimal("1e-9"))
    rounded = number.quantize(Decimal(1).scaleb(number.adjusted() - 1), ROUND_HALF_UP)
    step = Decimal(1).scaleb(min(rounded.adjusted() - 1, 0))  # 9.96 is 10, not 10.0
    return f"{rounded.quantize(step) if rounded.adjusted() < 2 else rounded:f}"


def about_points(value: float | None) -> str:
    """An expected loss as said to people: ``"about 13 points"``."""
    if value is None:
        return _("not scored")
    if value < SMALLEST_SHOWN:
        return _("under 0.1 points")
    return _("about {points} points").format(points=points(value))


def percent(share: float) -> str:
    """A probability or share, 0 to 1, as a whole percentage: ``"13 %"``."""
    whole = (Decimal(repr(share)) * 100).quantize(Decimal("1e-7")).quantize(1, ROUND_HALF_UP)
    return f"{whole}{NO_BREAK}%"


def whole_or_short(number: float) -> str:
    """A number as it was typed, without a useless ``.0``: ``"0.5"``, ``"300"``."""
    return f"{number:.10g}"


def day(when: date | None) -> str:
    """A day in a sentence: ``"8 April 2025"``; a dash for none."""
    if when is None:
        return "\N{EN DASH}"
    return f"{when.day}{NO_BREAK}{_(_MONTHS[when.month - 1])} {when.year}"


def short_day(when: date | None, *, with_year: bool = False) -> str:
    """A day in a table: ``"4 Apr"`` or ``"4 Apr 2025"``; a dash for none."""
    if when is None:
        return "\N{EN DASH}"
    text = f"{when.day}{NO_BREAK}{_(_SHORT_MONTHS[when.month - 1])}"
    return f"{text} {when.year}" if with_year else text


def short_month(when: date) -> str:
    """A month long ago: ``"Apr 2025"``."""
    return f"{_(_SHORT_MONTHS[when.month - 1])}{NO_BREAK}{when.year}"


def person_days(days: float) -> str:
    """An effort: ``"1 person-day"``, ``"54 person-days"``."""
    text = whole_or_short(days)
    return ngettext("{days} person-day", "{days} person-days", 1 if days == 1 else 2).format(
        days=text
    )


def count_word(count: int) -> str:
    """A count as a word up to twelve, then in digits."""
    words = (
        _("no"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    return words[count] if 0 <= count < len(words) else str(count)
