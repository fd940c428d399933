"""Texts on a window: always plain, never wider than their place, the rest shown on hover."""

import html

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from deskrisk.gui.theme import TEXT_ROLES, line_height, text_font, theme
from deskrisk.gui.widgets.lines import broken, draw_lines

_UNLIMITED = 16_000_000


class TextLabel(QLabel):
    """A plain text in one role of the theme; made by ``text_label``."""

    def __init__(self, text: str, role: str, *, wraps: bool, most_lines: int, tone: str) -> None:
        super().__init__()
        self._role, self._wraps, self._tone = role, wraps, tone
        self._most_lines = most_lines if wraps else 1
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(text_font(role))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if wraps:
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            super().setText(text)
            self.setAccessibleName(text)
        self._tell_the_rest()
        self.updateGeometry()

    def show_role(self, role: str) -> None:
        """Set the text in another role, e.g. smaller where there is less room."""
        if role != self._role:
            self._role = role
            self.setFont(text_font(role))
            self._tell_the_rest()
            self.updateGeometry()

    def show_tone(self, tone: str) -> None:
        """Give the text another colour: a colour role, or ``""`` for that of its text role."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """The text on one line, or on lines of a readable width."""
        lines = broken(self.text(), self._role, _UNLIMITED)
        if self._wraps:
            width = min(lines.width, 420)
            return QSize(width, self.heightForWidth(width))
        return QSize(lines.width, line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """A few characters: the rest can be seen on hover."""
        least = min(self.sizeHint().width(), 48)
        return QSize(least, line_height(self._role))

    def hasHeightForWidth(self) -> bool:
        """A wrapped text is higher where it is narrower."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        return broken(self.text(), self._role, width, self._most_lines).height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the hidden rest on hover."""
        super().resizeEvent(event)
        self._tell_the_rest()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines that fit."""
        area = self.contentsRect()
        lines = broken(self.text(), self._role, area.width(), self._most_lines)
        colour = theme().colour(self._tone or TEXT_ROLES[self._role][2])
        x = float(area.x())
        if self.alignment() & Qt.AlignmentFlag.AlignRight:
            x = float(max(area.right() + 1 - lines.width, area.x()))
        elif self.alignment() & Qt.AlignmentFlag.AlignHCenter:
            x += max(area.width() - lines.width, 0) / 2
        y = float(area.y())
        if not self._wraps or self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            y += max(area.height() - lines.height, 0) / 2
        draw_lines(QPainter(self), QPointF(x, y), lines, colour)

    def _tell_the_rest(self) -> None:
        whole = broken(self.text(), self._role, max(self.width(), 1), self._most_lines).whole
        show_tip(self, "" if whole else self.text())


def text_label(
    text: str = "",
    role: str = "body",
    *,
    wraps: bool = False,
    most_lines: int = 0,
    tone: str = "",
    name: str = "",
) -> TextLabel:
    """A text of the program or of a person, shown as it is.

    Args:
        text: what is said; markup in it is text.
        role: body, strong, soft, small, label, heading, large, title, display, accent, fear,
            fear_large, fear_display.
        wraps: whether it may take several lines.
        most_lines: with ``wraps``: 0 for as many as it takes; else the last ends with an ellipsis.
        tone: another colour role instead of the text role's own, e.g. ``"alarm"``.
        name: the object name by which tests find it.
    """
    label = TextLabel(text, role, wraps=wraps, most_lines=most_lines, tone=tone)
    label.setObjectName(name)
    return label


def hairline(*, upright: bool = False) -> QFrame:
    """A line of one pixel between two things."""
    line = QFrame()
    line.setProperty("hairline", True)  # noqa: FBT003  Qt's own signature
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def show_tip(widget: QWidget, text: str) -> None:
    """Show a text on hover; markup in it is text, and long ones wrap."""
    tip = f'<p style="white-space: pre-wrap">{html.escape(text)}</p>' if text else ""
    if tip != widget.toolTip():
        widget.setToolTip(tip)


def escaped_mnemonic(text: str) -> str:
    """The text so that no ``&`` in it becomes a key."""
    return text.replace("&", "&&")
