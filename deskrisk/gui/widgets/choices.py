"""Choices: one of many in a list, one of few side by side, or yes and no."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from deskrisk.gui.theme import line_height, text_font, theme
from deskrisk.gui.widgets.handover import flush_focused
from deskrisk.gui.widgets.lines import Lines, broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, category_icon, icon, paint_icon, paint_sign
from deskrisk.gui.widgets.text import escaped_mnemonic, show_tip

_BESIDE = 26
"""Where the words of a tick begin."""

Option = tuple[object, str] | tuple[object, str, str]
"""A value, its words, and perhaps the key of its sign."""


class ChoiceField(QComboBox):
    """One of several, in a list that opens.

    Signals:
        chosen(object): the user chose this value.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Sequence[Option] = (), *, bare: bool = False, hint: str = ""
    ) -> None:
        super().__init__()
        self._values: list[object] = []
        self._signs: list[str] = []
        self._bare, self._hint = bare, hint
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)  # some systems say the choice in place of the name
        self.setFixedHeight(30 if bare else 34)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.show_options(options)
        self.activated.connect(self._activated)

    def show_options(self, options: Sequence[Option]) -> None:
        """Offer other options; the value stays if it is among them."""
        fresh = [(each[0], each[1], each[2] if len(each) > 2 else "") for each in options]
        old = [(value, self.itemText(at), self._signs[at]) for at, value in enumerate(self._values)]
        if fresh == old:
            return
        kept = self.value()
        self.clear()
        self._values = [value for value, _text, _sign in fresh]
        self._signs = [sign for _value, _text, sign in fresh]
        for _value, text, sign in fresh:
            self.addItem(_sign_icon(sign) if sign else QIcon(), text)
        self.updateGeometry()  # wider words ask for more room
        self.show_value(kept)

    def value(self) -> object:
        """The chosen value; None for nothing."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def show_value(self, value: object) -> None:
        """Show what the workshop holds."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _activated(self, at: int) -> None:
        flush_focused()
        self.chosen.emit(self._values[at])

    def sizeHint(self) -> QSize:
        """As wide as its widest words, within reason."""
        texts = [self.itemText(at) for at in range(self.count())] or [""]
        widest = max(broken(text, "body", 16_000_000).width for text in (*texts, self._hint))
        sign = ICON_SIZE + 6 if any(self._signs) else 0
        return QSize(min(widest, 320) + sign + 46, self.height())

    def minimumSizeHint(self) -> QSize:
        """All of a short choice; a longer one ends with an ellipsis."""
        return QSize(min(self.sizeHint().width(), 160), self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page changes no value."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, sign, words and the mark that it opens."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._bare or self.underMouse() or self.hasFocus():
            edge = "line" if self.hasFocus() or self._bare else "edge"
            painter.setPen(QPen(theme().colour(edge), 1))
            painter.setBrush(theme().colour("surface"))
            painter.drawRoundedRect(rect, 6, 6)
        x = 4.0 if self._bare else 10.0
        at = self.currentIndex()
        sign = self._signs[at] if 0 <= at < len(self._signs) else ""
        if sign:
            box = QRectF(x, self.height() / 2 - ICON_SIZE / 2, ICON_SIZE, ICON_SIZE)
            paint_sign(painter, box, sign)
            x += ICON_SIZE + 6
        room = self.width() - x - 26
        line = broken(self.currentText() or self._hint, "body", max(int(room), 1), 1)
        colour = "ink" if self.currentText() and self.isEnabled() else "ink_soft"
        painter.setFont(text_font("body"))
        painter.setPen(theme().colour(colour))
        whole = QRectF(x, 0, room + 4, self.height())
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, line.lines[0])
        show_tip(self, "" if line.whole else self.currentText())
        mark = QRectF(self.width() - 24, self.height() / 2 - 8, 16, 16)
        paint_icon(painter, mark, "chevron-down")


class _Segment(QAbstractButton):
    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self._words = words
        self.setCheckable(True)
        self.setText(escaped_mnemonic(words))
        self.setAccessibleName(words)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for the words in their bolder cut, so that nothing moves when one is chosen."""
        return QSize(min(broken(self._words, "strong", 16_000_000).width, 240) + 28, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint one part of the box."""
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(self.rect(), theme().colour("accent_soft"))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme().colour("sunken"))
        role = "strong" if self.isChecked() else "soft"
        line = broken(self._words, role, self.width() - 26, 1)
        painter.setFont(text_font(role))
        painter.setPen(theme().colour("ink" if self.isChecked() else "ink_soft"))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, line.lines[0])


