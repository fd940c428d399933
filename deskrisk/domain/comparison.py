"""Two orders of the same things compared: what the scores say and what the gut says (B.11)."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

FAR_APART = 3
"""From this difference of two positions on, the room is asked what the scoring missed."""

TIED_SHARE = 0.5
"""What a pair counts that one of the orders ties."""

T = TypeVar("T", bound=Hashable)

Places = Sequence[Sequence[T]]
"""An order with ties: places, the first one first, each a set of tied items."""


@dataclass(eq=False)
class DifferentItemsError(ValueError):
    """The two orders are not about the same things."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Generic[T]):
    """An item that stands at quite another position in the second order; positions from 1."""

    item: T
    first: int
    second: int


def moved_far(first: Sequence[T], second: Sequence[T]) -> tuple[Moved[T], ...]:
    """The items whose positions differ by three or more, in the first order.

    Raises:
        DifferentItemsError: the orders are not about the same things.
    """
    _require_same([[item] for item in first], [[item] for item in second])
    at = {item: place for place, item in enumerate(second, start=1)}
    return tuple(
        Moved(item=item, first=place, second=at[item])
        for place, item in enumerate(first, start=1)
        if abs(place - at[item]) >= FAR_APART
    )


def kendall_distance(first: Places[T], second: Places[T]) -> float | None:
    """The share of pairs that the two orders put the other way round.

    A pair that is tied in either order, or in both, counts half.

    Args:
        first: places in order, each a set of tied items.
        second: the same items in another order.

    Returns:
        0 (the same order, without ties) to 1 (reversed); None for fewer than two items.

    Raises:
        DifferentItemsError: the orders are not about the same things.

    Source:
        Fagin et al., Comparing and aggregating rankings with ties, 2004, with the penalty 1/2.
    """
    _require_same(first, second)
    a, b = _place_of(first), _place_of(second)
    pairs = list(combinations(a, 2))
    if not pairs:
        return None
    apart = 0.0
    for x, y in pairs:
        ahead = (a[x] - a[y]) * (b[x] - b[y])
        apart += TIED_SHARE if ahead == 0 else float(ahead < 0)
    return apart / len(pairs)


def _place_of(places: Places[T]) -> Mapping[T, int]:
    return {item: at for at, tied in enumerate(places) for item in tied}


def _require_same(first: Places[T], second: Places[T]) -> None:
    differing = set(_place_of(first)) ^ set(_place_of(second))
    if differing:
        raise DifferentItemsError(tuple(sorted(map(str, differing))))
