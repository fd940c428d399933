"""The room window: what the people in the room look at. It shows one scene and nothing else."""

import time

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskrisk.gui.room.painting import pages_of, paint_wall
from deskrisk.gui.theme import wall_theme
from deskrisk.gui.widgets.studio import Wanted, studio
from deskrisk.i18n import _
from deskrisk.viewmodels.show import ShowView

_PAGE_KEYS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}


class RoomWindow(QWidget):
    """Paints the view it was given last, at the size it has.

    It knows no workshop: what is not in the view cannot be seen here.

    Signals:
        left(): Escape, F5 or the window's own close button.
        curtain_wanted(): F6.
        turned(int): a page on or back.
        keyboard_taken(): the system gave it the keyboard, though it fills a screen of its own.
    """

    left = Signal()
    curtain_wanted = Signal()
    turned = Signal(int)
    keyboard_taken = Signal()

    def __init__(self, theme_name: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("room")
        self.setWindowTitle(_("Room"))  # never a word of people: task bars are seen too
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(480, 270)
        self._theme_name = theme_name
        self._view: ShowView | None = None
        self._page = 0
        studio().drawn.connect(self._chart_drawn)

    def show_view(self, view: ShowView, page: int) -> None:
        """Show what the room sees now, at once."""
        if (view, page) == (self._view, self._page):
            return
        self._view, self._page = view, page
        self.setAccessibleName(_("Room"))
        self.setAccessibleDescription(view.spoken())
        if self.isVisible():
            self.repaint()  # not at the next chance: a curtain falls now

    def show_theme(self, name: str) -> None:
        """Show it light or dark."""
        self._theme_name = name
        self.update()

    def pages(self) -> int:
        """How many pages the scene has at this size."""
        if self._view is None:
            return 1
        return pages_of(self._view, self.width(), self.height(), self._theme_name)

    def fill_screen(self, place: QRect) -> None:
        """Fill a screen, without taking the keyboard from the desk."""
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setGeometry(place)
        self.showFullScreen()

    def stand_free(self, size: QSize) -> None:
        """Be an ordinary window, for a machine with one screen."""
        self.unsetCursor()
        self.showNormal()
        self.resize(size)

    def sizeHint(self) -> QSize:
        """A wall in small."""
        return QSize(960, 540)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene; without one, plain paper."""
        painter = QPainter(self)
        if self._view is None:
            painter.fillRect(self.rect(), wall_theme(self._theme_name).colour("paper"))
            return
        paint_wall(painter, QRectF(self.rect()), self._view, self._page, self._theme_name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The few keys of the wall, for whoever has clicked on it."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.left.emit()
        elif key == Qt.Key.Key_F6:
            self.curtain_wanted.emit()
        elif key in _PAGE_KEYS:
            self.turned.emit(_PAGE_KEYS[key])
        else:
            super().keyPressEvent(event)

    @Slot(object)
    def _chart_drawn(self, wanted: Wanted) -> None:
        if self._view is not None and self._view.shows_chart(wanted.view):
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Some systems give the keyboard to every new window, whatever it asks for."""
        super().changeEvent(event)
        taken = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if taken and self.isFullScreen():
            self.keyboard_taken.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by its own button: the desk is told."""
        super().closeEvent(event)
        self.left.emit()


def now() -> float:
    """The moment on the clock that the timer runs by."""
    return time.monotonic()
