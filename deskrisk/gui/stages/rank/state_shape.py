"""The shapes of the states: told apart without colour, beside the word that says them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from deskrisk.domain.spread import State
from deskrisk.viewmodels.difference import LONE_ALARM

WIDTH = 28.0
"""What a shape takes, in pixels."""

_RADIUS = 2.6


def paint_state(painter: QPainter, at: QPointF, shape: str, colour: QColor) -> None:
    """Paint the shape of a state.

    Args:
        painter: of the list.
        at: the middle of its left edge.
        shape: a value of ``State`` or ``LONE_ALARM``.
        colour: what it is painted in.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = at + QPointF(WIDTH / 2, 0)
    if shape == State.TOGETHER.value:
        painter.drawEllipse(middle, 4.5, 4.5)
    elif shape == State.SPREAD.value:
        for by in (-10, 0, 10):
            painter.drawEllipse(middle + QPointF(by, 0), _RADIUS, _RADIUS)
    elif shape == State.SPLIT.value:
        _paint_halves(painter, middle)
    elif shape == LONE_ALARM:
        for right, down in ((-10, -3), (-4, -3), (-10, 3), (-4, 3), (11, 0)):
            painter.drawEllipse(middle + QPointF(right, down), _RADIUS, _RADIUS)
    else:
        painter.fillRect(QRectF(middle.x() - 5, middle.y() - 1, 10, 2), colour)


def paint_gap(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """Paint the mark of a hedge gap, two bars of unequal length; ``at`` as above."""
    painter.fillRect(QRectF(at.x(), at.y() - 5, 26, 4), colour)
    painter.fillRect(QRectF(at.x(), at.y() + 1, 11, 4), colour)


def _paint_halves(painter: QPainter, middle: QPointF) -> None:
    """Two half dots that face each other from afar."""
    sixteenths = 16
    left = QRectF(middle.x() - 14, middle.y() - 4.5, 9, 9)
    right = QRectF(middle.x() + 5, middle.y() - 4.5, 9, 9)
    painter.drawPie(left, -90 * sixteenths, 180 * sixteenths)
    painter.drawPie(right, 90 * sixteenths, 180 * sixteenths)
