"""What is done with promises: give, edit, measure, move, share, take from what is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.gui.stages.respond.at_hand import FALLBACK, PROMISE, TRIGGER, ask_idea
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.i18n import _
from deskrisk.services import ideas as taking
from deskrisk.services import responses as services
from deskrisk.services.packs import known_packs
from deskrisk.services.risks import add_risk
from deskrisk.viewmodels.ideas import Idea, ideas_view
from deskrisk.viewmodels.promises import owner_keys

if TYPE_CHECKING:
    from deskrisk.gui.stages.respond.page import RespondPage
    from deskrisk.gui.stages.respond.promise_card import PromiseCard


class PromiseActs:
    """Acts on the promises of the risk that the page has in hand."""

    def __init__(self, page: RespondPage) -> None:
        self._page = page
        self._meeting = page.meeting

    def connect_card(self, card: PromiseCard) -> None:
        """Answer what a new card tells."""
        card.changed.connect(self._edited)
        card.signal_changed.connect(self._signal_edited)
        card.measured.connect(self._measured)
        card.supporters_typed.connect(self._supporters_typed)
        card.owner_chosen.connect(self._owner_chosen)
        card.owner_asked.connect(self.tell_keys)
        card.drafted.connect(self._page.put_draft)
        card.moved.connect(self._moved)
        card.removed.connect(self._removed)
        card.unfolded.connect(self._page.order_tabs)
        card.flaw_found.connect(lambda words: self._page.say(words, "care"))

    def add(self) -> None:
        """Begin another promise, its title ready to type."""
        risk = self._page.risk
        if risk is not None:
            flush_fields(self._page)
            added = self._page.attempt(
                lambda: services.add_mitigation(self._meeting, risk, origin=self._page)
            )
            self._go_to(added)

    def take_idea(self, first: str = "") -> None:
        """Show what is at hand, and make of it what is chosen."""
        risk = self._page.risk
        if risk is None:
            return
        flush_fields(self._page)
        view = ideas_view(self._meeting.workshop, risk, known_packs().packs)
        answer = ask_idea(self._page, view, first)
        if answer is not None:
            self._use(risk, *answer)

    def add_new_risk(self, event: str) -> None:
        """A new risk that this response brings; its cause is the promise in hand."""
        risk = self._page.risk
        if risk is None or not event:
            return
        promise = self.promise_in_hand()
        cause = self._meeting.workshop.mitigations[promise].title if promise else ""
        category = self._meeting.workshop.risks[risk].category
        added = self._page.attempt(
            lambda: add_risk(
                self._meeting,
                event=event,
                cause=cause,
                category=category,
                secondary_to=risk,
                origin=self._page,
            )
        )
        if added is not None:
            self._page.new_risk_added()

    def promise_in_hand(self) -> MitigationId | None:
        """The promise in which something had the focus last."""
        held = self._page.held_before_bar or QApplication.focusWidget()
        for id_, card in self._page.parts.cards.items():
            if held is not None and (card is held or card.isAncestorOf(held)):
                return id_
        return None

    def tell_keys(self, asked: bool) -> None:  # noqa: FBT001  the slot of a signal
        """Say which key is whose while somebody is to say "I do"."""
        keys = owner_keys(self._meeting.workshop)
        if asked and keys and self._page.tone not in {"care", "alarm"}:
            self._page.say(_("Who says “I do”? {keys}").format(keys=keys), "hint")
        elif not asked:
            self._page.say_missing()

    def _use(self, risk: RiskId, idea: Idea, use: str) -> None:
        page = self._page
        if idea.sign is not None or use in (TRIGGER, FALLBACK):
            page.attempt(lambda: self._take_sign(risk, idea, use))
            parts = page.parts
            field = parts.fallback if use == FALLBACK else parts.trigger
            if field.isVisibleTo(page):
                field.setFocus()
        elif idea.other is not None:
            other = idea.other
            page.attempt(lambda: taking.serve_too(self._meeting, other, risk, origin=page))
            self._go_to(other)
        elif use == PROMISE:
            self._go_to(page.attempt(lambda: self._take_promise(risk, idea)))

    def _take_sign(self, risk: RiskId, idea: Idea, use: str) -> object:
        if idea.sign is not None:
            return taking.take_sign(self._meeting, risk, idea.sign, origin=self._page)
        text = {"trigger": idea.shelved} if use == TRIGGER else {"fallback": idea.shelved}
        return taking.sign_idea(self._meeting, risk, origin=self._page, **text)

    def _take_promise(self, risk: RiskId, idea: Idea) -> MitigationId:
        if idea.promise is not None:
            return taking.promise_from_pack(self._meeting, risk, idea.promise, origin=self._page)
        return taking.promise_idea(self._meeting, risk, idea.shelved, origin=self._page)

    def _go_to(self, id_: MitigationId | None) -> None:
        card = self._page.parts.cards.get(id_) if id_ is not None else None
        if card is not None:
            self._page.parts.promises.show()
            card.title.setFocus()
            self._page.parts.area.ensureWidgetVisible(card)

    def _edited(self, id_: MitigationId, field: str, value: object) -> None:
        if id_ in self._meeting.workshop.mitigations:
            self._page.attempt(
                lambda: services.edit_mitigation(
                    self._meeting, id_, field, value, origin=self._page
                )
            )

    def _signal_edited(self, id_: MitigationId, field: str, value: object) -> None:
        if id_ in self._meeting.workshop.mitigations:
            self._page.attempt(
                lambda: services.edit_signal(self._meeting, id_, field, value, origin=self._page)
            )

    def _measured(self, id_: MitigationId, line: str) -> None:
        if id_ in self._meeting.workshop.mitigations:
            self._page.attempt(
                lambda: services.measure(self._meeting, id_, line, origin=self._page)
            )

    def _supporters_typed(self, id_: MitigationId, names: str) -> None:
        if id_ in self._meeting.workshop.mitigations:
            self._page.attempt(
                lambda: services.set_supporters(self._meeting, id_, names, origin=self._page)
            )

    def _owner_chosen(self, id_: MitigationId, who: ParticipantId | None) -> None:
        def own(*, has_agreed: bool = False) -> object:
            return services.set_mitigation_owner(
                self._meeting, id_, who, has_agreed=has_agreed, origin=self._page
            )

        self._page.give(own, who)

    def _moved(self, id_: MitigationId, by: int) -> None:
        risk = self._page.risk
        if risk is not None:
            self._page.attempt(
                lambda: services.move_mitigation(self._meeting, risk, id_, by, origin=self._page)
            )

    def _removed(self, id_: MitigationId) -> None:
        risk = self._page.risk
        self._page.attempt(
            lambda: services.remove_mitigation(self._meeting, id_, risk=risk, origin=self._page)
        )
        self._page.parts.add.setFocus()
