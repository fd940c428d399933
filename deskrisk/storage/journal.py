"""The journal in the file: each step with the images of what it changed, before and after."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from deskrisk.domain.changes import Change, Changes
from deskrisk.domain.journal import Step
from deskrisk.domain.model.ids import StepId, WorkshopId
from deskrisk.domain.model.workshop import Value
from deskrisk.storage import tables
from deskrisk.storage.rows import mapping_from_json, to_json, value_from_json


def add_step(connection: Connection, id_: WorkshopId, number: int, step: Step) -> None:
    """Store a step; ``number`` counts from 1 in each workshop."""
    row = {"workshop_id": id_, "number": number, **_step_cells(step)}
    connection.execute(insert(tables.table("step")), row)
    _add_changes(connection, id_, number, step)


def rewrite_step(connection: Connection, id_: WorkshopId, number: int, step: Step) -> None:
    """Store a step that has grown, or was undone or redone, anew."""
    steps, changes = tables.table("step"), tables.table("step_change")
    connection.execute(
        update(steps)
        .where(steps.c.workshop_id == id_, steps.c.number == number)
        .values(**_step_cells(step))
    )
    connection.execute(
        delete(changes).where(changes.c.workshop_id == id_, changes.c.number == number)
    )
    _add_changes(connection, id_, number, step)


def mark_step(connection: Connection, id_: WorkshopId, number: int, step: Step) -> None:
    """Store that a step was undone, or redone."""
    steps = tables.table("step")
    connection.execute(
        update(steps)
        .where(steps.c.workshop_id == id_, steps.c.number == number)
        .values(undone=int(step.undone), merge_key=step.merge_key)
    )


def drop_steps(connection: Connection, id_: WorkshopId, first: int) -> None:
    """Forget the steps from a number on: they were undone, and a new one took their place."""
    steps = tables.table("step")
    connection.execute(delete(steps).where(steps.c.workshop_id == id_, steps.c.number >= first))


def steps_of(connection: Connection, id_: WorkshopId) -> tuple[Step, ...]:
    """The journal of a workshop, oldest first, those that were undone last.

    Raises:
        ValueError, KeyError, PlainError: an image is not what its part needs.
    """
    steps, changes = tables.table("step"), tables.table("step_change")
    read = _ImageReader()
    images: dict[int, list[Change]] = defaultdict(list)
    for row in connection.execute(
        select(changes)
        .where(changes.c.workshop_id == id_)
        .order_by(changes.c.number, changes.c.place)
    ).all():
        images[row.number].append(
            Change(
                part=row.part,
                id=row.value_id,
                before=read.value(row.part, row.before),
                after=read.value(row.part, row.after),
            )
        )
    rows = connection.execute(
        select(steps).where(steps.c.workshop_id == id_).order_by(steps.c.number)
    )
    return tuple(_step(row, images[row.number]) for row in rows.all())


def _step_cells(step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "label": step.label,
        "args": to_json(dict(step.args)),
        "merge_key": step.merge_key,
        "at": step.at,
        "undone": int(step.undone),
    }


def _add_changes(connection: Connection, id_: WorkshopId, number: int, step: Step) -> None:
    rows = [
        {
            "workshop_id": id_,
            "number": number,
            "place": place,
            "part": change.part,
            "value_id": change.id,
            "before": None if change.before is None else to_json(change.before),
            "after": None if change.after is None else to_json(change.after),
        }
        for place, change in enumerate(step.changes.items)
    ]
    connection.execute(insert(tables.table("step_change")), rows)


def _step(row: Any, changes: list[Change]) -> Step:
    return Step(
        id=StepId(row.id),
        label=row.label,
        args=mapping_from_json(row.args),
        merge_key=row.merge_key,
        at=row.at,
        changes=Changes(items=tuple(changes)),
        undone=bool(row.undone),
    )


class _ImageReader:
    """Reads images; nearly every one stands twice, after a step and before the next one."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], Value] = {}

    def value(self, part: str, text: str | None) -> Value | None:
        """The value of an image, None for "not there"."""
        if text is None:
            return None
        known = self._read.get((part, text))
        if known is None:
            known = self._read[part, text] = value_from_json(part, text)
        return known
