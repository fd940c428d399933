"""The page Follow up: a later look at what was promised, one risk at a time."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import MitigationId, ReviewId, RiskId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.reviews import Occurred
from deskrisk.gui.stages.follow_up.layout import FollowUpLayout
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import Segments
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import responses as promise_services
from deskrisk.services import reviews as services
from deskrisk.viewmodels.follow_up import follow_up_view
from deskrisk.viewmodels.scenes import Scene

_ANSWER_KEYS = {Qt.Key.Key_Y: 0, Qt.Key.Key_N: 1, Qt.Key.Key_C: 2}


class FollowUpPage(StagePage):
    """Stage 7."""

    stage = Stage.FOLLOW_UP

    def build(self) -> None:
        """Make the list of the risks and the questions."""
        self._review: ReviewId | None = None
        self._risk: RiskId | None = None
        self.parts = FollowUpLayout(self.body, self.meeting.today)
        self.start = LinkButton(_("Start another review"), name="start_review")
        self.foot.addWidget(self.start)
        self.primary = self.set_primary(_("Start a review"), self._go_on)
        self._connect()

    def _connect(self) -> None:
        head, entry = self.parts.head, self.parts.entry
        self.start.clicked.connect(self._start)
        head.choice.chosen.connect(self._review_chosen)
        head.day.edited.connect(self._day_edited)
        head.day.flaw_found.connect(lambda words: self.say(words, "care"))
        head.remove.clicked.connect(self._remove)
        self.parts.list.picked.connect(self._take)
        self.parts.list.activated.connect(lambda _risk: entry.fired.setFocus())
        entry.fired.chosen.connect(lambda fired: self._edited("trigger_fired", fired))
        entry.occurred.chosen.connect(self._occurred)
        entry.reading.edited.connect(lambda text: self._edited("reading", text))
        entry.reading.entered.connect(entry.note.setFocus)
        entry.note.edited.connect(lambda text: self._edited("note", text))
        entry.note.entered.connect(self._next_risk)

    def put_on_wall(self) -> None:
        """What has changed since the last look."""
        self.room.show(Scene.REVIEW, self._review or "", curtain=False)

    def first_focus(self) -> QWidget | None:
        """The first question, or the button that starts a review."""
        return self.primary if self._review is None else self.parts.entry.fired

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002  all is shown anew
        """Show the review as it is."""
        self._show()

    def _show(self) -> None:
        view = follow_up_view(self.meeting.workshop, self._review, self._risk)
        self._view = view
        self._review = view.review
        self._risk = view.entry.risk if view.entry else None
        self.put_on_wall()
        fresh = self.parts.show_view(view, self._attended_changed)
        if fresh:
            tab_as_read(self)
        for card in fresh:
            card.status_wanted.connect(self._status_wanted)
            card.flaw_found.connect(lambda words: self.say(words, "care"))
        there = view.review is not None
        self.start.setVisible(there)
        self.primary.set_words(view.next_words if there else _("Start a review"))
        self.primary.setVisible(bool(view.next_words) or not there)
        self.say(view.proven if there else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Y, N and C answer the question in hand; Page Up and Down go through the risks."""
        place = _ANSWER_KEYS.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        question = self._question_in_hand()
        if held == Qt.KeyboardModifier.NoModifier and place is not None and question is not None:
            question.choose(place)
        elif event.key() == Qt.Key.Key_PageDown:
            self._next_risk()
        elif event.key() == Qt.Key.Key_PageUp:
            self._previous_risk()
        else:
            super().keyPressEvent(event)

    def _question_in_hand(self) -> Segments | None:
        focused = QApplication.focusWidget()
        for question in (self.parts.entry.fired, self.parts.entry.occurred):
            if focused is not None and question.isAncestorOf(focused):
                return question
        return None

    def _go_on(self) -> None:
        if self._review is None:
            self._start()
        else:
            self._next_risk()

    def _start(self) -> None:
        flush_fields(self)
        people = self.meeting.workshop.participants.values()
        here = tuple(person.id for person in people if person.present)
        started = self.attempt(lambda: services.start_review(self.meeting, attended=here))
        if started is not None:
            self._review, self._risk = started, None
            self._show()
            self.parts.entry.fired.setFocus()

    def _remove(self) -> None:
        review = self._review
        if review is not None:
            self.attempt(lambda: services.remove_review(self.meeting, review))
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus()

    def _review_chosen(self, review: ReviewId) -> None:
        self._review = review
        self._show()

    def _day_edited(self, day: object) -> None:
        review = self._review
        if review is not None and isinstance(day, date):
            self.attempt(lambda: services.edit_review(self.meeting, review, "held_on", day))

    def _attended_changed(self) -> None:
        review = self._review
        checks = self.parts.head.checks
        here = tuple(who for who, check in checks.items() if check.value())
        if review is not None:
            self.attempt(lambda: services.edit_review(self.meeting, review, "attended", here))

    def _take(self, risk: RiskId) -> None:
        flush_fields(self)
        self._risk = risk
        self._show()
        self.parts.area.verticalScrollBar().setValue(0)

    def _next_risk(self) -> None:
        if self._view.following is not None:
            self._take(self._view.following)
            self.parts.entry.fired.setFocus()
        else:
            self.say(_("That was the last risk."), "good")

    def _previous_risk(self) -> None:
        risks = [row.key for row in self._view.rows if not row.heading]
        if self._risk in risks[1:]:
            self._take(RiskId(str(risks[risks.index(self._risk) - 1])))
            self.parts.entry.fired.setFocus()

    def _edited(self, field: str, value: object) -> None:
        review, risk = self._review, self._risk
        if review is not None and risk is not None:
            self.attempt(
                lambda: services.edit_entry(self.meeting, review, risk, field, value, origin=self)
            )

    def _occurred(self, answer: object) -> None:
        review, risk = self._review, self._risk
        if review is not None and risk is not None and isinstance(answer, Occurred):
            self.attempt(
                lambda: services.set_outcome(self.meeting, review, risk, answer, origin=self)
            )

    def _status_wanted(
        self,
        id_: MitigationId,
        status: MitigationStatus,
        day: date | None,
        seen_by: str,
        note: str,
    ) -> None:
        if id_ not in self.meeting.workshop.mitigations:
            return
        self.attempt(
            lambda: promise_services.set_status(
                self.meeting, id_, status, on=day, seen_by=seen_by, note=note, origin=self
            )
        )

    def take_in_hand(self, thing: object) -> None:
        """Show what is asked about a risk."""
        if any(row.key == thing for row in self._view.rows):
            self._take(RiskId(str(thing)))
            self.parts.entry.fired.setFocus()

    page_keys: ClassVar = (
        PageKey(N_("Yes to the question in hand"), "Y"),
        PageKey(N_("No to it"), "N"),
        PageKey(N_("Cannot tell"), "C"),
        PageKey(N_("Next risk"), "PgDown"),
        PageKey(N_("Risk before"), "PgUp"),
    )
