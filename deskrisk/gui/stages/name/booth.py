"""The booth: one person alone with the laptop. Sealed is sealed, and nothing leads back."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskrisk.gui.widgets.booth import BoothShell
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.booth import ABOUT_US, BoothView, prompt_number_words


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


class Booth(BoothShell):
    """A window over the whole screen while the laptop goes round.

    It shows how many slips there are to nobody, and who has written to nobody. How many people
    had the laptop is counted in memory, so that a round too small to hide anybody can be noticed.
    """

    def __init__(self, view: BoothView, seal: Callable[[str, bool], str], parent: QWidget) -> None:
        """Make the window.

        Args:
            view: its words.
            seal: takes a text and whether it is about us; gives why it was refused, or "".
            parent: the window that it belongs to.
        """
        super().__init__(parent)
        self.hands = 0
        self._view, self._seal = view, seal
        self._prompt = 0
        self._wrote = False
        self._sign = self._handover_sheet()
        self._paper = self._writing_sheet()
        self._show_turn(Turn.HANDOVER)

    @property
    def turn(self) -> Turn:
        """What is shown."""
        return Turn.WRITING if self.stack.currentWidget() is self._paper else Turn.HANDOVER

    def go_on(self) -> None:
        """The one thing that happens next: begin to write, or hand over."""
        if self.turn is Turn.HANDOVER:
            self._begin()
        else:
            self._hand_over()

    def may_end(self) -> bool:
        """Never while somebody writes."""
        return self.turn is Turn.HANDOVER

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
        self.stack.setCurrentWidget(self._paper if turn is Turn.WRITING else self._sign)
        self.show_trouble()
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
        self.show_trouble()

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
        return self.add_sheet([title, calm, 8, _at_the_right(self.begin)], foot=[last], calm=True)

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
        done = _at_the_right(self.done)
        parts: list[QWidget | QHBoxLayout | int] = [head, self.prompt, self.field, hint]
        parts += [self.said, 8, done]
        return self.add_sheet(parts, foot=[promise], calm=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter begins, whatever has the focus on the sign between two people."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and self.turn is Turn.HANDOVER and not event.modifiers() & _SHIFTED:
            self._begin()
        else:
            super().keyPressEvent(event)


_SHIFTED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _at_the_right(button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button)
    return row
