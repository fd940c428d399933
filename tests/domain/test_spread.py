import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain import spread
from deskrisk.domain.errors import MissingError
from deskrisk.domain.exposures import FINAL
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.spread import State, agreement_a, consensus, polarisation
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

R1 = RiskId("r1")

levels = st.lists(st.integers(1, 5), min_size=1, max_size=20)
counts = st.lists(st.integers(0, 9), min_size=5, max_size=5).filter(any)


def scored(*answers: tuple[int, int]) -> Workshop:
    people = [a_participant(f"p{n}") for n in range(len(answers))]
    scores = [a_score(f"p{n}", "r1", *answer) for n, answer in enumerate(answers)]
    return a_workshop(a_risk(), *people, *scores)


def state(*answers: tuple[int, int]) -> State:
    return spread.spread_of(scored(*answers), R1).state


def test_a_risk_that_is_not_there_has_no_spread() -> None:
    with pytest.raises(MissingError):
        spread.spread_of(a_workshop(), R1)


def test_without_answers_there_is_no_number_and_no_state() -> None:
    found = spread.spread_of(scored(), R1)
    assert (found.n, found.state, found.lone_alarm) == (0, State.TOO_FEW, False)
    assert (found.iqr_likelihood, found.iqr_impact) == (None, None)
    assert found.likelihood.counts == (0, 0, 0, 0, 0)
    assert found.likelihood.median is None
    assert found.likelihood.consensus is None
    assert found.likelihood.agreement is None
    assert found.likelihood.polarisation is None


def test_one_answer_has_no_quartiles() -> None:
    found = spread.spread_of(scored((2, 5)), R1)
    assert (found.iqr_likelihood, found.iqr_impact) == (None, None)
    assert (found.likelihood.median, found.impact.median) == (2, 5)
    assert found.state is State.TOO_FEW


def test_two_opposite_answers_are_too_few_for_a_state() -> None:
    found = spread.spread_of(scored((1, 1), (5, 5)), R1)
    assert found.state is State.TOO_FEW
    assert found.iqr_likelihood == 2


def test_three_answers_are_never_split() -> None:
    assert state((1, 1), (1, 1), (5, 5)) is State.SPREAD


def test_two_against_two_is_a_split_on_either_scale() -> None:
    assert state((1, 3), (2, 3), (4, 3), (5, 3)) is State.SPLIT
    assert state((3, 1), (3, 2), (3, 4), (3, 5)) is State.SPLIT


def test_a_quartile_distance_of_one_level_is_together() -> None:
    assert state((3, 3), (3, 3), (4, 4), (4, 4), (4, 4)) is State.TOGETHER
    assert state((2, 3), (2, 3), (3, 3), (3, 3)) is State.TOGETHER


def test_a_wider_one_is_a_spread() -> None:
    assert state((1, 3), (1, 3), (3, 3), (3, 3), (3, 3)) is State.SPREAD
    assert state((3, 1), (3, 1), (3, 3), (3, 3), (3, 3)) is State.SPREAD


@pytest.mark.parametrize(
    ("n", "camp"),
    [(4, 2), (6, 2), (7, 3), (8, 3), (10, 3), (11, 4), (13, 4), (14, 5), (16, 5), (20, 6), (30, 9)],
)
def test_the_camps_of_a_split_grow_with_the_room(n: int, camp: int) -> None:
    middle = [3] * (n - 2 * camp)
    assert spread.is_split([2] * camp + middle + [4] * camp)
    assert not spread.is_split([2] * (camp - 1) + [3] + middle + [4] * camp)
    assert not spread.is_split([2] * camp + middle + [3] + [4] * (camp - 1))


def test_one_voice_ten_times_above_the_middle_is_a_lone_alarm() -> None:
    found = spread.spread_of(scored((2, 2), (2, 2), (2, 2), (2, 4)), R1)
    assert (found.state, found.lone_alarm) == (State.TOGETHER, True)


def test_exactly_ten_times_counts_and_less_does_not() -> None:
    assert spread.is_lone_alarm([1.0, 1.0, 1.0, 10.0])
    assert not spread.is_lone_alarm([1.0, 1.0, 1.0, 9.99])


def test_two_voices_are_an_alarm_only_in_a_larger_room() -> None:
    assert not spread.is_lone_alarm([1.0] * 11 + [10.0] * 2)
    assert spread.is_lone_alarm([1.0] * 12 + [10.0] * 2)
    assert spread.is_lone_alarm([1.0] * 17 + [10.0] * 3)
    assert not spread.is_lone_alarm([1.0] * 16 + [10.0] * 3)


def test_two_people_have_no_lone_alarm() -> None:
    assert not spread.is_lone_alarm([0.1, 90.0])
    assert not spread.is_lone_alarm([])


