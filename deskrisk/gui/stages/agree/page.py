"""The page Agree: read back, five to one, what is changed for it, and freezing."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Progress, Stage
from deskrisk.domain.model.ids import AmendmentId, ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.signoff import OBJECTION, RESERVATION
from deskrisk.gui.dialogs.freeze import ask_freeze
from deskrisk.gui.dialogs.release import ReleaseDialog
from deskrisk.gui.stages.agree.booth import StanceBooth
from deskrisk.gui.stages.agree.layout import AgreeLayout
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import amendments, people
from deskrisk.services import signoff as services
from deskrisk.services.brief import edit_brief
from deskrisk.viewmodels.agree import agree_view
from deskrisk.viewmodels.places import Place
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.read_back import read_back
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.signoff import NEXT_WORDS, Next, next_thing
from deskrisk.viewmodels.versions import versions_view

WORDED = (RESERVATION, OBJECTION)
"""Levels whose words are asked for at once."""


class AgreePage(StagePage):
    """Stage 6."""

    stage = Stage.AGREE
    _wall_turned = Signal(object)

    def build(self) -> None:
        """Make the reading, the grid, the lists of changes, and the check of what is missing."""
        self._stops: object = None
        self._asked_round = 0
        self.booth: StanceBooth | None = None
        self.parts = AgreeLayout(self.body, self.meeting.today)
        self.again = LinkButton(_("Ask again"), "Alt+A", name="ask_again")
        self.owner = LinkButton(_("The owner decides ..."), name="owner_decides")
        self.foot.addWidget(self.owner)
        self.foot.addWidget(self.again)
        self.primary = self.set_primary(_("Ask five to one"), self._go_on)
        self._connect()

    def _connect(self) -> None:
        grid = self.parts.grid
        grid.level_chosen.connect(self._chosen)
        grid.cleared.connect(self._cleared)
        grid.words_edited.connect(self._worded)
        grid.moved_on.connect(self._keep_seen)
        grid.absence_told.connect(self._absent)
        grid.page_turned.connect(self._turn_page)
        grid.place_wanted.connect(self._go_to_place)
        changes = self.parts.amendments
        changes.added.connect(self._amended)
        changes.edited.connect(self._amendment_edited)
        changes.removed.connect(self._amendment_removed)
        self.parts.since_vote.recorded.connect(self._record)
        self.parts.reading.picked.connect(self._read)
        self.parts.modes.chosen.connect(self._mode_chosen)
        self.parts.hand_over.clicked.connect(lambda _on=False: self._open_booth())
        self.parts.rest_later.clicked.connect(lambda _on=False: self._rest_later())
        self.again.clicked.connect(lambda _on=False: self._ask_again())
        self.owner.clicked.connect(lambda _on=False: self._owner_pressed())
        self.parts.owner_words.entered.connect(self._owner_decided)
        self.parts.adjourned.edited.connect(self._adjourned)
        self.parts.adjourned.flaw_found.connect(lambda words: self.say(words, "care"))
        self.parts.gaps.mend_wanted.connect(self._mend)
        self.parts.all_gaps.clicked.connect(lambda _on=False: self.menu_wanted.emit("gaps.show"))
        self._wall_turned.connect(self._show_reading)
        self.destroyed.connect(self.room.listen(self._wall_turned.emit))

    def put_on_wall(self) -> None:
        """The document, until somebody is asked; then how many are in, and at last the counts."""
        asking = self._asked_round == self.meeting.workshop.progress.sign_off_round
        if asking or agree_view(self.meeting.workshop).asking:
            self.room.show(Scene.STANCES, curtain=False)
        else:
            self.room.show(Scene.READ_BACK, self._page_to_read(), curtain=False)

    def first_focus(self) -> QWidget | None:
        """The grid, at the first person who has not answered; else the button of the booth."""
        return self.parts.hand_over if self._view.sealed else self.parts.grid

    def refresh(self, changes: Changes | None) -> None:
        """Show the answers as they are."""
        self._show()
        new_round = changes is not None and changes.touches(Progress)
        if changes is None or new_round:
            self.parts.grid.start_over()

    def _show(self) -> None:
        workshop = self.meeting.workshop
        view = agree_view(self.meeting.shown)
        self._view = view
        self._versions = versions_view(workshop)
        self._next = next_thing(workshop)
        self.parts.show_view(view, workshop.progress.adjourned_to)
        self.parts.since_vote.show_lines(amendments.lines_since_vote(self.meeting))
        self.parts.versions.show_view(self._versions)
        self._show_reading(self.room.state)
        self._order_tabs()
        self._show_foot()

    def _show_foot(self) -> None:
        view = self._view
        self.again.setVisible(view.can_ask_again and self._next is not Next.AGAIN)
        owner = view.owner_may_decide and (view.owner_decided or self._next is not Next.OWNER)
        self.owner.setVisible(owner)
        back = _("Take the owner's decision back")
        self.owner.set_words(back if view.owner_decided else _("The owner decides ..."))
        words = _(NEXT_WORDS[self._next]).format(number=self._versions.next_number)
        self.primary.set_words(words)
        self.say(_("{result}. {answered}").format(result=view.result, answered=view.answered))
        self.message.show_tone(view.result_tone)

    def _show_reading(self, state: ShowState) -> None:
        pages = read_back(public_side(self.meeting.workshop))
        on_wall = state.scene is Scene.READ_BACK
        self.parts.reading.show_pages(pages, state.subject if on_wall else None)

    def _page_to_read(self) -> str:
        """The page on the wall, or the first one that this round was amended for."""
        state = self.room.state
        pages = read_back(public_side(self.meeting.workshop))
        if state.scene is Scene.READ_BACK and state.subject in [page.key for page in pages]:
            return state.subject
        changed = (page.key for page in pages if page.changed)
        return next(changed, pages[0].key)

    def _order_tabs(self) -> None:
        """Tab reads the page downwards, also through texts that came later."""
        stops = (len(self.parts.grid.stops()), self._view.amendments, self._view.gaps)
        if stops != self._stops:
            self._stops = stops
            tab_as_read(self)
            for before, after in pairwise((self.parts.grid, *self.parts.grid.stops())):
                QWidget.setTabOrder(before, after)

    def _go_on(self) -> None:
        """What the main button says."""
        acts: Mapping[Next, Callable[[], object]] = {
            Next.ASK: self._ask,
            Next.HAND_OVER: self._open_booth,
            Next.AGAIN: self._ask_again,
            Next.OWNER: self._owner_pressed,
            Next.FREEZE: self._freeze,
            Next.EXPORT: lambda: self.export_wanted.emit("pdf"),
        }
        acts[self._next]()

    def _ask(self) -> None:
        self._asked_round = self.meeting.workshop.progress.sign_off_round
        self.put_on_wall()
        self.parts.grid.start_over()
        self.parts.grid.setFocus()
        self._keep_seen()

    def _turn_page(self, by: int) -> None:
        self.menu_wanted.emit("wall.next" if by > 0 else "wall.before")

    def _read(self, key: str) -> None:
        self.room.show(Scene.READ_BACK, key, curtain=False)

    def _read_again(self) -> None:
        self.room.show(Scene.READ_BACK, self._page_to_read(), curtain=False)
        self.parts.reading.list.setFocus()

    def _chosen(self, who: ParticipantId, level: int) -> None:
        done = self.attempt(lambda: services.set_stance(self.meeting, who, level, origin=self))
        if done is None:
            return
        self._show()
        self.put_on_wall()
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

    def _absent(self, who: ParticipantId) -> None:
        here = self.meeting.workshop.participants[who].present
        self.attempt(lambda: people.edit_person(self.meeting, who, present=not here))
        self.parts.grid.setFocus()

    def _keep_seen(self) -> None:
        entry = self.parts.grid.entry_widget()
        if entry is not None:
            self.parts.area.ensureWidgetVisible(entry, 0, 16)

    def _mode_chosen(self, mode: object) -> None:
        self.attempt(lambda: edit_brief(self.meeting, input_signoff=mode))

    def _open_booth(self) -> None:
        """Open the booth over the whole screen."""
        if self.booth is not None:
            return
        self._asked_round = self.meeting.workshop.progress.sign_off_round
        self.put_on_wall()
        self.booth = StanceBooth(self.meeting, self.window())
        self.booth.ended.connect(self._booth_ended)
        self.booth.showFullScreen()
        self.booth.activateWindow()

    def _rest_later(self) -> None:
        self.attempt(lambda: services.ask_rest_later(self.meeting, origin=self))
        (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _release(self) -> None:
        """Say which words of fears and names of piles may be printed."""
        ReleaseDialog(self.window(), self.meeting).exec()

    def _booth_ended(self) -> None:
        if self.booth is not None:
            self.booth.leave()
            self.booth = None
        self.window().activateWindow()
        (self.first_focus() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self) -> None:
        if self.attempt(lambda: amendments.ask_again(self.meeting, origin=self)) is not None:
            self._asked_round = 0
            self.put_on_wall()
            self.parts.grid.setFocus()

    def _record(self) -> None:
        self.attempt(lambda: amendments.record_changes(self.meeting, origin=self))
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

    def _freeze(self) -> None:
        """Ask, and freeze the agreement as it stands."""
        why = ask_freeze(self.window(), self._versions)
        self.window().activateWindow()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        if why is None:
            return
        now = datetime.now(UTC).astimezone()
        frozen = self.attempt(lambda: services.freeze_agreement(self.meeting, now, changed=why))
        if frozen is not None:
            self.say(_("{version} is frozen.").format(version=self._versions.rows[-1].name), "good")

    def _amended(self, words: str) -> None:
        who = self._view.objectors
        items = {row.item for row in self._view.rows if row.id in who and row.place}
        item = items.pop() if len(items) == 1 else ""
        added = self.attempt(
            lambda: services.add_amendment(self.meeting, words, item=item, answers=who, origin=self)
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

    def _mend(self, place: Place) -> None:
        self.lead_to.emit(place.stage, place)

    def _go_to_place(self, who: ParticipantId) -> None:
        """Go where it can be changed what somebody objects to."""
        item = next((row.item for row in self._view.rows if row.id == who), "")
        if RiskId(item) in self.meeting.workshop.risks:
            self.lead_to.emit(Stage.RESPOND, RiskId(item))
        elif ObjectiveId(item) in self.meeting.workshop.objectives:
            self.go_to.emit(Stage.PREPARE)

    def _place_in_hand(self) -> None:
        self._go_to_place(self._objector() or ParticipantId(""))

    def _objector(self) -> ParticipantId | None:
        """Whose words lead to a place: the row in hand, else the first that does."""
        hand = self.parts.grid.in_hand()
        found = [row.id for row in self._view.rows if row.place and row.asks]
        return hand if hand in found else next(iter(found), None)

    def _why_no_place(self) -> str:
        none = _("Nobody has said what an objection or a reservation is about.")
        return "" if self._objector() is not None else none

    def _why_no_record(self) -> str:
        nothing = _("Nothing was changed since the vote.")
        return "" if self.parts.since_vote.list.lines() else nothing

    def _why_not_again(self) -> str:
        nobody = _("Nobody has answered in this round yet.")
        return "" if self._view.can_ask_again else nobody

    page_actions: ClassVar = (
        PageAction("agree.read", N_("Read the document back"), "Alt+D", _read_again),
        PageAction("agree.again", N_("Ask again"), "Alt+A", _ask_again, _why_not_again),
        PageAction(
            "agree.place",
            N_("Go to what an objection is about"),
            "Alt+G",
            _place_in_hand,
            _why_no_place,
        ),
        PageAction("agree.release", N_("Which words may be printed …"), "Alt+W", _release),
        PageAction(
            "agree.record", N_("Put what was changed on record"), "Alt+R", _record, _why_no_record
        ),
    )
    page_keys: ClassVar = (
        PageKey(N_("Five to one, then the next person"), "5"),
        PageKey(N_("Take an answer back"), "Backspace"),
        PageKey(N_("Not here, asked later"), "0"),
        PageKey(N_("The next page of the document on the wall"), "PgDown"),
    )
