"""A field that opens on the wall, in the place of what it changes."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from deskrisk.gui.theme import text_font
from deskrisk.gui.widgets.fields import TextField

FEWEST_PIXELS = 260
"""A question of a few words is to be read whole, also over a narrow slip."""
_ASIDE = 4


class WallEditor(TextField):
    """Asks for one text at a time: Enter keeps, Escape leaves, going elsewhere keeps.

    Signals:
        finished(): it has closed by a key.
    """

    finished = Signal()

    def __init__(self, wall: QWidget) -> None:
        super().__init__(name="", lines=1, most_lines=8, entry=True, parent=wall)
        self.setObjectName("wall_editor")
        self._keep: Callable[[str], object] | None = None
        self._before = ""
        self._over = wall
        self.entered.connect(self._enter)
        self.hide()

    def ask(
        self,
        rect: QRect,
        name: str,
        text: str,
        keep: Callable[[str], object],
        role: str = "strong",
    ) -> None:
        """Open over a rectangle of the wall.

        Args:
            rect: of what is changed.
            name: what is asked, for the empty field and for screen readers.
            text: what it holds now.
            keep: takes the new text.
            role: the text role it is written in.
        """
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFont(text_font(role))
        self._keep, self._before = keep, text
        self.show_value(text)
        room = self._over.width() - 2 * _ASIDE
        width = min(max(rect.width(), FEWEST_PIXELS), room)
        x = min(rect.x(), room + _ASIDE - width)
        self.setGeometry(x, rect.y(), width, self.height())
        self.show()
        self.raise_()
        self.setFocus()
        self.selectAll()

    def _enter(self) -> None:
        self._close(kept=True)
        self.finished.emit()

    def _close(self, *, kept: bool) -> None:
        keep, self._keep = self._keep, None
        text = str(self.value())
        self.hide()
        if kept and keep is not None and text.strip() and text != self._before:
            keep(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._close(kept=False)
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is kept also when the focus goes elsewhere."""
        super().focusOutEvent(event)
        if self._keep is not None:
            self._close(kept=True)
