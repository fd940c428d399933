"""Fields that make a promise quick to enter: who says "I do", and how it is measured."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import LineField
from deskrisk.viewmodels.measure import read_measure

_DIGITS = "1234567890"
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class OwnerField(ChoiceField):
    """Who says "I do": one key a person, by number in the order of the people, or by letter.

    Signals:
        asked(bool): the next key would choose; False when it is left.
    """

    asked = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a person, Backspace nobody, a letter the next one with it; Enter goes on."""
        text = "" if event.modifiers() & _HELD else event.text()
        place = _DIGITS.find(text) + 1 if text else 0
        if 0 < place < self.count():
            self._take(place)
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._take(0)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.focusNextChild()
        elif text.isalpha():
            self._take_named(text)
        elif place == 0:
            super().keyPressEvent(event)

    def _take_named(self, letter: str) -> None:
        """The next person of whose names one begins so: a list waits for more letters, this not."""
        begin = max(self.currentIndex(), 0)
        for step in range(1, self.count() + 1):
            place = (begin + step) % self.count()
            names = self.itemText(place).casefold().split()
            if place and any(name.startswith(letter.casefold()) for name in names):
                self._take(place)
                return

    def _take(self, place: int) -> None:
        self.setCurrentIndex(place)
        self.activated.emit(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell which key is whose."""
        super().focusInEvent(event)
        self.asked.emit(True)  # noqa: FBT003  a signal has no names

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it no more."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.asked.emit(False)  # noqa: FBT003  a signal has no names


class MeasureField(LineField):
    """One line that means a signal; it is written in its usual form when it is left."""

    def __init__(self, *, name: str, placeholder: str) -> None:
        self._usual = ""
        super().__init__(name=name, placeholder=placeholder, bare=True)

    def show_value(self, value: object) -> None:
        """Show what the workshop holds; what means the same is left as it is being typed."""
        self._usual = str(value or "")
        if not (self.hasFocus() and read_measure(self.text()) == read_measure(self._usual)):
            super().show_value(self._usual)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands over and writes the line as it is usually written."""
        super().focusOutEvent(event)
        if not self.has_draft() and self.text() != self._usual:
            self.show_value(self._usual)
