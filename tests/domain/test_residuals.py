import pytest

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import MitigationStatus, Response
from deskrisk.domain.residuals import (
    mitigations_of,
    portfolio,
    required_mitigations,
    residual_of,
    residuals,
)
from tests.builders import a_mitigation, a_risk, a_workshop
from tests.nearly import near

R1 = RiskId("r1")
LOWER = Response(risk=R1, residual_likelihood=2, residual_impact=3)
VERIFIED = MitigationStatus.VERIFIED


def test_the_number_falls_only_when_all_required_is_verified() -> None:
    workshop = a_workshop(
        a_risk(),
        LOWER,
        a_mitigation("m1", "r1", status=VERIFIED),
        a_mitigation("m2", "r1", required=False),
        a_mitigation("m3", "r1", status=MitigationStatus.DROPPED),
    )
    found = residual_of(workshop, R1, 10.5)
    assert (found.residual, found.current, found.reduction) == (1.25, 1.25, near(9.25))
    assert found.all_required_verified


@pytest.mark.parametrize("status", [each for each in MitigationStatus if each is not VERIFIED])
def test_done_is_not_verified(status: MitigationStatus) -> None:
    proven = a_mitigation("m1", "r1", status=VERIFIED)
    dropped = status is MitigationStatus.DROPPED
    workshop = a_workshop(a_risk(), LOWER, proven, a_mitigation("m2", "r1", status=status))
    found = residual_of(workshop, R1, 10.5)
    assert found.current == (1.25 if dropped else 10.5)
    assert found.all_required_verified is dropped


def test_without_a_required_mitigation_today_stays() -> None:
    optional = a_mitigation("m1", "r1", required=False, status=VERIFIED)
    found = residual_of(a_workshop(a_risk(), LOWER, optional), R1, 10.5)
    assert (found.current, found.all_required_verified) == (10.5, False)


@pytest.mark.parametrize(("likelihood", "impact"), [(None, None), (2, None), (None, 3)])
def test_half_a_residual_is_none(likelihood: int | None, impact: int | None) -> None:
    response = Response(risk=R1, residual_likelihood=likelihood, residual_impact=impact)
    proven = a_mitigation("m1", "r1", status=VERIFIED)
    found = residual_of(a_workshop(a_risk(), response, proven), R1, 10.5)
    assert (found.residual, found.reduction, found.current) == (None, None, 10.5)


def test_a_risk_nobody_scored_has_no_reduction() -> None:
    found = residual_of(a_workshop(a_risk(), LOWER), R1, None)
    assert (found.inherent, found.residual, found.reduction, found.current) == (
        None,
        1.25,
        None,
        None,
    )


def test_mitigations_stand_in_their_order() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_mitigation("m2", "r1", "r2"),
        a_mitigation("m1", "r1", required=False),
        a_mitigation("m3", "r2"),
    )
    assert [each.id for each in mitigations_of(workshop, R1)] == ["m1", "m2"]
    assert [each.id for each in required_mitigations(workshop, R1)] == ["m2"]


def test_the_sums_count_a_residual_without_a_score() -> None:
    found = portfolio(a_workshop(a_risk(), LOWER))
    assert (found.inherent, found.target, found.current) == (0, 1.25, 0)
    assert len(residuals(a_workshop(a_risk("r1"), a_risk("r2")))) == 2


def test_a_risk_nobody_scored_adds_nothing_to_any_sum() -> None:
    found = portfolio(a_workshop(a_risk("r1")))
    assert (found.inherent, found.target, found.current) == (0, 0, 0)
