"""Buttons: one primary a page, the rest quiet. The key that presses it stands beside its words."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from deskrisk.gui.theme import text_font, theme
from deskrisk.gui.widgets.handover import flush_focused
from deskrisk.gui.widgets.lines import broken
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_sign
from deskrisk.gui.widgets.text import escaped_mnemonic, show_tip

_RADIUS = 6
_GAP = 8


class _Button(QPushButton):
    """What the three have in common: words, a key hint, a sign; no mnemonic ever.

    Pressing it hands over the draft in the focused field first, also where a click does not take
    the focus.
    """

    role = "body"
    high = 32
    aside = 12

    def __init__(self, text: str, key: str = "", *, sign: str = "", name: str = "") -> None:
        super().__init__()
        self._key, self._sign, self._words = key, sign, ""
        self._tip = ""
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.pressed.connect(flush_focused)
        self.set_words(text)

    def words(self) -> str:
        """What the button says."""
        return self._words

    def set_words(self, text: str) -> None:
        """Say something else."""
        self._words = text
        self.setText(escaped_mnemonic(text))
        if text:
            self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_sign(self, sign: str) -> None:
        """Show another sign before the words; ``""`` for none."""
        if sign != self._sign:
            self._sign = sign
            self.updateGeometry()
            self.update()

    def set_key(self, key: str) -> None:
        """Show another key beside the words."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words, at most a third of a window."""
        return QSize(min(self._content_width(), 420) + 2 * self.aside, self.high)

    def minimumSizeHint(self) -> QSize:
        """The same: a button does not shrink."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, sign, words and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        x = float(self.aside)
        middle = self.height() / 2
        if self._sign:
            box = QRectF(x, middle - ICON_SIZE / 2, ICON_SIZE, ICON_SIZE)
            paint_sign(painter, box, self._sign)
            x += ICON_SIZE + (_GAP if self._words else 0)
        key_room = self._key_width() + _GAP if self._key else 0
        room = self.width() - self.aside - x - key_room
        line = broken(self._words, self.role, int(room) + 1, 1)
        painter.setFont(text_font(self.role))
        painter.setPen(self._ink())
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(x, 0, room + 4, self.height()), vertical, line.lines[0])
        show_tip(self, self.own_tip() if line.whole else self._words)
        if self._key:
            painter.setFont(text_font("small"))
            painter.setPen(self._key_ink())
            right = QRectF(0, 0, self.width() - self.aside, self.height())
            painter.drawText(right, vertical | Qt.AlignmentFlag.AlignRight, self._key)

    def own_tip(self) -> str:
        """What is said on hover when all words are seen."""
        return self._tip

    def say_on_hover(self, text: str) -> None:
        """Say something more on hover."""
        self._tip = text

    def _content_width(self) -> int:
        words = broken(self._words, self.role, 16_000_000).width if self._words else 0
        sign = ICON_SIZE + (_GAP if self._words else 0) if self._sign else 0
        return words + sign + (self._key_width() + _GAP if self._key else 0)

    def _key_width(self) -> int:
        return broken(self._key, "small", 16_000_000).width

    def _paint_ground(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _ink(self) -> QColor:
        return theme().colour("ink" if self.isEnabled() else "ink_soft")

    def _key_ink(self) -> QColor:
        return theme().colour("ink_soft")


class PrimaryButton(_Button):
    """The one thing that happens next; Ctrl+Enter presses it."""

    role = "accent"
    high = 36
    aside = 16

    def __init__(self, text: str, key: str = "Ctrl+Enter", *, name: str = "primary") -> None:
        super().__init__(text, key, name=name)

    def _paint_ground(self, painter: QPainter) -> None:
        colour = theme().colour("accent")
        if not self.isEnabled():
            colour = theme().colour("line")
        elif self.isDown():
            colour = colour.darker(115)
        elif self.underMouse():
            colour = colour.lighter(108)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)

    def _ink(self) -> QColor:
        return theme().colour("on_accent" if self.isEnabled() else "ink_soft")

    def _key_ink(self) -> QColor:
        colour = self._ink()
        colour.setAlphaF(0.85)
        return colour


class QuietButton(_Button):
    """Something else that can be done; a hairline box. ``setCheckable`` makes it stay down."""

    def _paint_ground(self, painter: QPainter) -> None:
        down = self.isDown() or self.isChecked()
        over = self.underMouse() and self.isEnabled()
        ground = "accent_soft" if down else "sunken" if over else "surface"
        painter.setPen(QPen(theme().colour("accent_soft" if down else "line"), 1))
        painter.setBrush(theme().colour(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class FilledButton(QuietButton):
    """A quiet button that is filled while it is down, for what must not be forgotten."""

    def _paint_ground(self, painter: QPainter) -> None:
        if not self.isChecked():
            super()._paint_ground(painter)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)

    def _ink(self) -> QColor:
        return theme().colour("on_accent") if self.isChecked() else super()._ink()

    def _key_ink(self) -> QColor:
        return theme().colour("on_accent") if self.isChecked() else super()._key_ink()


class LinkButton(_Button):
    """A quiet way out: words without a box, underlined under the mouse."""

    aside = 8

    def __init__(
        self, text: str, key: str = "", *, sign: str = "", name: str = "", tone: str = "ink_soft"
    ) -> None:
        self._tone = tone
        super().__init__(text, key, sign=sign, name=name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _ink(self) -> QColor:
        over = self.underMouse() and self.isEnabled() and self._tone == "ink_soft"
        return theme().colour("ink" if over else self._tone)

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)


class SignButton(QuietButton):
    """A small button with a sign alone; what it does is said on hover and to a screen reader."""

    aside = 7

    def __init__(self, sign: str, meaning: str, *, name: str = "") -> None:
        self._meaning = meaning
        super().__init__("", sign=sign, name=name)
        self.setAccessibleName(meaning)

    def own_tip(self) -> str:
        """What it does."""
        return self._meaning

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isDown() or self.underMouse():
            super()._paint_ground(painter)
