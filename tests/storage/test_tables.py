from collections.abc import Iterator
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from deskrisk.domain.model.workshop import HEADS, PARTS
from deskrisk.domain.parts import mapping
from deskrisk.domain.soundness import RANGES
from deskrisk.storage import schema, tables
from deskrisk.storage.rows import Kind, columns, to_row
from tests.chance import a_full_workshop

WORKSHOP = a_full_workshop(3)


@pytest.fixture
def base() -> Iterator[Any]:
    """A library in memory with one workshop row."""
    connection = dbapi2.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    for statement in schema.statements():
        connection.execute(statement)
    connection.execute(
        "INSERT INTO workshop VALUES"
        " ('w', 1, '', '', '', '2025-01-01', '', '', NULL, 0, 0, 0, NULL, '[]', 0, 'open', NULL)"
    )
    yield connection
    connection.close()


def _insert(base: Any, part: str, **changed: Any) -> None:
    value = next(iter(mapping(WORKSHOP, part).values()), None) if part in PARTS else None
    row = {"workshop_id": "w", **to_row(part, value or getattr(WORKSHOP, part)), **changed}
    names, marks = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    base.execute(f'INSERT INTO "{part}" ({names}) VALUES ({marks})', list(row.values()))  # noqa: S608


def test_the_frozen_schema_is_what_the_table_classes_declare() -> None:
    frozen = ";\n\n".join(schema.statements(schema.VERSION)) + ";\n"
    assert schema.declared() == frozen


@pytest.mark.parametrize("part", [*HEADS, *PARTS])
def test_a_table_holds_exactly_the_fields_of_its_part(part: str) -> None:
    table = tables.table(part)
    assert [each.name for each in table.c] == ["workshop_id", *(c.name for c in columns(part))]
    for column in columns(part):
        assert table.c[column.name].nullable is column.optional


def test_every_table_is_strict_and_counts_no_rows() -> None:
    for name in tables.ROWS:
        options = tables.table(name).dialect_options["sqlite"]
        assert options["strict"], name
        assert not options["with_rowid"], name


def test_no_part_but_the_journal_has_a_time_and_no_fear_has_an_author() -> None:
    assert {each.name for each in tables.table("fears").c} & {"author", "participant"} == set()
    for part in PARTS:
        assert not {each.name for each in tables.table(part).c} & {"created_at", "changed_at", "at"}


@pytest.mark.parametrize("part", [*HEADS, *PARTS])
def test_a_sound_row_is_taken_and_goes_with_its_workshop(base: Any, part: str) -> None:
    _insert(base, part)
    base.execute("DELETE FROM workshop")
    assert base.execute(f'SELECT count(*) FROM "{part}"').fetchone() == (0,)  # noqa: S608


@pytest.mark.parametrize(("part", "field"), RANGES)
def test_a_number_out_of_its_range_is_refused(base: Any, part: str, field: str) -> None:
    low, high = RANGES[part, field]
    for wrong in (low - 1, high + 1):
        with pytest.raises(dbapi2.IntegrityError):
            _insert(base, part, **{field: int(wrong)})


@pytest.mark.parametrize("part", [*HEADS, *PARTS])
def test_a_choice_a_flag_and_a_kind_that_are_not_known_are_refused(base: Any, part: str) -> None:
    wrong = {Kind.CHOICE: "DROP", Kind.FLAG: 2, Kind.WHOLE: "DROP", Kind.DAY: "soon"}
    for column in columns(part):
        if column.kind in wrong:
            with pytest.raises(dbapi2.IntegrityError):
                _insert(base, part, **{column.name: wrong[column.kind]})


def test_a_row_without_a_workshop_is_refused(base: Any) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        _insert(base, "brief", workshop_id="nobody")


def test_the_list_is_read_by_an_index(base: Any) -> None:
    plan = base.execute(
        "EXPLAIN QUERY PLAN SELECT title FROM workshop"
        " WHERE shelf = 'open' AND touched < 9 ORDER BY touched DESC LIMIT 50"
    ).fetchall()
    assert "workshop_shelf_touched" in str(plan)
    assert "TEMP B-TREE" not in str(plan)
