"""A workshop as a card: the same as in the columns, with room for long words."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_sign
from deskrisk.i18n import _
from deskrisk.viewmodels.home import STAGES, HomeRow

CARD_HEIGHT = 132
_ASIDE = 232
"""Width of what stands at the right, in pixels."""

_INSIDE = 20
_GAP = 12


def paint_card(painter: QPainter, rect: QRect, row: HomeRow, *, over: bool, focused: bool) -> None:
    """Paint the card of a workshop."""
    box = QRectF(rect).adjusted(1, 1, -1, -_GAP)
    painter.setPen(QPen(theme().colour("line"), 1))
    painter.setBrush(theme().colour("accent_soft" if focused else "sunken" if over else "surface"))
    painter.drawRoundedRect(box, 10, 10)
    x, y = box.x() + _INSIDE, box.y() + 14
    room = _room(rect.width())
    title = broken(row.title, "heading", room, 1)
    draw_lines(painter, QPointF(x, y), title, theme().colour("ink"))
    below = "  \N{MIDDLE DOT}  ".join(each for each in (row.project, row.held) if each)
    draw_lines(painter, QPointF(x, y + 26), broken(below, "small", room, 1), _soft())
    _paint_first(painter, x, y + 56, room, row)
    _paint_aside(painter, box, row)
    if focused:
        draw_ring(painter, box.adjusted(4, 4, -4, -4), radius=7)


def card_is_whole(row: HomeRow, width: int) -> bool:
    """Does a card of this width show all of its words?"""
    room = _room(width)
    return broken(row.title, "heading", room, 1).whole and broken(row.first, "body", room, 2).whole


def paint_reached(painter: QPainter, x: float, y: float, row: HomeRow) -> None:
    """Paint how far a workshop is: seven marks, and the name of the stage below."""
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(len(STAGES)):
        painter.setBrush(theme().colour("accent" if at < row.reached else "line"))
        painter.drawRoundedRect(QRectF(x + at * 14, y, 10, 6), 1, 1)
    draw_lines(painter, QPointF(x, y + 12), broken(row.reached_word, "small", 100, 1), _soft())


def _paint_first(painter: QPainter, x: float, y: float, room: int, row: HomeRow) -> None:
    if row.sign:
        paint_sign(painter, QRectF(x - 2, y + 2, ICON_SIZE, ICON_SIZE), row.sign)
        x, room = x + ICON_SIZE + 4, room - ICON_SIZE - 4
    words = broken(row.first, "body", room, 2)
    draw_lines(painter, QPointF(x, y), words, theme().colour("ink") if row.has_first else _soft())


def _paint_aside(painter: QPainter, box: QRectF, row: HomeRow) -> None:
    x = box.right() - _ASIDE + _INSIDE
    paint_reached(painter, x, box.y() + 20, row)
    lines = []
    if row.promises:
        lines.append(_("{kept} promises proven").format(kept=row.promises))
    if row.next:
        lines.append(_("next: {day}").format(day=row.next))
    for at, words in enumerate(lines):
        line = broken(words, "small", _ASIDE - 2 * _INSIDE, 1)
        draw_lines(painter, QPointF(x, box.y() + 70 + 20 * at), line, _soft())


def _room(width: int) -> int:
    return width - _ASIDE - 2 * _INSIDE


def _soft() -> QColor:
    return theme().colour("ink_soft")
