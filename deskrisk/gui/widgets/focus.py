"""The focus ring: 2 px of accent with a gap of 2 px around whatever has the focus.

One ring a window, laid over the control and following it. A widget that paints a ring of its own
(a list around its row, a grid around its cell) sets the property ``own_ring``.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from deskrisk.gui.theme import theme

GAP = 2
WIDTH = 2
OUTSET = GAP + WIDTH
"""How far the ring reaches beyond its control, in pixels; layouts leave at least this much."""
_RADIUS = 6
_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
}


def draw_ring(painter: QPainter, control: QRectF, *, radius: float = _RADIUS) -> None:
    """Draw the ring around a control's rectangle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("accent"), WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    out = GAP + WIDTH / 2
    painter.drawRoundedRect(control.adjusted(-out, -out, out, out), radius + out, radius + out)


class FocusRing(QWidget):
    """The ring of one window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._control: QWidget | None = None
        self._followed: list[QWidget] = []
        self.hide()

    @property
    def control(self) -> QWidget | None:
        """What the ring is around."""
        return self._control

    def follow(self, control: QWidget | None) -> None:
        """Go around another control, or around none."""
        for each in self._followed:
            if isValid(each):
                each.removeEventFilter(self)
        self._followed = []
        self._control = control
        while control is not None and control is not self.parentWidget():
            control.installEventFilter(self)
            self._followed.append(control)
            control = control.parentWidget()
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the control when it or something around it moves."""
        if event.type() in _MOVES:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        inner = QRectF(self.rect()).adjusted(OUTSET, OUTSET, -OUTSET, -OUTSET)
        draw_ring(QPainter(self), inner)

    def _place(self) -> None:
        window = self.parentWidget()
        control = self._control if self._control is not None and isValid(self._control) else None
        if control is None or window is None or not control.isVisibleTo(window):
            self.hide()
            return
        rect = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
        around = rect.adjusted(-OUTSET, -OUTSET, OUTSET, OUTSET)
        self.setGeometry(around)
        self._cut_to_views(window, around)
        self.show()
        self.raise_()

    def _cut_to_views(self, window: QWidget, around: QRect) -> None:
        """Show nothing of the ring where its control is scrolled out of sight."""
        seen = around
        for each in filter(isValid, self._followed[1:]):
            area = each.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is each:
                view = QRect(each.mapTo(window, QPoint(0, 0)), each.size())
                seen = seen.intersected(view.adjusted(-OUTSET, 0, OUTSET, 0))
        if seen == around:
            self.clearMask()
        else:
            self.setMask(seen.translated(-around.topLeft()))


class _FocusWatch(QObject):
    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName("focus_watch")
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._moved)

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        ring = None if now is None else ring_of(now)
        if ring is None and now is not None and not now.isWindow():
            ring = FocusRing(now.window())
        if self._ring is not None and self._ring is not ring and isValid(self._ring):
            self._ring.follow(None)
        self._ring = ring
        if ring is not None and now is not None:
            ring.follow(None if now.isWindow() or now.property("own_ring") else now)


def ring_of(widget: QWidget) -> FocusRing | None:
    """The ring of the widget's window, if it has one yet."""
    window = widget.window()
    found: FocusRing | None = window.findChild(
        FocusRing, "focus_ring", Qt.FindChildOption.FindDirectChildrenOnly
    )
    return found


def watch_focus(app: QApplication) -> None:
    """Show the ring in every window of the program from now on."""
    if app.findChild(_FocusWatch, "focus_watch") is None:
        _FocusWatch(app)
