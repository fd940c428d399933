"""The rows of workshops: put in, changed, taken out, inside the writer's transaction."""

import logging
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from deskrisk.domain.changes import Change, Changes
from deskrisk.domain.library import Shelf, StorageError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import HEADS, PARTS, Value, Workshop
from deskrisk.domain.parts import mapping
from deskrisk.domain.summary import Summary, summary_of
from deskrisk.storage import tables
from deskrisk.storage.rows import Cell, to_json, to_row
from deskrisk.storage.seal import seal_of, seal_step

_log = logging.getLogger(__name__)


def write_changes(connection: Connection, id_: WorkshopId, changes: Changes) -> None:
    """Store what a step changed, one statement for each table and kind of change."""
    grouped: dict[tuple[str, str], list[dict[str, Cell]]] = defaultdict(list)
    for change in changes.items:
        grouped[change.part, _kind(change)].append(_cells(id_, change))
    for (part, kind), rows in grouped.items():
        _execute(connection, part, kind, rows)
    workshops = tables.table("workshop")
    connection.execute(
        update(workshops)
        .where(workshops.c.id == id_)
        .values(seal=workshops.c.seal + seal_step(changes))
    )


def insert_workshop(connection: Connection, workshop: Workshop, at: str) -> None:
    """Store a whole new workshop."""
    card = insert(tables.table("workshop")).values(touched=_next_touch(), shelf=Shelf.OPEN.value)
    connection.execute(card, {"id": workshop.id, "seal": seal_of(workshop), **_card(workshop, at)})
    for head in HEADS:
        _insert_all(connection, workshop.id, head, [getattr(workshop, head)])
    for part in PARTS:
        _insert_all(connection, workshop.id, part, mapping(workshop, part).values())


def delete_workshop(connection: Connection, id_: WorkshopId) -> None:
    """Take a workshop out with everything that belongs to it."""
    workshop = tables.table("workshop")
    connection.execute(delete(workshop).where(workshop.c.id == id_))


def write_shelf(connection: Connection, id_: WorkshopId, shelf: Shelf, at: str) -> None:
    """Store on which shelf a workshop lies, and since when; its place in the list stays.

    Raises:
        StorageError: it is not in the library.
    """
    workshops = tables.table("workshop")
    since = None if shelf is Shelf.OPEN else at
    moved = update(workshops).where(workshops.c.id == id_)
    written = connection.execute(moved.values(shelf=shelf.value, shelved_at=since))
    if written.rowcount != 1:
        raise StorageError("workshop row missing")


def shelf_of(connection: Connection, id_: WorkshopId) -> tuple[Shelf, str | None]:
    """On which shelf a workshop lies, and since when; open if it is not there."""
    workshops = tables.table("workshop")
    asked = select(workshops.c.shelf, workshops.c.shelved_at).where(workshops.c.id == id_)
    found = connection.execute(asked).first()
    return (Shelf.OPEN, None) if found is None else (Shelf(found[0]), found[1])


def write_seal(connection: Connection, workshop: Workshop) -> None:
    """Store the seal of a workshop as it is now."""
    workshops = tables.table("workshop")
    sealed = update(workshops).where(workshops.c.id == workshop.id)
    connection.execute(sealed.values(seal=seal_of(workshop)))


def write_card(connection: Connection, workshop: Workshop, at: str) -> None:
    """Store what the list of the library shows of a workshop.

    Args:
        connection: in a transaction.
        workshop: as it is now.
        at: the UTC minute of the change.
    """
    workshops = tables.table("workshop")
    statement = update(workshops).where(workshops.c.id == bindparam("of"))
    written = connection.execute(
        statement.values(touched=_next_touch()), {"of": workshop.id, **_card(workshop, at)}
    )
    if written.rowcount != 1:
        raise StorageError("workshop row missing")


def _card(workshop: Workshop, at: str) -> dict[str, Cell]:
    brief, summary = workshop.brief, _summary(workshop)
    due = summary.next_date
    return {
        "changed_at": at,
        "title": brief.title,
        "project": brief.project,
        "held_on": brief.held_on.isoformat(),
        "stage": summary.stage.value,
        "first_risk": summary.first_risk,
        "first_risk_category": summary.first_risk_category,
        "first_risk_place": summary.first_risk_place,
        "promises_kept": summary.promises_kept,
        "promises": summary.promises,
        "next_date": None if due is None else due.isoformat(),
        "due": to_json(summary.due),
    }


def _summary(workshop: Workshop) -> Summary:
    try:
        return summary_of(workshop)
    except Exception:  # noqa: BLE001  a row of a list must never stand between an answer and the disk
        _log.error("no summary of a workshop could be made")
        return Summary()


def _next_touch() -> Any:
    touched = tables.table("workshop").c.touched
    return select(func.coalesce(func.max(touched), 0) + 1).scalar_subquery()


def _insert_all(
    connection: Connection, id_: WorkshopId, part: str, values: Iterable[Value]
) -> None:
    rows = [{"workshop_id": id_, **to_row(part, value)} for value in values]
    if rows:
        _execute(connection, part, "insert", rows)


def _kind(change: Change) -> str:
    if change.before is None:
        return "insert"
    return "delete" if change.after is None else "update"


def _cells(id_: WorkshopId, change: Change) -> dict[str, Cell]:
    if change.after is not None:
        cells = {"workshop_id": id_, **to_row(change.part, change.after)}
    elif change.before is not None:
        cells = {"workshop_id": id_, **to_row(change.part, change.before)}
    if change.before is None:
        return cells
    keys = {f"key_{each}": cells[each] for each in _key(change.part)}
    return keys if change.after is None else {**cells, **keys}


def _execute(connection: Connection, part: str, kind: str, rows: list[dict[str, Cell]]) -> None:
    written = connection.execute(_statement(part, kind), rows)
    if kind != "insert" and written.rowcount != len(rows):
        raise StorageError(f"{part} row missing")


@cache
def _key(part: str) -> tuple[str, ...]:
    return tuple(column.name for column in tables.table(part).primary_key)


@cache
def _statement(part: str, kind: str) -> Any:
    """Insert, update or delete of one row by its key; made once, so that it is compiled once."""
    table = tables.table(part)
    if kind == "insert":
        return insert(table)
    same = [table.c[name] == bindparam(f"key_{name}") for name in _key(part)]
    if kind == "delete":
        return delete(table).where(*same)
    fields: dict[Any, Any] = {
        each.name: bindparam(each.name) for each in table.c if each.name not in _key(part)
    }
    return update(table).where(*same).values(fields)
