"""The booth: one person alone with the laptop. Sealed is sealed, and nothing leads back."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.booth import ABOUT_US, BoothView, prompt_number_words

WIDEST = 760
END_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
_NARROWEST_SIDE = 40


class Turn(Enum):
    """What the booth shows: the sheet of somebody who writes, or the sign between two people."""

    HANDOVER = "handover"
    WRITING = "writing"


class BoothField(TextField):
    """The slip being written. It has no menu, and forgets what was sealed.

    Signals:
        turned(int): another question, PgUp or PgDown.
    """

    turned = Signal(int)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802  Qt's own name
        """Nothing can be copied or dragged out of the booth: the next person could paste it."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """PgDown and PgUp ask another question; Escape empties the slip."""
        if event.key() in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            self.turned.emit(1 if event.key() == Qt.Key.Key_PageDown else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.clear_entry()
        else:
            super().keyPressEvent(event)


class Booth(QWidget):
    """A window over the whole screen while the laptop goes round.

    It shows how many slips there are to nobody, and who has written to nobody. How many people
    had the laptop is counted in memory, so that a round too small to hide anybody can be noticed.

    Signals:
        ended(): the facilitator ends the round.
    """

    ended = Signal()

    def __init__(self, view: BoothView, seal: Callable[[str, bool], str], parent: QWidget) -> None:
        """Make the window.

        Args:
            view: its words.
            seal: takes a text and whether it is about us; gives why it was refused, or "".
            parent: the window that it belongs to.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("booth")
        self.setWindowTitle("DeskRisk")
        self.hands = 0
        self._view, self._seal = view, seal
        self._prompt = 0
        self._wrote = False
        self._may_close = False
        self.stack = QStackedWidget()
        self.stack.addWidget(self._handover_sheet())
        self.stack.addWidget(self._writing_sheet())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_on)
        for keys in END_KEYS:
            QShortcut(QKeySequence(keys), self).activated.connect(self.end)
        self._show_turn(Turn.HANDOVER)

    @property
    def turn(self) -> Turn:
        """What is shown."""
        return Turn.WRITING if self.stack.currentIndex() else Turn.HANDOVER

    def go_on(self) -> None:
        """The one thing that happens next: begin to write, or hand over."""
        if self.turn is Turn.HANDOVER:
            self._begin()
        else:
            self._hand_over()

    def end(self) -> None:
        """The facilitator ends the round; never while somebody writes."""
        if self.turn is Turn.HANDOVER:
            self.ended.emit()

    def leave(self) -> None:
        """Go away."""
        self._may_close = True
        self.close()
        self.deleteLater()

    def _begin(self) -> None:
        self._wrote = False
        self._show_prompt(0)
        self._show_turn(Turn.WRITING)

    def _hand_over(self) -> None:
        if str(self.field.value()).strip():
            self.said.setText(_("This slip is still open: Enter seals it, Escape empties it."))
            self.field.setFocus()
            return
        self.field.clear_entry()
        self.said.setText("")
        self.hands += self._wrote
        self._wrote = False
        self._show_turn(Turn.HANDOVER)

    def _show_turn(self, turn: Turn) -> None:
        self.stack.setCurrentIndex(1 if turn is Turn.WRITING else 0)
        (self.field if turn is Turn.WRITING else self.begin).setFocus()

    def _enter(self) -> None:
        text = str(self.field.value())
        if not text.strip():
            self.field.clear_entry()
            return
        refused = self._seal(text, self._prompt == ABOUT_US)
        if refused:
            self.said.setText(refused)
            return
        self._wrote = True
        self.field.clear_entry()
        self.said.setText(_("Sealed. Another one, or hand over."))

    def _turn_prompt(self, by: int) -> None:
        self._show_prompt(min(max(self._prompt + by, 0), len(self._view.prompts) - 1))
        self.field.setFocus()

    def _show_prompt(self, number: int) -> None:
        self._prompt = number
        count = len(self._view.prompts)
        self.prompt.setText(self._view.prompts[number])
        self.number.setText(prompt_number_words(number, count))
        self.next.setVisible(number < count - 1)
        self.before.setVisible(number > 0)
        self.field.setAccessibleName(self._view.prompts[number])

    def _handover_sheet(self) -> QWidget:
        self.begin = PrimaryButton(_("I have it, begin"), "Ctrl+Enter", name="booth_begin")
        self.begin.clicked.connect(lambda _on=False: self._begin())
        title = text_label(_("Please hand the laptop on"), "display", wraps=True, name="booth_sign")
        calm = text_label(
            _("Whoever has it now: Enter begins. Nothing of anybody else is here."),
            "soft",
            wraps=True,
        )
        last = text_label(
            _("When it has gone round: Ctrl+Shift+Enter, for the facilitator."), "small", wraps=True
        )
        return _sheet([title, calm], [last], self.begin)

    def _writing_sheet(self) -> QWidget:
        self.number = text_label("", "soft", name="booth_number")
        self.prompt = text_label("", "title", wraps=True, name="booth_prompt")
        self.field = BoothField(
            name=_("A slip"),
            placeholder=self._view.placeholder,
            lines=2,
            most_lines=6,
            role="fear_large",
            entry=True,
        )
        self.field.setObjectName("booth_field")
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.entered.connect(self._enter)
        self.field.turned.connect(self._turn_prompt)
        self.said = text_label("", "soft", wraps=True, most_lines=3, name="booth_said")
        self.next = LinkButton(_("Next question"), "PgDn", name="booth_next")
        self.before = LinkButton(_("Question before"), "PgUp", name="booth_before")
        self.next.clicked.connect(lambda _on=False: self._turn_prompt(1))
        self.before.clicked.connect(lambda _on=False: self._turn_prompt(-1))
        self.done = PrimaryButton(_("I am done, hand over"), "Ctrl+Enter", name="booth_done")
        self.done.clicked.connect(lambda _on=False: self._hand_over())
        head = QHBoxLayout()
        head.addWidget(self.number, 1)
        head.addWidget(self.before)
        head.addWidget(self.next)
        hint = text_label(_("Enter seals it. As many as you like, one thing per slip."), "small")
        promise = text_label(self._view.promise, "small", wraps=True)
        return _sheet([head, self.prompt, self.field, hint, self.said], [promise], self.done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, whatever has the focus on the sign between two people."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.turn is Turn.HANDOVER and not event.modifiers() & _SHIFTED:
            self._begin()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody closes the booth by accident: what is behind it is the facilitator's."""
        if self._may_close:
            super().closeEvent(event)
        else:
            event.ignore()


_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _sheet(parts: list[QWidget | QHBoxLayout], foot: list[QWidget], button: QWidget) -> QWidget:
    """One column in the middle of the screen, the button at its end."""
    column = QWidget()
    column.setMaximumWidth(WIDEST)
    inner = QVBoxLayout(column)
    inner.setSpacing(16)
    inner.setContentsMargins(4, 4, 4, 4)
    inner.addStretch(2)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            inner.addLayout(part)
        else:
            inner.addWidget(part)
    last = QHBoxLayout()
    last.addStretch(1)
    last.addWidget(button)
    inner.addSpacing(8)
    inner.addLayout(last)
    inner.addStretch(3)
    for each in foot:
        inner.addWidget(each)
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(_NARROWEST_SIDE, _NARROWEST_SIDE, _NARROWEST_SIDE, _NARROWEST_SIDE)
    row.addStretch(1)
    row.addWidget(column, 100)
    row.addStretch(1)
    return sheet
