import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain import criteria
from deskrisk.domain.errors import RangeError
from tests.nearly import near

RANKED = criteria.centroid_weights([["users"], ["delivery"], ["cost"]])
LEVELS = {"users": 4, "delivery": 2, "cost": 3}


def test_the_worked_example() -> None:
    assert criteria.weighted_impact(LEVELS, RANKED).points == near(20.277778)
    assert criteria.weighted_exposure(3, LEVELS, RANKED) == near(7.097222)


@pytest.mark.parametrize("levels", [{"users": 4, "cost": 3}, {**LEVELS, "delivery": None}])
def test_the_judged_criteria_take_over_the_weight_of_the_others(
    levels: dict[str, int | None],
) -> None:
    found = criteria.weighted_impact(levels, RANKED)
    assert (found.points, found.partial) == (near(26.923077), True)
    assert criteria.weighted_exposure(3, levels, RANKED) == near(9.423077)


def test_equal_weights_stand_beside() -> None:
    equal = criteria.equal_weights(RANKED)
    found = criteria.weighted_impact(LEVELS, equal)
    assert (found.points, found.partial) == (near(14.333333), False)
    assert criteria.weighted_exposure(3, LEVELS, equal) == near(5.016667)


def test_weights_that_are_all_nothing_are_equal() -> None:
    nothing = dict.fromkeys(LEVELS, 0.0)
    assert criteria.weighted_impact(LEVELS, nothing).points == near(14.333333)


def test_tied_criteria_share_the_mean_of_their_weights() -> None:
    found = criteria.centroid_weights([["a"], ["b", "c"], ["d"]])
    assert found == near({"a": 0.520833, "b": 0.208333, "c": 0.208333, "d": 0.0625})


def test_one_criterion_has_all_the_weight() -> None:
    assert criteria.rank_order_centroid(1) == (1.0,)
    assert criteria.weighted_exposure(2, {"a": 5}, {"a": 0.2}) == near(12.5)


def test_no_criterion_has_no_weight() -> None:
    assert criteria.centroid_weights([]) == {}
    assert criteria.centroid_weights([[], ["a"]]) == {"a": 1.0}
    assert criteria.equal_weights({}) == {}
    with pytest.raises(RangeError):
        criteria.rank_order_centroid(0)


@pytest.mark.parametrize("levels", [{}, {"users": None}, {"users": 0}, {"users": 6}])
def test_nothing_judged_or_a_level_out_of_range_is_refused(levels: dict[str, int | None]) -> None:
    with pytest.raises(RangeError):
        criteria.weighted_impact(levels, RANKED)


def test_a_weight_below_nothing_is_refused() -> None:
    with pytest.raises(RangeError):
        criteria.weighted_impact(LEVELS, {**RANKED, "users": -0.1})


@pytest.mark.parametrize("likelihood", [0, 6])
def test_a_likelihood_out_of_range_is_refused(likelihood: int) -> None:
    with pytest.raises(RangeError):
        criteria.weighted_exposure(likelihood, LEVELS, RANKED)


def test_how_much_hangs_on_the_weights() -> None:
    assert criteria.changed_in_focus("abcd", "badc", 2) == 0
    assert criteria.changed_in_focus("abcd", "badc", 3) == 1
    assert criteria.changed_in_focus("abcd", "dcba", 2) == 2
    assert criteria.changed_in_focus("ab", "ba", 9) == 0


@given(st.integers(1, 30))
def test_the_weights_fall_and_sum_to_one(n: int) -> None:
    weights = criteria.rank_order_centroid(n)
    assert sum(weights) == pytest.approx(1)
    assert list(weights) == sorted(weights, reverse=True)
    assert weights[-1] == pytest.approx(1 / n**2)


@given(st.dictionaries(st.sampled_from("abcd"), st.integers(1, 5), min_size=1), st.floats(0.1, 50))
def test_only_the_ratio_of_the_weights_counts(levels: dict[str, int], factor: float) -> None:
    weights = {"a": 0.4, "b": 0.3, "c": 0.2, "d": 0.1}
    scaled = {key: factor * weight for key, weight in weights.items()}
    found = criteria.weighted_impact(levels, weights).points
    assert criteria.weighted_impact(levels, scaled).points == pytest.approx(found)
    assert 1 - 1e-9 <= found <= 100 + 1e-9


def test_equal_weights_sum_to_one() -> None:
    assert criteria.equal_weights({"a": 0.9, "b": 0.1}) == {"a": 0.5, "b": 0.5}
