"""Duels between two risks at a time: Bradley-Terry, the next pair, when to stop (method B.10).

The room votes on one pair after the other, behind the curtain. From all the votes each risk gets a
strength; the votes still leave it uncertain, and the next pair is the one that says most.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from itertools import combinations

from deskrisk.domain.errors import DuelError, EmptyError, RangeError
from deskrisk.domain.model.ids import DuelId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import Duel
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import DIGITS
from deskrisk.domain.parts import add, get, in_order, removed
from deskrisk.domain.soundness import range_flaw

ETA = 0.5
"""Virtual wins, and as many losses, of each item against one of strength 1."""

EQUAL_SHARE = 0.5
"""What a vote for "equal" counts for each of the two."""

LOG_STEP = 1e-9
"""The estimate is found when no logarithm of a strength moves further than this."""

MOST_ROUNDS = 10_000
"""The estimate gives up after so many rounds; with a prior it is found long before."""

CLEAR_ENOUGH = 0.9
"""The cut line is clear when the last risk inside is above the first outside with this chance."""

FEWEST_APPEARANCES = 2
"""The cut line is not called clear before each item was in so many duels."""

DUELS_AN_ITEM = 1.5
"""After so many duels an item (rounded up) the room stops, clear or not."""

MOST_ITEMS = 8
"""With more items than this a ballot is offered instead."""

Wins = Sequence[Sequence[float]]
"""How often the row won against the column; shape (items, items), 0 on the diagonal."""

Matrix = Sequence[Sequence[float]]


@dataclass(eq=False)
class WinsShapeError(ValueError):
    """The table of wins is not square, or holds a number below 0."""

    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """How many chose the first risk, the second, neither, or did not want to say; 0 to 1000."""

    wins_a: int = 0
    wins_b: int = 0
    equal: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Strengths:
    """How strong each item is, and how sure that is.

    ``beta`` is the logarithm of the strength, 0 for the average of the prior; ``covariance`` is
    that of the betas, shape (items, items).
    """

    beta: tuple[float, ...]
    covariance: Matrix

    def chance_above(self, i: int, j: int) -> float:
        """How probable it is that item i ranks above item j, 0 to 1.

        The votes come from the same people and are not independent: say "fairly clear", and never
        print the number without "about".
        """
        spread = math.sqrt(max(self.variance(i, j), 0.0))
        ahead = self.beta[i] - self.beta[j]
        if spread == 0.0:
            return 0.5 + math.copysign(0.5, ahead) if ahead else 0.5
        return 0.5 * (1.0 + math.erf(ahead / (spread * math.sqrt(2.0))))

    def variance(self, i: int, j: int) -> float:
        """The variance of the difference of two betas."""
        sigma = self.covariance
        return sigma[i][i] + sigma[j][j] - 2.0 * sigma[i][j]

    def gain(self, i: int, j: int) -> float:
        """How much one more comparison of the two would tell, 0 or more.

        It is the growth of the logarithm of the determinant of the information matrix, half of it.

        Source:
            In the spirit of HybridMST (Li et al. 2018) and ASAP (Mikhailiuk et al. 2021).
        """
        p = _above(self.beta[i], self.beta[j])
        return 0.5 * math.log(1.0 + p * (1.0 - p) * self.variance(i, j))


class Stop(Enum):
    """Why the duels end."""

    CLEAR = "clear"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class DuelState:
    """Where the duels of the room stand.

    ``order`` is the order of the risks so far, ``strengths`` follows ``items``. ``next_pair`` is
    None when there is no pair left to ask. ``stop`` is None while the room should go on; whoever
    stops without ``Stop.CLEAR`` has to hear that the order at the cut line is not clear.
    ``no_preference`` says that the votes tell the risks apart nowhere.
    """

    items: tuple[RiskId, ...]
    strengths: Strengths
    order: tuple[RiskId, ...]
    held: int
    most: int
    next_pair: tuple[RiskId, RiskId] | None
    chance_at_cut: float | None
    stop: Stop | None
    no_preference: bool

    @property
    def too_many(self) -> bool:
        """Are there so many risks that a ballot serves the room better?"""
        return len(self.items) > MOST_ITEMS


def hold_duel(
    workshop: Workshop,
    a: RiskId,
    b: RiskId,
    votes: Votes,
    *,
    id_: DuelId,
) -> Workshop:
    """The room has voted on two risks behind the curtain.

    Raises:
        MissingError: there is no such risk.
        DuelError: the two are one.
        EmptyError: nobody voted and nobody skipped.
        RangeError: a count is below 0 or above 1000.
    """
    get(workshop, Risk, a)
    get(workshop, Risk, b)
    if a == b:
        raise DuelError(a)
    counts = asdict(votes)
    if not any(counts.values()):
        raise EmptyError("duels", "wins_a")
    for name, count in counts.items():
        limits = range_flaw("duels", name, count)
        if limits is not None:
            raise RangeError("duels", name, str(count), f"{limits[0]:g} to {limits[1]:g}")
    sequence = 1 + max((duel.sequence for duel in workshop.duels.values()), default=0)
    return add(workshop, Duel(id=id_, sequence=sequence, a=a, b=b, **counts))


def take_back_duel(workshop: Workshop) -> Workshop:
    """The workshop without the latest duel; as it is if there was none."""
    held = in_order(workshop.duels, by="sequence")
    return removed(workshop, Duel, held[-1].id) if held else workshop


def fit(wins: Wins, *, eta: float = ETA) -> tuple[float, ...]:
    """The strength of each item, by the model of Bradley and Terry.

    Every item also plays ``eta`` virtual wins and losses against a fixed item of strength 1. That
    keeps the estimate finite and unique for any votes, and fixes its scale. With ``eta`` 0 the
    strengths have the geometric mean 1, and every item needs a win and a loss.

    Args:
        wins: how often the row won against the column, 0 or more, halves for ties.
        eta: virtual wins and losses, 0 or more.

    Returns:
        the betas: logarithms of the strengths.

    Raises:
        WinsShapeError: the table is not square or holds a number below 0.

    Source:
        Hunter, MM algorithms for generalized Bradley-Terry models, 2004, equation 3; the prior is
        one of those of Whelan, Prior distributions for the Bradley-Terry model, 2017.
    """
    items = len(wins)
    if any(len(row) != items or min(row) < 0 for row in wins):
        raise WinsShapeError(items)
    own = [sum(row) + eta for row in wins]
    met = [
        [(j, wins[i][j] + wins[j][i]) for j in range(items) if wins[i][j] + wins[j][i]]
        for i in range(items)
    ]
    strength = [1.0] * items
    for _ in range(MOST_ROUNDS):
        fresh = [
            own[i]
            / (
                sum(n / (strength[i] + strength[j]) for j, n in met[i])
                + 2.0 * eta / (strength[i] + 1.0)
            )
            for i in range(items)
        ]
        if eta == 0:
            mean = math.exp(sum(map(math.log, fresh)) / items)
            fresh = [each / mean for each in fresh]
        moved = max(
            (abs(math.log(a / b)) for a, b in zip(fresh, strength, strict=True)), default=0.0
        )
        strength = fresh
        if moved < LOG_STEP:
            break
    return tuple(math.log(each) for each in strength)


def strengths(wins: Wins, *, eta: float = ETA) -> Strengths:
    """The strength of each item and its uncertainty.

    Args:
        wins: as for ``fit``.
        eta: above 0.

    Source:
        The inverse of the negative Hessian of the log posterior at its maximum.
    """
    beta = fit(wins, eta=eta)
    return Strengths(beta=beta, covariance=inverse(information(wins, beta, eta=eta)))


def information(wins: Wins, beta: Sequence[float], *, eta: float = ETA) -> list[list[float]]:
    """The negative Hessian of the log posterior in the betas; shape (items, items)."""
    items = range(len(beta))
    found = [[0.0 for _ in items] for _ in items]
    for i, j in combinations(items, 2):
        p = _above(beta[i], beta[j])
        weight = (wins[i][j] + wins[j][i]) * p * (1.0 - p)
        found[i][i] += weight
        found[j][j] += weight
        found[i][j] = found[j][i] = -weight
    for i in items:
        q = _above(beta[i], 0.0)
        found[i][i] += 2.0 * eta * q * (1.0 - q)
    return found


def inverse(matrix: Matrix) -> list[list[float]]:
    """The inverse of a symmetric, positive definite matrix, by elimination; shape (n, n)."""
    n = len(matrix)
    work = [[*row, *(1.0 if i == j else 0.0 for j in range(n))] for i, row in enumerate(matrix)]
    for k in range(n):  # no pivots needed: the diagonal stays above 0
        pivot = work[k][k]
        work[k] = [each / pivot for each in work[k]]
        for i in range(n):
            factor = work[i][k]
            if i != k and factor:
                work[i] = [a - factor * b for a, b in zip(work[i], work[k], strict=True)]
    return [row[n:] for row in work]


def next_pair(found: Strengths, held: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The pair of items whose duel would tell most.

    Ties go to the pair that met less often, then to the items that appeared less often, then to
    the first positions. No pair comes twice in a row: with two items the answer is None after one
    duel.

    Args:
        found: the strengths so far.
        held: the pairs of the duels so far, in their order.
    """
    met = [tuple(sorted(pair)) for pair in held]
    seen = [sum(i in pair for pair in met) for i in range(len(found.beta))]
    pairs = list(combinations(range(len(found.beta)), 2))
    fresh = [pair for pair in pairs if not met or pair != met[-1]]
    return min(
        fresh,
        key=lambda pair: (
            -round(found.gain(*pair), DIGITS),
            met.count(pair),
            seen[pair[0]] + seen[pair[1]],
            pair,
        ),
        default=None,
    )


