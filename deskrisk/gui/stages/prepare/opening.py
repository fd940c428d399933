"""What is ticked in the room when the meeting opens, and questions for aims in dispute."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _


class AimsOpening(QWidget):
    """Below the aims: were they confirmed, and what to ask when they are in dispute.

    Signals:
        confirmed(bool): the room has confirmed the aims, or not.
        questions_wanted(): the questions are unfolded for the first time.
    """

    confirmed = Signal(object)
    questions_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        self.tick = CheckField(_("The room has confirmed them"), name="aims_confirmed")
        self.tick.chosen.connect(self.confirmed)
        self.ask = LinkButton(_("In dispute? Questions to ask"), name="opening_questions")
        self.ask.clicked.connect(self._turn)
        column.addWidget(self.tick)
        column.addWidget(self.ask)
        self.sheet = QWidget()
        self._lines = QVBoxLayout(self.sheet)
        self._lines.setContentsMargins(8, 4, 0, 4)
        self._lines.setSpacing(6)
        column.addWidget(self.sheet)
        self.sheet.hide()

    def show_questions(self, questions: Sequence[str]) -> None:
        """Show these questions, in their order."""
        for text in questions:
            self._lines.addWidget(text_label(text, "soft", wraps=True))

    def _turn(self) -> None:
        if self._lines.isEmpty():
            self.questions_wanted.emit()
        unfolded = self.sheet.isHidden()
        self.sheet.setVisible(unfolded)
        self.ask.set_words(
            _("Fold the questions") if unfolded else _("In dispute? Questions to ask")
        )
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)
