"""Promises and later looks on their days: what is due, what is late, what is proven."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.reviews import planned_dates, reviews_in_order
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.decisions import person_name
from deskrisk.viewmodels.figures import count_word, day, short_day
from deskrisk.viewmodels.words import said

_FEW_MONTHS = 10


class Standing(Enum):
    """How a promise stands, each with a shape of its own."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"
    PROVEN = "proven"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDate:
    """One promise: its day, None for none yet, and its word (``"late since 4 Apr"``)."""

    title: str
    owner: str
    due: date | None
    standing: Standing
    word: str

    def words(self) -> str:
        """All of it in one sentence."""
        said = _("{title}, {owner}: {word}.") if self.owner else _("{title}: {word}.")
        return said.format(title=self.title, owner=self.owner, word=self.word)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookDay:
    """A day on which somebody looks again; ``held`` if that has happened."""

    when: date
    name: str
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseDatesView:
    """From ``start`` to ``end``; ``today`` is None where it does not matter, as on paper.

    ``rows`` stand in the order of their days, those without a day last. ``months`` are first days
    of months with their names. ``line`` says how it stands in one sentence.
    """

    start: date
    end: date
    today: date | None
    rows: tuple[PromiseDate, ...]
    looks: tuple[LookDay, ...]
    months: tuple[tuple[date, str], ...]
    line: str


def promise_dates_view(workshop: Workshop, today: date | None = None) -> PromiseDatesView:
    """All promises on their days.

    Args:
        workshop: where they are.
        today: from this day on what is due and not done is late; None on paper.
    """
    promises = sorted(
        in_order(workshop.mitigations), key=lambda each: (each.due is None, each.due or date.max)
    )
    rows = tuple(_row(workshop, each, today) for each in promises)
    looks = _looks(workshop)
    days = [row.due for row in rows if row.due] + [look.when for look in looks]
    start = min([workshop.brief.held_on, *days])
    end = max([workshop.brief.horizon, *days])
    late = any(row.standing is Standing.LATE for row in rows)
    if today is not None and late and end < today <= end + (end - start):
        end = today  # how late it is can be seen, unless that would press all else together
    shown = today if today is not None and start <= today <= end else None
    return PromiseDatesView(
        start=start,
        end=end,
        today=shown,
        rows=rows,
        looks=looks,
        months=_months(start, end),
        line=_line(rows),
    )


def _row(workshop: Workshop, promise: Mitigation, today: date | None) -> PromiseDate:
    standing = _standing(promise, today)
    due = short_day(promise.due)
    word = {
        Standing.OPEN: _("due {day}").format(day=due) if promise.due else _("no date yet"),
        Standing.LATE: _("late since {day}").format(day=due),
        Standing.DONE: said(MitigationStatus.DONE_UNVERIFIED),
        Standing.PROVEN: said(MitigationStatus.VERIFIED),
        Standing.DROPPED: said(MitigationStatus.DROPPED),
    }[standing]
    return PromiseDate(
        title=promise.title,
        owner=person_name(workshop, promise.owner) if promise.owner else "",
        due=promise.due,
        standing=standing,
        word=word,
    )


def _standing(promise: Mitigation, today: date | None) -> Standing:
    fixed = {
        MitigationStatus.VERIFIED: Standing.PROVEN,
        MitigationStatus.DONE_UNVERIFIED: Standing.DONE,
        MitigationStatus.DROPPED: Standing.DROPPED,
    }.get(promise.status)
    if fixed is not None:
        return fixed
    late = today is not None and promise.due is not None and promise.due < today
    return Standing.LATE if late else Standing.OPEN


def _looks(workshop: Workshop) -> tuple[LookDay, ...]:
    held = {each.held_on for each in reviews_in_order(workshop)}
    last = max(held, default=date.min)
    wished = {each.review_date for each in workshop.responses.values() if each.review_date}
    if workshop.progress.next_review is not None:
        wished.add(workshop.progress.next_review)
    ahead = {when for when in {*planned_dates(workshop), *wished} if when > last}
    return tuple(
        LookDay(when=when, name=short_day(when), held=when in held) for when in sorted(held | ahead)
    )


def _months(start: date, end: date) -> tuple[tuple[date, str], ...]:
    """The first days of months, or of some of them where there are many."""
    firsts, at = [], start.replace(day=1)
    while at <= end:
        if at >= start:
            firsts.append(at)
        at = (at + timedelta(days=32)).replace(day=1)
    every = -(-len(firsts) // _FEW_MONTHS) or 1
    return tuple((each, _month(each)) for each in firsts[::every])


def _month(when: date) -> str:
    name = short_day(when).split("\N{NO-BREAK SPACE}")[-1]
    return f"{name} {when.year}" if when.month == 1 else name


def _line(rows: tuple[PromiseDate, ...]) -> str:
    if not rows:
        return _("Nothing is promised yet.")
    late = sum(row.standing is Standing.LATE for row in rows)
    proven = sum(row.standing is Standing.PROVEN for row in rows)
    text = ngettext("{count} promise", "{count} promises", len(rows)).format(
        count=count_word(len(rows))
    )
    none = _("none proven")
    parts = [_("{count} proven").format(count=count_word(proven)) if proven else none]
    if late:
        parts.append(_("{count} late").format(count=count_word(late)))
    text = _("{promises}: {parts}.").format(promises=text, parts=_(", ").join(parts))
    return text[:1].upper() + text[1:]


def look_words(look: LookDay) -> str:
    """A later look in one sentence."""
    found = _("Looked again on {day}.") if look.held else _("We look again on {day}.")
    return found.format(day=day(look.when))
