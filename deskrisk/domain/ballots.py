"""Private ranked ballots: Borda points and the order of Schulze (method B.8 and B.9).

Any hashable thing can be ranked. A ballot names places in order, each a set of tied items; items it
does not name are tied below all named ones; items with "no opinion" take no part in that ballot.
"""

import struct
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations, pairwise
from typing import Generic, TypeVar

from deskrisk.domain.errors import BallotError
from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.scores import Ballot, BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import DIGITS
from deskrisk.domain.parts import get, put, removed

TIE_POINTS = 0.5
"""What each of two tied items gets from a ballot."""

LANE_BITS = 32
"""A whole row of counts is kept in one number, with so many bits for each."""

T = TypeVar("T", bound=Hashable)

Ranking = Sequence[Sequence[T]]
"""Places in order, the best first, each a set of tied items."""

Table = Mapping[T, Mapping[T, int]]
"""A whole number for each ordered pair of two different items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Generic[T]):
    """A ballot made ready: the place of each judged item, 0 the best; cast by ``count`` people."""

    place: Mapping[T, int]
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Generic[T]):
    """What the ballots say.

    ``points`` are Borda's; ``share`` is points over the points that were possible, 0 to 1, None
    for an item nobody judged. ``preferred[a][b]`` ballots rank a above b; ``strength[a][b]`` is
    the strongest path from a to b, in ballots. ``beaten_by`` counts the items that beat each item:
    two items with the same count are tied by the method.
    """

    points: Mapping[T, float]
    share: Mapping[T, float | None]
    preferred: Table[T]
    strength: Table[T]
    beaten_by: Mapping[T, int]


class TieBreak(Enum):
    """What set a risk before the next one: the method itself, or what broke its tie."""

    METHOD = "method"
    SHARE = "share"
    EXPOSURE = "exposure"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotResult:
    """The order that the ballots give to some risks, the first one first.

    ``decided_by`` says for each risk but the last what set it before the next one. ``unjudged``
    are the risks nobody had an opinion on; they come last. ``voters`` counts the ballots
    that judge anything; without one the order is that of the scores, and the room is told.
    """

    order: tuple[RiskId, ...]
    decided_by: tuple[TieBreak, ...]
    unjudged: tuple[RiskId, ...]
    voters: int
    tally: Tally[RiskId]

    def tied_at(self, place: int) -> bool:
        """Does the method tie the risks at this place (from 1) and the next?

        A tie at the cut line must be said.
        """
        return 0 < place < len(self.order) and self.decided_by[place - 1] is not TieBreak.METHOD


def cast_ballot(
    workshop: Workshop,
    who: ParticipantId,
    scope: BallotScope,
    ranking: Ranking[RiskId],
    no_opinion: Iterable[RiskId] = (),
) -> Workshop:
    """Somebody gave in a ballot; it replaces an earlier one.

    Args:
        workshop: where it is.
        who: whose ballot it is.
        scope: what the ballot is about.
        ranking: places in order, the best first, each a set of tied risks; empty places are left
            out. Whoever wants to abstain has no opinion on any risk.
        no_opinion: risks they cannot judge.

    Raises:
        MissingError: there is no such person.
        BallotError: it names a risk twice, or one that is not there.
    """
    get(workshop, Participant, who)
    unsure = tuple(no_opinion)
    vote(workshop.risks, ranking, unsure)
    places = tuple(tuple(tied) for tied in ranking if tied)
    return put(workshop, Ballot(participant=who, scope=scope, ranking=places, no_opinion=unsure))


def withdraw_ballot(workshop: Workshop, who: ParticipantId, scope: BallotScope) -> Workshop:
    """The workshop without somebody's ballot; as it is if there was none."""
    key = Ballot(participant=who, scope=scope).id
    return removed(workshop, Ballot, key) if key in workshop.ballots else workshop


def vote(
    items: Iterable[T], ranking: Ranking[T], no_opinion: Iterable[T] = (), count: int = 1
) -> Vote[T]:
    """A ballot about some items, made ready to be counted.

    Raises:
        BallotError: it names an item twice, or one that is not among the items.
    """
    left = dict.fromkeys(items)
    place: dict[T, int] = {}
    for at, tied in enumerate(ranking):
        for item in tied:
            _take(left, item, place)
            place[item] = at
    for item in no_opinion:
        _take(left, item, place)
    place.update(dict.fromkeys(left, len(ranking)))
    return Vote(place=place, count=count)


