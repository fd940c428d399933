"""What a group's private answers say about one risk (method B.2)."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.remembered import remembered
from deskrisk.domain.scales import LIKELIHOOD, exposure

FINAL = 0
"""Stands for "the last word of each person": round 2 where there is one, else round 1."""

FEWEST_SCORES = 3
"""A risk with fewer answers is marked under-scored (or with fewer than half of the scorers)."""

Answers = Mapping[ParticipantId, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskExposure:
    """The answers for one risk, put together.

    ``median``, ``q1``, ``q3``, ``mean`` and ``maximum`` are points; ``p_mean`` is a probability.
    They are None when nobody has scored. ``answers`` maps each scorer to their exposure.
    """

    risk: RiskId
    answers: Mapping[ParticipantId, float]
    abstained: int
    missing: int
    under_scored: bool
    median: float | None
    q1: float | None
    q3: float | None
    mean: float | None
    maximum: float | None
    p_mean: float | None

    @property
    def n(self) -> int:
        """How many people scored it."""
        return len(self.answers)


def quantile(values: Iterable[float], q: float) -> float | None:
    """The q-quantile with linear interpolation between the two nearest values ("type 7").

    Args:
        values: numbers in any order.
        q: 0 to 1.

    Returns:
        the quantile, or None for no values.

    Source:
        Hyndman and Fan, Sample Quantiles in Statistical Packages, definition 7.
    """
    row = sorted(values)
    if not row:
        return None
    at = (len(row) - 1) * q
    low = math.floor(at)
    high = min(low + 1, len(row) - 1)
    return row[low] + (at - low) * (row[high] - row[low])


def log_quantile(exposures: Sequence[float], q: float) -> float | None:
    """The q-quantile on a logarithmic scale, because the steps of the scales are ratios.

    Args:
        exposures: points, each above 0.
        q: 0 to 1.

    Returns:
        points; for an even number of values the median is the geometric mean of the middle two.
        None for no values.
    """
    return sorted_log_quantile(sorted(exposures), q) if exposures else None


def sorted_log_quantile(exposures: Sequence[float], q: float) -> float:
    """The same for one or more exposures that are already in ascending order."""
    at = (len(exposures) - 1) * q
    place = math.floor(at)
    low = exposures[place]
    high = exposures[min(place + 1, len(exposures) - 1)]
    if at == place or low == high:
        return low  # as it stands, not through a logarithm and back
    return low * math.pow(high / low, at - place)


def scorers(workshop: Workshop) -> tuple[ParticipantId, ...]:
    """Whose answers are expected: present people who score, and anyone who has scored."""
    answered = {score.participant for score in workshop.scores.values()}
    return tuple(
        person.id
        for person in workshop.participants.values()
        if (person.present and person.scores) or person.id in answered
    )


@remembered("scores", "risks")
def standing_scores(workshop: Workshop, round_: int = FINAL) -> Mapping[RiskId, Answers]:
    """The scores that count, by risk and person.

    Args:
        workshop: where they are.
        round_: 1 or 2 for that round alone; ``FINAL`` for everybody's last word, in which a second
            answer, also an abstention, replaces the first.
    """
    found: dict[RiskId, dict[ParticipantId, Score]] = {risk: {} for risk in workshop.risks}
    for score in sorted(workshop.scores.values(), key=lambda each: each.round):
        if round_ not in (FINAL, score.round) or not (score.complete or score.abstain):
            continue
        found[score.risk][score.participant] = score
    return found


@remembered("scores", "risks", "participants")
def risk_exposures(workshop: Workshop, round_: int = FINAL) -> Mapping[RiskId, RiskExposure]:
    """The exposure of every risk, by id. A risk nobody scored is there, without numbers."""
    expected = len(scorers(workshop))
    return {
        risk: _together(risk, answers, expected)
        for risk, answers in standing_scores(workshop, round_).items()
    }


def _together(risk: RiskId, answers: Answers, expected: int) -> RiskExposure:
    counted = {who: score for who, score in answers.items() if score.complete}
    by_person = {
        who: exposure(score.likelihood or 0, score.impact or 0) for who, score in counted.items()
    }
    points = sorted(by_person.values())
    chances = [LIKELIHOOD[score.likelihood or 0] for score in counted.values()]
    n = len(points)
    return RiskExposure(
        risk=risk,
        answers=by_person,
        abstained=len(answers) - n,
        missing=max(expected - len(answers), 0),
        under_scored=n < min(FEWEST_SCORES, expected) or n < expected / 2,
        median=log_quantile(points, 0.5),
        q1=log_quantile(points, 0.25),
        q3=log_quantile(points, 0.75),
        mean=sum(points) / n if n else None,
        maximum=max(points, default=None),
        p_mean=sum(chances) / n if n else None,
    )
