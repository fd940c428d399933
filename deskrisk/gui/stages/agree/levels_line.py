"""One person's five levels, painted in a line: the name, the levels, what the chosen one means."""

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.viewmodels.agree import LEVELS, StanceRow

_HIGH = 42
_CELL = 34
_NAME_SHARE = 0.24
_INSET = 10


class LevelsLine(QWidget):
    """The name, the five levels, and what the chosen one means; painted."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row: StanceRow | None = None
        self._in_hand = False
        self._focused = False

    def show_row(self, row: StanceRow, *, in_hand: bool, focused: bool) -> None:
        """Show somebody's answer."""
        state = (row, in_hand, focused)
        if state != (self._row, self._in_hand, self._focused):
            self._row, self._in_hand, self._focused = state
            self.setAccessibleName(row.spoken)
            self.update()

    def sizeHint(self) -> QSize:
        """A name, five cells, a few words."""
        return QSize(480, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """The same in short."""
        return QSize(300, _HIGH)

    def _cell(self, place: int) -> QRectF:
        left = _INSET + min(max(self.width() * _NAME_SHARE, 90), 260)
        return QRectF(left + place * _CELL, 5, _CELL - 2, _HIGH - 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a level chooses it; elsewhere it takes the row in hand."""
        found = [
            level
            for place, level in enumerate(LEVELS)
            if self._cell(place).contains(event.position())
        ]
        self.pressed.emit(found[0] if found else None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme().colour("line"))
        role = "strong" if self._in_hand else "body"
        name = broken(row.name, role, int(self._cell(0).x()) - _INSET - 8, 1)
        draw_lines(painter, QPointF(_INSET, 11), name, theme().colour("ink"))
        for place, level in enumerate(LEVELS):
            self._paint_level(painter, self._cell(place), level, row)
        left = self._cell(len(LEVELS)).x() + 8
        words = broken(row.words, "small", max(int(self.width() - left - 8), 20), 1)
        spot = QPointF(self.width() - words.width - 4, 13)
        draw_lines(painter, spot, words, theme().colour(row.tone))
        if self._in_hand and self._focused:
            draw_ring(painter, QRectF(4, 5, self.width() - 8, _HIGH - 9), radius=3)

    def _paint_level(self, painter: QPainter, rect: QRectF, level: int, row: StanceRow) -> None:
        chosen = level == row.level
        tone = row.tone if row.tone in ("care", "alarm") else "ink"
        if chosen:
            painter.setPen(QPen(theme().colour("line" if tone == "ink" else tone), 1))
            ground = {"care": "care_soft", "alarm": "alarm_soft"}.get(tone, "accent_soft")
            painter.setBrush(theme().colour(ground))
            painter.drawRoundedRect(rect, 6, 6)
        text = broken(str(level), "strong" if chosen else "body", _CELL, 1)
        spot = QPointF(rect.center().x() - text.width / 2, rect.center().y() - text.height / 2)
        draw_lines(painter, spot, text, theme().colour(tone if chosen else "ink_soft"))
