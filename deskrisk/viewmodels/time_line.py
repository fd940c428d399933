"""The days of an agreement on one line: when promises are due, and when somebody looks."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import NO_BREAK, day
from deskrisk.viewmodels.verdict import kept_promises


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPoint:
    """A day on which somebody looks: what it is called, and at what."""

    when: date
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLineView:
    """From the day of the agreement to the last look.

    ``dues`` are days and how many promises are due on each; ``months`` the first days of months
    between, with their names. ``words`` say all of it.
    """

    start: date
    start_name: str
    start_about: str
    end: date
    dues: tuple[tuple[date, int], ...]
    looks: tuple[LookPoint, ...]
    months: tuple[tuple[date, str], ...]
    note: str
    words: str


def time_line_view(workshop: Workshop) -> TimeLineView:
    """The days of a workshop, in their order."""
    start = workshop.brief.held_on
    looks = _looks(workshop)
    counts: dict[date, int] = defaultdict(int)
    for promise in kept_promises(workshop):
        if promise.due is not None:
            counts[promise.due] += 1
    dues = tuple(sorted(counts.items()))
    days = [start, *counts, *(each.when for each in looks)]
    first, end = min(days), max(days)
    count = sum(counts.values())
    note = ngettext("{n} promise, a square on its day", "{n} promises, a square on each day", count)
    return TimeLineView(
        start=first,
        start_name=_day_and_month(first),
        start_about=_("the meeting") if first == start else "",
        end=end,
        dues=dues,
        looks=looks,
        months=_months(first, end),
        note=note.format(n=count) if count else "",
        words=_words(start, dues, looks),
    )


def _looks(workshop: Workshop) -> tuple[LookPoint, ...]:
    place = {risk: at for at, risk in enumerate(standing_order(workshop), start=1)}
    at: dict[date, list[int]] = defaultdict(list)
    for response in workshop.responses.values():
        if response.review_date is not None:
            at[response.review_date].append(place[response.risk])
    if workshop.progress.next_review is not None:
        at[workshop.progress.next_review] += []
    found = [
        LookPoint(when=when, name=_day_and_month(when), about=_places(sorted(places)))
        for when, places in sorted(at.items())
    ]
    last = workshop.brief.horizon + timedelta(days=1)
    about = _("all risks: did it happen")
    return (*found, LookPoint(when=last, name=_day_and_month(last), about=about))


def _places(places: list[int]) -> str:
    if not places:
        return _("the next look")
    if len(places) == 1:
        return _("risk {place}").format(place=places[0])
    if places == list(range(places[0], places[-1] + 1)):
        return _("risks {first} to {last}").format(first=places[0], last=places[-1])
    return _("risks {places}").format(places=", ".join(map(str, places)))


def _day_and_month(when: date) -> str:
    return day(when).rpartition(" ")[0].rstrip(NO_BREAK) or day(when)


def _months(first: date, last: date) -> tuple[tuple[date, str], ...]:
    """The first days of the months after the first day; every third one on a long line."""
    found: list[date] = []
    at = first.replace(day=1)
    while True:
        at = (at + timedelta(days=32)).replace(day=1)
        if at > last or len(found) > _MOST_MONTHS:
            break
        found.append(at)
    if len(found) > _FEW_MONTHS:
        found = [each for each in found if each.month % 3 == 1]
    return tuple((each, _month_name(each)) for each in found)


def _month_name(when: date) -> str:
    return _day_and_month(when).split(NO_BREAK)[-1].split(" ")[-1]


_FEW_MONTHS, _MOST_MONTHS = 8, 36


def _words(start: date, dues: tuple[tuple[date, int], ...], looks: tuple[LookPoint, ...]) -> str:
    parts = [_("Agreed on {day}.").format(day=day(start))]
    for when, count in dues:
        said = ngettext("{n} promise due on {day}.", "{n} promises due on {day}.", count)
        parts.append(said.format(n=count, day=day(when)))
    parts += [
        _("Looked at on {day}: {what}.").format(day=day(each.when), what=each.about)
        for each in looks
    ]
    return " ".join(parts)
