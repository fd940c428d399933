"""Somebody who knows who had the laptop when, and looks at what the program has kept afterwards.

It knows the order of the people and how many slips each of them wrote. It takes every trace that
has an order, lays the slips in that order, and deals them out to the people in theirs.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Traces = Mapping[str, Sequence[str]]
"""The texts of all slips, in the order in which a trace has them; by the name of the trace."""


@dataclass(frozen=True, slots=True)
class Evening:
    """Who wrote what, in the order in which the laptop went round: the truth."""

    written: tuple[tuple[str, ...], ...]

    @property
    def slips(self) -> tuple[str, ...]:
        """All slips as they were sealed."""
        return tuple(slip for slips in self.written for slip in slips)

    @property
    def authors(self) -> Mapping[str, int]:
        """Who wrote each slip."""
        return {slip: who for who, slips in enumerate(self.written) for slip in slips}

    @property
    def chance(self) -> float:
        """How many authors are named rightly by somebody who deals blindly, on average."""
        counts = [len(slips) for slips in self.written]
        return sum(count * count for count in counts) / sum(counts)


def an_evening(chance: random.Random, people: int = 12) -> Evening:
    """So many people with one to three slips each; the words say nothing about anybody."""
    return Evening(
        tuple(
            tuple(f"fear-{chance.randrange(16**12):012x}" for _slip in range(chance.randint(1, 3)))
            for _person in range(people)
        )
    )


def named_rightly(evening: Evening, order: Sequence[str]) -> int:
    """How many authors the observer names rightly who takes this for the order of writing."""
    who = [person for person, slips in enumerate(evening.written) for _slip in slips]
    authors = evening.authors
    return sum(authors[slip] == guess for slip, guess in zip(order, who, strict=True))


def traces_in_bytes(evening: Evening, name: str, content: bytes) -> Iterator[tuple[str, list[str]]]:
    """The order of the slips in a file: by where each stands first, and by where it stands last."""
    first = {slip: content.find(slip.encode()) for slip in evening.slips}
    last = {slip: content.rfind(slip.encode()) for slip in evening.slips}
    if min(first.values()) < 0:
        return
    for way, places in (("first", first), ("last", last)):
        order = sorted(evening.slips, key=lambda slip: places[slip])
        yield f"{name}, {way}", order
        yield f"{name}, {way}, from behind", order[::-1]
