"""The order: rows with their brackets, the line after K, bars, and a reason asked in place."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.gui.stages.rank.reason_field import ReasonField
from deskrisk.gui.theme import line_height, theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import Lines, broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_sign
from deskrisk.gui.widgets.text import show_tip
from deskrisk.i18n import _
from deskrisk.viewmodels.order import OrderRow, OrderView

ROW = 34
NOTE = 20
TIER_GAP = 10
LINE = 34
REASON = 46
_LEAD = 16
_NUMBER = 34
_VALUE = 190
_BAR = 100
_WIDEST = 1040
"""Wider rows are hard to follow with the eye."""


class OrderList(QWidget):
    """All risks in the order that holds.

    Signals:
        moved(object, int, str): a risk should go to a position (from 1), for a reason or "".
    """

    moved = Signal(object, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("order_list")
        self.setAccessibleName(_("The order of the risks"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self._view: OrderView | None = None
        self._current: RiskId | None = None
        self._asked: tuple[RiskId, int] | None = None
        self._pressed: QPointF | None = None
        self._gap: int | None = None
        self.reason = ReasonField(self)
        self.reason.given.connect(self._reason_given)
        self.reason.left.connect(self.close_reason)

    def show_order(self, view: OrderView) -> None:
        """Show the order; the row in hand stays in hand wherever it moves."""
        self._view = view
        ids = [row.id for row in view.rows]
        if self._current not in ids:
            self._current = ids[0] if ids else None
        if self._asked is not None and self._asked[0] not in ids:
            self._close_reason()
        self._layout()

    def current(self) -> RiskId | None:
        """The risk in hand."""
        return self._current

    def show_current(self, risk: RiskId) -> None:
        """Take a risk in hand."""
        self._current = risk
        self._layout()

    def ask_reason(self, risk: RiskId, to_position: int) -> None:
        """Open the field for the reason of a move across a bracket, under its row."""
        self._asked = (risk, to_position)
        self._layout()
        self.reason.open()

    def current_rect(self) -> QRectF:
        """Where the row in hand is."""
        at = self._place()
        return QRectF() if at is None else QRectF(0, self._tops()[at], self.width(), ROW + REASON)

    def _rows(self) -> tuple[OrderRow, ...]:
        return self._view.rows if self._view else ()

    def _place(self) -> int | None:
        return next((at for at, row in enumerate(self._rows()) if row.id == self._current), None)

    def _step(self, by: int) -> None:
        at = self._place()
        if at is not None:
            rows = self._rows()
            self._current = rows[min(max(at + by, 0), len(rows) - 1)].id
            self._layout()

    def _move(self, by: int) -> None:
        at = self._place()
        if at is None or not 0 <= at + by < len(self._rows()):
            return
        row = self._rows()[at]
        if row.up_crosses if by < 0 else row.down_crosses:
            self.ask_reason(row.id, row.position + by)
        else:
            self.moved.emit(row.id, row.position + by, "")

    def _reason_given(self, text: str) -> None:
        if self._asked is not None:
            risk, position = self._asked
            self.moved.emit(risk, position, text)

    def close_reason(self) -> None:
        """The move is made, or given up: the field for its reason goes."""
        if self._asked is not None:
            self._close_reason()

    def _close_reason(self) -> None:
        self._asked = None
        self.reason.close_field()
        self._layout()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a row, Alt with an arrow moves it, Home and End jump."""
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            by = -1 if key == Qt.Key.Key_Up else 1
            moving = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self._move if moving else self._step)(by)
        elif key == Qt.Key.Key_Escape and self._gap is not None:
            self._pressed = self._gap = None
            self.update()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._step(-len(self._rows()) if key == Qt.Key.Key_Home else len(self._rows()))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a row in hand; from there it can be dragged."""
        super().mousePressEvent(event)
        at = self._row_at(event.position())
        self._pressed = event.position() if at is not None else None
        if at is not None:
            self.show_current(self._rows()[at].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A row that is dragged shows the gap into which it would go."""
        super().mouseMoveEvent(event)
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._gap is not None or far >= QApplication.startDragDistance():
            self._gap = self._gap_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A dragged row goes into the gap; across a bracket the page asks for a reason."""
        super().mouseReleaseEvent(event)
        gap, at = self._gap, self._place()
        self._pressed = self._gap = None
        self.update()
        if gap is not None and at is not None and gap not in {at, at + 1}:
            position = gap if gap > at else gap + 1
            self.moved.emit(self._rows()[at].id, position, "")

    def _row_at(self, point: QPointF) -> int | None:
        tops = self._tops()
        return next(
            (
                at
                for at, row in enumerate(self._rows())
                if tops[at] <= point.y() < tops[at] + self._row_height(row)
            ),
            None,
        )

    def _gap_at(self, point: QPointF) -> int:
        """The gap nearest to a point: 0 is above the first row."""
        tops = self._tops()
        middles = [tops[at] + self._row_height(row) / 2 for at, row in enumerate(self._rows())]
        return sum(middle < point.y() for middle in middles)

    def event(self, event: QEvent) -> bool:
        """Say the title of the row under the mouse where it is cut."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._row_at(QPointF(event.pos()))
            row = None if at is None else self._rows()[at]
            show_tip(self, "" if row is None or self._title(row).whole else row.title)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles break elsewhere, and the reason keeps its place under its row."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._layout()

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(640, self._height())

    def minimumSizeHint(self) -> QSize:
        """All rows, narrower."""
        return QSize(420, self._height())

    def _layout(self) -> None:
        at = self._place()
        self.setAccessibleDescription("" if at is None else self._rows()[at].spoken)
        self.setFixedHeight(max(self._height(), 1))
        self._place_reason()
        self.update()

    def _place_reason(self) -> None:
        rows = self._rows()
        at = (
            None
            if self._asked is None
            else next((n for n, row in enumerate(rows) if row.id == self._asked[0]), None)
        )
        if at is not None:
            top = self._tops()[at] + self._row_height(rows[at])
            left = _LEAD + _NUMBER
            self.reason.setGeometry(left, int(top) + 4, max(self.width() - left - 8, 80), 34)

    def _row_height(self, row: OrderRow) -> int:
        wrapped = len(self._title(row).lines) - 1
        return ROW + wrapped * line_height("body") + (NOTE if row.note else 0)

    def _title(self, row: OrderRow) -> Lines:
        """The title as it fits, on two lines at most; the rest is said on hover."""
        tag = self._tag(row)
        left = _LEAD + _NUMBER + 10 + ICON_SIZE + 8
        room = self._bars() - left - 12 - (tag.width + 10 if tag else 0)
        return broken(row.title, "strong" if row.above_line else "body", max(room, 40), 2)

    def _tag(self, row: OrderRow) -> Lines | None:
        return broken(row.red_line, "label", 180, 1) if row.red_line else None

    def _bars(self) -> int:
        """Where the bars begin."""
        return self.width() - _VALUE - _BAR - 20

    def _tops(self) -> list[float]:
        """The upper edge of each row, and at the end that of the space below all."""
        found, y = [], 6.0
        starts = {bracket.first for bracket in (self._view.brackets if self._view else ())}
        ends = {bracket.last for bracket in (self._view.brackets if self._view else ())}
        for row in self._rows():
            if row.position > 1 and (row.position in starts or row.position - 1 in ends):
                y += TIER_GAP
            found.append(y)
            y += self._row_height(row)
            if self._asked is not None and row.id == self._asked[0]:
                y += REASON
            if self._view and row.position == self._view.line_after:
                y += LINE
        found.append(y)
        return found

    def _height(self) -> int:
        return int(self._tops()[-1]) + 8

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint brackets, rows and the line."""
        if self._view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tops = self._tops()
        self._paint_brackets(painter, tops)
        for at, row in enumerate(self._view.rows):
            self._paint_row(painter, row, tops[at])
        self._paint_line(painter, tops)
        self._paint_gap(painter, tops)

    def _paint_gap(self, painter: QPainter, tops: list[float]) -> None:
        """Where a dragged row would go."""
        if self._gap is None:
            return
        rows = self._rows()
        last = self._gap == len(rows)
        y = tops[self._gap - 1] + self._row_height(rows[-1]) if last else tops[self._gap]
        painter.fillRect(
            QRectF(_LEAD, y - 1, self.width() - _LEAD - 4, 2), theme().colour("accent")
        )

    def _paint_brackets(self, painter: QPainter, tops: list[float]) -> None:
        painter.setPen(QPen(theme().colour("edge"), 1))
        for bracket in self._view.brackets if self._view else ():
            last = self._rows()[bracket.last - 1]
            top = tops[bracket.first - 1] + 5.5
            bottom = tops[bracket.last - 1] + self._row_height(last) - 5.5
            painter.drawLine(QPointF(0.5, top), QPointF(0.5, bottom))
            painter.drawLine(QPointF(0.5, top), QPointF(7.5, top))
            painter.drawLine(QPointF(0.5, bottom), QPointF(7.5, bottom))

    def _paint_row(self, painter: QPainter, row: OrderRow, y: float) -> None:
        in_hand = row.id == self._current
        box = QRectF(_LEAD, y + 1, self.width() - _LEAD - 4, self._row_height(row) - 2)
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft"))
            painter.drawRoundedRect(box, 6, 6)
        ink = theme().colour("ink" if row.above_line else "ink_soft")
        strong = "strong" if row.above_line else "body"
        number = broken(row.number, strong, _NUMBER, 1)
        draw_lines(painter, QPointF(_LEAD + _NUMBER - number.width, y + 7), number, ink)
        x = float(_LEAD + _NUMBER + 10)
        if row.sign:
            paint_sign(painter, QRectF(x, y + 9, ICON_SIZE, ICON_SIZE), row.sign)
        x += ICON_SIZE + 8
        right, tag, title = self._bars(), self._tag(row), self._title(row)
        draw_lines(painter, QPointF(x, y + 7), title, ink)
        if tag:
            spot = QPointF(x + title.width + 10, y + 9)
            draw_lines(painter, spot, tag, theme().colour("alarm"))
        if row.note:
            note = broken(row.note, "small", max(int(self.width() - x - 12), 40), 1)
            below = y + 9 + title.height
            draw_lines(painter, QPointF(x, below), note, theme().colour("ink_soft"))
        self._paint_value(painter, row, y, right)
        if in_hand and self.hasFocus():
            draw_ring(painter, box.adjusted(4, 4, -4, -4), radius=2)

    def _paint_value(self, painter: QPainter, row: OrderRow, y: float, right: float) -> None:
        soft = theme().colour("ink_soft")
        if row.bar is not None:
            length = max(row.bar * (_BAR - 8), 2)
            colour = soft if row.above_line else theme().colour("line")
            painter.fillRect(QRectF(right, y + 14, length, 6), colour)
        value = broken(row.value, "body", _VALUE - 70, 1)
        ink = theme().colour("ink") if row.above_line else soft
        draw_lines(painter, QPointF(right + _BAR + 8, y + 7), value, ink)
        if row.hold:
            hold = broken(row.hold, "small", 70, 1)
            draw_lines(painter, QPointF(self.width() - hold.width - 10, y + 9), hold, soft)

    def _paint_line(self, painter: QPainter, tops: list[float]) -> None:
        if self._view is None or not self._view.line_after:
            return
        after = self._view.line_after
        y = tops[after - 1] + self._row_height(self._rows()[after - 1])
        if self._asked is not None and self._rows()[after - 1].id == self._asked[0]:
            y += REASON
        middle = y + LINE / 2
        words = broken(self._view.line_words, "accent", self.width() // 2, 1)
        note = broken(self._view.line_note, "small", self.width() // 3, 1)
        accent = theme().colour("accent")
        x = 68.0
        painter.fillRect(QRectF(0, middle - 1, x - 12, 2), accent)
        draw_lines(painter, QPointF(x, middle - 10), words, accent)
        spot = QPointF(x + words.width + 12, middle - 8)
        draw_lines(painter, spot, note, theme().colour("ink_soft"))
        end = x + words.width + note.width + 24
        painter.fillRect(QRectF(end, middle - 1, max(self.width() - end, 0), 2), accent)
