"""The widgets of the page Follow up and where they stand."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import MitigationId, ParticipantId
from deskrisk.gui.stages.follow_up.promise_state import PromiseStateCard
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField, Segments
from deskrisk.gui.widgets.fields import DayField, LineField, TextField
from deskrisk.gui.widgets.kept import keep_cards
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import TextLabel, hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.follow_up import AttendedRow, EntryView, FollowUpView, answers

_LIST_WIDTH = 248
_WIDEST = 820
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


class EntryPane(QWidget):
    """The risk in hand: three questions, and what was promised for it."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setMaximumWidth(_WIDEST)
        self._today = today
        self.cards: dict[MitigationId, PromiseStateCard] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 8, 12)
        column.setSpacing(8)
        self._make_head(column)
        self.fired = Segments(_("Has the first sign shown?"), ((True, _("Yes")), (False, _("No"))))
        self.fired.setObjectName("trigger_fired_field")
        self.occurred = Segments(_("Did it happen?"), answers())
        self.occurred.setObjectName("occurred_field")
        self.trigger = self._question(column, _("Has the first sign shown?"), self.fired)
        self._question(column, _("Did it happen?"), self.occurred)
        self._make_seen(column)
        self.promised = text_label(_("What was promised for it"), "strong")
        column.addSpacing(8)
        column.addWidget(self.promised)
        self.card_column = QVBoxLayout()
        self.card_column.setSpacing(0)
        column.addLayout(self.card_column)
        column.addStretch(1)

    def _make_head(self, column: QVBoxLayout) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        self.sign = SignMark()
        self.heading = text_label("", "soft", name="risk_heading")
        self.we_said = text_label("", "small", name="we_said")
        top.addWidget(self.sign)
        top.addWidget(self.heading, 1)
        top.addWidget(self.we_said)
        column.addLayout(top)
        self.title = text_label("", "title", wraps=True, most_lines=2, name="risk_title")
        column.addWidget(self.title)
        column.addWidget(hairline())

    def _question(self, column: QVBoxLayout, words: str, field: Segments) -> TextLabel:
        row = QHBoxLayout()
        row.setSpacing(16)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(text_label(words, "strong"))
        soft = text_label("", "soft", wraps=True, most_lines=3)
        texts.addWidget(soft)
        soft.hide()
        row.addLayout(texts, 1)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(hairline())
        return soft

    def _make_seen(self, column: QVBoxLayout) -> None:
        column.addWidget(text_label(_("What did we see?"), "strong"))
        self.reading = LineField(
            name=_("What does the sign read today?"),
            placeholder=_("What does the sign read today?"),
        )
        self.reading.setObjectName("reading_field")
        self.note = TextField(name=_("Note"), placeholder=_("In a few words"), most_lines=5)
        self.note.setObjectName("review_note_field")
        column.addWidget(self.reading)
        column.addWidget(self.note)

    def show_entry(self, view: EntryView, held_on: date) -> tuple[PromiseStateCard, ...]:
        """Show the risk in hand; gives the cards that are new and wait to be connected."""
        self.sign.show_sign(view.sign)
        self.heading.setText(view.heading)
        self.we_said.setText(view.we_said)
        self.title.setText(view.title)
        self._show_trigger(view.trigger)
        self.fired.show_value(view.trigger_fired)
        self.occurred.show_value(view.occurred)
        self.reading.show_value(view.reading)
        self.note.show_value(view.note)
        self.promised.setVisible(bool(view.promises))
        return self._show_promises(view, held_on)

    def _show_trigger(self, trigger: str) -> None:
        self.trigger.setText(trigger)
        self.trigger.setVisible(bool(trigger))

    def _show_promises(self, view: EntryView, held_on: date) -> tuple[PromiseStateCard, ...]:
        wanted = [promise.id for promise in view.promises]
        fresh = keep_cards(
            self.card_column, self.cards, wanted, lambda id_: PromiseStateCard(id_, self._today)
        )
        for at, promise in enumerate(view.promises):
            card = self.cards[promise.id]
            card.setObjectName(f"promise_{at + 1}")
            card.show_state(promise, held_on)
        return fresh


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
        row.addWidget(self._make_list())
        self.entry = EntryPane(today)
        self.area = scrolled(self.entry, "entry_area")
        row.addWidget(self.area, 1)
        body.addWidget(self.sides, 1)
        self.rest = QWidget()
        body.addWidget(self.rest, 1)

    def _make_list(self) -> QWidget:
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
        return left

    def show_view(
        self, view: FollowUpView, told: Callable[[], None]
    ) -> tuple[PromiseStateCard, ...]:
        """Show everything; gives the cards that are new and wait to be connected."""
        there = view.review is not None
        self.head.setVisible(there)
        self.sides.setVisible(there)
        self.rest.setVisible(not there)
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
        return self.entry.show_entry(view.entry, view.held_on)
