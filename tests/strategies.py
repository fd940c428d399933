"""Random sound workshops, made from the declarations of the fields: a new field joins by itself.

``workshops()`` gives whole ones; ``filled_workshop()`` gives one in which no field is at its
default, so that a field that gets lost on some way cannot hide.
"""

import types
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from deskrisk.domain.model.fields import referred_part
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.soundness import RANGES
from tests.nasty import NASTY, expected

Ids = Mapping[str, tuple[str, ...]]

MOST = 3
"""Values of each part in a random workshop."""

_LETTERS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
_TEXTS = st.one_of(
    st.sampled_from(tuple(expected(text) for text in NASTY)),
    st.text(_LETTERS, max_size=12).map(expected),
)
_DAYS = st.dates(date(1999, 1, 1), date(2101, 1, 1))
_NUMBERS = st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: number + 0.0)


def workshops() -> SearchStrategy[Workshop]:
    """Sound workshops, from empty ones to ones with a few values in each part."""
    return _workshop()


def filled_workshop() -> Workshop:
    """One workshop that has values in every part, and no field at its default."""
    ids: dict[str, tuple[str, ...]] = {n: (f"{n}-a", f"{n}-b") for n in _own_id_parts()}
    ids["categories"] = (*FIXED_CATEGORIES, "own")
    found: dict[str, Any] = {"id": WorkshopId("filled")}
    for name, kind in HEADS.items():
        found[name] = kind(**_filled(name, kind, ids, 0))
    for name, part in PARTS.items():
        count = len(ids.get(name, ("a", "b")))
        made = [part(**_filled(name, part, ids, number)) for number in range(count)]
        found[name] = {value.id: value for value in made}
    return Workshop(**found)


@st.composite
def _workshop(draw: st.DrawFn) -> Workshop:
    ids = {name: _some_ids(name, draw(st.integers(0, MOST))) for name in _own_id_parts()}
    ids["categories"] = (*FIXED_CATEGORIES, *ids["categories"])
    for name in ids:
        if any(not ids[target] for target in _needed_parts(PARTS[name])):
            ids[name] = ()
    found: dict[str, Any] = {"id": WorkshopId("w")}
    for name, head in HEADS.items():
        found[name] = draw(_value(name, head, ids))
    for name, kind in PARTS.items():
        made = _values(draw, name, kind, ids)
        found[name] = {value.id: value for value in made}
    return Workshop(**found)


def _values(draw: st.DrawFn, name: str, kind: type[Any], ids: Ids) -> list[Any]:
    if name in ids:
        return [draw(_value(name, kind, ids, id_)) for id_ in ids[name]]
    if any(not ids[target] for target in _needed_parts(kind)):
        return []
    return [draw(_value(name, kind, ids)) for _ in range(draw(st.integers(0, MOST)))]


def _value(name: str, kind: type[Any], ids: Ids, id_: str | None = None) -> SearchStrategy[Any]:
    targets = {referred_part(declared) for declared in fields(kind)}
    there = tuple((target, ids[target]) for target in sorted(filter(None, targets)))
    return _kept_value(name, there, id_)


@cache
def _kept_value(
    name: str, there: tuple[tuple[str, tuple[str, ...]], ...], id_: str | None
) -> SearchStrategy[Any]:
    """A strategy is made once for what a value may point to: making takes longer than drawing."""
    ids = dict(there)
    kind: Any = HEADS[name] if name in HEADS else PARTS[name]
    made = {
        declared.name: st.just(id_)
        if declared.name == "id"
        else _field(name, declared, _hints(kind)[declared.name], ids)
        for declared in fields(kind)
    }
    return st.builds(kind, **made)


def _field(part: str, declared: Any, hint: Any, ids: Ids) -> SearchStrategy[Any]:
    target = referred_part(declared)
    if target is not None:
        return _pointer(hint, ids[target])
    limits = RANGES.get((part, declared.name))
    return _plain(hint, limits)


def _pointer(hint: Any, there: tuple[str, ...]) -> SearchStrategy[Any]:
    """An id, perhaps an id, a tuple of different ids, or places of ids."""
    if get_origin(hint) is tuple:
        some = st.lists(st.sampled_from(there), unique=True) if there else st.just([])
        if get_origin(get_args(hint)[0]) is tuple:
            return some.map(lambda row: tuple((each,) for each in row))
        return some.map(tuple)
    if _is_optional(hint):
        return st.sampled_from((None, *there))
    return st.sampled_from(there)