def test_a_split_is_no_lone_alarm() -> None:
    answers = ((1, 1), (1, 1), (1, 1), (1, 4), (1, 5))
    found = spread.spread_of(scored(*answers), R1)
    assert spread.is_lone_alarm([0.025, 0.025, 0.025, 0.025, 2.5])
    assert found.state is State.SPLIT
    assert not found.lone_alarm


def test_rounds_are_looked_at_apart_and_together() -> None:
    workshop = a_workshop(
        a_risk(),
        *(a_participant(f"p{n}") for n in range(3)),
        *(a_score(f"p{n}", "r1", 1, 1) for n in range(3)),
        a_score("p0", "r1", 5, 5, round=2),
    )
    assert spread.spread_of(workshop, R1, 1).likelihood.levels == (1, 1, 1)
    assert spread.spread_of(workshop, R1, 2).likelihood.levels == (5,)
    assert spread.spread_of(workshop, R1, FINAL).likelihood.levels == (1, 1, 5)
    assert spread.spreads(workshop, 1)[R1] == spread.spread_of(workshop, R1, 1)


def test_an_abstention_is_no_answer() -> None:
    workshop = scored((1, 1), (2, 2), (3, 3))
    more = a_score("p0", "r1", None, None, round=2, abstain=True)
    found = spread.spread_of(a_workshop(*workshop.risks.values(), more), R1)
    assert found.n == 0


def test_three_levels_are_enough() -> None:
    assert agreement_a([1, 1, 1]) == near(0)
    assert agreement_a([2, 0, 2]) == near(-1)
    assert agreement_a([0, 3, 3]) == near(0.5)


@pytest.mark.parametrize("counts", [[], [1], [1, 1]])
def test_agreement_needs_three_levels(counts: list[int]) -> None:
    assert agreement_a(counts) is None
    assert polarisation(counts) is None


@pytest.mark.parametrize(
    ("counts", "wanted"),
    [((4, 0, 0, 0, 4), 1), ((0, 4, 0, 4, 0), 0.416667), ((1, 4, 0, 3, 1), 0.438272)],
)
def test_polarisation(counts: tuple[int, ...], wanted: float) -> None:
    assert polarisation(counts) == near(wanted)


@given(levels)
def test_figures_stay_in_their_ranges(answers: list[int]) -> None:
    found = spread.counts_of(answers)
    assert sum(found) == len(answers)
    assert -1e-9 <= (consensus(found) or 0.0) <= 1 + 1e-9
    assert -1 - 1e-9 <= (agreement_a(found) or 0.0) <= 1 + 1e-9
    assert 0 <= (spread.interquartile_range(answers) or 0.0) <= 4


@given(counts, st.integers(2, 5))
def test_more_people_of_the_same_mind_change_no_figure(votes: list[int], times: int) -> None:
    more = [times * count for count in votes]
    assert consensus(more) == pytest.approx(consensus(votes))
    assert agreement_a(more) == pytest.approx(agreement_a(votes))


@given(counts)
def test_the_scale_may_be_turned_round(votes: list[int]) -> None:
    turned = votes[::-1]
    assert consensus(turned) == pytest.approx(consensus(votes))
    assert agreement_a(turned) == pytest.approx(agreement_a(votes), abs=1e-12)


@given(st.integers(1, 5), st.integers(1, 12))
def test_one_level_is_full_agreement(level: int, n: int) -> None:
    found = spread.counts_of([level] * n)
    assert (consensus(found), agreement_a(found), polarisation(found)) == (1, 1, 0)


@given(levels.filter(lambda row: len(row) > 2))
def test_the_lone_alarm_does_not_hang_on_the_unit(answers: list[int]) -> None:
    points = [3.0**level for level in answers]  # no two are exactly ten times apart
    in_days = [4.8 * each for each in points]
    assert spread.is_lone_alarm(points) == spread.is_lone_alarm(in_days)


def test_a_risk_tells_how_polarised_its_answers_are() -> None:
    found = spread.spread_of(scored(*((level, 3) for level in (1, 2, 2, 2, 4, 4, 4, 5))), R1)
    assert found.likelihood.agreement == near(0.013889)
    assert found.likelihood.polarisation == near(0.493056)
    assert found.impact.polarisation == near(0.0)


def test_as_many_open_ends_as_gaps_is_still_a_layer() -> None:
    assert agreement_a((1, 0, 1, 0)) == near(-1 / 6)


def test_three_are_enough_for_a_lone_alarm() -> None:
    assert spread.is_lone_alarm([1.0, 1.0, 10.0])
    assert not spread.is_lone_alarm([1.0, 10.0])
