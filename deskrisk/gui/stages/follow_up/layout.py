"""The widgets of the page Follow up and where they stand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId
from deskrisk.gui.stages.follow_up.dates_pane import DatesPane
from deskrisk.gui.stages.follow_up.entry_pane import EntryPane
from deskrisk.gui.stages.follow_up.judged_pane import JudgedPane
from deskrisk.gui.stages.follow_up.promise_state import PromiseStateCard
from deskrisk.gui.stages.follow_up.score_pane import ScorePane
from deskrisk.gui.stages.rank.confirm_strip import ConfirmStrip
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import DayField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.follow_up import AttendedRow, FollowUpView

_LIST_WIDTH = 248
_PROMISED_WIDTH = 820
_PEOPLE_A_ROW = 2


class ReviewHead(QWidget):
    """Which review, on which day, and who is there."""

    def __init__(self, today: date) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.choice = ChoiceField(_("Review"))
        self.choice.setObjectName("review_choice")
        self.day = DayField(name=_("Day of the review"), today=today, placeholder=_("a day"))
        self.day.setObjectName("review_day_field")
        self.day.setFixedWidth(116)
        self.who = LinkButton(_("Who is here"), name="who_is_here")
        self.remove = LinkButton(_("Remove"), name="remove_review")
        row.addWidget(text_label(_("Review of"), "soft"))
        row.addWidget(self.choice)
        row.addWidget(text_label(_("held on"), "soft"))
        row.addWidget(self.day)
        row.addStretch(1)
        row.addWidget(self.who)
        row.addWidget(self.remove)
        column.addLayout(row)
        self.people = QWidget()
        self._grid = QGridLayout(self.people)
        self._grid.setContentsMargins(0, 0, 0, 8)
        self._grid.setHorizontalSpacing(24)
        self.people.hide()
        column.addWidget(self.people)
        self.checks: dict[ParticipantId, CheckField] = {}
        self.who.clicked.connect(lambda: self.people.setVisible(self.people.isHidden()))

    def show_people(self, rows: tuple[AttendedRow, ...], told: Callable[[], None]) -> None:
        """Show who is there."""
        if list(self.checks) != [row.id for row in rows]:
            for check in self.checks.values():
                self._grid.removeWidget(check)
                retire(check)
            self.checks = {row.id: CheckField(row.name) for row in rows}
            for place, check in enumerate(self.checks.values()):
                check.setObjectName(f"attended_{place + 1}")
                check.chosen.connect(lambda _on: told())
                self._grid.addWidget(check, place // _PEOPLE_A_ROW, place % _PEOPLE_A_ROW)
        for row in rows:
            self.checks[row.id].show_value(row.attended)


class FollowUpLayout:
    """Every widget of the page; the page connects them."""

    def __init__(self, body: QVBoxLayout, today: date) -> None:
        self.head = ReviewHead(today)
        body.addWidget(self.head)
        self.empty = text_label("", "body", wraps=True, name="review_empty")
        body.addWidget(self.empty)
        self.sides = QWidget()
        row = QHBoxLayout(self.sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(28)
        row.addWidget(self._make_list(today))
        self.entry = EntryPane(today)
        self.area = scrolled(self.entry, "entry_area")
        row.addWidget(self.area, 1)
        body.addWidget(self.sides, 1)
        self.scores = ScorePane()
        self.judged = JudgedPane()
        self.dates = DatesPane()
        body.addWidget(self.scores, 1)
        body.addWidget(self.judged, 1)
        body.addWidget(self.dates, 1)
        self.reveal = ConfirmStrip(name="review_reveal_strip")
        body.addWidget(self.reveal)
        self.rest = self._make_promised()
        body.addWidget(self.rest, 1)

    def _make_list(self, today: date) -> QWidget:
        left = QWidget()
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(text_label(_("What we said"), "label"), 1)
        self.list_note = text_label("", "small", name="asked_count")
        top.addWidget(self.list_note)
        column.addLayout(top)
        self.list = RowList(_("Risks of the review"))
        self.list.setObjectName("review_list")
        column.addWidget(self.list, 1)
        column.addWidget(text_label(_("Next look"), "label"))
        self.next_day = DayField(name=_("Next look"), today=today, placeholder=_("a day"))
        self.next_day.setObjectName("next_review_field")
        column.addWidget(self.next_day)
        self.planned = text_label("", "small", wraps=True, most_lines=3, name="planned_days")
        column.addWidget(self.planned)
        self.days = LinkButton(_("All promises on their days"), name="promise_days")
        column.addWidget(self.days)
        return left

    def _make_promised(self) -> QWidget:
        """Before the first review: everything that was promised."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        self.promised_words = text_label(_("What was promised"), "label")
        self.promised = RowList(_("What was promised"))
        self.promised.setObjectName("promised_list")
        self.promised.setMaximumWidth(_PROMISED_WIDTH)
        column.addWidget(self.promised_words)
        column.addWidget(self.promised, 1)
        return whole

    def show_view(
        self, view: FollowUpView, told: Callable[[], None], aside: QWidget | None
    ) -> tuple[PromiseStateCard, ...]:
        """Show everything; gives the cards that are new and wait to be connected.

        Args:
            view: what there is to show.
            told: called when who is here has changed.
            aside: what stands in place of the questions: the scores, how well we judged, the days
                of the promises, or None.
        """
        there = view.review is not None
        self.head.setVisible(there)
        self.sides.setVisible(there and aside is None)
        self.scores.setVisible(there and aside is self.scores)
        self.judged.setVisible(there and aside is self.judged)
        self.dates.setVisible(aside is self.dates)
        self.rest.setVisible(not there and aside is None)
        self.promised.show_rows(view.promised)
        self.promised_words.setVisible(bool(view.promised))
        self.next_day.show_value(view.next_day)
        self.planned.setText(view.planned)
        self.empty.setText(view.empty)
        self.empty.setVisible(bool(view.empty))
        self.head.choice.show_options(view.reviews)
        self.head.choice.show_value(view.review)
        self.head.day.show_value(view.held_on)
        self.head.show_people(view.attended, told)
        self.list.show_rows(view.rows)
        self.list_note.setText(view.list_note)
        self.area.setVisible(view.entry is not None)
        if view.entry is None or view.held_on is None:
            return ()
        self.list.show_current(view.entry.risk)
        if view.scores is not None:
            self.entry.show_scores(view.scores, view.entry.scores_words)
        return self.entry.show_entry(view.entry, view.held_on)
