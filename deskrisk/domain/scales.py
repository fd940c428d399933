"""The two scales of a score and their product, the exposure (method B.1).

Both factors are numbers with units, chosen before anybody scores, so they may be multiplied: it is
risk exposure in Boehm's sense, probability times loss. Points are a ratio scale: 100 points are as
bad as losing the whole project.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from deskrisk.domain.errors import RangeError

LIKELIHOOD: Mapping[int, float] = MappingProxyType({1: 0.025, 2: 0.125, 3: 0.35, 4: 0.65, 5: 0.90})
"""Probability for each level: the middle of its band."""

LIKELIHOOD_BANDS: Mapping[int, tuple[float, float]] = MappingProxyType(
    {1: (0.0, 0.05), 2: (0.05, 0.20), 3: (0.20, 0.50), 4: (0.50, 0.80), 5: (0.80, 1.0)}
)
"""Lowest and highest probability of each level; the lower end belongs to it."""

IMPACT: Mapping[int, float] = MappingProxyType({1: 1.0, 2: 3.0, 3: 10.0, 4: 30.0, 5: 100.0})
"""Loss in points for each level."""

POINTS_OF_A_PROJECT = 100.0
"""Losing the whole project, in points."""

TOLERANCE = 1e-9
"""Two numbers of the method closer than this are equal."""


def exposure(likelihood: int, impact: int) -> float:
    """Expected loss of one answer.

    Args:
        likelihood: level 1 to 5.
        impact: level 1 to 5.

    Returns:
        points, 0.025 to 90.

    Raises:
        RangeError: a level is not 1 to 5.

    Source:
        Boehm, Software Risk Management: risk exposure = probability x loss.
    """
    if likelihood not in LIKELIHOOD:
        raise RangeError("scores", "likelihood", str(likelihood), "1 to 5")
    if impact not in IMPACT:
        raise RangeError("scores", "impact", str(impact), "1 to 5")
    return LIKELIHOOD[likelihood] * IMPACT[impact]


def precise_exposure(chance: float, points: float) -> float:
    """Expected loss of an answer given as numbers, in points.

    Args:
        chance: probability, above 0 and below 1.
        points: loss, above 0.

    Raises:
        RangeError: a number is outside of its range.
    """
    if not 0.0 < chance < 1.0:
        raise RangeError("scores", "likelihood", str(chance), "above 0 and below 1")
    if not (points > 0.0 and math.isfinite(points)):
        raise RangeError("scores", "impact", str(points), "above 0")
    return chance * points


def likelihood_level(chance: float) -> int:
    """The level 1 to 5 of a probability 0 to 1; the lower end of a band belongs to it."""
    return max(level for level, (low, _) in LIKELIHOOD_BANDS.items() if chance >= low - TOLERANCE)


def impact_level(points: float) -> int:
    """The level 1 to 5 whose points are nearest on a logarithmic scale; points above 0."""
    return min(IMPACT, key=lambda level: abs(math.log(IMPACT[level] / points)))


def point_person_days(project_size_person_days: float | None) -> float | None:
    """What one point costs in person-days; None while the size of the project is unknown."""
    if project_size_person_days is None:
        return None
    return project_size_person_days / POINTS_OF_A_PROJECT
