"""All risks with their answers as dots, one row each; only the rows in sight are painted."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.gui.stages.rank import state_shape
from deskrisk.gui.stages.rank.dot_strip import Axis, paint_grid, paint_strip, paint_ticks
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_icon, paint_sign
from deskrisk.gui.widgets.text import show_tip
from deskrisk.i18n import _
from deskrisk.viewmodels.difference import DifferenceRow, DifferenceView

ROW = 32
AXIS = 20
_LEAD = 8
_NUMBER = 30
_WORD = 96
_GAP = 30
_TALKED = 22
_PAGE = 10
_TITLE_SHARE = 0.4
_WIDEST = 1180
"""Wider rows are hard to follow with the eye."""


class DotList(QWidget):
    """The rows.

    Signals:
        picked(object): another risk is in hand.
        activated(object): Enter or a double click on a risk.
    """

    picked = Signal(object)
    activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dot_list")
        self.setAccessibleName(_("The answers, risk by risk"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self._view: DifferenceView | None = None
        self._current: RiskId | None = None

    def show_view(self, view: DifferenceView) -> None:
        """Show other rows; the risk in hand stays in hand wherever it stands now."""
        self._view = view
        ids = [row.risk for row in view.rows]
        if self._current not in ids:
            self._current = ids[0] if ids else None
        self.setFixedHeight(max(ROW * len(ids), 1))
        self._tell()

    def shown(self) -> DifferenceView | None:
        """What is shown; None before the first time."""
        return self._view

    def rows(self) -> tuple[DifferenceRow, ...]:
        """What is shown, from top to bottom."""
        return self._view.rows if self._view is not None else ()

    def current(self) -> RiskId | None:
        """The risk in hand."""
        return self._current

    def show_current(self, risk: RiskId) -> None:
        """Take a risk in hand."""
        if risk != self._current and any(row.risk == risk for row in self.rows()):
            self._current = risk
            self._tell()
            self.picked.emit(risk)

    def current_rect(self) -> QRectF:
        """Where the row in hand is."""
        at = self._place()
        return QRectF() if at is None else QRectF(0, at * ROW, self.width(), ROW)

    def axis(self) -> Axis:
        """Where the points stand, at the present width."""
        left = _LEAD + ICON_SIZE + _NUMBER + 16 + self.width() * _TITLE_SHARE * 0.9
        right = self.width() - _LEAD - _GAP - _WORD - state_shape.WIDTH - _TALKED - 16
        low = self._view.low if self._view is not None else 0.1
        return Axis(left, max(right - left, 60), low)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(720, max(ROW * len(self.rows()), 1))

    def minimumSizeHint(self) -> QSize:
        """All rows, narrower."""
        return QSize(480, max(ROW * len(self.rows()), 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page Up and Down, Home and End choose a risk; Enter talks about it."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -_PAGE,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_Home: -len(self.rows()),
            Qt.Key.Key_End: len(self.rows()),
        }
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if held == Qt.KeyboardModifier.NoModifier and key in steps:
            self._step(steps[key])
        elif held == Qt.KeyboardModifier.NoModifier and key in {
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        }:
            if self._current is not None:
                self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a risk in hand."""
        super().mousePressEvent(event)
        row = self._row_at(event.position())
        if row is not None:
            self.show_current(row.risk)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two clicks talk about it."""
        row = self._row_at(event.position())
        if row is not None:
            self.activated.emit(row.risk)

    def event(self, event: QEvent) -> bool:
        """Say the figures of the row under the mouse; the row knows what may be said."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            row = self._row_at(QPointF(event.pos()))
            show_tip(self, "" if row is None else tip_words(row))
        return super().event(event)

    def _step(self, by: int) -> None:
        at, rows = self._place(), self.rows()
        if at is not None:
            self.show_current(rows[min(max(at + by, 0), len(rows) - 1)].risk)

    def _place(self) -> int | None:
        return next((at for at, row in enumerate(self.rows()) if row.risk == self._current), None)

    def _row_at(self, point: QPointF) -> DifferenceRow | None:
        at = int(point.y() // ROW)
        return self.rows()[at] if 0 <= at < len(self.rows()) else None

    def _tell(self) -> None:
        at = self._place()
        self.setAccessibleDescription("" if at is None else self.rows()[at].spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in sight."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen: QRect = event.rect()
        first, last = seen.top() // ROW, seen.bottom() // ROW
        axis = self.axis()
        for at, row in enumerate(self.rows()[first : last + 1], start=first):
            self._paint_row(painter, axis, row, QRectF(0, at * ROW, self.width(), ROW))

    def _paint_row(self, painter: QPainter, axis: Axis, row: DifferenceRow, box: QRectF) -> None:
        in_hand = row.risk == self._current
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        soft = theme().colour("ink_soft")
        ink = theme().colour("ink") if row.turn else soft
        y = box.top() + (ROW - 20) / 2
        x = float(_LEAD)
        if row.sign:
            paint_sign(painter, QRectF(x, y + 2, ICON_SIZE, ICON_SIZE), row.sign)
        x += ICON_SIZE
        number = broken(row.number, "body", _NUMBER, 1)
        draw_lines(painter, QPointF(x + _NUMBER - number.width, y), number, soft)
        x += _NUMBER + 10
        title = broken(row.title, "strong" if in_hand else "body", int(axis.left - x - 12), 1)
        draw_lines(painter, QPointF(x, y), title, ink)
        paint_grid(painter, axis, self._view.ticks if self._view else (), box)
        paint_strip(painter, axis, row, box)
        self._paint_state(painter, axis.left + axis.width + 14, row, box)
        if in_hand and self.hasFocus():
            draw_ring(painter, box.adjusted(4, 5, -4, -5), radius=2)

    def _paint_state(self, painter: QPainter, x: float, row: DifferenceRow, box: QRectF) -> None:
        soft = theme().colour("ink_soft")
        ink = theme().colour("ink") if row.turn else soft
        middle = box.center().y()
        state_shape.paint_state(painter, QPointF(x, middle), row.shape, ink)
        word = broken(row.word, "small", _WORD - 10, 1)
        draw_lines(painter, QPointF(x + state_shape.WIDTH + 8, middle - 8), word, ink)
        x += state_shape.WIDTH + _WORD
        if row.gap:
            state_shape.paint_gap(painter, QPointF(x, middle), soft)
        if row.talked:
            tick = QRectF(self.width() - _LEAD - ICON_SIZE, middle - 8, ICON_SIZE, ICON_SIZE)
            paint_icon(painter, tick, "check", "good")


class AxisHead(QWidget):
    """The numbers of the axis and what is what, above the list and in line with it."""

    def __init__(self, below: DotList) -> None:
        super().__init__()
        self._below = below
        self.setFixedHeight(AXIS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Name the numbers, and what they count."""
        view = self._below.shown()
        if view is None or not view.rows:
            return
        painter = QPainter(self)
        axis, soft = self._below.axis(), theme().colour("ink_soft")
        legend = _("every dot one answer, the line the middle")
        words = broken(legend, "small", int(axis.left) - _LEAD - 24, 1)
        draw_lines(painter, QPointF(_LEAD, 0), words, soft)
        paint_ticks(painter, axis, view.ticks, 0)
        right = axis.left + axis.width + 14
        unit = broken(_("points of loss, 100 is the project"), "small", 240, 1)
        draw_lines(painter, QPointF(right, 0), unit, soft)


def tip_words(row: DifferenceRow) -> str:
    """What is said of a row on hover."""
    return "\n".join(filter(None, (row.title, row.figures, row.gap, row.moved)))
