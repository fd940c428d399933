"""The difference, read by the whole room: the answers as dots, who hedges, chance and impact."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.scores import SECOND_ROUND
from deskrisk.gui.stages.rank.charts import Picture, pictures
from deskrisk.gui.stages.rank.dot_list import AxisHead, DotList
from deskrisk.gui.stages.rank.part import Foot, Part, keep_seen
from deskrisk.gui.theme import line_height
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.choices import ChoiceField, Segments
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.difference import DifferenceRow, Sorting, difference_view
from deskrisk.viewmodels.discussion import next_talk
from deskrisk.viewmodels.scenes import Scene

DOTS = "dots"
"""The first of the pictures, which is a list; the others are charts."""


class SpreadPart(Part):
    """One picture at a time, or the sentence why there is none yet.

    Signals:
        talk_wanted(object): a risk is to be talked about.
        again_wanted(): the second round begins, or goes on.
        answers_wanted(): the first round is not closed.
    """

    talk_wanted = Signal(object)
    again_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.sorting = Sorting.TALK
        self.picture = DOTS
        self.pictures = Segments(
            _("What is shown"),
            ((DOTS, _("How far apart")), *((each.key, each.name) for each in pictures())),
        )
        self.pictures.setObjectName("spread_pictures")
        self.sortings = ChoiceField(
            _("How the rows stand"),
            (
                (Sorting.TALK, _("By turn")),
                (Sorting.ORDER, _("By place")),
                (Sorting.KIND, _("By kind")),
            ),
        )
        self.sortings.setObjectName("spread_sorting")
        self.hidden = text_label("", "body", wraps=True, name="spread_hidden")
        self.list = DotList()
        self.area = scrolled(self.list, "dot_area")
        self.head = AxisHead(self.list)
        self.said = text_label("", "body", wraps=True, most_lines=2, name="spread_said")
        self.said.setMinimumHeight(2 * line_height("body"))  # nothing jumps from risk to risk
        self.agreement = text_label("", "soft", wraps=True, most_lines=3, name="agreement_words")
        self.chart_title = text_label("", "heading", name="chart_title")
        self.chart_said = text_label("", "body", wraps=True, most_lines=3, name="chart_said")
        self.chart = ChartView(_("A picture of the answers"))
        self._lay_out()
        self.list.picked.connect(lambda _risk: self._picked())
        self.list.activated.connect(self.talk_wanted)
        self.pictures.chosen.connect(self.show_picture)
        self.sortings.chosen.connect(self._sorting_chosen)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setContentsMargins(4, 4, 4, 4)
        ways.addWidget(self.pictures)
        ways.addStretch(1)
        ways.addWidget(self.sortings)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._dots_sheet())
        self.stack.addWidget(self._chart_sheet())
        self.rest = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.hidden)
        whole.addLayout(ways)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.rest, 1)

    def _dots_sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)
        column.addSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.agreement)
        return sheet

    def _chart_sheet(self) -> QWidget:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.chart_title)
        column.addWidget(self.chart_said)
        column.addWidget(scrolled(self.chart, "chart_area"), 1)
        return sheet

    def refresh(self) -> None:
        """Show what was shown to all; before that, why there is nothing."""
        view = difference_view(self.meeting.workshop, self.sorting)
        self._view = view
        shown = not view.hidden
        self.hidden.setText(view.hidden)
        self.hidden.setVisible(not shown)
        self.rest.setVisible(not shown)
        self.pictures.setVisible(shown)
        self.stack.setVisible(shown)
        self.sortings.setVisible(shown and self.picture == DOTS)
        self.sortings.show_value(self.sorting)
        self.agreement.setText(view.agreement)
        self.list.show_view(view)
        self.head.update()
        self._say_row()
        self._show_picture()

    def focus_widget(self) -> QWidget | None:
        """The list, or the choice of the pictures beside a chart."""
        if self._view.hidden:
            return None
        return self.list if self.picture == DOTS else self.pictures

    def foot(self) -> Foot:
        """Talk about the risk in hand, then ask once more, then the order."""
        risk = self._view.row(self.list.current())
        if self._view.hidden or risk is None:
            return Foot(primary=_("Back to the answers"))
        enter = "Enter" if self.picture == DOTS else ""
        talk = _("Talk about risk {number}").format(number=risk.number)
        order, again = _("See the order"), _("Second round")
        if self._view.rounds >= SECOND_ROUND:
            moved = _("What moved on risk {number}").format(number=risk.number)
            message = _("Two rounds are enough. What stays apart is printed as it is.")
            return Foot(primary=order, aside=moved, aside_key=enter, message=message)
        if self._leads_on():
            words = again if self._may_ask_again() else order
            return Foot(primary=words, aside=talk, aside_key=enter, message=self._turns())
        aside, key = (again, "Alt+A") if self._may_ask_again() else (order, "Alt+O")
        return Foot(
            primary=talk,
            key=enter or "Ctrl+Enter",
            aside=aside,
            aside_key=key,
            message=self._turns(),
        )

    def go_on(self) -> None:
        """What the primary button says."""
        risk = self.list.current()
        if self._view.hidden or risk is None:
            self.answers_wanted.emit()
        elif self._view.rounds < SECOND_ROUND and not self._leads_on():
            self.talk_wanted.emit(risk)
        else:
            self._leave_talks()

    def step_aside(self) -> None:
        """The second round, or the order; after the talks, the talk about the risk in hand."""
        if self._view.rounds >= SECOND_ROUND or self._leads_on():
            self.talk_wanted.emit(self.list.current())
        else:
            self._leave_talks()

    def _leave_talks(self) -> None:
        if self._view.rounds < SECOND_ROUND and self._may_ask_again():
            self.again_wanted.emit()
        else:
            self.done.emit()

    def _leads_on(self) -> bool:
        """Were all risks that are far apart talked about?"""
        return next_talk(self.meeting.workshop) is None

    def take_in_hand(self, thing: object) -> None:
        """Show a risk in the list."""
        self.list.show_current(RiskId(str(thing)))

    def show_picture(self, key: object) -> None:
        """Show another picture."""
        known = {DOTS, *(each.key for each in pictures())}
        self.picture = str(key) if key in known else DOTS
        self.pictures.show_value(self.picture)
        if self.picture != DOTS and self.list.hasFocus():
            self.pictures.setFocus()  # what is hidden keeps no focus
        self.refresh()
        self.put_on_wall()
        self.foot_changed.emit()

    def take_next(self) -> None:
        """Take the first risk in hand that is still to be talked about."""
        risk = next_talk(self.meeting.workshop)
        if risk is not None:
            self.list.show_current(risk)

    def put_on_wall(self) -> None:
        """All risks, or the picture in sight; what is hidden here is hidden there."""
        picture = self._picture()
        if picture is not None and not self._view.hidden:
            self.page.room.show(picture.scene, curtain=False)
        else:
            self.page.room.show(Scene.SPREAD, curtain=False)

    def _picture(self) -> Picture | None:
        return next((each for each in pictures() if each.key == self.picture), None)

    def _may_ask_again(self) -> bool:
        return any(row.talked for row in self._view.rows)

    def _turns(self) -> str:
        left = self._view.turns - self._view.talked
        if not any(row.dots for row in self._view.rows):
            return _("Too few have answered to see how far apart they are.")
        if not self._view.turns:
            return _("Nowhere far apart. Whatever seems odd can be talked about all the same.")
        if not left:
            return _("All of them were talked about. Ask them once more.")
        return _("{talked} of {turns} talked about, three minutes each.").format(
            talked=self._view.talked, turns=self._view.turns
        )

    def _picked(self) -> None:
        self._say_row()
        keep_seen(self.area, self.list.current_rect())
        self.foot_changed.emit()

    def _say_row(self) -> None:
        row = self._view.row(self.list.current())
        self.said.setText("" if row is None else row_words(row))

    def _show_picture(self) -> None:
        self.pictures.show_value(self.picture)
        picture = self._picture()
        if self._view.hidden or picture is None:
            self.chart.clear()
            self.stack.setCurrentIndex(0)
            return
        view = picture.view(self.meeting.workshop)
        self.chart_said.setText(picture.line(view))
        self.chart_title.setText(picture.title)
        self.chart.setAccessibleName(picture.title)
        self.chart.show_chart(picture.key, view)
        self.stack.setCurrentIndex(1)

    def _sorting_chosen(self, sorting: object) -> None:
        self.sorting = sorting if isinstance(sorting, Sorting) else Sorting.TALK
        self.refresh()
        keep_seen(self.area, self.list.current_rect())


def row_words(row: DifferenceRow) -> str:
    """The figures of the risk in hand, as the facilitator may read them out."""
    return " ".join(filter(None, (row.figures, row.gap, row.moved)))
