"""What a promise brings for its effort, for one risk and for all (method B.12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.residuals import (
    Residual,
    mitigations_of,
    portfolio,
    required_by_risk,
    required_mitigations,
    residual_of,
    residuals,
)
from deskrisk.domain.scales import TOLERANCE, point_person_days

WEAK_LEVERAGE = 1.0
"""Below it, on the room's own numbers, the promises cost more than they save."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leverage:
    """What the required mitigations of one risk bring and cost.

    ``reduction`` is points, below 0 if they add risk; ``share`` is the part of the exposure that
    goes, 1 at most. ``effort`` is person-days; None if any of them has no effort yet. ``leverage``
    is person-days saved for each spent; None without a residual, an effort above 0 or a project
    size.
    """

    residual: Residual
    reduction: float | None
    share: float | None
    effort: float | None
    leverage: float | None

    @property
    def weak(self) -> bool:
        """Does it cost more than it saves? Then one line says why it is kept."""
        return self.leverage is not None and self.leverage < WEAK_LEVERAGE - TOLERANCE

    @property
    def adds_risk(self) -> bool:
        """Is the risk larger afterwards? Allowed after a yes."""
        return self.reduction is not None and self.reduction < -TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The sums over all risks.

    ``inherent``, ``target`` and ``current`` are points: sums of medians, so say "about".
    ``inherent_person_days`` is None while the size of the project is unknown. ``effort`` is all
    that is planned, in person-days, required or not: each mitigation counts once, however many
    risks it serves. ``effort_unknown`` is how many have no effort yet.
    """

    inherent: float
    target: float
    current: float
    inherent_person_days: float | None
    effort: float
    effort_unknown: int


def leverages(workshop: Workshop) -> Mapping[RiskId, Leverage]:
    """What the required mitigations of each risk bring and cost.

    Source:
        Boehm, Software risk management: risk reduction leverage.
    """
    a_point = point_person_days(workshop.brief.project_size_person_days)
    required = required_by_risk(workshop)
    return {
        each.risk: _leverage(each, required.get(each.risk, ()), a_point)
        for each in residuals(workshop)
    }


def leverage_of(workshop: Workshop, risk: RiskId) -> Leverage:
    """The same for one risk.

    Raises:
        KeyError: there is no such risk.
    """
    rest = residual_of(workshop, risk, risk_exposures(workshop)[risk].median)
    a_point = point_person_days(workshop.brief.project_size_person_days)
    return _leverage(rest, required_mitigations(workshop, risk), a_point)


def effort_of(workshop: Workshop, risk: RiskId) -> float | None:
    """What all promises for a risk take, in person-days, required or not, also shared ones.

    None if no promise that was not dropped says what it takes.
    """
    known = [
        each.effort_person_days
        for each in mitigations_of(workshop, risk)
        if each.status is not MitigationStatus.DROPPED and each.effort_person_days is not None
    ]
    return sum(known) if known else None


def total(workshop: Workshop) -> Total:
    """The sums over all risks: today, promised, proven, and what it takes."""
    sums = portfolio(workshop)
    a_point = point_person_days(workshop.brief.project_size_person_days)
    efforts = [
        each.effort_person_days
        for each in workshop.mitigations.values()
        if each.status is not MitigationStatus.DROPPED
    ]
    return Total(
        inherent=sums.inherent,
        target=sums.target,
        current=sums.current,
        inherent_person_days=None if a_point is None else sums.inherent * a_point,
        effort=sum(effort or 0.0 for effort in efforts),
        effort_unknown=efforts.count(None),
    )


def _leverage(
    residual: Residual, required: Sequence[Mitigation], a_point: float | None
) -> Leverage:
    reduction = residual.reduction
    efforts = [each.effort_person_days for each in required]
    known = [effort for effort in efforts if effort is not None]
    effort = sum(known) if len(known) == len(efforts) else None
    share = None
    if residual.inherent is not None and residual.residual is not None:
        share = 1.0 - residual.residual / residual.inherent
    leverage = None
    if reduction is not None and a_point is not None and effort:
        leverage = reduction * a_point / effort
    return Leverage(
        residual=residual, reduction=reduction, share=share, effort=effort, leverage=leverage
    )
