"""A whole workshop out of the file, in one statement."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, literal_column, null, select, union_all
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError

from deskrisk.domain.codec import PlainError
from deskrisk.domain.journal import Step
from deskrisk.domain.library import DamagedLibraryError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.storage import tables
from deskrisk.storage.driver import problem_of
from deskrisk.storage.journal import steps_of
from deskrisk.storage.rows import columns, from_cells

_UNFIT = (ValueError, KeyError, TypeError, PlainError)
"""What reading raises when the file holds what no value can hold."""


def load_workshop(connection: Connection, id_: WorkshopId) -> Workshop | None:
    """A workshop as a value, whole; None if it is not in the library.

    Raises:
        DamagedLibraryError: it is there and cannot be read.
    """
    with _damage_named(id_):
        rows = connection.exec_driver_sql(_everything(), {"of": id_}).fetchall()
        return _workshop(id_, rows) if rows else None


def load_steps(connection: Connection, id_: WorkshopId) -> tuple[Step, ...]:
    """The journal of a workshop, as ``Meeting`` wants it.

    Raises:
        DamagedLibraryError: it cannot be read.
    """
    with _damage_named(id_):
        return steps_of(connection, id_)


@contextmanager
def _damage_named(id_: WorkshopId) -> Iterator[None]:
    """Whatever shows that the file is damaged is said of this workshop: the others may be well."""
    try:
        yield
    except _UNFIT:
        raise DamagedLibraryError(workshop=id_) from None
    except DBAPIError as error:
        problem = problem_of(error)
        if isinstance(problem, DamagedLibraryError):
            raise DamagedLibraryError(workshop=id_) from None
        raise


def _workshop(id_: WorkshopId, rows: Any) -> Workshop:
    found: dict[str, Any] = {part: {} for part in PARTS}
    for part, *cells in rows:
        value = from_cells(part, cells[: len(columns(part))])
        if part in HEADS:
            found[part] = value
        else:
            found[part][value.id] = value  # type: ignore[union-attr]  # only heads have no id
    return Workshop(id=id_, **found)


@cache
def _everything() -> str:
    """The statement for all rows of a workshop at once: the name of the part, then its fields.

    SQLite keeps the kind of each cell in the row, so that unlike tables fit under each other; one
    statement is read twice as fast as one for each of the tables. It is put into words once: that
    takes far longer than reading a workshop, and an engine would do it anew for each library.
    """
    parts = (*HEADS, *PARTS)
    width = max(len(columns(part)) for part in parts)
    statement = union_all(*(_part_rows(part, width) for part in parts))
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="named")))


def _part_rows(part: str, width: int) -> Any:
    table = tables.table(part)
    fields = [table.c[each.name].label(f"c{place}") for place, each in enumerate(columns(part))]
    rest = [null().label(f"c{place}") for place in range(len(fields), width)]
    name: Any = literal_column(f"'{part}'").label("part")
    return select(name, *fields, *rest).where(table.c.workshop_id == bindparam("of"))