def tally(items: Sequence[T], votes: Sequence[Vote[T]]) -> Tally[T]:
    """Count the ballots, by Borda and by Schulze.

    Args:
        items: what was voted on, each once.
        votes: the ballots, none of them about anything else.
    """
    points, share = borda(items, votes)
    preferred = preferences(items, votes)
    strength = path_strengths(items, preferred)
    return Tally(
        points=points,
        share=share,
        preferred=preferred,
        strength=strength,
        beaten_by=_beaten_by(items, strength),
    )


def borda(
    items: Sequence[T], votes: Sequence[Vote[T]]
) -> tuple[Mapping[T, float], Mapping[T, float | None]]:
    """Borda's points, and their share of the points that were possible.

    From each ballot an item gets a point for every judged item below it and half a point for
    every tied one. The share is fair to items that fewer people judged.

    Returns:
        points of each item (0 or more), and shares (0 to 1; None for an item nobody judged).

    Source:
        Emerson, The original Borda count and partial voting, 2013, with the half points for ties.
    """
    points = dict.fromkeys(items, 0.0)
    possible = dict.fromkeys(items, 0)
    for each in votes:
        ahead = len(each.place)
        for tied in _places(each):
            ahead -= len(tied)
            for item in tied:
                points[item] += each.count * (ahead + TIE_POINTS * (len(tied) - 1))
                possible[item] += each.count * (len(each.place) - 1)
    judged = {item for each in votes for item in each.place}
    # A lone item has no pair to win or lose: its share is that of a tie.
    share = {
        item: (points[item] / possible[item] if possible[item] else TIE_POINTS)
        if item in judged
        else None
        for item in items
    }
    return points, share


def preferences(items: Sequence[T], votes: Sequence[Vote[T]]) -> Table[T]:
    """For each ordered pair, how many ballots rank the first above the second."""
    place = {item: 1 << (LANE_BITS * at) for at, item in enumerate(items)}
    rows = dict.fromkeys(items, 0)  # one large number each, so that a whole row is added at once
    for each in votes:
        below = sum(place[item] for item in each.place)
        for tied in _places(each):
            below -= sum(place[item] for item in tied)
            for item in tied:
                rows[item] += each.count * below
    return {a: _read_row(a, items, row) for a, row in rows.items()}


def path_strengths(items: Sequence[T], preferred: Table[T]) -> Table[T]:
    """The strength of the strongest path between each two items, by winning votes.

    A path is as strong as its weakest link; a link leads from the winner of a pair to the loser
    and is as strong as the ballots for the winner. So the strongest path has the highest strength
    at which the one is still in reach of the other over links that are no weaker.

    Source:
        Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
        single-winner election method, 2011, section 2.3.
    """
    links = _links(items, preferred)
    strength = {a: dict.fromkeys((b for b in items if b != a), 0) for a in items}
    everything = (1 << len(items)) - 1
    reach = [0] * len(items)  # bit j of row i: item j is in reach of item i
    for votes in sorted(links, reverse=True):
        before = reach.copy()
        for i, j in links[votes]:
            _link(reach, i, j)
        for i, a in enumerate(items):
            for j in _bits(reach[i] & ~before[i] & ~(1 << i)):
                strength[a][items[j]] = votes
        if all(row | 1 << i == everything for i, row in enumerate(reach)):
            break  # weaker links lead nowhere new
    return strength


def ballot_votes(
    workshop: Workshop, risks: Sequence[RiskId], scope: BallotScope
) -> tuple[Vote[RiskId], ...]:
    """The ballots of the room about these risks.

    A risk on a ballot that is no longer among them is passed over, and one that has come since is
    unranked. Of a risk that a file names twice the first place counts.
    """
    return tuple(
        _vote_of(ballot, risks) for ballot in workshop.ballots.values() if ballot.scope is scope
    )


