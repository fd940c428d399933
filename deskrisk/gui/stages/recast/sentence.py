"""The sentence as it grows: because, may, so that; then kind, aims, name and red line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ObjectiveId
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import RecastView, SentenceCard, over_length

_LABEL_WIDTH = 84
_WIDE = 480
"""From this width on the words stand before their part, else above it."""


class SentencePart(QWidget):
    """One part of the sentence: its word, what it means, and the field."""

    def __init__(self, word: str, name: str, field_name: str, placeholder: str) -> None:
        super().__init__()
        self.word = text_label(word, "accent")
        self.about = text_label("", "small")
        self.field = TextField(
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
        self._box.setSpacing(4)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(6)
        self._words.addWidget(self.word)
        self._words.addWidget(self.about, 1)
        self._box.addLayout(self._words)
        self._box.addWidget(self.field, 1)

    def arrange(self, *, wide: bool) -> None:
        """Put the word before the field, or above it."""
        before, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(before if wide else above)
        self._box.setSpacing(12 if wide else 4)
        self._words.setDirection(above if wide else before)
        side = Qt.AlignmentFlag.AlignRight if wide else Qt.AlignmentFlag.AlignLeft
        for label in (self.word, self.about):
            label.setAlignment(side)
            label.setFixedWidth(_LABEL_WIDTH) if wide else label.setMaximumWidth(16_777_215)
            label.setMinimumWidth(_LABEL_WIDTH if wide else 0)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))


class SentenceEditor(QWidget):
    """The risk in hand.

    Signals:
        changed(str, object): a field of the risk and its new value.
        aim_toggled(object): the id of an aim that the risk hurts, or no longer.
        finished(): Enter in the last field.
    """

    changed = Signal(str, object)
    aim_toggled = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sentence")
        self.heading = text_label("", "label", name="risk_heading")
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
        self.questions = tuple(
            (SignMark(), text_label("", "soft", name=f"risk_question_{at}")) for at in (1, 2)
        )
        self.category = ChoiceField(_("Kind of risk"), bare=True)
        self.category.setObjectName("category_field")
        self.title = LineField(
            name=_("Name of the risk"), placeholder=_("two to six words"), bare=True
        )
        self.title.setObjectName("title_field")
        self.title_note = text_label("", "small", name="title_note")
        self.red_line = CheckField(
            _("A red line: this must not happen at all"), name="red_line_field"
        )
        self.reason = LineField(name=_("Why a red line"), placeholder=_("Because ..."))
        self.reason.setObjectName("red_line_reason_field")
        self._aims: dict[ObjectiveId, CheckField] = {}
        self._lay_out()
        self._connect()

    def parts(self) -> tuple[SentencePart, SentencePart, SentencePart]:
        """The three parts in their order."""
        return self.cause_part, self.event_part, self.consequence_part

    def show_risk(self, view: RecastView) -> None:
        """Show the risk in hand; without one, an empty sentence that waits."""
        card = view.risk
        self.heading.setText(card.heading if card else _("A new risk"))
        self._show_parts(view, card)
        self.category.show_options(view.categories)
        self.category.show_value(card.category if card else None)
        self.category.setEnabled(card is not None)
        self.title.show_value(card.title if card else "")
        self.title.setEnabled(card is not None)
        self.title_note.setText(card.title_note if card else "")
        self.red_line.show_value(card.red_line if card else False)
        self.red_line.setEnabled(card is not None)
        self.reason.setVisible(card is not None and card.red_line)
        self.reason.show_value(card.red_line_reason if card else "")
        self._show_questions(card.questions if card else ())
        self._show_aims(view, card)

    def _show_questions(self, questions: tuple[str, ...]) -> None:
        """Their two lines are reserved: nothing below moves."""
        for (sign, words), question in zip(self.questions, (*questions, "", ""), strict=False):
            sign.show_sign("icon:info:ink_soft" if question else "")
            words.setText(question)

    def _show_parts(self, view: RecastView, card: SentenceCard | None) -> None:
        for part, text, about in (
            (self.cause_part, card.cause if card else "", _("true today")),
            (self.event_part, card.event if card else "", view.by_when),
            (self.consequence_part, card.consequence if card else "", _("hurts an aim")),
        ):
            part.field.show_value(text)
            part.about.setText(over_length(text) or about)

    def _show_aims(self, view: RecastView, card: SentenceCard | None) -> None:
        ids = [id_ for id_, _text in view.objectives]
        for gone in [id_ for id_ in self._aims if id_ not in ids]:
            field = self._aims.pop(gone)
            self._aims_box.removeWidget(field)
            retire(field)
        for at, (id_, text) in enumerate(view.objectives):
            field = self._aims.get(id_) or self._add_aim(id_)
            if self._aims_box.indexOf(field) != at:
                self._aims_box.insertWidget(at, field)
            field.setObjectName(f"hurts_{at + 1}")
            field.set_words(text)
            field.show_value(card is not None and id_ in card.objectives)
            field.setEnabled(card is not None)
        self._no_aims.setVisible(not ids)

    def _add_aim(self, id_: ObjectiveId) -> CheckField:
        field = CheckField("")
        field.chosen.connect(lambda _on: self.aim_toggled.emit(id_))
        self._aims[id_] = field
        return field

    def _connect(self) -> None:
        names = ("cause", "event", "consequence")
        following = (self.event_part.field, self.consequence_part.field, self.category)
        for name, part, after in zip(names, self.parts(), following, strict=True):
            part.field.edited.connect(lambda text, name=name: self.changed.emit(name, text))
            part.field.entered.connect(after.setFocus)
        self.category.chosen.connect(lambda value: self.changed.emit("category", value))
        self.title.edited.connect(lambda text: self.changed.emit("title", text))
        self.title.entered.connect(self.finished)
        self.red_line.chosen.connect(lambda on: self.changed.emit("red_line", on))
        self.reason.edited.connect(lambda text: self.changed.emit("red_line_reason", text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 8)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addSpacing(10)
        for part in self.parts():
            column.addWidget(part)
            column.addSpacing(10)
        for sign, question in self.questions:
            line = QHBoxLayout()
            line.setSpacing(6)
            line.addWidget(sign)
            line.addWidget(question, 1)
            column.addLayout(line)
        column.addSpacing(10)
        column.addWidget(hairline())
        column.addSpacing(6)
        self._aims_box = QVBoxLayout()
        self._aims_box.setSpacing(0)
        self._no_aims = text_label(_("no aim is written yet"), "soft")
        self._aims_box.addWidget(self._no_aims)
        name = QHBoxLayout()
        name.addWidget(self.title, 1)
        name.addWidget(self.title_note)
        for words, content in (
            (_("Kind"), _boxed(self.category)),
            (_("Hurts"), self._aims_box),
            (_("Name"), name),
        ):
            column.addLayout(_labelled(words, content))
            column.addSpacing(4)
        column.addWidget(self.red_line)
        column.addWidget(self.reason)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words stand before their part where there is room."""
        super().resizeEvent(event)
        for part in self.parts():
            part.arrange(wide=event.size().width() >= _WIDE)


def _boxed(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(widget, 1)
    return line


def _labelled(words: str, content: QBoxLayout) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    label = text_label(words, "soft")
    label.setFixedWidth(48)
    label.setFixedHeight(28)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(content, 1)
    return line
