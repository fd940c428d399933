"""The days that an agreement names: when promises are due, and when to look again."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.reviews import planned_dates
from deskrisk.i18n import _
from deskrisk.viewmodels.decisions import person_name, promise_number, reading_wanted
from deskrisk.viewmodels.figures import day

_SETTLED = (MitigationStatus.VERIFIED, MitigationStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """Something for a whole day. ``key`` is the same for the same thing, also after a change."""

    key: str
    day: date
    title: str
    text: str


def day_entries(workshop: Workshop, today: date) -> tuple[DayEntry, ...]:
    """The days of a workshop that may be published, earliest first.

    Promises that are proven or dropped are not among them, nor looks that are over; what is
    overdue is.
    """
    found = [*_promises(workshop), *_open_items(workshop), *_looks(workshop, today)]
    return tuple(sorted(found, key=lambda each: (each.day, each.key)))


def _promises(workshop: Workshop) -> list[DayEntry]:
    return [
        DayEntry(
            key=f"promise-{each.id}",
            day=each.due,
            title=_named(_("Due: {title}").format(title=each.title), workshop, each),
            text=_about(workshop, each),
        )
        for each in in_order(workshop.mitigations)
        if each.due is not None and each.status not in _SETTLED
    ]


def _named(title: str, workshop: Workshop, promise: Mitigation) -> str:
    owner = person_name(workshop, promise.owner)
    return f"{title} ({owner})" if owner else title


def _about(workshop: Workshop, promise: Mitigation) -> str:
    order = {risk: place for place, risk in enumerate(standing_order(workshop), start=1)}
    risks = sorted((order[risk], workshop.risks[risk].title) for risk in promise.risks)
    signal = promise.signal
    sign = "" if signal is None else signal.statement.strip() or reading_wanted(signal)
    lines = (
        f"{promise_number(promise)} {promise.title}",
        promise.description,
        _("How we will know: {sign}").format(sign=sign) if sign else "",
        *(_("Against: {place}. {title}").format(place=at, title=title) for at, title in risks),
        workshop.brief.title,
    )
    return "\n".join(line for line in lines if line.strip())


def _open_items(workshop: Workshop) -> list[DayEntry]:
    heads = {
        Disposition.ISSUE: _("Issue: {text}"),
        Disposition.QUESTION: _("Open question: {text}"),
    }
    found: list[DayEntry] = []
    for fear in sorted(workshop.fears.values(), key=lambda each: each.id):
        if fear.due is None or fear.disposition not in heads:
            continue
        text = fear.note.strip() or _("a worry from the room")
        title = heads[fear.disposition].format(text=text)
        owner = person_name(workshop, fear.owner)
        found.append(
            DayEntry(
                key=f"open-{fear.id}",
                day=fear.due,
                title=f"{title} ({owner})" if owner else title,
                text=workshop.brief.title,
            )
        )
    return found


def _looks(workshop: Workshop, today: date) -> list[DayEntry]:
    """The planned days, those that the room chose for a risk, and the next one it agreed on."""
    by_day: dict[date, list[RiskId]] = defaultdict(list)
    for response in workshop.responses.values():
        if response.review_date is not None:
            by_day[response.review_date].append(response.risk)
    for each in planned_dates(workshop):
        by_day[each] += []
    if workshop.progress.next_review is not None:
        by_day[workshop.progress.next_review] += []
    seen = max((review.held_on for review in workshop.reviews.values()), default=date.min)
    last = workshop.brief.horizon + timedelta(days=1)
    return [
        DayEntry(
            key=f"look-{when.isoformat()}",
            day=when,
            title=_("Look again: {title}").format(title=workshop.brief.title),
            text=_look_text(workshop, risks, last=when == last),
        )
        for when, risks in by_day.items()
        if when > seen and when >= today
    ]


def _look_text(workshop: Workshop, risks: list[RiskId], *, last: bool) -> str:
    place = {risk: at for at, risk in enumerate(standing_order(workshop), start=1)}
    lines = [
        _("Has the first sign shown? What does the sign of success read? Did it happen?"),
        *(
            f"{place[risk]}. {workshop.risks[risk].title}"
            for risk in sorted(risks, key=place.__getitem__)
        ),
    ]
    if last:
        lines.append(
            _("All risks: what happened until {horizon}?").format(
                horizon=day(workshop.brief.horizon)
            )
        )
    return "\n".join(lines)
