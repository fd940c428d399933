"""The page Follow up: a later look at what was promised, one risk at a time."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import MitigationId, ReviewId, RiskId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.reviews import Occurred
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.aside import write_aside
from deskrisk.gui.dialogs.ask import ask
from deskrisk.gui.dialogs.files import ask_page
from deskrisk.gui.stages.follow_up.layout import FollowUpLayout
from deskrisk.gui.stages.follow_up.scoring import Scoring
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import Segments
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import responses as promise_services
from deskrisk.services import review_scores as score_services
from deskrisk.services import reviews as services
from deskrisk.services.review_files import print_review
from deskrisk.viewmodels.calibration import calibration_view
from deskrisk.viewmodels.follow_up import FollowUpView, follow_up_view
from deskrisk.viewmodels.promise_dates import promise_dates_view
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.show_answers import at_review

_ANSWER_KEYS = {Qt.Key.Key_Y: 0, Qt.Key.Key_N: 1, Qt.Key.Key_C: 2}


class FollowUpPage(StagePage):
    """Stage 7."""

    stage = Stage.FOLLOW_UP
    roomy = 960

    def build(self) -> None:
        """Make the list of the risks and the questions."""
        self._review: ReviewId | None = None
        self._risk: RiskId | None = None
        self._aside: QWidget | None = None
        self.parts = FollowUpLayout(self.body, self.meeting.today)
        self.scoring = Scoring(self, self.parts.scores)
        self.judge = LinkButton(_("How well did we judge?"), name="how_well")
        self.back = LinkButton(_("Back to the questions"), name="back_to_questions")
        self.foot.addWidget(self.judge)
        self.foot.addWidget(self.back)
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
        entry.since.edited.connect(self._since_edited)
        entry.since.entered.connect(entry.reading.setFocus)
        entry.since.flaw_found.connect(lambda words: self.say(words, "care"))
        entry.reading.edited.connect(lambda text: self._edited("reading", text))
        entry.reading.entered.connect(entry.note.setFocus)
        entry.note.edited.connect(lambda text: self._edited("note", text))
        entry.note.entered.connect(self._next_risk)
        entry.state.chosen.connect(lambda state: self._edited("status", state))
        entry.again.clicked.connect(self._score_again)
        self.parts.next_day.edited.connect(self._next_day_edited)
        self.parts.next_day.flaw_found.connect(lambda words: self.say(words, "care"))
        self.parts.reveal.confirmed.connect(self._reveal)
        self.parts.reveal.left.connect(self._keep_hidden)
        self.judge.clicked.connect(self._show_judged)
        self.parts.days.clicked.connect(self._show_dates)
        self.back.clicked.connect(self._leave_aside)
        self.scoring.changed.connect(self._show)
        self.scoring.ended.connect(self._leave_aside)
        self.parts.judged.left.connect(self._leave_aside)
        self.parts.dates.left.connect(self._leave_aside)

    def put_on_wall(self) -> None:
        """What has changed since the last look; the scales while it is scored anew."""
        if self._aside is self.parts.scores:
            subject = at_review(self._review or "", self.scoring.risk or "")
            self.room.show(Scene.SCALES, subject, curtain=True)
        elif self._aside is self.parts.dates:
            self.room.show(Scene.TIMELINE, curtain=False)
        else:
            self.room.show(Scene.REVIEW, self._review or "", curtain=False)

    def first_focus(self) -> QWidget | None:
        """The first question, or the button that starts a review."""
        return self.primary if self._review is None else self.parts.entry.fired

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002  all is shown anew
        """Show the review as it is."""
        self._show()

    def _show(self) -> None:
        view = follow_up_view(self.meeting.shown, self._review, self._risk)
        self._view = view
        self._review = view.review
        self._risk = view.entry.risk if view.entry else None
        if view.review is None and self._aside is not self.parts.dates:
            self._aside = None
        self.put_on_wall()
        fresh = self.parts.show_view(view, self._attended_changed, self._aside)
        if fresh:
            tab_as_read(self)
        for card in fresh:
            card.status_wanted.connect(self._status_wanted)
            card.flaw_found.connect(lambda words: self.say(words, "care"))
        if self._aside is self.parts.scores:
            self.scoring.show()
        if self._aside is self.parts.judged:
            self.parts.judged.show_judged(calibration_view(self.meeting.shown))
        if self._aside is self.parts.dates:
            shown = promise_dates_view(self.meeting.shown, self.meeting.today)
            self.parts.dates.show_dates(shown)
        self._show_foot(view)

    def _show_foot(self, view: FollowUpView) -> None:
        there, aside = view.review is not None, self._aside
        self.start.setVisible(there and aside is None)
        self.judge.setVisible(aside is None and bool(self.meeting.workshop.outcomes))
        self.parts.days.setVisible(bool(self.meeting.workshop.mitigations))
        self.back.setVisible(aside is not None)
        if aside is self.parts.scores:
            self.primary.set_words(_("Show the new answers"))
        else:
            self.primary.set_words(view.next_words if there else _("Start a review"))
        wanted = aside is self.parts.scores or (bool(view.next_words) and aside is None)
        self.primary.setVisible(wanted or not there)
        said = view.scores.state if aside is self.parts.scores and view.scores else view.proven
        self.say(said if there else "")

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
        if self._aside is self.parts.scores:
            self.parts.reveal.open(_("Show all new answers beside the old ones, at once?"))
        elif self._review is None:
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

    def _score_again(self) -> None:
        """New private answers; shown ones are taken up again first."""
        review, scores = self._review, self._view.scores
        if review is None or scores is None:
            return
        flush_fields(self)
        if scores.shown:
            self.attempt(lambda: score_services.hide_scores(self.meeting, review))
        self._aside = self.parts.scores
        self.scoring.review, self.scoring.risk = review, self._risk
        self._show()
        if scores.booth:
            self.scoring.open_booth(review)
        else:
            self.scoring.begin(review, self._risk)

    def _reveal(self) -> None:
        self.parts.reveal.hide()
        if self.scoring.reveal():
            self._leave_aside()
        else:
            self.parts.scores.grid.setFocus()

    def _keep_hidden(self) -> None:
        self.parts.reveal.hide()
        self.parts.scores.grid.setFocus()

    def _show_judged(self) -> None:
        self._aside = self.parts.judged
        self._show()
        self.parts.judged.list.setFocus()

    def _show_dates(self) -> None:
        self._aside = self.parts.dates
        self._show()
        self.parts.dates.area.setFocus()

    def _leave_aside(self) -> None:
        """Back to the questions, at the risk that was scored last."""
        if self._aside is self.parts.scores and self.scoring.risk is not None:
            self._risk = self.scoring.risk
        self._aside = None
        self.parts.reveal.hide()
        self._show()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def _agree_again(self) -> None:
        self.go_to.emit(Stage.AGREE)

    def _print_review(self) -> None:
        """Write the report of the review in hand as a PDF, beside the page's own work."""
        flush_fields(self)
        review = self._review
        if review is None:
            return
        workshop, now = self.meeting.workshop, datetime.now(UTC).astimezone()
        path = ask_page(self.window(), _review_name(workshop, review), "")
        if path is not None:
            write_aside(
                self,
                path.name,
                lambda: print_review(workshop, review, path, now=now),
                lambda: self._offer_report(path),
            )

    def _offer_report(self, path: Path) -> None:
        choices = (("done", _("Done")), ("open", _("Open it")))
        if ask(self.window(), _("The review is written"), str(path), choices) == "open":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _why_no_scores(self) -> str:
        return "" if self._review is not None else _("Start a review first.")

    def _why_not_judged(self) -> str:
        there = bool(self.meeting.workshop.outcomes)
        return "" if there else _("Nothing is settled yet: say whether a risk happened.")

    def _why_no_dates(self) -> str:
        return "" if self.meeting.workshop.mitigations else _("Nothing is promised yet.")

    def _next_day_edited(self, day: object) -> None:
        wish = day if isinstance(day, date) else None
        self.attempt(lambda: services.set_next_review(self.meeting, wish))

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

    def _since_edited(self, day: object) -> None:
        review, risk = self._review, self._risk
        outcome = None if risk is None else self.meeting.workshop.outcomes.get(risk)
        if review is not None and risk is not None and outcome and isinstance(day, date):
            said = outcome.occurred
            self.attempt(
                lambda: services.set_outcome(self.meeting, review, risk, said, on=day, origin=self)
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
    page_actions: ClassVar = (
        PageAction("follow_up.score", N_("Score again"), "Alt+S", _score_again, _why_no_scores),
        PageAction(
            "follow_up.judged", N_("How well did we judge?"), "Alt+J", _show_judged, _why_not_judged
        ),
        PageAction(
            "follow_up.dates",
            N_("All promises on their days"),
            "Alt+D",
            _show_dates,
            _why_no_dates,
        ),
        PageAction(
            "follow_up.print",
            N_("Save the review as PDF"),
            "Alt+P",
            _print_review,
            _why_no_scores,
        ),
        PageAction("follow_up.agree", N_("Open the agreement again"), "Alt+V", _agree_again),
    )


def _review_name(workshop: Workshop, review: ReviewId) -> str:
    """The proposed name of the report: the workshop and the day of the review."""
    return f"{workshop.brief.title} {workshop.reviews[review].held_on.isoformat()}"
