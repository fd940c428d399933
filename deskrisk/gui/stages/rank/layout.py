"""The bar at the top of the page Rank: which way of working, which round, how answers come in."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskrisk.domain.scores import ROUNDS
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.i18n import _
from deskrisk.viewmodels.sheets import WAY_WORDS

ANSWERS, DIFFERENCE, ORDER = "answers", "difference", "order"
"""The ways of working on the page."""


class WaysBar(QWidget):
    """What is worked on; round and way of answering stand there only with the answers."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(16)
        self.ways = Segments(
            _("Way of working"),
            ((ANSWERS, _("Answers")), (DIFFERENCE, _("Difference")), (ORDER, _("Order"))),
        )
        self.ways.setObjectName("rank_ways")
        rounds = tuple((each, _("Round {number}").format(number=each)) for each in ROUNDS)
        self.rounds = Segments(_("Round"), rounds)
        self.rounds.setObjectName("round_choice")
        self.input = ChoiceField(
            _("How answers come in"), tuple((mode, _(words)) for mode, words in WAY_WORDS.items())
        )
        self.input.setObjectName("input_field")
        row.addWidget(self.ways)
        row.addWidget(self.rounds)
        row.addStretch(1)
        row.addWidget(self.input)

    def show_for(self, way: str, number: int, mode: object) -> None:
        """Show what is chosen."""
        self.ways.show_value(way)
        self.rounds.show_value(number)
        self.input.show_value(mode)
        for part in (self.rounds, self.input):
            part.setVisible(way == ANSWERS)
