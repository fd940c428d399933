"""Answers that come in as whole sheets: the laptop goes round, or a file comes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.errors import DeskError
from deskrisk.domain.sheets import Sheet
from deskrisk.gui.stages.rank.answer_part import AnswerPart
from deskrisk.gui.stages.rank.files import read_table, write_table
from deskrisk.gui.stages.rank.part import Foot
from deskrisk.gui.stages.rank.score_booth import ScoreBooth
from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.scores import seal_sheet
from deskrisk.viewmodels.booth import trouble_words
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.sheets import sheets_view

_WIDEST = 560


class CollectedPart(AnswerPart):
    """How many are in, in large, and a sentence how it goes."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.turnout = text_label("", "display", name="turnout")
        self.explained = text_label("", "soft", wraps=True, name="sheets_explained")
        self.explained.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 32, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.turnout)
        self.column.addWidget(self.explained)

    def refresh(self) -> None:
        """Show how many are in."""
        self._view = sheets_view(self.meeting.workshop, self.round)
        nothing = _("This round asks about no risk yet.")
        self.turnout.setText(self._view.turnout_words)
        self.explained.setText(self._view.explained if self._view.risks else nothing)

    def has_more(self) -> bool:
        """Is anybody missing?"""
        return not self._view.turnout.everybody and bool(self._view.risks)

    def put_on_wall(self) -> None:
        """How many are in."""
        risk = self._view.risks[0] if self._view.risks else ""
        self.page.room.show(Scene.SCALES, risk, curtain=True)


class PassPart(CollectedPart):
    """The laptop goes round: the desk knows how many are in, and no more."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.booth: ScoreBooth | None = None
        self.open_booth = QuietButton(_("Hand over the laptop"), name="open_booth")
        self.open_booth.clicked.connect(lambda _on=False: self.go_on())
        self.column.addWidget(self.open_booth, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show how many are in."""
        super().refresh()
        self.open_booth.setVisible(self.has_more() and not self._view.closed)

    def focus_widget(self) -> QWidget | None:
        """The button that opens the booth; when everybody is in, what comes next."""
        waits = self.has_more() and not self._view.closed
        return self.open_booth if waits else self.page.primary_button()

    def foot(self) -> Foot:
        """The booth, until everybody is in."""
        onward = (_("Hand over the laptop"), "Ctrl+Enter") if self.has_more() else None
        return self.round_foot(
            closed=self._view.closed, onward=onward, message=_("Only how many are in is known.")
        )

    def go_on(self) -> None:
        """Open the booth over the whole screen."""
        if self.booth is not None or self._view.closed:
            return
        self.put_on_wall()
        booth = ScoreBooth(self.meeting, self.round, self.anchors, self._seal, self.window())
        booth.trouble = self._trouble
        booth.ended.connect(self._ended)
        self.booth = booth
        booth.open_over(self.window())

    def _trouble(self) -> str:
        return trouble_words(safe=self.meeting.disk_problem() is None)

    def _seal(self, sheet: Sheet) -> str:
        """Hand in a sheet; why it was refused, or nothing."""
        try:
            seal_sheet(self.meeting, sheet, round_=self.round)
        except DeskError as problem:
            return sentence(problem)
        return ""

    def _ended(self) -> None:
        if self.booth is not None:
            self.booth.leave()
            self.booth = None
        self.page.window().activateWindow()
        self.refresh()
        self.foot_changed.emit()
        (self.focus_widget() or self.page).setFocus()


class ImportPart(CollectedPart):
    """A table is written, filled in before the meeting, and read back."""

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.write = QuietButton(_("Write the table"), name="write_table")
        self.write.clicked.connect(lambda _on=False: write_table(page, self.round))
        self.read = QuietButton(_("Read a table"), name="read_table")
        self.read.clicked.connect(lambda _on=False: self.go_on())
        row = QHBoxLayout()
        row.addWidget(self.write)
        row.addWidget(self.read)
        row.addStretch(1)
        self.people = RowList(_("Whose answers are in"))
        self.people.setObjectName("import_people")
        self.people.setMaximumWidth(_WIDEST)
        self.column.addLayout(row)
        self.column.addWidget(self.people, 1)

    def focus_widget(self) -> QWidget:
        """Writing the table comes first."""
        return self.write

    def refresh(self) -> None:
        """Show who is in, and not how."""
        super().refresh()
        self.people.show_rows(self._view.people)

    def foot(self) -> Foot:
        """Reading a table, until everybody is in."""
        onward = (_("Read a table"), "Ctrl+Enter") if self.has_more() else None
        message = _("What is missing can be read from a second file, or keyed in from paper.")
        return self.round_foot(closed=self._view.closed, onward=onward, message=message)

    def go_on(self) -> None:
        """Read a table."""
        if read_table(self.page, self.round):
            self.refresh()
