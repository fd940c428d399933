"""Three minutes for each risk: they begin with the talk, rest beside it, and warn, no more."""

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QTimer, Signal

from deskrisk.domain.model.ids import RiskId
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.services.show import Show
from deskrisk.services.timer import StageTimer
from deskrisk.viewmodels.discussion import TALK_MINUTES, clock_words
from deskrisk.viewmodels.scenes import TimeLeft

_TICK = 250
"""Milliseconds: often enough that no second is seen to last two."""


class TalkClock(TextLabel):
    """The time of the talk in hand, in words; while it runs, the wall shows it too.

    Signals:
        over(): the three minutes have just gone by.
    """

    over = Signal()

    def __init__(self, room: Show, *, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__("", "strong", wraps=False, most_lines=1, tone="")
        self.setObjectName("talk_clock")
        self._room, self._now = room, now
        self._give_back: Callable[[], None] | None = None
        self._told = False
        self.timer = StageTimer({})
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.show_time)

    def know(self, risks: Iterable[RiskId]) -> None:
        """Each of these risks has its minutes; what was used of them stays used."""
        self.timer.fit(dict.fromkeys(risks, TALK_MINUTES))

    def begin(self, risk: RiskId) -> None:
        """The talk about a risk begins, or goes on."""
        self.timer.start(risk, self._now())
        self._told = False
        if self._give_back is None:
            self._give_back = self._room.borrow_clock(self._time_left)
        self._tick.start()
        self.show_time()

    def toggle(self) -> None:
        """Pause, or go on."""
        self.timer.toggle(self._now())
        self.show_time()

    def rest(self) -> None:
        """Nobody talks now: the time stands still, and the wall shows that of the stage again."""
        self.timer.pause(self._now())
        self._tick.stop()
        if self._give_back is not None:
            self._give_back()
            self._give_back = None

    def show_time(self) -> None:
        """Say how much is left."""
        found = self.timer.time(self._now())
        if found is None:
            self.setText("")
            return
        self.setText(clock_words(found.left, found.minutes, running=found.running))
        self.show_tone("care" if found.amber else "")
        if found.over and not self._told:
            self._told = True
            self.over.emit()

    def _time_left(self, now: float) -> TimeLeft | None:
        found = self.timer.time(now)
        if found is None or not found.running:
            return None
        return TimeLeft(seconds=found.left, amber=found.amber)
