"""The order that holds: read, moved, confirmed; the way to ballots and duels stands above it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.brief import OrderMethod, Stage
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.order import crosses_tier
from deskrisk.gui.stages.rank.decision_card import DecisionCard
from deskrisk.gui.stages.rank.method_strip import MethodStrip
from deskrisk.gui.stages.rank.order_list import OrderList
from deskrisk.gui.stages.rank.part import Foot, Part, keep_seen
from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services import order as services
from deskrisk.services.ballots import take_proposal
from deskrisk.viewmodels.decision import decision_view
from deskrisk.viewmodels.order import order_view
from deskrisk.viewmodels.scenes import Scene


class OrderListPart(Part):
    """The list, or the sentence why it is not shown yet.

    Signals:
        back_to_answers(): the answers are wanted.
    """

    back_to_answers = Signal()

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.note = text_label(
            _("a bracket holds risks that the numbers cannot tell apart"), "small"
        )
        self.boundary = text_label("", "soft", wraps=True, most_lines=3, name="boundary_note")
        self.hidden = text_label("", "body", wraps=True, name="order_hidden")
        self.card = DecisionCard()
        self.method = MethodStrip()
        self.even = QuietButton("", "Alt+E", name="even_over")
        self.list = OrderList()
        self.area = scrolled(self.list, "order_area")
        self.rest = QWidget()
        self._lay_out()
        self.list.moved.connect(self.move_risk)
        self.card.take.clicked.connect(lambda _on=False: self.take())
        self.card.method.clicked.connect(lambda _on=False: self.ask_method())
        self.method.chosen.connect(self._method_chosen)
        self.method.left.connect(self._leave_method)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(text_label(_("The order we agree on"), "heading"))
        top.addStretch(1)
        top.addWidget(self.note)
        top.addWidget(self.even)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (self.boundary, self.hidden, self.card, self.method):
            column.addWidget(part)
        column.addWidget(self.area, 1)
        column.addWidget(self.rest, 1)

    def refresh(self) -> None:
        """Show the order as it stands."""
        workshop = self.meeting.workshop
        view = order_view(workshop)
        self._view = view
        hidden = bool(view.hidden)
        self.hidden.setText(view.hidden)
        self.hidden.setVisible(hidden)
        self.area.setVisible(not hidden)
        self.note.setVisible(not hidden)
        self.even.setVisible(not hidden)
        self.even.set_words(_even_words(len(workshop.even_over)))
        self.rest.setVisible(hidden)
        decision = decision_view(workshop, hidden=hidden)
        self.card.show_decision(decision)
        self.boundary.setText(view.boundary_note)
        self.boundary.setVisible(bool(view.boundary_note) and not decision.counted)
        self.method.show_ways(decision.ways)
        if hidden:
            self.method.hide()
        self.list.show_order(view)

    def focus_widget(self) -> QWidget:
        """The list."""
        return self.list

    def foot(self) -> Foot:
        """Confirm the order, then go on."""
        view = self._view
        if view.hidden:
            return Foot(primary=_("Back to the answers"))
        words = _("Decide responses") if view.confirmed else _("Confirm this order")
        aside = _("Back to the numbers") if view.moved else ""
        return Foot(primary=words, aside=aside, message=view.state)

    def go_on(self) -> None:
        """What the primary button says."""
        if self._view.hidden:
            self.back_to_answers.emit()
        elif self._view.confirmed:
            self.page.go_to.emit(Stage.RESPOND)
        else:
            self.page.attempt(lambda: services.confirm_order(self.meeting))

    def step_aside(self) -> None:
        """Back to the order of the numbers."""
        self.page.attempt(lambda: services.reset_order(self.meeting))
        self.list.setFocus()

    def take_in_hand(self, thing: object) -> None:
        """Show a risk at its place."""
        self.list.show_current(RiskId(str(thing)))
        self.list.setFocus()
        keep_seen(self.area, self.list.current_rect())

    def put_on_wall(self) -> None:
        """The order, once it may be seen."""
        self.page.room.show(Scene.ORDER, curtain=None if self._view.hidden else False)

    def take(self) -> None:
        """Take what ballots or duels propose."""
        self.page.attempt(lambda: take_proposal(self.meeting))
        self.list.setFocus()

    def move_risk(self, risk: RiskId, position: int, reason: str) -> None:
        """Put a risk on another place; across a bracket it needs a reason."""
        crossing = crosses_tier(self.meeting.workshop, risk, position)
        if crossing and not reason.strip():
            self.list.ask_reason(risk, position)
            self.page.say(_("Across a bracket needs one line why; it is printed."), "hint")
            return
        moved = self.page.attempt(
            lambda: services.move_risk(self.meeting, risk, position, reason=reason)
        )
        if moved is not None:
            self.list.close_reason()
            keep_seen(self.area, self.list.current_rect())

    def ask_method(self) -> None:
        """Offer the other ways to find the order, and ask why."""
        self.method.open()

    def _method_chosen(self, method: OrderMethod, reason: str) -> None:
        done = self.page.attempt(
            lambda: services.change_method(self.meeting, method, reason=reason)
        )
        if done is not None:
            self._leave_method()

    def _leave_method(self) -> None:
        self.method.hide()
        self.list.setFocus()


def _even_words(count: int) -> str:
    return _("Even over, {count}").format(count=count) if count else _("Even over")
