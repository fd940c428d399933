"""Five to one: a row for everybody, one key each, and the words of a reservation in place."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ParticipantId
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.agree import LEVELS, StanceRow

_HIGH = 42
_CELL = 36
_NAME_SHARE = 0.24
_INSET = 10
_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in LEVELS}
_TAKE_BACK = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
FIELD_NAMES = {
    "comment": "reservation_field",
    "item": "item_field",
    "acceptable_if": "acceptable_field",
}
"""The object names of the texts."""


def _asked(field: str) -> str:
    return {
        "comment": _("In your words; it is printed."),
        "item": _("What is it about? An aim, a risk, a promise."),
        "acceptable_if": _("What is the smallest change that would make it safe enough to try?"),
    }[field]


class _LevelsLine(QWidget):
    """The name, the five levels, and what the chosen one means; painted."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row: StanceRow | None = None
        self._in_hand = False
        self._focused = False

    def show_row(self, row: StanceRow, *, in_hand: bool, focused: bool) -> None:
        """Show somebody's answer."""
        state = (row, in_hand, focused)
        if state != (self._row, self._in_hand, self._focused):
            self._row, self._in_hand, self._focused = state
            self.setAccessibleName(row.spoken)
            self.update()

    def sizeHint(self) -> QSize:
        """A name, five cells, a few words."""
        return QSize(480, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """The same in short."""
        return QSize(300, _HIGH)

    def _cell(self, place: int) -> QRectF:
        left = _INSET + min(max(self.width() * _NAME_SHARE, 90), 260)
        return QRectF(left + place * _CELL, 5, _CELL - 2, _HIGH - 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a level chooses it; elsewhere it takes the row in hand."""
        found = [
            level
            for place, level in enumerate(LEVELS)
            if self._cell(place).contains(event.position())
        ]
        self.pressed.emit(found[0] if found else None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme().colour("line"))
        role = "strong" if self._in_hand else "body"
        name = broken(row.name, role, int(self._cell(0).x()) - _INSET - 8, 1)
        draw_lines(painter, QPointF(_INSET, 11), name, theme().colour("ink"))
        for place, level in enumerate(LEVELS):
            self._paint_level(painter, self._cell(place), level, row)
        left = self._cell(len(LEVELS)).x() + 8
        words = broken(row.words, "small", max(int(self.width() - left - 8), 20), 1)
        spot = QPointF(self.width() - words.width - 4, 13)
        draw_lines(painter, spot, words, theme().colour(row.tone))
        if self._in_hand and self._focused:
            draw_ring(painter, QRectF(4, 5, self.width() - 8, _HIGH - 9), radius=3)

    def _paint_level(self, painter: QPainter, rect: QRectF, level: int, row: StanceRow) -> None:
        chosen = level == row.level
        tone = row.tone if row.tone in ("care", "alarm") else "ink"
        if chosen:
            painter.setPen(QPen(theme().colour("line" if tone == "ink" else tone), 1))
            ground = {"care": "care_soft", "alarm": "alarm_soft"}.get(tone, "accent_soft")
            painter.setBrush(theme().colour(ground))
            painter.drawRoundedRect(rect, 6, 6)
        text = broken(str(level), "strong" if chosen else "body", _CELL, 1)
        spot = QPointF(rect.center().x() - text.width / 2, rect.center().y() - text.height / 2)
        draw_lines(painter, spot, text, theme().colour(tone if chosen else "ink_soft"))


class _Entry(QWidget):
    """One person: the line, and below it the texts that their answer asks for.

    Signals:
        edited(str, str): field and text.
        done(): Enter in the last text.
    """

    edited = Signal(str, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.line = _LevelsLine()
        self._column.addWidget(self.line)
        self.fields: dict[str, TextField] = {}
        self.missing = text_label("", "small", wraps=True, tone="care", name="stance_missing")
        self.missing.hide()
        self._column.addWidget(self.missing)
        self._asks: tuple[str, ...] = ()

    def show_row(self, row: StanceRow, *, in_hand: bool, focused: bool) -> None:
        """Show the person's answer."""
        self.line.show_row(row, in_hand=in_hand, focused=focused)
        self._asks = row.asks
        for name in row.asks:
            if name not in self.fields:
                self._add(name, row.name)
        for name, field in self.fields.items():
            field.setVisible(name in row.asks)
            field.show_value(getattr(row, name))
        self.missing.setText(row.missing)
        self.missing.setVisible(bool(row.missing))
        self._column.setContentsMargins(0, 0, 0, 10 if row.asks else 0)

    def first_field(self) -> TextField | None:
        """The first text that is shown."""
        return self.fields[self._asks[0]] if self._asks else None

    def _add(self, name: str, person: str) -> None:
        words = _("{name}: {question}").format(name=person, question=_asked(name))
        field = TextField(name=words, placeholder=_asked(name), most_lines=6)
        field.setObjectName(FIELD_NAMES[name])
        field.edited.connect(lambda text: self.edited.emit(name, str(text)))
        field.entered.connect(lambda: self._entered(name))
        before = [each for each in FIELD_NAMES if each in self.fields]
        place = 1 + sum(
            list(FIELD_NAMES).index(each) < list(FIELD_NAMES).index(name) for each in before
        )
        self._column.insertWidget(place, field)
        self.fields[name] = field

    def _entered(self, name: str) -> None:
        later = self._asks[self._asks.index(name) + 1 :] if name in self._asks else ()
        if later:
            self.fields[later[0]].setFocus()
        else:
            self.done.emit()


class StanceGrid(QWidget):
    """Everybody's answer.

    Signals:
        level_chosen(object, int): person, 5 to 1.
        cleared(object): Backspace: the person's answer is taken back.
        words_edited(object, str, str): person, field, text.
        moved_on(): another row is in hand.
    """

    level_chosen = Signal(object, int)
    cleared = Signal(object)
    words_edited = Signal(object, str, str)
    moved_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("stance_grid")
        self.setAccessibleName(_("Five to one"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(0)
        self._rows: tuple[StanceRow, ...] = ()
        self._entries: dict[ParticipantId, _Entry] = {}
        self._at = 0

    def show_rows(self, rows: tuple[StanceRow, ...]) -> None:
        """Show the answers."""
        self._rows = rows
        wanted = [row.id for row in rows]
        for gone in [key for key in self._entries if key not in wanted]:
            entry = self._entries.pop(gone)
            self._column.removeWidget(entry)
            retire(entry)
        for place, row in enumerate(rows):
            entry = self._entries.get(row.id) or self._make_entry(row.id)
            if self._column.indexOf(entry) != place:
                self._column.insertWidget(place, entry)
        self._at = min(self._at, max(len(rows) - 1, 0))
        self._paint_rows()

    def fields(self) -> tuple[QWidget, ...]:
        """The texts of all rows, from top to bottom."""
        return tuple(
            entry.fields[name]
            for row in self._rows
            for entry in (self._entries[row.id],)
            for name in FIELD_NAMES
            if name in entry.fields
        )

    def start_over(self) -> None:
        """The first person without an answer is in hand."""
        self._at = next((at for at, row in enumerate(self._rows) if row.level is None), 0)
        self._paint_rows()

    def in_hand(self) -> ParticipantId | None:
        """Whose row is in hand."""
        return self._rows[self._at].id if self._rows else None

    def entry_widget(self) -> QWidget | None:
        """The row in hand, to keep it seen."""
        who = self.in_hand()
        return self._entries[who] if who is not None else None

    def open_words(self) -> bool:
        """Go to the first text of the row in hand; False if it asks for none."""
        who = self.in_hand()
        field = self._entries[who].first_field() if who is not None else None
        if field is None:
            return False
        field.setFocus()
        return True

    def go_on(self) -> None:
        """The next row is in hand, and the keys are here again."""
        self._step(1)
        self.setFocus()

    def _make_entry(self, who: ParticipantId) -> _Entry:
        entry = _Entry()
        entry.edited.connect(lambda field, text: self.words_edited.emit(who, field, text))
        entry.done.connect(self.go_on)
        entry.line.pressed.connect(lambda level: self._pressed(who, level))
        self._entries[who] = entry
        return entry

    def _pressed(self, who: ParticipantId, level: int | None) -> None:
        self._at = next((at for at, row in enumerate(self._rows) if row.id == who), 0)
        self.setFocus()
        self._paint_rows()
        if level is not None:
            self.level_chosen.emit(who, level)

    def _step(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), max(len(self._rows) - 1, 0))
        self._paint_rows()
        self.moved_on.emit()

    def _paint_rows(self) -> None:
        focused = self.hasFocus()
        for at, row in enumerate(self._rows):
            in_hand = at == self._at
            self._entries[row.id].show_row(row, in_hand=in_hand, focused=focused and in_hand)
            if in_hand:
                self.setAccessibleDescription(row.spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """5 to 1 answer, Backspace takes back, arrows go along, Enter opens the words."""
        key, who = Qt.Key(event.key()), self.in_hand()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier or who is None:
            super().keyPressEvent(event)
        elif key in _LEVEL_KEYS:
            self.level_chosen.emit(who, _LEVEL_KEYS[key])
        elif key in _TAKE_BACK:
            self.cleared.emit(who)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _ENTER:
            if not self.open_words():
                self._step(1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row in hand gets its ring."""
        super().focusInEvent(event)
        self._paint_rows()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self._paint_rows()
