"""The page Respond: one risk at a time, decided, owned, promised, and proven by what."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision
from deskrisk.gui.stages.respond.layout import RespondLayout
from deskrisk.gui.stages.respond.promise_card import PromiseCard
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import responses as services
from deskrisk.viewmodels.respond import owners, respond_view
from deskrisk.viewmodels.scenes import Scene


class RespondPage(StagePage):
    """Stage 5."""

    stage = Stage.RESPOND

    def build(self) -> None:
        """Make the strip, the response and its promises."""
        self._risk: RiskId | None = None
        self._willing: Callable[[], object] | None = None
        self.parts = RespondLayout(self.body, self.meeting.today)
        self.agreed = LinkButton(_("They have agreed"), name="agreed_button", tone="accent")
        self.agreed.hide()
        self.foot.addWidget(self.agreed)
        self.primary = self.set_primary(_("Next"), self._go_on)
        self._connect()

    def _connect(self) -> None:
        parts = self.parts
        parts.strip.picked.connect(self._take)
        parts.decision.chosen.connect(self._decided)
        parts.owner.chosen.connect(self._owner_chosen)
        parts.add.clicked.connect(self._add_promise)
        self.agreed.clicked.connect(self._they_agreed)
        for field, name in (
            (parts.reason, "reason"),
            (parts.trigger, "trigger"),
            (parts.fallback, "fallback"),
            (parts.leverage_note, "leverage_note"),
            (parts.review, "review_date"),
        ):
            field.edited.connect(lambda value, name=name: self._edited(name, value))
        parts.review.flaw_found.connect(lambda words: self.say(words, "care"))
        parts.likelihood.chosen.connect(self._residual_chosen)
        parts.impact.chosen.connect(self._residual_chosen)

    def put_on_wall(self) -> None:
        """The risk in hand with what we do about it."""
        self.room.show(Scene.RESPONSE, self._risk or "", curtain=False)

    def first_focus(self) -> QWidget | None:
        """The decision; without a risk the way to one."""
        return self.parts.decision if self._risk is not None else self.primary

    def take_in_hand(self, thing: object) -> None:
        """Show the response to a risk."""
        if isinstance(thing, str):
            self._take(RiskId(thing))

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002  everything is shown anew
        """Show the response as it is."""
        self._show()

    def _show(self) -> None:
        workshop = self.meeting.workshop
        view = respond_view(workshop, self._risk)
        self._view = view
        self._risk = view.response.risk if view.response else None
        self.put_on_wall()
        fresh = self.parts.show_view(view, owners(workshop))
        for card in fresh:
            self._connect_card(card)
        if fresh:
            tab_as_read(self)
        if view.response is None:
            self.primary.set_words(_("Recast a fear"))
        else:
            self.primary.set_words(view.next_words or _("Ask for agreement"))
        self._willing = None
        self.agreed.hide()
        usual = _("The number falls only when the sign was seen.")
        self.say((view.response.missing or usual) if view.response else "")

    def _connect_card(self, card: PromiseCard) -> None:
        card.changed.connect(self._promise_edited)
        card.signal_changed.connect(self._signal_edited)
        card.owner_chosen.connect(self._promise_owner_chosen)
        card.moved.connect(self._promise_moved)
        card.removed.connect(self._promise_removed)
        card.unfolded.connect(lambda: tab_as_read(self))
        card.flaw_found.connect(lambda words: self.say(words, "care"))

    def _take(self, risk: RiskId) -> None:
        flush_fields(self)
        self._risk = risk
        self._show()
        self.parts.area.verticalScrollBar().setValue(0)

    def _next_risk(self) -> None:
        if self._view.following is not None:
            self._take(self._view.following)
            self.parts.decision.setFocus()

    def _previous_risk(self) -> None:
        if self._view.previous is not None:
            self._take(self._view.previous)
            self.parts.decision.setFocus()

    def _go_on(self) -> None:
        if self._risk is None:
            self.go_to.emit(Stage.RECAST)
        elif self._view.following is not None:
            self._next_risk()
        else:
            self.go_to.emit(Stage.AGREE)

    def _decided(self, decision: object) -> None:
        risk = self._risk
        if risk is not None and isinstance(decision, Decision):
            self.attempt(lambda: services.decide(self.meeting, risk, decision, origin=self))

    def _owner_chosen(self, who: ParticipantId | None) -> None:
        risk = self._risk
        if risk is None:
            return

        def own(*, has_agreed: bool = False) -> object:
            return services.set_owner(self.meeting, risk, who, has_agreed=has_agreed, origin=self)

        self._give(own, who)

    def _promise_owner_chosen(self, id_: MitigationId, who: ParticipantId | None) -> None:
        def own(*, has_agreed: bool = False) -> object:
            return services.set_mitigation_owner(
                self.meeting, id_, who, has_agreed=has_agreed, origin=self
            )

        self._give(own, who)

    def _give(self, own: Callable[..., object], who: ParticipantId | None) -> None:
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
        risk = self._risk
        if risk is not None:
            self.attempt(
                lambda: services.edit_response(self.meeting, risk, field, value, origin=self)
            )

    def _residual_chosen(self, _level: object) -> None:
        risk = self._risk
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

    def _add_promise(self) -> None:
        risk = self._risk
        if risk is None:
            return
        flush_fields(self)
        id_ = self.attempt(lambda: services.add_mitigation(self.meeting, risk, origin=self))
        if id_ is not None and id_ in self.parts.cards:
            self.parts.promises.show()
            card = self.parts.cards[id_]
            card.title.setFocus()
            self.parts.area.ensureWidgetVisible(card)

    def _promise_edited(self, id_: MitigationId, field: str, value: object) -> None:
        if id_ in self.meeting.workshop.mitigations:
            self.attempt(
                lambda: services.edit_mitigation(self.meeting, id_, field, value, origin=self)
            )

    def _signal_edited(self, id_: MitigationId, field: str, value: object) -> None:
        if id_ in self.meeting.workshop.mitigations:
            self.attempt(lambda: services.edit_signal(self.meeting, id_, field, value, origin=self))

    def _promise_moved(self, id_: MitigationId, by: int) -> None:
        risk = self._risk
        if risk is not None:
            self.attempt(lambda: services.move_mitigation(self.meeting, risk, id_, by, origin=self))

    def _promise_removed(self, id_: MitigationId) -> None:
        self.attempt(lambda: services.remove_mitigation(self.meeting, id_, origin=self))
        self.parts.add.setFocus()

    def _why_no_risk(self) -> str:
        return "" if self._risk is not None else _("There is no risk yet.")

    def _why_none_before(self) -> str:
        there = self._risk is not None and self._view.previous is not None
        return "" if there else _("There is no risk before this one.")

    def _why_none_after(self) -> str:
        there = self._risk is not None and self._view.following is not None
        return "" if there else _("That was the last risk.")

    page_actions: ClassVar = (
        PageAction(
            "respond.add", N_("Another promise for this risk"), "Alt+N", _add_promise, _why_no_risk
        ),
        PageAction("respond.next", N_("Next risk"), "PgDown", _next_risk, _why_none_after),
        PageAction("respond.before", N_("Risk before"), "PgUp", _previous_risk, _why_none_before),
    )
    page_keys: ClassVar = (PageKey(N_("A promise up or down, in its title"), "Alt+Up"),)
