"""The sentence as it grows: because, may, so that; below it what is asked, and its marks."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.stages.recast.extras import RiskExtras
from deskrisk.gui.stages.recast.hints import HintLines
from deskrisk.gui.stages.recast.marks import RiskMarks
from deskrisk.gui.theme import text_font
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import RecastView
from deskrisk.viewmodels.recast_risk import SentenceCard, over_length

_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
PARTS = ("cause", "event", "consequence")
_LABEL_WIDTH = 84
_WIDE = 480
"""From this width on the words stand before their part, else above it."""
_ROOMY = 600
"""From this width on a question fits on a line."""


class PartField(TextField):
    """A field for one part; what is pasted into it may be a whole sentence.

    Signals:
        pasted(): a text was pasted and is in the field.
    """

    pasted = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By a key one comes to the end of the words, to go on with them."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, and tell it."""
        super().insertFromMimeData(source)
        self.pasted.emit()


class SentencePart(QWidget):
    """One part of the sentence: its word, what it means, and the field."""

    def __init__(self, word: str, name: str, field_name: str, placeholder: str) -> None:
        super().__init__()
        self.word = text_label(word, "accent")
        self.about = text_label("", "small")
        self.field = PartField(
            name=name,
            placeholder=placeholder,
            lines=1,
            most_lines=5,
            role="large",
            bare=True,
        )
        self.field.setObjectName(field_name)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(6)
        self._words.addWidget(self.word)
        self._words.addWidget(self.about, 1)
        self._box.addLayout(self._words)
        self._box.addWidget(self.field, 1)

    def arrange(self, *, wide: bool) -> None:
        """Put the word before the field, or above it in smaller type."""
        before, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(before if wide else above)
        self._box.setSpacing(12 if wide else 0)
        self._words.setDirection(above if wide else before)
        side = Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft
        for label in (self.word, self.about):
            label.setAlignment(side)
            label.setFixedWidth(_LABEL_WIDTH) if wide else label.setMaximumWidth(16_777_215)
            label.setMinimumWidth(_LABEL_WIDTH if wide else 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
        font = text_font("large" if wide else "sentence")
        self.field.setFont(font)
        self.field.viewport().setFont(font)  # the words of an empty field are painted with it


class SentenceEditor(QWidget):
    """The risk in hand.

    Signals:
        changed(str, object): a field of the risk and its new value.
        drafted(): a part or the name was typed and is not handed over yet.
        line_given(PartField): a text was pasted, or ended by Enter; it may be a whole sentence.
        finished(): Enter in the last field.
    """

    changed = Signal(str, object)
    drafted = Signal()
    line_given = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sentence")
        self.heading = text_label("", "label", name="risk_heading")
        self.whole = SignMark()
        self.whole.setObjectName("well_said")
        self.cause_part = SentencePart(
            _("Because"),
            _("Because: what is true today"),
            "cause_field",
            _("what we already see"),
        )
        self.event_part = SentencePart(
            _("may"), _("May: what may happen"), "event_field", _("what could happen")
        )
        self.consequence_part = SentencePart(
            _("so that"),
            _("So that: what it would hurt"),
            "consequence_field",
            _("what it would hurt"),
        )
        self.hints = HintLines()
        self.marks = RiskMarks()
        self.extras = RiskExtras()
        self._lay_out()
        self._connect()

    def parts(self) -> tuple[SentencePart, SentencePart, SentencePart]:
        """The three parts in their order."""
        return self.cause_part, self.event_part, self.consequence_part

    def show_risk(self, view: RecastView) -> None:
        """Show the risk in hand; without one, an empty sentence that waits."""
        card = view.risk
        self.heading.setText(card.heading if card else _("A new risk"))
        self._show_whole(card)
        self._show_parts(view, card)
        self.hints.show_card(card)
        self.marks.show_marks(view)
        self.extras.show_extras(view)

    def draft(self) -> dict[str, str]:
        """What is typed into the sentence and the name now."""
        typed = {
            name: str(part.field.value()) for name, part in zip(PARTS, self.parts(), strict=True)
        }
        return {**typed, "title": str(self.marks.title.value())}

    def name_of(self, field: PartField) -> str:
        """Which part of the sentence a field is."""
        fields = [part.field for part in self.parts()]
        return PARTS[fields.index(field)]

    def first_empty(self) -> QWidget:
        """Where the sentence goes on: its first empty part, else the kind."""
        for part in self.parts():
            if not str(part.field.value()).strip():
                return part.field
        return self.marks.category

    def unfold(self) -> None:
        """Show tags, ideas and other projects, and go there; from there, fold them."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.extras.isAncestorOf(focused)
        shown = not (self.extras.is_unfolded() and inside)
        self.extras.unfold(shown=shown)
        (self.extras.tags if shown else self.extras.fold).setFocus()

    def _show_whole(self, card: SentenceCard | None) -> None:
        whole = card is not None and card.well_said
        self.whole.show_sign("icon:check:good" if whole else "")
        self.whole.setAccessibleName(_("The sentence is whole") if whole else "")
        self.whole.setToolTip(_("The sentence is whole") if whole else "")

    def _show_parts(self, view: RecastView, card: SentenceCard | None) -> None:
        for part, text, about in (
            (self.cause_part, card.cause if card else "", _("true today")),
            (self.event_part, card.event if card else "", view.by_when),
            (self.consequence_part, card.consequence if card else "", _("hurts an aim")),
        ):
            part.field.show_value(text)
            part.about.setText(over_length(text) or about)

    def _connect(self) -> None:
        following = (self.event_part.field, self.consequence_part.field, self.marks.category)
        for name, part, after in zip(PARTS, self.parts(), following, strict=True):
            part.field.edited.connect(lambda text, name=name: self.changed.emit(name, text))
            part.field.entered.connect(after.setFocus)
            part.field.textChanged.connect(self.drafted)
            part.field.entered.connect(lambda field=part.field: self.line_given.emit(field))
            part.field.pasted.connect(lambda field=part.field: self.line_given.emit(field))
        self.marks.title.textEdited.connect(self.drafted)
        self.marks.changed.connect(self.changed)
        self.marks.named.connect(self.finished)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 8)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.heading)
        head.addWidget(self.whole)
        head.addStretch(1)
        column.addLayout(head)
        column.addSpacing(8)
        for part in self.parts():
            column.addWidget(part)
            column.addSpacing(6)
        column.addWidget(self.hints)
        column.addSpacing(4)
        column.addWidget(hairline())
        column.addSpacing(4)
        column.addWidget(self.marks)
        column.addWidget(self.extras)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words stand before their part where there is room."""
        super().resizeEvent(event)
        for part in self.parts():
            part.arrange(wide=event.size().width() >= _WIDE)
        self.hints.arrange(wide=event.size().width() >= _ROOMY)
