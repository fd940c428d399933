"""The page Respond: one risk at a time, decided, owned, promised, and proven by what."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QApplication, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, Happiness
from deskrisk.gui.desk.foot_bar import FootBar, Question
from deskrisk.gui.stages.respond.layout import RespondLayout
from deskrisk.gui.stages.respond.promise_acts import PromiseActs
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.fields import DayField, TextField
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import responses as services
from deskrisk.viewmodels.portfolio import portfolio_view
from deskrisk.viewmodels.promises import owners
from deskrisk.viewmodels.respond import respond_view
from deskrisk.viewmodels.scenes import Scene

_TEXTS = ("reason", "trigger", "fallback")
"""Texts of a response that the room sees grow."""


class RespondPage(StagePage):
    """Stage 5."""

    stage = Stage.RESPOND

    def build(self) -> None:
        """Make the strip, the response and its promises."""
        self.risk: RiskId | None = None
        self.held_before_bar: QWidget | None = None
        self._together = False
        self._willing: Callable[[], object] | None = None
        self.parts = RespondLayout(self.body, self.meeting.today)
        self.acts = PromiseActs(self)
        self.agreed = LinkButton(_("They have agreed"), name="agreed_button", tone="accent")
        self.agreed.hide()
        self.foot.addWidget(self.agreed)
        self.foot.addWidget(self.parts.together)
        self.primary = self.set_primary(_("Next"), self._go_on)
        self.bar = FootBar(self)
        self.bar.setObjectName("new_risk_bar")
        self.bar.field.setObjectName("new_risk_field")
        self._connect()

    def _connect(self) -> None:
        parts = self.parts
        parts.strip.picked.connect(self._take)
        parts.together.clicked.connect(lambda _on=False: self._turn_together())
        parts.decision.chosen.connect(self._decided)
        parts.happy.chosen.connect(self.say_happy)
        parts.owner.chosen.connect(self._owner_chosen)
        parts.owner.asked.connect(self.acts.tell_keys)
        parts.add.clicked.connect(lambda _on=False: self.acts.add())
        parts.ideas.clicked.connect(lambda _on=False: self.acts.take_idea())
        parts.new_risk.clicked.connect(lambda _on=False: self._ask_new_risk())
        parts.brings.recast_wanted.connect(lambda risk: self.lead_to.emit(Stage.RECAST, risk))
        parts.brings.score_wanted.connect(lambda risk: self.lead_to.emit(Stage.RANK, risk))
        self.agreed.clicked.connect(self._they_agreed)
        for name, field in self._written().items():
            field.edited.connect(lambda value, name=name: self._edited(name, value))
        for name in _TEXTS:
            getattr(parts, name).textChanged.connect(self.put_draft)
        parts.review.flaw_found.connect(lambda words: self.say(words, "care"))
        parts.likelihood.chosen.connect(self._residual_chosen)
        parts.impact.chosen.connect(self._residual_chosen)

    def _written(self) -> dict[str, TextField | DayField]:
        parts = self.parts
        return {
            "reason": parts.reason,
            "trigger": parts.trigger,
            "fallback": parts.fallback,
            "leverage_note": parts.leverage_note,
            "review_date": parts.review,
        }

    def put_on_wall(self) -> None:
        """The risk in hand with what we do about it, as far as it was typed; or all promises."""
        if self._together:
            self.room.show(Scene.PORTFOLIO, curtain=False)
            return
        self.room.show(Scene.RESPONSE, self.risk or "", curtain=False)
        self.put_draft()

    def put_draft(self) -> None:
        """Let the wall grow with every key; what is handed over is no draft."""
        if self.risk is None or self._together:
            return
        held = self.meeting.workshop.responses.get(self.risk)
        draft = {}
        for name in _TEXTS:
            field = getattr(self.parts, name)
            if field.hasFocus() and field.value() != getattr(held, name, ""):
                draft[name] = str(field.value())
        for id_, card in self.parts.cards.items():
            if card.isAncestorOf(QApplication.focusWidget() or self):
                draft |= {f"{name}/{id_}": text for name, text in card.draft().items()}
        self.room.draft(self.risk, **draft)

    def first_focus(self) -> QWidget | None:
        """The decision; without a risk the way to one."""
        if self._together:
            return self.primary
        return self.parts.decision if self.risk is not None else self.primary

    def take_in_hand(self, thing: object) -> None:
        """Show the response to a risk."""
        if isinstance(thing, str) and thing in self.meeting.workshop.risks:
            self._take(RiskId(thing))

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002  everything is shown anew
        """Show the response as it is."""
        self._show()

    def _show(self) -> None:
        workshop = self.meeting.shown
        view = respond_view(workshop, self.risk)
        self._view = view
        self.risk = view.response.risk if view.response else None
        self.put_on_wall()
        for card in self.parts.show_view(view, owners(workshop)):
            self.acts.connect_card(card)
        self._together = self._together and self.risk is not None
        self.parts.show_together(portfolio_view(workshop) if self._together else None)
        self.order_tabs()
        if self._together:
            self.primary.set_words(_("Ask for agreement"))
        elif view.response is None:
            self.primary.set_words(_("Recast a fear"))
        else:
            self.primary.set_words(view.next_words or _("Ask for agreement"))
        self._willing = None
        self.agreed.hide()
        if not self.parts.asks_owner():
            self.say_missing()

    def say_missing(self) -> None:
        """Say what the response still lacks, or what makes the number fall."""
        response = None if self._together else self._view.response
        usual = _("The number falls only when the sign was seen.")
        self.say((response.missing or usual) if response else "")

    def order_tabs(self) -> None:
        """Tab goes as one reads."""
        tab_as_read(self)

    def _take(self, risk: RiskId) -> None:
        flush_fields(self)
        self.bar.close_bar()
        self.risk, self._together = risk, False
        self._show()
        self.parts.area.verticalScrollBar().setValue(0)

    def _turn_together(self) -> None:
        """Look at all promises together, or at the risk in hand again."""
        flush_fields(self)
        self._together = not self._together
        self._show()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def _next_risk(self) -> None:
        if self._view.following is not None:
            self._take(self._view.following)
            self.parts.decision.setFocus()

    def _previous_risk(self) -> None:
        if self._view.previous is not None:
            self._take(self._view.previous)
            self.parts.decision.setFocus()

    def _go_on(self) -> None:
        if self.risk is None:
            self.go_to.emit(Stage.RECAST)
        elif self._view.following is not None and not self._together:
            self._next_risk()
        else:
            self.go_to.emit(Stage.AGREE)

    def _decided(self, decision: object) -> None:
        risk = self.risk
        if risk is not None and isinstance(decision, Decision):
            self.attempt(lambda: services.decide(self.meeting, risk, decision, origin=self))

    def say_happy(self, happy: object) -> None:
        """The room says whether it is happy; said again it is taken back."""
        risk = self.risk
        if risk is not None and isinstance(happy, Happiness):
            held = self.meeting.workshop.responses.get(risk)
            said = None if held is not None and held.happy is happy else happy
            self.attempt(lambda: services.say_happy(self.meeting, risk, said, origin=self))

    def _owner_chosen(self, who: ParticipantId | None) -> None:
        risk = self.risk
        if risk is None:
            return

        def own(*, has_agreed: bool = False) -> object:
            return services.set_owner(self.meeting, risk, who, has_agreed=has_agreed, origin=self)

        self.give(own, who)

    def give(self, own: Callable[..., object], who: ParticipantId | None) -> None:
        """Give something to a person; one who is not here has to have agreed."""
        if self.attempt(own) is not None:
            return
        person = self.meeting.workshop.participants.get(who) if who else None
        said = self.message.text()
        self._show()
        self.say(said, "care")
        if person is not None and not person.present:
            self._willing = lambda: own(has_agreed=True)
            self.agreed.show()

    def _they_agreed(self) -> None:
        if self._willing is not None:
            self.attempt(self._willing)

    def _edited(self, field: str, value: object) -> None:
        risk = self.risk
        if risk is not None:
            self.attempt(
                lambda: services.edit_response(self.meeting, risk, field, value, origin=self)
            )

    def _residual_chosen(self, _level: object) -> None:
        risk = self.risk
        likelihood, impact = self.parts.likelihood.value(), self.parts.impact.value()
        if risk is not None:
            self.attempt(
                lambda: services.set_residual(
                    self.meeting,
                    risk,
                    likelihood if isinstance(likelihood, int) else None,
                    impact if isinstance(impact, int) else None,
                    origin=self,
                )
            )

    def _ask_new_risk(self) -> None:
        self.held_before_bar = QApplication.focusWidget()
        words = _("Does this bring a new risk? What may happen?")
        question = Question(
            words=words,
            sign="icon:plus:ink_soft",
            name=words,
            placeholder="",
            keys=_("Enter adds, Esc closes"),
        )
        self.bar.ask(question, self.acts.add_new_risk)

    def new_risk_added(self) -> None:
        """The bar goes away; where the new risk stands, it can be seen."""
        self.bar.close_bar()
        self.held_before_bar = None
        self.say(_("Added. Nobody has judged it yet; it stands below the promises."), "good")

    def _why_no_risk(self) -> str:
        return "" if self.risk is not None else _("There is no risk yet.")

    def _why_not_decided(self) -> str:
        asked = self._view.response is not None and self._view.response.asks_happy
        return "" if asked else _("Decide first what to do about it.")

    def _why_none_before(self) -> str:
        there = self.risk is not None and self._view.previous is not None
        return "" if there else _("There is no risk before this one.")

    def _why_none_after(self) -> str:
        there = self.risk is not None and self._view.following is not None
        return "" if there else _("That was the last risk.")

    page_actions: ClassVar = (
        PageAction(
            "respond.add",
            N_("Another promise for this risk"),
            "Alt+N",
            lambda page: page.acts.add(),
            _why_no_risk,
        ),
        PageAction(
            "respond.ideas",
            N_("Ideas at hand for this risk"),
            "Alt+I",
            lambda page: page.acts.take_idea(),
            _why_no_risk,
        ),
        PageAction(
            "respond.serve",
            N_("A promise of another risk serves this one too"),
            "Alt+P",
            lambda page: page.acts.take_idea("other."),
            _why_no_risk,
        ),
        PageAction(
            "respond.new_risk", N_("A new risk from this"), "Alt+S", _ask_new_risk, _why_no_risk
        ),
        PageAction(
            "respond.owner",
            N_("Who owns this risk"),
            "Alt+O",
            lambda page: page.parts.owner.setFocus(),
            _why_no_risk,
        ),
        PageAction(
            "respond.happy",
            N_("We are happy with how it is mitigated"),
            "Alt+1",
            lambda page: page.say_happy(Happiness.HAPPY),
            _why_not_decided,
        ),
        PageAction(
            "respond.can_live",
            N_("We can live with it"),
            "Alt+2",
            lambda page: page.say_happy(Happiness.CAN_LIVE_WITH_IT),
            _why_not_decided,
        ),
        PageAction(
            "respond.not_yet",
            N_("We are not happy with it yet"),
            "Alt+3",
            lambda page: page.say_happy(Happiness.NOT_YET),
            _why_not_decided,
        ),
        PageAction(
            "respond.together",
            N_("All promises together, and back"),
            "Alt+T",
            _turn_together,
            _why_no_risk,
        ),
        PageAction("respond.next", N_("Next risk"), "PgDown", _next_risk, _why_none_after),
        PageAction("respond.before", N_("Risk before"), "PgUp", _previous_risk, _why_none_before),
    )
    page_keys: ClassVar = (
        PageKey(N_("A promise up or down, in its title"), "Alt+Up"),
        PageKey(N_("Who says “I do”: the first person, the second ..."), "1"),
    )
