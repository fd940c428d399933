"""One line to type at the foot of any page; it covers the foot, so that nothing jumps."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.page import FOOT_HEIGHT, MARGIN
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label

_FIELD_SHARE, _WORDS_SHARE = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the bar asks for: words at the left, a field, and what the keys do."""

    words: str
    sign: str
    name: str
    placeholder: str
    keys: str
    draft: str = ""


class FootBar(QFrame):
    """Asks for one line, in place; Enter answers, Esc closes and gives the focus back.

    Signals:
        closed(): it was closed, by Esc or otherwise.
    """

    closed = Signal()

    def __init__(self, ground: QWidget) -> None:
        """Make it hidden.

        Args:
            ground: the widget over whose foot it lies.
        """
        super().__init__(ground)
        self.setObjectName("foot_bar")
        self.setAutoFillBackground(True)
        self._ground = ground
        self._answer: Callable[[str], object] = str
        self._before: QWidget | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 0, MARGIN, 0)
        whole.setSpacing(0)
        whole.addWidget(hairline())
        row = QHBoxLayout()
        row.setSpacing(12)
        self.sign = SignMark()
        self.words = text_label("", "body", wraps=True, most_lines=3, name="foot_words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.field = LineField(name="…", entry=True)
        self.field.setObjectName("foot_field")
        self.field.entered.connect(self._entered)
        self.keys = text_label("", "small", name="foot_keys")
        row.addWidget(self.sign)
        row.addWidget(self.words, _WORDS_SHARE)
        row.addWidget(self.field, _FIELD_SHARE)
        row.addWidget(self.keys)
        whole.addLayout(row, 1)
        ground.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Does it ask for something now?"""
        return not self.isHidden()

    def ask(self, question: Question, answer: Callable[[str], object]) -> None:
        """Ask for one line.

        Args:
            question: what for.
            answer: takes the line each time that Enter is pressed.
        """
        if self.is_open:
            self.closed.emit()  # whoever asked before has no answer any more
        else:
            self._before = QApplication.focusWidget()
        self._answer = answer
        self.say(question.words, question.sign)
        self.keys.setText(question.keys)
        self.field.setAccessibleName(question.name)
        self.field.setPlaceholderText(question.placeholder)
        self.field.clear_entry()
        self.field.setText(question.draft)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, words: str, sign: str) -> None:
        """Say something else at the left."""
        self.words.setText(words)
        self.sign.show_sign(sign)

    def close_bar(self) -> None:
        """Go away, and give the focus back to whatever had it."""
        if not self.is_open:
            return
        held = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self.hide()
        self.field.clear_entry()
        before, self._before = self._before, None
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        high = FOOT_HEIGHT + 1
        ground = self._ground.size()
        self.setGeometry(QRect(0, ground.height() - high, ground.width(), high))

    def _entered(self) -> None:
        self._answer(self.field.text().strip())
