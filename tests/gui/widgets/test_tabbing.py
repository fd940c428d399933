from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.tabbing import tab_as_read


def a_field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    return field


def way(qtbot: QtBot, root: QWidget, first: QLineEdit, count: int) -> list[str]:
    qtbot.addWidget(root)
    with qtbot.waitExposed(root):
        root.show()
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    first.setFocus()
    names = []
    for _step in range(count):
        held = QApplication.focusWidget()
        assert held is not None
        names.append(held.objectName())
        QTest.keyClick(held, Qt.Key.Key_Tab)
    return names


def test_tab_goes_as_one_reads_whatever_was_made_first(qtbot: QtBot) -> None:
    root = QWidget()
    fifth, fourth, third, second, first = (a_field(n) for n in ("5", "4", "3", "2", "1"))
    column = QVBoxLayout(root)
    line = QHBoxLayout()
    line.addWidget(first)
    line.addWidget(second)
    column.addLayout(line)
    grid = QGridLayout()
    grid.addWidget(fourth, 1, 0)
    grid.addWidget(third, 0, 0)
    column.addLayout(grid)
    area, content = QScrollArea(), QWidget()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QVBoxLayout(content).addWidget(fifth)
    area.setWidget(content)
    column.addWidget(area)
    tab_as_read(root)
    assert way(qtbot, root, first, 6) == ["1", "2", "3", "4", "5", "1"]


def test_a_retired_widget_is_found_no_more_and_goes(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    box = QWidget(root)
    QVBoxLayout(box).addWidget(a_field("old"))
    with qtbot.waitSignal(box.destroyed):
        retire(box)
        assert root.findChild(QLineEdit, "old") is None
