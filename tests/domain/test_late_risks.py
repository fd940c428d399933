from dataclasses import replace

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import (
    FIRST_ROUND,
    SECOND_ROUND,
    Question,
    asked_again,
    is_late,
    set_answer,
    still_missing,
)
from tests.builders import a_participant, a_risk, a_score, a_workshop

R1, R2, P1 = RiskId("r1"), RiskId("r2"), ParticipantId("p1")


def a_round(closed: int) -> Workshop:
    workshop = a_workshop(
        a_risk("r1"), a_risk("r2"), a_participant("p1"), a_score("p1", "r1", 2, 2)
    )
    return replace(workshop, progress=replace(workshop.progress, round_closed=closed))


def test_a_risk_that_comes_after_the_first_round_is_late_until_it_is_judged() -> None:
    assert not is_late(a_round(0), R2)
    late = a_round(FIRST_ROUND)
    assert [is_late(late, risk) for risk in (R1, R2, RiskId("r9"))] == [False, True, False]
    assert is_late(a_round(SECOND_ROUND), R2)


def test_a_late_risk_is_asked_about_in_the_second_round() -> None:
    late = a_round(FIRST_ROUND)
    assert asked_again(late, R2)
    assert not asked_again(late, R1)
    assert still_missing(late, R2, SECOND_ROUND) == (P1,)
    judged = late
    for question in Question:
        judged = set_answer(judged, P1, R2, question, 3, round_=SECOND_ROUND)
    assert not is_late(judged, R2)
    assert asked_again(judged, R2)
    assert still_missing(judged, R2, SECOND_ROUND) == ()
