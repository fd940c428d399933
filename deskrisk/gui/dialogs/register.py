"""A risk register comes in: which column is what, and a look at what it becomes."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.register_rows import TakenRisk, taken
from deskrisk.domain.registers import Field, SourceTable, guessed_fields
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.register_import import (
    FIELD_WORDS,
    ColumnRow,
    RegisterView,
    rater_name,
    register_view,
)

_CHOICE_WIDTH = 170
_COLUMNS_WIDTH = 470
_REMARKS_HEIGHT = 96


class RegisterDialog(QDialog):
    """The columns at the left, the risks to come at the right.

    ``risks`` is what comes in as it is shown; ``rated_by`` whose answer the ratings are, empty if
    they stay in the notes.
    """

    def __init__(
        self,
        parent: QWidget,
        workshop: Workshop,
        tables: tuple[SourceTable, ...],
        path: Path,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("register")
        self.setWindowTitle("DeskRisk")
        self.resize(1080, 700)
        self._workshop = workshop
        self._tables = tables
        self._path = path
        self._table = max(tables, key=lambda each: len(each.rows))
        self._fields = list(guessed_fields(self._table))
        self.choices: list[ChoiceField] = []
        self.risks: tuple[TakenRisk, ...] = ()
        self._lay_out()
        self._show_table()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take.click)

    @property
    def rated_by(self) -> str:
        """Whose answer the ratings of the register are; empty if they do not count."""
        return rater_name(self._path) if self.rated.value() and self.rated.isEnabled() else ""

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text_label(_("What is in this register?"), "heading"))
        whole.addWidget(self._make_sheets())
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self._make_columns())
        sides.addLayout(self._make_preview(), 1)
        whole.addLayout(sides, 1)
        self.rated = CheckField(
            _("Let the register's ratings count as the answer of one person who is not here")
        )
        self.rated.setObjectName("register_rated")
        whole.addWidget(self.rated)
        whole.addLayout(self._make_foot())

    def _make_sheets(self) -> QWidget:
        """Which sheet; only where there are several."""
        self.sheet = ChoiceField(
            _("Which sheet"),
            [(place, table.name) for place, table in enumerate(self._tables)],
        )
        self.sheet.setObjectName("register_sheet")
        self.sheet.show_value(self._tables.index(self._table))
        self.sheet.chosen.connect(self._sheet_chosen)
        self.sheet.setVisible(len(self._tables) > 1)
        return self.sheet

    def _make_columns(self) -> QWidget:
        self._block = QWidget()
        self._grid = QGridLayout(self._block)
        self._grid.setContentsMargins(0, 4, 12, 4)  # room for the ring of the focus
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        area = scrolled(self._block, "register_columns")
        area.setFixedWidth(_COLUMNS_WIDTH)
        return area

    def _make_preview(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.summary = text_label("", "strong", wraps=True, name="register_summary")
        self.kept = text_label("", "soft", wraps=True, most_lines=3, name="register_kept")
        self.dropped = text_label("", "soft", wraps=True, most_lines=2, name="register_dropped")
        self.rows = RowList(_("The risks that would come in"))
        self.rows.setObjectName("register_rows")
        self.remarks = text_label("", "body", wraps=True, name="register_remarks")
        remarks = scrolled(self.remarks, "register_remarks_area")
        remarks.setFixedHeight(_REMARKS_HEIGHT)
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (self.summary, self.kept, self.dropped):
            column.addWidget(widget)
        column.addWidget(self.rows, 1)
        column.addWidget(remarks)
        return column

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        leave = QuietButton(_("Cancel"), name="register_cancel")
        leave.clicked.connect(lambda _on=False: self.reject())
        self.take = PrimaryButton("", "Ctrl+Enter", name="register_take")
        self.take.clicked.connect(lambda _on=False: self.accept())
        row.addWidget(leave)
        row.addWidget(self.take)
        return row

    def _sheet_chosen(self, place: object) -> None:
        self._table = self._tables[int(str(place))]
        self._fields = list(guessed_fields(self._table))
        self._show_table()

    def _show_table(self) -> None:
        """Build the lines of another table; the first choice has the focus."""
        for choice in self.choices:
            choice.deleteLater()
        for label in self._block.findChildren(QWidget, "register_column"):
            label.deleteLater()
        self.choices = []
        view = self._view()
        for place, each in enumerate(view.columns):
            self._add_column(place, each)
        self._grid.setRowStretch(len(view.columns), 1)
        self._show(view)
        if self.choices:
            self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_column(self, place: int, each: ColumnRow) -> None:
        name = QWidget()
        name.setObjectName("register_column")
        column = QVBoxLayout(name)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(text_label(each.head, "body", wraps=True, most_lines=2))
        if each.sample:
            column.addWidget(text_label(each.sample, "small", wraps=True, most_lines=1))
        choice = ChoiceField(
            _("What the column {head} is").format(head=each.head),
            [(field, _(words)) for field, words in FIELD_WORDS.items()],
        )
        choice.setObjectName(f"register_field_{place}")
        choice.setFixedWidth(_CHOICE_WIDTH)
        choice.show_value(each.field)
        choice.chosen.connect(lambda field, place=place: self._field_chosen(place, field))
        self.choices.append(choice)
        self._grid.addWidget(name, place, 0)
        self._grid.addWidget(choice, place, 1, Qt.AlignmentFlag.AlignTop)

    def _field_chosen(self, place: int, field: object) -> None:
        self._fields[place] = Field(field)
        self._show(self._view())

    def _view(self) -> RegisterView:
        found = taken(self._table, self._fields)
        self.risks = found.risks
        return register_view(self._workshop, self._table, self._fields, found)

    def _show(self, view: RegisterView) -> None:
        self.summary.setText(view.summary)
        self.kept.setText(view.kept)
        self.dropped.setText(view.dropped)
        self.dropped.setVisible(bool(view.dropped))
        self.rows.show_rows(view.rows)
        self.remarks.setText("\n".join(view.remarks))
        self.rated.setEnabled(view.rated)
        self.take.set_words(view.button)
        self.take.setEnabled(bool(view.count))


def ask_register(
    parent: QWidget, workshop: Workshop, tables: tuple[SourceTable, ...], path: Path
) -> tuple[tuple[TakenRisk, ...], str] | None:
    """What of a register comes in.

    Returns:
        the risks, and whose answer their ratings are (empty if they do not count); None for
        nothing at all.
    """
    dialog = RegisterDialog(parent, workshop, tables, path)
    accepted = bool(dialog.exec())
    found = dialog.risks, dialog.rated_by
    dialog.deleteLater()
    return found if accepted else None
