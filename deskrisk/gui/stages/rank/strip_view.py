"""The answers for one risk, large."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.gui.stages.rank.dot_strip import Axis, paint_grid, paint_strip, paint_ticks
from deskrisk.i18n import _
from deskrisk.viewmodels.difference import DifferenceRow

_HIGH = 78
_AXIS = 20
_ASIDE = 12
_RADIUS = 6.0


class StripView(QWidget):
    """One strip with its axis."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("talk_strip")
        self.setAccessibleName(_("The answers"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row: DifferenceRow | None = None
        self._low = 0.1
        self._ticks: tuple[float, ...] = ()

    def show_row(self, row: DifferenceRow, low: float, ticks: tuple[float, ...]) -> None:
        """Show a risk on an axis."""
        self._row, self._low, self._ticks = row, low, ticks
        self.setAccessibleDescription(row.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(640, _HIGH + _AXIS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self._row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = Axis(_ASIDE, self.width() - 2 * _ASIDE, self._low)
        into = QRectF(0, 2, self.width(), _HIGH - 4)
        paint_grid(painter, axis, self._ticks, into)
        paint_strip(painter, axis, self._row, into, radius=_RADIUS)
        paint_ticks(painter, axis, self._ticks, _HIGH)
