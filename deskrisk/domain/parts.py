"""Add, change and remove the parts of a workshop, whatever they are; references stay sound."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar, cast

from deskrisk.domain.errors import DuplicateError, MissingError
from deskrisk.domain.model.fields import WhenGone, referred_part
from deskrisk.domain.model.workshop import HEADS, PARTS, Part, Value, Workshop

P = TypeVar("P", bound=Part)

_NAMES: Mapping[type[Any], str] = {cls: name for name, cls in (*HEADS.items(), *PARTS.items())}


def part_name(value: Value | type[Any]) -> str:
    """The name of the field of ``Workshop`` that holds such values, e.g. ``"risks"``."""
    return _NAMES[value if isinstance(value, type) else type(value)]


def mapping(workshop: Workshop, part: str) -> Mapping[str, Part]:
    """All values of one part, by id."""
    # Keys are NewTypes of str: one mapping type serves them all.
    return cast("Mapping[str, Part]", getattr(workshop, part))


def get(workshop: Workshop, kind: type[P], id_: str) -> P:
    """One value by its id.

    Raises:
        MissingError: it is not there.
    """
    found = mapping(workshop, part_name(kind)).get(id_)
    if found is None:
        raise MissingError(part_name(kind), id_)
    return cast("P", found)


def put(workshop: Workshop, *values: Part) -> Workshop:
    """The workshop with these values; one of the same id is replaced."""
    for value in values:
        name = part_name(value)
        workshop = _with(workshop, name, {**mapping(workshop, name), value.id: value})
    return workshop


def add(workshop: Workshop, value: Part) -> Workshop:
    """The workshop with one value more.

    Raises:
        DuplicateError: one with this id is there already.
    """
    name = part_name(value)
    if value.id in mapping(workshop, name):
        raise DuplicateError(name, value.id)
    return put(workshop, value)


def edit(workshop: Workshop, kind: type[P], id_: str, /, **changes: Any) -> Workshop:
    """The workshop with some fields of one value changed.

    Raises:
        MissingError: it is not there.
    """
    return put(workshop, replace(get(workshop, kind, id_), **changes))


def next_position(workshop: Workshop, kind: type[Part]) -> int:
    """The position after the last one."""
    held = mapping(workshop, part_name(kind)).values()
    return 1 + max((getattr(value, "position", -1) for value in held), default=-1)


def in_order(values: Mapping[Any, P], by: str = "position") -> tuple[P, ...]:
    """Values sorted by ``position`` (or another field), then by id."""
    return tuple(sorted(values.values(), key=lambda value: (getattr(value, by), value.id)))


def moved(workshop: Workshop, kind: type[P], id_: str, by: int) -> Workshop:
    """The workshop with one value moved up (negative) or down its ordered list.

    Raises:
        MissingError: it is not there.
    """
    name = part_name(kind)
    get(workshop, kind, id_)
    row = [value.id for value in in_order(mapping(workshop, name))]
    at = row.index(id_)
    to = min(max(at + by, 0), len(row) - 1)
    row.insert(to, row.pop(at))
    held = mapping(workshop, name)
    changed = [
        _placed(held[key], place)
        for place, key in enumerate(row)
        if getattr(held[key], "position", None) != place
    ]
    return put(workshop, *changed)


def removed(workshop: Workshop, kind: type[Part], id_: str) -> Workshop:
    """The workshop without one value; whatever pointed to it lets go of it, or goes too.

    Raises:
        MissingError: it is not there.
    """
    name = part_name(kind)
    get(workshop, kind, id_)
    rest = {key: value for key, value in mapping(workshop, name).items() if key != id_}
    workshop = _with(workshop, name, rest)
    for head in HEADS:
        value = getattr(workshop, head)
        workshop = _with(workshop, head, _without(value, name, id_))
    for other, cls in PARTS.items():
        if any(referred_part(declared) == name for declared in fields(cls)):
            workshop = _let_go(workshop, other, name, id_)
    return workshop


def _with(workshop: Workshop, name: str, value: Any) -> Workshop:
    """The workshop with one of its fields replaced; the caller brings what the field holds."""
    fresh: dict[str, Any] = {name: value}
    return replace(workshop, **fresh)


def _placed(value: Part, place: int) -> Part:
    position: dict[str, Any] = {"position": place}
    return replace(value, **position)


def _let_go(workshop: Workshop, other: str, name: str, id_: str) -> Workshop:
    """Clear or remove the values of one part that point to a removed one."""
    for value in list(mapping(workshop, other).values()):
        if value.id not in mapping(workshop, other):
            continue
        kept = _without(value, name, id_)
        if kept is None:
            workshop = removed(workshop, type(value), value.id)
        elif kept is not value:
            workshop = put(workshop, kept)
    return workshop


def _without(value: Any, name: str, id_: str) -> Any:
    """The value without its references to a removed thing; None if it has to go as well."""
    changes: dict[str, Any] = {}
    for declared in fields(value):
        if referred_part(declared) != name:
            continue
        held = getattr(value, declared.name)
        follow = declared.metadata["gone"] is WhenGone.FOLLOW
        if held == id_:
            if follow:
                return None
            changes[declared.name] = None
        elif isinstance(held, tuple) and _mentions(held, id_):
            kept = _stripped(held, id_)
            if follow and not kept:
                return None
            changes[declared.name] = kept
    return replace(value, **changes) if changes else value


def _mentions(held: tuple[Any, ...], id_: str) -> bool:
    return any(item == id_ or (isinstance(item, tuple) and id_ in item) for item in held)


def _stripped(held: tuple[Any, ...], id_: str) -> tuple[Any, ...]:
    """The tuple, or the places of a ballot, without the id and without empty places."""
    nested = tuple(
        tuple(inner for inner in item if inner != id_) if isinstance(item, tuple) else item
        for item in held
        if item != id_
    )
    return tuple(item for item in nested if item != ())
