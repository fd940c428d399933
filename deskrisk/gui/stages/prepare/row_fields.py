"""One line of a list that is written like a list on paper, with the keys that move it about."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence

from deskrisk.domain.listed import entries
from deskrisk.gui.widgets.fields import LineField, TextField

_UP_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TICKS = {Qt.Key.Key_H: "present", Qt.Key.Key_S: "scores"}
_LEFT_RIGHT = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DELETING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class RowField(LineField):
    """One line of a list.

    Signals:
        moved(int): Alt+Up (-1) or Alt+Down (1).
        turned(int): Alt+Left (-1) or Alt+Right (1).
        ticked(str): Alt+H or Alt+S: another state of what the line stands for.
        removed(): Delete or Backspace in the empty line.
        listed(str): a list of several lines was pasted.
        left(): the line lost the focus.
    """

    moved = Signal(int)
    turned = Signal(int)
    ticked = Signal(str)
    removed = Signal()
    listed = Signal(str)
    left = Signal()
    takes_lists = False
    """Whether a list that is pasted into the empty line is told as one; else it is text."""

    def is_blank(self) -> bool:
        """Does it say nothing?"""
        return not self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, remove and take a pasted list apart; everything else is typing."""
        key = Qt.Key(event.key())
        if by := _moved_by(event):
            self.moved.emit(by)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _LEFT_RIGHT:
            self.turned.emit(_LEFT_RIGHT[key])
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _TICKS:
            self.ticked.emit(_TICKS[key])
        elif key in _DELETING and not self.text():
            self.removed.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._takes_list():
            self.listed.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _takes_list(self) -> bool:
        if not self.takes_lists or not self.is_blank():
            return False
        return len(entries(QGuiApplication.clipboard().text())) > 1


class WrappedRow(TextField):
    """One line of a list whose words may need several lines of the window to be seen.

    Signals:
        moved(int): Alt+Up (-1) or Alt+Down (1).
        removed(): Delete or Backspace in the empty line.
        left(): the line lost the focus.
    """

    moved = Signal(int)
    removed = Signal()
    left = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        super().__init__(name=name, placeholder=placeholder, lines=1, most_lines=4, bare=True)

    def is_blank(self) -> bool:
        """Does it say nothing?"""
        return not str(self.value()).strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and remove; a line is not broken by hand: Shift+Enter goes on too."""
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if by := _moved_by(event):
            self.moved.emit(by)
        elif event.key() in _DELETING and not self.value():
            self.removed.emit()
        elif shifted and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.flush()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left."""
        super().focusOutEvent(event)
        self.left.emit()


def _moved_by(event: QKeyEvent) -> int:
    held = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return _UP_DOWN.get(Qt.Key(event.key()), 0) if held else 0
