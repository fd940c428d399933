"""Paint the wall at any size, from one layout: where we are, the one thing to see, the time."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from deskrisk.gui.room.layout import Laid, laid_out, margin_of, units_of
from deskrisk.gui.room.pieces import Face, laid_text, text_pieces
from deskrisk.gui.theme import Theme, wall_theme
from deskrisk.i18n import _
from deskrisk.viewmodels.show import ShowView

_HEAD = 92.0
"""The middle of the line at the top, in units."""

_WHERE = Face(28)
_TIME = Face(40)


def pages_of(view: ShowView, width: float, height: float, theme_name: str) -> int:
    """How many pages a scene takes on a wall of a size in pixels, 1 or more."""
    return len(_laid(view, width, height, theme_name).pages)


def paint_wall(painter: QPainter, into: QRectF, view: ShowView, page: int, theme_name: str) -> None:
    """Paint a page of what the room sees.

    Args:
        painter: of a window or a picture.
        into: where, in pixels; all of it is filled.
        view: what the room sees.
        page: from 0; one that is too high is the last.
        theme_name: ``"light"`` or ``"dark"``.
    """
    wall = wall_theme(theme_name)
    painter.save()
    painter.setClipRect(into)
    painter.fillRect(into, wall.colour("sunken" if view.curtain else "paper"))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    wide, high, scale = units_of(into.width(), into.height())
    painter.translate(into.topLeft())
    painter.scale(scale, scale)
    laid = _laid(view, into.width(), into.height(), theme_name)
    shown = min(page, len(laid.pages) - 1)
    for placed in laid.pages[shown]:
        placed.draw(painter, wall)
    _paint_head(painter, view, wide, wall)
    if len(laid.pages) > 1:
        words = _("{page} of {count}").format(page=shown + 1, count=len(laid.pages))
        _draw(painter, words, _WHERE, wall, "ink_soft", wide, high - 44, right=True)
    painter.restore()


def _laid(view: ShowView, width: float, height: float, theme_name: str) -> Laid:
    wide, high, _scale = units_of(width, height)
    return laid_out(view.scene, view.blocks, wide, high, theme_name, view.curtain)


def _paint_head(painter: QPainter, view: ShowView, wide: int, wall: Theme) -> None:
    _draw(painter, view.where, _WHERE, wall, "ink_soft", wide, _HEAD, right=False)
    _draw(painter, view.time, _TIME, wall, view.time_tone, wide, _HEAD, right=True)


def _draw(
    painter: QPainter,
    words: str,
    face: Face,
    wall: Theme,
    tone: str,
    wide: int,
    middle: float,
    *,
    right: bool,
) -> None:
    if not words:
        return
    margin = margin_of(wide)
    piece = text_pieces(laid_text(words, face, wide, wall), face, tone)[0]
    x = wide - margin - piece.rects()[0].width() if right else margin
    piece.draw(painter, QPointF(x, middle - piece.height / 2), wall)
