import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain import duels
from deskrisk.domain.duels import DuelState, Stop, Votes, WinsShapeError
from deskrisk.domain.errors import DuelError, EmptyError, MissingError, RangeError
from deskrisk.domain.model.ids import DuelId, RiskId
from deskrisk.domain.model.scores import Duel
from deskrisk.domain.model.workshop import Workshop
from tests.builders import a_risk, a_workshop
from tests.nearly import near

NOTHING = [[0.0] * 4 for _ in range(4)]

# A cut through a tier of six risks, ten voters: the votes of seven duels, and where they led.
TIER = ("a11", "a01", "a06", "a10", "a08", "a05")
HELD = (
    ("a11", "a01", 4, 6),
    ("a06", "a10", 3, 6),
    ("a08", "a05", 7, 3),
    ("a06", "a05", 7, 3),
    ("a01", "a08", 4, 6),
    ("a11", "a06", 4, 6),
    ("a10", "a08", 9, 1),
)


@st.composite
def tables(draw: st.DrawFn) -> list[list[float]]:
    n = draw(st.integers(2, 5))
    return [[draw(st.integers(0, 6)) * (i != j) / 2 for j in range(n)] for i in range(n)]


def state(
    risks: Sequence[str], votes: Sequence[tuple[str, str, int, int]], inside: int = 1
) -> DuelState:
    held = [
        Duel(
            id=DuelId(f"d{n}"),
            sequence=n,
            a=RiskId(a),
            b=RiskId(b),
            wins_a=wins_a,
            wins_b=wins_b,
        )
        for n, (a, b, wins_a, wins_b) in enumerate(votes, start=1)
    ]
    return duels.duel_state(a_workshop(*held), [RiskId(risk) for risk in risks], inside)


def test_without_votes_all_are_equal_and_the_first_pair_is_asked() -> None:
    found = duels.strengths(NOTHING)
    assert list(found.beta) == [0, 0, 0, 0]
    assert [found.covariance[i][i] for i in range(4)] == near([4, 4, 4, 4])
    assert duels.next_pair(found, []) == (0, 1)


def test_the_item_that_was_never_asked_is_asked_next() -> None:
    found = duels.strengths([[0, 8, 0], [0, 0, 0], [0, 0, 0]])
    assert [found.gain(0, 1), found.gain(0, 2), found.gain(1, 2)] == near(
        [0.048564, 0.385110, 0.385110]
    )
    assert duels.next_pair(found, [(0, 1)]) == (0, 2)


def test_a_chance_from_a_few_votes() -> None:
    found = duels.strengths([[0, 6, 3], [2, 0, 5], [5, 3, 0]])
    assert found.chance_above(0, 2) == near(0.611519)
    assert found.chance_above(2, 0) == near(1 - 0.611519)


def test_strengths_without_a_prior() -> None:
    beta = duels.fit([[0, 2, 0, 1], [3, 0, 5, 0], [0, 3, 0, 1], [4, 0, 3, 0]], eta=0)
    assert [math.exp(each) for each in beta] == near([0.639835, 1.043314, 0.659810, 2.270377])


def test_the_duels_of_a_whole_tier_ask_the_same_pairs_to_the_end() -> None:
    for done, (a, b, _, _) in enumerate(HELD):
        found = state(TIER, HELD[:done])
        assert found.stop is None
        assert found.next_pair == (a, b)
    found = state(TIER, HELD)
    beta = dict(zip(TIER, found.strengths.beta, strict=True))
    assert beta == near(
        {
            "a10": 1.307779,
            "a06": 0.217130,
            "a08": -0.063781,
            "a01": -0.215697,
            "a11": -0.389241,
            "a05": -0.732965,
        }
    )
    assert found.order == ("a10", "a06", "a08", "a01", "a11", "a05")
    assert found.chance_at_cut == near(0.962735)
    assert (found.stop, found.held, found.most) == (Stop.CLEAR, 7, 9)


def test_one_risk_leaves_nothing_to_do() -> None:
    found = state(["r1"], [])
    assert (found.order, found.next_pair, found.stop) == (("r1",), None, Stop.CLEAR)
    assert state([], []).order == ()


@pytest.mark.parametrize("inside", [0, 3])
def test_without_a_line_between_them_only_the_appearances_count(inside: int) -> None:
    votes = [("r1", "r2", 5, 5), ("r2", "r3", 5, 5), ("r1", "r3", 5, 5)]
    assert state(["r1", "r2", "r3"], votes[:2], inside).stop is None
    found = state(["r1", "r2", "r3"], votes, inside)
    assert (found.chance_at_cut, found.stop) == (None, Stop.CLEAR)


