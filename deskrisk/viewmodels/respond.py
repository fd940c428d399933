"""What the page Respond shows: one risk, its decision, its promises, today and target."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.gaps import REASONED, WATCHED, gaps_of
from deskrisk.domain.ideas import shelf
from deskrisk.domain.leverage import Leverage, effort_of, leverage_of
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, Happiness, Response
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import response_of
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import SMALLEST_SHOWN, person_days, points
from deskrisk.viewmodels.gaps import missing_words
from deskrisk.viewmodels.promises import PromiseView, happy_sign, promise_view, promises_note
from deskrisk.viewmodels.rank import risk_sentence, title_of
from deskrisk.viewmodels.remarks import risk_remarks
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.words import said


@dataclass(frozen=True, slots=True, kw_only=True)
class StripItem:
    """A risk in the strip; ``done`` says that its response lacks nothing.

    ``happy`` is the sign of what the room said about how it is mitigated, empty if not asked.
    """

    id: RiskId
    number: str
    sign: str
    title: str
    done: bool
    needed: bool
    happy: str
    spoken: str


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
class BroughtRisk:
    """A risk that this response brings; ``note`` says what is still to do with it."""

    id: RiskId
    title: str
    note: str
    scored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseView:
    """The response to the risk in hand.

    ``brings`` are new risks from it, ``ideas`` is how many lie on its shelf, ``remarks`` are worth
    a quiet word each.
    """

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
    happy: Happiness | None
    asks_happy: bool
    brings: tuple[BroughtRisk, ...]
    ideas: int
    remarks: tuple[str, ...]


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


def _first_open(workshop: Workshop, order: tuple[RiskId, ...]) -> RiskId | None:
    return next((risk for risk in order if gaps_of(workshop, risk)), next(iter(order), None))


def _item(workshop: Workshop, risk: RiskId, place: int, needed: tuple[RiskId, ...]) -> StripItem:
    held = workshop.risks[risk]
    is_needed = risk in needed
    if is_needed:
        done = not gaps_of(workshop, risk)
    else:
        done = response_of(workshop, risk).decision is not None
    happy = response_of(workshop, risk).happy
    words = _("{place}, {title}, done") if done else _("{place}, {title}, open")
    if happy is not None:
        words = _("{risk}, {happy}").format(risk=words, happy=said(happy))
    return StripItem(
        id=risk,
        number=str(place),
        sign=category_sign(workshop, held.category),
        title=title_of(held),
        done=done,
        needed=is_needed,
        happy=happy_sign(happy),
        spoken=words.format(place=place, title=title_of(held)),
    )


def _response(workshop: Workshop, risk: RiskId) -> ResponseView:
    held, response = workshop.risks[risk], response_of(workshop, risk)
    promises = mitigations_of(workshop, risk)
    decision = response.decision
    loss = _loss(workshop, response)
    return ResponseView(
        risk=risk,
        sign=category_sign(workshop, held.category),
        heading=_heading(workshop, risk),
        title=title_of(held),
        sentence=risk_sentence(held),
        decision=decision,
        owner=response.owner,
        reason=response.reason,
        asks_reason=decision in (*REASONED, Decision.RESOLVED) or bool(response.reason),
        asks_sign=decision in (*WATCHED, Decision.ESCALATE)
        or bool(response.trigger or response.fallback),
        asks_promises=decision not in (Decision.ACCEPT, None) or bool(promises),
        promises=tuple(promise_view(workshop, each, risk) for each in promises),
        promises_note=promises_note(workshop, risk),
        trigger=response.trigger,
        fallback=response.fallback,
        residual_likelihood=response.residual_likelihood,
        residual_impact=response.residual_impact,
        review_date=response.review_date,
        loss=loss,
        leverage_note=response.leverage_note,
        asks_leverage_note=loss.weak or bool(response.leverage_note),
        missing=_missing(workshop, risk),
        happy=response.happy,
        asks_happy=decision is not None or response.happy is not None,
        brings=_brings(workshop, risk),
        ideas=len(shelf(workshop, risk)),
        remarks=risk_remarks(workshop, risk),
    )


def _brings(workshop: Workshop, risk: RiskId) -> tuple[BroughtRisk, ...]:
    """The new risks from this response, by number; unscored ones say so."""
    found = [each for each in workshop.risks.values() if each.secondary_to == risk]
    exposures = risk_exposures(workshop)
    return tuple(
        BroughtRisk(
            id=each.id,
            title=title_of(each),
            note=_note(exposures[each.id].median),
            scored=exposures[each.id].median is not None,
        )
        for each in sorted(found, key=lambda one: one.number)
    )


def _note(median: float | None) -> str:
    return _("not scored yet") if median is None else _about(median)


def _heading(workshop: Workshop, risk: RiskId) -> str:
    words = _("Risk {number}").format(number=workshop.risks[risk].number)
    if workshop.risks[risk].red_line:
        words = _("{risk}, red line").format(risk=words)
    if risk not in must_respond(workshop):
        words = _("{risk}, below the line").format(risk=words)
    source = workshop.risks[risk].secondary_to
    if source is not None:
        title = title_of(workshop.risks[source])
        words = _("{risk}, from “{source}”").format(risk=words, source=title)
    return words


def _missing(workshop: Workshop, risk: RiskId) -> str:
    gaps = gaps_of(workshop, risk)
    if not gaps:
        return ""
    return _("Still missing: {what}.").format(what=missing_words(gaps))


def _loss(workshop: Workshop, response: Response) -> LossView:
    gain = leverage_of(workshop, response.risk)
    inherent, rest = gain.residual.inherent, gain.residual
    days = effort_of(workshop, response.risk)
    return LossView(
        today=inherent,
        target=rest.residual,
        today_words=_about(inherent),
        target_words=_about(rest.residual),
        effort="" if days is None else person_days(days),
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
