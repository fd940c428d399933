"""A short list that is written like a list on paper: Enter begins the next line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.stages.prepare.row_fields import RowField, WrappedRow
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.gui.widgets.text_fields import FIELD_HEIGHT


class TitleField(LineField):
    """The title; that of a new workshop is ready to be typed over whenever it is reached."""

    _new = False

    def show_new(self, *, new: bool) -> None:
        """Say whether the workshop is new, so that its title is only a stopgap."""
        self._new = new

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of a stopgap."""
        super().focusInEvent(event)
        if self._new and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.selectAll()


class _Line(QWidget):
    def __init__(self, field: RowField | WrappedRow, *, numbered: bool) -> None:
        super().__init__()
        self.field = field
        self.stored = ""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.number = text_label("", "soft")
        self.number.setFixedWidth(16)
        self.number.setFixedHeight(FIELD_HEIGHT)  # beside the first of several lines
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(field, 1)
        rows.addLayout(line)
        self.number.setVisible(numbered)  # once it has its place: before, it would be a window
        rows.addWidget(hairline())


class EntryList(QWidget):
    """Lines that can be changed in place, and an empty one for the next.

    Signals:
        added(str): Enter in the empty line.
        listed(str): a list was pasted into it.
        edited(object, str): the key of a line and its new words.
        moved(object, int): the key of a line and the direction.
        removed(object): the key of a line.
        finished(): Enter in the empty line while it is empty.
    """

    added = Signal(str)
    listed = Signal(str)
    edited = Signal(object, str)
    moved = Signal(object, int)
    removed = Signal(object)
    finished = Signal()

    def __init__(
        self,
        *,
        name: str,
        entry_name: str,
        line_name: str,
        placeholder: str,
        numbered: bool,
        lists: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{line_name}_list")
        self._name, self._line_name, self._numbered = name, line_name, numbered
        self._lines: dict[object, _Line] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.entry = RowField(name=placeholder, placeholder=placeholder, entry=True, bare=True)
        self.entry.setObjectName(entry_name)
        self.entry.takes_lists = lists
        self.entry.entered.connect(self._add)
        self.entry.listed.connect(self.listed)
        self.entry.removed.connect(self._to_last)
        last = _Line(self.entry, numbered=numbered)
        self._rows.addWidget(last)

    def show_lines(self, lines: Sequence[tuple[object, str]]) -> None:
        """Show these lines, as pairs of key and words; what stays keeps its focus."""
        keys = [key for key, _text in lines]
        for gone in [key for key in self._lines if key not in keys]:
            line = self._lines.pop(gone)
            self._rows.removeWidget(line)
            retire(line)
        for at, (key, text) in enumerate(lines):
            line = self._lines.get(key) or self._make(key)
            if self._rows.indexOf(line) != at:
                self._rows.removeWidget(line)
                self._rows.insertWidget(at, line)
            line.stored = text
            line.field.show_value(text)
            line.field.setObjectName(f"{self._line_name}_{at + 1}")
            line.field.setAccessibleName(f"{self._name} {at + 1}")
            line.number.setText(str(at + 1))

    def keys(self) -> list[object]:
        """The keys of the lines, as they are shown."""
        return sorted(self._lines, key=lambda key: self._rows.indexOf(self._lines[key]))

    def _make(self, key: object) -> _Line:
        field = WrappedRow(self._name)
        line = _Line(field, numbered=self._numbered)
        self._lines[key] = line
        field.edited.connect(lambda text: self._edit(key, str(text)))
        field.moved.connect(lambda by: self.moved.emit(key, by))
        field.entered.connect(lambda: self._after(key).setFocus())
        field.removed.connect(lambda: self._remove(key))
        field.left.connect(lambda: self._restore(key))
        return line

    def _add(self) -> None:
        if self.entry.is_blank():
            self.finished.emit()
        else:
            self.added.emit(self.entry.text())

    def _edit(self, key: object, text: str) -> None:
        if text.strip():
            self.edited.emit(key, text)

    def _remove(self, key: object) -> None:
        keys = self.keys()
        at = keys.index(key)
        neighbour = self._lines[keys[at - 1]].field if at else self._after(key)
        neighbour.setFocus()
        self.removed.emit(key)

    def _restore(self, key: object) -> None:
        line = self._lines.get(key)
        if line is not None and line.field.is_blank():
            line.field.show_value(line.stored)

    def _after(self, key: object) -> RowField | WrappedRow:
        keys = self.keys()
        at = keys.index(key) + 1
        return self._lines[keys[at]].field if at < len(keys) else self.entry

    def _to_last(self) -> None:
        keys = self.keys()
        if keys:
            self._lines[keys[-1]].field.setFocus()
