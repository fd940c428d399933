"""An open workshop: take a step, undo it, redo it, listen to what changed.

The workshop is an immutable value in memory. A step applies a rule of the method, compares the two
values, publishes the difference and hands it to a recorder, which stores it on another thread.
"""

import math
import secrets
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Protocol

from deskrisk.domain.changes import Changes, applied, difference
from deskrisk.domain.errors import DeskError, RangeError
from deskrisk.domain.journal import Step
from deskrisk.domain.model.ids import StepId
from deskrisk.domain.model.workshop import Value, Workshop
from deskrisk.domain.parts import part_name
from deskrisk.domain.scores import revealed
from deskrisk.domain.soundness import range_flaw
from deskrisk.domain.texts import cleaned_value
from deskrisk.services.slip_box import SlipBox

Rule = Callable[[Workshop], Workshop]
"""A rule of the method: from workshop to workshop, or a ``DeskError``."""

Listener = Callable[[Changes], None]


class NothingToUndoError(DeskError):
    """There is no step to undo, or none to redo."""


class Recorder(Protocol):
    """Whoever makes steps durable. Every call returns at once; the disk comes later."""

    def recorded(self, workshop: Workshop, step: Step) -> None:
        """A new step: store its changes and the step; steps that were undone are forgotten."""

    def extended(self, workshop: Workshop, step: Step, added: Changes) -> None:
        """The last step has grown: store the added changes and the step anew."""

    def turned(self, workshop: Workshop, step: Step, put_back: Changes) -> None:
        """A step was undone or redone: store what was put back, and the step's mark."""


class NoRecorder:
    """Keeps nothing: for a workshop that is only looked at, and for tests of rules."""

    def recorded(self, workshop: Workshop, step: Step) -> None:
        """Nothing to do."""

    def extended(self, workshop: Workshop, step: Step, added: Changes) -> None:
        """Nothing to do."""

    def turned(self, workshop: Workshop, step: Step, put_back: Changes) -> None:
        """Nothing to do."""


def _now() -> datetime:
    return datetime.now(UTC)


