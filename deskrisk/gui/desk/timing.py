"""The time of the meeting on the desk: when it starts by itself, and what the keys do to it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.stages import STAGES, stage_done
from deskrisk.gui.desk.clock import Clock
from deskrisk.services.timer import StageTimer
from deskrisk.viewmodels.scenes import TimeLeft
from deskrisk.viewmodels.script import minutes, script
from deskrisk.viewmodels.timer import TimerView, taken_words, timer_view, waiting_view

_TICK = 250
"""Milliseconds: often enough that no second is seen to last two."""


class Timing(QObject):
    """Owns the timer of the desk and shows it in the header.

    Signals:
        told(str): something to be said in the message line.
    """

    told = Signal(str)

    def __init__(
        self, parent: QObject, workshop: Workshop, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._workshop = workshop
        self._stage = Stage.PREPARE
        self.timer = StageTimer(minutes()[workshop.brief.preset])
        self.clock = Clock()
        self.clock.clicked.connect(self.toggle)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.show_time)
        self.timer.listen(self._timer_changed)

    def show_workshop(self, workshop: Workshop) -> None:
        """Take the time-boxes of the workshop's preset."""
        self._workshop = workshop
        self.timer.fit(minutes()[workshop.brief.preset])
        self.show_time()

    def open_stage(self, stage: Stage) -> None:
        """A stage was opened: the first time its time starts by itself, if there is work in it.

        Preparing has no time-box and opening the meeting begins when the facilitator says so;
        looking back, or at a stage that is done, changes nothing.
        """
        self._stage = stage
        waiting = self._waiting()
        if waiting and stage is not Stage.PREPARE and not stage_done(self._workshop, stage):
            self.timer.start(waiting, self._now())
        elif not self._boxed(stage) and self._is_later(stage):
            self.timer.pause(self._now())
        self.show_time()

    def reach_step(self, step: str) -> None:
        """The guide came to a step: the first time its time starts."""
        if not self.timer.has_begun(step):
            self.timer.start(step, self._now())

    def see_step(self, step: str) -> None:
        """A page shows a step: its time starts, unless one looks back at what is done."""
        if not stage_done(self._workshop, self._stage):
            self.reach_step(step)

    def toggle(self) -> None:
        """Start, pause, or go on."""
        waiting = self._waiting()
        if waiting and not self.timer.running:
            self.timer.start(waiting, self._now())
        else:
            self.timer.toggle(self._now())

    def take_more(self) -> None:
        """Take some minutes from the next step, and say so."""
        if self.timer.step is not None:
            self.told.emit(taken_words(self.timer.take_from_next()))

    def time_left(self, now: float) -> TimeLeft | None:
        """What the wall shows; None while no time runs.

        Args:
            now: a moment of the monotonic clock.
        """
        found = self.timer.time(now)
        if found is None or not found.running:
            return None
        return TimeLeft(seconds=found.left, amber=found.amber)

    def show_time(self) -> None:
        """Show the time as it is now."""
        self.clock.show_time(self._view())

    def _view(self) -> TimerView | None:
        waiting = self._waiting()
        found = self.timer.time(self._now())
        if waiting and not self.timer.running:
            return waiting_view(waiting, minutes()[self._workshop.brief.preset][waiting])
        if found is None:
            return None
        return timer_view(
            step=found.step,
            minutes=found.minutes,
            left=found.left,
            running=found.running,
            amber=found.amber,
        )

    def _timer_changed(self) -> None:
        if self.timer.running:
            self._tick.start()
        else:
            self._tick.stop()
        self.show_time()

    def _boxed(self, stage: Stage) -> list[str]:
        steps = (step.key for step in script().steps if step.stage is stage)
        return [step for step in steps if self.timer.has_box(step)]

    def _waiting(self) -> str:
        """The first step of the stage that is seen, if its time has never run; else empty."""
        boxed = self._boxed(self._stage)
        return boxed[0] if boxed and not self.timer.has_begun(boxed[0]) else ""

    def _is_later(self, stage: Stage) -> bool:
        """Is the stage after that of the step whose time runs?"""
        running = next((each for each in STAGES if self.timer.step in self._boxed(each)), None)
        return running is not None and STAGES.index(stage) > STAGES.index(running)
