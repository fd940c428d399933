"""Longer work off the window's thread: a value in, a value out, with progress and cancel."""

import threading
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Signal

from deskrisk.domain.errors import DeskError

T = TypeVar("T")

QUICK_SECONDS = 0.008
"""Half a frame: what is done by then needs no loop of events."""


class Ticket:
    """What the work itself gets: it reports how far it is, and looks whether it is still wanted."""

    def __init__(self, report: Callable[[float], object]) -> None:
        self._report = report
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Nobody wants the result any more."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Nobody wants the result any more."""
        self._stop.set()

    def report(self, share: float) -> None:
        """Say how much is done, 0 to 1."""
        self._report(share)


class Task(QObject):
    """One piece of work on a thread of its own.

    Everything it tells arrives on the window's thread; after ``cancel`` it tells nothing more.

    Signals:
        progressed(float): the share that is done, 0 to 1.
        done(object): the result.
        refused(DeskError): the world was against it.
    """

    progressed = Signal(float)
    done = Signal(object)
    refused = Signal(object)
    _arrived = Signal(object, object)
    _reported = Signal(float)

    def __init__(self, parent: QObject, work: Callable[[Ticket], Any]) -> None:
        super().__init__(parent)
        self._work = work
        self._ticket = Ticket(self._reported.emit)
        self._reported.connect(self._tell_progress)
        self._arrived.connect(self._tell)
        self._thread = threading.Thread(target=self._run, name="deskrisk-task", daemon=True)

    def start(self) -> "Task":
        """Begin."""
        self._thread.start()
        return self

    def cancel(self) -> None:
        """The result is not wanted any more."""
        self._ticket.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait until the work itself has ended; did it?"""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        result: Any = None
        problem: BaseException | None = None
        try:
            result = self._work(self._ticket)
        except BaseException as fault:  # noqa: BLE001  told on the window's thread, where hooks are
            problem = fault
        try:
            self._arrived.emit(result, problem)
        except RuntimeError:  # the window went away meanwhile
            return

    def _tell_progress(self, share: float) -> None:
        if not self._ticket.cancelled:
            self.progressed.emit(share)

    def _tell(self, result: object, problem: object) -> None:
        self.deleteLater()
        if isinstance(problem, DeskError):
            if not self._ticket.cancelled:
                self.refused.emit(problem)
        elif isinstance(problem, BaseException):
            raise problem
        elif not self._ticket.cancelled:
            self.done.emit(result)


class _Bell(QObject):
    rung = Signal()


def finished(work: Callable[[], T]) -> T:
    """Do something on another thread and wait for it: windows go on painting, keys wait their turn.

    Args:
        work: must touch no window.

    Returns:
        what it gives.

    Raises:
        whatever the work raises, here on the calling thread.
    """
    outcome: list[T] = []
    problems: list[BaseException] = []
    bell, loop = _Bell(), QEventLoop()
    bell.rung.connect(loop.quit)

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as problem:  # noqa: BLE001  raised on the thread that waits
            problems.append(problem)
        bell.rung.emit()

    thread = threading.Thread(target=run, name="deskrisk-waited", daemon=True)
    thread.start()
    thread.join(QUICK_SECONDS)
    if thread.is_alive():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        thread.join()
    if problems:
        raise problems[0]
    return outcome[0]
