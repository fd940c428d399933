"""Private answers: one of four ways to take them, and the one act that shows them all."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.model.brief import InputMode, Stage
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND
from deskrisk.domain.sheets import asked
from deskrisk.gui.stages.rank.answer_part import AnswerPart
from deskrisk.gui.stages.rank.cards import CardsPart
from deskrisk.gui.stages.rank.collected import ImportPart, PassPart
from deskrisk.gui.stages.rank.confirm_strip import ConfirmStrip
from deskrisk.gui.stages.rank.paper import PaperPart
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.stages.rank.reason_field import ReasonField
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _
from deskrisk.services import scores as services
from deskrisk.services.brief import edit_brief
from deskrisk.viewmodels.sheets import sheets_view


class AnswersPart(Part):
    """The answers of a round.

    Signals:
        talk_wanted(): the room goes on talking before the round is closed.
    """

    talk_wanted = Signal()

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.round = FIRST_ROUND
        self.cards = CardsPart(page)
        self.parts: dict[InputMode, AnswerPart] = {
            InputMode.CARDS: self.cards,
            InputMode.PASS: PassPart(page),
            InputMode.PAPER: PaperPart(page),
            InputMode.IMPORT: ImportPart(page),
        }
        self.stack = QStackedWidget()
        for part in self.parts.values():
            self.stack.addWidget(part)
            part.foot_changed.connect(self.foot_changed)
            part.talk_wanted.connect(self.talk_wanted)
        self.reason = ReasonField(
            name="close_reason_field",
            asked=_("Somebody is missing: one line why the round is closed. Enter closes it."),
        )
        self.confirm = ConfirmStrip(name="reveal_strip")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.reason)
        whole.addWidget(self.confirm)
        self.reason.given.connect(self._close)
        self.confirm.confirmed.connect(lambda: self._close(""))
        for question in (self.reason, self.confirm):
            question.left.connect(self.leave_question)

    @property
    def part(self) -> AnswerPart:
        """The way of taking answers that the room has chosen."""
        return self.parts[self.meeting.workshop.brief.input_scores]

    def refresh(self) -> None:
        """Show the round in hand."""
        part = self.part
        part.round = self.round
        part.refresh()
        self.stack.setCurrentWidget(part)

    def show_round(self, number: int) -> None:
        """Take a round in hand."""
        self.round = number
        self._forget_question()
        self.refresh()
        self.foot_changed.emit()

    def choose_way(self, mode: object) -> None:
        """Take answers in another way."""
        if self.page.attempt(lambda: edit_brief(self.meeting, input_scores=mode)) is None:
            return
        self._forget_question()
        self.refresh()
        self.put_on_wall()
        self.foot_changed.emit()

    def focus_widget(self) -> QWidget | None:
        """Where the chosen way begins."""
        return self.part.focus_widget()

    def foot(self) -> Foot:
        """What the chosen way says; while closing is asked for, that."""
        if self.confirm.isVisibleTo(self) or self.reason.isVisibleTo(self):
            words = _("Show all answers") if self.confirm.isVisibleTo(self) else _("Close it")
            return Foot(primary=words, aside=_("Leave it open"), aside_key="Esc")
        if not self.meeting.workshop.risks:
            return Foot(primary=_("Recast a fear"))
        if self._asks_nothing():
            words = _("The second round asks about the risks that were talked about.")
            return Foot(primary=_("Talk about a risk"), message=words)
        return self.part.foot()

    def go_on(self) -> None:
        """Go on in the chosen way, or ask to close the round."""
        if self.confirm.isVisibleTo(self):
            self._close("")
        elif self.reason.isVisibleTo(self):
            self._close(self.reason.text())
        elif not self.meeting.workshop.risks:
            self.page.go_to.emit(Stage.RECAST)
        elif self._asks_nothing():
            self.talk_wanted.emit()
        elif self.is_closed():
            self.done.emit()
        elif self.part.has_more():
            self.part.go_on()
        else:
            self.wish_to_close()

    def step_aside(self) -> None:
        """Close the round early, open it again, or leave the question."""
        if self.confirm.isVisibleTo(self) or self.reason.isVisibleTo(self):
            self.leave_question()
        elif self.is_closed():
            self.page.attempt(lambda: services.reopen_round(self.meeting, self.round))
            self._focus()
        elif self.part.talks_aside():
            self.talk_wanted.emit()
        else:
            self.wish_to_close()

    def _asks_nothing(self) -> bool:
        """Is it a second round in which nothing is asked again yet?"""
        workshop = self.meeting.workshop
        begun = self.round == SECOND_ROUND and workshop.progress.round_closed == FIRST_ROUND
        return begun and not asked(workshop, SECOND_ROUND)

    def is_closed(self) -> bool:
        """Is the round in hand closed?"""
        return self.meeting.workshop.progress.round_closed >= self.round

    def wish_to_close(self) -> None:
        """Ask once more before everything is shown; with somebody missing, ask why."""
        view = sheets_view(self.meeting.workshop, self.round)
        if self.is_closed() or not view.risks:
            return
        if view.turnout.everybody:
            self.confirm.open(_("Everybody is in. Close the round and show all answers at once?"))
        else:
            self.reason.open()
        self.foot_changed.emit()

    def leave_question(self) -> None:
        """The round stays open."""
        self._forget_question()
        self.foot_changed.emit()
        self._focus()

    def take_in_hand(self, thing: object) -> None:
        """Ask about a risk where that is possible."""
        self.part.take_in_hand(thing)

    def put_on_wall(self) -> None:
        """What the chosen way shows; the desk holds answers, so the curtain is down."""
        self.part.put_on_wall()

    def _forget_question(self) -> None:
        self.reason.close_field()
        self.confirm.hide()

    def _focus(self) -> None:
        focus = self.focus_widget()
        if focus is not None:
            focus.setFocus()

    def _close(self, reason: str) -> None:
        closed = self.page.attempt(
            lambda: services.close_round(self.meeting, self.round, reason=reason)
        )
        if closed is not None:
            self._forget_question()
            self.done.emit()
