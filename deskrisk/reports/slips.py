"""Blank slips to be cut and written on by hand; everybody's look alike."""

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.reports import fonts
from deskrisk.reports.files import replace_file
from deskrisk.reports.fonts import REGULAR
from deskrisk.reports.page import Imprint, PageCanvas
from deskrisk.reports.styles import PAGE, PAINTS, print_colours, style
from deskrisk.reports.text import Setter, one_line, shortened
from deskrisk.viewmodels.slips import SlipsView, slips_view

ACROSS, DOWN = 2, 4
SHEET = ACROSS * DOWN
"""Slips on a page."""

_LANGUAGE = "en-GB"
_EDGE = 26.0
_INNER = 16.0
_LINE = 24.0
_SMALL = 7.5


def write_slips(workshop: Workshop, path: Path, *, created: datetime) -> None:
    """Write sheets of slips, so many of each prompt that everybody gets two.

    Args:
        workshop: gives title, horizon and how many people there are.
        path: where the file goes; its folder must be there.
        created: what the file says when it was made.

    Raises:
        OSError: the disk is full, the folder is read-only, and the like; nothing was changed.
    """
    replace_file(path, slips_bytes(workshop, created=created))


def slips_bytes(workshop: Workshop, *, created: datetime) -> bytes:
    """The sheets as the bytes of a PDF; see ``write_slips``."""
    fonts.register()
    view = slips_view(workshop)
    setter = Setter(soft_ink=print_colours()["ink_soft"])
    target = io.BytesIO()
    canvas = PageCanvas(
        target,
        imprint=_imprint(view, created),
        setter=setter,
        pagesize=(PAGE.width, PAGE.height),
        invariant=1,
        lang=_LANGUAGE,
        initialFontName=REGULAR,
        pageCompression=1,
    )
    canvas.setTitle(one_line(view.title))
    canvas.setSubject(view.subject)
    canvas.setCreator("DeskRisk")
    canvas.setProducer("DeskRisk")
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


def _imprint(view: SlipsView, created: datetime) -> Imprint:
    return Imprint(
        title=view.title,
        author="DeskRisk",
        subject=view.subject,
        language=_LANGUAGE,
        created=created,
        foot="",
        running="",
        corner="",
    )
