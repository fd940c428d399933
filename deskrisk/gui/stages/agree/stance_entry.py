"""One person's answer: the five levels, and below them the words that the answer asks for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.signoff import OBJECTION
from deskrisk.gui.stages.agree.levels_line import LevelsLine
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.agree import StanceRow

Item = tuple[str, str, str]
"""What words can be about: an id, its words, its sign."""

FIELD_NAMES = {
    "comment": "reservation_field",
    "item": "item_field",
    "acceptable_if": "acceptable_field",
}
"""The object names of the fields, in their order."""


def question_of(field: str, level: int | None) -> str:
    """What a field asks for at a level."""
    harm = _("What harm do you see? In your words; it is printed.")
    return {
        "comment": harm if level == OBJECTION else _("In your words; it is printed."),
        "item": _("Which aim does it hurt?") if level == OBJECTION else _("What is it about?"),
        "acceptable_if": _("What is the smallest change that would make it safe enough to try?"),
    }[field]


class ItemField(ChoiceField):
    """What words are about; Up and Down choose, Enter goes on.

    Signals:
        edited(object): the id, or the words where it is no thing of the workshop.
        entered(): Enter.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(name, hint=hint)
        self.chosen.connect(self.edited)

    def show_hint(self, hint: str) -> None:
        """Say what is asked for while nothing is chosen."""
        if hint != self._hint:
            self._hint = hint
            self.update()

    def show_item(self, item: str, items: Sequence[Item]) -> None:
        """Show what is held; words from elsewhere are offered too, so that they are not lost."""
        known = {each[0] for each in items}
        held = ((item, item, ""),) if item and item not in known else ()
        self.show_options((*items, *held))
        self.show_value(item or None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; Alt+Down opens the list."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class StanceEntry(QWidget):
    """One person: the line, and below it the fields that their answer asks for.

    Signals:
        edited(str, str): field and text.
        done(): Enter in the last field.
        place_wanted(): go to what the words are about.
    """

    edited = Signal(str, str)
    done = Signal()
    place_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.line = LevelsLine()
        self._column.addWidget(self.line)
        self.fields: dict[str, TextField | ItemField] = {}
        self.missing = text_label("", "small", wraps=True, tone="care", name="stance_missing")
        self.missing.hide()
        self._column.addWidget(self.missing)
        self._rows: dict[str, QWidget] = {}
        self.go_there = LinkButton(_("Go there"), "Alt+G", name="go_to_place")
        self.go_there.setParent(self)
        self.go_there.hide()
        self.go_there.clicked.connect(lambda _on=False: self.place_wanted.emit())
        self._asks: tuple[str, ...] = ()

    def show_row(self, row: StanceRow, *, in_hand: bool, focused: bool) -> None:
        """Show the person's answer."""
        self.line.show_row(row, in_hand=in_hand, focused=focused)
        self.missing.setText(row.missing)
        self.missing.setVisible(bool(row.missing))
        self.go_there.setVisible(row.place and bool(row.asks))
        self._column.setContentsMargins(0, 0, 0, 10 if row.asks else 0)

    def show_words(self, row: StanceRow, items: Sequence[Item]) -> None:
        """Show what was said in words."""
        self._asks = row.asks
        for name in row.asks:
            if name not in self.fields:
                self._add(name)
        for name, field in self.fields.items():
            self._rows[name].setVisible(name in row.asks)
            question = question_of(name, row.level)
            field.setAccessibleName(
                _("{name}: {question}").format(name=row.name, question=question)
            )
            if isinstance(field, ItemField):
                field.show_hint(question)
                field.show_item(getattr(row, name), items)
            else:
                field.setPlaceholderText(question)
                field.show_value(getattr(row, name))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, from top to bottom."""
        found: list[QWidget] = []
        for name in FIELD_NAMES:
            if name in self.fields:
                found.append(self.fields[name])
                found += [self.go_there] if name == "item" else []
        return tuple(found)

    def first_field(self) -> QWidget | None:
        """The first field that is shown."""
        return self.fields[self._asks[0]] if self._asks else None

    def _add(self, name: str) -> None:
        field: TextField | ItemField
        field = ItemField(name, "") if name == "item" else TextField(name=name, most_lines=6)
        field.setObjectName(FIELD_NAMES[name])
        field.edited.connect(lambda text: self.edited.emit(name, str(text)))
        field.entered.connect(lambda: self._entered(name))
        order = list(FIELD_NAMES)
        place = 1 + sum(order.index(each) < order.index(name) for each in self.fields)
        self._rows[name] = self._with_link(field) if name == "item" else field
        self._column.insertWidget(place, self._rows[name])
        self.fields[name] = field

    def _with_link(self, field: QWidget) -> QWidget:
        """What the words are about, and beside it the way there."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(self.go_there)
        return holder

    def _entered(self, name: str) -> None:
        later = self._asks[self._asks.index(name) + 1 :] if name in self._asks else ()
        if later:
            self.fields[later[0]].setFocus()
        else:
            self.done.emit()
