"""Fields for texts: one line, or lines that grow. Text stays as typed; nothing is ever rich."""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocumentFragment,
    QTextOption,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from deskrisk.gui.theme import text_font
from deskrisk.gui.widgets.handover import Handover
from deskrisk.gui.widgets.text import show_tip

FIELD_HEIGHT = 34
_LONGEST_SHOWN = 400
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def plain_text_of(source: QMimeData) -> str:
    """What was copied, as plain text, even if only markup was copied."""
    if source.hasText():
        return source.text()
    return QTextDocumentFragment.fromHtml(source.html()).toPlainText()


def is_plain_enter(event: QKeyEvent) -> bool:
    """Is it Enter without Ctrl, Alt or Shift?"""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier


def is_undo_or_redo(event: QKeyEvent) -> bool:
    """Is it one of the platform's keys for undo or redo?"""
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(
        QKeySequence.StandardKey.Redo
    )


def asks_for_undo(event: QEvent) -> bool:
    """Does Qt ask whether the field wants undo or redo for itself?"""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and is_undo_or_redo(event)
    )


class LineField(QLineEdit):
    """One line of text.

    Signals:
        edited(str): typing is handed over; see ``Handover``.
        entered(): Enter was pressed; the text has been handed over before.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(
        self,
        *,
        name: str,
        placeholder: str = "",
        role: str = "body",
        entry: bool = False,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(text_font(role))
        self.setProperty("bare", bare)
        self.setFixedHeight(FIELD_HEIGHT + max(text_font(role).pixelSize() - 14, 0) * 2)
        self._entry = entry
        self._handover = Handover(self, self.value, self.edited.emit, entry=entry)
        self.textEdited.connect(self._handover.typed)

    def value(self) -> object:
        """What the field holds."""
        return self.text()

    def show_value(self, value: object) -> None:
        """Show what the workshop holds; a draft in hand is left alone."""
        if self.hasFocus() and self.has_draft():
            return
        self._put("" if value is None else str(value))
        self._handover.shown()

    def has_draft(self) -> bool:
        """Has something been typed that was not handed over?"""
        return self._handover.pending()

    def flush(self) -> None:
        """Hand over the draft now."""
        self._handover.flush()

    def clear_entry(self) -> None:
        """Empty the field for the next one."""
        self.clear()
        self._handover.shown()

    def _put(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the meeting unless there is a draft to undo."""
        if asks_for_undo(event) and not self.has_draft():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands over and is told."""
        if is_plain_enter(event):
            self.flush()
            self.entered.emit()
        elif is_undo_or_redo(event) and not self.has_draft():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands over and shows the beginning."""
        super().focusOutEvent(event)
        self.flush()
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A text that is too long for its field ends with an ellipsis, and is whole on hover."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        kind = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(kind, option, self).adjusted(2, 0, -2, 0)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= room.width()
        if not self.is_flawed():
            show_tip(self, "" if fits else self.text())
        if fits or self.hasFocus():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        cut = self.fontMetrics().elidedText(
            self.text()[:_LONGEST_SHOWN], Qt.TextElideMode.ElideRight, room.width()
        )
        # Qt rounds the middle of a field upwards; a text that is cut must not stand higher.
        top = room.y() + (room.height() - self.fontMetrics().height() + 1) // 2
        painter.drawText(room.x(), top + self.fontMetrics().ascent(), cut)

    def is_flawed(self) -> bool:
        """Does it hold something that cannot be read? A text can always be."""
        return False


class TextField(QPlainTextEdit):
    """Text that wraps and grows from ``lines`` to ``most_lines``, then scrolls.

    Enter is told, Shift+Enter breaks the line, Tab goes on.

    Signals:
        edited(str): typing is handed over; see ``Handover``.
        entered(): Enter was pressed; the text has been handed over before.
    """

    edited = Signal(object)
    entered = Signal()

    def __init__(
        self,
        *,
        name: str,
        placeholder: str = "",
        lines: int = 1,
        most_lines: int = 4,
        role: str = "body",
        entry: bool = False,
        bare: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFont(text_font(role))
        self.setProperty("bare", bare)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines, self._most_lines = lines, most_lines
        self._showing = False
        self._bar_came = False
        self._handover = Handover(self, self.value, self.edited.emit, entry=entry)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def value(self) -> object:
        """What the field holds, with line feeds."""
        # toPlainText turns no-break spaces into spaces: it is not what was typed.
        raw: str = self.document().toRawText()
        return raw.replace("\u2029", "\n")

    def show_value(self, value: object) -> None:
        """Show what the workshop holds; a draft in hand is left alone."""
        if self.hasFocus() and self.has_draft():
            return
        text = "" if value is None else str(value)
        if text != self.value():
            self._showing = True
            self.setPlainText(text)
            self._showing = False
            if self.hasFocus():
                self.moveCursor(QTextCursor.MoveOperation.End)
        self._handover.shown()

    def has_draft(self) -> bool:
        """Has something been typed that was not handed over?"""
        return self._handover.pending()

    def flush(self) -> None:
        """Hand over the draft now."""
        self._handover.flush()

    def clear_entry(self) -> None:
        """Empty the field for the next one."""
        self._showing = True
        self.clear()
        self._showing = False
        self._handover.shown()

    def _changed(self) -> None:
        self._break_again()
        if not self._showing:
            self._handover.typed()

    def _grow(self) -> None:
        wanted = max(int(self.document().size().height()), 1)
        rows = min(max(wanted, self._lines), self._most_lines)
        policies = Qt.ScrollBarPolicy
        scrolls = wanted > self._most_lines
        policy = policies.ScrollBarAsNeeded if scrolls else policies.ScrollBarAlwaysOff
        if policy is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(policy)
            self._bar_came = True
        self.setFixedHeight(self._height_of(rows))

    def _break_again(self) -> None:
        """Break the lines at the width beside the bar: Qt does not while it lays them out."""
        if self._bar_came:
            self._bar_came = False
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))

    def _height_of(self, rows: int) -> int:
        around = 2 * int(self.document().documentMargin()) + 8  # border and padding of the style
        return max(rows * self.fontMetrics().lineSpacing() + around, FIELD_HEIGHT)

    def sizeHint(self) -> QSize:
        """As high as its fewest lines."""
        return QSize(240, self._height_of(self._lines))

    def minimumSizeHint(self) -> QSize:
        """One line, a few words wide."""
        return QSize(80, FIELD_HEIGHT)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped comes in as plain text."""
        self.insertPlainText(plain_text_of(source))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._grow()
        self._break_again()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the meeting unless there is a draft to undo."""
        if asks_for_undo(event) and not self.has_draft():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands over and is told."""
        if is_plain_enter(event):
            self.flush()
            self.entered.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # it belongs to the primary button
        elif is_undo_or_redo(event) and not self.has_draft():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field hands over."""
        super().focusOutEvent(event)
        self.flush()
