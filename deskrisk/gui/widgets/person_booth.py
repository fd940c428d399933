"""A booth in which people say who they are: choose a name, answer, seal, hand on."""

import secrets
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.gui.widgets.booth import BoothShell
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.rows import Row

Shuffle = Callable[[list[RiskId]], None]
"""Puts the risks of a sheet into an order of its own."""


def shuffled_by_chance(risks: list[RiskId]) -> None:
    """Put risks into an order that nothing can tell again."""
    secrets.SystemRandom().shuffle(risks)


class PersonBooth(BoothShell):
    """Three sheets: the names, the answers of one person, and the sign that they are sealed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.who: ParticipantId | None = None
        self._leaving = False
        self.names_sheet = self._make_names()
        self.answers_sheet = self._make_answers()
        self.sealed_sheet = self._make_sealed()
        self.show_names()

    def people_rows(self) -> Sequence[Row]:
        """Who is asked, and who is in."""
        raise NotImplementedError

    def turnout_words(self) -> str:
        """How many are in."""
        raise NotImplementedError

    def make_parts(self) -> list[QWidget | QHBoxLayout | int]:
        """What stands on the sheet of a person."""
        raise NotImplementedError

    def begin(self, who: ParticipantId) -> bool:
        """Open the sheet of somebody; False if nothing is asked of them."""
        raise NotImplementedError

    def complete(self) -> bool:
        """Can the sheet be handed in?"""
        raise NotImplementedError

    def hand_in(self, who: ParticipantId) -> str:
        """Seal the sheet; why it was refused, or nothing."""
        raise NotImplementedError

    def forget(self) -> None:
        """Nothing of a sheet stays."""
        raise NotImplementedError

    def show_names(self) -> None:
        """Between two people: the names, and nothing of anybody."""
        self.who = None
        self.name.setText("")
        self.forget()
        self.say("")
        rows = [row for row in self.people_rows() if not row.quiet]
        self.people.show_rows(rows)
        self.turnout.setText(self.turnout_words())
        left = next((row.key for row in rows if not row.note), None)
        self.people.show_current(left)
        self.stack.setCurrentWidget(self.names_sheet)
        self.people.setFocus()

    def open_sheet(self, key: object) -> None:
        """Somebody has chosen their name; a sheet that is in stays closed."""
        row = next((each for each in self.people.rows() if each.key == key), None)
        if row is None or row.note:
            self.names_said.setText(_("This sheet is in and sealed. It cannot be opened again."))
            return
        self.names_said.setText("")
        self.who = ParticipantId(str(key))
        self.name.setText(row.title)
        self.stack.setCurrentWidget(self.answers_sheet)
        if not self.begin(self.who):
            self.show_names()

    def go_on(self) -> None:
        """Open a sheet, hand it in, or hand the laptop on."""
        if self.stack.currentWidget() is self.names_sheet:
            self.open_sheet(self.people.current_key())
        elif self.stack.currentWidget() is self.sealed_sheet:
            self.show_names()
        elif self.who is not None and self.complete():
            refused = self.hand_in(self.who)
            if refused:
                self.say(refused)
            else:
                self._show_sealed()

    def wish_to_leave(self) -> None:
        """Escape once asks, twice leaves; what was not handed in is gone."""
        if self._leaving:
            self.show_names()
        else:
            self.say(_("Leave without handing in? Escape once more forgets this sheet."))
            self._leaving = True

    def may_end(self) -> bool:
        """Only between two people."""
        return self.stack.currentWidget() is not self.answers_sheet

    def say(self, text: str) -> None:
        """Say one thing on the sheet."""
        self._leaving = False
        self.said.setText(text)

    def primary_changed(self) -> None:
        """The sheet has become complete, or is no longer."""
        self.done.setEnabled(self.complete())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands on, from the sign between two people."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if enter and plain and self.stack.currentWidget() is self.sealed_sheet:
            self.show_names()
        else:
            super().keyPressEvent(event)

    def _show_sealed(self) -> None:
        self.who = None
        self.forget()
        self.stack.setCurrentWidget(self.sealed_sheet)
        self.hand_on.setFocus()

    def _make_names(self) -> QWidget:
        self.people = RowList(_("Who are you?"))
        self.people.setObjectName("booth_people")
        self.people.activated.connect(self.open_sheet)
        self.turnout = text_label("", "soft", name="booth_turnout")
        self.names_said = text_label("", "soft", wraps=True, name="booth_names_said")
        last = text_label(
            _("When it has gone round: Ctrl+Shift+Enter, for the facilitator."), "small", wraps=True
        )
        return self.add_sheet(
            [
                text_label(_("Who are you?"), "display"),
                text_label(
                    _("Choose your name, then Enter. You alone see what you answer."), "soft"
                ),
                12,
                self.people,
                self.names_said,
                self.turnout,
                last,
            ]
        )

    def _make_answers(self) -> QWidget:
        self.name = text_label("", "soft", name="booth_name")
        self.said = text_label("", "soft", wraps=True, name="booth_said")
        self.done = PrimaryButton(_("Hand in and seal"), "Enter", name="booth_done")
        self.done.clicked.connect(lambda _on=False: self.go_on())
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.done)
        return self.add_sheet([self.name, *self.make_parts(), 8, foot])

    def _make_sealed(self) -> QWidget:
        self.hand_on = PrimaryButton(_("Hand the laptop on"), "Enter", name="booth_hand_on")
        self.hand_on.clicked.connect(lambda _on=False: self.show_names())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.hand_on)
        return self.add_sheet(
            [
                text_label(_("Handed in and sealed"), "display", name="booth_sealed"),
                text_label(_("Nobody can open it. Please hand the laptop on."), "soft", wraps=True),
                row,
            ],
            calm=True,
        )
