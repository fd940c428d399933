"""What is left of a risk when its mitigations are done and proven (method B.12)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.scales import exposure


@dataclass(frozen=True, slots=True, kw_only=True)
class Residual:
    """Expected loss of one risk, in points; None where there is no number.

    ``inherent`` is today's, before new mitigations; ``residual`` what the room expects when all
    required ones are proven; ``current`` is the residual once they are, the inherent until then.
    """

    risk: RiskId
    inherent: float | None
    residual: float | None
    current: float | None
    all_required_verified: bool

    @property
    def reduction(self) -> float | None:
        """How much the promises should bring, in points; below 0 if they add risk."""
        if self.inherent is None or self.residual is None:
            return None
        return self.inherent - self.residual


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """Sums over all risks, in points. Sums of medians are an orientation: say "about"."""

    inherent: float
    target: float
    current: float


def mitigations_of(workshop: Workshop, risk: RiskId) -> tuple[Mitigation, ...]:
    """The mitigations that serve a risk, in their order."""
    return in_order({id_: m for id_, m in workshop.mitigations.items() if risk in m.risks})


def required_mitigations(workshop: Workshop, risk: RiskId) -> tuple[Mitigation, ...]:
    """The mitigations that the residual of a risk depends on; dropped ones no longer count."""
    return tuple(each for each in mitigations_of(workshop, risk) if is_required(each))


def required_by_risk(workshop: Workshop) -> Mapping[RiskId, tuple[Mitigation, ...]]:
    """The same for every risk that has any, in one go."""
    found: dict[RiskId, tuple[Mitigation, ...]] = {}
    for each in in_order(workshop.mitigations):
        if is_required(each):
            for risk in dict.fromkeys(each.risks):
                found[risk] = (*found.get(risk, ()), each)
    return found


def is_required(mitigation: Mitigation) -> bool:
    """Does a residual depend on this mitigation?"""
    return mitigation.required and mitigation.status is not MitigationStatus.DROPPED


def residual_of(workshop: Workshop, risk: RiskId, inherent: float | None) -> Residual:
    """The residual of one risk.

    Args:
        workshop: where response and mitigations are.
        risk: which one.
        inherent: its median exposure in points, None if nobody scored it.
    """
    return _residual(workshop, risk, inherent, required_mitigations(workshop, risk))


def residuals(workshop: Workshop) -> tuple[Residual, ...]:
    """The residual of every risk, in no particular order."""
    required = required_by_risk(workshop)
    return tuple(
        _residual(workshop, risk, each.median, required.get(risk, ()))
        for risk, each in risk_exposures(workshop).items()
    )


def portfolio(workshop: Workshop) -> Portfolio:
    """The sums of today, promised, and proven."""
    rows = residuals(workshop)
    return Portfolio(
        inherent=sum(row.inherent or 0.0 for row in rows),
        target=sum((row.inherent if row.residual is None else row.residual) or 0.0 for row in rows),
        current=sum(row.current or 0.0 for row in rows),
    )


def _residual(
    workshop: Workshop, risk: RiskId, inherent: float | None, required: Sequence[Mitigation]
) -> Residual:
    response = workshop.responses.get(risk)
    residual = None
    if response is not None and response.residual_likelihood and response.residual_impact:
        residual = exposure(response.residual_likelihood, response.residual_impact)
    proven = bool(required) and all(each.status is MitigationStatus.VERIFIED for each in required)
    return Residual(
        risk=risk,
        inherent=inherent,
        residual=residual,
        current=residual if proven and residual is not None else inherent,
        all_required_verified=proven,
    )
