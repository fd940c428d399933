"""What is painted on the wall beside text: signs, dots, brackets, lines, the strip of answers."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from deskrisk.gui.room.pieces import Paint
from deskrisk.gui.theme import Theme
from deskrisk.gui.widgets.signs import paint_category
from deskrisk.viewmodels.blocks import Dots

MOST_IN_A_STACK = 5


def sign_mark(sign: str, side: float, x: float, y: float) -> Paint:
    """A category's sign; ``x`` and ``y`` are its top left corner, ``side`` its size in units."""

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        paint_category(painter, QRectF(at.x() + x, at.y() + y, side, side), sign, wall.name)

    return paint


def bullet(radius: float, x: float, y: float, tone: str = "ink_soft") -> Paint:
    """A small full dot around a point."""

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wall.colour(tone))
        painter.drawEllipse(at + QPointF(x, y), radius, radius)

    return paint


def meter_dots(done: int, count: int, radius: float, x: float, y: float) -> Paint:
    """As many dots as people, filled from the left; the first one's centre is at ``x``, ``y``."""

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        for place in range(count):
            centre = at + QPointF(x + place * radius * 3.2, y)
            if place < done:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(wall.colour("accent"))
                painter.drawEllipse(centre, radius, radius)
            else:
                painter.setPen(QPen(wall.colour("edge"), radius / 6))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(centre, radius - radius / 12, radius - radius / 12)

    return paint


def bracket(part: str, height: float, x: float) -> Paint:
    """A part of the bracket beside neighbours that the numbers cannot tell apart."""

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        painter.setPen(QPen(wall.colour("edge"), 3))
        top = at.y() + (height * 0.2 if part == "first" else -4)
        bottom = at.y() + (height * 0.8 if part == "last" else height + 4)
        left = at.x() + x
        painter.drawLine(QPointF(left, top), QPointF(left, bottom))
        if part == "first":
            painter.drawLine(QPointF(left, top), QPointF(left + 12, top))
        if part == "last":
            painter.drawLine(QPointF(left, bottom), QPointF(left + 12, bottom))

    return paint


def rule(width: float, y: float, tone: str = "accent", thick: float = 4) -> Paint:
    """A line across."""

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        painter.fillRect(QRectF(at.x(), at.y() + y, width, thick), wall.colour(tone))

    return paint


def dot_strip(dots: Dots, width: float, height: float) -> Paint:
    """The axis, everybody's answer as a dot, the middle one as a line; no names, no groups."""

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        painter.translate(at)
        painter.setPen(QPen(wall.colour("line"), 2))
        for tick, _words in dots.ticks:
            x = axis_place(dots, tick, width)
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        rows = 2 if dots.before else 1
        middles = [height * (1 + 2 * row) / (2 * rows) for row in range(rows)]
        for middle in middles:
            painter.drawLine(QPointF(0, middle), QPointF(width, middle))
        x = axis_place(dots, dots.median, width)
        painter.fillRect(QRectF(x - 3, 0, 6, height), wall.colour("accent"))
        room = height / rows
        if dots.before:
            painter.setPen(QPen(wall.colour("ink_soft"), 4))
            painter.setBrush(wall.colour("paper"))
            _draw_dots(painter, dots, dots.before, QRectF(0, 0, width, room))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wall.colour("ink"))
        _draw_dots(painter, dots, dots.dots, QRectF(0, middles[-1] - room / 2, width, room))

    return paint


def axis_place(dots: Dots, points: float, width: float) -> float:
    """Where a value stands on the axis, in units from its left end."""
    low, high = math.log(dots.low), math.log(dots.high)
    return width * (math.log(max(points, dots.low)) - low) / (high - low)


def stacks(places: Sequence[float], near: float) -> list[list[float]]:
    """Places in ascending order, those that would overlap together."""
    found: list[list[float]] = []
    for place in places:
        if found and place - found[-1][0] < near:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _draw_dots(painter: QPainter, dots: Dots, values: Sequence[float], into: QRectF) -> None:
    radius = min(27.0, into.height() / 2 / (MOST_IN_A_STACK + 0.8))
    places = [axis_place(dots, value, into.width()) for value in values]
    piles = stacks(places, 2 * radius)
    tallest = max(map(len, piles), default=1)
    if tallest > MOST_IN_A_STACK:
        radius *= MOST_IN_A_STACK / tallest
    middle = into.center().y()
    for pile in piles:
        for number, x in enumerate(pile):
            y = middle + (number - (len(pile) - 1) / 2) * radius * 2.25
            painter.drawEllipse(QPointF(x, y), radius - 1, radius - 1)