def test_more_than_eight_risks_are_better_served_by_a_ballot() -> None:
    assert not state([f"r{n}" for n in range(8)], []).too_many
    assert state([f"r{n}" for n in range(9)], []).too_many


def test_two_risks_have_one_duel() -> None:
    before = state(["r1", "r2"], [])
    assert (before.next_pair, before.most, before.stop) == (("r1", "r2"), 1, None)
    clear = state(["r1", "r2"], [("r1", "r2", 0, 9)])
    assert (clear.order, clear.next_pair, clear.stop) == (("r2", "r1"), None, Stop.CLEAR)
    unclear = state(["r1", "r2"], [("r1", "r2", 3, 4)])
    assert (unclear.next_pair, unclear.stop) == (None, Stop.LIMIT)


def test_one_voter_works_and_stays_uncertain() -> None:
    found = state(["r1", "r2", "r3"], [("r1", "r2", 1, 0), ("r2", "r3", 1, 0), ("r1", "r3", 1, 0)])
    assert found.order == ("r1", "r2", "r3")
    assert 0.5 < (found.chance_at_cut or 0.0) < 0.9
    assert found.stop is None


def test_votes_that_are_all_equal_stop_at_the_limit_without_a_preference() -> None:
    held = [
        Duel(id=DuelId(f"d{n}"), sequence=n, a=RiskId(a), b=RiskId(b), equal=6)
        for n, (a, b) in enumerate([("r1", "r2"), ("r2", "r3"), ("r1", "r3")] * 2)
    ]
    risks = [RiskId("r1"), RiskId("r2"), RiskId("r3")]
    early = duels.duel_state(a_workshop(*held[:4]), risks, 1)
    found = duels.duel_state(a_workshop(*held), risks, 1)
    assert (early.stop, early.no_preference) == (None, True)
    assert found.strengths.beta == near((0, 0, 0))
    assert (found.stop, found.no_preference, found.most) == (Stop.LIMIT, True, 5)
    assert found.order == ("r1", "r2", "r3")


def test_before_the_first_vote_nothing_is_said_about_a_preference() -> None:
    assert not state(TIER, []).no_preference


def test_an_equal_counts_half_for_both_and_a_skip_nothing() -> None:
    duel = Duel(
        id=DuelId("d"), sequence=1, a=RiskId("a"), b=RiskId("b"), wins_a=3, equal=1, skipped=4
    )
    assert duels.wins_table([RiskId("b"), RiskId("a")], [duel]) == [[0, 0.5], [3.5, 0]]


def test_duels_about_other_risks_do_not_count() -> None:
    found = state(["r1", "r2", "r3"], [("r1", "r9", 9, 0), ("r8", "r2", 9, 0)])
    assert (found.held, found.strengths.beta) == (0, (0, 0, 0))


def test_a_duel_of_a_risk_with_itself_does_not_count() -> None:
    assert state(["r1", "r2"], [("r1", "r1", 9, 0)]).held == 0


def test_a_clear_cut_still_waits_until_everyone_appeared_twice() -> None:
    votes = [("r1", "r2", 20, 0), ("r1", "r3", 20, 0)]
    found = state(["r1", "r2", "r3"], votes)
    assert (found.chance_at_cut or 0.0) > 0.9
    assert found.stop is None
    assert state(["r1", "r2", "r3"], [*votes, ("r2", "r3", 5, 5)]).stop is Stop.CLEAR


@pytest.mark.parametrize(
    ("items", "most"), [(0, 0), (1, 0), (2, 1), (3, 5), (4, 6), (5, 8), (6, 9), (8, 12)]
)
def test_the_limit(items: int, most: int) -> None:
    assert duels.most_duels(items) == most


def test_ties_of_the_gain_go_to_the_pair_that_met_less_then_to_the_rarer_items() -> None:
    found = duels.strengths(NOTHING)
    assert duels.next_pair(found, [(0, 1)]) == (2, 3)
    assert duels.next_pair(found, [(0, 1), (2, 3)]) == (0, 2)
    assert duels.next_pair(found, [(0, 1), (3, 2)]) == (0, 2)


def test_no_pair_comes_twice_in_a_row() -> None:
    found = duels.strengths([[0, 0, 0], [0, 0, 40], [0, 40, 0]])
    best = duels.next_pair(found, [])
    assert best is not None
    assert duels.next_pair(found, [best]) not in (None, best)
    assert duels.next_pair(found, [best[::-1]]) not in (None, best)


