"""How far people agree on the whole list: Kendall's W with ties (method B.6)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.exposures import FINAL, RiskExposure, risk_exposures
from deskrisk.domain.groups import FEWEST_IN_GROUP, members_by_group
from deskrisk.domain.model.ids import GroupId, ParticipantId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.scales import TOLERANCE

LEAST_SHARE_SCORED = 2 / 3
"""Whoever scored a smaller share of the risks is left out."""

FEWEST_PEOPLE = 2
"""With fewer people there is nothing to compare."""

FEWEST_RISKS = 3
"""With fewer risks there is too little to compare."""

FEWEST_IN_A_GROUP = 3
"""A group with fewer people has no figure of its own."""

FAIR, GOOD, STRONG = 0.3, 0.5, 0.7
"""From these values on the agreement is called fair, good and strong (after Schmidt 1997)."""

Ranks = Sequence[Sequence[float]]
"""Rank of each risk by each person, 1 = highest, ties share the mean; shape (people, risks)."""


@dataclass(eq=False)
class RankShapeError(ValueError):
    """People ranked different numbers of risks."""

    lengths: tuple[int, ...]


class Strength(Enum):
    """The agreement in a word."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAgreement:
    """How far some people agree on the order of the risks.

    ``w`` is 0 to 1, or None for "too little to compare". ``people`` and ``risks`` went into it;
    ``people_left_out`` scored too few risks, ``risks_left_out`` were not scored by all the rest.
    """

    w: float | None
    people: tuple[ParticipantId, ...]
    risks: tuple[RiskId, ...]
    people_left_out: tuple[ParticipantId, ...]
    risks_left_out: tuple[RiskId, ...]

    @property
    def strength(self) -> Strength | None:
        """The figure in a word; None without a figure."""
        return None if self.w is None else strength_of(self.w)


def list_agreement(workshop: Workshop, round_: int = FINAL) -> ListAgreement:
    """How far everybody agrees on the whole list."""
    people = tuple(person.id for person in in_order(workshop.participants))
    return agreement_among(risk_exposures(workshop, round_), people)


def group_agreements(workshop: Workshop, round_: int = FINAL) -> Mapping[GroupId, ListAgreement]:
    """How far each group agrees inside; too small groups are left out, and all in anonymity.

    High inside and low overall means camps.
    """
    fewest = FEWEST_IN_GROUP[workshop.brief.anonymity]
    if fewest is None:
        return {}
    exposures = risk_exposures(workshop, round_)
    found = {
        group: agreement_among(exposures, people)
        for group, people in members_by_group(workshop).items()
    }
    wanted = max(fewest, FEWEST_IN_A_GROUP)
    return {group: each for group, each in found.items() if len(each.people) >= wanted}


def agreement_among(
    exposures: Mapping[RiskId, RiskExposure], people: Sequence[ParticipantId]
) -> ListAgreement:
    """How far these people agree.

    Args:
        exposures: the answers, by risk.
        people: whose answers to take; whoever scored nothing at all is not counted as left out.
    """
    scored = {
        person: sum(person in each.answers for each in exposures.values()) for person in people
    }
    least = LEAST_SHARE_SCORED * len(exposures) - TOLERANCE
    kept = tuple(person for person, n in scored.items() if n and n >= least)
    risks = tuple(
        risk
        for risk, each in exposures.items()
        if kept and all(who in each.answers for who in kept)
    )
    answers = [[exposures[risk].answers[person] for risk in risks] for person in kept]
    return ListAgreement(
        w=kendall_w([ranks_of(row) for row in answers]),
        people=kept,
        risks=risks,
        people_left_out=tuple(who for who, n in scored.items() if n and who not in kept),
        risks_left_out=tuple(risk for risk in exposures if risk not in risks),
    )


def ranks_of(values: Sequence[float]) -> tuple[float, ...]:
    """The rank of each value, 1 = largest; equal values share the mean of their ranks.

    Args:
        values: numbers in any order; closer than 1e-9 means equal.
    """
    order = sorted(range(len(values)), key=lambda place: -values[place])
    ranks = [0.0] * len(values)
    start = 0
    for at, place in enumerate(order):
        last = at + 1 == len(order)
        if last or abs(values[order[at + 1]] - values[place]) > TOLERANCE:
            for tied in order[start : at + 1]:
                ranks[tied] = (start + at) / 2 + 1
            start = at + 1
    return tuple(ranks)


def kendall_w(ranks: Ranks) -> float | None:
    """How far people agree on the whole order, with the correction for ties.

    Args:
        ranks: rank of each risk by each person, 1 = highest, ties share the mean; shape
            (people, risks).

    Returns:
        0 (no agreement) to 1 (the same order); None for fewer than 2 people or 3 risks, or if
        everyone ties everything.

    Raises:
        RankShapeError: people ranked different numbers of risks.

    Source:
        Kendall and Gibbons, Rank Correlation Methods, chapter 6; the worked examples of Siegel and
        Castellan and of the R package irr.
    """
    people = len(ranks)
    lengths = tuple(len(row) for row in ranks)
    if len(set(lengths)) > 1:
        raise RankShapeError(lengths)
    risks = lengths[0] if lengths else 0
    if people < FEWEST_PEOPLE or risks < FEWEST_RISKS:
        return None
    sums = [math.fsum(row[place] for row in ranks) for place in range(risks)]
    ties = sum(_tie_correction(row) for row in ranks)
    below = people**2 * risks * (risks**2 - 1) - people * ties
    if below <= TOLERANCE:
        return None
    above = 12 * sum(each * each for each in sums) - 3 * people**2 * risks * (risks + 1) ** 2
    return above / below


def strength_of(w: float) -> Strength:
    """The word for a Kendall's W of 0 to 1.

    Source:
        Schmidt, Managing Delphi surveys using nonparametric statistical techniques, 1997.
    """
    if w < FAIR - TOLERANCE:
        return Strength.WEAK
    if w < GOOD - TOLERANCE:
        return Strength.FAIR
    return Strength.GOOD if w < STRONG - TOLERANCE else Strength.STRONG


def _tie_correction(row: Sequence[float]) -> int:
    """The sum of t cubed less t over the groups of t equal ranks."""
    sizes: dict[float, int] = {}
    for rank in row:
        sizes[rank] = sizes.get(rank, 0) + 1
    return sum(size**3 - size for size in sizes.values())
