"""What was decided about each risk: the blocks above the cut line, the rows below it."""

import re
from dataclasses import dataclass
from datetime import date

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import CategoryId, ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Decision,
    Happiness,
    Mitigation,
    MitigationStatus,
    Signal,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import mitigations_of, residual_of
from deskrisk.domain.responses import response_of
from deskrisk.domain.scales import point_person_days
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import (
    NO_BREAK,
    count_word,
    day,
    percent,
    person_days,
    points,
    short_day,
    whole_or_short,
)
from deskrisk.viewmodels.priorities import risk_number
from deskrisk.viewmodels.promises import also_serves
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.verdict import capital
from deskrisk.viewmodels.words import (
    IMPACT_WORDS,
    LIKELIHOOD_WORDS,
    category_name,
    said,
)

_WEB = re.compile(r"\bhttps?://[^\s<>\"]+", re.IGNORECASE)

_DONE = {
    Decision.MITIGATE: N_("Reduced"),
    Decision.AVOID: N_("Avoided"),
    Decision.WATCH: N_("Watched"),
    Decision.ACCEPT: N_("Accepted"),
    Decision.ESCALATE: N_("Handed up"),
    Decision.RESOLVED: N_("Resolved"),
}


_DROPPED = MitigationStatus.DROPPED
_HAPPY = {
    Happiness.HAPPY: N_("The room is happy with how this is mitigated."),
    Happiness.CAN_LIVE_WITH_IT: N_("The room can live with how this is mitigated."),
    Happiness.NOT_YET: N_("The room is not happy yet with how this is mitigated."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A promise with its owner, day and sign. ``status`` is empty while it is only planned.

    ``sign`` is the sentence about the sign, or else what has to be read. ``address`` is where on
    the web it can be seen, empty if it is anywhere else.
    """

    number: str
    title: str
    description: str
    owner: str
    supporters: str
    due: str
    sign: str
    where: str
    address: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionBlock:
    """One risk above the line, or a red line below it. Empty texts are not printed.

    ``happy`` is what the room said of it, ``brings`` names the new risks from it, ``amended`` says
    what was changed here after a round of the sign-off. ``today_points`` and ``target_points`` are
    for the small chart, None where nobody judged.
    """

    risk: RiskId
    position: int
    number: str
    title: str
    category: CategoryId | None
    category_name: str
    hurts: str
    cause: str
    event: str
    consequence: str
    red_line: str
    today: str
    target: str
    work: str
    today_points: float | None
    target_points: float | None
    promises: tuple[PromiseRow, ...]
    decision: str
    decision_made: bool
    today_short: str
    target_short: str
    owner: str
    reason: str
    trigger: str
    fallback: str
    next_look: str
    happy: str
    brings: str
    amended: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRow:
    """One risk below the line: who watches it, why, its first sign and what happens then."""

    risk: RiskId
    position: int
    number: str
    title: str
    category: CategoryId | None
    points: str
    scored: bool
    statement: tuple[str, str, str]
    decision: str
    owner: str
    reason: str
    trigger: str
    fallback: str
    next_look: str
    happy: str
    brings: str
    promises: tuple[PromiseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsView:
    """Everything decided, in the order that holds."""

    heading: str
    lead: str
    blocks: tuple[DecisionBlock, ...]
    others_heading: str
    others_lead: str
    others: tuple[OtherRow, ...]


def decisions_view(workshop: Workshop) -> DecisionsView:
    """The decisions of the room, also the missing ones: they say "not decided yet"."""
    order = standing_order(workshop)
    place = {risk: position for position, risk in enumerate(order, start=1)}
    chosen = must_respond(workshop)
    blocks = tuple(_block(workshop, risk, place[risk]) for risk in chosen)
    others = tuple(_other(workshop, risk, place[risk]) for risk in order if risk not in set(chosen))
    return DecisionsView(
        heading=_heading(len(chosen), len(order)),
        lead=_(
            "A promise has one owner, one date and one sign that shows it works. Until the sign "
            "has been seen, the risk keeps its number of today."
        ),
        blocks=blocks,
        others_heading=_others_heading(len(others)),
        others_lead=_(
            "Each has a person who watches it, a first sign, and a next step that is already "
            "decided."
        ),
        others=others,
    )


def promise_number(mitigation: Mitigation) -> str:
    """The name of a promise in the document: ``M3``."""
    return f"M{mitigation.position + 1}"


def person_name(workshop: Workshop, person: ParticipantId | None) -> str:
    """The name in full, never initials; empty for nobody."""
    return workshop.participants[person].name if person is not None else ""


def web_address(text: str) -> str:
    """The one web address that a text is or holds; empty if there is none, or anything else."""
    found: list[str] = _WEB.findall(text)
    return found[0].rstrip(".,;:!?)") if len(found) == 1 else ""


def reading_wanted(signal: Signal) -> str:
    """What has to be read, e.g. ``"error rate at most 0.5 %"``; empty without a threshold."""
    if signal.threshold is None or not signal.metric:
        return signal.metric
    number = whole_or_short(signal.threshold)
    unit = f"{NO_BREAK}{signal.unit}" if signal.unit else ""
    return f"{signal.metric}: {said(signal.comparator)} {number}{unit}"


def _heading(chosen: int, total: int) -> str:
    if chosen == total:
        return _("What we do about each risk")
    found = ngettext("What we do about the first", "What we do about the first {k}", chosen)
    return found.format(k=count_word(chosen))


def _others_heading(count: int) -> str:
    found = ngettext(
        "One risk is watched or accepted, with open eyes",
        "{n} risks are watched or accepted, with open eyes",
        count,
    )
    return capital(found.format(n=count_word(count)))


def _block(workshop: Workshop, risk_id: RiskId, position: int) -> DecisionBlock:
    risk = workshop.risks[risk_id]
    response = response_of(workshop, risk_id)
    exposure = risk_exposures(workshop)[risk_id]
    residual = residual_of(workshop, risk_id, exposure.median)
    category = workshop.categories.get(risk.category) if risk.category else None
    return DecisionBlock(
        risk=risk_id,
        position=position,
        number=risk_number(risk.number),
        title=risk.title,
        category=risk.category,
        category_name="" if category is None else category_name(category),
        hurts=_hurts(workshop, risk_id),
        cause=risk.cause,
        event=risk.event,
        consequence=risk.consequence,
        red_line=risk.red_line_reason if risk.red_line else "",
        today=_today(workshop, exposure.p_mean, exposure.median),
        target=_target(response.residual_likelihood, response.residual_impact),
        work=_work(workshop, risk_id),
        today_points=residual.inherent,
        target_points=residual.residual,
        promises=_promises(workshop, risk_id),
        decision=_decision(workshop, risk_id),
        decision_made=response.decision is not None,
        today_short="" if residual.inherent is None else points(residual.inherent),
        target_short="" if residual.residual is None else points(residual.residual),
        owner=person_name(workshop, response.owner),
        reason=response.reason,
        trigger=response.trigger,
        fallback=response.fallback,
        next_look=_next_look(response.review_date),
        happy=_happy(response.happy),
        brings=_brings(workshop, risk_id),
        amended=_amended(workshop, risk_id),
    )


def _other(workshop: Workshop, risk_id: RiskId, position: int) -> OtherRow:
    risk = workshop.risks[risk_id]
    response = response_of(workshop, risk_id)
    return OtherRow(
        risk=risk_id,
        position=position,
        number=risk_number(risk.number),
        title=risk.title,
        category=risk.category,
        points=points(risk_exposures(workshop)[risk_id].median),
        scored=risk_exposures(workshop)[risk_id].median is not None,
        statement=(risk.cause, risk.event, risk.consequence),
        decision=_("Not decided") if response.decision is None else _(_DONE[response.decision]),
        owner=person_name(workshop, response.owner),
        reason=response.reason,
        trigger=response.trigger,
        fallback=response.fallback,
        next_look=_next_look(response.review_date),
        happy=_happy(response.happy),
        brings=_brings(workshop, risk_id),
        promises=_promises(workshop, risk_id),
    )


def _hurts(workshop: Workshop, risk: RiskId) -> str:
    wanted = set(workshop.risks[risk].objectives)
    numbers = [
        str(place)
        for place, aim in enumerate(in_order(workshop.objectives), start=1)
        if aim.id in wanted
    ]
    if not numbers:
        return ""
    found = ngettext("hurts aim {numbers}", "hurts aims {numbers}", len(numbers))
    return found.format(numbers=", ".join(numbers))


def _today(workshop: Workshop, chance: float | None, median: float | None) -> str:
    if chance is None or median is None:
        return _("nobody has scored it")
    text = _("a chance of about {chance}, expected loss about {points} points").format(
        chance=percent(chance), points=points(median)
    )
    per_point = point_person_days(workshop.brief.project_size_person_days)
    if per_point is None:
        return text
    return f"{text} ({person_days_about(median * per_point)})"


def person_days_about(days: float) -> str:
    """An effort that was calculated, with two figures: ``"60 person-days"``."""
    return _("{days} person-days").format(days=points(days))


def _target(likelihood: int | None, impact: int | None) -> str:
    if likelihood is None or impact is None:
        return ""
    return f"{_(LIKELIHOOD_WORDS[likelihood])}; {_(IMPACT_WORDS[impact])}"


def _work(workshop: Workshop, risk: RiskId) -> str:
    kept = [m for m in mitigations_of(workshop, risk) if m.status is not MitigationStatus.DROPPED]
    effort = sum(each.effort_person_days or 0 for each in kept)
    return _("Takes about {days}.").format(days=person_days(effort)) if effort else ""


def _decision(workshop: Workshop, risk: RiskId) -> str:
    response = response_of(workshop, risk)
    if response.decision is None:
        return _("Not decided yet")
    chosen = response.treatments
    if not chosen and response.decision is Decision.MITIGATE:
        kept = (m for m in mitigations_of(workshop, risk) if m.status is not _DROPPED)
        chosen = tuple(dict.fromkeys(each.treatment for each in kept))
    ways = ", ".join(said(each) for each in chosen)
    return f"{said(response.decision)}: {ways}" if ways else said(response.decision)


def _happy(happy: Happiness | None) -> str:
    """What the room answered to "are we happy with how this is mitigated?"."""
    return "" if happy is None else _(_HAPPY[happy])


def _brings(workshop: Workshop, risk: RiskId) -> str:
    """The new risks that a response brings, by title and number."""
    found = [each for each in workshop.risks.values() if each.secondary_to == risk]
    return ", ".join(
        f"{title_of(each)} ({risk_number(each.number)})"
        for each in sorted(found, key=lambda one: one.number)
    )


def _amended(workshop: Workshop, risk: RiskId) -> str:
    """What was changed about a risk because somebody objected or had a reservation."""
    return " ".join(
        _("After round {number}: {change}").format(number=each.after_round, change=each.change)
        for each in in_order(workshop.amendments, by="sequence")
        if each.item == risk
    )


def _next_look(when: date | None) -> str:
    return day(when) if when is not None else ""


def _promises(workshop: Workshop, risk: RiskId) -> tuple[PromiseRow, ...]:
    """By due date; those without one last."""
    row = sorted(
        mitigations_of(workshop, risk), key=lambda m: (m.due is None, m.due or date.max, m.position)
    )
    return tuple(_promise(workshop, each, risk) for each in row)


def _promise(workshop: Workshop, mitigation: Mitigation, risk: RiskId) -> PromiseRow:
    signal = mitigation.signal or Signal()
    names = [person_name(workshop, person) for person in mitigation.supporters]
    where = ", ".join(part for part in (signal.where, signal.window) if part)
    planned = mitigation.status is MitigationStatus.PLANNED
    note = f": {mitigation.status_note}" if mitigation.status_note else ""
    return PromiseRow(
        number=promise_number(mitigation),
        title=mitigation.title,
        description=_described(workshop, mitigation, risk),
        owner=person_name(workshop, mitigation.owner),
        supporters=_("with {names}").format(names=", ".join(names)) if names else "",
        due=short_day(mitigation.due, with_year=_other_year(workshop, mitigation.due)),
        sign=signal.statement if signal.statement.strip() else reading_wanted(signal),
        where=where,
        address=web_address(signal.where),
        status="" if planned else f"{capital(said(mitigation.status))}{note}",
    )


def _described(workshop: Workshop, mitigation: Mitigation, risk: RiskId) -> str:
    also = also_serves(workshop, mitigation, risk)
    if not also:
        return mitigation.description
    words = mitigation.description.strip().rstrip(".")
    return ". ".join(part for part in (words, capital(also)) if part)


def _other_year(workshop: Workshop, when: date | None) -> bool:
    return when is not None and when.year != workshop.brief.held_on.year
