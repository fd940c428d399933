"""Walk through a window as somebody does who sees nothing, or has no mouse: names, Tab, rings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QComboBox, QScrollArea, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import ring_of
from deskrisk.gui.widgets.spoken import PAINTED

Name, Description = QAccessible.Text.Name, QAccessible.Text.Description
RIGHT_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Tree,
    QAccessible.Role.Table,
}
MOST_STOPS = 150


def controls(root: QWidget) -> list[QWidget]:
    """What Tab can reach and is seen, or scrolled away."""
    return [
        each
        for each in (root, *root.findChildren(QWidget))
        if each.isVisibleTo(root) and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def faults(root: QWidget) -> list[str]:
    """Controls without a name, or of which nobody could tell what they are."""
    found = []
    for each in controls(root):
        spoken = QAccessible.queryAccessibleInterface(each)
        kind = f"{type(each).__name__} {each.objectName()} {spoken.role().name}"
        if spoken.role() not in RIGHT_ROLES and not isinstance(each, QScrollArea):
            found.append(f"role: {kind}")
        if not spoken.text(Name).strip():
            found.append(f"name: {kind}")
        if isinstance(each, QComboBox) and not spoken.text(Description):
            found.append(f"what is chosen: {kind}")
        if type(each).__name__ in PAINTED and not spoken.text(Description):
            found.append(f"rows: {kind}")
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the focus is lost"
    return found


def stops(start: QWidget) -> list[QWidget]:
    """Where Tab goes, once around, from a control on."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found = [focused()]
    while len(found) < MOST_STOPS:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is found[0]:
            return found
        found.append(focused())
    raise AssertionError([each.objectName() for each in found])


def shows_accent(widget: QWidget) -> bool:
    """Is the colour of the ring somewhere at the edge of a row or a cell?"""
    shown = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    picture = shown.grab().toImage()
    wanted = theme().colour("accent").rgb()
    return any(
        picture.pixel(x, y) == wanted
        for y in range(picture.height())
        for x in range(0, picture.width(), 3)
    )


def without_ring(places: list[QWidget]) -> list[str]:
    """Those that show no ring when Tab comes to them."""
    found = []
    for each in places:
        each.setFocus(Qt.FocusReason.TabFocusReason)
        ring = ring_of(each)
        own = each.property("own_ring") and shows_accent(each)
        if not own and (ring is None or ring.control is not each or not ring.isVisible()):
            found.append(each.objectName() or type(each).__name__)
    return found
