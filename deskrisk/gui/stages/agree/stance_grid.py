"""Five to one: a row for everybody, one key each, and the words of a reservation in place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId
from deskrisk.gui.stages.agree.stance_entry import Item, StanceEntry
from deskrisk.gui.widgets.retired import retire
from deskrisk.i18n import _
from deskrisk.viewmodels.agree import LEVELS, StanceRow

_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in LEVELS}
_TAKE_BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class StanceGrid(QWidget):
    """Everybody's answer.

    Signals:
        level_chosen(object, int): person, 5 to 1.
        cleared(object): Backspace: the person's answer is taken back.
        words_edited(object, str, str): person, field, text.
        moved_on(): another row is in hand.
        absence_told(object): 0: the person is not here, or is here after all.
        page_turned(int): Page Down or Up: another page of the document, 1 or -1.
        place_wanted(object): go to what the words of a person are about.
    """

    level_chosen = Signal(object, int)
    cleared = Signal(object)
    words_edited = Signal(object, str, str)
    moved_on = Signal()
    absence_told = Signal(object)
    page_turned = Signal(int)
    place_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stance_grid")
        self.setAccessibleName(_("Five to one"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        self._rows: tuple[StanceRow, ...] = ()
        self._entries: dict[ParticipantId, StanceEntry] = {}
        self._at = 0

    def show_rows(self, rows: tuple[StanceRow, ...], items: Sequence[Item]) -> None:
        """Show the answers.

        Args:
            rows: one a person.
            items: what words can be about.
        """
        self._rows = rows
        wanted = [row.id for row in rows]
        for gone in [key for key in self._entries if key not in wanted]:
            entry = self._entries.pop(gone)
            self._column.removeWidget(entry)
            retire(entry)
        for place, row in enumerate(rows):
            entry = self._entries.get(row.id) or self._make_entry(row.id)
            if self._column.indexOf(entry) != place:
                self._column.insertWidget(place, entry)
            entry.show_words(row, items)
        self._at = min(self._at, max(len(rows) - 1, 0))
        self._paint_rows()

    def stops(self) -> tuple[QWidget, ...]:
        """The fields and ways there of all rows, from top to bottom."""
        return tuple(stop for row in self._rows for stop in self._entries[row.id].stops())

    def start_over(self) -> None:
        """The first person without an answer is in hand; those who are not here wait."""
        asked = (at for at, row in enumerate(self._rows) if row.level is None and not row.later)
        self._at = next(asked, 0)
        self._paint_rows()

    def in_hand(self) -> ParticipantId | None:
        """Whose row is in hand."""
        return self._rows[self._at].id if self._rows else None

    def entry_widget(self) -> QWidget | None:
        """The row in hand, to keep it seen."""
        who = self.in_hand()
        return self._entries[who] if who is not None else None

    def open_words(self) -> bool:
        """Go to the first text of the row in hand; False if it asks for none."""
        who = self.in_hand()
        field = self._entries[who].first_field() if who is not None else None
        if field is None:
            return False
        field.setFocus()
        return True

    def go_on(self) -> None:
        """The next row is in hand, and the keys are here again; those who are here first."""
        here, to = self._rows[self._at : self._at + 1], self._rows[self._at + 1 : self._at + 2]
        if to and (here[0].later or not to[0].later):
            self._step(1)
        self.setFocus()

    def _make_entry(self, who: ParticipantId) -> StanceEntry:
        entry = StanceEntry()
        entry.edited.connect(lambda field, text: self.words_edited.emit(who, field, text))
        entry.done.connect(self.go_on)
        entry.line.pressed.connect(lambda level: self._pressed(who, level))
        entry.place_wanted.connect(lambda: self.place_wanted.emit(who))
        self._entries[who] = entry
        return entry

    def _pressed(self, who: ParticipantId, level: int | None) -> None:
        self._at = next((at for at, row in enumerate(self._rows) if row.id == who), 0)
        self.setFocus()
        self._paint_rows()
        if level is not None:
            self.level_chosen.emit(who, level)

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), max(len(self._rows) - 1, 0))
        self._paint_rows()
        self.moved_on.emit()

    def _paint_rows(self) -> None:
        focused = self.hasFocus()
        for at, row in enumerate(self._rows):
            in_hand = at == self._at
            self._entries[row.id].show_row(row, in_hand=in_hand, focused=focused and in_hand)
            if in_hand:
                self.setAccessibleDescription(row.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """5 to 1 answer, Backspace takes back, 0 says "not here", Enter opens the words."""
        key, who = Qt.Key(event.key()), self.in_hand()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier or who is None:
            super().keyPressEvent(event)
        elif key in _LEVEL_KEYS:
            self.level_chosen.emit(who, _LEVEL_KEYS[key])
        elif key in _TAKE_BACK:
            self.cleared.emit(who)
        elif key == Qt.Key.Key_0:
            self.absence_told.emit(who)
        elif key in _PAGES:
            self.page_turned.emit(_PAGES[key])
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER:
            if not self.open_words():
                self._step(1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row in hand gets its ring."""
        super().focusInEvent(event)
        self._paint_rows()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._paint_rows()
