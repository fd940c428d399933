"""The timer of the meeting: how much of a step's time-box is left. It warns and never locks.

The steps are those of the method, in their order; a stage of the rail may have several. Nothing of
it is stored: the timer lives as long as the desk. The clock is an argument, so that tests and the
wall can ask about any moment.
"""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

AMBER_FROM = 0.8
"""From this share of a time-box on the time is shown in amber (method A.0)."""

EXTRA_MINUTES = 3
"""What a step takes from a later one at a time (method A.0)."""

LEAST_MINUTES = 1
"""A step never gives away its last minute (a design choice)."""

_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTime:
    """The time of one step at one moment.

    ``left`` is in seconds, below 0 when it is over; ``minutes`` is the time-box as it is now;
    ``share`` is what was used of it, above 1 when it is over.
    """

    step: str
    minutes: int
    left: float
    running: bool

    @property
    def share(self) -> float:
        """How much of the time-box was used, from 0."""
        return 1.0 - self.left / (self.minutes * _SECONDS)

    @property
    def amber(self) -> bool:
        """Is it nearly over, or over?"""
        return self.share >= AMBER_FROM

    @property
    def over(self) -> bool:
        """Is it over?"""
        return self.left < 0


class StageTimer:
    """One step's time runs at a time, or is paused; the others keep what they have used.

    It may be asked and changed from any thread; listeners are called on the thread that changed
    it, after the change. Moments are seconds of a monotonic clock.
    """

    def __init__(self, boxes: Mapping[str, int]) -> None:
        """Begin with nothing running.

        Args:
            boxes: the time-box of each step in whole minutes, 1 or more, in the steps' order.
        """
        self._boxes = dict(boxes)
        self._moved: dict[str, int] = {}
        self._used: dict[str, float] = {}
        self._step: str | None = None
        self._since: float | None = None
        self._listeners: list[Callable[[], None]] = []
        self._lock = threading.RLock()

    @property
    def step(self) -> str | None:
        """The step whose time runs or is paused; None before the first."""
        return self._step

    @property
    def running(self) -> bool:
        """Does the time run?"""
        return self._since is not None

    def has_box(self, step: str) -> bool:
        """Is there a time-box for this step?"""
        return step in self._boxes

    def has_begun(self, step: str) -> bool:
        """Has the time of this step, or of a later one, ever run?"""
        order = list(self._boxes)
        return step in self._boxes and bool(set(order[order.index(step) :]) & set(self._used))

    def fit(self, boxes: Mapping[str, int]) -> None:
        """Take other time-boxes, as another preset has them; what was used stays used."""
        with self._lock:
            if dict(boxes) == self._boxes:
                return
            self._boxes = dict(boxes)
            self._moved.clear()
            if self._step not in self._boxes:
                self._step = self._since = None
        self._tell()

    def start(self, step: str, now: float) -> None:
        """Let the time of a step run; a step without a time-box changes nothing.

        Args:
            step: its key; a step that has used some of its time goes on from there.
            now: the moment.
        """
        with self._lock:
            if step not in self._boxes or (step == self._step and self.running):
                return
            self._settle(now)
            self._step, self._since = step, now
            self._used.setdefault(step, 0.0)
        self._tell()

    def pause(self, now: float) -> None:
        """Stop the time for a while."""
        with self._lock:
            self._settle(now)
        self._tell()

    def resume(self, now: float) -> None:
        """Let the paused time run again."""
        if self._step is not None:
            self.start(self._step, now)

    def toggle(self, now: float) -> None:
        """Pause, or go on."""
        if self.running:
            self.pause(now)
        else:
            self.resume(now)

    def add(self, minutes: int) -> None:
        """Give the present step more time, which nobody has to give.

        Args:
            minutes: 1 or more.
        """
        with self._lock:
            if self._step is None:
                return
            self._move(self._step, minutes)
        self._tell()

    def take_from_next(self, minutes: int = EXTRA_MINUTES) -> int:
        """Take time for the present step from the next one that has not begun.

        Args:
            minutes: how many to take; a step keeps its last minute, then the one after it gives.

        Returns:
            how many minutes were taken; 0 if no later step has any to give.
        """
        with self._lock:
            giver = self._giver()
            if self._step is None or giver is None:
                return 0
            taken = min(minutes, self._minutes(giver) - LEAST_MINUTES)
            self._move(giver, -taken)
            self._move(self._step, taken)
        self._tell()
        return taken

    def time(self, now: float) -> StepTime | None:
        """The time of the present step; None before the first.

        Args:
            now: the moment.
        """
        with self._lock:
            if self._step is None:
                return None
            used = self._used[self._step] + (0.0 if self._since is None else now - self._since)
            minutes = self._minutes(self._step)
            return StepTime(
                step=self._step,
                minutes=minutes,
                left=minutes * _SECONDS - used,
                running=self.running,
            )

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Be told whenever the time starts, stops or is changed; not of every second.

        Returns:
            a function that ends it.
        """
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _minutes(self, step: str) -> int:
        return self._boxes[step] + self._moved.get(step, 0)

    def _move(self, step: str, minutes: int) -> None:
        self._moved[step] = self._moved.get(step, 0) + minutes

    def _giver(self) -> str | None:
        order = list(self._boxes)
        later = order[order.index(self._step) + 1 :] if self._step in self._boxes else []
        waiting = (step for step in later if step not in self._used)
        return next((step for step in waiting if self._minutes(step) > LEAST_MINUTES), None)

    def _settle(self, now: float) -> None:
        if self._step is not None and self._since is not None:
            self._used[self._step] += max(now - self._since, 0.0)
        self._since = None

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
