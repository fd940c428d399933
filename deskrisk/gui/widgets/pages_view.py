"""The pages of a document, one below the other, to be scrolled through by keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from deskrisk.gui.theme import theme
from deskrisk.i18n import _, ngettext

_GAP = 16
_STEP = 48
_USUAL_SHAPE = 1.414
"""Height to width of a page that is not there yet: A4."""


class _Sheets(QWidget):
    """The pages as they are painted; the area scrolls it."""

    def __init__(self) -> None:
        super().__init__()
        self.images: Sequence[QImage] = ()

    def page_rect(self, number: int) -> QRectF:
        """Where a page is."""
        wide = max(self.width() - 2 * _GAP, 1)
        y = float(_GAP)
        for image in self.images[:number]:
            y += wide * image.height() / image.width() + _GAP
        image = self.images[number]
        return QRectF(_GAP, y, wide, wide * image.height() / image.width())

    def whole_height(self) -> int:
        """The height of all pages."""
        if not self.images:
            return 1
        return round(self.page_rect(len(self.images) - 1).bottom()) + _GAP

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that can be seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, image in enumerate(self.images):
            rect = self.page_rect(number)
            if rect.intersects(QRectF(event.rect())):
                painter.drawImage(rect, image)
                painter.setPen(QPen(theme().colour("line"), 1))
                painter.drawRect(rect)


class PagesView(QScrollArea):
    """Shows pages as wide as it is; the old ones stay until it is given others.

    Signals:
        page_seen(int): another page is in the middle, counted from 1.
        resized(): pages of another width would be sharper.
    """

    page_seen = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages_view")
        self.setAccessibleName(_("Preview of the pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.setWidgetResizable(False)
        self._seen = 0
        self.verticalScrollBar().valueChanged.connect(lambda _at: self._tell())

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show other pages; the place stays where it can."""
        at = self.verticalScrollBar().value()
        self._sheets.images = tuple(images)
        count = len(images)
        self.setAccessibleDescription(
            ngettext("{count} page", "{count} pages", count).format(count=count)
        )
        self._fit()
        self.verticalScrollBar().setValue(at)
        self._sheets.update()
        self._seen = 0
        self._tell()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets.images)

    def images(self) -> Sequence[QImage]:
        """The pages that are shown."""
        return self._sheets.images

    def sharp_width(self) -> int:
        """How many pixels a page is wide here."""
        wide = self.viewport().width() - 2 * _GAP
        return max(round(wide * self.devicePixelRatioF()), 200)

    def turn(self, by: int) -> None:
        """A page on or back."""
        if self.count():
            number = min(max(self.page() + by, 1), self.count())
            top = round(self._sheets.page_rect(number - 1).top()) - _GAP
            self.verticalScrollBar().setValue(top)

    def page(self) -> int:
        """The page in the middle, counted from 1; 0 for none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        for number in range(self.count()):
            if self._sheets.page_rect(number).bottom() + _GAP > middle:
                return number + 1
        return self.count()

    def sizeHint(self) -> QSize:
        """A page that can be read."""
        return QSize(620, round(620 * _USUAL_SHAPE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Down and Up turn pages, arrows scroll, Home and End go to the ends."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        places = {
            Qt.Key.Key_Up: bar.value() - _STEP,
            Qt.Key.Key_Down: bar.value() + _STEP,
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in places:
            bar.setValue(places[key])
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Space}:
            self.turn(1)
        elif key == Qt.Key.Key_PageUp:
            self.turn(-1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages are as wide as the place."""
        super().resizeEvent(event)
        self._fit()
        self.resized.emit()

    def _fit(self) -> None:
        wide = self.viewport().width()
        self._sheets.resize(wide, 1)
        self._sheets.resize(wide, self._sheets.whole_height())
        self._tell()

    def _tell(self) -> None:
        page = self.page()
        if page != self._seen:
            self._seen = page
            self.page_seen.emit(page)
