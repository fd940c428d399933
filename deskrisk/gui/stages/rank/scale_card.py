"""The scale of the question in hand: keys, words and figures together."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.viewmodels.rank import ScaleView

_HEAD = 36
_LINE = 40


class ScaleCard(QWidget):
    """One scale, highest level first; it is read, not chosen from."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scale_card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._view: ScaleView | None = None

    def show_scale(self, view: ScaleView) -> None:
        """Show the scale of a question."""
        self._view = view
        lines = (f"{line.level}: {line.words}" for line in view.lines)
        self.setAccessibleName(view.question)
        self.setAccessibleDescription(", ".join(lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A head, a line for each level, a foot."""
        count = len(self._view.lines) if self._view else 6
        return QSize(360, _HEAD + count * _LINE + 32)

    def minimumSizeHint(self) -> QSize:
        """The same height, narrower."""
        return QSize(240, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self._view is None:
            return
        painter = QPainter(self)
        ink, soft = theme().colour("ink"), theme().colour("ink_soft")
        unit = broken(self._view.unit, "small", self.width() // 2, 1)
        room = self.width() - unit.width - 12
        asked = broken(self._view.question, "strong", max(room, 40), 1)
        draw_lines(painter, QPointF(0, 6), asked, ink)
        draw_lines(painter, QPointF(self.width() - unit.width, 8), unit, soft)
        y = float(_HEAD)
        for line in self._view.lines:
            painter.fillRect(QRectF(0, y, self.width(), 1), theme().colour("line"))
            draw_lines(painter, QPointF(0, y + 8), broken(str(line.level), "heading", 24, 1), ink)
            figure = broken(line.figure, "soft", 90, 1)
            words = broken(line.words, "body", max(self.width() - 36 - figure.width - 8, 40), 1)
            draw_lines(painter, QPointF(30, y + 10), words, ink)
            draw_lines(painter, QPointF(self.width() - figure.width, y + 10), figure, soft)
            y += _LINE
        painter.fillRect(QRectF(0, y, self.width(), 1), theme().colour("line"))
        foot = broken(self._view.foot, "soft", self.width(), 1)
        draw_lines(painter, QPointF(0, y + 8), foot, soft)
