"""The two scales in large, to be hung where everybody sees them while they judge."""

import io
import math
from datetime import datetime
from enum import Enum
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.reports.fonts import BOLD, DISPLAY, REGULAR
from deskrisk.reports.sheet_canvas import drawing_setter, sheet_canvas
from deskrisk.reports.styles import PAGE, PAINTS
from deskrisk.reports.text import Setter, shortened
from deskrisk.viewmodels.printed_aids import PosterLine, PosterScale, PosterView, poster_view


class PosterSize(Enum):
    """The paper; the sheet of A4 is drawn larger on it."""

    A4 = 1.0
    A3 = math.sqrt(2)


_EDGE = 42.0
_TOP = 40.0
_SCALE_HEIGHT = 362.0
_LINE = 54.0
_DIGIT = 46.0
_BAR = 7.0
_TRACK = 1.2


def poster_bytes(
    workshop: Workshop, *, created: datetime, size: PosterSize = PosterSize.A3
) -> bytes:
    """The poster as the bytes of a PDF; the same workshop and moment give the same bytes.

    Args:
        workshop: gives the day, and the size of the project if it is known.
        created: the moment it is dated with.
        size: the paper.
    """
    setter = drawing_setter()
    view = poster_view(workshop)
    target = io.BytesIO()
    canvas = sheet_canvas(
        target,
        setter,
        title=view.title,
        subject=view.scales[0].question,
        created=created,
        size=(PAGE.width * size.value, PAGE.height * size.value),
    )
    canvas.scale(size.value, size.value)
    _draw(canvas, setter, view)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Any, setter: Setter, view: PosterView) -> None:
    top = PAGE.height - _TOP
    for scale in view.scales:
        _draw_scale(canvas, setter, scale, top)
        top -= _SCALE_HEIGHT
    canvas.setFillColor(PAINTS["ink"])
    setter.draw(canvas, (_EDGE, _TOP + 14), view.cannot, BOLD, 12)
    canvas.setFillColor(PAINTS["ink_soft"])
    setter.draw(canvas, (PAGE.width - _EDGE, _TOP + 14), view.foot, REGULAR, 9, end=1)
    title = shortened(setter, view.title, PAGE.width - 2 * _EDGE, REGULAR, 7.5)
    setter.draw(canvas, (_EDGE, _TOP - 8), title, REGULAR, 7.5)


def _draw_scale(canvas: Any, setter: Setter, scale: PosterScale, top: float) -> None:
    """A question, and below it its levels between hairlines."""
    canvas.setFillColor(PAINTS["ink"])
    setter.draw(canvas, (_EDGE, top - 26), scale.question, DISPLAY, 24)
    canvas.setFillColor(PAINTS["ink_soft"])
    setter.draw(canvas, (_EDGE, top - 42), scale.bar_note, REGULAR, 8)
    y = top - 52
    canvas.setStrokeColor(PAINTS["ink"])
    canvas.setLineWidth(1)
    canvas.line(_EDGE, y, PAGE.width - _EDGE, y)
    for line in scale.lines:
        _draw_level(canvas, setter, line, y)
        y -= _LINE
        canvas.setStrokeColor(PAINTS["line"])
        canvas.setLineWidth(0.5)
        canvas.line(_EDGE, y, PAGE.width - _EDGE, y)


def _draw_level(canvas: Any, setter: Setter, line: PosterLine, top: float) -> None:
    """The key to press or to circle, the words, the number, and the bar below them."""
    left, right = _EDGE + _DIGIT, PAGE.width - _EDGE
    base = top - 26
    canvas.setFillColor(PAINTS["accent"])
    setter.draw(canvas, (_EDGE, base - 11), str(line.level), DISPLAY, 36)
    canvas.setFillColor(PAINTS["ink"])
    figure_width = setter.width(line.figure, REGULAR, 12)
    words = shortened(setter, line.words, right - left - figure_width - 12, DISPLAY, 19)
    setter.draw(canvas, (left, base), words, DISPLAY, 19)
    canvas.setFillColor(PAINTS["ink_soft"])
    setter.draw(canvas, (right, base), line.figure, REGULAR, 12, end=1)
    low, high = line.bar
    width = right - left
    canvas.setFillColor(PAINTS["sunken"])
    canvas.rect(left, base - 16 + (_BAR - _TRACK) / 2, width, _TRACK, stroke=0, fill=1)
    canvas.setFillColor(PAINTS["accent"])
    canvas.rect(left + low * width, base - 16, (high - low) * width, _BAR, stroke=0, fill=1)
