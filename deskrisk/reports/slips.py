"""Blank slips to be cut and written on by hand; everybody's look alike."""

import io
from datetime import datetime
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.reports.fonts import REGULAR
from deskrisk.reports.sheet_canvas import drawing_setter, sheet_canvas
from deskrisk.reports.styles import PAGE, PAINTS, style
from deskrisk.reports.text import Setter, shortened
from deskrisk.viewmodels.slips import SlipsView, slips_view

ACROSS, DOWN = 2, 4
SHEET = ACROSS * DOWN
"""Slips on a page."""

_EDGE = 26.0
_INNER = 16.0
_LINE = 24.0
_SMALL = 7.5


def slips_bytes(workshop: Workshop, *, created: datetime) -> bytes:
    """Sheets of slips as the bytes of a PDF, so many of each prompt that everybody gets two.

    Args:
        workshop: gives title, horizon and how many people there are.
        created: what the file says when it was made.
    """
    setter = drawing_setter()
    view = slips_view(workshop)
    target = io.BytesIO()
    canvas = sheet_canvas(
        target,
        setter,
        title=view.title,
        subject=view.subject,
        created=created,
        size=(PAGE.width, PAGE.height),
    )
    for prompt in view.prompts:
        for _sheet in range(-(-view.slips // SHEET)):
            _draw_sheet(canvas, setter, view, prompt)
    canvas.save()
    return target.getvalue()


def _draw_sheet(canvas: Any, setter: Setter, view: SlipsView, prompt: str) -> None:
    canvas.setFillColor(PAINTS["ink_soft"])
    head = shortened(setter, view.head, PAGE.width - 2 * _EDGE, REGULAR, _SMALL)
    setter.draw(canvas, (_EDGE, PAGE.height - 18), head, REGULAR, _SMALL)
    wide, high = _slip_size()
    canvas.setStrokeColor(PAINTS["ink_soft"])
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 3)
    for across in range(ACROSS + 1):
        x = _EDGE + across * wide
        canvas.line(x, _EDGE, x, _EDGE + DOWN * high)
    for down in range(DOWN + 1):
        y = _EDGE + down * high
        canvas.line(_EDGE, y, _EDGE + ACROSS * wide, y)
    canvas.setDash()
    for place in range(SHEET):
        x = _EDGE + place % ACROSS * wide
        _draw_slip(canvas, setter, prompt, (x, _EDGE + place // ACROSS * high))
    canvas.showPage()


def _draw_slip(canvas: Any, setter: Setter, prompt: str, corner: tuple[float, float]) -> None:
    """The prompt, and below it lines to write on."""
    wide, high = _slip_size()
    x, bottom = corner
    words = setter.paragraph(style("note"), prompt)
    _width, taken = words.wrap(wide - 2 * _INNER, high)
    top = bottom + high - _INNER - taken
    words.drawOn(canvas, x + _INNER, top)
    canvas.setStrokeColor(PAINTS["line"])
    canvas.setLineWidth(0.5)
    y = top - _LINE - 4
    while y > bottom + _INNER - 4:
        canvas.line(x + _INNER, y, x + wide - _INNER, y)
        y -= _LINE


def _slip_size() -> tuple[float, float]:
    return (PAGE.width - 2 * _EDGE) / ACROSS, (PAGE.height - 2 * _EDGE) / DOWN
