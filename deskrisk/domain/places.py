"""Where a risk stands between chance and loss: the middle answer to each question, and its half.

Both are taken on logarithms, as everything about exposure is (method B.2). The middle of the
products, which makes the order, need not be the product of the two middles.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL, sorted_log_quantile, standing_scores
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scales import IMPACT, LIKELIHOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """The middle answer and the ends of the middle half."""

    q1: float
    median: float
    q3: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPlace:
    """What ``n`` people, one or more, answered: probabilities 0 to 1, and losses in points."""

    n: int
    chance: Middle
    loss: Middle


def risk_places(workshop: Workshop, round_: int = FINAL) -> Mapping[RiskId, RiskPlace]:
    """The place of every risk that somebody has scored.

    Args:
        workshop: where the scores are.
        round_: 1 or 2 for that round alone; ``FINAL`` for everybody's last word.
    """
    found: dict[RiskId, RiskPlace] = {}
    for risk, answers in standing_scores(workshop, round_).items():
        whole = [score for score in answers.values() if score.complete]
        if whole:
            found[risk] = RiskPlace(
                n=len(whole),
                chance=_middle([LIKELIHOOD[score.likelihood or 0] for score in whole]),
                loss=_middle([IMPACT[score.impact or 0] for score in whole]),
            )
    return found


def _middle(values: Sequence[float]) -> Middle:
    row = sorted(values)
    q1, median, q3 = (sorted_log_quantile(row, q) for q in (0.25, 0.5, 0.75))
    return Middle(q1=q1, median=median, q3=q3)
