"""The risk in hand at a review: the questions, what was seen, and what was promised for it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import MitigationId
from deskrisk.domain.model.reviews import Occurred
from deskrisk.gui.stages.follow_up.promise_state import PromiseStateCard
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.fields import DayField, LineField, TextField
from deskrisk.gui.widgets.kept import keep_cards
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import TextLabel, hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.follow_up import EntryView, answers, risk_states
from deskrisk.viewmodels.review_scores import ReviewScoresView

_WIDEST = 820


class EntryPane(QWidget):
    """The risk in hand: three questions, and what was promised for it."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setMaximumWidth(_WIDEST)
        self._today = today
        self.cards: dict[MitigationId, PromiseStateCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 8, 12)
        column.setSpacing(8)
        self._make_head(column)
        self.fired = Segments(_("Has the first sign shown?"), ((True, _("Yes")), (False, _("No"))))
        self.fired.setObjectName("trigger_fired_field")
        self.occurred = Segments(_("Did it happen?"), answers())
        self.occurred.setObjectName("occurred_field")
        self.state = ChoiceField(_("Where does the risk stand?"), risk_states(), bare=True)
        self.state.setObjectName("risk_state_field")
        self.trigger = self._question(column, _("Has the first sign shown?"), self.fired)
        self.since = DayField(name=_("Since when that is known"), today=today)
        self.since.setObjectName("resolved_on_field")
        self.since.setFixedWidth(116)
        self._question(column, _("Did it happen?"), self.occurred, self.since)
        self._make_seen(column)
        self.promised = text_label(_("What was promised for it"), "strong")
        column.addSpacing(8)
        column.addWidget(self.promised)
        self.card_column = QVBoxLayout()
        self.card_column.setSpacing(0)
        column.addLayout(self.card_column)
        self._make_state(column)
        self._make_scores(column)
        column.addStretch(1)

    def _make_head(self, column: QVBoxLayout) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        self.sign = SignMark()
        self.heading = text_label("", "soft", name="risk_heading")
        self.we_said = text_label("", "small", name="we_said")
        top.addWidget(self.sign)
        top.addWidget(self.heading, 1)
        top.addWidget(self.we_said)
        column.addLayout(top)
        self.title = text_label("", "title", wraps=True, most_lines=2, name="risk_title")
        column.addWidget(self.title)
        column.addWidget(hairline())

    def _question(
        self, column: QVBoxLayout, words: str, field: Segments, beside: QWidget | None = None
    ) -> TextLabel:
        row = QHBoxLayout()
        row.setSpacing(16)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(text_label(words, "strong"))
        soft = text_label("", "soft", wraps=True, most_lines=3)
        texts.addWidget(soft)
        soft.hide()
        row.addLayout(texts, 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        if beside is not None:
            row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(hairline())
        return soft

    def _make_seen(self, column: QVBoxLayout) -> None:
        column.addWidget(text_label(_("What did we see?"), "strong"))
        self.reading = LineField(
            name=_("What does the sign read today?"),
            placeholder=_("What does the sign read today?"),
        )
        self.reading.setObjectName("reading_field")
        self.note = TextField(name=_("Note"), placeholder=_("In a few words"), most_lines=5)
        self.note.setObjectName("review_note_field")
        column.addWidget(self.reading)
        column.addWidget(self.note)

    def _make_state(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(text_label(_("Where does the risk stand?"), "strong"), 1)
        row.addWidget(self.state)
        column.addSpacing(4)
        column.addLayout(row)
        column.addWidget(hairline())

    def _make_scores(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(text_label(_("New private answers"), "strong"))
        self.moved = text_label("", "soft", wraps=True, most_lines=3, name="scores_moved")
        texts.addWidget(self.moved)
        self.again = LinkButton(_("Score again"), name="score_again")
        row.addLayout(texts, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        column.addSpacing(4)
        column.addLayout(row)
        column.addWidget(hairline())

    def show_scores(self, view: ReviewScoresView, words: str) -> None:
        """Show how the figures of the risk in hand moved, or how far the new answers are."""
        self.moved.setText(words or view.state)
        self.again.set_words(_("Take them up again") if view.shown else _("Score again"))

    def show_entry(self, view: EntryView, held_on: date) -> tuple[PromiseStateCard, ...]:
        """Show the risk in hand; gives the cards that are new and wait to be connected."""
        self.sign.show_sign(view.sign)
        self.heading.setText(view.heading)
        self.we_said.setText(view.we_said)
        self.title.setText(view.title)
        self._show_trigger(view.trigger)
        self.fired.show_value(view.trigger_fired)
        self.occurred.show_value(view.occurred)
        self.since.show_value(view.resolved_on or held_on)
        self.since.setVisible(view.occurred in (Occurred.YES, Occurred.NO))
        self.reading.show_value(view.reading)
        self.note.show_value(view.note)
        self.state.show_value(view.status)
        self.promised.setVisible(bool(view.promises))
        return self._show_promises(view, held_on)

    def _show_trigger(self, trigger: str) -> None:
        self.trigger.setText(trigger)
        self.trigger.setVisible(bool(trigger))

    def _show_promises(self, view: EntryView, held_on: date) -> tuple[PromiseStateCard, ...]:
        wanted = [promise.id for promise in view.promises]
        fresh = keep_cards(
            self.card_column, self.cards, wanted, lambda id_: PromiseStateCard(id_, self._today)
        )
        for at, promise in enumerate(view.promises):
            card = self.cards[promise.id]
            card.setObjectName(f"promise_{at + 1}")
            card.show_state(promise, held_on)
        return fresh
