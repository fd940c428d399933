"""Open the page of a stage as the desk does, and press keys on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.services.meeting import Meeting

P = TypeVar("P", bound=StagePage)
W = TypeVar("W", bound=QWidget)


@contextmanager
def opened(qtbot: QtBot, kind: type[P], workshop: Workshop) -> Iterator[P]:
    """A page that is shown, listens to its meeting, and has the focus where it opens."""
    page = kind(Meeting(workshop))
    qtbot.addWidget(page)
    stop = page.meeting.listen(page.refresh)
    page.resize(1052, 640)
    page.refresh(None)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first = page.first_focus()
    if first is not None:
        first.setFocus()
    yield page
    stop()


def found(page: QWidget, kind: type[W], name: str) -> W:
    """The widget of a name."""
    widget: QObject | None = page.findChild(kind, name)
    assert isinstance(widget, kind), f"no {kind.__name__} {name}"
    return widget


def focused() -> QWidget:
    """What has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def type_in(text: str) -> None:
    """Type letters where the focus is."""
    QTest.keyClicks(focused(), text)


def press(
    key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    """Press a key where the focus is."""
    for _time in range(times):
        QTest.keyClick(focused(), key, held)


def paste(text: str) -> str:
    """Paste where the focus is; gives what the clipboard could hold of it."""
    QGuiApplication.clipboard().setText(text)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def settle(page: StagePage) -> None:
    """Let every draft be handed over, as after a moment of quiet."""
    flush_fields(page)