class Meeting:
    """One open workshop.

    Steps may come from any thread; a lock keeps them apart. Listeners are called on the thread
    that took the step, after the value has changed.
    """

    def __init__(
        self,
        workshop: Workshop,
        *,
        recorder: Recorder | None = None,
        steps: Iterable[Step] = (),
        now: Callable[[], datetime] = _now,
        new_id: Callable[[], str] = lambda: secrets.token_hex(16),
        box: SlipBox | None = None,
        disk_problem: Callable[[], DeskError | None] = lambda: None,
    ) -> None:
        self._workshop = workshop
        self._recorder: Recorder = recorder or NoRecorder()
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for step in steps:
            (self._undone if step.undone else self._done).append(step)
        self._undone.reverse()
        self._listeners: list[Listener] = []
        self._lock = threading.RLock()
        self._now = now
        self.new_id = new_id
        self.box = box or SlipBox()
        self.disk_problem = disk_problem

    @property
    def workshop(self) -> Workshop:
        """The workshop as it is now."""
        return self._workshop

    @property
    def shown(self) -> Workshop:
        """The workshop as pages beside the entry of answers show it, see ``revealed``."""
        return revealed(self._workshop)

    @property
    def today(self) -> date:
        """The day, on the user's clock."""
        return self._now().astimezone().date()

    @property
    def next_undo(self) -> Step | None:
        """The step that ``undo`` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that ``redo`` would bring back."""
        return self._undone[-1] if self._undone else None

    @property
    def history(self) -> tuple[Step, ...]:
        """All steps that stand, oldest first."""
        return tuple(self._done)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Be told of every change from now on.

        Returns:
            a function that ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def step(
        self,
        label: str,
        rule: Rule,
        *,
        args: Mapping[str, str] | None = None,
        merge: str | None = None,
        origin: Any = None,
    ) -> Changes:
        """Take one step.

        Args:
            label: what a user would call it, as a key such as ``"fear.add"``.
            rule: gives the new workshop, or refuses with a ``DeskError``.
            args: fills the label's words; never words of people.
            merge: steps with the same key that follow each other become one, as typing does.
            origin: whoever asks; passed on in the changes.

        Returns:
            what changed; empty if nothing did, and then no step is kept.

        Raises:
            DeskError: the rule refuses, or a value is out of its bounds; nothing has changed.
        """
        with self._lock:
            before = self._workshop
            wished = difference(before, rule(before))
            changes = replace(_in_bounds(wished), origin=origin)
            if not changes:
                return changes
            self._workshop = applied(before, changes, label=label)
            self._remember(label, changes, dict(args or {}), merge)
        self._publish(changes)
        return changes

    def undo(self, *, origin: Any = None) -> Changes:
        """Take the last step back.

        Raises:
            NothingToUndoError: there is none.
            StaleError: the workshop is not what the step left; nothing has changed.
        """
        return self._turn(self._done, self._undone, undone=True, origin=origin)

    def redo(self, *, origin: Any = None) -> Changes:
        """Bring the last undone step back.

        Raises:
            NothingToUndoError: there is none.
            StaleError: the workshop is not what the step expects; nothing has changed.
        """
        return self._turn(self._undone, self._done, undone=False, origin=origin)

    def _remember(
        self, label: str, changes: Changes, args: Mapping[str, str], merge: str | None
    ) -> None:
        last = self.next_undo
        if merge is not None and last is not None and last.merge_key == merge and not self._undone:
            whole = last.changes.then(changes)
            if whole:  # typed back to the start is a step of its own: undo always does something
                self._done[-1] = replace(last, changes=replace(whole, origin=None))
                self._recorder.extended(self._workshop, self._done[-1], changes)
                return
        step = Step(
            id=StepId(self.new_id()),
            label=label,
            args=args,
            merge_key=merge,
            at=self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ"),
            changes=replace(changes, origin=None),
        )
        self._undone.clear()
        self._done.append(step)
        self._recorder.recorded(self._workshop, step)

    def _turn(
        self, source: list[Step], target: list[Step], *, undone: bool, origin: Any
    ) -> Changes:
        with self._lock:
            if not source:
                raise NothingToUndoError
            step = source[-1]
            put_back = step.changes.inverse() if undone else step.changes
            self._workshop = applied(self._workshop, put_back, label=step.label)
            source.pop()
            # A turned step is closed: typing after an undo must not grow into it.
            turned = replace(step, undone=undone, merge_key=None)
            target.append(turned)
            self._recorder.turned(self._workshop, turned, put_back)
        changes = replace(put_back, origin=origin)
        self._publish(changes)
        return changes

    def _publish(self, changes: Changes) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _in_bounds(changes: Changes) -> Changes:
    """The changes with cleaned texts.

    Raises:
        TooLongError: a text is too long for any field.
        RangeError: a number is outside of its range.
    """
    items = []
    substituted = 0
    for change in changes.items:
        after: Value | None = change.after
        if after is not None:
            after, count = cleaned_value(after)
            substituted += count
            _check_ranges(after)
        if after != change.before:
            items.append(replace(change, after=after))
    return replace(changes, items=tuple(items), substituted=substituted)


def _check_ranges(value: Value) -> None:
    part = part_name(value)
    for name in value.__dataclass_fields__:
        held = getattr(value, name)
        if not _finite(held):
            raise RangeError(part, name, str(held), "a number")
        limits = range_flaw(part, name, held)
        if limits is not None:
            raise RangeError(part, name, str(held), f"{limits[0]:g} to {limits[1]:g}")


def _finite(held: Any) -> bool:
    """Can the number, or every number of a value inside the value, be written down and read?"""
    if isinstance(held, float):
        return math.isfinite(held)
    return all(_finite(getattr(held, name)) for name in getattr(held, "__dataclass_fields__", ()))
