from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from deskrisk.domain.library import DamagedLibraryError, Finding, HealthProblem
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.library import Library
from tests.builders import a_fear, a_participant, a_workshop
from tests.chance import a_full_workshop, a_step, chance


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library of two workshops, one with a journal."""
    made = tmp_path / "library.db"
    with Library.open(made) as library:
        library.add(a_workshop(a_fear(owner=a_participant().id), a_participant(), id="one"))
        library.add(a_full_workshop(1))
        meeting = library.open_meeting(WorkshopId("one"))
        rng = chance(1)
        for _ in range(20):
            a_step(rng, meeting)
        meeting.step("aim.confirm", _with_progress)
    return made


def _with_progress(workshop: Workshop) -> Workshop:
    """A progress that is not the one of a new workshop, whatever chance did before."""
    return replace(workshop, progress=replace(workshop.progress, order_note="By hand"))


def _change(path: Path, *statements: str) -> None:
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_library_as_it_should_be_is_in_order(path: Path) -> None:
    with Library.open(path) as library:
        health = library.check()
    assert health.ok
    assert health.workshops == 2


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM brief WHERE workshop_id = 'one'", HealthProblem.UNREADABLE),
        (
            "UPDATE brief SET preset = 'forever' WHERE workshop_id = 'one'",
            HealthProblem.FILE,
        ),
        ("UPDATE step SET args = '[]' WHERE workshop_id = 'one'", HealthProblem.UNREADABLE),
        (
            "UPDATE step_change SET \"after\" = '{' WHERE workshop_id = 'one'",
            HealthProblem.UNREADABLE,
        ),
        ("DELETE FROM categories WHERE workshop_id = 'one'", HealthProblem.UNSOUND),
        ("UPDATE brief SET title = 'Triol' WHERE workshop_id = 'one'", HealthProblem.CHANGED),
        ("DELETE FROM progress WHERE workshop_id = 'one'", HealthProblem.CHANGED),
    ],
)
def test_damage_in_one_workshop_is_found_and_named(
    path: Path, statement: str, problem: HealthProblem
) -> None:
    _change(path, statement)
    with Library.open(path) as library:
        findings = library.check().findings
    assert problem in {each.problem for each in findings}
    assert {each.workshop for each in findings} <= {None, WorkshopId("one")}


def test_a_row_of_nobody_is_found(path: Path) -> None:
    _change(path, "PRAGMA foreign_keys = OFF", "DELETE FROM workshop WHERE id = 'one'")
    with Library.open(path) as library:
        findings = library.check().findings
    assert [each.problem for each in findings] == [HealthProblem.LINKS]


def test_a_damaged_workshop_is_refused_and_the_other_opens(path: Path) -> None:
    _change(path, "UPDATE brief SET held_on = '2025-02-30' WHERE workshop_id = 'one'")
    with Library.open(path) as library:
        with pytest.raises(DamagedLibraryError) as refused:
            library.open_meeting(WorkshopId("one"))
        assert refused.value.workshop == "one"
        other = a_full_workshop(1)
        assert library.open_meeting(other.id).workshop == other
        assert library.check().findings == (
            Finding(problem=HealthProblem.UNREADABLE, workshop=WorkshopId("one")),
        )


def _read_all(path: Path) -> tuple[bool, list[Any]]:
    """Does a check find everything in order, and all workshops with their journals."""
    with Library.open(path) as library:
        ok = library.check().ok
        meetings = [library.open_meeting(row.id) for row in library.rows()]
    return ok, [(each.workshop, each.history, each.next_redo) for each in meetings]


def test_a_flipped_bit_never_crashes_it_and_is_noticed_in_a_workshop(path: Path) -> None:
    whole = path.read_bytes()
    before = [each for each, _history, _redo in _read_all(path)[1]]
    rng = chance(5)
    noticed = 0
    for _ in range(60):
        spoiled = bytearray(whole)
        spoiled[rng.randrange(100, len(whole))] ^= 1 << rng.randrange(8)
        path.write_bytes(spoiled)
        try:
            ok, found = _read_all(path)
        except DamagedLibraryError:
            noticed += 1
            continue
        noticed += not ok
        assert not ok or [each for each, _history, _redo in found] == before
    assert noticed > 5


def test_a_page_that_was_zeroed_is_noticed_or_was_not_in_use(path: Path) -> None:
    whole = path.read_bytes()
    _ok, before = _read_all(path)
    for page in range(1, len(whole) // 4096):
        path.write_bytes(whole[: page * 4096] + bytes(4096) + whole[(page + 1) * 4096 :])
        try:
            ok, found = _read_all(path)
        except DamagedLibraryError:
            continue
        assert not ok or found == before
