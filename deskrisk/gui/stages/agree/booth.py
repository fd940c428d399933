"""The booth for five to one: somebody chooses their name, answers alone, and seals the answer."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from deskrisk.domain.errors import DeskError
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.signoff import OBJECTION, RESERVATION
from deskrisk.gui.stages.agree.stance_entry import FIELD_NAMES, ItemField, question_of
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.person_booth import PersonBooth
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.meeting import Meeting
from deskrisk.services.signoff import seal_stance
from deskrisk.viewmodels.agree import LEVELS, agree_view, level_rows, people_rows
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.rows import Row

_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in LEVELS}
_FIELDS = {
    RESERVATION: ("comment", "item"),
    OBJECTION: ("comment", "item", "acceptable_if"),
}
"""What a level asks for in words."""


class LevelList(RowList):
    """The five levels; a number key or Space chooses, Enter goes on, Escape leaves.

    Where the list stands is not what is chosen: nobody's answer is begun for them.

    Signals:
        level_chosen(int): 5 to 1.
        left(): Escape.
    """

    level_chosen = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """5 to 1 and Space choose a level."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        level = _LEVEL_KEYS.get(key)
        if key == Qt.Key.Key_Space:
            key_here = self.current_key()
            level = None if key_here is None else int(str(key_here))
        if held == Qt.KeyboardModifier.NoModifier and level:
            self.show_current(level)
            self.level_chosen.emit(level)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class StanceBooth(PersonBooth):
    """The booth for one round of the sign-off."""

    def __init__(self, meeting: Meeting, parent: QWidget) -> None:
        self._meeting = meeting
        self._level: int | None = None
        super().__init__(parent)

    def people_rows(self) -> Sequence[Row]:
        """Who is asked, and whose answer is in."""
        return people_rows(self._meeting.workshop)

    def turnout_words(self) -> str:
        """How many are in."""
        return agree_view(self._meeting.workshop).turnout

    def make_parts(self) -> list[QWidget | QHBoxLayout | int]:
        """The question, the five levels, and the words that two of them ask for."""
        self.levels = LevelList(_("Five to one"))
        self.levels.setObjectName("booth_levels")
        self.levels.show_rows(level_rows(None))
        self.levels.level_chosen.connect(self._chosen)
        self.levels.clicked.connect(lambda _index: self._chosen(self._row_level()))
        self.levels.activated.connect(self._entered)
        self.levels.left.connect(self.wish_to_leave)
        self.levels.setFixedHeight(5 * 40 + 4)
        self.fields: Mapping[str, TextField | ItemField] = {
            "comment": TextField(name=_("Your words"), lines=2, most_lines=4),
            "item": ItemField(_("What it is about"), ""),
            "acceptable_if": TextField(name=_("What would make it safe"), lines=1, most_lines=3),
        }
        for name, field in self.fields.items():
            field.setObjectName(f"booth_{FIELD_NAMES[name]}")
            field.entered.connect(lambda name=name: self._after(name))
            field.edited.connect(lambda _text: self.primary_changed())
        heading = agree_view(self._meeting.workshop).title
        rest = QWidget()  # keeps the parts together, at the top
        rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        return [
            text_label(heading, "title", wraps=True, name="booth_heading"),
            8,
            self.levels,
            8,
            *self.fields.values(),
            rest,
        ]

    def begin(self, who: ParticipantId) -> bool:  # noqa: ARG002  all are asked the same
        """Open an empty answer."""
        self.levels.setFocus()
        return True

    def complete(self) -> bool:
        """A level, and for a reservation or an objection the words that are printed."""
        if self._level is None:
            return False
        return self._level not in _FIELDS or bool(self._words("comment").strip())

    def hand_in(self, who: ParticipantId) -> str:
        """Seal the answer; why it was refused, or nothing."""
        level, asked = self._level or 0, _FIELDS.get(self._level or 0, ())
        words = {name: self._words(name) if name in asked else "" for name in FIELD_NAMES}
        try:
            seal_stance(self._meeting, who, level, **words)
        except DeskError as problem:
            return sentence(problem)
        return ""

    def forget(self) -> None:
        """Nothing of an answer stays."""
        self._level = None
        self.levels.show_rows(level_rows(None))
        self.levels.show_current(LEVELS[0])
        for field in self.fields.values():
            if isinstance(field, ItemField):
                field.show_item("", agree_view(self._meeting.workshop).items)
            else:
                field.clear_entry()
            field.hide()
        self.primary_changed()

    def _words(self, name: str) -> str:
        return str(self.fields[name].value() or "")

    def _row_level(self) -> int:
        return int(str(self.levels.current_key()))

    def _chosen(self, level: int) -> None:
        self._level = level
        self.levels.show_rows(level_rows(level))
        for name, field in self.fields.items():
            field.setVisible(name in _FIELDS.get(level, ()))
            question = question_of(name, level)
            if isinstance(field, ItemField):
                field.show_hint(question)
            else:
                field.setPlaceholderText(question)
        self.say("")
        self.primary_changed()

    def _entered(self, level: object) -> None:
        """Enter takes the level, then goes on to its words, or hands in what is chosen."""
        if self._level != level:
            self._chosen(int(str(level)))
        elif level in _FIELDS:
            self.fields["comment"].setFocus()
        else:
            self.go_on()

    def _after(self, name: str) -> None:
        asked = _FIELDS.get(self._level or 0, ())
        later = asked[asked.index(name) + 1 :] if name in asked else ()
        if later:
            self.fields[later[0]].setFocus()
        elif self.complete():
            self.go_on()
        else:
            self.say(_("Your words are still missing; they are printed."))
