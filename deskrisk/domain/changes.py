"""The difference between two workshops: what came, went and changed, with both values.

It is everything that the rest needs: what the windows redraw, what the writer stores, what the
journal remembers, and what undo puts back.
"""

from dataclasses import dataclass, replace
from typing import Any, cast

from deskrisk.domain.errors import StaleError
from deskrisk.domain.model.workshop import HEADS, PARTS, Value, Workshop
from deskrisk.domain.parts import mapping, part_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One value before and after; None stands for "was not there". Heads have the id ``""``."""

    part: str
    id: str
    before: Value | None
    after: Value | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All changes of one step.

    ``origin`` is whoever asked for the step; a page leaves the very field alone that is being
    typed in. ``substituted`` counts characters that could not be kept and were replaced.
    """

    items: tuple[Change, ...] = ()
    origin: Any = None
    substituted: int = 0

    def __bool__(self) -> bool:
        """Did anything change?"""
        return bool(self.items)

    def touches(self, *kinds: type[Value]) -> bool:
        """Did a value of one of these kinds come, go or change?"""
        names = {part_name(kind) for kind in kinds}
        return any(change.part in names for change in self.items)

    def inverse(self) -> "Changes":
        """The changes that put everything back."""
        turned = tuple(
            replace(change, before=change.after, after=change.before) for change in self.items
        )
        return replace(self, items=turned)

    def then(self, later: "Changes") -> "Changes":
        """These changes and later ones as a single difference."""
        merged: dict[tuple[str, str], Change] = {(c.part, c.id): c for c in self.items}
        for change in later.items:
            key = (change.part, change.id)
            first = merged.get(key)
            merged[key] = change if first is None else replace(first, after=change.after)
        kept = tuple(c for c in merged.values() if c.before != c.after)
        return Changes(
            items=kept,
            origin=later.origin,
            substituted=self.substituted + later.substituted,
        )


def difference(before: Workshop, after: Workshop) -> Changes:
    """What leads from one workshop to the other, in the order of the parts.

    Identity decides first, so that an untouched part costs nothing.
    """
    items: list[Change] = []
    for name in HEADS:
        old, new = getattr(before, name), getattr(after, name)
        if old is not new and old != new:
            items.append(Change(part=name, id="", before=old, after=new))
    for name in PARTS:
        had, has = mapping(before, name), mapping(after, name)
        if had is has:
            continue
        for id_ in {**had, **has}:
            was, now = had.get(id_), has.get(id_)
            if was is not now and was != now:
                items.append(Change(part=name, id=id_, before=was, after=now))
    return Changes(items=tuple(items))


def applied(workshop: Workshop, changes: Changes, *, label: str = "") -> Workshop:
    """The workshop after the changes.

    Args:
        workshop: must hold each change's ``before`` value.
        changes: what to do.
        label: the step they come from, for the error.

    Raises:
        StaleError: a value is not what the change expects; nothing is changed.
    """
    fresh: dict[str, dict[str, Value]] = {}
    heads: dict[str, Any] = {}
    for change in changes.items:
        if change.part in HEADS:
            if getattr(workshop, change.part) != change.before or change.after is None:
                raise StaleError(label)
            heads[change.part] = change.after
            continue
        held = fresh.setdefault(change.part, dict(mapping(workshop, change.part)))
        if held.get(change.id) != change.before:
            raise StaleError(label)
        if change.after is None:
            del held[change.id]
        else:
            held[change.id] = change.after
    return replace(workshop, **heads, **cast("dict[str, Any]", fresh))  # each part keeps its kind
