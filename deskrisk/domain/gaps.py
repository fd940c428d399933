"""What is missing for an agreement, as data: which risk, which promise, what (method A.9, A.10)."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.leverage import leverage_of
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Decision,
    Happiness,
    Mitigation,
    MitigationStatus,
    Response,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import is_worded, response_of

REASONED = (Decision.ACCEPT, Decision.WATCH, Decision.ESCALATE, Decision.AVOID)
"""Decisions that need a reason to print."""

WATCHED = (Decision.MITIGATE, Decision.WATCH)
"""Decisions that need a first sign."""

HEAVY_LOAD = 3
"""From this many promises on, one owner is worth a remark ..."""

HEAVY_SHARE = 0.4
"""... and above this share of all promises, if they are more than two."""


class GapKind(Enum):
    """What is missing."""

    DECISION = "decision"
    OWNER = "owner"
    REASON = "reason"
    PROMISE = "promise"
    TRIGGER = "trigger"
    FALLBACK = "fallback"
    RESIDUAL = "residual"
    REVIEW_DATE = "review_date"
    PROMISE_TITLE = "promise_title"
    PROMISE_OWNER = "promise_owner"
    PROMISE_DUE = "promise_due"
    PROMISE_SIGNAL = "promise_signal"
    LEVERAGE_NOTE = "leverage_note"
    NOT_HAPPY = "not_happy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One missing thing; ``mitigation`` says in which promise, None for the response itself."""

    risk: RiskId
    kind: GapKind
    mitigation: MitigationId | None = None


def gaps_of(workshop: Workshop, risk: RiskId) -> tuple[Gap, ...]:
    """What the response to one risk still needs, in the order of the page.

    Raises:
        MissingError: there is no such risk.
    """
    response = response_of(workshop, risk)
    promises = mitigations_of(workshop, risk)
    kinds = _of_response(response, promises)
    found = [Gap(risk=risk, kind=kind) for kind in kinds]
    for promise in promises:
        found += [Gap(risk=risk, kind=kind, mitigation=promise.id) for kind in _of_promise(promise)]
    if _lacks_worth(workshop, response):
        found.append(Gap(risk=risk, kind=GapKind.LEVERAGE_NOTE))
    if response.happy is Happiness.NOT_YET:
        found.append(Gap(risk=risk, kind=GapKind.NOT_HAPPY))
    return tuple(found)


def agreement_gaps(workshop: Workshop) -> tuple[Gap, ...]:
    """What all risks that need a response still lack, in the order that holds."""
    return tuple(gap for risk in must_respond(workshop) for gap in gaps_of(workshop, risk))


def undecided_others(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks below the line without a decision, in the order that holds."""
    needed = set(must_respond(workshop))
    return tuple(
        risk
        for risk in standing_order(workshop)
        if risk not in needed and response_of(workshop, risk).decision is None
    )


def heavy_owners(workshop: Workshop) -> tuple[tuple[ParticipantId, int], ...]:
    """Who holds three promises or more, or over 40 % of all; with how many, most first."""
    held = Counter(
        each.owner
        for each in workshop.mitigations.values()
        if each.owner is not None and each.status is not MitigationStatus.DROPPED
    )
    total = sum(held.values())
    return tuple(
        (who, count)
        for who, count in held.most_common()
        if count >= HEAVY_LOAD or (total > HEAVY_LOAD and count > HEAVY_SHARE * total)
    )


def _of_response(response: Response, promises: tuple[Mitigation, ...]) -> list[GapKind]:
    if response.decision is None:
        return [GapKind.DECISION]
    mitigate = response.decision is Decision.MITIGATE
    missing = {
        GapKind.OWNER: response.owner is None,
        GapKind.REASON: response.decision in REASONED and not response.reason.strip(),
        GapKind.PROMISE: mitigate and not _kept(promises),
        GapKind.TRIGGER: response.decision in WATCHED and not response.trigger.strip(),
        GapKind.FALLBACK: bool(response.trigger.strip()) and not response.fallback.strip(),
        GapKind.RESIDUAL: mitigate
        and (response.residual_likelihood is None or response.residual_impact is None),
        GapKind.REVIEW_DATE: response.review_date is None,
    }
    return [kind for kind, is_missing in missing.items() if is_missing]


def _lacks_worth(workshop: Workshop, response: Response) -> bool:
    """Do the promises cost more than they save, and nobody says why they are kept?"""
    asked = response.decision is Decision.MITIGATE and not response.leverage_note.strip()
    return asked and leverage_of(workshop, response.risk).weak


def _kept(promises: tuple[Mitigation, ...]) -> bool:
    return any(each.status is not MitigationStatus.DROPPED for each in promises)


def _of_promise(promise: Mitigation) -> list[GapKind]:
    if promise.status is MitigationStatus.DROPPED:
        return []
    missing = {
        GapKind.PROMISE_TITLE: not promise.title.strip(),
        GapKind.PROMISE_OWNER: promise.owner is None,
        GapKind.PROMISE_DUE: promise.due is None,
        GapKind.PROMISE_SIGNAL: promise.treatment is not Treatment.ACCEPT
        and not is_worded(promise.signal),
    }
    return [kind for kind, is_missing in missing.items() if is_missing]
