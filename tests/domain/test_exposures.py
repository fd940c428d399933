import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.exposures import (
    FINAL,
    RiskExposure,
    log_quantile,
    quantile,
    risk_exposures,
    scorers,
    standing_scores,
)
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.workshop import Part
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

R1 = RiskId("r1")
P1 = ParticipantId("p1")

points = st.lists(st.floats(0.025, 90), min_size=1, max_size=15)


def exposure_of(*parts: Part, people: int = 3, round_: int = FINAL) -> RiskExposure:
    room = [a_participant(f"p{n}") for n in range(1, people + 1)]
    return risk_exposures(a_workshop(a_risk(), *room, *parts), round_)[R1]


def test_a_risk_nobody_scored_has_no_number() -> None:
    found = exposure_of()
    assert (found.n, found.missing, found.abstained) == (0, 3, 0)
    assert (found.median, found.q1, found.q3, found.mean, found.maximum, found.p_mean) == (
        (None,) * 6
    )
    assert found.under_scored


def test_one_answer_is_the_value_itself_and_under_scored() -> None:
    found = exposure_of(a_score("p1", "r1", 3, 3))
    assert (found.median, found.q1, found.q3, found.mean) == (3.5, 3.5, 3.5, 3.5)
    assert found.under_scored


def test_two_answers_have_their_geometric_mean() -> None:
    found = exposure_of(a_score("p1", "r1", 3, 3), a_score("p2", "r1", 3, 5))
    assert found.median == near(math.sqrt(3.5 * 35))
    assert (found.mean, found.p_mean, found.maximum) == (near(19.25), near(0.35), 35)


def test_three_scores_are_enough_unless_the_room_is_larger_than_six() -> None:
    three = [a_score(f"p{n}", "r1", 3, 3) for n in (1, 2, 3)]
    assert not exposure_of(*three, people=3).under_scored
    assert not exposure_of(*three, people=6).under_scored
    assert exposure_of(*three, people=7).under_scored
    assert exposure_of(*three[:2], people=3).under_scored


def test_two_people_need_two_scores() -> None:
    assert not exposure_of(
        a_score("p1", "r1", 3, 3), a_score("p2", "r1", 3, 3), people=2
    ).under_scored


def test_i_cannot_judge_is_not_missing() -> None:
    found = exposure_of(a_score("p1", "r1", None, None, abstain=True), a_score("p2", "r1", 3, 3))
    assert (found.n, found.abstained, found.missing) == (1, 1, 1)


def test_when_all_have_answered_nobody_is_missing() -> None:
    found = exposure_of(*(a_score(f"p{n}", "r1", 3, 3) for n in (1, 2, 3)))
    assert (found.n, found.abstained, found.missing) == (3, 0, 0)


def test_half_an_answer_does_not_count() -> None:
    found = exposure_of(a_score("p1", "r1", 3, None))
    assert (found.n, found.abstained, found.missing) == (0, 0, 3)


def test_the_last_word_replaces_the_first() -> None:
    first, second = a_score("p1", "r1", 1, 1), a_score("p1", "r1", 5, 5, round=2)
    for order in ((first, second), (second, first)):
        assert exposure_of(*order).answers == {"p1": 90}
        assert exposure_of(*order, round_=1).answers == {"p1": 0.025}
        assert exposure_of(*order, round_=2).answers == {"p1": 90}


def test_cannot_judge_in_the_second_round_takes_the_first_back() -> None:
    first = a_score("p1", "r1", 5, 5)
    second = a_score("p1", "r1", None, None, round=2, abstain=True)
    found = exposure_of(first, second)
    assert (found.n, found.abstained) == (0, 1)


def test_half_an_answer_in_the_second_round_leaves_the_first() -> None:
    found = exposure_of(a_score("p1", "r1", 5, 5), a_score("p1", "r1", 1, None, round=2))
    assert found.answers == {"p1": 90}


def test_whose_answers_are_expected() -> None:
    workshop = a_workshop(
        a_risk(),
        a_participant("p1"),
        a_participant("p2", present=False),
        a_participant("p3", scores=False),
        a_participant("p4", present=False),
        a_score("p4", "r1", 3, 3),
    )
    assert scorers(workshop) == ("p1", "p4")


def test_every_risk_is_there() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_score("p1", "r2", 1, 1))
    assert set(standing_scores(workshop)) == {"r1", "r2"}
    assert standing_scores(workshop, 2) == {"r1": {}, "r2": {}}


def test_no_values_have_no_quantile() -> None:
    assert quantile([], 0.5) is None
    assert log_quantile([], 0.5) is None


@given(points, st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]))
def test_the_quantile_is_that_of_the_logarithms(values: list[float], q: float) -> None:
    by_logs = quantile([math.log10(value) for value in values], q)
    assert by_logs is not None
    assert log_quantile(values, q) == pytest.approx(10**by_logs)
    assert min(values) <= (log_quantile(values, q) or 0) * (1 + 1e-12)
    assert (log_quantile(values, q) or 0) <= max(values) * (1 + 1e-12)


@given(points, st.floats(0.1, 10))
def test_the_quantile_knows_no_unit(values: list[float], unit: float) -> None:
    scaled = log_quantile([unit * value for value in values], 0.75)
    assert scaled == pytest.approx(unit * (log_quantile(values, 0.75) or 0))


@given(points)
def test_the_order_of_the_answers_does_not_matter(values: list[float]) -> None:
    assert log_quantile(values[::-1], 0.5) == log_quantile(values, 0.5)
