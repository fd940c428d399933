"""Another way to find the order: which one, and one line why, in place of a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.gui.stages.rank.reason_field import ReasonField
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.i18n import _


class MethodStrip(QFrame):
    """A choice and a reason.

    Signals:
        chosen(object, str): this way, for this reason.
        left(): Escape was pressed.
    """

    chosen = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("method_strip")
        self.setProperty("ground", "sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        self.way = ChoiceField(_("How the order is found"))
        self.way.setObjectName("method_field")
        self.reason = ReasonField(
            name="method_reason_field",
            asked=_("The scores were seen: one line why. It is printed. Enter changes it."),
        )
        self.reason.given.connect(self._given)
        self.reason.left.connect(self.left)
        row.addWidget(self.way)
        row.addWidget(self.reason, 1)
        self.hide()

    def show_ways(self, ways: tuple[tuple[OrderMethod, str], ...]) -> None:
        """Offer these ways."""
        self.way.show_options(ways)
        if self.way.value() is None and ways:
            self.way.show_value(ways[0][0])

    def open(self) -> None:
        """Ask."""
        self.show()
        self.reason.open()
        self.way.setFocus()

    def _given(self, reason: str) -> None:
        self.chosen.emit(self.way.value(), reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
