"""What becomes of a fear, and what each of that needs, in its place."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.fears import Disposition
from deskrisk.gui.widgets.buttons import SignButton
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import DayField, TextField
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import FearCard, RecastView


class PlaceChoice(ChoiceField):
    """What becomes of a fear. A choice leads on to what it needs, so arrows only open the list."""

    _OPENING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; a letter or an arrow chooses there, Enter takes it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in self._OPENING and held == Qt.KeyboardModifier.NoModifier:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class NeedsPanel(QWidget):
    """The fields that belong to a disposition; only those that it needs are seen.

    Signals:
        agreed(str): the words of a working agreement, by Enter.
        agreement_chosen(object): one that is there already.
        noted(str): the question, the issue, or the reason for parking.
        owner_chosen(object): who takes it.
        due_chosen(object): until when.
        twin_chosen(object): the fear that says the same.
        hint_sent_away(str): the hint about the words of the fear is not to be shown again.
    """

    agreed = Signal(str)
    agreement_chosen = Signal(object)
    noted = Signal(str)
    owner_chosen = Signal(object)
    due_chosen = Signal(object)
    twin_chosen = Signal(object)
    hint_sent_away = Signal(str)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.agreements = ChoiceField(_("Working agreement"))
        self.agreements.setObjectName("agreements_field")
        self.agreement = TextField(
            name=_("Working agreement"),
            placeholder=_("What do we agree on?"),
            lines=2,
            most_lines=5,
        )
        self.agreement.setObjectName("agreement_field")
        self.note = TextField(name=_("Note"), lines=1, most_lines=4)
        self.note.setObjectName("note_field")
        self.owner = ChoiceField(_("Who takes it"))
        self.owner.setObjectName("owner_field")
        self.due = DayField(name=_("Until when"), today=today, placeholder=_("until when?"))
        self.due.setObjectName("due_field")
        self.twin = ChoiceField(_("The fear that says the same"))
        self.twin.setObjectName("merged_field")
        self.advice = text_label("", "soft", wraps=True, name="fear_advice")
        self.away = SignButton(
            "icon:x:ink_soft", _("Do not ask this again here (Alt+Y)"), name="send_fear_hint_away"
        )
        self.hint = ""
        self.away.clicked.connect(lambda _on=False: self.send_hint_away())
        self._lay_out()
        self.agreement.edited.connect(lambda text: self.agreed.emit(str(text)))
        self.agreements.chosen.connect(self.agreement_chosen)
        self.note.edited.connect(lambda text: self.noted.emit(str(text)))
        self.note.entered.connect(self._after_note)
        self.owner.chosen.connect(self.owner_chosen)
        self.due.edited.connect(self.due_chosen)
        self.twin.chosen.connect(self.twin_chosen)

    def show_needs(self, view: RecastView, disposition: Disposition | None) -> None:
        """Show the fields for what a fear becomes, be it settled or only begun."""
        card = view.fear
        if card is None:
            self.hide()
            return
        self.show()
        self._show_agreement(view, card, seen=disposition is Disposition.AGREEMENT)
        hint = _note_hint(disposition, about_us=card.about_us or bool(card.note))
        self.note.setPlaceholderText(hint)
        self.note.setAccessibleName(hint or _("Note"))
        self.note.setVisible(bool(hint))
        self.note.show_value(card.note)
        owned = disposition in (Disposition.ISSUE, Disposition.QUESTION)
        self._owned.setVisible(owned)
        self.owner.show_options(view.people)
        self.owner.show_value(card.owner)
        self.due.show_value(card.due)
        same = disposition is Disposition.MERGED
        self.twin.setVisible(same)
        if same:  # a list of all fears: not for every fear that is taken in hand
            self.twin.show_options(view.other_fears)
            self.twin.show_value(card.merged_into)
        self.advice.setText(card.advice)
        self.advice.setVisible(bool(card.advice))
        self.hint = card.hint
        self.away.setVisible(bool(card.hint))

    def send_hint_away(self) -> None:
        """The hint that is shown is not wanted any more."""
        if self.hint and self.isVisible():
            self.hint_sent_away.emit(self.hint)

    def first_field(self, disposition: Disposition | None) -> QWidget | None:
        """Where to go on after choosing what a fear becomes."""
        fields: dict[Disposition | None, QWidget] = {
            Disposition.AGREEMENT: self.agreement,
            Disposition.ISSUE: self.note,
            Disposition.QUESTION: self.note,
            Disposition.PARKED: self.note,
            Disposition.MERGED: self.twin,
        }
        return fields.get(disposition)

    def _show_agreement(self, view: RecastView, card: FearCard, *, seen: bool) -> None:
        self.agreements.setVisible(seen and len(view.agreements) > 1)
        self.agreements.show_options(view.agreements)
        self.agreements.show_value(card.agreement)
        self.agreement.setVisible(seen)
        self.agreement.show_value(card.agreement_text)

    def _after_note(self) -> None:
        if self._owned.isVisible():
            self.owner.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.agreements)
        column.addWidget(self.agreement)
        column.addWidget(self.note)
        self._owned = QWidget()
        owned = QVBoxLayout(self._owned)
        owned.setContentsMargins(0, 0, 0, 0)
        owned.setSpacing(8)
        owned.addWidget(self.owner)
        owned.addWidget(self.due)
        column.addWidget(self._owned)
        column.addWidget(self.twin)
        advice = QHBoxLayout()
        advice.setSpacing(4)
        advice.addWidget(self.advice, 1)
        advice.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(advice)


def _note_hint(disposition: Disposition | None, *, about_us: bool) -> str:
    if disposition is Disposition.ISSUE:
        return _("What is happening already?")
    if disposition is Disposition.QUESTION:
        return _("What do we need to know first?")
    if disposition is Disposition.PARKED:
        return _("Why does it not belong here?")
    if disposition is Disposition.RECAST and about_us:
        return _("What was noted, or reworded with the room")
    return ""