class Segments(QWidget):
    """One of a few, side by side. Arrow keys choose; Tab goes past.

    Signals:
        chosen(object): the user chose this value.
    """

    chosen = Signal(object)

    def __init__(self, name: str, options: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _text in options]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        for at, (_value, text) in enumerate(options):
            segment = _Segment(text, f"segment_{at + 1}")
            self._group.addButton(segment, at)
            row.addWidget(segment)
        self._shown: object = None
        if self._group.buttons():
            self._lead_tab_to(self._group.buttons()[0])
        self._group.idClicked.connect(self._clicked)

    def value(self) -> object:
        """The chosen value; None for nothing."""
        return self._shown

    def show_value(self, value: object) -> None:
        """Show what the workshop holds; a value that is not offered shows none."""
        self._shown = value if value in self._values else None
        self._group.setExclusive(False)
        for at, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[at] == value)
        self._group.setExclusive(True)
        chosen = self._group.checkedButton() or next(iter(self._group.buttons()), None)
        if chosen is not None:
            self._lead_tab_to(chosen)
        self.update()

    def _lead_tab_to(self, chosen: QAbstractButton) -> None:
        """Tab reaches the chosen one alone; Qt forgets that while a group is not exclusive."""
        for button in self._group.buttons():
            by_tab = button is chosen
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus
            )

    def setFocus(  # noqa: N802  Qt names it
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """The chosen one, or the first, takes the focus.

        No proxy does it: Qt would count the box as one more stop of the Tab key.
        """
        chosen = self._group.checkedButton() or next(iter(self._group.buttons()), None)
        if chosen is not None:
            chosen.setFocus(reason)

    def choose(self, at: int) -> None:
        """Choose the one at a place, counted from 0, as a key would."""
        if 0 <= at < len(self._values):
            self._group.button(at).click()

    def _clicked(self, at: int) -> None:
        flush_focused()
        if self._values[at] != self._shown:
            self._shown = self._values[at]
            self._lead_tab_to(self._group.button(at))
            self.chosen.emit(self._shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box and the lines between its parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        for button in self._group.buttons()[1:]:
            painter.drawLine(button.x() - 1, 1, button.x() - 1, self.height() - 2)


class CheckField(QAbstractButton):
    """Yes or no, with its words beside it.

    With ``wraps`` long words take a second line; ``quiet`` is one of many ticks in a list.

    Signals:
        chosen(bool): the user changed it.
    """

    chosen = Signal(object)

    def __init__(
        self, words: str, *, name: str = "", wraps: bool = False, quiet: bool = False
    ) -> None:
        super().__init__()
        self._words = words
        self._most_lines, self._quiet = 2 if wraps else 1, quiet
        self._tip = ""
        self.setCheckable(True)
        self.setText(escaped_mnemonic(words))
        self.setAccessibleName(words)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wraps:
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._clicked)

    def _clicked(self, checked: bool) -> None:  # noqa: FBT001  Qt's own signature
        self.chosen.emit(checked)  # connected directly, Qt would call it without the value

    def set_words(self, words: str) -> None:
        """Say something else beside the box."""
        if words != self._words:
            self._words = words
            self.setText(escaped_mnemonic(words))
            self.setAccessibleName(words)
            self.updateGeometry()
            self.update()

    def say_on_hover(self, text: str) -> None:
        """Say something more on hover."""
        self._tip = text

    def value(self) -> object:
        """Is it checked?"""
        return self.isChecked()

    def show_value(self, value: object) -> None:
        """Show what the workshop holds."""
        self.setChecked(bool(value))

    def sizeHint(self) -> QSize:
        """The box and its words."""
        return QSize(broken(self._words, "body", 16_000_000).width + 28, self._high())

    def minimumSizeHint(self) -> QSize:
        """All of it, unless it is a long sentence."""
        return QSize(min(self.sizeHint().width(), 200), self._high())

    def hasHeightForWidth(self) -> bool:
        """Wrapped words are higher where it is narrower."""
        return self._most_lines > 1

    def heightForWidth(self, width: int) -> int:
        """The height of box and words at a width."""
        return self._line(width).height + self._high() - line_height("body")

    def _high(self) -> int:
        """With its words on one line; those that wrap stand closer."""
        return 24 if self._most_lines > 1 else 28

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line(self.width())
        first = (self.height() - line.height + line_height("body")) / 2
        box = QRectF(1.5, first - 8, 16, 16)
        filled = self.isChecked() and not self._quiet
        painter.setPen(QPen(theme().colour("accent" if filled else "edge"), 1))
        painter.setBrush(theme().colour("accent" if filled else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            ink = "on_accent" if filled else "ink_soft"
            paint_icon(painter, box.adjusted(2, 2, -2, -2), "check", ink)
        show_tip(self, self._tip if line.whole else self._words)
        colour = theme().colour("ink" if self.isEnabled() else "ink_soft")
        draw_lines(painter, QPointF(_BESIDE, (self.height() - line.height) / 2), line, colour)

    def _line(self, width: int) -> Lines:
        return broken(self._words, "body", max(width - _BESIDE, 1), self._most_lines)


def _sign_icon(sign: str) -> QIcon:
    kind, _colon, rest = sign.partition(":")
    if kind == "icon":
        name, _colon, colour = rest.partition(":")
        return icon(name, colour or "ink_soft")
    return category_icon(sign)
