"""How far apart the private answers for one risk are (method B.5, and the lone alarm of B.2).

Everything here works on levels 1 to 5, for likelihood and impact apart. There is no target: a wide
spread is the material of the talk, not a mistake.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from deskrisk.domain.errors import MissingError
from deskrisk.domain.exposures import FINAL, Answers, log_quantile, quantile, standing_scores
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.remembered import remembered
from deskrisk.domain.scales import IMPACT, TOLERANCE, exposure

FEWEST_FOR_STATE = 3
"""With fewer answers a risk has no state and no lone alarm."""

WIDE_IQR = 1.0
"""An interquartile range above this many levels is a spread (a design choice)."""

SPLIT_SHARE = 0.3
"""Each camp of a split holds at least this share of the answers, rounded up (RAND/UCLA)."""

SPLIT_FEWEST = 2
"""Each camp of a split holds at least this many answers."""

LOW_CAMP, HIGH_CAMP = 2, 4
"""The low camp answers at most, the high camp at least, these levels."""

ALARM_FACTOR = 10.0
"""A lone alarm is at least this many times the median exposure (a design choice)."""

ALARM_SHARE = 0.15
"""At most this share of the answers, rounded down but at least one, can be a lone alarm."""

FEWEST_LEVELS = 3
"""The agreement A compares triples of levels, so it needs three of them."""

LEVELS_KEPT = 4096
"""How many sets of answers are remembered with their figures."""

Counts = Sequence[float]
"""How many answers each level got, lowest level first."""


class State(Enum):
    """What the room sees of a risk after a round; a word and a shape, never a colour alone."""

    TOO_FEW = "too_few"
    TOGETHER = "together"
    SPREAD = "spread"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSpread:
    """The answers on one of the two scales.

    ``levels`` are the answers in ascending order, ``counts`` how many chose each level 1 to 5.
    ``median`` is 1 to 5, ``iqr`` 0 to 4 levels, ``consensus`` 0 to 1, ``agreement`` -1 (two
    opposite camps) to 1 (one level), ``polarisation`` 0 to 1. Each is None without enough answers:
    two for ``iqr``, one for the others.
    """

    levels: tuple[int, ...]
    counts: tuple[int, ...]
    median: float | None
    iqr: float | None
    consensus: float | None
    agreement: float | None
    polarisation: float | None
    split: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskSpread:
    """How far apart a group is on one risk.

    ``n`` people scored it. ``lone_alarm`` says that one (or very few) sees it ten times larger
    than the middle answer; never together with a split.
    """

    risk: RiskId
    n: int
    state: State
    lone_alarm: bool
    likelihood: LevelSpread
    impact: LevelSpread

    @property
    def iqr_likelihood(self) -> float | None:
        """Interquartile range of the likelihood levels, 0 to 4; None below two answers."""
        return self.likelihood.iqr

    @property
    def iqr_impact(self) -> float | None:
        """Interquartile range of the impact levels, 0 to 4; None below two answers."""
        return self.impact.iqr


def spread_of(workshop: Workshop, risk: RiskId, round_: int = FINAL) -> RiskSpread:
    """How far apart the answers for one risk are.

    Args:
        workshop: where the scores are.
        risk: which risk.
        round_: 1 or 2 for that round alone; ``FINAL`` for everybody's last word.

    Raises:
        MissingError: there is no such risk.
    """
    if risk not in workshop.risks:
        raise MissingError("risks", risk)
    return _spread(risk, standing_scores(workshop, round_)[risk])


@remembered("scores", "risks")
def spreads(workshop: Workshop, round_: int = FINAL) -> Mapping[RiskId, RiskSpread]:
    """How far apart the answers are, for every risk by id."""
    return {
        risk: _spread(risk, answers) for risk, answers in standing_scores(workshop, round_).items()
    }


def counts_of(levels: Sequence[int]) -> tuple[int, ...]:
    """How many answers each level 1 to 5 got."""
    return tuple(levels.count(level) for level in IMPACT)


def interquartile_range(levels: Sequence[float]) -> float | None:
    """The distance between the lower and the upper quartile (type 7).

    Args:
        levels: answers in any order.

    Returns:
        levels, 0 to 4; None for fewer than two answers.

    Source:
        von der Gracht, Consensus measurement in Delphi studies: fix the definition beforehand.
    """
    low, high = quantile(levels, 0.25), quantile(levels, 0.75)
    return None if low is None or high is None or len(levels) < 2 else high - low


def consensus(counts: Counts) -> float | None:
    """The consensus of Tastle and Wierman: 1 for a single level, 0 for two opposite halves.

    Args:
        counts: answers per level, lowest level first; at least two levels.

    Returns:
        0 to 1; None without an answer.

    Source:
        Tastle and Wierman, Consensus and dissention: a measure of ordinal dispersion, 2007.
    """
    total = sum(counts)
    if total <= 0:
        return None
    width = len(counts) - 1
    mean = sum(level * count for level, count in enumerate(counts)) / total
    return 1.0 + sum(
        count / total * math.log2(1.0 - abs(level - mean) / width)
        for level, count in enumerate(counts)
        if count
    )


def agreement_a(counts: Counts) -> float | None:
    """The agreement A of van der Eijk.

    The counts are peeled into layers of equal height; each layer's agreement is weighted by its
    share of the answers.

    Args:
        counts: answers per level, lowest level first; whole or not.

    Returns:
        -1 (two opposite camps) over 0 (evenly spread) to 1 (one level); None without an answer or
        with fewer than three levels.

    Source:
        van der Eijk, Measuring agreement in ordered rating scales, Quality and Quantity 35, 2001.
    """
    total = sum(counts)
    if total <= 0 or len(counts) < FEWEST_LEVELS:
        return None
    rest = list(counts)
    found = 0.0
    while any(count > TOLERANCE for count in rest):
        pattern = tuple(count > TOLERANCE for count in rest)
        height = min(count for count in rest if count > TOLERANCE)
        found += height * sum(pattern) / total * _layer_agreement(pattern)
        rest = [count - height if on else 0.0 for count, on in zip(rest, pattern, strict=True)]
    return found


def polarisation(counts: Counts) -> float | None:
    """How far the answers fall into two camps: 0 for one level, 1 for the two ends.

    Source:
        (1 - A) / 2 with the agreement A of van der Eijk.
    """
    agreement = agreement_a(counts)
    return None if agreement is None else (1.0 - agreement) / 2.0


def is_split(levels: Sequence[int]) -> bool:
    """Are there two camps, one low and one high, of about a third of the answers each?

    Args:
        levels: answers 1 to 5 in any order; three answers are never split.

    Source:
        Fitch et al., The RAND/UCLA Appropriateness Method User's Manual: the classic rule for
        disagreement, extended to small groups.
    """
    camp = max(SPLIT_FEWEST, math.ceil(SPLIT_SHARE * len(levels) - TOLERANCE))
    low = sum(level <= LOW_CAMP for level in levels)
    high = sum(level >= HIGH_CAMP for level in levels)
    return low >= camp and high >= camp


def is_lone_alarm(exposures: Sequence[float]) -> bool:
    """Does very few people's exposure stand far above the middle answer?

    Args:
        exposures: points, each above 0. A split has to be ruled out by the caller.
    """
    median = log_quantile(exposures, 0.5)
    if median is None or len(exposures) < FEWEST_FOR_STATE:
        return False
    loud = sum(value >= ALARM_FACTOR * median - TOLERANCE for value in exposures)
    return 1 <= loud <= max(1, math.floor(ALARM_SHARE * len(exposures) + TOLERANCE))


def _spread(risk: RiskId, answers: Answers) -> RiskSpread:
    pairs = [(s.likelihood or 0, s.impact or 0) for s in answers.values() if s.complete]
    likelihood = _level_spread(tuple(sorted(likelihood for likelihood, _ in pairs)))
    impact = _level_spread(tuple(sorted(impact for _, impact in pairs)))
    state = _state(len(pairs), likelihood, impact)
    return RiskSpread(
        risk=risk,
        n=len(pairs),
        state=state,
        lone_alarm=state is not State.SPLIT and is_lone_alarm([exposure(*pair) for pair in pairs]),
        likelihood=likelihood,
        impact=impact,
    )


@lru_cache(maxsize=LEVELS_KEPT)
def _level_spread(levels: tuple[int, ...]) -> LevelSpread:
    """The same few answers come again and again: 12 people can answer in 1820 ways."""
    counts = counts_of(levels)
    agreement = agreement_a(counts)
    return LevelSpread(
        levels=levels,
        counts=counts,
        median=quantile(levels, 0.5),
        iqr=interquartile_range(levels),
        consensus=consensus(counts),
        agreement=agreement,
        polarisation=None if agreement is None else (1.0 - agreement) / 2.0,
        split=is_split(levels),
    )


def _state(n: int, likelihood: LevelSpread, impact: LevelSpread) -> State:
    if n < FEWEST_FOR_STATE:
        return State.TOO_FEW
    if likelihood.split or impact.split:
        return State.SPLIT
    widest = max(likelihood.iqr or 0.0, impact.iqr or 0.0)
    return State.SPREAD if widest > WIDE_IQR + TOLERANCE else State.TOGETHER


@cache
def _layer_agreement(pattern: tuple[bool, ...]) -> float:
    """The agreement of one layer: +1 for a single level, 0 for all, -1 for the two ends."""
    ones = sum(pattern)
    if ones == 1:
        return 1.0
    unimodal, bimodal = _triples(pattern)
    width = len(pattern)
    unimodality = 1.0
    if unimodal + bimodal:
        signed = (width - 2) * unimodal - (width - 1) * bimodal
        unimodality = signed / ((width - 2) * (unimodal + bimodal))
    return unimodality * (1.0 - (ones - 1) / (width - 1))


def _triples(pattern: Sequence[bool]) -> tuple[int, int]:
    """How many triples of levels have an end empty (110, 011), and how many the middle (101).

    For each level in the middle only the counts on both sides matter.
    """
    unimodal = bimodal = 0
    ones = sum(pattern)
    below = 0
    for place, on in enumerate(pattern):
        above = ones - below - on
        empty_below, empty_above = place - below, len(pattern) - 1 - place - above
        if on:
            unimodal += below * empty_above + empty_below * above
        else:
            bimodal += below * above
        below += on
    return unimodal, bimodal