def ballot_result(workshop: Workshop, risks: Sequence[RiskId], scope: BallotScope) -> BallotResult:
    """The order that the room's ballots give to these risks.

    Risks that fewer others beat come first; ties of the method are broken by the share of the
    Borda points, then by the median exposure, then by number.

    Args:
        workshop: where ballots and scores are.
        risks: the risks the ballot is about, in the order of the scores.
        scope: which ballots to count.
    """
    votes = ballot_votes(workshop, risks, scope)
    counted = tally(risks, votes)
    medians = {risk: each.median or 0.0 for risk, each in risk_exposures(workshop).items()}

    def key(risk: RiskId) -> tuple[bool, int, float, float, int]:
        share = counted.share[risk]
        return (
            share is None,
            counted.beaten_by[risk] if share is not None else 0,
            -round(share or 0.0, DIGITS),
            -round(medians[risk], DIGITS),
            workshop.risks[risk].number,
        )

    voters = sum(bool(each.place) for each in votes)
    order = tuple(sorted(risks, key=key)) if voters else tuple(risks)
    keys = [key(risk) for risk in order]
    return BallotResult(
        order=order,
        decided_by=tuple(_decider(a, b) for a, b in pairwise(keys)),
        unjudged=tuple(risk for risk in order if counted.share[risk] is None),
        voters=voters,
        tally=counted,
    )


def _beaten_by(items: Sequence[T], strength: Table[T]) -> Mapping[T, int]:
    found = dict.fromkeys(items, 0)
    for a, b in combinations(items, 2):
        there, back = strength[a][b], strength[b][a]
        if there != back:
            found[b if there > back else a] += 1
    return found


def _read_row(a: T, items: Sequence[T], row: int) -> dict[T, int]:
    counts = struct.unpack(f"<{len(items)}I", row.to_bytes(len(items) * LANE_BITS // 8, "little"))
    found = dict(zip(items, counts, strict=True))
    del found[a]
    return found


def _links(items: Sequence[T], preferred: Table[T]) -> Mapping[int, list[tuple[int, int]]]:
    """The pairs of winner and loser, by the ballots for the winner."""
    found: dict[int, list[tuple[int, int]]] = {}
    for (i, a), (j, b) in combinations(enumerate(items), 2):
        won, lost = preferred[a][b], preferred[b][a]
        if won > lost:
            found.setdefault(won, []).append((i, j))
        elif lost > won:
            found.setdefault(lost, []).append((j, i))
    return found


def _link(reach: list[int], i: int, j: int) -> None:
    """Add a link, and whatever it brings into reach."""
    if reach[i] >> j & 1:
        return
    bit, new = 1 << i, reach[j] | 1 << j
    for k, row in enumerate(reach):
        if row & bit or k == i:
            reach[k] = row | new


def _bits(row: int) -> Iterator[int]:
    while row:
        lowest = row & -row
        yield lowest.bit_length() - 1
        row ^= lowest


def _decider(a: tuple[object, ...], b: tuple[object, ...]) -> TieBreak:
    """The first part of two sort keys that differs."""
    deciders = (
        TieBreak.METHOD,
        TieBreak.METHOD,
        TieBreak.SHARE,
        TieBreak.EXPOSURE,
        TieBreak.NUMBER,
    )
    differing = (decider for x, y, decider in zip(a, b, deciders, strict=True) if x != y)
    return next(differing, TieBreak.NUMBER)


def _vote_of(ballot: Ballot, risks: Sequence[RiskId]) -> Vote[RiskId]:
    left = set(risks)

    def first(named: Iterable[RiskId]) -> list[RiskId]:
        kept = [risk for risk in dict.fromkeys(named) if risk in left]
        left.difference_update(kept)
        return kept

    ranking = [first(tied) for tied in ballot.ranking]
    return vote(risks, ranking, first(ballot.no_opinion))


def _take(left: dict[T, None], item: T, place: Mapping[T, int]) -> None:
    if item not in left:
        raise BallotError(str(item), "twice" if item in place else "unknown")
    del left[item]


def _places(each: Vote[T]) -> list[list[T]]:
    """The judged items, tied ones together, the best first."""
    found: dict[int, list[T]] = {}
    for item, at in each.place.items():
        found.setdefault(at, []).append(item)
    return [found[at] for at in sorted(found)]
