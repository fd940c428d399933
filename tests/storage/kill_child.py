"""A process that works on a library until it is killed, and says what it stores and has stored.

``test_kills.py`` runs it. Each state is named before it can reach the disk, so that the state that
is found afterwards must be one of those that were named.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from deskrisk.domain.changes import Changes
from deskrisk.domain.journal import Step
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting, Recorder
from deskrisk.storage.rows import to_json
from tests.chance import a_full_workshop, a_step, chance

WHOLE = WorkshopId("whole")
"""The workshop that is stored as a whole again and again."""

NO_WORKSHOP = -1
"""Says that it is not there."""

WHOLE_SHARE = 0.1
"""How often it is changed, of all bursts."""

BURST = 4
"""At most so many steps wait for the disk at once."""


class Signer:
    """Gives a short sign of everything in a meeting, quickly although it is asked very often."""

    def __init__(self) -> None:
        self._known: dict[
            int, tuple[Any, int]
        ] = {}  # holds the value, so that its id stays its own

    def sign(self, workshop: Workshop) -> int:
        """The same number for equal workshops, in every process."""
        return sum(self._of(part, value) for part, value in _values(workshop)) % 2**64

    def _of(self, part: str, value: Any) -> int:
        known = self._known.get(id(value))
        if known is None:
            text = f"{part} {to_json(value)}".encode()
            number = int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")
            known = self._known[id(value)] = (value, number)
        return known[1]


def journal_sign(meeting: Meeting) -> tuple[int, str, str]:
    """How many steps stand, the last of them, and the next to redo."""
    last, following = meeting.next_undo, meeting.next_redo
    return len(meeting.history), last.id if last else "", following.id if following else ""


class Announcer:
    """Names each state of the workshop before the real recorder gets to know of it."""

    def __init__(self, told: Connection, recorder: Recorder) -> None:
        self._told = told
        self._recorder = recorder
        self._signer = Signer()

    def recorded(self, workshop: Workshop, step: Step) -> None:
        """A new step."""
        self._told.send(("state", self._signer.sign(workshop)))
        self._recorder.recorded(workshop, step)

    def extended(self, workshop: Workshop, step: Step, added: Changes) -> None:
        """A step that has grown."""
        self._told.send(("state", self._signer.sign(workshop)))
        self._recorder.extended(workshop, step, added)

    def turned(self, workshop: Workshop, step: Step, put_back: Changes) -> None:
        """A step undone or redone."""
        self._told.send(("state", self._signer.sign(workshop)))
        self._recorder.turned(workshop, step, put_back)


def work(path: str, id_: WorkshopId, seed: int, told: Connection) -> None:
    """Take random steps in one workshop of a library, for ever.

    Sends ``("state", sign)`` for each state, and ``("saved", journal)`` when all of it is durable.
    A second workshop is added, replaced and removed whole: ``("whole", seed)`` says what will be
    there, ``("whole saved", seed)`` that it is; ``NO_WORKSHOP`` stands for none.
    """
    rng = chance(seed)
    library = Library.open(Path(path))
    meeting = library.open_meeting(id_)
    told.send(("state", Signer().sign(meeting.workshop)))
    told.send(("saved", journal_sign(meeting)))
    meeting._recorder = Announcer(told, meeting._recorder)
    while True:
        if rng.random() < WHOLE_SHARE:
            _change_whole(library, rng.choice((NO_WORKSHOP, *range(5))), told)
        for _ in range(rng.randint(1, BURST)):
            a_step(rng, meeting)
        library.flush()
        if library.save_state.saved:
            told.send(("saved", journal_sign(meeting)))


def whole_of(library: Library) -> int:
    """Which of the whole workshops is in the library, and really all of it."""
    if not library.holds(WHOLE):
        return NO_WORKSHOP
    found = library.workshop(WHOLE)
    return next(seed for seed in range(5) if _whole(seed) == found)


@cache
def _whole(seed: int) -> Workshop:
    return replace(a_full_workshop(seed, of_each=1), id=WHOLE)


def _change_whole(library: Library, seed: int, told: Connection) -> None:
    told.send(("whole", seed))
    there = library.holds(WHOLE)
    if seed == NO_WORKSHOP and there:
        library.remove(WHOLE)
    elif seed != NO_WORKSHOP and there:
        library.replace(_whole(seed))
    elif seed != NO_WORKSHOP:
        library.add(_whole(seed))
    told.send(("whole saved", seed))


def _values(workshop: Workshop) -> Iterator[tuple[str, Any]]:
    for head in HEADS:
        yield head, getattr(workshop, head)
    for part in PARTS:
        for value in mapping(workshop, part).values():
            yield part, value
