"""The widgets of the page Rank and where they stand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.scores import ROUNDS
from deskrisk.gui.stages.rank.order_list import OrderList
from deskrisk.gui.stages.rank.reason_field import ReasonField
from deskrisk.gui.stages.rank.scale_card import ScaleCard
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.choices import Segments
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.order import OrderView
from deskrisk.viewmodels.rank import AnswersView

ANSWERS, ORDER = "answers", "order"
"""The two ways of working on the page."""

_GRID_WIDTH = 400


class WaysBar(QWidget):
    """At the top: which way of working, and which round."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(16)
        self.ways = Segments(_("Way of working"), ((ANSWERS, _("Answers")), (ORDER, _("Order"))))
        self.ways.setObjectName("rank_ways")
        rounds = tuple((each, _("Round {number}").format(number=each)) for each in ROUNDS)
        self.rounds = Segments(_("Round"), rounds)
        self.rounds.setObjectName("round_choice")
        self.note = text_label("", "small", name="who_sees")
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.ways)
        row.addWidget(self.rounds)
        row.addWidget(self.note, 1)


class AnswersPane(QWidget):
    """The risk in hand, the grid, and the scale of the cell in hand."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.sign = SignMark()
        self.heading = text_label("", "soft", name="risk_heading")
        self.progress = text_label("", "soft", name="answers_progress")
        top.addWidget(self.sign)
        top.addWidget(self.heading, 1)
        top.addWidget(self.progress)
        self.title = text_label("", "title", wraps=True, most_lines=2, name="risk_title")
        self.sentence = text_label("", "soft", wraps=True, most_lines=4, name="risk_sentence")
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(hairline())
        column.addLayout(self._make_sides(), 1)
        self.reason = ReasonField(
            name="close_reason_field",
            asked=_("Somebody is missing: one line why the round is closed. Enter closes it."),
        )
        column.addWidget(self.reason)

    def _make_sides(self) -> QHBoxLayout:
        self.grid = ScoreGrid()
        self.grid_area = scrolled(self.grid, "score_area")
        self.grid_area.setMaximumWidth(_GRID_WIDTH)
        self.scale = ScaleCard()
        side = QVBoxLayout()
        side.addWidget(self.scale)
        side.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(40)
        sides.addWidget(self.grid_area, 1)
        sides.addLayout(side, 1)
        return sides

    def show_answers(self, view: AnswersView) -> None:
        """Show the answers for a risk."""
        self.sign.show_sign(view.sign)
        self.heading.setText(view.heading)
        self.progress.setText(view.progress)
        self.title.setText(view.title)
        self.sentence.setText(view.sentence)
        self.grid.show_answers(view)
        self.scale.setVisible(view.risk is not None)


class OrderPane(QWidget):
    """The order, or the sentence why it is not shown yet."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.addWidget(text_label(_("The order we agree on"), "heading"))
        top.addStretch(1)
        self.note = text_label(
            _("a bracket holds risks that the numbers cannot tell apart"), "small"
        )
        top.addWidget(self.note)
        self.boundary = text_label("", "soft", wraps=True, most_lines=3, name="boundary_note")
        self.hidden = text_label("", "body", wraps=True, name="order_hidden")
        self.list = OrderList()
        self.area = scrolled(self.list, "order_area")
        column.addLayout(top)
        column.addWidget(self.boundary)
        column.addWidget(self.hidden)
        column.addWidget(self.area, 1)
        self.rest = QWidget()
        column.addWidget(self.rest, 1)

    def show_order(self, view: OrderView) -> None:
        """Show the order."""
        self.boundary.setText(view.boundary_note)
        self.boundary.setVisible(bool(view.boundary_note))
        self.hidden.setText(view.hidden)
        self.hidden.setVisible(bool(view.hidden))
        self.area.setVisible(not view.hidden)
        self.note.setVisible(not view.hidden)
        self.rest.setVisible(bool(view.hidden))
        self.list.show_order(view)
