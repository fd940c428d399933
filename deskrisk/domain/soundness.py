"""Is a workshop sound: does everything point to something that is there, within its range?"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from deskrisk.domain.model.fields import referred_part
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping

LEVELS = (1, 5)
"""Likelihood, impact, residual and stance levels, smallest and largest."""

RANGES: dict[tuple[str, str], tuple[float, float]] = {
    ("brief", "focus_count"): (1, 10),
    ("brief", "project_size_person_days"): (1, 100_000),
    ("progress", "round_closed"): (0, 2),
    ("progress", "sign_off_round"): (1, 20),
    ("scores", "round"): (1, 2),
    ("scores", "likelihood"): LEVELS,
    ("scores", "impact"): LEVELS,
    ("discussion_notes", "round"): (1, 2),
    ("risks", "number"): (1, 100_000),
    ("risks", "base_rate_n"): (0, 1000),
    ("risks", "base_rate_k"): (0, 1000),
    ("duels", "wins_a"): (0, 1000),
    ("duels", "wins_b"): (0, 1000),
    ("duels", "equal"): (0, 1000),
    ("duels", "skipped"): (0, 1000),
    ("responses", "residual_likelihood"): LEVELS,
    ("responses", "residual_impact"): LEVELS,
    ("mitigations", "effort_person_days"): (0, 10_000),
    ("stances", "round"): (1, 20),
    ("stances", "level"): LEVELS,
    ("amendments", "after_round"): (1, 20),
    ("versions", "number"): (1, 1000),
    ("review_scores", "likelihood"): LEVELS,
    ("review_scores", "impact"): LEVELS,
}
"""Smallest and largest number of a field, both allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One thing that is not sound.

    ``problem`` is ``reference``, ``range``, ``key``, ``fixed``, or ``repeat`` for an id that stands
    twice in one list of ids.
    """

    where: str
    problem: str
    value: str
    wanted: str


def flaws(workshop: Workshop) -> Iterator[Flaw]:
    """Everything that is not sound, in the order of the parts; nothing for a sound workshop."""
    for fixed in FIXED_CATEGORIES:
        if fixed not in workshop.categories:
            yield Flaw(where="categories", problem="fixed", value=fixed, wanted=fixed)
    for head in HEADS:
        yield from _flaws_of(workshop, head, head, getattr(workshop, head))
    for name in PARTS:
        for key, value in mapping(workshop, name).items():
            where = f"{name}[{key}]"
            if key != value.id:
                yield Flaw(where=where, problem="key", value=value.id, wanted=key)
            yield from _flaws_of(workshop, name, where, value)


def range_flaw(part: str, field: str, value: Any) -> tuple[float, float] | None:
    """The allowed range of a number that is outside of it; None if it is fine."""
    limits = RANGES.get((part, field))
    if limits is None or value is None or limits[0] <= value <= limits[1]:
        return None
    return limits


def _flaws_of(workshop: Workshop, part: str, where: str, value: Any) -> Iterator[Flaw]:
    for declared in fields(value):
        held = getattr(value, declared.name)
        place = f"{where}.{declared.name}"
        limits = range_flaw(part, declared.name, held)
        if limits is not None:
            wanted = f"{limits[0]:g} to {limits[1]:g}"
            yield Flaw(where=place, problem="range", value=str(held), wanted=wanted)
        target = referred_part(declared)
        if target is not None:
            there = mapping(workshop, target)
            seen: set[str] = set()
            for id_ in _ids(held):
                if id_ not in there:
                    yield Flaw(where=place, problem="reference", value=id_, wanted=target)
                elif id_ in seen:
                    yield Flaw(where=place, problem="repeat", value=id_, wanted=target)
                seen.add(id_)


def _ids(held: Any) -> Iterator[str]:
    if isinstance(held, tuple):
        for item in held:
            yield from _ids(item)
    elif held is not None:
        yield held
