from typing import Any

from deskrisk.domain.leverage import leverages, total
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Decision, MitigationStatus, Response
from deskrisk.domain.model.workshop import Part, Workshop
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

R1, R2 = RiskId("r1"), RiskId("r2")


def a_response(risk: RiskId, likelihood: int, impact: int) -> Response:
    return Response(
        risk=risk,
        decision=Decision.MITIGATE,
        residual_likelihood=likelihood,
        residual_impact=impact,
    )


def a_room(*parts: Part, size: float | None = 900, **fields: Any) -> Workshop:
    """Two risks of 10.5 points each; one point is nine person-days."""
    return a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_participant("p1"),
        a_score("p1", "r1", 3, 4),
        a_score("p1", "r2", 3, 4),
        *parts,
        project_size_person_days=size,
        **fields,
    )


def test_a_weak_leverage() -> None:
    mitigation = a_mitigation("m1", "r1", effort_person_days=85)
    found = leverages(a_room(a_response(R1, 3, 3), mitigation))[R1]
    assert (found.leverage, found.weak) == (near(0.741176), True)
    assert (found.reduction, found.share) == (near(7.0), near(0.666667))


def test_a_leverage_of_one_is_not_weak() -> None:
    mitigation = a_mitigation("m1", "r1", effort_person_days=63)
    found = leverages(a_room(a_response(R1, 3, 3), mitigation))[R1]
    assert (found.leverage, found.weak) == (near(1.0), False)


def test_without_an_effort_there_is_no_leverage() -> None:
    for effort in (None, 0):
        mitigation = a_mitigation("m1", "r1", effort_person_days=effort)
        found = leverages(a_room(a_response(R1, 3, 3), mitigation))[R1]
        assert (found.effort, found.leverage, found.weak) == (effort, None, False)


def test_one_unknown_effort_makes_the_whole_unknown() -> None:
    found = leverages(
        a_room(
            a_response(R1, 3, 3),
            a_mitigation("m1", "r1", effort_person_days=5),
            a_mitigation("m2", "r1"),
        )
    )[R1]
    assert (found.effort, found.leverage) == (None, None)


def test_without_a_project_size_there_is_no_leverage() -> None:
    mitigation = a_mitigation("m1", "r1", effort_person_days=5)
    workshop = a_room(a_response(R1, 3, 3), mitigation, size=None)
    assert leverages(workshop)[R1].leverage is None
    assert total(workshop).inherent_person_days is None


def test_without_a_residual_there_is_no_leverage() -> None:
    found = leverages(a_room(a_mitigation("m1", "r1", effort_person_days=5)))[R1]
    assert (found.reduction, found.share, found.leverage, found.effort) == (None, None, None, 5)


def test_a_response_may_add_risk() -> None:
    mitigation = a_mitigation("m1", "r1", effort_person_days=5)
    found = leverages(a_room(a_response(R1, 5, 5), mitigation))[R1]
    assert (found.adds_risk, found.weak) == (True, True)
    assert found.reduction == near(-79.5)
    assert (found.share or 0) < 0
    assert not leverages(a_room(a_response(R1, 3, 4)))[R1].adds_risk


def test_only_what_is_required_and_not_dropped_costs_a_risk() -> None:
    found = leverages(
        a_room(
            a_response(R1, 3, 3),
            a_mitigation("m1", "r1", effort_person_days=7),
            a_mitigation("m2", "r1", effort_person_days=20, required=False),
            a_mitigation("m3", "r1", effort_person_days=30, status=MitigationStatus.DROPPED),
        )
    )[R1]
    assert (found.effort, found.leverage) == (7, near(9.0))


def test_shared_effort_counts_once_a_risk_and_once_in_all() -> None:
    workshop = a_room(
        a_mitigation("m1", "r1", "r2", effort_person_days=8),
        a_mitigation("m2", "r2", effort_person_days=2, required=False),
        a_mitigation("m3", "r2"),
        a_mitigation("m4", "r2", effort_person_days=50, status=MitigationStatus.DROPPED),
    )
    found = leverages(workshop)
    assert (found[R1].effort, found[R2].effort) == (8, None)
    assert (total(workshop).effort, total(workshop).effort_unknown) == (10, 1)


def test_the_sums_of_all_risks() -> None:
    proven = a_mitigation("m1", "r1", status=MitigationStatus.VERIFIED)
    found = total(a_room(a_response(R1, 3, 3), a_response(R2, 2, 4), proven))
    assert (found.inherent, found.target, found.current) == (near(21), near(7.25), near(14))
    assert found.inherent_person_days == near(189)


def test_an_empty_room_has_empty_sums() -> None:
    found = total(a_workshop())
    assert (found.inherent, found.target, found.current, found.effort) == (0, 0, 0, 0)
