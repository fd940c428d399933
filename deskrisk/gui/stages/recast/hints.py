"""Under the sentence: at most two quiet questions, and the moves they offer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.wording import MOST_SHOWN
from deskrisk.gui.widgets.buttons import LinkButton, SignButton
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.recast_risk import MOVE_KEYS, MOVE_WORDS, Move, QuestionLine, SentenceCard

_LINE = 24
_HIGH = 32
"""Room for a question on two lines of small type, or on one of body type."""
_CLOSED = 8
"""What is left of the place where nothing is asked."""
_MOST_MOVES = 2
"""More do not fit beside each other; all have their key anyway."""


class HintLine(QWidget):
    """One question; a hint of the wording aid can be sent away for good.

    Signals:
        sent_away(str): the code of the hint.
    """

    sent_away = Signal(object)

    def __init__(self, place: int) -> None:
        super().__init__()
        self._code = ""
        self.sign = SignMark()
        self.words = text_label("", "soft", wraps=True, most_lines=2, name=f"risk_question_{place}")
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.away = SignButton(
            "icon:x:ink_soft", _("Do not ask this again here"), name=f"send_away_{place}"
        )
        self.away.setFixedHeight(_LINE)
        self.away.clicked.connect(lambda _on=False: self.sent_away.emit(self._code))
        self.setFixedHeight(_HIGH)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.sign)
        line.addWidget(self.words, 1)
        line.addWidget(self.away)

    def show_question(self, question: QuestionLine | None) -> None:
        """Show a question, or nothing at its place."""
        self._code = question.code if question else ""
        self.sign.show_sign("icon:info:ink_soft" if question else "")
        self.words.setText(question.text if question else "")
        self.away.setVisible(bool(self._code))

    def code(self) -> str:
        """The code of the hint; empty for what cannot be sent away."""
        return self._code


class HintLines(QWidget):
    """The questions and their moves, in a place that is kept free for them while one writes.

    Under a sentence that was whole when it was taken in hand there is no place to be kept.

    Signals:
        sent_away(str): a hint is not to be shown again for this risk.
        move_chosen(Move): what to do with the words.
    """

    sent_away = Signal(object)
    move_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines = tuple(HintLine(place) for place in range(1, MOST_SHOWN + 1))
        self.moves = {
            move: LinkButton(_(MOVE_WORDS[move]), MOVE_KEYS[move], name=f"move_{move.value}")
            for move in Move
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in self.lines:
            line.sent_away.connect(self.sent_away)
            column.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 0, 0)
        row.setSpacing(0)
        for move, button in self.moves.items():
            button.setFixedHeight(_LINE)
            button.clicked.connect(lambda _on=False, move=move: self.move_chosen.emit(move))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._risk: RiskId | None = None
        self._keep_free(free=True)

    def arrange(self, *, wide: bool) -> None:
        """Set the questions smaller where they would not fit."""
        for line in self.lines:
            line.words.show_role("soft" if wide else "small")

    def show_card(self, card: SentenceCard | None) -> None:
        """Show what is asked about a risk."""
        whole = card is not None and card.well_said
        if card is None or card.id != self._risk:
            self._keep_free(free=not whole)
        elif not whole:
            self._keep_free(free=True)  # and it stays: what is below does not jump while one writes
        self._risk = card.id if card else None
        questions = (*(card.questions if card else ()), None, None)
        for line, question in zip(self.lines, questions, strict=False):
            line.show_question(question)
        shown = card.moves[:_MOST_MOVES] if card else ()
        for move, button in self.moves.items():
            button.setVisible(move in shown)

    def _keep_free(self, *, free: bool) -> None:
        self.setFixedHeight(_HIGH * MOST_SHOWN + _LINE if free else _CLOSED)

    def first_code(self) -> str:
        """The hint that is sent away by its key: the first that can be."""
        return next((line.code() for line in self.lines if line.code()), "")
