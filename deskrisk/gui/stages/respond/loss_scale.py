"""Expected loss today and when all is proven, on a scale where each line is ten times the last."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.i18n import _
from deskrisk.viewmodels.respond import LossView

LINES = (100.0, 10.0, 1.0, 0.1)
_TOP, _BOTTOM = 14, 14
_HIGH = 190
_AXIS = 38
_APART = 36
_NOTHING = LossView(
    today=None, target=None, today_words="", target_words="", effort="", worth="", weak=False
)


class LossScale(QWidget):
    """Two dots on a small logarithmic scale."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("loss_scale")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view = _NOTHING

    def show_loss(self, view: LossView) -> None:
        """Show the loss of a risk."""
        self._view = view
        self.setAccessibleName(_("Expected loss, 100 is the whole project"))
        self.setAccessibleDescription(
            _("today {today}, when proven {target}").format(
                today=view.today_words or _("not scored"),
                target=view.target_words or _("not said yet"),
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        """Four lines and their distances."""
        return QSize(200, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lines, dots and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for value in LINES:
            self._paint_line(painter, value)
        today, target = self._view.today, self._view.target
        x = _AXIS + 22.0
        if today is not None and target is not None:
            pen = QPen(theme().colour("ink_soft"), 1.5, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(x, self._y(today)), QPointF(x, self._y(target)))
        if today is None and target is None:
            self._paint_nothing(painter)
        at_today, at_target = self._word_places()
        if target is not None:
            self._paint_dot(painter, QPointF(x, self._y(target)), filled=False)
            words = (self._view.target_words, _("when proven"))
            self._paint_words(painter, x + 16, at_target, words)
        if today is not None:
            self._paint_dot(painter, QPointF(x, self._y(today)), filled=True)
            self._paint_words(painter, x + 16, at_today, (self._view.today_words, _("today")))

    def _y(self, value: float) -> float:
        share = (math.log10(LINES[0]) - math.log10(max(value, 0.03))) / 3
        return _TOP + min(share, 1.1) * (self.height() - _TOP - _BOTTOM)

    def _word_places(self) -> tuple[float, float]:
        """Where the words stand; far enough apart to be read when the dots are close."""
        today, target = self._view.today, self._view.target
        high = self._y(today) if today is not None else 0.0
        low = self._y(target) if target is not None else high + _APART
        if abs(low - high) >= _APART:
            return high, low
        middle, sign = (low + high) / 2, 1 if low >= high else -1
        return middle - sign * _APART / 2, middle + sign * _APART / 2

    def _paint_line(self, painter: QPainter, value: float) -> None:
        y = self._y(value)
        painter.fillRect(QRectF(_AXIS, y, self.width() - _AXIS, 1), theme().colour("line"))
        number = broken(f"{value:g}", "small", _AXIS, 1)
        spot = QPointF(_AXIS - 8 - number.width, y - number.height / 2)
        draw_lines(painter, spot, number, theme().colour("ink_soft"))

    def _paint_nothing(self, painter: QPainter) -> None:
        line = broken(_("not scored yet"), "small", self.width() - _AXIS, 1)
        middle = QPointF(_AXIS + 12, (self._y(10) + self._y(1) - line.height) / 2)
        draw_lines(painter, middle, line, theme().colour("ink_soft"))

    def _paint_dot(self, painter: QPainter, at: QPointF, *, filled: bool) -> None:
        painter.setPen(QPen(theme().colour("ink"), 2))
        painter.setBrush(theme().colour("ink" if filled else "paper"))
        painter.drawEllipse(at, 5, 5)

    def _paint_words(self, painter: QPainter, x: float, y: float, words: tuple[str, str]) -> None:
        room = max(int(self.width() - x), 40)
        value, note = broken(words[0], "strong", room, 1), broken(words[1], "small", room, 1)
        ground = QRectF(x - 4, y - 18, max(value.width, note.width) + 8, 36)
        painter.fillRect(ground, theme().colour("paper"))
        draw_lines(painter, QPointF(x, y - 18), value, theme().colour("ink"))
        draw_lines(painter, QPointF(x, y + 2), note, theme().colour("ink_soft"))
