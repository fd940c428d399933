"""Where groups read a risk differently: the middle answer of each group on one line."""

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.heights import GAPS_FOOT, TITLES
from deskrisk.charts.look import Look
from deskrisk.charts.rows import rows_that_fit, say_more
from deskrisk.charts.sheet import Sheet
from deskrisk.charts.strip import LogScale, draw_grid, draw_ticks
from deskrisk.i18n import _
from deskrisk.viewmodels.readings import Middles, ReadingRow, ReadingsView

_HIGHEST_ROW, _TWO_LINES = 3.2, 2.5
_WORDS = 0.31
_LOWEST, _HIGHEST, _AIR = 0.3, 100.0, 1.3
_TICKS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
_BELOW = 0.52
"""The first round stands this much lower, in sizes of the text."""


def draw_gaps(ax: Axes, view: ReadingsView, look: Look) -> None:
    """A mark for each group on a log axis, joined by a line; small and soft below, the first round.

    Groups are told apart by the shape and fill of their marks, which the key below names.

    Args:
        ax: axes that fill the picture.
        view: the risks, widest apart on top; hidden groups are not in it.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    size, small = look.text_size, look.small_size
    if not view.rows:
        sheet.lines(0, sheet.height / 2, view.line, sheet.width, most=3, colour=look.ink_soft)
        return
    foot = small * GAPS_FOOT
    rows, high = rows_that_fit(view.rows, sheet, foot, highest=_HIGHEST_ROW, lowest=1.8)
    titles = max(text_width(row.title, size, bold=True) for row in view.rows) + size * 2.4
    words = max(text_width(row.word, size) for row in view.rows)
    left = min(titles, sheet.width * TITLES)
    right = sheet.width - min(words, sheet.width * _WORDS) - size * 1.2
    scale = LogScale(_lowest(view), _HIGHEST * _AIR, left + size * 0.5, right)
    ticks = [tick for tick in _TICKS if tick >= scale.low]
    bottom = high * len(rows)
    draw_grid(sheet, scale, ticks, 0, bottom)
    for place, row in enumerate(rows):
        _draw_row(sheet, scale, row, (place + 0.5) * high, high)
    draw_ticks(sheet, scale, ticks, bottom + small * 0.9)
    say_more(sheet, len(view.rows) - len(rows), bottom + small * 0.9)
    _draw_key(sheet, view, bottom + small * 2.5)


def _lowest(view: ReadingsView) -> float:
    values = [each for row in view.rows for each in (*row.now, *row.before) if each is not None]
    return min([_LOWEST, *(value / _AIR for value in values)])


def _draw_row(sheet: Sheet, scale: LogScale, row: ReadingRow, y: float, high: float) -> None:
    look, size = sheet.look, sheet.look.text_size
    colour = look.ink_soft if row.closed else look.ink
    sheet.sign(size * 0.5, y, size * 0.72, row.sign)
    most = 2 if high >= size * _TWO_LINES else 1
    room = scale.left - size * 2.4
    sheet.lines(size * 1.5, y, row.title, room, most=most, bold=not row.closed, colour=colour)
    words = sheet.width - scale.right - size * 0.8
    sheet.lines(scale.right + size * 0.8, y, row.word, words + 1, most=most, colour=colour)
    lift = size * _BELOW / 2 if any(row.before) else 0.0
    if lift:
        _draw_marks(sheet, scale, row.before, y + lift * 1.6, small=True)
    _draw_marks(sheet, scale, row.now, y - lift, small=False)


def _draw_marks(sheet: Sheet, scale: LogScale, middles: Middles, y: float, *, small: bool) -> None:
    """The marks of the groups with the line that joins them; of one answer above each other."""
    look = sheet.look
    places = [None if value is None else scale.at(value) for value in middles]
    shown = [x for x in places if x is not None]
    if not shown:
        return
    colour = look.edge if small else look.ink
    width = look.hair if small else look.stroke
    sheet.line(min(shown), y, max(shown), y, colour=colour, width=width, above=2)
    radius = look.dot_radius * (0.62 if small else 1.45)
    for group, x in enumerate(places):
        if x is not None:
            same = [other for other in places[:group] if other is not None and abs(other - x) < 1]
            draw_group_mark(sheet, x, y - len(same) * radius * 0.9, radius, group, colour=colour)


def draw_group_mark(
    sheet: Sheet, x: float, y: float, radius: float, group: int, *, colour: str
) -> None:
    """The mark of a group by its place: full dot, ring, square, open square, diamond."""
    shape = group % 5
    if shape == 0:
        sheet.dot(x, y, radius, fill=colour)
    elif shape == 1:
        sheet.ring(x, y, radius, colour=colour)
    elif shape in (2, 3):
        side = radius * 1.7
        fill = colour if shape == 2 else sheet.look.paper
        sheet.bar(x - side / 2, y - side / 2, side, side, fill=fill, edge=colour, above=4)
    else:
        sheet.diamond(x, y, radius * 1.25, colour=colour)


def _draw_key(sheet: Sheet, view: ReadingsView, y: float) -> None:
    """The marks with the names of their groups, as many as have room in one line."""
    look, size = sheet.look, sheet.look.small_size
    radius = look.dot_radius * 1.3
    free = sheet.width / len(view.groups)
    x = 0.0
    for place, name in enumerate(view.groups):
        draw_group_mark(sheet, x + radius, y, radius, place, colour=look.ink)
        at = x + radius * 2 + size * 0.5
        box = sheet.words(at, y, name, size=size, colour=look.ink_soft, most=free - size * 3)
        x = box.right + size * 1.4
    said = _("small, below: the first round")
    if any(row.before for row in view.rows) and x + text_width(said, size) <= sheet.width:
        sheet.words(sheet.width, y, said, size=size, colour=look.ink_soft, side="right")
