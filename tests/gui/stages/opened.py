"""A stage's page as the desk shows it, for tests that drive it by keys."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.theme import apply_theme, named_theme
from deskrisk.gui.widgets.page import StagePage
from deskrisk.services.meeting import Meeting

P = TypeVar("P", bound=StagePage)
W = TypeVar("W", bound=QWidget)


def opened(qtbot: QtBot, kind: type[P], workshop: Workshop) -> P:
    """The page on the screen, refreshed by every change, its first field in focus."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, named_theme("light"))
    meeting = Meeting(workshop)
    page = kind(meeting)
    qtbot.addWidget(page)
    page.resize(824, 700)
    meeting.listen(page.refresh)
    page.refresh(None)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first = page.first_focus()
    if first is not None:
        first.setFocus()
    return page


def found(page: QWidget, kind: type[W], name: str) -> W:
    """The visible widget with an object name."""
    shown = [each for each in page.findChildren(kind, name) if each.isVisibleTo(page)]
    assert shown, f"{name} is not shown"
    widget: W = shown[0]
    return widget


def press(
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    times: int = 1,
) -> None:
    """Press a key where the focus is."""
    for _time in range(times):
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        QTest.keyClick(target, key, held)


def write(text: str) -> None:
    """Type ASCII letters where the focus is."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    QTest.keyClicks(target, text)
