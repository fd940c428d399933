"""What is worth a quiet word about responses, though nothing is missing (method A.9, B.12)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.gaps import heavy_owners
from deskrisk.domain.leverage import leverage_of
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Decision,
    Mitigation,
    MitigationStatus,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import MOST_PROMISES, is_worded, response_of
from deskrisk.domain.scales import TOLERANCE

GATES = (SignalType.REVIEW, SignalType.INSPECTION, SignalType.AUDIT)
"""Promises of another meeting, another rule: fear grows gates."""

_FEWEST_GATES = 2
_NUMBER = re.compile(r"\d")


class RemarkKind(Enum):
    """What is remarked."""

    ADDS_RISK = "adds_risk"
    NOTHING_GAINED = "nothing_gained"
    NO_NUMBER = "no_number"
    ONLY_LAGGING = "only_lagging"
    MANY_PROMISES = "many_promises"
    PROMISE_TOO_LATE = "promise_too_late"
    REVIEW_TOO_LATE = "review_too_late"
    HEAVY_OWNER = "heavy_owner"
    ONLY_GATES = "only_gates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One remark: about a risk and perhaps one promise, about a person, or about all promises.

    ``count`` is how many promises, of ``total``, where that is what is remarked.
    """

    kind: RemarkKind
    risk: RiskId | None = None
    mitigation: MitigationId | None = None
    owner: ParticipantId | None = None
    count: int = 0
    total: int = 0


def remarks_on(workshop: Workshop, risk: RiskId) -> tuple[Remark, ...]:
    """What is worth a word about the response to one risk.

    Raises:
        MissingError: there is no such risk.
    """
    response = response_of(workshop, risk)
    held = _held(mitigations_of(workshop, risk))
    horizon = workshop.brief.horizon
    found = [Remark(kind=kind, risk=risk) for kind in _gains(workshop, risk)]
    found += [
        Remark(kind=RemarkKind.NO_NUMBER, risk=risk, mitigation=each.id)
        for each in held
        if _lacks_number(each)
    ]
    signals = [each.signal for each in held if is_worded(each.signal)]
    if signals and not any(each is not None and each.leading for each in signals):
        found.append(Remark(kind=RemarkKind.ONLY_LAGGING, risk=risk))
    if len(held) > MOST_PROMISES:
        found.append(Remark(kind=RemarkKind.MANY_PROMISES, risk=risk, count=len(held)))
    found += [
        Remark(kind=RemarkKind.PROMISE_TOO_LATE, risk=risk, mitigation=each.id)
        for each in held
        if each.due is not None and each.due > horizon
    ]
    if response.review_date is not None and response.review_date > horizon:
        found.append(Remark(kind=RemarkKind.REVIEW_TOO_LATE, risk=risk))
    return tuple(found)


def remarks_on_all(workshop: Workshop) -> tuple[Remark, ...]:
    """What is worth a word about all promises together: the same owner, only more meetings."""
    found = [
        Remark(kind=RemarkKind.HEAVY_OWNER, owner=who, count=count)
        for who, count in heavy_owners(workshop)
    ]
    held = [each for each in _held(workshop.mitigations.values()) if each.signal is not None]
    gates = sum(each.signal is not None and each.signal.type in GATES for each in held)
    if gates >= _FEWEST_GATES and gates > len(held) / 2:
        found.append(Remark(kind=RemarkKind.ONLY_GATES, count=gates, total=len(held)))
    return tuple(found)


def remarks(workshop: Workshop) -> tuple[Remark, ...]:
    """All remarks: risk by risk where a response is needed, then on all promises together."""
    of_risks = [each for risk in must_respond(workshop) for each in remarks_on(workshop, risk)]
    return (*of_risks, *remarks_on_all(workshop))


def _held(promises: Iterable[Mitigation]) -> tuple[Mitigation, ...]:
    return tuple(each for each in promises if each.status is not MitigationStatus.DROPPED)


def _gains(workshop: Workshop, risk: RiskId) -> Iterator[RemarkKind]:
    gain = leverage_of(workshop, risk)
    if gain.adds_risk:
        yield RemarkKind.ADDS_RISK
    mitigated = response_of(workshop, risk).decision is Decision.MITIGATE
    if mitigated and gain.reduction is not None and abs(gain.reduction) <= TOLERANCE:
        yield RemarkKind.NOTHING_GAINED


def _lacks_number(promise: Mitigation) -> bool:
    """Would nobody know when the sign is there? Words alone are for what is accepted."""
    signal = promise.signal
    if signal is None or promise.treatment is Treatment.ACCEPT or not is_worded(signal):
        return False
    return signal.threshold is None and not _NUMBER.search(signal.statement)
