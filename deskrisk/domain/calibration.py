"""Did it happen? How well the group's percentages did (method B.14). Never for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from deskrisk.domain.errors import BrokenSealError
from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.freezing import agreed_in
from deskrisk.domain.model.ids import RiskId, VersionId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.reviews import Occurred, Outcome
from deskrisk.domain.model.signoff import AgreementVersion
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.residuals import required_mitigations
from deskrisk.domain.scales import LIKELIHOOD, TOLERANCE, likelihood_level

FEWEST_OUTCOMES = 10
"""With fewer outcomes they are listed and not judged: too few to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the group expected of one risk, and what happened.

    ``stated`` is the mean probability of the final scores. ``in_force`` is what held when it was
    settled: the residual one if all required mitigations had been verified by then, as
    ``from_residual`` says.
    """

    risk: RiskId
    stated: float
    in_force: float
    from_residual: bool
    occurred: bool

    @property
    def squared_error(self) -> float:
        """0 for a sure and right percentage, 1 for a sure and wrong one."""
        return (self.in_force - self.occurred) ** 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRow:
    """All forecasts of one likelihood level: how many, their mean, and the share that happened."""

    level: int
    n: int
    mean_p: float
    happened: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How well the percentages did.

    ``brier`` is 0 (perfect) over 0.25 (always saying 50 %) to 1; ``brier_stated`` the same for
    the stated percentages alone; ``reference`` that of always saying the base rate. ``skill`` is 1
    at best and 0 for no better than the base rate; None if everything or nothing happened.
    ``bias`` above 0 means too worried. All of them are None for fewer than ten outcomes.
    """

    forecasts: tuple[Forecast, ...]
    occurred: int
    base_rate: float | None
    mean_p: float | None
    brier: float | None
    brier_stated: float | None
    reference: float | None
    skill: float | None
    bias: float | None
    bands: tuple[BandRow, ...]

    @property
    def enough(self) -> bool:
        """Are there enough outcomes to judge?"""
        return len(self.forecasts) >= FEWEST_OUTCOMES


def forecasts(workshop: Workshop) -> tuple[Forecast, ...]:
    """Every scored risk that did or did not happen, by number.

    "Cannot tell" is left out, and so is a risk without an outcome or a score. Percentages are those
    of the agreement in force when the risk was settled, as they were frozen; what was scored or
    expected later changes nothing. Without a frozen agreement they are those of the workshop.
    """
    found: list[Forecast] = []
    for risk in sorted(workshop.risks.values(), key=lambda each: (each.number, each.id)):
        outcome = workshop.outcomes.get(risk.id)
        if outcome is None or outcome.occurred is Occurred.CANNOT_TELL:
            continue
        agreed = _agreed_then(workshop, outcome)
        stated = risk_exposures(agreed)[risk.id].p_mean
        if stated is None:
            continue
        residual = _residual_in_force(workshop, agreed, outcome)
        found.append(
            Forecast(
                risk=risk.id,
                stated=stated,
                in_force=stated if residual is None else residual,
                from_residual=residual is not None,
                occurred=outcome.occurred is Occurred.YES,
            )
        )
    return tuple(found)


def calibration(workshop: Workshop) -> Calibration:
    """How well the group's percentages did, over all outcomes."""
    return judged(forecasts(workshop))


def judged(found: tuple[Forecast, ...]) -> Calibration:
    """How well percentages did, those of one workshop or of many."""
    occurred = sum(each.occurred for each in found)
    if len(found) < FEWEST_OUTCOMES:
        return _unjudged(found, occurred)
    happened = [each.occurred for each in found]
    in_force = [each.in_force for each in found]
    base = occurred / len(found)
    reference = base * (1.0 - base)
    brier = brier_score(in_force, happened)
    mean_p = sum(in_force) / len(found)
    return Calibration(
        forecasts=found,
        occurred=occurred,
        base_rate=base,
        mean_p=mean_p,
        brier=brier,
        brier_stated=brier_score([each.stated for each in found], happened),
        reference=reference,
        skill=skill_score(brier, reference),
        bias=mean_p - base,
        bands=_bands(found),
    )


def brier_score(chances: Sequence[float], happened: Sequence[bool]) -> float | None:
    """The mean squared distance of percentages from what happened.

    Args:
        chances: probabilities, 0 to 1.
        happened: for each whether it happened.

    Returns:
        0 (perfect) to 1; None for nothing.

    Source:
        Brier, Verification of forecasts expressed in terms of probability, 1950, in its
        one-sided form.
    """
    if not chances:
        return None
    errors = [(p - o) ** 2 for p, o in zip(chances, happened, strict=True)]
    return sum(errors) / len(errors)


def skill_score(brier: float | None, reference: float) -> float | None:
    """How much better than always saying the base rate: 1 at best, below 0 for worse.

    Args:
        brier: the Brier score.
        reference: that of always saying the base rate; 0 if everything or nothing happened, and
            then there is no skill.
    """
    return None if brier is None or reference <= TOLERANCE else 1.0 - brier / reference


def _agreed_then(workshop: Workshop, outcome: Outcome) -> Workshop:
    """What was agreed when a risk was settled; the workshop itself where nothing was frozen.

    A risk that was settled before the first agreement is held against that one. One that an
    agreement does not know, or whose seal is broken, is held against the workshop.
    """
    versions = in_order(workshop.versions, by="number")
    day = outcome.resolved_on
    until = [each for each in versions if day is None or each.agreed_on <= day]
    for version in (*reversed(until), *versions[:1]):
        agreed = _opened(version.snapshot, version.seal)
        if agreed is not None:
            return agreed if outcome.risk in agreed.risks else workshop
    return workshop


@lru_cache(maxsize=8)
def _opened(snapshot: str, seal: str) -> Workshop | None:
    """A frozen agreement; None if its seal is broken. Opening takes milliseconds, so it is kept."""
    version = AgreementVersion(
        id=VersionId(""), number=1, agreed_on=date.min, snapshot=snapshot, seal=seal
    )
    try:
        return agreed_in(version)
    except BrokenSealError:
        return None


def _residual_in_force(workshop: Workshop, agreed: Workshop, outcome: Outcome) -> float | None:
    """The residual probability, if all that is required was verified when the risk was settled."""
    response = agreed.responses.get(outcome.risk)
    if response is None or response.residual_likelihood is None or outcome.resolved_on is None:
        return None
    required = required_mitigations(workshop, outcome.risk)
    if not required or not all(_verified_by(each, outcome.resolved_on) for each in required):
        return None
    return LIKELIHOOD[response.residual_likelihood]


def _verified_by(mitigation: Mitigation, day: date) -> bool:
    if mitigation.status is not MitigationStatus.VERIFIED or mitigation.verified_on is None:
        return False
    return mitigation.verified_on <= day


def _bands(found: Sequence[Forecast]) -> tuple[BandRow, ...]:
    rows: list[BandRow] = []
    for level in LIKELIHOOD:
        held = [each for each in found if likelihood_level(each.in_force) == level]
        if held:
            rows.append(
                BandRow(
                    level=level,
                    n=len(held),
                    mean_p=sum(each.in_force for each in held) / len(held),
                    happened=sum(each.occurred for each in held) / len(held),
                )
            )
    return tuple(rows)


def _unjudged(found: tuple[Forecast, ...], occurred: int) -> Calibration:
    return Calibration(
        forecasts=found,
        occurred=occurred,
        base_rate=None,
        mean_p=None,
        brier=None,
        brier_stated=None,
        reference=None,
        skill=None,
        bias=None,
        bands=(),
    )
