"""The page Rank: private answers come in, then the room agrees on an order."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND, is_late
from deskrisk.domain.sheets import asked
from deskrisk.domain.stages import untalked
from deskrisk.gui.stages.rank.answers import AnswersPart
from deskrisk.gui.stages.rank.difference_part import DifferencePart
from deskrisk.gui.stages.rank.layout import ANSWERS, DIFFERENCE, ORDER, WaysBar
from deskrisk.gui.stages.rank.order_part import OrderPart
from deskrisk.gui.stages.rank.part import Part
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageAction, PageKey
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.difference import why_hidden
from deskrisk.viewmodels.discussion import next_talk

_STEPS = {ANSWERS: "score", DIFFERENCE: "spread", ORDER: "order"}
"""The step of the script that goes with each way of working."""


def _reveal(page: "RankPage") -> None:
    page.answers.show_round(_round_in_hand(page.meeting.workshop))
    page.show_way(ANSWERS)
    page.answers.wish_to_close()


def _why_no_reveal(page: "RankPage") -> str:
    if not page.meeting.workshop.risks:
        return _("There is no risk yet.")
    progress = page.meeting.workshop.progress
    closed = progress.round_closed >= _round_in_hand(page.meeting.workshop)
    return _("This round is closed already.") if closed else ""


def _see_difference(page: "RankPage") -> None:
    page.show_way(DIFFERENCE)
    page.difference.show_list()


def _talk(page: "RankPage") -> None:
    page.show_way(DIFFERENCE)
    page.difference.open_next_talk()


def _see_order(page: "RankPage") -> None:
    page.show_way(ORDER)
    page.order.show_list()


def _ask_again(page: "RankPage") -> None:
    page.ask_again(None)


def _pause_talk(page: "RankPage") -> None:
    page.difference.talk.clock.toggle()


def _why_no_difference(page: "RankPage") -> str:
    return why_hidden(page.meeting.workshop)


def _why_no_second_round(page: "RankPage") -> str:
    hidden = why_hidden(page.meeting.workshop)
    if hidden or asked(page.meeting.workshop, SECOND_ROUND):
        return hidden
    return _("Talk about a risk first: the second round asks about those alone.")


def _why_no_pause(page: "RankPage") -> str:
    talk = page.difference.talk
    return "" if talk.isVisibleTo(page) else _("Nobody talks about a risk now.")


def _open_vote(page: "RankPage") -> None:
    page.show_way(ORDER)
    page.order.open_vote()


def _take(page: "RankPage") -> None:
    page.show_way(ORDER)
    page.order.main.take()


def _open_even_over(page: "RankPage") -> None:
    page.show_way(ORDER)
    page.order.open_trade_offs()


def _open_gut_check(page: "RankPage") -> None:
    page.show_way(ORDER)
    page.order.open_gut_check()


def _ask_method(page: "RankPage") -> None:
    page.show_way(ORDER)
    page.order.show_list()
    page.order.main.ask_method()


def _why_no_vote(page: "RankPage") -> str:
    return page.order.why_no_vote()


def _why_no_taking(page: "RankPage") -> str:
    return page.order.why_no_taking()


def _why_hidden(page: "RankPage") -> str:
    return page.order.why_hidden()


def _round_in_hand(workshop: Workshop) -> int:
    """The second round once the first is closed and something is asked again."""
    first_over = workshop.progress.round_closed >= FIRST_ROUND
    return SECOND_ROUND if first_over and asked(workshop, SECOND_ROUND) else FIRST_ROUND


def _way_reached(workshop: Workshop) -> str:
    """Where the work is: the answers, then the talks, then the order."""
    progress = workshop.progress
    if progress.round_closed < FIRST_ROUND:
        return ANSWERS
    talking = not progress.order_confirmed and progress.round_closed < SECOND_ROUND
    return DIFFERENCE if talking and next_talk(workshop) is not None else ORDER


class RankPage(StagePage):
    """Stage 4."""

    stage = Stage.RANK
    page_actions: ClassVar = (
        PageAction(
            "rank.reveal",
            N_("Close the round and show all answers"),
            "Ctrl+R",
            _reveal,
            _why_no_reveal,
        ),
        PageAction(
            "rank.difference",
            N_("Where we are far apart"),
            "Alt+F",
            _see_difference,
            _why_no_difference,
        ),
        PageAction("rank.talk", N_("Talk about the next risk"), "Alt+K", _talk, _why_no_difference),
        PageAction(
            "rank.again", N_("Ask once more: round 2"), "Alt+A", _ask_again, _why_no_second_round
        ),
        PageAction("rank.order", N_("The order"), "Alt+O", _see_order),
        PageAction("rank.pause", N_("Pause the talk's time"), "Alt+P", _pause_talk, _why_no_pause),
        PageAction("rank.ballot", N_("Open the ballot"), "Alt+B", _open_vote, _why_no_vote),
        PageAction("rank.duels", N_("Open the duels"), "Alt+D", _open_vote, _why_no_vote),
        PageAction(
            "rank.take", N_("Take the order of ballot or duels"), "Alt+T", _take, _why_no_taking
        ),
        PageAction(
            "rank.even", N_("What we protect even over what"), "Alt+E", _open_even_over, _why_hidden
        ),
        PageAction(
            "rank.gut",
            N_("Gut check: a ballot on all risks"),
            "Alt+G",
            _open_gut_check,
            _why_hidden,
        ),
        PageAction(
            "rank.method", N_("Find the order in another way"), "Alt+M", _ask_method, _why_hidden
        ),
    )
    page_keys: ClassVar = (
        PageKey(N_("Answer and go on; 0 for cannot judge"), "3"),
        PageKey(N_("Take the last answer back"), "Backspace"),
        PageKey(N_("Next risk"), "PgDown"),
        PageKey(N_("Risk before"), "PgUp"),
        PageKey(N_("Talk about the risk in hand"), "Return"),
        PageKey(N_("From the talk back to all risks"), "Esc"),
        PageKey(N_("A risk up or down in the order"), "Alt+Up"),
        PageKey(N_("On a ballot: level with the last one"), "="),
    )

    def build(self) -> None:
        """Make the ways of working."""
        self._way = ""
        self.bar = WaysBar()
        self.answers = AnswersPart(self)
        self.difference = DifferencePart(self)
        self.order = OrderPart(self)
        self.parts: dict[str, Part] = {
            ANSWERS: self.answers,
            DIFFERENCE: self.difference,
            ORDER: self.order,
        }
        self.panes = QStackedWidget()
        for part in self.parts.values():
            self.panes.addWidget(part)
            part.foot_changed.connect(self._foot_changed)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.panes, 1)
        self.aside = LinkButton("", name="rank_aside")
        self.foot.addWidget(self.aside)
        self.primary = self.set_primary(_("Next risk"), self._go_on, "Enter")
        self.aside.clicked.connect(lambda _on=False: self.part.step_aside())
        self.bar.ways.chosen.connect(self.show_way)
        self.bar.rounds.chosen.connect(self._round_chosen)
        self.bar.input.chosen.connect(self._input_chosen)
        self.answers.done.connect(self._see_what_came)
        self.answers.talk_wanted.connect(self._talk_on)
        self.difference.done.connect(lambda: self.show_way(ORDER))
        self.difference.answers_wanted.connect(lambda: self.show_way(ANSWERS))
        self.difference.again_wanted.connect(self.ask_again)
        self.order.done.connect(lambda: self.show_way(ANSWERS))

    @property
    def part(self) -> Part:
        """The way of working that is shown."""
        return self.parts.get(self._way, self.answers)

    def first_focus(self) -> QWidget | None:
        """The grid, or the order where that is worked on."""
        return self.part.focus_widget()

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002  all is shown anew
        """Show the answers and the order as they are; opened first where the work is."""
        if not self._way:
            self._way = _way_reached(self.meeting.workshop)
            self.answers.round = _round_in_hand(self.meeting.workshop)
        self._show()

    def put_on_wall(self) -> None:
        """What belongs to the way that is shown."""
        self.part.put_on_wall()

    def step(self) -> str:
        """Scoring, the spread, or the order."""
        return _STEPS[self._way]

    def take_in_hand(self, thing: object) -> None:
        """Show the answers about a risk, or its place in the order; a late one is asked about.

        A risk that the room is far apart on, and has not talked about, is talked about.
        """
        risk = RiskId(str(thing))
        if is_late(self.meeting.workshop, risk):
            self.ask_again(risk)
        elif risk in untalked(self.meeting.workshop):
            self.show_way(DIFFERENCE)
            self.difference.open_talk(risk)
        elif risk in self.meeting.workshop.risks:
            self.part.take_in_hand(risk)
            focus = self.first_focus()
            if focus is not None:
                focus.setFocus()

    def show_way(self, way: object) -> None:
        """Work on the answers, on the difference, or on the order."""
        self._way = way if isinstance(way, str) and way in self.parts else ANSWERS
        self._show()
        self.step_shown.emit(self.step())
        self.put_on_wall()
        focus = self.first_focus()
        if focus is not None and not self._is_choosing():
            focus.setFocus()

    def ask_again(self, risk: object) -> None:
        """Everybody answers once more, about the risks that were talked about."""
        self.answers.show_round(SECOND_ROUND)
        if risk is not None:
            self.answers.take_in_hand(risk)
        self.show_way(ANSWERS)

    def _see_what_came(self) -> None:
        """All answers of a round are shown at once: that is what the difference is for."""
        self.difference.main.take_next()
        self.show_way(DIFFERENCE)

    def _talk_on(self) -> None:
        self.show_way(DIFFERENCE)
        self.difference.open_next_talk()

    def _is_choosing(self) -> bool:
        """Is the focus on the choice of the way? Then arrows go on choosing."""
        return any(part.hasFocus() for part in self.bar.ways.findChildren(QWidget))

    def _go_on(self) -> None:
        self.part.go_on()

    def _show(self) -> None:
        self.part.refresh()
        self.panes.setCurrentWidget(self.part)
        mode = self.meeting.workshop.brief.input_scores
        self.bar.show_for(self._way, self.answers.round, mode)
        self._show_foot()

    def _foot_changed(self) -> None:
        self.bar.input.show_value(self.meeting.workshop.brief.input_scores)
        self._show_foot()

    def _show_foot(self) -> None:
        foot = self.part.foot()
        self.primary.set_words(foot.primary)
        self.primary.set_key(foot.key)
        self.aside.set_words(foot.aside)
        self.aside.set_key(foot.aside_key)
        self.aside.setVisible(bool(foot.aside))
        self.say(foot.message, foot.tone)

    def _round_chosen(self, number: object) -> None:
        self.answers.show_round(number if isinstance(number, int) else FIRST_ROUND)
        self._show()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def _input_chosen(self, mode: object) -> None:
        self.answers.choose_way(mode)
        self.bar.input.show_value(self.meeting.workshop.brief.input_scores)
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()
