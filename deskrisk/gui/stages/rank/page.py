"""The page Rank: private answers come in, then the room agrees on an order."""

from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.scores import FIRST_ROUND, Question
from deskrisk.gui.stages.rank.layout import ANSWERS, ORDER, AnswersPane, OrderPane, WaysBar
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageKey
from deskrisk.i18n import N_, _
from deskrisk.services import order as order_services
from deskrisk.services import scores as score_services
from deskrisk.viewmodels.order import OrderView, order_view
from deskrisk.viewmodels.rank import CANNOT_JUDGE, AnswersView, answers_view, scale_view
from deskrisk.viewmodels.scenes import Scene


class RankPage(StagePage):
    """Stage 4."""

    stage = Stage.RANK

    def build(self) -> None:
        """Make the two ways of working."""
        self._way = ""
        self._risk: RiskId | None = None
        self._round = FIRST_ROUND
        self.bar = WaysBar()
        self.answers = AnswersPane()
        self.order = OrderPane()
        self.panes = QStackedWidget()
        self.panes.addWidget(self.answers)
        self.panes.addWidget(self.order)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.panes, 1)
        self.aside = LinkButton("", name="rank_aside")
        self.foot.addWidget(self.aside)
        self.primary = self.set_primary(_("Next risk"), self._go_on, "Enter")
        self._connect()

    def _connect(self) -> None:
        self.bar.ways.chosen.connect(self._way_chosen)
        self.bar.rounds.chosen.connect(self._round_chosen)
        grid = self.answers.grid
        grid.answered.connect(self._answered)
        grid.cleared.connect(self._cleared)
        grid.next_wanted.connect(self._next_risk)
        grid.previous_wanted.connect(self._previous_risk)
        grid.question_changed.connect(self._show_scale)
        grid.cursor_moved.connect(self._keep_cursor_seen)
        self.answers.reason.given.connect(self._close_round)
        self.answers.reason.left.connect(self._leave_reason)
        self.order.list.moved.connect(self._moved)
        self.aside.clicked.connect(self._aside_pressed)

    def first_focus(self) -> QWidget | None:
        """The grid, or the order where that is worked on."""
        return self.order.list if self._way == ORDER else self.answers.grid

    def refresh(self, changes: Changes | None) -> None:  # noqa: ARG002  all is shown anew
        """Show the answers and the order as they are; opened first where the work is."""
        if not self._way:
            settled = self.meeting.workshop.progress.round_closed >= FIRST_ROUND
            self._way = ORDER if settled else ANSWERS
        self._show()

    def _show(self) -> None:
        workshop = self.meeting.workshop
        view = answers_view(workshop, self._risk, self._round)
        order = order_view(workshop)
        self._view, self._order = view, order
        self._risk = view.risk
        self.put_on_wall()
        self.bar.ways.show_value(self._way)
        self.bar.rounds.show_value(self._round)
        self.bar.rounds.setVisible(self._way == ANSWERS)
        self.bar.note.setText(view.who_sees if self._way == ANSWERS else "")
        self.answers.show_answers(view)
        self.order.show_order(order)
        self.panes.setCurrentWidget(self.answers if self._way == ANSWERS else self.order)
        self._show_scale(self.answers.grid.question)
        self._show_foot(view, order)

    def put_on_wall(self) -> None:
        """The scales, covered at first, while answers come in; then the order."""
        if self._way == ORDER:
            self.room.show(Scene.ORDER, curtain=False)
        else:
            self.room.show(Scene.SCALES, self._risk or "", curtain=True)

    def _show_foot(self, view: AnswersView, order: OrderView) -> None:
        if self._way == ORDER:
            self.primary.set_words(_order_step(order))
            self.primary.set_key("Ctrl+Enter")
            self.aside.set_words(_("Back to the numbers"))
            self.aside.setVisible(order.moved and not order.hidden)
            self.say("" if order.hidden else order.state)
            return
        self.primary.set_words(_answers_step(view))
        self.primary.set_key("Enter" if _answers_step(view) == _("Next risk") else "Ctrl+Enter")
        close = _("Open round {round} again") if view.closed else _("Close round {round} ...")
        self.aside.set_words(close.format(round=view.round))
        self.aside.setVisible(view.risk is not None)
        usual = _("One key each, then it moves on. Backspace goes back.")
        self.say((view.round_note or usual) if view.risk is not None else "")

    def _show_scale(self, question: object) -> None:
        if isinstance(question, Question):
            self.answers.scale.show_scale(scale_view(self.meeting.workshop, question))

    def _keep_cursor_seen(self) -> None:
        _keep_seen(self.answers.grid_area, self.answers.grid.cursor_rect())

    def _way_chosen(self, way: object) -> None:
        self._way = ORDER if way == ORDER else ANSWERS
        self._show()

    def _round_chosen(self, number: object) -> None:
        self._round = number if isinstance(number, int) else FIRST_ROUND
        self._show()
        self.answers.grid.setFocus()

    def _answered(self, who: ParticipantId, question: Question, level: int) -> None:
        risk = self._risk
        if risk is None:
            return
        if level == CANNOT_JUDGE:
            done = self.attempt(
                lambda: score_services.abstain(
                    self.meeting, who, risk, round_=self._round, origin=self
                )
            )
        else:
            done = self.attempt(
                lambda: score_services.set_answer(
                    self.meeting, who, risk, question, level, round_=self._round, origin=self
                )
            )
        if done is not None:
            self._show()
            self.answers.grid.advance()

    def _cleared(self, who: ParticipantId, question: Question) -> None:
        risk = self._risk
        if risk is None:
            return
        done = self.attempt(
            lambda: score_services.clear_answer(
                self.meeting, who, risk, question, round_=self._round, origin=self
            )
        )
        if done is not None:
            self._show()

    def _next_risk(self) -> None:
        if self._view.following is not None:
            self._take(self._view.following)
        elif self._view.all_in and not self._view.closed:
            self.say(_("Everyone is in. Ctrl+Enter closes the round."), "good")

    def _previous_risk(self) -> None:
        if self._view.previous is not None:
            self._take(self._view.previous)

    def _take(self, risk: RiskId) -> None:
        self._risk = risk
        self._show()
        self._keep_cursor_seen()

    def _go_on(self) -> None:
        if self._way == ORDER:
            self._go_on_from_order()
        elif self._view.risk is None:
            self.go_to.emit(Stage.RECAST)
        elif self._view.closed:
            self._way_chosen(ORDER)
            self.order.list.setFocus()
        elif self._view.following is not None and not self._view.all_in:
            self._take(self._view.following)
            self.answers.grid.setFocus()
        else:
            self._wish_to_close()

    def _go_on_from_order(self) -> None:
        if self._order.hidden:
            self._way_chosen(ANSWERS)
            self.answers.grid.setFocus()
        elif self._order.confirmed:
            self.go_to.emit(Stage.RESPOND)
        else:
            self.attempt(lambda: order_services.confirm_order(self.meeting))

    def _aside_pressed(self) -> None:
        if self._way == ORDER:
            self.attempt(lambda: order_services.reset_order(self.meeting))
            self.order.list.setFocus()
        elif self._view.closed:
            self.attempt(lambda: score_services.reopen_round(self.meeting, self._round))
            self.answers.grid.setFocus()
        else:
            self._wish_to_close()

    def _wish_to_close(self) -> None:
        if self._view.all_in:
            self._close_round("")
        else:
            self.answers.reason.open()

    def _close_round(self, reason: str) -> None:
        done = self.attempt(
            lambda: score_services.close_round(self.meeting, self._round, reason=reason)
        )
        if done is not None:
            self.answers.reason.close_field()
            self._way_chosen(ORDER)
            self.order.list.setFocus()

    def _leave_reason(self) -> None:
        self.answers.reason.close_field()
        self.answers.grid.setFocus()

    def _moved(self, risk: RiskId, position: int, reason: str) -> None:
        if self._crosses(risk, position) and not reason.strip():
            self.order.list.ask_reason(risk, position)
            self.say(_("Across a bracket needs one line why; it is printed."), "hint")
            return
        moved = self.attempt(
            lambda: order_services.move_risk(self.meeting, risk, position, reason=reason)
        )
        if moved is not None:
            self.order.list.close_reason()
            _keep_seen(self.order.area, self.order.list.current_rect())

    def _crosses(self, risk: RiskId, position: int) -> bool:
        row = next((each for each in self._order.rows if each.id == risk), None)
        if row is None:
            return False
        return row.up_crosses if position < row.position else row.down_crosses

    def take_in_hand(self, thing: object) -> None:
        """Show the answers about a risk, or its place in the order."""
        risk = RiskId(str(thing))
        if risk not in self.meeting.workshop.risks:
            return
        if self._way == ORDER:
            self.order.list.show_current(risk)
            self.order.list.setFocus()
            _keep_seen(self.order.area, self.order.list.current_rect())
        else:
            self._take(risk)
            self.answers.grid.setFocus()

    page_keys: ClassVar = (
        PageKey(N_("Answer and go on; 0 for cannot judge"), "3"),
        PageKey(N_("Take the last answer back"), "Backspace"),
        PageKey(N_("Next risk"), "PgDown"),
        PageKey(N_("Risk before"), "PgUp"),
        PageKey(N_("A risk up or down in the order"), "Alt+Up"),
    )


def _order_step(order: OrderView) -> str:
    if order.hidden:
        return _("Back to the answers")
    return _("Decide responses") if order.confirmed else _("Confirm this order")


def _answers_step(view: AnswersView) -> str:
    if view.risk is None:
        return _("Recast a fear")
    if view.closed:
        return _("See the order")
    if view.following is not None and not view.all_in:
        return _("Next risk")
    return _("Close round {round}").format(round=view.round)


def _keep_seen(area: QScrollArea, rect: QRectF) -> None:
    if not rect.isEmpty():
        middle, half = rect.center().toPoint(), int(rect.height() / 2)
        area.ensureVisible(middle.x(), middle.y(), 0, half + 24)
