"""People's roles in place of their names, wherever a name stands."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from deskrisk.domain.model.fields import advised_length
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.nameless import is_scorer
from deskrisk.domain.parts import in_order, mapping

NOBODY = "\N{HORIZONTAL ELLIPSIS}"
"""Stands in a text for somebody without a role: a facilitator who is not among the people."""

_TITLES = {"dr", "mr", "mrs", "ms", "prof", "sir"}
_LISTS = {"ideas", "tags"}
"""Lists of texts, which declare no length of their own."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What to look for, and what stands in its place; full names in any case, parts as written."""

    whole: Mapping[str, str]
    parts: Mapping[str, str]


def roles_for_names(workshop: Workshop) -> Workshop:
    """The workshop in which everybody is called by their role, inside of texts too.

    Two of the same role are numbered, whoever has no role is called by the group, and whoever has
    neither by ``P`` and a number. First and last names alone are replaced where they are written
    exactly so.
    """
    return _replaced(workshop)[0]


def names_in_texts(workshop: Workshop) -> int:
    """How many names inside of texts would be replaced by roles."""
    return _replaced(workshop)[1]


def role_names(workshop: Workshop) -> Mapping[ParticipantId, str]:
    """What everybody is called when names are not to be printed; no two are called the same."""
    people = [each for each in in_order(workshop.participants) if not is_scorer(each)]
    plain: dict[ParticipantId, str] = {}
    for number, person in enumerate(people, start=1):
        group = workshop.groups[person.group].name if person.group else ""
        plain[person.id] = person.role.strip() or group.strip() or f"P{number}"
    often = Counter(name.casefold() for name in plain.values())
    taken: Counter[str] = Counter()
    found: dict[ParticipantId, str] = {}
    for id_, name in plain.items():
        taken[name.casefold()] += 1
        several = often[name.casefold()] > 1
        found[id_] = f"{name} {taken[name.casefold()]}" if several else name
    return found


def _replaced(workshop: Workshop) -> tuple[Workshop, int]:
    roles = role_names(workshop)
    names = _names(workshop, roles)
    count = 0

    def swap(text: str) -> str:
        nonlocal count
        fresh, found = _without_names(text, names)
        count += found
        return fresh

    called = {
        id_: replace(each, name=roles[id_], role="") if id_ in roles else each
        for id_, each in workshop.participants.items()
    }
    fresh: dict[str, Any] = {head: _swapped(getattr(workshop, head), swap) for head in HEADS}
    for part in PARTS:
        if part != "participants":
            held = mapping(workshop, part)
            fresh[part] = {id_: _swapped(value, swap) for id_, value in held.items()}
    found = replace(workshop, **fresh, participants=called)
    if found.brief.facilitator == NOBODY:
        found = replace(found, brief=replace(found.brief, facilitator=""))
    return found, count


def _names(workshop: Workshop, roles: Mapping[ParticipantId, str]) -> _Names:
    whole: dict[str, str] = {}
    parts: dict[str, list[str]] = {}
    for id_, role in roles.items():
        name = " ".join(workshop.participants[id_].name.split())
        if name:
            whole[name.casefold()] = role
            _take_parts(parts, name, role)
    facilitator = " ".join(workshop.brief.facilitator.split())
    if facilitator and facilitator.casefold() not in whole:
        whole[facilitator.casefold()] = NOBODY
        _take_parts(parts, facilitator, NOBODY)
    return _Names(whole, {part: " / ".join(who) for part, who in parts.items()})


def _take_parts(parts: dict[str, list[str]], name: str, role: str) -> None:
    for part in name.replace(".", " ").split():
        of_name = len(part) > 1 and not part[0].islower() and part.casefold() not in _TITLES
        if of_name and role not in parts.setdefault(part, []):
            parts[part].append(role)


def _without_names(text: str, names: _Names) -> tuple[str, int]:
    text, whole = _without(text, names.whole, re.IGNORECASE)
    text, parts = _without(text, names.parts, re.NOFLAG)
    return text, whole + parts


def _without(text: str, names: Mapping[str, str], flags: re.RegexFlag) -> tuple[str, int]:
    if not names:
        return text, 0

    def role_of(found: re.Match[str]) -> str:
        plain = " ".join(found.group().split())
        return names.get(plain) or names.get(plain.casefold()) or NOBODY

    return _pattern(tuple(names), flags).subn(role_of, text)


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...], flags: re.RegexFlag) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(_bounded, longest_first)), flags)


def _bounded(name: str) -> str:
    """A name as a word of its own; a script without capitals need not part its words."""
    inner = r"\s+".join(map(re.escape, name.split()))
    return rf"(?<!\w){inner}(?!\w)" if name.casefold() != name.upper() else inner


def _swapped(value: Any, swap: Callable[[str], str]) -> Any:
    """A value with all its texts changed, nested ones too; ids and choices stay."""
    changes: dict[str, Any] = {}
    for declared in fields(value):
        held = getattr(value, declared.name)
        if isinstance(held, str) and advised_length(declared) is not None:
            fresh: Any = swap(held)
        elif declared.name in _LISTS and isinstance(held, tuple):
            fresh = tuple(map(swap, held))
        elif is_dataclass(held) and not isinstance(held, type):
            fresh = _swapped(held, swap)
        else:
            continue
        if fresh != held:
            changes[declared.name] = fresh
    return replace(value, **changes) if changes else value
