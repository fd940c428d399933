"""The list of workshops, read with the plain driver: it stands before SQLAlchemy is loaded."""

from datetime import date
from typing import Any

from deskrisk.domain.library import DamagedLibraryError, LibraryRow
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId, WorkshopId
from deskrisk.storage.driver import Connection

_ROWS = """
    SELECT id, title, project, held_on, stage, first_risk, first_risk_category,
           promises_kept, promises, next_date, changed_at
    FROM workshop ORDER BY touched DESC LIMIT ? OFFSET ?
"""
_COUNT = "SELECT count(*) FROM workshop"
_TITLES = "SELECT id, title FROM workshop ORDER BY touched DESC"


def rows(connection: Connection, limit: int, offset: int) -> tuple[LibraryRow, ...]:
    """Some workshops, the last changed first.

    Raises:
        DamagedLibraryError: a row holds what no row can hold.
    """
    try:
        return tuple(_row(each) for each in connection.execute(_ROWS, (limit, offset)))
    except (ValueError, TypeError):
        raise DamagedLibraryError from None


def count(connection: Connection) -> int:
    """How many workshops there are."""
    (found,) = connection.execute(_COUNT).fetchone()
    return int(found)


def titles(connection: Connection) -> tuple[tuple[WorkshopId, str], ...]:
    """Id and title of every workshop, the last changed first."""
    found = connection.execute(_TITLES).fetchall()
    return tuple((WorkshopId(id_), title) for id_, title in found)


def is_there(connection: Connection, id_: WorkshopId) -> bool:
    """Is there a workshop with this id?"""
    return connection.execute("SELECT 1 FROM workshop WHERE id = ?", (id_,)).fetchone() is not None


def _row(cells: tuple[Any, ...]) -> LibraryRow:
    id_, title, project, held_on, stage, risk, category, kept, promises, due, changed_at = cells
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
        next_date=None if due is None else date.fromisoformat(due),
        changed_at=changed_at,
    )
