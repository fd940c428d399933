"""How groups differ: who hedges against what (method B.7).

Small groups are hidden first, so that no answer of a person can be worked out; only then is
anything compared.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from deskrisk.domain.exposures import FINAL, RiskExposure, log_quantile, risk_exposures
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import CategoryId, GroupId, ParticipantId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.remembered import remembered
from deskrisk.domain.scales import TOLERANCE

FEWEST_IN_GROUP: Mapping[Anonymity, int | None] = {
    Anonymity.ANONYMOUS: None,
    Anonymity.ROLE_ONLY: 3,
    Anonymity.NAMED: 2,
}
"""A group with fewer answers stays hidden; None hides every group (a design choice)."""

LARGE_DELTA = 0.474
"""From here on Cliff's delta is called large."""

HEDGE_RATIO = 3.0
"""Medians at least this far apart can be a hedge gap: one level of impact (a design choice)."""

STEPS_A_DECADE = 2.0
"""Two steps of the impact scale are about a factor of ten."""

Shares = Mapping[CategoryId | None, float]
"""One unit of worry by category; None stands for risks without a category."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupExposure:
    """One group's answers for one risk.

    ``n`` members scored it. ``median`` is points, and None while the group is ``hidden``.
    """

    group: GroupId
    n: int
    median: float | None
    hidden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupGap:
    """Two groups compared on one risk; both can be shown.

    Medians are points; ``ratio`` is the larger over the smaller, 1 or more; one of the ``steps``
    is about one level of impact; ``delta`` is Cliff's delta, above 0 where ``a`` is the more
    worried. ``more_worried`` is None if the medians are equal.
    """

    risk: RiskId
    a: GroupId
    b: GroupId
    median_a: float
    median_b: float
    ratio: float
    steps: float
    delta: float
    hedge_gap: bool
    more_worried: GroupId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupDistance:
    """How differently two groups spend their worry: 0 the same, 1 no overlap."""

    a: GroupId
    b: GroupId
    distance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Worry:
    """How each group spends one unit of worry; hidden groups are not in it."""

    groups: Mapping[GroupId, Shares]
    distances: tuple[GroupDistance, ...]


@remembered("scores", "risks", "participants", "groups", "brief")
def group_exposures(
    workshop: Workshop, round_: int = FINAL
) -> Mapping[RiskId, tuple[GroupExposure, ...]]:
    """Each group's middle answer for each risk, groups in their order, small ones hidden."""
    members = members_by_group(workshop)
    fewest = FEWEST_IN_GROUP[workshop.brief.anonymity]
    return {
        risk: _of_groups(each, members, fewest)
        for risk, each in risk_exposures(workshop, round_).items()
    }


@remembered("scores", "risks", "participants", "groups", "brief")
def group_gaps(workshop: Workshop, round_: int = FINAL) -> Mapping[RiskId, tuple[GroupGap, ...]]:
    """Every pair of groups compared on every risk; a pair with a hidden group is left out."""
    members = members_by_group(workshop)
    exposures = risk_exposures(workshop, round_)
    return {
        risk: _gaps(exposures[risk], of_groups, members)
        for risk, of_groups in group_exposures(workshop, round_).items()
    }


def hidden_groups(counts: Mapping[GroupId, int], fewest: int | None) -> frozenset[GroupId]:
    """The groups that must not be shown, so that no answer can be worked out.

    A group that is too small is hidden. If that leaves exactly one group with answers hidden, the
    smallest of the others is hidden too: otherwise the total would give the first one away.

    Args:
        counts: how many answers each group has.
        fewest: answers a group needs to be shown; None hides all.

    Source:
        Small-number rules of statistical offices: primary and complementary suppression.
    """
    if fewest is None:
        return frozenset(counts)
    hidden = {group for group, n in counts.items() if n < fewest}
    shown = [group for group in counts if group not in hidden]
    if shown and sum(counts[group] > 0 for group in hidden) == 1:
        hidden.add(min(shown, key=lambda group: counts[group]))
    return frozenset(hidden)


def cliffs_delta(a: Sequence[float], b: Sequence[float]) -> float | None:
    """How often a value of one group is above one of the other, less how often it is below.

    Args:
        a: values of the first group, in any order.
        b: values of the second group.

    Returns:
        -1 (all of ``a`` below ``b``) to 1; None if a group is empty.

    Source:
        Cliff, Dominance statistics: ordinal analyses to answer ordinal questions, 1993.
    """
    if not a or not b:
        return None
    ahead = 0
    for x in a:
        low, high = x - TOLERANCE, x + TOLERANCE
        for y in b:
            ahead += (y < low) - (y > high)
    return ahead / (len(a) * len(b))


