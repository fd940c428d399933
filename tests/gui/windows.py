"""A whole program on a library of its own, for tests of its windows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.services.library import Library
from deskrisk.settings import Settings

SPOKEN_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
    QAccessible.Role.Table,
    QAccessible.Role.MenuItem,
}


@contextmanager
def running(
    qtbot: QtBot, folder: Path, *workshops: Workshop, settings: Settings | None = None
) -> Iterator[Program]:
    """The program with these workshops in its library."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    library = Library.open(folder / "library.db", retry_seconds=0.05)
    for each in workshops:
        library.add(each)
    program = Program(app, library, settings or Settings(geometry=(0, 0, 1280, 800)))
    try:
        with qtbot.waitExposed(program.home):
            program.start()
        yield program
    finally:
        program.leave()
        program.deleteLater()


def desk_of(qtbot: QtBot, program: Program) -> DeskWindow:
    """The desk, in front."""
    desk = program.desk
    assert desk is not None
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    return desk


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader would meet without a name."""
    found: list[str] = []
    _walk(QAccessible.queryAccessibleInterface(root), found, 0)
    return found


def _walk(node: QAccessibleInterface | None, found: list[str], depth: int) -> None:
    if node is None or not node.isValid() or depth > 30 or node.state().invisible:
        return
    if node.role() in SPOKEN_ROLES and not node.text(QAccessible.Text.Name):
        found.append(f"{node.role().name} {node.object().objectName()}")
    for at in range(min(node.childCount(), 200)):
        _walk(node.child(at), found, depth + 1)


def drop(window: QWidget, *files: Path) -> None:
    """Let files of another program fall on a window."""
    held = QMimeData()  # Qt does not keep it: it has to outlive the events
    held.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, held, left, keys)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(5, 5), copy, held, left, keys, QEvent.Type.Drop)
    QApplication.sendEvent(window, event)
