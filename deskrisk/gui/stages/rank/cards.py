"""Cards: everyone shows one on three, and the facilitator keys in one answer a person."""

from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.scores import SECOND_ROUND, Question
from deskrisk.gui.stages.rank.answer_part import AnswerPart
from deskrisk.gui.stages.rank.part import Foot, keep_seen
from deskrisk.gui.stages.rank.risk_head import RiskHead
from deskrisk.gui.stages.rank.scale_card import ScaleCard
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.discussion import next_talk
from deskrisk.viewmodels.rank import answers_view, scale_view
from deskrisk.viewmodels.scenes import Scene

GRID_WIDTH = 400


class CardsPart(AnswerPart):
    """One risk at a time: the people, two answers each, and the scale of the one in hand."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.risk: RiskId | None = None
        self.head = RiskHead()
        self.grid = ScoreGrid()
        self.area = scrolled(self.grid, "score_area")
        self.area.setMaximumWidth(GRID_WIDTH)
        self.scale = ScaleCard()
        self.note = text_label("", "small", wraps=True, name="who_sees")
        side = QVBoxLayout()
        side.addWidget(self.scale)
        side.addWidget(self.note)
        side.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(40)
        sides.addWidget(self.area, 1)
        sides.addLayout(side, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.head)
        whole.addLayout(sides, 1)
        self._connect()

    def _connect(self) -> None:
        self.grid.answered.connect(self._answered)
        self.grid.cleared.connect(self._cleared)
        self.grid.next_wanted.connect(self._next_risk)
        self.grid.previous_wanted.connect(self._previous_risk)
        self.grid.question_changed.connect(self._show_scale)
        self.grid.cursor_moved.connect(lambda: keep_seen(self.area, self.grid.cursor_rect()))

    def focus_widget(self) -> QWidget:
        """The grid."""
        return self.grid

    def refresh(self) -> None:
        """Show the answers for the risk in hand."""
        view = answers_view(self.meeting.workshop, self.risk, self.round)
        self._view = view
        moved = view.risk != self.risk
        self.risk = view.risk
        self.head.show_risk(view.sign, view.heading, view.title, view.sentence, view.progress)
        self.grid.show_groups((view.risk, view.round), view.groups, view.progress)
        self.scale.setVisible(view.risk is not None)
        self.note.setText(view.who_sees if view.risk is not None else "")
        self._show_scale(self.grid.question)
        if moved and self.isVisible():
            self._show_on_wall()

    def foot(self) -> Foot:
        """The next risk, until everyone is in; in the second round, the next talk."""
        view = self._view
        usual = _("One key each, then it moves on. Backspace goes back.")
        onward = None
        if view.following is not None and not view.all_in:
            onward = (_("Next risk"), "Enter")
        elif self._talks_on():
            onward = (_("Talk about the next risk"), "Enter")
        foot = self.round_foot(closed=view.closed, onward=onward, message=view.round_note or usual)
        if not self.talks_aside():
            return foot
        return replace(foot, aside=_("Talk about the next risk"), aside_key="Alt+K")

    def go_on(self) -> None:
        """The next risk, or the next talk; the answers part closes the round."""
        if self._view.following is not None and not self._view.all_in:
            self.take_in_hand(self._view.following)
            self.grid.setFocus()
        elif self._talks_on():
            self.talk_wanted.emit()

    def has_more(self) -> bool:
        """Is there a risk to go on to?"""
        view = self._view
        return (view.following is not None and not view.all_in) or self._talks_on()

    def take_in_hand(self, thing: object) -> None:
        """Ask about a risk."""
        self.risk = RiskId(str(thing))
        self.refresh()
        self._show_on_wall()
        self.foot_changed.emit()
        keep_seen(self.area, self.grid.cursor_rect())

    def talks_aside(self) -> bool:
        """Is the last risk of a second round in hand, with somebody missing and talks to come?"""
        view = self._view
        last = view.risk is not None and view.following is None and not view.all_in
        waits = self.round == SECOND_ROUND and last and not view.closed
        return waits and next_talk(self.meeting.workshop) is not None

    def _talks_on(self) -> bool:
        """Is a risk left to talk about, now that all that were talked about are asked again?"""
        view = self._view
        done = self.round == SECOND_ROUND and view.all_in and not view.closed
        return done and next_talk(self.meeting.workshop) is not None

    def put_on_wall(self) -> None:
        """The risk with its scales and how many are in; a desk with answers is not to be seen."""
        self.page.room.show(Scene.SCALES, self.risk or "", curtain=True)

    def _show_on_wall(self) -> None:
        """The next risk; whether the room sees it is the facilitator's choice by now."""
        self.page.room.show(Scene.SCALES, self.risk or "")

    def _show_scale(self, question: object) -> None:
        if isinstance(question, Question):
            anchors = self.anchors(self.risk)
            self.scale.show_scale(scale_view(self.meeting.workshop, question, anchors))

    def _answered(self, who: object, question: Question, level: int) -> None:
        if self.risk is not None and self.key_in(who, self.risk, question, level):
            self.refresh()
            self.foot_changed.emit()
            self.grid.advance()

    def _cleared(self, who: object, question: Question) -> None:
        if self.risk is not None and self.take_back(who, self.risk, question):
            self.refresh()
            self.foot_changed.emit()

    def _next_risk(self) -> None:
        if self._talks_on() and self._view.all_in:
            self.talk_wanted.emit()
        elif self._view.following is not None:
            self.take_in_hand(self._view.following)
        elif self._view.all_in and not self._view.closed:
            self.page.say(_("Everyone is in. Ctrl+Enter shows all answers."), "good")

    def _previous_risk(self) -> None:
        if self._view.previous is not None:
            self.take_in_hand(self._view.previous)
