"""The order: the list, and what is opened from it: a ballot, duels, trade-offs."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.model.scores import BallotScope
from deskrisk.gui.stages.rank.ballot_part import BallotPart
from deskrisk.gui.stages.rank.duel_part import DuelPart
from deskrisk.gui.stages.rank.order_list import OrderList
from deskrisk.gui.stages.rank.order_list_part import OrderListPart
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.stages.rank.trade_offs import TradeOffsPart
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _
from deskrisk.viewmodels.ballots import ballot_scope
from deskrisk.viewmodels.decision import decision_view
from deskrisk.viewmodels.order import order_view


class OrderPart(Part):
    """One of four at a time; each of the others leads back to the list."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.main = OrderListPart(page)
        self.ballot = BallotPart(page)
        self.duel = DuelPart(page)
        self.trade_offs = TradeOffsPart(page)
        self.stack = QStackedWidget()
        for part in (self.main, self.ballot, self.duel, self.trade_offs):
            self.stack.addWidget(part)
            part.foot_changed.connect(self.foot_changed)
            part.done.connect(self.show_list)
        self.main.back_to_answers.connect(self.done)
        self.main.even.clicked.connect(lambda _on=False: self.open_trade_offs())
        self.main.card.vote.clicked.connect(lambda _on=False: self.open_vote())
        self.main.card.gut.clicked.connect(lambda _on=False: self.open_gut_check())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)

    @property
    def list(self) -> OrderList:
        """The list of the order."""
        return self.main.list

    @property
    def part(self) -> Part:
        """What is shown."""
        found = self.stack.currentWidget()
        return found if isinstance(found, Part) else self.main

    def refresh(self) -> None:
        """Show what is in hand; while the order is hidden that is the list, which says why."""
        self.main.refresh()
        if self.part is not self.main:
            if self._is_hidden():
                self.stack.setCurrentWidget(self.main)
            else:
                self.part.refresh()

    def focus_widget(self) -> QWidget | None:
        """Where the part in hand begins."""
        return self.part.focus_widget()

    def foot(self) -> Foot:
        """What the part in hand says."""
        return self.part.foot()

    def go_on(self) -> None:
        """Go on in the part in hand."""
        self.part.go_on()

    def step_aside(self) -> None:
        """The way aside of the part in hand."""
        self.part.step_aside()

    def take_in_hand(self, thing: object) -> None:
        """Show a risk at its place."""
        self._open(self.main)
        self.main.take_in_hand(thing)

    def put_on_wall(self) -> None:
        """What the part in hand shows."""
        self.part.put_on_wall()

    def show_list(self) -> None:
        """Back to the list."""
        self._open(self.main)

    def open_vote(self) -> None:
        """The ballot or the duels, whichever the room agreed on."""
        if decision_view(self.meeting.workshop).vote_key == "Alt+D":
            self._open(self.duel)
        else:
            self.ballot.open_for(ballot_scope(self.meeting.workshop))
            self._open(self.ballot)

    def open_gut_check(self) -> None:
        """A ballot on all risks, to be held against the scores."""
        self.ballot.open_for(BallotScope.ALL)
        self._open(self.ballot)

    def open_trade_offs(self) -> None:
        """What we protect even over what."""
        self._open(self.trade_offs)

    def why_no_vote(self) -> str:
        """Why there is neither a ballot nor a duel now; empty if there is."""
        if self._is_hidden():
            return _("First the answers, then the order.")
        if not decision_view(self.meeting.workshop).vote:
            return _("The scores decide the order, so nothing is voted on.")
        return ""

    def why_no_taking(self) -> str:
        """Why there is nothing to take; empty if there is."""
        if self._is_hidden():
            return _("First the answers, then the order.")
        if not decision_view(self.meeting.workshop).may_take:
            return _("There is no result that differs from this order.")
        return ""

    def why_hidden(self) -> str:
        """Why the order is not shown; empty if it is."""
        return _("First the answers, then the order.") if self._is_hidden() else ""

    def _is_hidden(self) -> bool:
        return bool(order_view(self.meeting.workshop).hidden)

    def _open(self, part: Part) -> None:
        part.refresh()
        self.stack.setCurrentWidget(part)
        part.put_on_wall()
        self.foot_changed.emit()
        (part.focus_widget() or self.page.primary_button() or part).setFocus()
