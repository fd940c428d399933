"""The shell of a booth: one person alone with the laptop, nothing of anybody else in sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.gui.widgets.text import TextLabel, text_label

Piece = QWidget | QHBoxLayout | int
"""What stands on a sheet; a number is so much room."""
END_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
"""For the facilitator: the laptop is back."""
WIDEST = 820
_SIDE = 40


class BoothShell(QWidget):
    """A window over the whole screen, with one sheet at a time.

    It says kindly when the disk refuses: nothing is lost while the program runs.

    Signals:
        ended(): the facilitator has the laptop back.
    """

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("booth")
        self.setWindowTitle("DeskRisk")
        self._may_close = False
        self.trouble: Callable[[], str] = str
        self._troubles: list[TextLabel] = []
        self.stack = QStackedWidget()
        self.stack.currentChanged.connect(lambda _place: self.show_trouble())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_on)
        for keys in END_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self.end)

    def add_sheet(
        self, parts: Sequence[Piece], *, foot: Sequence[QWidget] = (), calm: bool = False
    ) -> QWidget:
        """Add a sheet: one column in the middle of the screen.

        Args:
            parts: what stands in it; a number is so much more room between two of them.
            foot: what stands at its lower end.
            calm: a few words with air around them, not lists that want all the room there is.
        """
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(column)
        inner.setSpacing(16 if calm else 10)
        inner.setContentsMargins(4, 4, 4, 4)
        if calm:
            inner.addStretch(2)
        for part in parts:
            if isinstance(part, QHBoxLayout):
                inner.addLayout(part)
            elif isinstance(part, int):
                inner.addSpacing(part)
            else:
                inner.addWidget(part)
        if calm:
            inner.addStretch(3)
        for each in (*foot, self._trouble_label()):
            inner.addWidget(each)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.stack.addWidget(sheet)
        return sheet

    def open_over(self, window: QWidget) -> None:
        """Cover the whole screen that a window is on, and never another one."""
        self.setGeometry(window.screen().geometry())
        self.showFullScreen()
        self.activateWindow()

    def show_trouble(self) -> None:
        """Say whether the disk refuses what was sealed; it may have been mended meanwhile."""
        words = self.trouble()
        for label in self._troubles:
            label.setText(words)
            label.setVisible(bool(words))

    def _trouble_label(self) -> QWidget:
        label = text_label("", "soft", wraps=True, tone="care", name="booth_trouble")
        label.hide()
        self._troubles.append(label)
        return label

    def go_on(self) -> None:
        """Do the one thing that happens next."""
        raise NotImplementedError

    def may_end(self) -> bool:
        """Is nobody in the middle of something private?"""
        raise NotImplementedError

    def end(self) -> None:
        """The facilitator has the laptop back; never while somebody answers."""
        if self.may_end():
            self.ended.emit()

    def leave(self) -> None:
        """Go away."""
        self._may_close = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody closes the booth by accident: what is behind it is the facilitator's."""
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()
