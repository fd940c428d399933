"""The field into which fears are written, one after the other."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent

from deskrisk.domain.listed import entries
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.text_fields import plain_text_of

_PAGES: Mapping[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class FearField(TextField):
    """One slip being written; it keeps the focus from slip to slip.

    Signals:
        listed(str): a list of several lines was pasted into the empty field.
        last_asked(): Up in the empty field.
        given_up(): Escape.
        pile_asked(int): Alt and a digit: 1 to 9 for a pile, 0 for none.
        kind_turned(): Alt+K, for slips about us or about the work.
        prompt_turned(int): PgDown or PgUp: the next prompt on the wall, or the one before.
    """

    listed = Signal(str)
    last_asked = Signal()
    given_up = Signal()
    pile_asked = Signal(int)
    kind_turned = Signal()
    prompt_turned = Signal(int)

    def is_blank(self) -> bool:
        """Does it say nothing?"""
        return not str(self.value()).strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The few keys that are not typing."""
        digit = alt_digit(event)
        if digit is not None:
            self.pile_asked.emit(digit)
        elif event.key() == Qt.Key.Key_K and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.kind_turned.emit()
        elif event.key() == Qt.Key.Key_Up and not self.value():
            self.last_asked.emit()
        elif event.key() in _PAGES and not event.modifiers():
            self.prompt_turned.emit(_PAGES[event.key()])
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A pasted list becomes slips; anything else is text."""
        text = plain_text_of(source)
        if self.is_blank() and len(entries(text)) > 1:
            self.listed.emit(text)
        else:
            super().insertFromMimeData(source)


def alt_digit(event: QKeyEvent) -> int | None:
    """The digit that was pressed together with Alt; None for any other key."""
    if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return None
    digit = event.key() - Qt.Key.Key_0
    return digit if 0 <= digit <= 9 else None
