"""What is painted on the wall beside text: signs, dots, brackets, lines, charts."""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from deskrisk.gui.room.pieces import Paint
from deskrisk.gui.theme import Theme
from deskrisk.gui.widgets.signs import paint_category
from deskrisk.gui.widgets.studio import Wanted, studio


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


def chart_mark(chart: str, view: Hashable, width: float, height: float) -> Paint:
    """A chart with its top left corner at the piece's; ``width`` and ``height`` are in units.

    It is drawn elsewhere: until it is there its place is empty, and then the wall is painted
    again. Nothing else than this very view is ever shown in its place.
    """

    def paint(painter: QPainter, at: QPointF, wall: Theme) -> None:
        ratio = painter.device().devicePixelRatioF()
        scale = painter.transform().m11() * ratio
        wanted = Wanted(
            chart, view, f"wall-{wall.name}", round(width), round(height), round(scale, 3)
        )
        picture = studio().picture(wanted)
        if picture is not None:
            # Pixel on pixel, so that letters are as sharp as those beside them.
            corner = painter.transform().map(at) * ratio
            painter.resetTransform()
            x, y = round(corner.x()) / ratio, round(corner.y()) / ratio
            size = picture.size() / ratio
            painter.drawImage(QRectF(x, y, size.width(), size.height()), picture)
            return
        studio().ask((chart, wall.name, wanted.scale), wanted)
        other = studio().picture_like(wanted)
        if other is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(at.x(), at.y(), round(width), round(height)), other)

    return paint
