import threading
import time

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from pytestqt.qtbot import QtBot

from deskrisk.domain.errors import EmptyError
from deskrisk.gui.tasks import Task, Ticket, finished


@pytest.fixture
def parent(qapp: object) -> QObject:
    assert qapp
    return QObject()


def test_the_result_arrives_on_the_windows_thread(qtbot: QtBot, parent: QObject) -> None:
    threads: list[object] = []
    here = QThread.currentThread()
    task = Task(parent, lambda _ticket: threading.get_ident())
    task.done.connect(lambda _result: threads.append(QThread.currentThread()))
    with qtbot.waitSignal(task.done) as done:
        task.start()
    assert done.args != [threading.get_ident()]
    assert threads == [here]


def test_what_the_world_refuses_is_told(qtbot: QtBot, parent: QObject) -> None:
    problem = EmptyError("brief", "title")

    def work(_ticket: Ticket) -> None:
        raise problem

    task = Task(parent, work)
    with qtbot.waitSignal(task.refused) as refused:
        task.start()
    assert refused.args == [problem]


def test_progress_is_told(qtbot: QtBot, parent: QObject) -> None:
    def work(ticket: Ticket) -> str:
        for share in (0.25, 0.5, 1.0):
            ticket.report(share)
        return "done"

    shares: list[float] = []
    task = Task(parent, work)
    task.progressed.connect(shares.append)
    with qtbot.waitSignal(task.done):
        task.start()
    assert shares == [0.25, 0.5, 1.0]


def test_a_cancelled_task_tells_nothing_more(qtbot: QtBot, parent: QObject) -> None:
    go_on = threading.Event()
    seen: list[bool] = []

    def work(ticket: Ticket) -> str:
        go_on.wait(5)
        seen.append(ticket.cancelled)
        return "too late"

    task = Task(parent, work)
    told: list[object] = []
    task.done.connect(told.append)
    task.start()
    task.cancel()
    with qtbot.waitSignal(task.destroyed):
        go_on.set()
    assert (seen, told) == ([True], [])


def test_a_fault_of_ours_reaches_the_hooks(qtbot: QtBot, parent: QObject) -> None:
    def work(_ticket: Ticket) -> None:
        raise ZeroDivisionError

    task = Task(parent, work)
    with (
        qtbot.captureExceptions() as caught,
        qtbot.waitSignal(task.destroyed),
    ):
        task.start()
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]


def test_a_window_goes_on_while_something_is_waited_for(qtbot: QtBot) -> None:
    turns: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(threading.get_ident()))
    timer.start(1)
    here = threading.get_ident()

    def work() -> int:
        time.sleep(0.1)
        return threading.get_ident()

    assert finished(work) != here
    timer.stop()
    assert len(turns) > 5
    assert set(turns) == {here}


def test_what_the_waited_for_work_raises_is_raised_here(qtbot: QtBot) -> None:
    def work() -> int:
        raise EmptyError("brief", "title")

    with pytest.raises(EmptyError):
        finished(work)
