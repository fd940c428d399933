"""The list of workshops, read with the plain driver: it stands before SQLAlchemy is loaded."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from deskrisk.domain.codec import PlainError, from_plain
from deskrisk.domain.due import DueItem
from deskrisk.domain.library import DamagedLibraryError, LibraryRow, Shelf
from deskrisk.domain.listing import DueEntry, DueList, FilterKind, Offered, Page, State, Wish
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId, WorkshopId
from deskrisk.storage.driver import Connection

_CELLS = """id, title, project, held_on, stage, first_risk, first_risk_category,
    promises_kept, promises, next_date, changed_at, first_risk_place, touched, shelf, shelved_at"""
_FROM = "FROM workshop WHERE"
_TITLES = "SELECT id, title FROM workshop WHERE shelf <> 'trash' ORDER BY touched DESC"
_TAGGED = """ AND id IN (SELECT workshop_id FROM search_tag JOIN search_doc USING (doc)
    WHERE kind = ? AND value = ?)"""
_STATES = {
    State.ANY: "",
    State.DUE: " AND next_date <= date(?, '+7 days')",
    State.OVERDUE: " AND next_date < ? AND stage <> 'prepare'",
    State.PROMISED: " AND promises_kept < promises",
    State.PROVEN: " AND promises > 0 AND promises_kept = promises",
}
_DUE = """SELECT id, title, due FROM workshop INDEXED BY workshop_shelf_due
    WHERE shelf = 'open' AND next_date <= ? AND (stage <> 'prepare' OR next_date >= ?)
    ORDER BY next_date LIMIT ?"""
"""A meeting that was never held is no news."""

_OFFERED = """SELECT value, count(*) FROM search_tag WHERE kind = ?
    GROUP BY value ORDER BY count(*) DESC, value LIMIT ?"""

MOST_COUNTED = 200
"""In how many workshops due things are counted one by one."""

_ALL = Wish()
NEVER = 2**62
"""A ``touched`` that no workshop reaches."""


def page(
    connection: Connection, wish: Wish, today: date, *, before: int = NEVER, limit: int = 50
) -> Page:
    """Some workshops, the last changed first.

    Args:
        connection: of a reader.
        wish: which.
        today: for what is due.
        before: the ``touched`` of the last row of the page before.
        limit: how many at most.

    Raises:
        DamagedLibraryError: a row holds what no row can hold.
    """
    where, values = _where(wish, today)
    order = "AND touched < ? ORDER BY touched DESC LIMIT ?"
    statement = _joined("SELECT", _CELLS, _FROM, where, order)
    found = _rows(connection, statement, (*values, before, limit + 1))
    return Page(rows=found[:limit], more=len(found) > limit, today=today)


def rows(connection: Connection, limit: int, offset: int) -> tuple[LibraryRow, ...]:
    """Some workshops that are on no other shelf, the last changed first.

    Raises:
        DamagedLibraryError: a row holds what no row can hold.
    """
    order = "shelf = 'open' ORDER BY touched DESC LIMIT ? OFFSET ?"
    statement = _joined("SELECT", _CELLS, _FROM, order)
    return _rows(connection, statement, (limit, offset))


def count(connection: Connection, wish: Wish = _ALL, today: date = date.min) -> int:
    """How many workshops are asked for, those that are open by default."""
    where, values = _where(wish, today)
    statement = _joined("SELECT count(*)", _FROM, where)
    (found,) = connection.execute(statement, values).fetchone()
    return int(found)


def due(connection: Connection, today: date, until: date, most: int) -> DueList:
    """What is due in the workshops that are on no other shelf.

    Args:
        connection: of a reader.
        today: what is before it is overdue.
        until: the last day that is asked about.
        most: how many of the earliest things are told one by one.

    Raises:
        DamagedLibraryError: a row holds what no row can hold.
    """
    found = connection.execute(
        _DUE, (until.isoformat(), today.isoformat(), MOST_COUNTED + 1)
    ).fetchall()
    entries = [
        DueEntry(workshop=WorkshopId(id_), workshop_title=title, item=item)
        for id_, title, held in found
        for item in _due_items(held)
        if item.day <= until
    ]
    entries.sort(key=lambda each: (each.item.day, each.item.kind.value, each.workshop_title))
    return DueList(
        entries=tuple(entries[:most]),
        things=len(entries),
        overdue=sum(each.item.day < today for each in entries),
        more=len(found) > MOST_COUNTED,
    )


def offered(connection: Connection, kind: FilterKind, limit: int) -> tuple[Offered, ...]:
    """The values that the list can be narrowed to, the most frequent first."""
    found = connection.execute(_OFFERED, (kind.value, limit)).fetchall()
    return tuple(Offered(value=value, count=number) for value, number in found)


def titles(connection: Connection) -> tuple[tuple[WorkshopId, str], ...]:
    """Id and title of every workshop that is not in the trash, the last changed first."""
    found = connection.execute(_TITLES).fetchall()
    return tuple((WorkshopId(id_), title) for id_, title in found)


def is_there(connection: Connection, id_: WorkshopId) -> bool:
    """Is there a workshop with this id?"""
    return connection.execute("SELECT 1 FROM workshop WHERE id = ?", (id_,)).fetchone() is not None


def row(connection: Connection, id_: WorkshopId) -> LibraryRow | None:
    """One workshop, on whatever shelf; None if it is not there.

    Raises:
        DamagedLibraryError: its row holds what no row can hold.
    """
    statement = _joined("SELECT", _CELLS, _FROM, "id = ?")
    return next(iter(_rows(connection, statement, (id_,))), None)


def shelved_before(connection: Connection, minute: str) -> tuple[WorkshopId, ...]:
    """The workshops that have been in the trash since before a UTC minute."""
    found = connection.execute(
        "SELECT id FROM workshop WHERE shelf = 'trash' AND shelved_at < ?", (minute,)
    ).fetchall()
    return tuple(WorkshopId(id_) for (id_,) in found)


def _joined(*pieces: str) -> str:
    """A statement of pieces that stand in this module; values come as parameters."""
    return " ".join(pieces)


def _where(wish: Wish, today: date) -> tuple[str, tuple[Any, ...]]:
    values: list[Any] = [wish.shelf.value]
    if "?" in _STATES[wish.state]:
        values.append(today.isoformat())
    for kind, value in wish.filters:
        values += [kind.value, value]
    return "".join(("shelf = ?", _STATES[wish.state], _TAGGED * len(wish.filters))), tuple(values)


def _rows(connection: Connection, statement: str, values: Sequence[Any]) -> tuple[LibraryRow, ...]:
    try:
        return tuple(_row(each) for each in connection.execute(statement, values))
    except (ValueError, TypeError):
        raise DamagedLibraryError from None


def _due_items(text: str) -> tuple[DueItem, ...]:
    try:
        return tuple(from_plain(DueItem, each, "due") for each in json.loads(text))
    except (ValueError, TypeError, PlainError):
        raise DamagedLibraryError from None


def _row(cells: tuple[Any, ...]) -> LibraryRow:
    id_, title, project, held_on, stage, risk, category, *numbers = cells
    kept, promises, due_on, changed_at, place, touched, shelf, since = numbers
    return LibraryRow(
        id=WorkshopId(id_),
        title=title,
        project=project,
        held_on=date.fromisoformat(held_on),
        stage=Stage(stage),
        first_risk=risk,
        first_risk_category=None if category is None else CategoryId(category),
        promises_kept=kept,
        promises=promises,
        next_date=None if due_on is None else date.fromisoformat(due_on),
        changed_at=changed_at,
        first_risk_place=place,
        touched=touched,
        shelf=Shelf(shelf),
        shelved_at=since,
    )
