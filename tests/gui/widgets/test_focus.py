from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField, Segments
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.focus import OUTSET, ring_of

CONTROLS: dict[str, Callable[[], QWidget]] = {
    "line": lambda: LineField(name="a"),
    "text": lambda: TextField(name="a"),
    "choice": lambda: ChoiceField("a", [(1, "one")]),
    "segments": lambda: Segments("a", [(1, "one"), (2, "two")]),
    "check": lambda: CheckField("a"),
    "primary": lambda: PrimaryButton("Go"),
    "quiet": lambda: QuietButton("Other"),
    "link": lambda: LinkButton("Away"),
}


def window_with(qtbot: QtBot, *controls: QWidget) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    for control in controls:
        column.addWidget(control)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.mark.parametrize("kind", CONTROLS)
def test_the_ring_goes_around_every_control_with_a_gap(qtbot: QtBot, kind: str) -> None:
    control = CONTROLS[kind]()
    window = window_with(qtbot, control)
    control.setFocus()
    ring = ring_of(window)
    assert ring is not None
    assert ring.isVisible()
    held = ring.control
    assert held is not None
    assert held is control or control.isAncestorOf(held)
    rect = QRect(held.mapTo(window, QPoint(0, 0)), held.size())
    assert ring.geometry() == rect.adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET)
    picture = window.grab().toImage()
    middle = QPoint(rect.center().x(), rect.top() - OUTSET + 1)
    assert picture.pixelColor(middle) == theme().colour("accent")
    gap = QPoint(rect.center().x(), rect.top() - 2)
    assert picture.pixelColor(gap) == theme().colour("paper")


def test_the_ring_follows_and_leaves(qtbot: QtBot) -> None:
    first, second = LineField(name="first"), LineField(name="second")
    window = window_with(qtbot, first, second)
    first.setFocus()
    ring = ring_of(window)
    assert ring is not None
    before = ring.geometry()
    window.resize(window.width() + 100, window.height() + 60)
    assert ring.geometry() != before
    second.setFocus()
    assert ring.control is second
    second.hide()
    assert ring.control is not second or not ring.isVisible()


def test_the_ring_forgets_a_control_that_is_gone(qtbot: QtBot) -> None:
    field, other = LineField(name="a"), LineField(name="b")
    window = window_with(qtbot, field, other)
    field.setFocus()
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()
    ring = ring_of(window)
    assert ring is not None
    assert ring.control is None or ring.control is other


def test_the_ring_is_cut_where_its_control_is_scrolled_away(qtbot: QtBot) -> None:
    inner = QWidget()
    inner.setFixedHeight(1200)
    column = QVBoxLayout(inner)
    field = LineField(name="a")
    column.addWidget(field)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    window = window_with(qtbot, area)
    window.resize(300, 200)
    field.setFocus()
    ring = ring_of(window)
    assert ring is not None
    area.verticalScrollBar().setValue(30)
    assert not ring.mask().isEmpty()
    assert ring.mask().boundingRect().height() < ring.height()
