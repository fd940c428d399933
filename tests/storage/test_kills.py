import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.library import Library
from tests.chance import chance
from tests.storage import kill_child

KILLS = 100
KILLS_EACH = 20
"""A library is killed so often before a new one is taken: the growing ones only cost time."""

LONGEST_SECONDS = 0.12
"""A process works at most this long before it is killed."""


@pytest.fixture(scope="module")
def processes() -> Any:
    """Makes processes that have the modules loaded already, so that they start to work at once."""
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in ways else "spawn")
    context.set_forkserver_preload(
        ["__main__", kill_child.__name__, "deskrisk.storage.reading", "deskrisk.storage.writing"]
    )
    return context


def _told_until_killed(
    processes: Any, path: Path, id_: WorkshopId, seed: int
) -> list[tuple[str, Any]]:
    """Everything that a process said before it was killed at a random moment of its work."""
    receiver, sender = processes.Pipe(duplex=False)
    child = processes.Process(target=kill_child.work, args=(str(path), id_, seed, sender))
    child.start()
    sender.close()
    with receiver:
        assert receiver.poll(30), "the process did not come up"
        told = _heard(receiver, chance(seed).uniform(0.0, LONGEST_SECONDS))
        child.kill()
        child.join()
        told += _heard(receiver, 5)
    child.close()
    return told


def _heard(receiver: Connection, seconds: float) -> list[tuple[str, Any]]:
    """What comes within a time, or until the other end is gone."""
    heard = []
    end = time.monotonic() + seconds
    try:
        while (left := end - time.monotonic()) > 0 and receiver.poll(left):
            heard.append(receiver.recv())
    except EOFError:
        pass
    return heard


def _states(told: list[tuple[str, Any]]) -> tuple[list[int], int, Any]:
    """All states in their order, the place of the last saved one, and the journal at it."""
    states: list[int] = []
    saved, journal = -1, None
    for kind, what in told:
        if kind == "state":
            states.append(what)
        elif kind == "saved":
            saved, journal = len(states) - 1, what
    return states, saved, journal


def _wholes(told: list[tuple[str, Any]], before: int) -> set[int]:
    """Which whole workshops may be in the library: the last saved one, and one that was tried."""
    possible = {before}
    for kind, what in told:
        if kind == "whole":
            possible.add(what)
        elif kind == "whole saved":
            possible = {what}
    return possible


def test_nothing_that_was_saved_is_lost_by_a_hundred_kills(processes: Any, tmp_path: Path) -> None:
    steps = 0
    for seed in range(KILLS):
        if seed % KILLS_EACH == 0:
            path, before = tmp_path / f"library-{seed}.db", kill_child.NO_WORKSHOP
            with Library.open(path) as library:
                id_ = library.create("Killed again and again").workshop.id
        told = _told_until_killed(processes, path, id_, seed)
        states, saved, journal = _states(told)
        steps += saved
        with Library.open(path) as library:
            assert library.check().ok
            meeting = library.open_meeting(id_)
            whole = kill_child.whole_of(library)
            assert whole in _wholes(told, before), f"kill {seed}: a whole workshop is wrong"
            before = whole
            found = kill_child.Signer().sign(meeting.workshop)
            assert found in states[saved:], f"kill {seed}: a saved step is lost"
            if saved == len(states) - 1:
                assert kill_child.journal_sign(meeting) == journal
    assert steps > KILLS  # the processes did get to work


def test_after_all_the_kills_everything_can_still_be_undone_and_redone(
    processes: Any, tmp_path: Path
) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        started = library.create("Killed").workshop
    for seed in range(5):
        _told_until_killed(processes, path, started.id, seed)
    with Library.open(path) as library:
        meeting = library.open_meeting(started.id)
        while meeting.next_redo:
            meeting.redo()
        last = meeting.workshop
        while meeting.next_undo:
            meeting.undo()
        assert meeting.workshop == started
        while meeting.next_redo:
            meeting.redo()
        assert meeting.workshop == last
    with Library.open(path) as library:
        assert library.workshop(started.id) == last
        assert library.check().ok
