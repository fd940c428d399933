"""The scale of the question in hand: keys, words and figures together."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.viewmodels.rank import ScaleLine, ScaleView

_HEAD = 32
_LINE = 38
_ANCHORED = 48
_FOOT = 32


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
        lines = (
            ", ".join(filter(None, (f"{line.level}: {line.words}", line.anchor)))
            for line in view.lines
        )
        self.setAccessibleName(view.question)
        self.setAccessibleDescription("; ".join(lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A head, a line for each level, a foot."""
        lines = self._view.lines if self._view else ()
        return QSize(360, _HEAD + sum(_height(line) for line in lines) + _FOOT)

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
            top = y + (4 if line.anchor else 7)
            draw_lines(painter, QPointF(0, top), broken(str(line.level), "heading", 24, 1), ink)
            figure = broken(line.figure, "soft", 90, 1)
            role = "strong" if line.anchor else "body"
            words = broken(line.words, role, max(self.width() - 36 - figure.width - 8, 40), 1)
            draw_lines(painter, QPointF(30, top + 1), words, ink)
            draw_lines(painter, QPointF(self.width() - figure.width, top + 1), figure, soft)
            if line.anchor:
                anchor = broken(line.anchor, "soft", max(self.width() - 36, 40), 1)
                draw_lines(painter, QPointF(30, y + 24), anchor, soft)
            y += _height(line)
        painter.fillRect(QRectF(0, y, self.width(), 1), theme().colour("line"))
        foot = broken(self._view.foot, "soft", self.width(), 1)
        draw_lines(painter, QPointF(0, y + 8), foot, soft)


def _height(line: ScaleLine) -> int:
    return _ANCHORED if line.anchor else _LINE
