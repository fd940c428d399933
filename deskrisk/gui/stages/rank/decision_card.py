"""Above the order: what the room decides itself, what came of it, and the ways to do it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from deskrisk.gui.widgets.buttons import LinkButton, QuietButton
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.decision import DecisionView


class DecisionCard(QFrame):
    """A few sentences, and buttons for what can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("decision_card")
        self.setProperty("ground", "sunken")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        self.lines = text_label("", "body", wraps=True, most_lines=5, name="decision_lines")
        self.vote = QuietButton("", name="vote")
        self.take = QuietButton(_("Take this order"), "Alt+T", name="take_proposal")
        self.gut = LinkButton("", "Alt+G", name="gut_check")
        self.method = LinkButton(_("Another way ..."), "Alt+M", name="change_method")
        self.row = QHBoxLayout()
        self.row.setSpacing(10)
        self.row.addWidget(self.vote)
        self.row.addWidget(self.take)
        self.row.addStretch(1)
        self.row.addWidget(self.gut)
        self.row.addWidget(self.method)
        column.addWidget(self.lines)
        column.addLayout(self.row)

    def show_decision(self, view: DecisionView) -> None:
        """Show what can be done now."""
        self.setVisible(view.shown)
        self.lines.setText("\n".join(view.lines))
        self.lines.setVisible(bool(view.lines))
        self.vote.set_words(view.vote)
        self.vote.set_key(view.vote_key)
        self.vote.setVisible(bool(view.vote))
        self.take.setVisible(view.may_take)
        self.gut.set_words(view.gut)
        self.gut.setVisible(bool(view.gut))
