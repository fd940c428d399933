"""Remember what was worked out of a workshop, as long as what it came from is the same.

The parts of a workshop are never changed in place, so the identity of a part says whether it is
the same. One step of a user asks for the order or the exposures many times; only the first one
works.
"""

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Any, Protocol, TypeVar

from deskrisk.domain.model.workshop import Workshop

KEPT = 4
"""Results kept of each query: two rounds and everybody's last word, and the value before."""

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Query(Protocol[R_co]):
    """Something asked of a workshop for one round of scores."""

    def __call__(self, workshop: Workshop, round_: int = 0) -> R_co:
        """The answer; without a round, for the round that the query has as its default."""


def remembered(*parts: str) -> Callable[[Callable[[Workshop, int], R]], Query[R]]:
    """Decorate a query that depends on a round and on these parts of a workshop alone.

    Its result is shared between all who ask, so it must be immutable, or a ``Mapping`` that nobody
    changes.
    """

    def decorate(query: Callable[[Workshop, int], R]) -> Query[R]:
        default: int = signature(query).parameters["round_"].default
        held: tuple[tuple[int, tuple[Any, ...], R], ...] = ()

        @wraps(query)
        def ask(workshop: Workshop, round_: int = default) -> R:
            nonlocal held
            sources = tuple(getattr(workshop, part) for part in parts)
            for asked, before, result in held:
                if asked == round_ and all(map(_is, before, sources)):
                    return result
            result = query(workshop, round_)
            held = ((round_, sources, result), *held[: KEPT - 1])  # swapped whole: threads may ask
            return result

        return ask

    return decorate


def _is(a: object, b: object) -> bool:
    return a is b
