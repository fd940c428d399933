"""What the page Respond shows: one risk, its decision, its promises, today and target."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.gaps import REASONED, WATCHED, Gap, GapKind, gaps_of
from deskrisk.domain.leverage import Leverage, leverages
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    Mitigation,
    Response,
    Signal,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import mitigations_of, residual_of
from deskrisk.domain.responses import MOST_PROMISES, response_of
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.figures import SMALLEST_SHOWN, person_days, points, whole_or_short
from deskrisk.viewmodels.rank import risk_sentence, title_of
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS, said

Options = tuple[tuple[object, str], ...]

_GAP_WORDS = {
    GapKind.DECISION: N_("a decision"),
    GapKind.OWNER: N_("an owner"),
    GapKind.REASON: N_("one line why"),
    GapKind.PROMISE: N_("a promise"),
    GapKind.TRIGGER: N_("the first sign"),
    GapKind.FALLBACK: N_("what we do then"),
    GapKind.RESIDUAL: N_("how likely, how bad then"),
    GapKind.REVIEW_DATE: N_("when to look again"),
    GapKind.PROMISE_TITLE: N_("what is promised"),
    GapKind.PROMISE_OWNER: N_("who keeps a promise"),
    GapKind.PROMISE_DUE: N_("by when a promise is kept"),
    GapKind.PROMISE_SIGNAL: N_("how we will know"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StripItem:
    """A risk in the strip; ``done`` says that its response lacks nothing."""

    id: RiskId
    number: str
    sign: str
    title: str
    done: bool
    needed: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseView:
    """One promise as it is, its fields as typed; ``summary`` is the line under its signal."""

    id: MitigationId
    title: str
    description: str
    owner: ParticipantId | None
    due: date | None
    effort: float | None
    treatment: Treatment
    required: bool
    signal: Signal
    summary: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LossView:
    """Expected loss today and when all is proven, in points; words say "about".

    ``worth`` says how many times its effort the response saves; ``weak`` that it saves less.
    """

    today: float | None
    target: float | None
    today_words: str
    target_words: str
    effort: str
    worth: str
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """The response to the risk in hand."""

    risk: RiskId
    sign: str
    heading: str
    title: str
    sentence: str
    decision: Decision | None
    owner: ParticipantId | None
    reason: str
    asks_reason: bool
    asks_sign: bool
    asks_promises: bool
    promises: tuple[PromiseView, ...]
    promises_note: str
    trigger: str
    fallback: str
    residual_likelihood: int | None
    residual_impact: int | None
    review_date: date | None
    loss: LossView
    leverage_note: str
    asks_leverage_note: bool
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondView:
    """Everything the page shows. ``next_words`` is empty on the last risk."""

    strip: tuple[StripItem, ...]
    progress: str
    response: ResponseView | None
    previous: RiskId | None
    following: RiskId | None
    next_words: str


def respond_view(workshop: Workshop, risk: RiskId | None = None) -> RespondView:
    """The page Respond with one risk in hand; none or gone takes the first that lacks something."""
    needed = must_respond(workshop)
    order = (*needed, *(each for each in standing_order(workshop) if each not in set(needed)))
    held = risk if risk in workshop.risks else _first_open(workshop, order)
    at = order.index(held) if held is not None else 0
    following = order[at + 1] if at + 1 < len(order) else None
    strip = tuple(_item(workshop, each, place, needed) for place, each in enumerate(order, 1))
    done = sum(item.done for item in strip if item.needed)
    next_title = title_of(workshop.risks[following]) if following else ""
    return RespondView(
        strip=strip,
        progress=_("{done} of {count} decided").format(done=done, count=len(needed)),
        response=_response(workshop, held) if held is not None else None,
        previous=order[at - 1] if at > 0 else None,
        following=following,
        next_words=_("Next: {title}").format(title=next_title) if following else "",
    )


def decisions() -> Options:
    """The decisions, in the order of the method."""
    return tuple((each, said(each)) for each in Decision)


def treatments() -> Options:
    """In which way a promise helps."""
    return tuple((each, said(each)) for each in Treatment)


def signal_types() -> Options:
    """The kinds of signals."""
    return tuple((each, said(each)) for each in SignalType)


def comparators() -> Options:
    """How a reading is held against the threshold."""
    return tuple((each, said(each)) for each in Comparator)


def likelihoods() -> Options:
    """The levels of likelihood, highest first, with "not said yet"."""
    levels = reversed(tuple(LIKELIHOOD_WORDS.items()))
    return ((None, _("not said yet")), *((level, _(words)) for level, words in levels))


def impacts() -> Options:
    """The levels of impact, highest first, with "not said yet"."""
    levels = reversed(tuple(IMPACT_WORDS.items()))
    return ((None, _("not said yet")), *((level, _(words)) for level, words in levels))


def owners(workshop: Workshop) -> Options:
    """Who can say "I do"; people who are not here are marked."""
    away = _("{name}, not here")
    return (
        (None, _("nobody yet")),
        *(
            (person.id, person.name if person.present else away.format(name=person.name))
            for person in in_order(workshop.participants)
        ),
    )


def gap_words(gap: Gap) -> str:
    """What is missing, for "Still missing: ..."."""
    return _(_GAP_WORDS[gap.kind])


def missing_words(gaps: tuple[Gap, ...]) -> str:
    """What is missing, each thing once, as a list in words; empty for nothing."""
    return ", ".join(dict.fromkeys(gap_words(gap) for gap in gaps))


def _first_open(workshop: Workshop, order: tuple[RiskId, ...]) -> RiskId | None:
    return next((risk for risk in order if gaps_of(workshop, risk)), next(iter(order), None))


def _item(workshop: Workshop, risk: RiskId, place: int, needed: tuple[RiskId, ...]) -> StripItem:
    held = workshop.risks[risk]
    is_needed = risk in needed
    if is_needed:
        done = not gaps_of(workshop, risk)
    else:
        done = response_of(workshop, risk).decision is not None
    words = _("{place}, {title}, done") if done else _("{place}, {title}, open")
    return StripItem(
        id=risk,
        number=str(place),
        sign=category_sign(workshop, held.category),
        title=title_of(held),
        done=done,
        needed=is_needed,
        spoken=words.format(place=place, title=title_of(held)),
    )


def _response(workshop: Workshop, risk: RiskId) -> ResponseView:
    held, response = workshop.risks[risk], response_of(workshop, risk)
    promises = mitigations_of(workshop, risk)
    decision = response.decision
    loss = _loss(workshop, response, promises)
    return ResponseView(
        risk=risk,
        sign=category_sign(workshop, held.category),
        heading=_heading(workshop, risk),
        title=title_of(held),
        sentence=risk_sentence(held),
        decision=decision,
        owner=response.owner,
        reason=response.reason,
        asks_reason=decision in REASONED or bool(response.reason),
        asks_sign=decision in WATCHED or bool(response.trigger or response.fallback),
        asks_promises=decision not in (Decision.ACCEPT, None) or bool(promises),
        promises=tuple(_promise(each) for each in promises),
        promises_note=_promises_note(len(promises)),
        trigger=response.trigger,
        fallback=response.fallback,
        residual_likelihood=response.residual_likelihood,
        residual_impact=response.residual_impact,
        review_date=response.review_date,
        loss=loss,
        leverage_note=response.leverage_note,
        asks_leverage_note=loss.weak or bool(response.leverage_note),
        missing=_missing(workshop, risk),
    )


def _heading(workshop: Workshop, risk: RiskId) -> str:
    words = _("Risk {number}").format(number=workshop.risks[risk].number)
    if workshop.risks[risk].red_line:
        words = _("{risk}, red line").format(risk=words)
    if risk not in must_respond(workshop):
        words = _("{risk}, below the line").format(risk=words)
    return words


def _missing(workshop: Workshop, risk: RiskId) -> str:
    gaps = gaps_of(workshop, risk)
    if not gaps:
        return ""
    return _("Still missing: {what}.").format(what=missing_words(gaps))


def _promises_note(count: int) -> str:
    if count > MOST_PROMISES:
        return _("more than four are seldom kept")
    return _("at most four")


def _promise(each: Mitigation) -> PromiseView:
    signal = each.signal or Signal()
    parts = [said(each.treatment)]
    if each.effort_person_days is not None:
        parts.append(person_days(each.effort_person_days))
    if measured := _measured(signal):
        parts.append(measured)
    return PromiseView(
        id=each.id,
        title=each.title,
        description=each.description,
        owner=each.owner,
        due=each.due,
        effort=each.effort_person_days,
        treatment=each.treatment,
        required=each.required,
        signal=signal,
        summary=", ".join(parts),
        status=said(each.status),
    )


def _measured(signal: Signal) -> str:
    """The signal's number in words: metric, comparator, threshold with unit, window, place."""
    parts = []
    if signal.metric.strip() and signal.threshold is not None:
        number = " ".join(
            each for each in (whole_or_short(signal.threshold), signal.unit.strip()) if each
        )
        parts.append(f"{signal.metric.strip()} {said(signal.comparator)} {number}")
    parts += [each.strip() for each in (signal.window, signal.where) if each.strip()]
    return ", ".join(parts)


def _loss(workshop: Workshop, response: Response, promises: tuple[Mitigation, ...]) -> LossView:
    inherent = risk_exposures(workshop)[response.risk].median
    rest = residual_of(workshop, response.risk, inherent)
    gain = leverages(workshop)[response.risk]
    days = [each.effort_person_days for each in promises if each.effort_person_days is not None]
    return LossView(
        today=inherent,
        target=rest.residual,
        today_words=_about(inherent),
        target_words=_about(rest.residual),
        effort=person_days(sum(days)) if days else "",
        worth=_worth(gain),
        weak=gain.weak,
    )


def _worth(gain: Leverage) -> str:
    """What the promises bring for what they cost, on the room's own numbers."""
    if gain.adds_risk:
        return _("This response adds risk.")
    if gain.leverage is None:
        return ""
    if gain.leverage < SMALLEST_SHOWN:
        return _("Saves almost nothing for its effort")
    return _("Saves about {times} times its effort").format(times=points(gain.leverage))


def _about(value: float | None) -> str:
    return "" if value is None else _("about {points}").format(points=points(value))