def the_risks() -> Workshop:
    return a_workshop(a_risk("r1"), a_risk("r2"))


def held(workshop: Workshop, a: str, b: str, id_: str = "d1", **votes: int) -> Workshop:
    return duels.hold_duel(workshop, RiskId(a), RiskId(b), Votes(**votes), id_=DuelId(id_))


def test_duels_are_counted_in_their_order_and_taken_back_from_the_end() -> None:
    once = held(the_risks(), "r1", "r2", wins_a=3, wins_b=4, equal=1, skipped=2)
    twice = held(once, "r2", "r1", "d0", skipped=1)
    assert once.duels[DuelId("d1")] == Duel(
        id=DuelId("d1"),
        sequence=1,
        a=RiskId("r1"),
        b=RiskId("r2"),
        wins_a=3,
        wins_b=4,
        equal=1,
        skipped=2,
    )
    assert twice.duels[DuelId("d0")].sequence == 2
    assert duels.take_back_duel(twice) == once
    empty = duels.take_back_duel(once)
    assert duels.take_back_duel(empty) is empty


def test_a_duel_needs_two_risks_and_votes() -> None:
    with pytest.raises(MissingError):
        held(the_risks(), "r1", "r9", wins_a=1)
    with pytest.raises(MissingError):
        held(the_risks(), "r9", "r1", wins_a=1)
    with pytest.raises(DuelError):
        held(the_risks(), "r1", "r1", wins_a=1)
    with pytest.raises(EmptyError):
        held(the_risks(), "r1", "r2")
    for count in (-1, 1001):
        with pytest.raises(RangeError) as caught:
            held(the_risks(), "r1", "r2", equal=count)
        assert (caught.value.field, caught.value.allowed) == ("equal", "0 to 1000")


def test_a_table_that_is_none_is_refused() -> None:
    for wins in ([[0.0, 1.0]], [[0.0, -1.0], [0.0, 0.0]]):
        with pytest.raises(WinsShapeError):
            duels.fit(wins)


def test_a_certain_difference_has_a_certain_chance() -> None:
    sure = duels.Strengths(beta=(1.0, 0.0, 0.0), covariance=[[0.0] * 3] * 3)
    assert [sure.chance_above(0, 1), sure.chance_above(1, 0), sure.chance_above(1, 2)] == [
        1,
        0,
        0.5,
    ]


@given(tables())
def test_the_estimate_is_where_the_slope_is_zero(wins: list[list[float]]) -> None:
    beta = duels.fit(wins)
    for i, row in enumerate(wins):
        expected = 2 * duels.ETA / (1 + math.exp(-beta[i]))
        for j, n in enumerate(row):
            expected += (n + wins[j][i]) / (1 + math.exp(beta[j] - beta[i])) * (i != j)
        assert sum(row) + duels.ETA == pytest.approx(expected, abs=1e-5)


@given(tables(), st.data())
def test_names_do_not_matter(wins: list[list[float]], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(wins))))
    moved = [[wins[i][j] for j in order] for i in order]
    beta = duels.fit(wins)
    assert duels.fit(moved) == pytest.approx([beta[i] for i in order], abs=1e-6)


@given(tables())
def test_losses_for_wins_turn_the_strengths_round(wins: list[list[float]]) -> None:
    turned = [list(column) for column in zip(*wins, strict=True)]
    assert duels.fit(turned) == pytest.approx([-beta for beta in duels.fit(wins)], abs=1e-6)


@given(tables(), st.data())
def test_one_more_win_makes_nobody_weaker(wins: list[list[float]], data: st.DataObject) -> None:
    i, j = data.draw(st.sampled_from([(0, 1), (1, 0)]))
    more = [list(row) for row in wins]
    more[i][j] += 1
    assert duels.fit(more)[i] >= duels.fit(wins)[i] - 1e-6


@given(tables())
def test_the_inverse_is_one(wins: list[list[float]]) -> None:
    matrix = duels.information(wins, duels.fit(wins))
    inverse = duels.inverse(matrix)
    for i, row in enumerate(matrix):
        product = [
            sum(a * line[j] for a, line in zip(row, inverse, strict=True)) for j in range(len(row))
        ]
        assert product == pytest.approx([float(i == j) for j in range(len(row))], abs=1e-8)


def test_a_slight_preference_is_one() -> None:
    assert not state(["r1", "r2"], [("r1", "r2", 5, 4)]).no_preference
