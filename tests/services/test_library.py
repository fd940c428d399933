import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from deskrisk.domain import parts
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.library import (
    AlreadyThereError,
    Health,
    LibraryBusyError,
    NoSuchWorkshopError,
    SaveState,
    SeveralWorkshopsError,
)
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting
from deskrisk.storage import health
from tests.builders import a_fear, a_mitigation, a_risk, a_workshop
from tests.chance import a_full_workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        yield opened


def _add_fear(meeting: Meeting, id_: str = "f1") -> None:
    meeting.step("fear.add", lambda w: parts.add(w, a_fear(id_)))


def _type(meeting: Meeting, text: str) -> None:
    meeting.step("fear.edit", lambda w: parts.edit(w, Fear, "f1", text=text), merge="fear.f1.text")


def test_a_new_library_is_empty_and_private(library: Library) -> None:
    assert (library.rows(), library.count()) == ((), 0)
    assert library.path.stat().st_mode & 0o777 == 0o600
    assert library.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_new_workshop_is_there_after_reopening(path: Path) -> None:
    with Library.open(path) as library:
        meeting = library.create("First", held_on=date(2026, 1, 2))
        _add_fear(meeting)
        assert library.flush(10)
        left = meeting.workshop
    with Library.open(path) as library:
        assert library.workshop(left.id) == left
        assert library.open_meeting(left.id).workshop == left
        (row,) = library.rows()
        assert (row.id, row.title, row.held_on) == (left.id, "First", date(2026, 1, 2))
        assert row.stage is Stage.NAME


def test_a_workshop_without_a_title_is_refused(library: Library) -> None:
    with pytest.raises(EmptyError):
        library.create("  ")
    assert library.count() == 0


def test_every_part_comes_back_as_it_was(path: Path) -> None:
    workshop = a_full_workshop(7)
    with Library.open(path) as library:
        library.add(workshop)
    with Library.open(path) as library:
        assert library.workshop(workshop.id) == workshop


def test_undo_and_redo_survive_reopening(path: Path) -> None:
    with Library.open(path) as library:
        meeting = library.create("First")
        states = [meeting.workshop]
        for number in range(4):
            _add_fear(meeting, f"f{number}")
            states.append(meeting.workshop)
        meeting.undo()
        meeting.undo()
        id_ = meeting.workshop.id
    with Library.open(path) as library:
        meeting = library.open_meeting(id_)
        assert meeting.workshop == states[2]
        meeting.redo()
        meeting.redo()
        assert meeting.workshop == states[4]
        for state in reversed(states[:-1]):
            meeting.undo()
            assert meeting.workshop == state
        assert meeting.next_undo is None
    with Library.open(path) as library:
        meeting = library.open_meeting(id_)
        assert meeting.workshop == states[0]
        for state in states[1:]:
            meeting.redo()
            assert meeting.workshop == state


def test_a_new_step_drops_the_redo_branch_in_the_file(path: Path) -> None:
    with Library.open(path) as library:
        meeting = library.create("First")
        for number in range(3):
            _add_fear(meeting, f"f{number}")
        meeting.undo()
        meeting.undo()
        _add_fear(meeting, "other")
        id_, left = meeting.workshop.id, meeting.workshop
    with Library.open(path) as library:
        meeting = library.open_meeting(id_)
        assert meeting.workshop == left
        assert meeting.next_redo is None
        assert len(meeting.history) == 2


def test_typing_is_one_step_also_after_reopening(path: Path) -> None:
    with Library.open(path) as library:
        meeting = library.create("First")
        _add_fear(meeting)
        for text in ("a", "ab", "abc"):
            _type(meeting, text)
        id_ = meeting.workshop.id
    with Library.open(path) as library:
        meeting = library.open_meeting(id_)
        assert len(meeting.history) == 2
        _type(meeting, "abcd")
        assert len(meeting.history) == 2
    with Library.open(path) as library:
        meeting = library.open_meeting(id_)
        assert [each.text for each in meeting.workshop.fears.values()] == ["abcd"]
        meeting.undo()
        assert [each.text for each in meeting.workshop.fears.values()] == ["Fear f1"]


def test_a_step_keeps_its_label_arguments_and_minute(path: Path) -> None:
    with Library.open(path) as library:
        meeting = library.create("First")
        meeting.step("workshop.edit", lambda w: parts.add(w, a_fear()), args={"field": "purpose"})
        before, id_ = meeting.history, meeting.workshop.id
    with Library.open(path) as library:
        assert library.open_meeting(id_).history == before


def test_the_same_meeting_is_given_while_it_is_open(library: Library) -> None:
    meeting = library.create("First")
    assert library.open_meeting(meeting.workshop.id) is meeting


def test_the_last_changed_workshop_comes_first(library: Library) -> None:
    first, second = library.create("First"), library.create("Second")
    assert [row.title for row in library.rows()] == ["Second", "First"]
    _add_fear(first)
    assert [row.title for row in library.rows()] == ["First", "Second"]
    assert [row.title for row in library.rows(limit=1, offset=1)] == ["Second"]
    assert second.workshop.id == library.find("second")


