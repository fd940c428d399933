"""What the room changes in the document to answer an objection."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import AmendmentId
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.agree import AmendmentRow


class AmendmentLine(QWidget):
    """One change.

    Signals:
        edited(str): its words.
        removed(): it is taken back.
    """

    edited = Signal(str)
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.words = TextField(name=_("What we change"), bare=True, most_lines=6)
        self.words.setObjectName("amendment_text_field")
        self.words.edited.connect(lambda text: self.edited.emit(str(text)))
        remove = LinkButton(_("Remove"), name="remove_amendment")
        remove.clicked.connect(self.removed)
        row.addWidget(self.words, 1)
        row.addWidget(remove)
        column.addLayout(row)
        self.note = text_label("", "small", name="amendment_note")
        column.addWidget(self.note)

    def show_row(self, row: AmendmentRow) -> None:
        """Show the change."""
        self.words.show_value(row.change)
        self.note.setText(row.note)


class Amendments(QWidget):
    """All changes, and a field for one more.

    Signals:
        added(str): Enter in the field.
        edited(object, str): another text for a change.
        removed(object): a change is taken back.
    """

    added = Signal(str)
    edited = Signal(object, str)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("amendments")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 4)
        column.setSpacing(4)
        column.addWidget(text_label(_("What we change"), "strong"))
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        column.addLayout(self._column)
        self.field = LineField(
            name=_("One more change"),
            placeholder=_("The smallest change that answers an objection. Enter adds it."),
            entry=True,
        )
        self.field.setObjectName("amendment_field")
        self.field.entered.connect(self._entered)
        column.addWidget(self.field)
        self._lines: dict[AmendmentId, AmendmentLine] = {}

    def show_rows(self, rows: tuple[AmendmentRow, ...]) -> None:
        """Show the changes."""
        wanted = [row.id for row in rows]
        for gone in [key for key in self._lines if key not in wanted]:
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            retire(line)
        for place, row in enumerate(rows):
            line = self._lines.get(row.id) or self._make_line(row.id)
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
                line.show()
            line.show_row(row)

    def _make_line(self, id_: AmendmentId) -> AmendmentLine:
        line = AmendmentLine()
        line.edited.connect(lambda text: self.edited.emit(id_, text))
        line.removed.connect(lambda: self.removed.emit(id_))
        self._lines[id_] = line
        return line

    def _entered(self) -> None:
        text = self.field.text()
        if text.strip():
            self.added.emit(text)
