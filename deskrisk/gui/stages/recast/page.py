"""The page Recast: from a feeling to a sentence one can act on; nothing is lost on the way."""

from collections.abc import Callable
from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.fears import risks_of
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import AgreementId, FearId, ObjectiveId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.parts import part_name
from deskrisk.gui.stages.recast.layout import EmptyKind, RecastLayout
from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import categories, fears, risks, working_agreements
from deskrisk.viewmodels.recast import (
    RecastView,
    fears_in_order,
    next_fear,
    opening_fear,
    recast_view,
)
from deskrisk.viewmodels.scenes import Scene, pair

_AT_ONCE = {None, Disposition.ACKNOWLEDGED, Disposition.ISSUE, Disposition.QUESTION}
"""What a fear can become without anything else being there."""


class RecastPage(StagePage):
    """The fear as it was said, the sentence growing, the risks.

    One fear and one risk are in hand. A disposition that still needs something is begun here and
    becomes a step when it is there.
    """

    stage = Stage.RECAST

    def build(self) -> None:
        """Make the widgets."""
        self._status = ""
        self._fear: FearId | None = None
        self._risk: RiskId | None = None
        self._begun: Disposition | None = None
        self._asked_twice: RiskId | None = None
        self.parts = RecastLayout(self.body, self.meeting.today)
        self.another = QuietButton(_("Another risk from this fear"), _("Alt+N"), name="another")
        self.another.clicked.connect(lambda _on=False: self._begin_another())
        self.foot.addWidget(self.another)
        self.primary = self.set_primary(_("Next fear"), self._go_on)
        self._connect_fear()
        self._connect_risk()

    def refresh(self, changes: Changes | None) -> None:
        """Show the workshop as it is."""
        self._adopt(changes)
        if self._fear not in self.meeting.workshop.fears:
            self._begin_with(opening_fear(self.meeting.workshop))
        view = recast_view(self.meeting.workshop, self._fear, self._risk)
        self._show_fear(view)
        self.parts.sentence.show_risk(view)
        self.parts.risks.show_rows(view.risks)
        self.parts.risks.show_current(self._risk)
        self.parts.risks_note.setText(view.risks_note)
        self._connect_kinds(self.parts.show_kinds(view.empty_kinds))
        self._show_acts(view)
        tab_as_read(self)
        self.put_on_wall()
        self._status = view.progress
        if not self._refused:
            self.say("")

    def put_on_wall(self) -> None:
        """The fear as it was said, and the sentence as far as it has grown."""
        self.room.show(Scene.SENTENCE, pair(self._fear, self._risk), curtain=False)

    def first_focus(self) -> QWidget:
        """The first part of the sentence."""
        return self.parts.sentence.cause_part.field

    def say(self, text: str, tone: str = "plain") -> None:
        """Say one thing in the message line; with nothing to say, how many fears are placed."""
        super().say(text or self._status, tone)

    def show_fear(self, fear: FearId) -> None:
        """Take another fear in hand; what was being typed is kept."""
        flush_fields(self)
        self._take_fear(fear)
        self.refresh(None)

    def _adopt(self, changes: Changes | None) -> None:
        """Take a risk in hand that was begun by typing here."""
        if changes is None or changes.origin is not self:
            return
        for change in changes.items:
            if change.part == part_name(Risk) and change.before is None:
                self._risk = RiskId(change.id)

    def _begin_with(self, fear: FearId | None) -> None:
        if fear != self._fear:
            self._take_fear(fear)

    def _take_fear(self, fear: FearId | None) -> None:
        self._fear, self._begun = fear, None
        found = risks_of(self.meeting.workshop, fear) if fear else ()
        self._risk = found[0].id if found else None

    def _show_fear(self, view: RecastView) -> None:
        card = view.fear
        self.parts.show_fear_parts(shown=card is not None, mates=bool(card and card.mates))
        self.parts.no_fear.setText(view.no_fear)
        self.parts.disposition.show_options(view.dispositions)
        disposition = self._begun or (card.disposition if card else None)
        self.parts.disposition.show_value(disposition)
        self.parts.needs.show_needs(view, disposition)
        if card is not None:
            self.parts.fear.setText(card.text)
            self.parts.place_note.setText(card.place_note)
            self.parts.pile.setText(card.pile)
            self.parts.mates.show_rows(card.mates)

    def _show_acts(self, view: RecastView) -> None:
        card = view.risk
        self.another.setVisible(view.fear is not None)
        linked = card is not None and card.stands_for_fear
        words = _("Not for this fear") if linked else _("Also for this fear")
        self.parts.link.set_words(words)
        self.parts.link.setVisible(card is not None and view.fear is not None)
        self.primary.set_words(view.next_act)

    def _connect_fear(self) -> None:
        parts = self.parts
        parts.disposition.chosen.connect(self._choose_disposition)
        parts.mates.activated.connect(lambda key: self.show_fear(FearId(str(key))))
        needs = parts.needs
        needs.agreed.connect(self._agree)
        needs.agreement_chosen.connect(self._choose_agreement)
        needs.noted.connect(self._note)
        needs.owner_chosen.connect(
            lambda who: self._with_fear(
                lambda fear: fears.edit_fear(self.meeting, fear, origin=self, owner=who)
            )
        )
        needs.due_chosen.connect(
            lambda day: self._with_fear(
                lambda fear: fears.edit_fear(self.meeting, fear, origin=self, due=day)
            )
        )
        needs.due.flaw_found.connect(lambda words: self.say(words, "care"))
        needs.twin_chosen.connect(
            lambda twin: self._place(Disposition.MERGED, merged_into=twin) if twin else None
        )

    def _connect_risk(self) -> None:
        parts = self.parts
        parts.sentence.changed.connect(self._edit_risk)
        parts.sentence.aim_toggled.connect(self._toggle_aim)
        parts.sentence.finished.connect(self.primary.setFocus)
        parts.risks.picked.connect(self._pick_risk)
        parts.risks.activated.connect(lambda _key: parts.sentence.cause_part.field.setFocus())
        parts.risks.removed.connect(self._remove_risk)
        parts.link.clicked.connect(lambda _on=False: self._turn_link())
        parts.by_hand.clicked.connect(lambda _on=False: self._add_by_hand())

    def _connect_kinds(self, fresh: tuple[EmptyKind, ...]) -> None:
        ids = {box: id_ for id_, box in self.parts.kinds.items()}
        for box in fresh:
            box.looked.connect(
                lambda on, id_=ids[box]: self.attempt(
                    lambda: categories.look_for(self.meeting, id_, none_found=on)
                )
            )

    def _ask_disposition(self) -> None:
        if self.parts.disposition.isVisible():
            self.parts.disposition.setFocus()
            self.parts.disposition.showPopup()

    def _choose_disposition(self, value: object) -> None:
        disposition = cast("Disposition | None", value)
        fear = self.meeting.workshop.fears.get(self._fear) if self._fear else None
        if fear is None:
            return
        self._begun = None
        ready: dict[Disposition | None, bool] = {
            Disposition.RECAST: bool(risks_of(self.meeting.workshop, fear.id)),
            Disposition.PARKED: bool(fear.note.strip()),
        }
        if disposition in _AT_ONCE or ready.get(disposition):
            self._place(disposition)
        else:
            self._begun = disposition
        self.refresh(None)
        begun_risk = self.parts.sentence.cause_part.field
        if disposition is Disposition.RECAST:
            begun_risk.setFocus()
        else:
            field = self.parts.needs.first_field(disposition)
            if field is not None:
                field.setFocus()

    def _place(self, disposition: Disposition | None, **needs: object) -> None:
        done = self._with_fear(
            lambda fear: fears.dispose_fear(self.meeting, fear, disposition, **needs)
        )
        if done is not None:
            self._begun = None
        self.refresh(None)

    def _with_fear(self, action: Callable[[FearId], Changes]) -> Changes | None:
        fear = self._fear
        return None if fear is None else self.attempt(lambda: action(fear))

    def _agree(self, text: str) -> None:
        fear = self.meeting.workshop.fears.get(self._fear) if self._fear else None
        if fear is None or not text.strip():
            return
        held = fear.agreement
        if held is not None:
            self.attempt(
                lambda: working_agreements.edit_agreement(self.meeting, held, text, origin=self)
            )
        else:
            self.attempt(lambda: fears.agree_for_fear(self.meeting, fear.id, text))

    def _choose_agreement(self, value: object) -> None:
        agreement = cast("AgreementId | None", value)
        if agreement is not None:
            self._place(Disposition.AGREEMENT, agreement=agreement)

    def _note(self, text: str) -> None:
        if self._begun is Disposition.PARKED:
            self._place(Disposition.PARKED, note=text)
        else:
            self._with_fear(
                lambda fear: fears.edit_fear(self.meeting, fear, origin=self, note=text)
            )

    def _edit_risk(self, field: str, value: object) -> None:
        risk = self._risk
        if risk is not None and risk in self.meeting.workshop.risks:
            self.attempt(lambda: risks.edit_risk(self.meeting, risk, origin=self, **{field: value}))
        elif isinstance(value, str) and value.strip():
            self._begin_risk(field, value)

    def _begin_risk(self, field: str, text: str) -> None:
        self._begun = None
        fear = self._fear if not self._by_hand else None
        if fear is None:
            self.attempt(lambda: risks.add_risk(self.meeting, origin=self, **{field: text}))
        else:
            self.attempt(
                lambda: fears.recast_fear(self.meeting, fear, origin=self, **{field: text})
            )
        self._by_hand = False

    _by_hand = False

    def _begin_another(self) -> None:
        """An empty sentence for the fear in hand; it becomes a risk with the first word."""
        flush_fields(self)
        self._risk, self._by_hand = None, False
        self.refresh(None)
        self.parts.sentence.cause_part.field.setFocus()

    def _add_by_hand(self) -> None:
        self._begin_another()
        self._by_hand = True

    def _toggle_aim(self, aim: object) -> None:
        risk = self._risk
        if risk is not None:
            self.attempt(
                lambda: risks.toggle_objective(self.meeting, risk, cast("ObjectiveId", aim))
            )
            self.refresh(None)

    def _pick_risk(self, key: object) -> None:
        self._risk, self._by_hand = RiskId(str(key)), False
        self.refresh(None)

    def _remove_risk(self, key: object) -> None:
        """Remove a risk; where answers would go too, only when it is asked for once more."""
        risk = RiskId(str(key))
        again = self._asked_twice == risk
        self._asked_twice = risk
        self.attempt(lambda: risks.remove_risk(self.meeting, risk, for_good=again))

    def _turn_link(self) -> None:
        flush_fields(self)
        fear, risk = self._fear, self._risk
        held = self.meeting.workshop.risks.get(risk) if risk else None
        if fear is None or held is None:
            return
        turn = risks.unlink_risk if fear in held.fears else risks.link_risk
        self._begun = None
        self.attempt(lambda: turn(self.meeting, held.id, fear))

    def _step_fear(self, by: int) -> None:
        row = fears_in_order(self.meeting.workshop)
        if row and self._fear in row:
            self.show_fear(row[(row.index(self._fear) + by) % len(row)])

    def _go_on(self) -> None:
        """To the next fear without a place; when all have one, to the scores."""
        workshop = self.meeting.workshop
        following = next_fear(workshop, self._fear)
        if following is not None:
            self.show_fear(following)
            self.first_focus().setFocus()
        elif all(fear.disposition is not None for fear in workshop.fears.values()):
            self.go_to.emit(Stage.RANK if workshop.risks else Stage.NAME)
        else:
            self.say(_("This fear is the last one without a place."), "hint")

    def take_in_hand(self, thing: object) -> None:
        """Take a risk in hand, with the fear it came from."""
        risk = self.meeting.workshop.risks.get(RiskId(str(thing)))
        if risk is None:
            return
        flush_fields(self)
        self._fear = next(iter(risk.fears), self._fear)
        self._begun, self._risk, self._by_hand = None, risk.id, False
        self.refresh(None)
        self.first_focus().setFocus()

    def _step_back(self) -> None:
        self._step_fear(-1)

    def _step_on(self) -> None:
        self._step_fear(1)

    def _why_no_fear(self) -> str:
        return "" if self._fear is not None else _("There is no fear yet.")

    def _why_no_link(self) -> str:
        there = self._fear is not None and self._risk is not None
        return "" if there else _("It takes a fear and a risk in hand.")

    page_actions: ClassVar = (
        PageAction(
            "recast.place", N_("What becomes of the fear"), "Alt+D", _ask_disposition, _why_no_fear
        ),
        PageAction(
            "recast.another",
            N_("Another risk from this fear"),
            "Alt+N",
            _begin_another,
            _why_no_fear,
        ),
        PageAction(
            "recast.link",
            N_("This risk also for this fear, or no longer"),
            "Alt+L",
            _turn_link,
            _why_no_link,
        ),
        PageAction("recast.by_hand", N_("A risk without a fear"), "", _add_by_hand),
        PageAction("recast.before", N_("Fear before"), "Ctrl+PgUp", _step_back, _why_no_fear),
        PageAction("recast.next", N_("Next fear"), "Ctrl+PgDown", _step_on, _why_no_fear),
    )
