"""A strip of dots: every answer for one risk on a logarithmic axis, its middle, its middle half."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from deskrisk.gui.theme import text_font, theme
from deskrisk.gui.widgets.lines import broken
from deskrisk.viewmodels.difference import DifferenceRow
from deskrisk.viewmodels.figures import whole_or_short

_RADIUS = 4.0
_SMALLEST = 2.2
"""A dot is not smaller; in a taller stack they lie over one another."""
_HIGHEST = 130.0
_BELOW = 0.55
"""The axis begins this much below its lowest number, so that a dot there is whole."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where points of expected loss stand: from ``left``, ``width`` pixels, from ``low`` on."""

    left: float
    width: float
    low: float

    def x(self, points: float) -> float:
        """Where a value above 0 stands, in pixels."""
        low, high = math.log(self.low * _BELOW), math.log(_HIGHEST)
        return self.left + self.width * (math.log(points) - low) / (high - low)


def paint_ticks(painter: QPainter, axis: Axis, ticks: Sequence[float], top: float) -> None:
    """Name the numbers of the axis below it."""
    painter.setFont(text_font("small"))
    painter.setPen(theme().colour("ink_soft"))
    for tick in ticks:
        words = whole_or_short(tick)
        wide = broken(words, "small", 200, 1).width
        painter.drawText(QPointF(axis.x(tick) - wide / 2, top + 13), words)


def paint_grid(painter: QPainter, axis: Axis, ticks: Sequence[float], into: QRectF) -> None:
    """A hairline for each number, and one along the middle."""
    painter.setPen(QPen(theme().colour("line"), 1))
    for tick in ticks:
        x = round(axis.x(tick)) + 0.5
        painter.drawLine(QPointF(x, into.top()), QPointF(x, into.bottom()))
    y = round(into.center().y()) + 0.5
    painter.drawLine(QPointF(axis.left, y), QPointF(axis.left + axis.width, y))


def paint_strip(
    painter: QPainter, axis: Axis, row: DifferenceRow, into: QRectF, *, radius: float = _RADIUS
) -> None:
    """Paint the answers for a risk: those of the first round hollow, the last ones full.

    Args:
        painter: of the widget.
        axis: where points stand.
        row: the answers; without any, nothing is painted.
        into: the height that the strip has.
        radius: of a dot, in pixels; smaller where a stack would not fit.
    """
    if row.median is None or row.q1 is None or row.q3 is None:
        return
    half = QRectF(axis.x(row.q1), into.top() + 4, 0, into.height() - 8)
    half.setRight(max(axis.x(row.q3), half.left() + 2))
    band = theme().colour("line")
    band.setAlphaF(0.55)
    painter.fillRect(half, band)
    middle = QRectF(axis.x(row.median) - 1, into.top() + 1, 2.5, into.height() - 2)
    painter.fillRect(middle, theme().colour("accent"))
    if row.before:
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _paint_dots(painter, axis, row.before, into, radius)
    painter.setPen(QPen(theme().colour("paper"), 1))
    painter.setBrush(theme().colour("ink"))
    _paint_dots(painter, axis, row.dots, into, radius)


def stacks(places: Sequence[float], near: float) -> list[list[float]]:
    """Places in ascending order, those that would overlap together."""
    found: list[list[float]] = []
    for place in places:
        if found and place - found[-1][0] < near:
            found[-1].append(place)
        else:
            found.append([place])
    return found


def _paint_dots(
    painter: QPainter, axis: Axis, dots: Sequence[float], into: QRectF, radius: float
) -> None:
    places = [axis.x(dot) for dot in dots]
    piles = stacks(places, 2 * radius)
    tallest = max(map(len, piles), default=1)
    radius = max(min(radius, (into.height() - 3) / 2 / tallest), _SMALLEST)
    step = min(2 * radius + 0.5, (into.height() - 2 * radius - 3) / max(tallest - 1, 1))
    for pile in piles:
        for number, x in enumerate(pile):
            y = into.center().y() + (number - (len(pile) - 1) / 2) * step
            painter.drawEllipse(QPointF(x, y), radius, radius)
