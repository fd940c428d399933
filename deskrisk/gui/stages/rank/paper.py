"""Paper: one person's sheet at a time, keyed in by row."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.scores import Question
from deskrisk.gui.stages.rank.answer_part import AnswerPart
from deskrisk.gui.stages.rank.files import print_sheets
from deskrisk.gui.stages.rank.part import Foot, keep_seen
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.sheets import paper_view, sheets_view

_PEOPLE_WIDTH = 170
_SHEET_WIDTH = 680
"""Wider rows are hard to follow with the eye."""


class PaperPart(AnswerPart):
    """The people, and beside them the sheet in hand; its scales are printed on the paper."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.who: ParticipantId | None = None
        self.progress = text_label("", "soft", name="sheets_progress")
        self.print = QuietButton(_("Print the sheets"), name="print_sheets")
        self.print.clicked.connect(lambda _on=False: self._print(named=True))
        self.print_numbered = QuietButton(_("With numbers"), name="print_numbered")
        self.print_numbered.clicked.connect(lambda _on=False: self._print(named=False))
        self.people = RowList(_("Whose sheet"))
        self.people.setObjectName("sheet_people")
        self.people.setFixedWidth(_PEOPLE_WIDTH)
        self.people.picked.connect(self.take_person)
        self.grid = ScoreGrid(by_row=True, name="sheet_grid")
        self.area = scrolled(self.grid, "sheet_area")
        self.area.setMaximumWidth(_SHEET_WIDTH)
        self._lay_out()
        self.grid.answered.connect(self._answered)
        self.grid.cleared.connect(self._cleared)
        self.grid.next_wanted.connect(self._next_person)
        self.grid.previous_wanted.connect(lambda: self._step_person(-1))
        self.grid.cursor_moved.connect(self._cursor_moved)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.progress, 1)
        top.addWidget(self.print)
        top.addWidget(self.print_numbered)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addWidget(self.people)
        sides.addWidget(self.area, 100)
        sides.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(top)
        whole.addLayout(sides, 1)

    def focus_widget(self) -> QWidget:
        """The sheet in hand."""
        return self.grid

    def refresh(self) -> None:
        """Show who is in, and the sheet in hand."""
        workshop = self.meeting.workshop
        view = sheets_view(workshop, self.round)
        self._view = view
        keys = [row.key for row in view.people]
        if self.who not in keys:
            self.who = view.next_person or next((ParticipantId(str(key)) for key in keys), None)
        self.progress.setText(view.turnout_words)
        self.people.show_rows(view.people)
        self.people.show_current(self.who)
        sheet = paper_view(workshop, self.who, self.round)
        self.grid.show_groups(sheet.key, sheet.groups, sheet.progress)

    def foot(self) -> Foot:
        """The next sheet, until all are in."""
        message = _("One key each, across a row, then down. Enter takes the next sheet.")
        if not self._view.risks:
            message = _("This round asks about no risk yet.")
        return self.round_foot(
            closed=self._view.closed,
            onward=(_("Next sheet"), "Enter") if self.has_more() else None,
            message=message,
        )

    def has_more(self) -> bool:
        """Is there somebody whose sheet is missing?"""
        return self._view.next_person is not None and bool(self._view.risks)

    def go_on(self) -> None:
        """The next sheet that is missing."""
        self._next_person()

    def take_person(self, who: object) -> None:
        """Take a sheet in hand."""
        self.who = ParticipantId(str(who))
        self.refresh()
        self.foot_changed.emit()

    def put_on_wall(self) -> None:
        """How many sheets are in; the desk holds answers."""
        risk = self._view.risks[0] if self._view.risks else ""
        self.page.room.show(Scene.SCALES, risk, curtain=True)

    def _cursor_moved(self) -> None:
        keep_seen(self.area, self.grid.cursor_rect())

    def _answered(self, risk: object, question: Question, level: int) -> None:
        if self.who is not None and self.key_in(self.who, RiskId(str(risk)), question, level):
            self.refresh()
            self.foot_changed.emit()
            self.grid.advance()

    def _cleared(self, risk: object, question: Question) -> None:
        if self.who is not None and self.take_back(self.who, RiskId(str(risk)), question):
            self.refresh()
            self.foot_changed.emit()

    def _next_person(self) -> None:
        if self._view.next_person is not None and self._view.next_person != self.who:
            self.take_person(self._view.next_person)
        else:
            self._step_person(1)
        self.grid.setFocus()

    def _step_person(self, by: int) -> None:
        keys = [row.key for row in self._view.people if not row.quiet]
        if self.who in keys:
            at = min(max(keys.index(self.who) + by, 0), len(keys) - 1)
            self.take_person(keys[at])

    def _print(self, *, named: bool) -> None:
        print_sheets(self.page, self.round, named=named)
