"""What is done while a review is scored anew: keys, the booth, and showing all answers at once."""

from PySide6.QtCore import QObject, Signal

from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.review_scores import scored_at
from deskrisk.domain.scores import FIRST_ROUND, Question
from deskrisk.domain.sheets import Sheet
from deskrisk.gui.stages.follow_up.score_pane import ScorePane
from deskrisk.gui.stages.rank.answer_part import packs_at_hand
from deskrisk.gui.stages.rank.score_booth import ScoreBooth
from deskrisk.gui.widgets.page import StagePage
from deskrisk.services import review_scores as services
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.rank import CANNOT_JUDGE, anchors_of, scale_view
from deskrisk.viewmodels.review_scores import review_scores_view


class AtReview:
    """The open workshop as a booth sees it at a review: with nothing but the review's answers."""

    def __init__(self, meeting: Meeting, review: ReviewId) -> None:
        self._meeting, self._review = meeting, review

    @property
    def workshop(self) -> Workshop:
        """As if the answers of the review were the only ones."""
        return scored_at(self._meeting.workshop, self._review)


class Scoring(QObject):
    """The scores of the review in hand.

    Signals:
        changed(): another risk is asked, or the booth has ended.
        ended(): the facilitator goes back to the questions.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, page: StagePage, pane: ScorePane) -> None:
        super().__init__(page)
        self._page, self._pane = page, pane
        self.review: ReviewId | None = None
        self.risk: RiskId | None = None
        self.booth: ScoreBooth | None = None
        pane.answered.connect(self._answered)
        pane.cleared.connect(self._cleared)
        pane.question_changed.connect(lambda _question: self.show())
        pane.next_wanted.connect(lambda: self._go(forward=True))
        pane.previous_wanted.connect(lambda: self._go(forward=False))
        pane.left.connect(self.ended)

    @property
    def meeting(self) -> Meeting:
        """The open workshop."""
        return self._page.meeting

    def begin(self, review: ReviewId, risk: RiskId | None) -> None:
        """Take a review and a risk in hand."""
        self.review, self.risk = review, risk
        self.show()
        self._pane.grid.setFocus()

    def show(self) -> None:
        """Show the answers as they are."""
        if self.review is None or self.review not in self.meeting.workshop.reviews:
            return
        view = review_scores_view(self.meeting.workshop, self.review, self.risk).answers
        self.risk = view.risk
        workshop = self.meeting.workshop
        anchors = anchors_of(workshop, self.risk, packs_at_hand())
        scale = scale_view(workshop, self._pane.question, anchors)
        self._pane.show_answers(self.review, view, scale)

    def reveal(self) -> bool:
        """Show all new answers at once; False if somebody is missing."""
        review = self.review
        if review is None:
            return False
        return self._page.attempt(lambda: services.show_scores(self.meeting, review)) is not None

    def open_booth(self, review: ReviewId) -> None:
        """Hand the laptop round."""
        if self.booth is not None:
            return
        self.review = review
        held = AtReview(self.meeting, review)
        booth = ScoreBooth(held, FIRST_ROUND, self._anchors, self._seal, self._page.window())
        booth.ended.connect(self._booth_ended)
        self.booth = booth
        booth.open_over(self._page.window())

    def _anchors(self, risk: RiskId | None) -> tuple[str, ...]:
        return anchors_of(self.meeting.workshop, risk, packs_at_hand())

    def _seal(self, sheet: Sheet) -> str:
        """Hand in a sheet; why it was refused, or nothing."""
        if self.review is None:
            return ""
        try:
            services.seal_sheet(self.meeting, self.review, sheet)
        except DeskError as problem:
            return sentence(problem)
        return ""

    def _booth_ended(self) -> None:
        if self.booth is not None:
            self.booth.leave()
            self.booth = None
        self._page.window().activateWindow()
        self.changed.emit()

    def _answered(self, who: object, question: Question, level: int) -> None:
        review, risk, person = self.review, self.risk, ParticipantId(str(who))
        if review is None or risk is None:
            return
        if level == CANNOT_JUDGE:
            done = self._page.attempt(
                lambda: services.abstain(self.meeting, review, person, risk, origin=self._page)
            )
        else:
            done = self._page.attempt(
                lambda: services.set_answer(
                    self.meeting, review, person, risk, question, level, origin=self._page
                )
            )
        if done is not None:
            self.show()
            self._pane.grid.advance()

    def _cleared(self, who: object, question: Question) -> None:
        review, risk, person = self.review, self.risk, ParticipantId(str(who))
        if review is None or risk is None:
            return
        done = self._page.attempt(
            lambda: services.clear_answer(
                self.meeting, review, person, risk, question, origin=self._page
            )
        )
        if done is not None:
            self.show()

    def _go(self, *, forward: bool) -> None:
        if self.review is None:
            return
        view = review_scores_view(self.meeting.workshop, self.review, self.risk).answers
        wanted = view.following if forward else view.previous
        if wanted is not None:
            self.risk = wanted
            self.show()
            self.changed.emit()
