"""A chart in a window: drawn elsewhere, shown here when it is there."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.studio import Wanted, studio
from deskrisk.viewmodels.chart_words import chart_words

_USUAL_WIDTH = 640
_LEAST = QSize(240, 80)
_FOLLOWED = {
    QEvent.Type.PaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.DevicePixelRatioChange,
}


class ChartView(QWidget):
    """Shows a chart as wide as it is, and as high as the chart wants to be.

    The last picture stays until the new one is there. Nothing is drawn while it is hidden.

    Args:
        name: what it is called by a screen reader; what it shows is its description.

    Signals:
        drawn(): it shows what it was given last.
    """

    drawn = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("chart")
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chart = ""
        self._view: Hashable = None
        self._image: QImage | None = None
        self._shows: Wanted | None = None
        self._waits: Wanted | None = None
        studio().drawn.connect(self._arrived)

    @property
    def is_current(self) -> bool:
        """Does the picture show what was given last, in this size and theme?"""
        return self._chart == "" or (self._shows is not None and self._shows == self._wanted())

    def show_chart(self, chart: str, view: Hashable) -> None:
        """Show a view model.

        Args:
            chart: the chart's name in ``deskrisk.charts.CHARTS``.
            view: its view model.
        """
        if (chart, view) == (self._chart, self._view):
            return
        if chart != self._chart:
            self._image = self._shows = None  # another kind of picture is not the old one
        self._chart, self._view = chart, view
        self.setAccessibleDescription(chart_words(view))
        self.updateGeometry()
        self._ask()

    def clear(self) -> None:
        """Show nothing."""
        self._chart, self._view = "", None
        self._image = self._shows = self._waits = None
        studio().forget(id(self))
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A usual width, and the height that goes with it."""
        return QSize(_USUAL_WIDTH, self.heightForWidth(_USUAL_WIDTH))

    def minimumSizeHint(self) -> QSize:
        """Below this nothing can be read."""
        return _LEAST

    def hasHeightForWidth(self) -> bool:
        """The chart says how high it wants to be."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the chart wants."""
        if not self._chart:
            return 0
        from deskrisk.charts.heights import wished_height  # noqa: PLC0415  a room for later
        from deskrisk.charts.look import look  # noqa: PLC0415  its neighbour

        return round(wished_height(self._chart, self._view, width, look(theme().name)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture that is there."""
        if self._image is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.deviceIndependentSize()
        if self._shows == self._waits or self._waits is None:
            painter.drawImage(QRectF(0, 0, size.width(), size.height()), self._image)
            return
        # Of another size or theme while the new one is drawn: as wide as the place, not bent.
        wide = min(float(self.width()), size.width() * self.height() / max(size.height(), 1.0))
        painter.drawImage(QRectF(0, 0, wide, wide * size.height() / size.width()), self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have it drawn in the new size."""
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Have it drawn if it changed while nobody saw it."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for it now."""
        super().hideEvent(event)
        studio().forget(id(self))

    def event(self, event: QEvent) -> bool:
        """Follow the theme, and the screen that the window is moved to."""
        done = super().event(event)
        if event.type() in _FOLLOWED:
            self._ask()
        return done

    def _wanted(self) -> Wanted:
        return Wanted(
            self._chart,
            self._view,
            theme().name,
            max(self.width(), 1),
            max(self.height(), 1),
            self.devicePixelRatioF(),
        )

    def _ask(self) -> None:
        if not self._chart or not self.isVisible() or self.size().isEmpty():
            return
        self._waits = self._wanted()
        if studio().picture(self._waits) is None:
            studio().ask(id(self), self._waits)
            self.update()
        elif self._waits != self._shows:
            self._take(self._waits)

    @Slot(object)
    def _arrived(self, wanted: Wanted) -> None:
        if wanted == self._waits and wanted != self._shows:
            self._take(wanted)

    def _take(self, wanted: Wanted) -> None:
        self._image, self._shows = studio().picture(wanted), wanted
        self.update()
        self.drawn.emit()


def is_settled(view: ChartView) -> bool:
    """Is there nothing more to come? For pictures of pages, and for tests."""
    return not view.isVisible() or view.is_current
