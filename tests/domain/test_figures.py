"""What the formulas say of input that makes no sense."""

from collections.abc import Callable, Mapping

import pytest

from deskrisk.domain import agreement, comparison, criteria, reference, scales
from deskrisk.domain.errors import RangeError

REFUSALS: Mapping[str, tuple[Callable[[], object], Exception]] = {
    "likelihood": (
        lambda: scales.exposure(0, 1),
        RangeError("scores", "likelihood", "0", "1 to 5"),
    ),
    "impact": (lambda: scales.exposure(1, 6), RangeError("scores", "impact", "6", "1 to 5")),
    "chance": (
        lambda: scales.precise_exposure(1.0, 3.0),
        RangeError("scores", "likelihood", "1.0", "above 0 and below 1"),
    ),
    "points": (
        lambda: scales.precise_exposure(0.5, 0.0),
        RangeError("scores", "impact", "0.0", "above 0"),
    ),
    "comparable projects": (
        lambda: reference.cautious_share(5, 4),
        RangeError("risks", "base_rate_k", "5", "0 to 4"),
    ),
    "no criterion": (
        lambda: criteria.rank_order_centroid(0),
        RangeError("criteria", "n", "0", "1 or more"),
    ),
    "nothing judged": (
        lambda: criteria.weighted_impact({"a": None}, {"a": 1.0}),
        RangeError("criteria", "levels", "", "at least one judged criterion"),
    ),
    "weight below nothing": (
        lambda: criteria.weighted_impact({"a": 1, "b": 1}, {"a": -1.0, "b": 2.0}),
        RangeError("criteria", "weight", "-1.0", "0 or more"),
    ),
    "likelihood of criteria": (
        lambda: criteria.weighted_exposure(6, {"a": 1}, {"a": 1.0}),
        RangeError("criteria", "likelihood", "6", "1 to 5"),
    ),
    "level of a criterion": (
        lambda: criteria.weighted_impact({"a": 6}, {"a": 1.0}),
        RangeError("criteria", "level", "6", "1 to 5"),
    ),
    "ranks of other risks": (
        lambda: agreement.kendall_w([[1, 2, 3], [1, 2]]),
        agreement.RankShapeError((3, 2)),
    ),
    "other items": (
        lambda: comparison.kendall_distance([["a"], ["c"]], [["b"], ["a"]]),
        comparison.DifferentItemsError(("b", "c")),
    ),
}


@pytest.mark.parametrize("what", REFUSALS)
def test_a_formula_says_what_it_cannot_use(what: str) -> None:
    action, wanted = REFUSALS[what]
    with pytest.raises(type(wanted)) as found:
        action()
    assert vars(found.value) == vars(wanted)
