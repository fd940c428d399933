import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from deskrisk.domain import parts
from deskrisk.domain.library import (
    LibraryFullError,
    LibraryGoneError,
    LibraryLockedError,
    SaveState,
)
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting
from deskrisk.storage import driver, writer
from tests.builders import a_fear, a_workshop
from tests.chance import a_step, chance

SOON = 0.01
"""Seconds between two attempts in these tests."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path, retry_seconds=SOON) as opened:
        yield opened


class Listener:
    """Waits for a state of saving."""

    def __init__(self, library: Library) -> None:
        self.states: list[SaveState] = []
        self._told = threading.Condition()
        library.listen_saved(self._hear)

    def _hear(self, state: SaveState) -> None:
        with self._told:
            self.states.append(state)
            self._told.notify_all()

    def wait_for_problem(self) -> SaveState:
        with self._told:
            assert self._told.wait_for(lambda: bool(self.states and self.states[-1].problem), 10)
            return self.states[-1]


class FailingConnection:
    """A connection whose n-th call to the disk fails, once."""

    def __init__(self, real: Any, countdown: list[int]) -> None:
        self._real = real
        self._countdown = countdown

    def __getattr__(self, name: str) -> Any:  # noqa: D105  everything else is the real one's
        return getattr(self._real, name)

    def cursor(self, *args: Any) -> Any:
        return FailingCursor(self._real.cursor(*args), self._countdown)

    def commit(self) -> None:
        fail_at_the_end_of(self._countdown)
        self._real.commit()


class FailingCursor:
    def __init__(self, real: Any, countdown: list[int]) -> None:
        self._real = real
        self._countdown = countdown

    def __getattr__(self, name: str) -> Any:  # noqa: D105  everything else is the real one's
        return getattr(self._real, name)

    def execute(self, *args: Any) -> Any:
        fail_at_the_end_of(self._countdown)
        return self._real.execute(*args)

    def executemany(self, *args: Any) -> Any:
        fail_at_the_end_of(self._countdown)
        return self._real.executemany(*args)


def fail_at_the_end_of(countdown: list[int]) -> None:
    countdown[0] -= 1
    if countdown[0] == 0:
        error = dbapi2.OperationalError("database or disk is full")
        error.sqlite_errorcode = 13
        raise error


def _add_fear(meeting: Meeting, id_: str = "f1") -> None:
    meeting.step("fear.add", lambda w: parts.add(w, a_fear(id_)))


def _story(library: Library) -> Meeting:
    meeting = library.create("Story")
    rng = chance(11)
    for _ in range(4):
        a_step(rng, meeting)
        library.flush(10)
    meeting.undo()
    return meeting


def test_whichever_call_to_the_disk_fails_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    n, failed = 0, True
    while failed:
        n += 1
        countdown = [n]

        def connect(path: Path, *, writing: bool, left: list[int] = countdown) -> Any:
            return FailingConnection(driver.connect(path, writing=writing), left)

        monkeypatch.setattr(writer, "connect", connect)
        path = tmp_path / f"library-{n}.db"
        with Library.open(path, retry_seconds=SOON) as library:
            listener = Listener(library)
            left = _story(library).workshop
            assert library.flush(10)
        failed = countdown[0] <= 0
        assert any(isinstance(s.problem, LibraryFullError) for s in listener.states) is failed
        assert listener.states[-1].saved
        with Library.open(path) as library:
            meeting = library.open_meeting(left.id)
            assert meeting.workshop == left
            assert meeting.next_redo is not None
            assert library.check().ok
    assert n > 30  # there were that many calls to fail


def test_a_file_that_may_not_grow_is_reported_and_work_goes_on(path: Path) -> None:
    script = Path(__file__).with_name("full_disk.py")
    found = subprocess.run(
        [sys.executable, str(script), str(path)],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert found.stderr == ""
    assert found.stdout.splitlines() == ["StorageError True", "None True", "True"]
    with Library.open(path) as library:
        assert len(library.workshop(library.find("Full")).fears) == 61
        assert library.check().ok


def test_while_another_program_holds_the_file_steps_wait(library: Library) -> None:
    meeting = library.create("First")
    assert library.flush(10)
    listener = Listener(library)
    other = dbapi2.connect(str(library.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    _add_fear(meeting)
    state = listener.wait_for_problem()
    assert isinstance(state.problem, LibraryLockedError)
    assert not state.saved
    assert state.pending == 1
    assert not library.flush(0.01)
    _add_fear(meeting, "f2")
    assert library.save_state.pending == 2
    other.execute("ROLLBACK")
    other.close()
    assert library.flush(10)
    assert library.save_state.saved
    assert len(meeting.workshop.fears) == 2


def test_what_cannot_be_added_is_refused_and_leaves_nothing(library: Library) -> None:
    library.create("First")
    assert library.flush(10)
    other = dbapi2.connect(str(library.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(LibraryLockedError):
        library.add(a_workshop())
    other.execute("ROLLBACK")
    other.close()
    assert library.save_state.pending == 0
    assert [row.title for row in library.rows()] == ["First"]
    library.add(a_workshop())
    assert library.count() == 2
    assert library.save_state.saved


def test_a_file_that_is_moved_away_is_not_saved_to(library: Library) -> None:
    meeting = library.create("First")
    assert library.flush(10)
    listener = Listener(library)
    elsewhere = library.path.with_name("elsewhere.db")
    library.path.rename(elsewhere)
    _add_fear(meeting)
    assert isinstance(listener.wait_for_problem().problem, LibraryGoneError)
    assert not library.path.exists()
    elsewhere.rename(library.path)
    assert library.flush(10)
    assert library.save_state.saved


def test_closing_says_that_something_is_not_saved(path: Path) -> None:
    library = Library.open(path, retry_seconds=SOON)
    meeting = library.create("First")
    assert library.flush(10)
    listener = Listener(library)
    elsewhere = library.path.with_name("elsewhere.db")
    library.path.rename(elsewhere)
    _add_fear(meeting)
    listener.wait_for_problem()
    assert library.close() is False
    assert library.save_state.pending == 1


def test_a_listener_that_fails_does_not_stop_the_saving(
    library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_state: SaveState) -> None:
        raise RuntimeError

    library.listen_saved(fail)
    meeting = library.create("First")
    assert library.flush(10)
    _add_fear(meeting)
    assert library.flush(10)
    assert "RuntimeError" in caplog.text


def test_nothing_of_what_people_wrote_reaches_the_log(
    library: Library, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = library.create("First")
    assert library.flush(10)
    listener = Listener(library)
    with dbapi2.connect(str(library.path)) as other:
        other.execute(
            "INSERT INTO fears SELECT w.id, 'f1', 'secret', 'people', '', NULL, NULL, "
            "NULL, NULL, '', NULL, NULL, 0, 0, 0, 'room' FROM workshop w"
        )
    other.close()
    _add_fear(meeting)
    state = listener.wait_for_problem()
    assert "Fear f1" not in caplog.text + repr(state.problem)
    assert "not saved" in caplog.text
    meeting.undo()


def test_a_step_is_stored_with_few_statements(library: Library) -> None:
    statements: list[str] = []
    meeting = library.create("First")
    assert library.flush(10)
    library._writer._raw.set_trace_callback(statements.append)
    _add_fear(meeting)
    assert library.flush(10)
    assert [each.split()[0] for each in statements] == [
        "BEGIN",
        "INSERT",
        "UPDATE",
        "INSERT",
        "INSERT",
        "UPDATE",
        "COMMIT",
    ]


def test_a_workshop_is_opened_with_few_statements(path: Path) -> None:
    with Library.open(path) as library:
        meeting = library.create("First")
        rng = chance(3)
        for _ in range(30):
            a_step(rng, meeting)
    with Library.open(path) as library:
        library.workshop(meeting.workshop.id)
        statements: list[str] = []
        library._reader._raw.set_trace_callback(statements.append)
        library.open_meeting(meeting.workshop.id)
        assert [each.split()[0] for each in statements] == [
            "BEGIN",
            "SELECT",
            "SELECT",
            "SELECT",
            "COMMIT",
        ]
        statements.clear()
        library.rows()
        assert len(statements) == 1
