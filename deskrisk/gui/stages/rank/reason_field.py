"""The field for a reason that opens in place and closes with Enter or Escape."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from deskrisk.gui.widgets.fields import LineField
from deskrisk.i18n import _


class ReasonField(LineField):
    """One line why; nothing is handed over before Enter.

    Signals:
        given(str): Enter was pressed; the text, perhaps empty.
        left(): Escape was pressed.
    """

    given = Signal(str)
    left = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, name: str = "reason_field", asked: str = ""
    ) -> None:
        words = asked or _("Across a bracket: one line why, it is printed. Enter moves it.")
        super().__init__(name=words, placeholder=words, entry=True, parent=parent)
        self.setObjectName(name)
        self.entered.connect(self._entered)
        self.hide()

    def open(self) -> None:
        """Show the empty field and type into it."""
        self.clear_entry()
        self.show()
        self.setFocus()

    def close_field(self) -> None:
        """Hide it."""
        self.clear_entry()
        self.hide()

    def _entered(self) -> None:
        self.given.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
