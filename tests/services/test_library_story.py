"""A random user: any steps on all parts, undo, redo, closing and reopening anywhere."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from deskrisk.domain.soundness import flaws
from deskrisk.services.library import Library
from tests.chance import a_full_workshop, a_step, chance


class RandomUser(RuleBasedStateMachine):
    """Compares the library with what the meeting held before it was closed."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "library.db"
        self._library = Library.open(self._path)
        self._library.add(a_full_workshop(1, of_each=1))
        (row,) = self._library.rows()
        self._meeting = self._library.open_meeting(row.id)
        self._start = self._meeting.workshop

    @rule(seeds=st.lists(st.integers(0, 10**6), min_size=1, max_size=8))
    def take_steps(self, seeds: list[int]) -> None:
        for seed in seeds:
            a_step(chance(seed), self._meeting)

    @rule()
    def reopen(self) -> None:
        before = self._meeting
        assert self._library.close()
        self._library = Library.open(self._path)
        self._meeting = self._library.open_meeting(before.workshop.id)
        assert self._meeting.workshop == before.workshop
        assert self._meeting.history == before.history
        assert self._meeting.next_redo == before.next_redo

    @precondition(lambda self: self._meeting.next_undo)
    @rule()
    def undo_all_and_redo_all(self) -> None:
        while self._meeting.next_redo is not None:
            self._meeting.redo()
        last, steps = self._meeting.workshop, len(self._meeting.history)
        for _ in range(steps):
            self._meeting.undo()
        assert self._meeting.workshop == self._start
        for _ in range(steps):
            self._meeting.redo()
        assert self._meeting.workshop == last

    @precondition(lambda self: self._meeting.next_undo)
    @rule()
    def undo_all_and_reopen(self) -> None:
        for _ in range(len(self._meeting.history)):
            self._meeting.undo()
        assert self._meeting.workshop == self._start
        self.reopen()

    @rule(seed=st.integers(0, 100))
    def replace(self, seed: int) -> None:
        if seed > 5:
            return
        fresh = a_full_workshop(1, of_each=1 + seed % 2)
        self._library.replace(fresh)
        self._meeting = self._library.open_meeting(fresh.id)
        self._start = fresh
        assert self._meeting.workshop == fresh
        assert self._meeting.next_undo is None

    @invariant()
    def stay_sound(self) -> None:
        assert list(flaws(self._meeting.workshop)) == []

    def teardown(self) -> None:
        self.reopen()
        assert self._library.check().ok  # it reads all there is, so once for each story
        self._library.close()
        self._folder.cleanup()


TestRandomUser = RandomUser.TestCase
TestRandomUser.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
