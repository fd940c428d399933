"""Two hands on a keyboard: every key goes to whatever has the focus, and nothing else is touched.

A story told with these words can be done by a person without a mouse. Reading what a window shows
is free; changing anything is done by keys alone.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.gui.dialogs.export import ExportDialog
from deskrisk.gui.program import Program

W = TypeVar("W", bound=QWidget)

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier

_MOST_TABS = 150
"""No page has so many controls; who has not arrived by then never will."""

_popup: list[QWidget | None] = [None]
"""The open list: if Python let go of it, it would let go of what is inside, too."""


def in_focus() -> QWidget:
    """What the next key goes to: an open list of choices before the window behind it."""
    popup = _popup[0] = QApplication.activePopupWidget()
    target = QApplication.focusWidget() if popup is None else popup.focusWidget()
    assert target is not None, "nothing has the focus"
    return target


def at() -> str:
    """The name of what has the focus, or of what it is a part of."""
    widget: QWidget | None = in_focus()
    while widget is not None and (not widget.objectName() or _is_part(widget)):
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key so many times; a moment passes, in which the window does what it has to."""
    for _time in range(times):
        QTest.keyClick(in_focus(), key, held)
        QApplication.processEvents()


def enter() -> None:
    """Press Enter."""
    press(K.Key_Return)


def primary() -> None:
    """Press the main button of the page by its key."""
    press(K.Key_Return, CTRL)


def type_text(text: str) -> None:
    """Type letters where the focus is."""
    QTest.keyClicks(in_focus(), text)


def paste(text: str) -> None:
    """Paste where the focus is, as it came to the clipboard from another program."""
    QGuiApplication.clipboard().setText(text)
    press(K.Key_V, CTRL)


def reach(name: str) -> QWidget:
    """Go by Tab until a widget of this name has the focus."""
    passed = []
    for _time in range(_MOST_TABS):
        if at() == name or in_focus().objectName() == name:
            return in_focus()
        passed.append(at())
        press(K.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}, but to {dict.fromkeys(passed)}")


def type_into(name: str, text: str) -> None:
    """Reach a field, and type over what it holds."""
    reach(name)
    press(K.Key_A, CTRL)
    type_text(text)


def choose(name: str, words: str) -> None:
    """Reach a list of choices, open it, go down to a line, and take it by Enter."""
    field = reach(name)
    assert isinstance(field, QComboBox)
    lines = [field.itemText(at) for at in range(field.count())]
    line = next(at for at, text in enumerate(lines) if text.startswith(words))
    press(K.Key_Down, ALT)
    if QApplication.activePopupWidget() is None:
        press(K.Key_Return)
    assert QApplication.activePopupWidget() is not None, f"{name} does not open by keys"
    press(K.Key_Home)
    press(K.Key_Down, times=line)
    enter()


def go_to_stage(desk: DeskWindow, stage: Stage) -> None:
    """Open the page of a stage by its key; who is asked why, says so."""
    key = Qt.Key(int(K.Key_1) + STAGES.index(stage))
    press(key, CTRL | SHIFT)
    if at() == "foot_field":
        type_text("We come back to it")
        enter()
    assert desk.pages.stage() is stage


def desk_in_front(qtbot: QtBot, program: Program) -> DeskWindow:
    """The desk of the workshop that is open."""
    desk = program.desk
    assert desk is not None
    desk.activateWindow()  # what a window manager does with the only window
    qtbot.waitUntil(desk.isActiveWindow)
    return desk


def seen(desk: DeskWindow, kind: type[W], name: str) -> W:
    """What the page in sight shows under a name."""
    page = desk.pages.page()
    assert page is not None
    found = [each for each in page.findChildren(kind, name) if each.isVisibleTo(page)]
    assert found, f"{name} is not shown"
    widget: W = found[0]
    return widget


def typed_in(desk: DeskWindow) -> Workshop:
    """The workshop, once the field in hand has handed over what was typed."""
    QTest.qWait(0)
    field = QApplication.focusWidget()
    if field is not None and callable(getattr(field, "has_draft", None)):
        for _time in range(400):
            if not field.has_draft():  # type: ignore[attr-defined]  # asked a line above
                break
            QTest.qWait(5)
    return desk.meeting.workshop


class _WindowWatch(QObject):
    """Sees every window that opens, even for a blink: a part without a place opens as one."""

    def __init__(self) -> None:
        super().__init__()
        self.strays: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            plain = watched.isWindow() and watched.windowType() is Qt.WindowType.Window
            if plain and not isinstance(watched, QMainWindow):
                self.strays.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@contextmanager
def no_stray_window() -> Iterator[None]:
    """Nothing but home and desk may open as a window of its own."""
    app = QApplication.instance()
    assert app is not None
    watch = _WindowWatch()
    app.installEventFilter(watch)
    try:
        yield
    finally:
        app.removeEventFilter(watch)
    assert watch.strays == []


@contextmanager
def answering(*answers: Callable[[QWidget], object]) -> Iterator[list[str]]:
    """Answer the questions that come up, one after the other, each in its own window.

    A question waits inside the act that asked it; so the answers are given from a timer.
    """
    waiting = list(answers)
    asked: list[str] = []
    busy: list[QWidget] = []

    def look() -> None:
        window = QApplication.activeModalWidget()
        if window is None or window in busy or not waiting or not window.isVisible():
            return
        busy.append(window)
        asked.append(type(window).__name__)
        waiting.pop(0)(window)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    try:
        yield asked
    finally:
        timer.stop()
    assert not waiting, f"only {asked} was asked"


def write_to(path: object) -> Callable[[QWidget], None]:
    """Answer a file dialog with a path, typed into the field that has its focus."""

    def answer(_dialog: QWidget) -> None:
        press(K.Key_A, CTRL)
        type_text(str(path))
        enter()

    return answer


def export_by_keys(
    qtbot: QtBot, path: Path, choose: Callable[[ExportDialog], object] = lambda _dialog: None
) -> None:
    """Export by the key of the menu: choose in the dialog, save under a name, leave the dialog.

    Args:
        qtbot: waits.
        path: where; no file is there yet.
        choose: presses keys in the dialog, before it is saved.
    """

    def at_the_dialog(dialog: QWidget) -> None:
        assert isinstance(dialog, ExportDialog)
        try:
            qtbot.waitUntil(dialog.isActiveWindow)
            choose(dialog)
            with answering(write_to(path)):
                press(K.Key_Return, CTRL)
            qtbot.waitUntil(path.exists, timeout=30_000)
            qtbot.waitUntil(lambda: dialog.is_settled, timeout=30_000)
            qtbot.waitUntil(dialog.isActiveWindow)
            press(K.Key_Escape)
        finally:
            dialog.close()

    with answering(at_the_dialog):
        press(K.Key_E, CTRL)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def escape(dialog: QWidget) -> None:
    """Leave a question by Escape."""
    assert isinstance(dialog, AskDialog)
    QTest.keyClick(dialog, K.Key_Escape)


def _is_part(widget: QWidget) -> bool:
    return widget.objectName().startswith(("segment_", "qt_"))