def most_duels(items: int) -> int:
    """After how many duels the room stops, clear or not."""
    if items <= 2:
        return items - 1 if items else 0
    return math.ceil(DUELS_AN_ITEM * items)


def wins_table(risks: Sequence[RiskId], duels: Sequence[Duel]) -> list[list[float]]:
    """The votes of all duels as a table; an equal counts half for both, a skip nothing."""
    at = {risk: place for place, risk in enumerate(risks)}
    table = [[0.0] * len(risks) for _ in risks]
    for duel in duels:
        table[at[duel.a]][at[duel.b]] += duel.wins_a + EQUAL_SHARE * duel.equal
        table[at[duel.b]][at[duel.a]] += duel.wins_b + EQUAL_SHARE * duel.equal
    return table


def duel_state(workshop: Workshop, risks: Sequence[RiskId], inside: int) -> DuelState:
    """Where the duels between these risks stand.

    Args:
        workshop: where the duels are; those about other risks do not count.
        risks: the risks to be ordered, in the order of the scores.
        inside: how many of them stand above the cut line.
    """
    at = {risk: place for place, risk in enumerate(risks)}
    duels = [
        duel
        for duel in in_order(workshop.duels, by="sequence")
        if duel.a in at and duel.b in at and duel.a != duel.b
    ]
    held = [(at[duel.a], at[duel.b]) for duel in duels]
    found = strengths(wins_table(risks, duels))
    places = sorted(range(len(risks)), key=lambda i: (-round(found.beta[i], DIGITS), i))
    chance = None
    if 0 < inside < len(risks):
        chance = found.chance_above(places[inside - 1], places[inside])
    pair = next_pair(found, held)
    return DuelState(
        items=tuple(risks),
        strengths=found,
        order=tuple(risks[i] for i in places),
        held=len(held),
        most=most_duels(len(risks)),
        next_pair=None if pair is None else (risks[pair[0]], risks[pair[1]]),
        chance_at_cut=chance,
        stop=_stop(len(risks), held, chance),
        no_preference=bool(held) and not any(round(beta, DIGITS) for beta in found.beta),
    )


def _stop(items: int, held: Sequence[tuple[int, int]], chance: float | None) -> Stop | None:
    seen = [sum(i in pair for pair in held) for i in range(items)]
    clear = chance is None or chance >= CLEAR_ENOUGH
    wanted = min(FEWEST_APPEARANCES, items - 1)  # two items can meet only once
    if clear and min(seen, default=0) >= wanted:
        return Stop.CLEAR
    return Stop.LIMIT if len(held) >= most_duels(items) else None


def _above(beta_i: float, beta_j: float) -> float:
    """The model's chance that i wins against j."""
    return 1.0 / (1.0 + math.exp(beta_j - beta_i))
