"""How the wall is painted: slips on surface, fears about us on sunken ground."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from deskrisk.gui.stages.name.dragging import DragPicture
from deskrisk.gui.stages.name.placing import (
    COUNT_WIDTH,
    HEADING_PADDING,
    PADDING,
    SAME_GAP,
    Placed,
    PlacedHeading,
    PlacedSlip,
    Wall,
    heading_lines,
    slip_lines,
)
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import paint_icon
from deskrisk.viewmodels.name import NameView

_RADIUS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class WallState:
    """What is painted; ``seen`` is the part of the wall in sight, ``current`` a place or -1."""

    wall: Wall
    view: NameView | None
    marks: frozenset[str]
    current: int
    seen: QRect
    empty_width: int
    dragged: DragPicture | None = None


def paint_wall(painter: QPainter, state: WallState) -> None:
    """Paint the part of the wall that is in sight."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state.view is not None and not state.wall.placed:
        _paint_empty(painter, state)
        return
    if state.wall.ground is not None and state.view is not None:
        _paint_ground(painter, state.wall.ground, state.view.people_heading)
    for at, placed in enumerate(state.wall.placed):
        if placed.rect.intersects(state.seen):
            _paint(painter, placed, state, current=at == state.current)
    if state.dragged is not None:
        _paint_dragged(painter, state.dragged)


def _paint(painter: QPainter, placed: Placed, state: WallState, *, current: bool) -> None:
    if isinstance(placed, PlacedSlip):
        _paint_slip(painter, placed, marked=placed.slip.id in state.marks)
    else:
        _paint_heading(painter, placed)
    if current:
        draw_ring(painter, QRectF(placed.rect).adjusted(1, 1, -1, -1))


def _paint_empty(painter: QPainter, state: WallState) -> None:
    words = state.view.empty if state.view else ""
    line = broken(words, "soft", max(state.empty_width - 16, 40))
    x = max((state.empty_width - line.width) / 2 - 4, 0)
    top = max(state.seen.height() / 3, 24.0)
    draw_lines(painter, QPointF(x, top), line, theme().colour("ink_soft"))


def _paint_ground(painter: QPainter, ground: QRect, heading: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("sunken"))
    painter.drawRoundedRect(QRectF(ground), 10, 10)
    line = broken(heading, "small", ground.width() - 2 * PADDING)
    at = QPointF(ground.x() + PADDING, ground.y() + 8)
    draw_lines(painter, at, line, theme().colour("ink_soft"))


def _paint_heading(painter: QPainter, placed: PlacedHeading) -> None:
    rect, pile = placed.rect, placed.pile
    name = heading_lines(pile, rect.width())
    colour = theme().colour("ink" if pile.id is not None else "ink_soft")
    draw_lines(painter, QPointF(rect.x(), rect.y() + HEADING_PADDING), name, colour)
    count = broken(pile.count, "small", COUNT_WIDTH, 1)
    at = QPointF(rect.right() + 1 - count.width, rect.y() + HEADING_PADDING + 2)
    draw_lines(painter, at, count, theme().colour("ink_soft"))


def _paint_slip(painter: QPainter, placed: PlacedSlip, *, marked: bool) -> None:
    rect, slip = placed.rect, placed.slip
    ground = "accent_soft" if marked else "sunken" if slip.held_back else "surface"
    painter.setPen(QPen(theme().colour("accent" if marked else "line"), 1))
    painter.setBrush(theme().colour(ground))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    words, same, sign = slip_lines(slip, rect.width())
    at = QPointF(rect.x() + PADDING, rect.y() + PADDING - 2)
    draw_lines(painter, at, words, theme().colour("ink_soft" if slip.held_back else "ink"))
    at.setY(at.y() + words.height)
    for lines in same:
        painter.setPen(QPen(theme().colour("line"), 1))
        y = at.y() + SAME_GAP / 2
        painter.drawLine(QPointF(rect.x() + 1, y), QPointF(rect.right(), y))
        draw_lines(painter, at + QPointF(0, SAME_GAP), lines, theme().colour("ink_soft"))
        at.setY(at.y() + SAME_GAP + lines.height)
    if sign is not None:
        draw_lines(painter, at, sign, theme().colour("ink_soft"))
    if marked:
        box = QRectF(rect.right() - 19, rect.y() + 4, 14, 14)
        paint_icon(painter, box, "check", "accent")


def _paint_dragged(painter: QPainter, dragged: DragPicture) -> None:
    for rect in dragged.targets:
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(-4, 1, 4, -1), _RADIUS, _RADIUS)
    painter.setOpacity(0.92)
    painter.translate(dragged.by)
    if isinstance(dragged.placed, PlacedSlip):
        _paint_slip(painter, dragged.placed, marked=True)
    else:
        _paint_heading(painter, dragged.placed)
    if dragged.count > 1:
        corner = QRectF(dragged.placed.rect.right() - 14, dragged.placed.rect.y() - 8, 24, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        painter.drawRoundedRect(corner, 10, 10)
        number = broken(str(dragged.count), "small", 24, 1)
        at = QPointF(corner.center().x() - number.width / 2, corner.y() + 2)
        draw_lines(painter, at, number, theme().colour("on_accent"))
    painter.translate(-dragged.by)
    painter.setOpacity(1)
