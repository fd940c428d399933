"""The page Agree: five to one, what is missing, and the document."""

from datetime import date
from itertools import pairwise
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Progress, Stage
from deskrisk.domain.model.ids import AmendmentId, ParticipantId
from deskrisk.domain.signoff import OBJECTION, RESERVATION
from deskrisk.gui.stages.agree.layout import AgreeLayout
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import signoff as services
from deskrisk.viewmodels.agree import agree_view
from deskrisk.viewmodels.scenes import Scene

WORDED = (RESERVATION, OBJECTION)
"""Levels whose words are asked for at once."""


class AgreePage(StagePage):
    """Stage 6."""

    stage = Stage.AGREE

    def build(self) -> None:
        """Make the grid and the check of what is missing."""
        self._stops: object = None
        self.parts = AgreeLayout(self.body, self.meeting.today)
        self.again = LinkButton(_("Ask again"), name="ask_again")
        self.owner = LinkButton(_("The owner decides ..."), name="owner_decides")
        self.foot.addWidget(self.owner)
        self.foot.addWidget(self.again)
        self.primary = self.set_primary(_("Save the PDF"), lambda: self.export_wanted.emit("pdf"))
        self._connect()

    def _connect(self) -> None:
        grid = self.parts.grid
        grid.level_chosen.connect(self._chosen)
        grid.cleared.connect(self._cleared)
        grid.words_edited.connect(self._worded)
        grid.moved_on.connect(self._keep_seen)
        changes = self.parts.amendments
        changes.added.connect(self._amended)
        changes.edited.connect(self._amendment_edited)
        changes.removed.connect(self._amendment_removed)
        self.again.clicked.connect(self._ask_again)
        self.owner.clicked.connect(self._owner_pressed)
        self.parts.owner_words.entered.connect(self._owner_decided)
        self.parts.adjourned.edited.connect(self._adjourned)
        self.parts.adjourned.flaw_found.connect(lambda words: self.say(words, "care"))
        self.parts.gaps.mend_wanted.connect(self._mend)

    def put_on_wall(self) -> None:
        """How many have answered; when all have, the counts."""
        self.room.show(Scene.STANCES, curtain=False)

    def first_focus(self) -> QWidget | None:
        """The grid, at the first person who has not answered."""
        return self.parts.grid

    def refresh(self, changes: Changes | None) -> None:
        """Show the answers as they are."""
        self._show()
        new_round = changes is not None and changes.touches(Progress)
        if changes is None or new_round:
            self.parts.grid.start_over()

    def _show(self) -> None:
        workshop = self.meeting.workshop
        view = agree_view(workshop)
        self._view = view
        self.parts.show_view(view, workshop.progress.adjourned_to)
        self._order_tabs()
        self.again.setVisible(view.can_ask_again)
        self.owner.setVisible(view.owner_may_decide)
        back = _("Take the owner's decision back")
        self.owner.set_words(back if view.owner_decided else _("The owner decides ..."))
        self.say(
            _("{result} {answered}").format(result=_sentence(view.result), answered=view.answered)
        )
        self.message.show_tone(view.result_tone)

    def _order_tabs(self) -> None:
        """Tab reads the page downwards, also through texts that came later."""
        stops = (len(self.parts.grid.fields()), self._view.amendments, self._view.gaps)
        if stops != self._stops:
            self._stops = stops
            tab_as_read(self)
            for before, after in pairwise((self.parts.grid, *self.parts.grid.fields())):
                QWidget.setTabOrder(before, after)

    def _chosen(self, who: ParticipantId, level: int) -> None:
        done = self.attempt(lambda: services.set_stance(self.meeting, who, level, origin=self))
        if done is None:
            return
        self._show()
        if not (level in WORDED and self.parts.grid.open_words()):
            self.parts.grid.go_on()
        self._keep_seen()

    def _cleared(self, who: ParticipantId) -> None:
        if self.attempt(lambda: services.clear_stance(self.meeting, who, origin=self)) is not None:
            self._show()

    def _worded(self, who: ParticipantId, field: str, text: str) -> None:
        key_there = any(row.id == who and row.level for row in self._view.rows)
        if key_there:
            self.attempt(lambda: services.edit_stance(self.meeting, who, field, text, origin=self))

    def _keep_seen(self) -> None:
        entry = self.parts.grid.entry_widget()
        if entry is not None:
            self.parts.area.ensureWidgetVisible(entry, 0, 16)

    def _ask_again(self) -> None:
        if self.attempt(lambda: services.ask_again(self.meeting, origin=self)) is not None:
            self.parts.grid.setFocus()

    def _owner_pressed(self) -> None:
        if self._view.owner_decided:
            self.attempt(lambda: services.take_back_owner(self.meeting, origin=self))
        else:
            self.parts.owner_words.show()
            self.parts.owner_words.setFocus()

    def _owner_decided(self) -> None:
        words = str(self.parts.owner_words.value())
        done = self.attempt(lambda: services.owner_decides(self.meeting, words, origin=self))
        if done is not None:
            self.parts.owner_words.clear_entry()
            self.parts.owner_words.hide()
            self.parts.grid.setFocus()

    def _amended(self, words: str) -> None:
        who = self._view.objectors
        added = self.attempt(
            lambda: services.add_amendment(self.meeting, words, answers=who, origin=self)
        )
        if added is not None:  # what was refused stays to be mended
            self.parts.amendments.field.clear_entry()

    def _amendment_edited(self, id_: AmendmentId, words: str) -> None:
        if id_ in self.meeting.workshop.amendments:
            self.attempt(
                lambda: services.edit_amendment(self.meeting, id_, "change", words, origin=self)
            )

    def _amendment_removed(self, id_: AmendmentId) -> None:
        self.attempt(lambda: services.remove_amendment(self.meeting, id_, origin=self))
        self.parts.amendments.field.setFocus()

    def _adjourned(self, until: object) -> None:
        day = until if isinstance(until, date) else None
        self.attempt(lambda: services.adjourn(self.meeting, day, origin=self))

    def _mend(self, risk: object) -> None:
        self.lead_to.emit(Stage.RESPOND, risk)

    page_keys: ClassVar = (
        PageKey(N_("Five to one, then the next person"), "5"),
        PageKey(N_("Take an answer back"), "Backspace"),
    )


def _sentence(result: str) -> str:
    return result if result.endswith(".") else f"{result}."
