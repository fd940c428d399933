"""Blank cards for the response to a risk, two on a sheet, to be filled in by small groups."""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.reports.fonts import BOLD, DISPLAY, REGULAR
from deskrisk.reports.sheet_canvas import drawing_setter, sheet_canvas
from deskrisk.reports.styles import PAGE, PAINTS
from deskrisk.reports.text import Setter, shortened
from deskrisk.viewmodels.printed_aids import CARDS_A_SHEET, CardField, CardView, card_view

_EDGE = 42.0
_HEAD = 50.0
_LABEL = 12.0
_WRITING = 25.0
_GAP = 18.0
_BOX = 9.0


def cards_bytes(workshop: Workshop, *, created: datetime) -> bytes:
    """The sheets as the bytes of a PDF; the same workshop and moment give the same bytes.

    Args:
        workshop: gives the title, the day, and how many cards there are.
        created: the moment it is dated with.
    """
    setter = drawing_setter()
    view = card_view(workshop)
    target = io.BytesIO()
    canvas = sheet_canvas(
        target,
        setter,
        title=view.title,
        subject=view.subject,
        created=created,
        size=(PAGE.width, PAGE.height),
    )
    for _sheet in range(view.cards // CARDS_A_SHEET):
        for place in range(CARDS_A_SHEET):
            _draw_card(canvas, setter, view, PAGE.height * (CARDS_A_SHEET - place) / CARDS_A_SHEET)
        _draw_cut(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_cut(canvas: Any) -> None:
    canvas.setStrokeColor(PAINTS["ink_soft"])
    canvas.setLineWidth(0.5)
    canvas.setDash(2, 3)
    canvas.line(0, PAGE.height / 2, PAGE.width, PAGE.height / 2)
    canvas.setDash()


def _draw_card(canvas: Any, setter: Setter, view: CardView, top: float) -> None:
    """One card, from its upper edge down."""
    canvas.setFillColor(PAINTS["ink"])
    setter.draw(canvas, (_EDGE, top - _HEAD), view.head, DISPLAY, 16)
    room = PAGE.width - 2 * _EDGE - setter.width(view.head, DISPLAY, 16) - 20
    canvas.setFillColor(PAINTS["ink_soft"])
    title = shortened(setter, view.title, room, REGULAR, 7.5)
    setter.draw(canvas, (PAGE.width - _EDGE, top - _HEAD), title, REGULAR, 7.5, end=1)
    y = top - _HEAD - 16
    for row in _rows(view.fields):
        width = (PAGE.width - 2 * _EDGE - _GAP * (len(row) - 1)) / len(row)
        for place, each in enumerate(row):
            _draw_field(canvas, setter, each, (_EDGE + place * (width + _GAP), y), width)
        y -= max(_height(each) for each in row)


def _rows(fields: Sequence[CardField]) -> Iterator[tuple[CardField, ...]]:
    """The fields by row: two half ones beside each other."""
    waiting: tuple[CardField, ...] = ()
    for each in fields:
        waiting = (*waiting, each)
        if not each.half or len(waiting) == 2:
            yield waiting
            waiting = ()
    if waiting:
        yield waiting


def _height(each: CardField) -> float:
    return _LABEL + each.lines * _WRITING


def _draw_field(
    canvas: Any, setter: Setter, each: CardField, at: tuple[float, float], width: float
) -> None:
    """A label, and below it lines to write on or words to tick."""
    x, y = at
    canvas.setFillColor(PAINTS["ink"])
    setter.draw(canvas, (x, y), each.label, BOLD, 8)
    if each.choices:
        _draw_choices(canvas, setter, each.choices, (x, y - 17), width)
        return
    canvas.setStrokeColor(PAINTS["line"])
    canvas.setLineWidth(0.5)
    for line in range(1, each.lines + 1):
        canvas.line(x, y - line * _WRITING, x + width, y - line * _WRITING)


def _draw_choices(
    canvas: Any, setter: Setter, choices: Sequence[str], at: tuple[float, float], width: float
) -> None:
    """Words after boxes, evenly across."""
    x, y = at
    canvas.setStrokeColor(PAINTS["edge"])
    canvas.setLineWidth(0.75)
    step = width / len(choices)
    for place, words in enumerate(choices):
        canvas.rect(x + place * step, y - 1, _BOX, _BOX, stroke=1, fill=0)
        setter.draw(canvas, (x + place * step + _BOX + 5, y), words, REGULAR, 9.5)
