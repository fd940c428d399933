"""The shell of a booth: one person alone with the laptop, nothing of anybody else in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

END_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
"""For the facilitator: the laptop is back."""
WIDEST = 820
_SIDE = 40


class BoothShell(QWidget):
    """A window over the whole screen, with one sheet at a time.

    Signals:
        ended(): the facilitator has the laptop back.
    """

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("booth")
        self.setWindowTitle("DeskRisk")
        self._may_close = False
        self.stack = QStackedWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_on)
        for keys in END_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self.end)

    def add_sheet(self, parts: Sequence[QWidget | QHBoxLayout | int]) -> QWidget:
        """Add a sheet: one column in the middle; a number is so much more room between parts."""
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(column)
        inner.setSpacing(10)
        inner.setContentsMargins(4, 4, 4, 4)
        for part in parts:
            if isinstance(part, QHBoxLayout):
                inner.addLayout(part)
            elif isinstance(part, int):
                inner.addSpacing(part)
            else:
                inner.addWidget(part)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        row.addStretch(1)
        row.addWidget(column, 100)
        row.addStretch(1)
        self.stack.addWidget(sheet)
        return sheet

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
