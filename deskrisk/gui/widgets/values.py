"""Fields for a day and for a number: typed in any usual way, or by the arrow keys."""

from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from deskrisk.gui.widgets.text import show_tip
from deskrisk.gui.widgets.text_fields import LineField
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import short_day, whole_or_short
from deskrisk.viewmodels.typed import UnreadableError, moved_day, read_day, read_number

Known = TypeVar("Known")


class _ReadField(LineField):
    """A field whose text is read as something else; what cannot be read stays and is marked."""

    flaw_found = Signal(str)

    def __init__(self, *, name: str, placeholder: str, bare: bool, parent: QWidget | None) -> None:
        self._good: object = None
        super().__init__(name=name, placeholder=placeholder, bare=bare, parent=parent)

    def value(self) -> object:
        """What was read last; what cannot be read changes nothing."""
        try:
            self._good = self._read(self.text())
        except UnreadableError:
            return self._good
        return self._good

    def show_value(self, value: object) -> None:
        """Show what the workshop holds; a draft in hand is left alone."""
        if self.hasFocus() and (self.has_draft() or self.is_flawed()):
            return
        self._good = value
        if value != self._try_read():
            self._put(self._written(value))
        self._handover.shown()
        self._mark()

    def is_flawed(self) -> bool:
        """Does it hold something that cannot be read?"""
        try:
            self._read(self.text())
        except UnreadableError:
            return True
        return False

    def _try_read(self) -> object:
        try:
            return self._read(self.text())
        except UnreadableError:
            return self.text()

    def _read(self, text: str) -> object:
        raise NotImplementedError

    def _written(self, value: object) -> str:
        raise NotImplementedError

    def _flaw(self) -> str:
        raise NotImplementedError

    def _mark(self) -> None:
        flawed = self.is_flawed()
        if bool(self.property("flawed")) != flawed:
            self.setProperty("flawed", flawed)
            self.style().unpolish(self)
            self.style().polish(self)
        show_tip(self, self._flaw() if flawed else "")
        if flawed:
            self.flaw_found.emit(self._flaw())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands over and writes the value in full."""
        super().focusOutEvent(event)
        self._mark()
        if not self.is_flawed():
            self._put(self._written(self._good))
            self._handover.shown()


class DayField(_ReadField):
    """A day, or nothing: ``8 Apr``, ``8.4.2025``, ``2025-04-08``, ``+14``; arrows move it.

    Up and down move by a day, Page up and Page down by a week.

    Signals:
        edited(date | None): typing is handed over; see ``Handover``.
        entered(): Enter was pressed.
        flaw_found(str): the sentence to say about a text that is no day.
    """

    def __init__(
        self,
        *,
        name: str,
        today: date,
        placeholder: str = "",
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._today = today
        super().__init__(name=name, placeholder=placeholder, bare=bare, parent=parent)

    def _read(self, text: str) -> object:
        return read_day(text, self._today)

    def _written(self, value: object) -> str:
        return short_day(value, with_year=True) if isinstance(value, date) else ""

    def _flaw(self) -> str:
        return _("This is not read as a day. Write it like 8 Apr or 2025-04-08.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the day."""
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 7,
            Qt.Key.Key_PageDown: -7,
        }
        by = steps.get(Qt.Key(event.key()))
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if by is None or held != Qt.KeyboardModifier.NoModifier or self.is_flawed():
            super().keyPressEvent(event)
            return
        now = self.value()
        day = moved_day(now, by) if isinstance(now, date) else self._today
        self.setText(short_day(day, with_year=True))
        self._handover.typed()


class NumberField(_ReadField):
    """A number within bounds, or nothing; arrows move it by ``step``.

    Signals:
        edited(float | int | None): typing is handed over; see ``Handover``.
        entered(): Enter was pressed.
        flaw_found(str): the sentence to say about a text that is no such number.
    """

    def __init__(
        self,
        *,
        name: str,
        lowest: float = 0,
        highest: float = 1_000_000,
        whole: bool = False,
        step: float = 1,
        placeholder: str = "",
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._lowest, self._highest, self._whole, self._step = lowest, highest, whole, step
        super().__init__(name=name, placeholder=placeholder, bare=bare, parent=parent)

    def _read(self, text: str) -> object:
        return read_number(text, lowest=self._lowest, highest=self._highest, whole=self._whole)

    def _written(self, value: object) -> str:
        return whole_or_short(value) if isinstance(value, (int, float)) else ""

    def _flaw(self) -> str:
        return _("A number from {lowest} to {highest} goes here.").format(
            lowest=whole_or_short(self._lowest), highest=whole_or_short(self._highest)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the number."""
        by = {Qt.Key.Key_Up: self._step, Qt.Key.Key_Down: -self._step}.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.AltModifier or self.is_flawed():
            super().keyPressEvent(event)
            return
        now = self.value()
        number = now + by if isinstance(now, (int, float)) else self._lowest
        number = min(max(number, self._lowest), self._highest)
        self.setText(whole_or_short(number))
        self._handover.typed()