def test_a_row_sums_the_workshop_up(library: Library) -> None:
    risk = a_risk(title="The first risk")
    promise = a_mitigation("m1", "r1", due=date(2025, 4, 1))
    library.add(a_workshop(risk, promise, project="Project"))
    (row,) = library.rows()
    assert (row.project, row.first_risk, row.first_risk_category) == (
        "Project",
        "The first risk",
        risk.category,
    )
    assert (row.promises_kept, row.promises, row.next_date) == (0, 1, date(2025, 4, 1))
    assert row.stage is Stage.RESPOND


def test_a_workshop_is_found_by_id_title_or_a_part_of_it(library: Library) -> None:
    library.add(a_workshop(id="one", title="Spring release"))
    library.add(a_workshop(id="two", title="Spring"))
    library.add(a_workshop(id="three", title="Autumn release"))
    assert library.find("three") == "three"
    assert library.find("SPRING ") == "two"
    assert library.find("autumn") == "three"
    with pytest.raises(SeveralWorkshopsError) as several:
        library.find("release")
    assert set(several.value.titles) == {"Spring release", "Autumn release"}
    for nothing in ("winter", "", "  "):
        with pytest.raises(NoSuchWorkshopError):
            library.find(nothing)


def test_a_workshop_is_added_once(library: Library) -> None:
    library.add(a_workshop())
    with pytest.raises(AlreadyThereError):
        library.add(a_workshop(title="Another"))
    assert [row.title for row in library.rows()] == ["Trial"]


def test_replacing_starts_a_new_journal(path: Path) -> None:
    with Library.open(path) as library:
        old = library.create("Old")
        _add_fear(old)
        id_ = old.workshop.id
        new = replace(a_full_workshop(4), id=id_)
        library.replace(new)
        meeting = library.open_meeting(id_)
        assert meeting.workshop == new
        assert meeting.history == ()
        _add_fear(old, "late")  # a window that was not told yet
        _add_fear(meeting, "f9")
        left = meeting.workshop
    with Library.open(path) as library:
        assert library.workshop(id_) == left
        assert library.check().ok


def test_removing_takes_everything_out(path: Path) -> None:
    with Library.open(path) as library:
        library.add(a_full_workshop(5))
        (row,) = library.rows()
        _add_fear(library.open_meeting(row.id))
        library.remove(row.id)
        assert library.rows() == ()
        with pytest.raises(NoSuchWorkshopError):
            library.open_meeting(row.id)
    assert b"a plain fear" not in path.read_bytes()


def test_what_is_not_there_is_refused(library: Library) -> None:
    nobody = WorkshopId("nobody")
    for refused in (library.open_meeting, library.workshop, library.remove):
        with pytest.raises(NoSuchWorkshopError):
            refused(nobody)
    with pytest.raises(NoSuchWorkshopError):
        library.replace(a_workshop(id="nobody"))


def test_saving_is_reported_when_it_is_true(library: Library) -> None:
    states: list[SaveState] = []
    stop = library.listen_saved(states.append)
    meeting = library.create("First")
    assert library.flush(10)
    assert library.save_state.saved
    assert library.save_state.saved_at is not None
    stop()
    told = len(states)
    assert told >= 1
    assert states[-1].saved
    _add_fear(meeting)
    assert library.flush(10)
    assert len(states) == told


def test_the_list_does_not_wait_for_a_check(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(a_workshop())
    titles: list[str] = []

    def check(_connection: object) -> Health:
        titles.extend(row.title for row in library.rows())
        return Health(workshops=1)

    monkeypatch.setattr(health, "check", check)
    assert library.check().ok
    assert titles == ["Trial"]


def test_one_library_is_open_once(path: Path, library: Library) -> None:
    with pytest.raises(LibraryBusyError):
        Library.open(path)
    script = "import sys, pathlib; from deskrisk.services.library import Library\n"
    script += "Library.open(pathlib.Path(sys.argv[1]))"
    second = subprocess.run(
        [sys.executable, "-c", script, str(path)], check=False, capture_output=True, text=True
    )
    assert second.returncode == 1
    assert "LibraryBusyError" in second.stderr
    assert library.count() == 0


def test_the_list_needs_no_heavy_library(path: Path) -> None:
    with Library.open(path) as library:
        library.create("First")
    script = (
        "import sys, pathlib\n"
        "from deskrisk.services.library import Library\n"
        "library = Library.open(pathlib.Path(sys.argv[1]))\n"
        "assert [row.title for row in library.rows()] == ['First']\n"
        "heavy = {'sqlmodel', 'sqlalchemy', 'pydantic', 'alembic', 'numpy', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)), library.close())\n"
    )
    fresh = subprocess.run(
        [sys.executable, "-c", script, str(path)], check=True, capture_output=True, text=True
    )
    assert fresh.stdout == "[] True\n"
