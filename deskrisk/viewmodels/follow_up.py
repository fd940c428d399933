"""What the page Follow up shows: a review, the risks it asks about, and what was promised."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import MitigationId, ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.reviews import Occurred, Review, RiskStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import response_of
from deskrisk.domain.reviews import (
    entry_of,
    latest_review,
    next_review_date,
    planned_dates,
    review_order,
    reviews_in_order,
)
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import day, percent, short_day
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.review_scores import ReviewScoresView, moved_words, review_scores_view
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import said

_SHOWN = (
    MitigationStatus.PLANNED,
    MitigationStatus.IN_PROGRESS,
    MitigationStatus.DONE_UNVERIFIED,
    MitigationStatus.VERIFIED,
    MitigationStatus.BLOCKED,
    MitigationStatus.DROPPED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseState:
    """A promise and where it stands. ``tone`` is a colour role, ``sign`` an icon."""

    id: MitigationId
    title: str
    soft: str
    state: str
    tone: str
    sign: str
    status: MitigationStatus
    status_note: str
    verified_on: date | None
    seen_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """One risk in a review."""

    risk: RiskId
    sign: str
    heading: str
    title: str
    we_said: str
    trigger: str
    trigger_fired: bool | None
    occurred: Occurred | None
    resolved_on: date | None
    reading: str
    note: str
    status: RiskStatus
    scores_words: str
    promises: tuple[PromiseState, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendedRow:
    """Somebody who is asked whether they are there."""

    id: ParticipantId
    name: str
    attended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """Everything the page shows; without a review only when to look again."""

    review: ReviewId | None
    held_on: date | None
    reviews: tuple[tuple[object, str], ...]
    attended: tuple[AttendedRow, ...]
    rows: tuple[Row, ...]
    list_note: str
    entry: EntryView | None
    scores: ReviewScoresView | None
    promised: tuple[Row, ...]
    planned: str
    following: RiskId | None
    next_words: str
    proven: str
    empty: str
    next_day: date | None


def follow_up_view(
    workshop: Workshop, review: ReviewId | None = None, risk: RiskId | None = None
) -> FollowUpView:
    """The page Follow up with one review and one risk in hand; none or gone takes the latest."""
    held = workshop.reviews.get(review) if review else None
    held = held or latest_review(workshop)
    order = review_order(workshop) if held else ()
    shown = risk if risk in workshop.risks else next(iter(order), None)
    at = order.index(shown) if shown is not None and held else 0
    following = order[at + 1] if at + 1 < len(order) else None
    title = title_of(workshop.risks[following]) if following else ""
    return FollowUpView(
        review=held.id if held else None,
        held_on=held.held_on if held else None,
        reviews=tuple((each.id, day(each.held_on)) for each in reviews_in_order(workshop)),
        attended=_attended(workshop, held) if held else (),
        rows=_rows(workshop, held, order) if held else (),
        list_note=_list_note(workshop, held, order) if held else "",
        entry=_entry(workshop, held, shown) if held and shown is not None else None,
        scores=review_scores_view(workshop, held.id, shown) if held else None,
        promised=() if held else _promised(workshop),
        planned=_planned(workshop),
        following=following,
        next_words=_("Next: {title}").format(title=title) if following else "",
        proven=proven_words(workshop),
        empty=_empty(workshop),
        next_day=next_review_date(workshop),
    )


def risk_states() -> tuple[tuple[object, str], ...]:
    """Where a risk can stand, but for "it happened", which has a question of its own."""
    return tuple((each, said(each)) for each in RiskStatus if each is not RiskStatus.MATERIALISED)


def answers() -> tuple[tuple[object, str], ...]:
    """The answers to "did it happen"."""
    return tuple((each, said(each)) for each in Occurred)


def statuses() -> tuple[tuple[object, str], ...]:
    """Where a promise can stand, in the order in which it usually goes."""
    return tuple((each, said(each)) for each in _SHOWN)


def _empty(workshop: Workshop) -> str:
    if workshop.reviews:
        return ""
    planned = next_review_date(workshop)
    if planned is None:
        return _("No review yet.")
    return _("No review yet. The next look is planned for {day}.").format(day=day(planned))


def _promised(workshop: Workshop) -> tuple[Row, ...]:
    """What was promised, by the day it is due; a promise without a day comes last."""
    held = [
        each
        for each in in_order(workshop.mitigations)
        if each.status is not MitigationStatus.DROPPED
    ]
    held.sort(key=lambda each: (each.due is None, each.due))
    return tuple(_promise_row(workshop, each) for each in held)


def _promise_row(workshop: Workshop, each: Mitigation) -> Row:
    risk = workshop.risks[each.risks[0]] if each.risks else None
    due = _("due {day}").format(day=day(each.due)) if each.due else _("no day yet")
    return Row(
        key=each.id,
        title=each.title.strip() or _("Not named yet"),
        soft=", ".join(filter(None, (title_of(risk) if risk else "", said(each.status)))),
        note=due,
        sign=category_sign(workshop, risk.category) if risk else "",
    )


def _planned(workshop: Workshop) -> str:
    """The days on which to look again that are still to come."""
    last = latest_review(workshop)
    days = [each for each in planned_dates(workshop) if last is None or each > last.held_on]
    if not days:
        return ""
    return _("Planned: {days}").format(days=", ".join(day(each) for each in days))


def _attended(workshop: Workshop, review: Review) -> tuple[AttendedRow, ...]:
    return tuple(
        AttendedRow(id=each.id, name=each.name, attended=each.id in review.attended)
        for each in in_order(workshop.participants)
    )


def _rows(workshop: Workshop, review: Review, order: tuple[RiskId, ...]) -> tuple[Row, ...]:
    needed = set(must_respond(workshop))
    rows = [_row(workshop, review, risk) for risk in order if risk in needed]
    rest = [_row(workshop, review, risk) for risk in order if risk not in needed]
    if rest:
        rows.append(Row(key="rest", title=_("Watched"), heading=True))
    return (*rows, *rest)


def _row(workshop: Workshop, review: Review, risk: RiskId) -> Row:
    held = workshop.risks[risk]
    return Row(
        key=risk,
        title=title_of(held),
        soft=_state(workshop, review, risk),
        sign=category_sign(workshop, held.category),
    )


def _state(workshop: Workshop, review: Review, risk: RiskId) -> str:
    entry = entry_of(workshop, review.id, risk)
    outcome = workshop.outcomes.get(risk)
    if outcome is not None and outcome.occurred is Occurred.YES:
        return _("it happened")
    if entry.id not in workshop.review_entries:
        return _("to ask")
    if entry.trigger_fired:
        return _("first sign shown")
    return _("not yet")


def _list_note(workshop: Workshop, review: Review, order: tuple[RiskId, ...]) -> str:
    done = sum(entry_of(workshop, review.id, risk).id in workshop.review_entries for risk in order)
    return _("{done} of {count}").format(done=done, count=len(order))


def _entry(workshop: Workshop, review: Review, risk: RiskId) -> EntryView:
    held, entry = workshop.risks[risk], entry_of(workshop, review.id, risk)
    outcome = workshop.outcomes.get(risk)
    return EntryView(
        risk=risk,
        sign=category_sign(workshop, held.category),
        heading=_("Risk {number}").format(number=held.number),
        title=title_of(held),
        we_said=_we_said(workshop, risk),
        trigger=response_of(workshop, risk).trigger,
        trigger_fired=entry.trigger_fired,
        occurred=outcome.occurred if outcome else None,
        resolved_on=outcome.resolved_on if outcome else None,
        reading=entry.reading,
        note=entry.note,
        status=entry.status,
        scores_words=moved_words(workshop, review.id, risk),
        promises=tuple(_promise(workshop, each, review) for each in mitigations_of(workshop, risk)),
    )


def _we_said(workshop: Workshop, risk: RiskId) -> str:
    chance = risk_exposures(workshop)[risk].p_mean
    if chance is None:
        return ""
    return _("we said: about {chance}").format(chance=percent(chance))


def _promise(workshop: Workshop, each: Mitigation, review: Review) -> PromiseState:
    owner = workshop.participants.get(each.owner) if each.owner else None
    signal = each.signal.statement.strip() if each.signal else ""
    parts = [owner.name if owner else _("nobody yet"), signal]
    state, tone, sign = _promise_state(each, review.held_on)
    return PromiseState(
        id=each.id,
        title=each.title.strip() or _("Not named yet"),
        soft=". ".join(part for part in parts if part),
        state=state,
        tone=tone,
        sign=sign,
        status=each.status,
        status_note=each.status_note,
        verified_on=each.verified_on,
        seen_by=each.seen_by,
    )


def _promise_state(each: Mitigation, on: date) -> tuple[str, str, str]:
    words = said(each.status)
    if each.status is MitigationStatus.VERIFIED:
        when = short_day(each.verified_on)
        return _("{state}, {day}").format(state=words, day=when), "good", "icon:check:good"
    if each.status is MitigationStatus.DROPPED:
        return words, "ink_soft", ""
    if each.due is not None and each.due < on:
        late = _("{state}, was due {day}").format(state=words, day=short_day(each.due))
        return late, "alarm", "icon:triangle-alert:alarm"
    due = _("{state}, due {day}").format(state=words, day=short_day(each.due))
    return (due if each.due else words), "care", "icon:circle:care"


def proven_words(workshop: Workshop) -> str:
    """How many promises are proven, ``"12 of 14 promises proven"``; dropped ones do not count."""
    held = [
        each
        for each in workshop.mitigations.values()
        if each.status is not MitigationStatus.DROPPED
    ]
    done = sum(each.status is MitigationStatus.VERIFIED for each in held)
    return ngettext(
        "{done} of {count} promise proven", "{done} of {count} promises proven", len(held)
    ).format(done=done, count=len(held))
