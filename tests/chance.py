"""Random sound values, and random steps over all parts: for tests that want every kind of thing.

Everything comes from one ``random.Random``, so that a seed gives the same story again.
"""

from collections.abc import Callable
from dataclasses import Field, fields, replace
from datetime import date, timedelta
from enum import Enum
from random import Random
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from deskrisk.domain import parts
from deskrisk.domain.model.fields import referred_part
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import HEADS, PARTS, Value, Workshop
from deskrisk.domain.soundness import RANGES
from deskrisk.services.meeting import Meeting

TEXTS = (
    "",
    "a plain fear",
    "if a<b & c>d then <b>e</b>",
    "=1+1",
    "Zażółć gęślą jaźń 漢字 \N{FAMILY}\u200d\N{GIRL} עברית",
    "two\nlines\tand a tab",
    "quote ' and \" and \\ and %s and ?",
    "x" * 4000,
)
"""Words that storage must give back as they are."""

_DAYS = date(2020, 1, 1)


class NothingToPointToError(Exception):
    """A value needs something that the workshop does not have yet."""


def chance(seed: int) -> Random:
    """A source of chance that tells the same story again for the same seed."""
    return Random(seed)  # noqa: S311  a test, no secret


def a_value(rng: Random, workshop: Workshop, part: str) -> Value:
    """A random value of a part or head, that points only to what is there."""
    kind = HEADS[part] if part in HEADS else PARTS[part]
    value: Value = _made(rng, workshop, part, kind)
    return value


def a_full_workshop(seed: int, *, of_each: int = 3) -> Workshop:
    """A workshop with something in every part and a value other than the default in most fields."""
    rng = chance(seed)
    workshop = Workshop(id=_id(rng), brief=_made(rng, None, "brief", HEADS["brief"]))
    for _round in range(of_each):
        for part in PARTS:
            value: Any = a_value(rng, workshop, part)
            workshop = parts.put(workshop, value)
    heads: dict[str, Any] = {head: a_value(rng, workshop, head) for head in HEADS}
    return replace(workshop, **heads)


def a_step(rng: Random, meeting: Meeting) -> None:
    """Take one random step: of the kinds that exist, on any part."""
    kinds: list[Callable[[Random, Meeting], None]] = [_put, _put, _put, _head, _typed, _remove]
    if meeting.next_undo is not None:
        kinds.append(_undo)
    if meeting.next_redo is not None:
        kinds += [_redo, _redo]
    rng.choice(kinds)(rng, meeting)


def _put(rng: Random, meeting: Meeting) -> None:
    part = rng.choice(list(PARTS))
    held = list(parts.mapping(meeting.workshop, part).values())
    try:
        value: Any = a_value(rng, meeting.workshop, part)
    except NothingToPointToError:
        return
    if held and "id" in value.__dataclass_fields__ and rng.random() < 0.4:
        value = replace(value, id=rng.choice(held).id)
    meeting.step(f"{part}.put", lambda workshop: parts.put(workshop, value))


def _head(rng: Random, meeting: Meeting) -> None:
    head = rng.choice(list(HEADS))
    changes: dict[str, Any] = {head: a_value(rng, meeting.workshop, head)}
    meeting.step(f"{head}.edit", lambda workshop: replace(workshop, **changes))


def _typed(rng: Random, meeting: Meeting) -> None:
    word = rng.choice("abcde")
    meeting.step(
        "brief.purpose",
        lambda w: replace(w, brief=replace(w.brief, purpose=w.brief.purpose[-50:] + word)),
        merge="brief.purpose",
    )


def _remove(rng: Random, meeting: Meeting) -> None:
    part = rng.choice(list(PARTS))
    held = [each for each in parts.mapping(meeting.workshop, part) if each not in FIXED_CATEGORIES]
    if held:
        id_ = rng.choice(held)
        meeting.step(f"{part}.remove", lambda workshop: parts.removed(workshop, PARTS[part], id_))


def _undo(_rng: Random, meeting: Meeting) -> None:
    meeting.undo()


def _redo(_rng: Random, meeting: Meeting) -> None:
    meeting.redo()


def _made(rng: Random, workshop: Workshop | None, part: str, kind: type[Any]) -> Any:
    hints = get_type_hints(kind)
    made = {each.name: _field(rng, workshop, part, each, hints[each.name]) for each in fields(kind)}
    return kind(**made)


def _field(
    rng: Random, workshop: Workshop | None, part: str, declared: Field[Any], hint: Any
) -> Any:
    if get_origin(hint) in (Union, UnionType):
        if rng.random() < 0.3:
            return None
        (hint,) = (arg for arg in get_args(hint) if arg is not type(None))
        try:
            return _field(rng, workshop, part, declared, hint)
        except NothingToPointToError:
            return None
    target = referred_part(declared)
    if target is not None:
        there = [] if workshop is None else list(parts.mapping(workshop, target))
        return _reference(rng, there, hint)
    if declared.name == "id":
        return _id(rng)
    return _plain(rng, (part, declared.name), hint)


def _reference(rng: Random, there: list[str], hint: Any) -> Any:
    if get_origin(hint) is not tuple:
        if not there:
            raise NothingToPointToError
        return rng.choice(there)
    some = rng.sample(there, rng.randint(0, min(3, len(there))))
    if get_origin(get_args(hint)[0]) is tuple:
        return (tuple(some[:1]), tuple(some[1:])) if len(some) > 1 else ()
    return tuple(some)


def _plain(rng: Random, field: tuple[str, str], hint: Any) -> Any:
    low, high = RANGES.get(field, (0, 50))
    if get_origin(hint) is tuple:
        return tuple(_plain(rng, field, get_args(hint)[0]) for _ in range(rng.randint(0, 3)))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return rng.choice(list(hint))
    if hint is Signal:
        return _made(rng, None, "signal", Signal)
    makers: dict[Any, Callable[[], Any]] = {
        bool: lambda: rng.random() < 0.5,
        int: lambda: rng.randint(int(low), int(high)),
        float: lambda: rng.uniform(low, high),
        date: lambda: _DAYS + timedelta(days=rng.randint(0, 5000)),
        str: lambda: rng.choice(TEXTS),
    }
    return makers[hint]()


def _id(rng: Random) -> Any:
    return f"{rng.getrandbits(128):032x}"