def steps_between(ratio: float) -> float:
    """A ratio of two exposures (above 0) in steps; one step is about one level of impact."""
    return STEPS_A_DECADE * math.log10(ratio)


def person_worry(workshop: Workshop, round_: int = FINAL) -> Mapping[ParticipantId, Shares]:
    """How each person spends one unit of worry, by category; for sums only, never to be shown.

    Whoever scored nothing is left out.
    """
    exposures = risk_exposures(workshop, round_)
    category_of = {risk.id: risk.category for risk in workshop.risks.values()}
    spent: dict[ParticipantId, dict[CategoryId | None, float]] = {}
    for risk, each in exposures.items():
        for person, points in each.answers.items():
            of_person = spent.setdefault(person, {})
            category = category_of[risk]
            of_person[category] = of_person.get(category, 0.0) + points
    return {person: _as_shares(of_person) for person, of_person in spent.items()}


def worry(workshop: Workshop, round_: int = FINAL) -> Worry:
    """How each group spends one unit of worry by category, and how far the groups are apart.

    Groups with too few scoring members are hidden. With a single group left there is
    nothing to compare, and so no distance.
    """
    people = person_worry(workshop, round_)
    fewest = FEWEST_IN_GROUP[workshop.brief.anonymity]
    shares: dict[GroupId, Shares] = {}
    for group, members in members_by_group(workshop).items():
        scored = [people[person] for person in members if person in people]
        if fewest is not None and len(scored) >= fewest:
            shares[group] = _mean_shares(scored)
    pairs = combinations(shares, 2)
    return Worry(
        groups=shares,
        distances=tuple(
            GroupDistance(a=a, b=b, distance=share_distance(shares[a], shares[b])) for a, b in pairs
        ),
    )


def share_distance(a: Shares, b: Shares) -> float:
    """Half the sum of the differences of two units of worry: 0 the same, 1 no overlap.

    Source:
        The total variation distance of two distributions.
    """
    return 0.5 * sum(abs(a.get(key, 0.0) - b.get(key, 0.0)) for key in {**a, **b})


def members_by_group(workshop: Workshop) -> Mapping[GroupId, tuple[ParticipantId, ...]]:
    """The people of each group, groups and people in their order."""
    people = in_order(workshop.participants)
    return {
        group.id: tuple(person.id for person in people if person.group == group.id)
        for group in in_order(workshop.groups)
    }


Members = Mapping[GroupId, Sequence[ParticipantId]]


def _of_groups(
    each: RiskExposure, members: Members, fewest: int | None
) -> tuple[GroupExposure, ...]:
    answers = {group: _answers(each, people) for group, people in members.items()}
    hidden = hidden_groups({group: len(held) for group, held in answers.items()}, fewest)
    return tuple(
        GroupExposure(
            group=group,
            n=len(held),
            median=None if group in hidden else log_quantile(held, 0.5),
            hidden=group in hidden,
        )
        for group, held in answers.items()
    )


def _answers(each: RiskExposure, people: Sequence[ParticipantId]) -> list[float]:
    return [each.answers[person] for person in people if person in each.answers]


def _gaps(
    each: RiskExposure, of_groups: Sequence[GroupExposure], members: Members
) -> tuple[GroupGap, ...]:
    shown = [group for group in of_groups if not group.hidden]
    return tuple(
        _gap(each.risk, a, b, _delta(each, members[a.group], members[b.group]))
        for a, b in combinations(shown, 2)
    )


def _delta(each: RiskExposure, a: Sequence[ParticipantId], b: Sequence[ParticipantId]) -> float:
    return cliffs_delta(_answers(each, a), _answers(each, b)) or 0.0


def _gap(risk: RiskId, a: GroupExposure, b: GroupExposure, delta: float) -> GroupGap:
    median_a, median_b = a.median or 0.0, b.median or 0.0
    ratio = max(median_a, median_b) / min(median_a, median_b)
    higher = a.group if median_a > median_b else b.group
    return GroupGap(
        risk=risk,
        a=a.group,
        b=b.group,
        median_a=median_a,
        median_b=median_b,
        ratio=ratio,
        steps=steps_between(ratio),
        delta=delta,
        hedge_gap=abs(delta) >= LARGE_DELTA - TOLERANCE and ratio >= HEDGE_RATIO - TOLERANCE,
        more_worried=None if abs(median_a - median_b) < TOLERANCE else higher,
    )


def _as_shares(spent: Mapping[CategoryId | None, float]) -> Shares:
    total = sum(spent.values())
    return {category: points / total for category, points in spent.items()}


def _mean_shares(people: Sequence[Shares]) -> Shares:
    categories = {category: None for shares in people for category in shares}
    return {
        category: sum(shares.get(category, 0.0) for shares in people) / len(people)
        for category in categories
    }
