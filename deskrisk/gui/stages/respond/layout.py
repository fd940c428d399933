"""The widgets of the page Respond and where they stand."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import MitigationId
from deskrisk.gui.stages.respond.below import BroughtRisks, QuietLines
from deskrisk.gui.stages.respond.entries import OwnerField
from deskrisk.gui.stages.respond.loss_scale import LossScale
from deskrisk.gui.stages.respond.portfolio_pane import PortfolioPane
from deskrisk.gui.stages.respond.promise_card import PromiseCard
from deskrisk.gui.stages.respond.strip import RiskStrip
from deskrisk.gui.widgets.buttons import LinkButton, QuietButton
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.fields import DayField, TextField
from deskrisk.gui.widgets.kept import keep_cards
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.portfolio import PortfolioView
from deskrisk.viewmodels.promises import (
    Options,
    decisions,
    happiness,
    impacts,
    likelihoods,
)
from deskrisk.viewmodels.respond import RespondView, ResponseView

_SIDE = 208
_GAP = 28
_WIDEST = 1080


class RespondLayout:
    """Every widget of the page; the page connects them, and puts ``together`` at its foot."""

    def __init__(self, body: QVBoxLayout, today: date) -> None:
        self._today = today
        self.cards: dict[MitigationId, PromiseCard] = {}
        self.strip = RiskStrip()
        body.addWidget(self.strip)
        self.together = LinkButton("", "Alt+T", name="together_button")
        self.empty = text_label(
            _("There is no risk yet. Recast a fear first, then come back."), name="respond_empty"
        )
        body.addWidget(self.empty)
        self.content = QWidget()
        self.content.setMaximumWidth(_WIDEST)
        whole = QVBoxLayout(self.content)
        whole.setContentsMargins(4, 4, 8, 12)
        whole.setSpacing(6)
        self._make_head(whole)
        sides = QHBoxLayout()
        sides.setSpacing(_GAP)
        sides.addLayout(self._make_left(), 1)
        sides.addWidget(self._make_side(today), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(sides)
        whole.addStretch(1)
        self.area = scrolled(self.content, "respond_area")
        body.addWidget(self.area, 1)
        self.portfolio = PortfolioPane()
        self.portfolio.hide()
        body.addWidget(self.portfolio, 1)
        self.rest = QWidget()
        body.addWidget(self.rest, 1)

    def _make_head(self, column: QVBoxLayout) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        self.sign = SignMark()
        self.heading = text_label("", "soft", name="risk_heading")
        self.progress = text_label("", "small", name="respond_progress")
        self.owner = OwnerField(_("Owner: who says “I do”"))
        self.owner.setObjectName("owner_field")
        self.owner.setFixedWidth(200)
        top.addWidget(self.sign)
        top.addWidget(self.heading)
        top.addSpacing(16)
        top.addWidget(self.progress, 1)
        top.addWidget(text_label(_("Owner"), "soft"))
        top.addWidget(self.owner)
        column.addLayout(top)
        self.title = text_label("", "title", wraps=True, most_lines=2, name="risk_title")
        self.sentence = text_label("", "soft", wraps=True, most_lines=4, name="risk_sentence")
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(8)

    def _make_left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.decision = Segments(_("Decision"), decisions())
        self.decision.setObjectName("decision_field")
        column.addWidget(self.decision, 0, Qt.AlignmentFlag.AlignLeft)
        self.reason = TextField(
            name=_("Why"), placeholder=_("One line why; it is printed."), most_lines=3
        )
        self.reason.setObjectName("reason_field")
        column.addWidget(self.reason)
        column.addSpacing(8)
        column.addWidget(self._make_promises())
        self.brings = BroughtRisks()
        column.addWidget(self.brings)
        self.remarks = QuietLines("respond_remarks")
        column.addWidget(self.remarks)
        column.addWidget(self._make_signs())
        column.addWidget(self._make_question())
        column.addStretch(1)
        return column

    def _make_question(self) -> QWidget:
        self.question = QWidget()
        column = QVBoxLayout(self.question)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(text_label(_("Are we happy with how this is mitigated?"), "strong"), 1)
        row.addWidget(text_label(_("Alt+1 to Alt+3"), "small"))
        column.addLayout(row)
        self.happy = Segments(_("Are we happy with how this is mitigated?"), happiness())
        self.happy.setObjectName("happy_field")
        column.addWidget(self.happy, 0, Qt.AlignmentFlag.AlignLeft)
        return self.question

    def _make_promises(self) -> QWidget:
        self.promises = QWidget()
        column = QVBoxLayout(self.promises)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(text_label(_("What we promise"), "strong"), 1)
        self.promises_note = text_label("", "small")
        top.addWidget(self.promises_note)
        column.addLayout(top)
        column.addWidget(hairline())
        self.card_column = QVBoxLayout()
        self.card_column.setSpacing(0)
        column.addLayout(self.card_column)
        self.add = QuietButton(_("Add a promise"), "Alt+N", name="add_promise")
        self.ideas = LinkButton(_("Ideas"), "Alt+I", name="ideas_button")
        self.new_risk = LinkButton(_("New risk from this"), "Alt+S", name="new_risk_button")
        column.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in (self.add, self.ideas, self.new_risk):
            row.addWidget(each)
        row.addStretch(1)
        column.addLayout(row)
        return self.promises

    def _make_signs(self) -> QWidget:
        self.signs = QWidget()
        column = QVBoxLayout(self.signs)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(text_label(_("And if it happens anyway"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(16)
        self.trigger = TextField(
            name=_("First sign"), placeholder=_("What we see first"), lines=2, most_lines=5
        )
        self.trigger.setObjectName("trigger_field")
        self.fallback = TextField(
            name=_("What we do then"),
            placeholder=_("Who does what within the hour"),
            lines=2,
            most_lines=5,
        )
        self.fallback.setObjectName("fallback_field")
        for words, field in (
            (_("First sign"), self.trigger),
            (_("What we do then"), self.fallback),
        ):
            half = QVBoxLayout()
            half.setSpacing(4)
            half.addWidget(text_label(words, "small"))
            half.addWidget(field)
            half.addStretch(1)
            row.addLayout(half, 1)
        column.addLayout(row)
        return self.signs

    def _make_side(self, today: date) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addWidget(text_label(_("Expected loss"), "strong"))
        column.addWidget(text_label(_("100 = the whole project"), "small"))
        self.loss = LossScale()
        column.addWidget(self.loss)
        self.residual = QWidget()
        rest = QVBoxLayout(self.residual)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(4)
        rest.addWidget(text_label(_("When all is done and proven"), "small"))
        self.likelihood = ChoiceField(_("How likely then"), likelihoods())
        self.likelihood.setObjectName("residual_likelihood_field")
        self.impact = ChoiceField(_("How bad then"), impacts())
        self.impact.setObjectName("residual_impact_field")
        rest.addWidget(self.likelihood)
        rest.addWidget(self.impact)
        column.addWidget(self.residual)
        column.addSpacing(6)
        self.effort = text_label("", "soft", name="effort_note")
        column.addWidget(self.effort)
        self.worth = text_label("", "soft", wraps=True, name="worth_note")
        column.addWidget(self.worth)
        self.leverage_note = TextField(
            name=_("Why it is worth it"),
            placeholder=_("It costs more than it saves. Why do we keep it?"),
            lines=2,
            most_lines=5,
        )
        self.leverage_note.setObjectName("leverage_note_field")
        column.addWidget(self.leverage_note)
        column.addWidget(text_label(_("When we look again"), "small"))
        self.review = DayField(name=_("When we look again"), today=today, placeholder=_("a day"))
        self.review.setObjectName("review_date_field")
        column.addWidget(self.review)
        return side

    def asks_owner(self) -> bool:
        """Is somebody about to say "I do"?"""
        fields = (self.owner, *(card.owner for card in self.cards.values()))
        return any(field.hasFocus() for field in fields)

    def show_together(self, view: PortfolioView | None) -> None:
        """Show all promises together in place of the risk in hand; None shows the risk again."""
        self.portfolio.setVisible(view is not None)
        self.area.setVisible(view is None and self.empty.isHidden())
        words = _("Back to the risk") if view is not None else _("All together")
        self.together.set_words(words)
        if view is not None:
            self.portfolio.show_portfolio(view)

    def show_view(self, view: RespondView, people: Options) -> tuple[PromiseCard, ...]:
        """Show everything; gives the cards that are new and wait to be connected."""
        response = view.response
        self.together.setVisible(response is not None)
        self.strip.show_items(view.strip, response.risk if response else None)
        self.strip.setVisible(bool(view.strip))
        self.progress.setText(view.progress if view.strip else "")
        self.empty.setVisible(response is None)
        self.rest.setVisible(response is None)
        self.area.setVisible(response is not None)
        return self._show_response(response, people) if response else ()

    def _show_response(self, view: ResponseView, people: Options) -> tuple[PromiseCard, ...]:
        self.sign.show_sign(view.sign)
        self.heading.setText(view.heading)
        self.title.setText(view.title)
        self.sentence.setText(view.sentence)
        self.sentence.setVisible(bool(view.sentence))
        self.owner.show_options(people)
        self.owner.show_value(view.owner)
        self.decision.show_value(view.decision)
        self.reason.setVisible(view.asks_reason)
        self.reason.show_value(view.reason)
        self.promises.setVisible(view.asks_promises)
        self.promises_note.setText(view.promises_note)
        words = _("Ideas ({count})").format(count=view.ideas) if view.ideas else _("Ideas")
        self.ideas.set_words(words)
        self.brings.show_risks(view.brings)
        self.remarks.show_lines(view.remarks)
        self.signs.setVisible(view.asks_sign)
        self.question.setVisible(view.asks_happy)
        self.happy.show_value(view.happy)
        self.trigger.show_value(view.trigger)
        self.fallback.show_value(view.fallback)
        self.likelihood.show_value(view.residual_likelihood)
        self.impact.show_value(view.residual_impact)
        self.residual.setVisible(view.asks_promises)
        self.review.show_value(view.review_date)
        self.loss.show_loss(view.loss)
        self.effort.setText(_("Effort: {days}").format(days=view.loss.effort))
        self.effort.setVisible(bool(view.loss.effort))
        self.worth.setText(view.loss.worth)
        self.worth.setVisible(bool(view.loss.worth))
        self.worth.show_tone("care" if view.loss.weak else "")
        self.leverage_note.setVisible(view.asks_leverage_note)
        self.leverage_note.show_value(view.leverage_note)
        return self._show_promises(view, people)

    def _show_promises(self, view: ResponseView, people: Options) -> tuple[PromiseCard, ...]:
        wanted = [promise.id for promise in view.promises]
        fresh = keep_cards(
            self.card_column, self.cards, wanted, lambda id_: PromiseCard(id_, self._today)
        )
        for at, promise in enumerate(view.promises):
            card = self.cards[promise.id]
            card.setObjectName(f"promise_{at + 1}")
            card.show_promise(promise, people)
        return fresh
