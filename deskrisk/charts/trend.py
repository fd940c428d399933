"""A series of workshops: expected loss from one to the next, and promises kept."""

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.look import Look
from deskrisk.charts.sheet import Box, Sheet
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import points
from deskrisk.viewmodels.trend import TrendView

_LOSS_SHARE = 0.62
_BAR = 2.2


def draw_trend(ax: Axes, view: TrendView, look: Look) -> None:
    """Above, points today as dots, promised as rings, joined; below, promises kept of those made.

    Args:
        ax: axes that fill the picture.
        view: the workshops, the earliest left.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    if not view.rows:
        sheet.words(0, sheet.height / 2, view.line, colour=look.ink_soft, most=sheet.width)
        return
    size = look.small_size
    names = size * 1.9
    split = (sheet.height - names) * _LOSS_SHARE
    left = text_width("100", look.small_size) + size
    loss = Box(left, size * 2, sheet.width, split - size)
    kept = Box(left, split + size * 2, sheet.width, sheet.height - names)
    places = _places(view, left, sheet.width)
    _draw_loss(sheet, view, loss, places)
    _draw_kept(sheet, view, kept, places)
    _name_days(sheet, view, places, sheet.height - names / 2)


def _places(view: TrendView, left: float, right: float) -> list[float]:
    step = (right - left) / len(view.rows)
    return [left + (place + 0.5) * step for place in range(len(view.rows))]


def _draw_loss(sheet: Sheet, view: TrendView, box: Box, places: list[float]) -> None:
    look, size = sheet.look, sheet.look.small_size
    sheet.words(0, size * 0.7, _("expected loss, in points"), size=size, colour=look.ink_soft)
    _draw_key(sheet, size * 0.7)
    top = max(max(row.today, row.promised, row.proven) for row in view.rows) or 1.0
    for share in (0.0, 0.5, 1.0):
        y = box.bottom - share * (box.bottom - box.top)
        sheet.line(box.left, y, box.right, y, above=0)
        name = "0" if not share else points(top * share)
        at = box.left - size * 0.5
        sheet.words(at, y, name, size=size, colour=look.ink_soft, side="right")
    rise = (box.bottom - box.top) / top
    radius = look.dot_radius * 1.3
    for place, (x, row) in enumerate(zip(places, view.rows, strict=True)):
        y = box.bottom - row.today * rise
        goal = box.bottom - row.promised * rise
        sheet.line(x, y, x, goal, colour=look.edge, width=look.stroke, above=2)
        if place:
            before = view.rows[place - 1]
            sheet.line(
                places[place - 1],
                box.bottom - before.today * rise,
                x,
                y,
                colour=look.ink,
                width=look.stroke,
                above=2,
            )
        sheet.ring(x, goal, radius)
        if row.proven != row.today:
            sheet.tick(x, box.bottom - row.proven * rise, radius * 2.2, colour=look.accent)
        sheet.dot(x, y, radius)


def _draw_kept(sheet: Sheet, view: TrendView, box: Box, places: list[float]) -> None:
    """An open bar for promises made, full as far as they are kept, with the numbers."""
    look, size = sheet.look, sheet.look.small_size
    sheet.words(0, box.top - size * 1.3, _("promises kept"), size=size, colour=look.ink_soft)
    most = max(row.promises for row in view.rows) or 1
    step = places[1] - places[0] if len(places) > 1 else sheet.width
    wide = min(step * 0.6, size * _BAR)
    high = box.bottom - box.top - size * 1.3
    said = [_("{kept} of {count}").format(kept=row.kept, count=row.promises) for row in view.rows]
    taken = 0.0
    sheet.line(box.left, box.bottom, box.right, box.bottom, colour=look.edge)
    for place, (x, row) in enumerate(zip(places, view.rows, strict=True)):
        tall = high * row.promises / most
        full = high * row.kept / most
        if row.promises:
            sheet.bar(
                x - wide / 2,
                box.bottom - tall,
                wide,
                tall,
                fill=look.paper,
                edge=look.ink_soft,
            )
            sheet.bar(x - wide / 2, box.bottom - full, wide, full)
        half = text_width(said[place], size) / 2
        middle = min(x, sheet.width - half)
        if middle - half > taken:
            y = box.bottom - tall - size * 0.8
            text = sheet.words(middle, y, said[place], size=size, side="center", group="kept")
            taken = text.right + size * 0.5


def _name_days(sheet: Sheet, view: TrendView, places: list[float], y: float) -> None:
    size, taken = sheet.look.small_size, -1.0
    for x, row in zip(places, view.rows, strict=True):
        half = text_width(row.day, size) / 2
        middle = min(max(x, half), sheet.width - half)
        if middle - half > taken:
            box = sheet.words(middle, y, row.day, size=size, side="center", group="day")
            taken = box.right + size * 0.8


def _draw_key(sheet: Sheet, y: float) -> None:
    """What the shapes mean, at the right, where there is room."""
    look, size = sheet.look, sheet.look.small_size
    radius = look.dot_radius * 1.2
    named = [_("today"), _("when all is kept"), _("proven so far")]
    wide = sum(text_width(each, size) + radius * 2 + size * 1.9 for each in named)
    x = sheet.width - wide + size * 1.4
    if x < text_width(_("expected loss, in points"), size) + size:
        return
    for place, each in enumerate(named):
        if place == 0:
            sheet.dot(x + radius, y, radius)
        elif place == 1:
            sheet.ring(x + radius, y, radius)
        else:
            sheet.tick(x + radius, y, radius * 2.2, colour=look.accent)
        box = sheet.words(x + radius * 2 + size * 0.5, y, each, size=size, colour=look.ink_soft)
        x = box.right + size * 1.4
