"""Impact on several criteria, with weights (method B.4). Weights act on points, not on levels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from deskrisk.domain.errors import RangeError
from deskrisk.domain.scales import IMPACT, LIKELIHOOD, TOLERANCE

C = TypeVar("C")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedImpact:
    """The impact on all judged criteria together.

    ``points`` is 1 to 100. ``partial`` says that some criterion was not judged, so that the others
    took over its weight.
    """

    points: float
    partial: bool


def rank_order_centroid(n: int) -> tuple[float, ...]:
    """The weights that a mere ranking of criteria stands for, the first criterion first.

    The last weights nearly vanish, so equal weights belong beside them.

    Args:
        n: how many criteria, 1 or more.

    Returns:
        weights above 0, with the sum 1.

    Raises:
        RangeError: fewer than one criterion.

    Source:
        Barron and Barrett, Decision quality using ranked attribute weights, 1996.
    """
    if n < 1:
        raise RangeError("criteria", "n", str(n), "1 or more")
    return tuple(sum(1.0 / k for k in range(place, n + 1)) / n for place in range(1, n + 1))


def centroid_weights(places: Sequence[Sequence[C]]) -> Mapping[C, float]:
    """The weights of a ranking of criteria; criteria in one place share the mean of their weights.

    Args:
        places: the criteria of each place, the most important first.
    """
    weights = rank_order_centroid(max(sum(map(len, places)), 1))
    found: dict[C, float] = {}
    for tied in places:
        start = len(found)
        share = sum(weights[start : start + len(tied)]) / max(len(tied), 1)
        found |= dict.fromkeys(tied, share)
    return found


def equal_weights(weights: Mapping[C, float]) -> Mapping[C, float]:
    """The same criteria, each with the same weight."""
    return {criterion: 1.0 / len(weights) for criterion in weights}


def weighted_impact(levels: Mapping[C, int | None], weights: Mapping[C, float]) -> WeightedImpact:
    """The impact on several criteria together.

    Args:
        levels: 1 to 5 for each criterion; None, or missing, if it was not judged.
        weights: 0 or more for each criterion; only their ratios count, and all 0 means equal.

    Returns:
        the points, over the judged criteria.

    Raises:
        RangeError: a level is not 1 to 5, a weight is below 0, or nothing was judged.
    """
    judged = {criterion: levels.get(criterion) for criterion in weights}
    points = {criterion: _points(level) for criterion, level in judged.items() if level is not None}
    if not points:
        raise RangeError("criteria", "levels", "", "at least one judged criterion")
    if min(weights.values()) < 0:
        raise RangeError("criteria", "weight", str(min(weights.values())), "0 or more")
    total = sum(weights[criterion] for criterion in points)
    shares = (
        {criterion: weights[criterion] / total for criterion in points}
        if total > TOLERANCE
        else dict.fromkeys(points, 1.0 / len(points))
    )
    return WeightedImpact(
        points=sum(shares[criterion] * value for criterion, value in points.items()),
        partial=len(points) < len(judged),
    )


def weighted_exposure(
    likelihood: int, levels: Mapping[C, int | None], weights: Mapping[C, float]
) -> float:
    """The expected loss with an impact on several criteria, in points, 0.025 to 90.

    Raises:
        RangeError: as for ``weighted_impact``, or the likelihood is not 1 to 5.
    """
    if likelihood not in LIKELIHOOD:
        raise RangeError("criteria", "likelihood", str(likelihood), "1 to 5")
    return LIKELIHOOD[likelihood] * weighted_impact(levels, weights).points


def changed_in_focus(before: Sequence[R], after: Sequence[R], focus_count: int) -> int:
    """How many of the first K of one order are not among the first K of the other.

    It says how much hangs on the weights: hold the order under equal weights against it.
    """
    return len(set(before[:focus_count]) - set(after[:focus_count]))


def _points(level: int) -> float:
    if level not in IMPACT:
        raise RangeError("criteria", "level", str(level), "1 to 5")
    return IMPACT[level]