def _plain(hint: Any, limits: tuple[float, float] | None) -> SearchStrategy[Any]:
    if _is_optional(hint):
        return st.none() | _plain(_inner(hint), limits)
    if limits is not None:
        low, high = limits
        whole = hint is int
        return st.integers(int(low), int(high)) if whole else st.floats(low, high)
    return _scalar(hint)


@cache
def _scalar(hint: Any) -> SearchStrategy[Any]:
    if get_origin(hint) is tuple:
        return st.lists(_scalar(get_args(hint)[0]), max_size=2).map(tuple)
    if hint is Signal:
        return st.builds(Signal, **{n: _plain(inner, None) for n, inner in _hints(hint).items()})
    if _is_choice(hint):
        return st.sampled_from(tuple(hint))
    simple: dict[Any, SearchStrategy[Any]] = {
        str: _TEXTS,
        bool: st.booleans(),
        int: st.integers(0, 9),
        float: _NUMBERS,
        date: _DAYS,
    }
    return simple[hint]


def _filled(part: str, kind: type[Any], ids: Ids, number: int) -> dict[str, Any]:
    """A value for each field that is not its default, the same at each call."""
    made: dict[str, Any] = {}
    for declared in fields(kind):
        hint = _hints(kind)[declared.name]
        if declared.name == "id":
            made["id"] = ids[part][number]
            continue
        target = referred_part(declared)
        choices = _filled_pointers(hint, ids[target], number) if target else None
        made[declared.name] = (
            choices if target else _unlike(declared.default, part, declared.name, hint, number)
        )
    return made


def _filled_pointers(hint: Any, there: tuple[str, ...], number: int) -> Any:
    if get_origin(hint) is not tuple:
        return there[number % len(there)]
    if get_origin(get_args(hint)[0]) is tuple:
        return tuple((each,) for each in there)
    return there


def _unlike(default: Any, part: str, name: str, hint: Any, number: int) -> Any:
    """Something of this type that is not the default."""
    options = _options(part, name, hint, number)
    turned = options[number % len(options) :] + options
    return next(option for option in turned if option != default)


def _options(part: str, name: str, hint: Any, number: int) -> list[Any]:
    """A few things of this type, different ones for the first and the second value."""
    inner: Any = _inner(hint) if _is_optional(hint) else hint
    limits = RANGES.get((part, name))
    if limits is not None:
        return [inner(limit) for limit in limits]
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        return [tuple(item)] if _is_choice(item) else [(f"{name} 1", f"{name} 2")]
    if inner is Signal:
        made = {f.name: (f.default, _hints(inner)[f.name]) for f in fields(inner)}
        return [Signal(**{n: _unlike(was, name, n, its, number) for n, (was, its) in made.items()})]
    if _is_choice(inner):
        return [*inner]
    simple: dict[Any, list[Any]] = {
        str: [f"{part} {name} {number}", "other"],
        bool: [True, False],
        int: [7 + number, 8],
        float: [2.5 + number, 8.25],
        date: [date(2025, 5, 1 + number), date(2024, 2, 29)],
    }
    return simple[inner]


def _is_choice(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


_HINTS = {kind: get_type_hints(kind) for kind in (*HEADS.values(), *PARTS.values(), Signal)}


def _hints(kind: Any) -> dict[str, Any]:
    return _HINTS[kind]


@cache
def _own_id_parts() -> tuple[str, ...]:
    return tuple(n for n, kind in PARTS.items() if any(f.name == "id" for f in fields(kind)))


def _needed_parts(kind: type[Any]) -> list[str]:
    """The parts that a value of this kind must point into."""
    return [
        target
        for declared in fields(kind)
        if (target := referred_part(declared)) is not None
        and not _is_optional(_hints(kind)[declared.name])
        and get_origin(_hints(kind)[declared.name]) is not tuple
    ]


def _some_ids(name: str, count: int) -> tuple[str, ...]:
    return tuple(f"{name}-{number}" for number in range(count))


def _is_optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType)


def _inner(hint: Any) -> Any:
    (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
    return inner
