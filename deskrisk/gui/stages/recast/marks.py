"""What a risk is besides its sentence: kind, aims, name and red line, by single keys."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ObjectiveId
from deskrisk.gui.widgets.choices import CheckField, ChoiceField
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.text import text_label
from deskrisk.gui.widgets.text_fields import FIELD_HEIGHT
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import RecastView
from deskrisk.viewmodels.recast_risk import SentenceCard

_MODIFIED = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
MOST_BY_DIGIT = 9
_AIM_HEIGHT = 24


class RiskMarks(QWidget):
    """Kind, aims, name and red line of the risk in hand.

    Between the kind and the name a letter chooses a kind, a digit an aim; after the kind, letters
    are the name, as long as it is only proposed. So nobody has to walk from field to field.

    Signals:
        changed(str, object): a field of the risk and its new value.
        aim_toggled(object): the id of an aim that the risk hurts, or no longer.
        named(): Enter in the name.
    """

    changed = Signal(str, object)
    aim_toggled = Signal(object)
    named = Signal()

    def __init__(self) -> None:
        super().__init__()
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

    def show_marks(self, view: RecastView) -> None:
        """Show the risk in hand; without one, nothing can be chosen yet."""
        card = view.risk
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
        self._show_aims(view, card)

    def choose_kind(self, place: int) -> bool:
        """Choose a kind by its place, from 1; then the aims are next.

        Returns:
            whether there is such a kind.
        """
        if not self.category.isEnabled() or not 0 < place < self.category.count():
            return False
        self.category.setCurrentIndex(place)
        self.changed.emit("category", self.category.value())
        self.go_to_aims()
        return True

    def go_to_aims(self) -> None:
        """What comes after the kind."""
        aim = next(iter(self._aims.values()), None)
        (aim or self.title).setFocus()

    def turn_red_line(self) -> None:
        """A red line, or no longer; then why."""
        if self.red_line.isEnabled():
            self.red_line.click()
            if self.reason.isVisible():
                self.reason.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits choose aims; letters choose the kind, or are the name."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if not event.modifiers() & _MODIFIED and len(text) == 1 and text.isprintable():
                return self._take_key(watched, text, event)
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, text: str, event: QKeyEvent) -> bool:
        if text.isascii() and text.isdigit():
            aims = list(self._aims)
            if 0 < int(text) <= len(aims):
                self.aim_toggled.emit(aims[int(text) - 1])
                if watched is self.category:
                    self.go_to_aims()
            return True
        if text.isspace():
            return False
        if watched is self.category:
            self.choose_kind(self._kind_called(text))
            return True
        return self._begin_name(event)

    def _kind_called(self, letter: str) -> int:
        """The place of the next kind that begins with a letter; 0 for none."""
        count, now = self.category.count(), max(self.category.currentIndex(), 0)
        for step in range(1, count + 1):
            place = (now + step) % count
            name = self.category.itemText(place)
            if place and name[:1].casefold() == letter.casefold():
                return place
        return 0

    def _begin_name(self, event: QKeyEvent) -> bool:
        """Let a letter begin the name where nobody has written one."""
        if not self.title.isEnabled() or (self.title.text() and not self.title_note.text()):
            return True
        self.title.setFocus()
        self.title.selectAll()
        QApplication.sendEvent(self.title, event)
        return True

    def _show_aims(self, view: RecastView, card: SentenceCard | None) -> None:
        ids = [id_ for id_, _text in view.objectives]
        for gone in [id_ for id_ in self._aims if id_ not in ids]:
            field = self._aims.pop(gone)
            self._aims_box.removeWidget(field)
            retire(field)
        fields = {}
        for at, (id_, text) in enumerate(view.objectives):
            field = self._aims.get(id_) or self._add_aim(id_)
            fields[id_] = field
            if self._aims_box.indexOf(field) != at:
                self._aims_box.insertWidget(at, field)
            field.setObjectName(f"hurts_{at + 1}")
            field.set_words(f"{at + 1}  {text}" if at < MOST_BY_DIGIT else text)
            field.show_value(card is not None and id_ in card.objectives)
            field.setEnabled(card is not None)
        self._aims = fields
        self._no_aims.setVisible(not ids)

    def _add_aim(self, id_: ObjectiveId) -> CheckField:
        field = CheckField("", wraps=True)
        field.chosen.connect(lambda _on: self.aim_toggled.emit(id_))
        field.installEventFilter(self)
        return field

    def _connect(self) -> None:
        self.category.installEventFilter(self)
        self.category.chosen.connect(lambda value: self.changed.emit("category", value))
        self.title.edited.connect(lambda text: self.changed.emit("title", text))
        self.title.entered.connect(self.named)
        self.red_line.chosen.connect(lambda on: self.changed.emit("red_line", on))
        self.reason.edited.connect(lambda text: self.changed.emit("red_line_reason", text))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._aims_box = QVBoxLayout()
        self._aims_box.setContentsMargins(0, 2, 0, 2)
        self._aims_box.setSpacing(0)
        self._no_aims = text_label(_("no aim is written yet"), "soft")
        self._aims_box.addWidget(self._no_aims)
        kind = QHBoxLayout()
        kind.addWidget(self.category, 1)
        name = QHBoxLayout()
        name.addWidget(self.title, 1)
        name.addWidget(self.title_note)
        for words, content, high in (
            (_("Kind"), kind, self.category.height()),
            (_("Hurts"), self._aims_box, _AIM_HEIGHT + 4),
            (_("Name"), name, FIELD_HEIGHT),
        ):
            column.addLayout(labelled(words, content, high))
            column.addSpacing(2)
        column.addWidget(self.red_line)
        column.addWidget(self.reason)


def labelled(words: str, content: QBoxLayout, high: int = FIELD_HEIGHT) -> QHBoxLayout:
    """A line with its word before it, in the middle of a first line of this height."""
    line = QHBoxLayout()
    line.setSpacing(8)
    label = text_label(words, "soft")
    label.setFixedWidth(48)
    label.setFixedHeight(high)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(content, 1)
    return line
