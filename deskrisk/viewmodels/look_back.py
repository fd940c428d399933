"""When to look again, and what was seen when somebody did."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.reviews import Occurred, Review, ReviewEntry
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.reviews import reviews_in_order
from deskrisk.i18n import _
from deskrisk.viewmodels.decisions import person_name, promise_number
from deskrisk.viewmodels.figures import day, short_day
from deskrisk.viewmodels.verdict import capital
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class LookDate:
    """A day to look again, and at which risks: places and titles, or a sentence."""

    day: str
    risks: tuple[tuple[int, str], ...]
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRow:
    """What a review saw about one risk; ``first_sign`` is empty while nobody has said."""

    position: int
    title: str
    status: str
    first_sign: str
    reading: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReview:
    """A review that was held."""

    day: str
    attended: str
    seen: tuple[SeenRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseState:
    """Where a promise stands, once there is something to tell."""

    number: str
    title: str
    owner: str
    due: str
    status: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBackView:
    """Planned days always; the rest is empty before the first review."""

    planned: tuple[LookDate, ...]
    questions: str
    held: tuple[HeldReview, ...]
    promises: tuple[PromiseState, ...]
    outcomes: tuple[tuple[int, str, str], ...]


def look_back_view(workshop: Workshop) -> LookBackView:
    """The days to come, and what has been seen."""
    place = {risk: at for at, risk in enumerate(standing_order(workshop), start=1)}
    moved_on = [
        each
        for each in in_order(workshop.mitigations)
        if each.status is not MitigationStatus.PLANNED
    ]
    return LookBackView(
        planned=_planned(workshop, place),
        questions=_(
            "Has the first sign shown? What does the sign of success read today? Did it happen?"
        ),
        held=tuple(_held(workshop, review, place) for review in reviews_in_order(workshop)),
        promises=tuple(_state(workshop, each) for each in moved_on),
        outcomes=_outcomes(workshop, place),
    )


def _planned(workshop: Workshop, place: Mapping[RiskId, int]) -> tuple[LookDate, ...]:
    by_day: dict[date, list[RiskId]] = defaultdict(list)
    for response in workshop.responses.values():
        if response.review_date is not None:
            by_day[response.review_date].append(response.risk)
    if workshop.progress.next_review is not None:
        by_day[workshop.progress.next_review] += []
    found = [
        LookDate(
            day=day(when),
            risks=tuple(
                (place[risk], workshop.risks[risk].title)
                for risk in sorted(risks, key=place.__getitem__)
            ),
            what="" if risks else _("The day that the room set for its next look"),
        )
        for when, risks in sorted(by_day.items())
    ]
    last = workshop.brief.horizon + timedelta(days=1)
    what = _("All risks: what happened until {horizon}, and how well our percentages did").format(
        horizon=day(workshop.brief.horizon)
    )
    return (*found, LookDate(day=day(last), risks=(), what=what))


def _held(workshop: Workshop, review: Review, place: Mapping[RiskId, int]) -> HeldReview:
    entries = [each for each in workshop.review_entries.values() if each.review == review.id]
    names = [
        person.name for person in in_order(workshop.participants) if person.id in review.attended
    ]
    return HeldReview(
        day=day(review.held_on),
        attended=", ".join(names),
        seen=tuple(
            _seen(workshop, each, place[each.risk])
            for each in sorted(entries, key=lambda each: place[each.risk])
        ),
    )


def _seen(workshop: Workshop, entry: ReviewEntry, position: int) -> SeenRow:
    shown = {None: "", True: _("first sign has shown"), False: _("no first sign")}
    return SeenRow(
        position=position,
        title=workshop.risks[entry.risk].title,
        status=capital(said(entry.status)),
        first_sign=shown[entry.trigger_fired],
        reading=entry.reading,
        note=entry.note,
    )


def _state(workshop: Workshop, promise: Mitigation) -> PromiseState:
    status = capital(said(promise.status))
    seen = ""
    if promise.verified_on is not None:
        seen = _("seen on {date}").format(date=short_day(promise.verified_on))
        if promise.seen_by:
            seen = _("{seen} by {name}").format(seen=seen, name=promise.seen_by)
    elif promise.done_on is not None:
        seen = _("done on {date}").format(date=short_day(promise.done_on))
    return PromiseState(
        number=promise_number(promise),
        title=promise.title,
        owner=person_name(workshop, promise.owner),
        due=short_day(promise.due),
        status=status,
        seen="; ".join(part for part in (seen, promise.status_note) if part),
    )


def _outcomes(workshop: Workshop, place: Mapping[RiskId, int]) -> tuple[tuple[int, str, str], ...]:
    words = {
        Occurred.YES: _("It happened"),
        Occurred.NO: _("It did not happen"),
        Occurred.CANNOT_TELL: _("Nobody can tell"),
    }
    found = []
    for each in sorted(workshop.outcomes.values(), key=lambda each: place[each.risk]):
        when = f", {day(each.resolved_on)}" if each.resolved_on else ""
        title = workshop.risks[each.risk].title
        found.append((place[each.risk], title, f"{words[each.occurred]}{when}"))
    return tuple(found)
