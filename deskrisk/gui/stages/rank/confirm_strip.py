"""A question in place of a dialog: Enter does it, Escape leaves everything as it was."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _


class ConfirmStrip(QFrame):
    """One deliberate act, asked for once more.

    Signals:
        confirmed(): Enter was pressed.
        left(): Escape was pressed.
    """

    confirmed = Signal()
    left = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("ground", "sunken")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        self._asked = text_label("", "strong", wraps=True, most_lines=2)
        row.addWidget(self._asked, 1)
        row.addWidget(text_label(_("Enter does it, Escape leaves it"), "small"))
        self.hide()

    def open(self, asked: str) -> None:
        """Ask."""
        self._asked.setText(asked)
        self.setAccessibleName(asked)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (
            event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)
