"""Promises and later looks on their days."""

from datetime import date

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.heights import TIMELINE_HEAD, TITLES
from deskrisk.charts.look import Look
from deskrisk.charts.rows import rows_that_fit, say_more
from deskrisk.charts.sheet import Sheet
from deskrisk.i18n import _
from deskrisk.viewmodels.promise_dates import PromiseDate, PromiseDatesView, Standing

_HIGHEST_ROW = 3.2
_WORDS = 0.26
_TWO_LINES = 2.5


class _Days:
    """Days on a line of a width."""

    def __init__(self, view: PromiseDatesView, left: float, right: float) -> None:
        self._first, self._days = view.start, max((view.end - view.start).days, 1)
        self.left, self.right = left, right

    def at(self, when: date) -> float:
        share = (when - self._first).days / self._days
        return self.left + share * (self.right - self.left)


def draw_timeline(ax: Axes, view: PromiseDatesView, look: Look) -> None:
    """A row for each promise with a sign on its day; the later looks are upright lines.

    A ring is open, a ring with a line to today is late, half a dot is done, a full dot is proven,
    a cross is dropped; the word says it too.

    Args:
        ax: axes that fill the picture.
        view: the promises, the first due on top.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    size, small = look.text_size, look.small_size
    head, foot = small * TIMELINE_HEAD, small * 1.8
    if not view.rows:
        sheet.words(0, sheet.height / 2, view.line, colour=look.ink_soft, most=sheet.width)
        return
    rows, high = rows_that_fit(view.rows, sheet, head + foot, highest=_HIGHEST_ROW)
    words = min(max(text_width(row.word, size) for row in view.rows), sheet.width * _WORDS)
    left = sheet.width * TITLES
    days = _Days(view, left + size, sheet.width - words - size * 1.2)
    bottom = head + high * len(rows)
    for month, _name in view.months:
        sheet.line(days.at(month), head, days.at(month), bottom, above=0)
    _draw_looks(sheet, days, view, head, bottom)
    for place, row in enumerate(rows):
        _draw_row(sheet, days, row, view, (head + (place + 0.5) * high, high))
    _name_months(sheet, days, view, bottom + foot / 2)
    say_more(sheet, len(view.rows) - len(rows), bottom + foot / 2)


def _draw_looks(
    sheet: Sheet, days: _Days, view: PromiseDatesView, head: float, bottom: float
) -> None:
    """Upright lines with their days above; a label that would touch the one before is left out."""
    look, size = sheet.look, sheet.look.small_size
    y, taken = size * 0.8, days.left - size
    sheet.words(0, y, _("we look again"), size=size, colour=look.ink_soft)
    for each in view.looks:
        x = days.at(each.when)
        width = look.stroke if each.held else look.hair * 1.5
        sheet.line(
            x, y + size * 0.8, x, bottom, colour=look.edge, width=width, dashed=not each.held
        )
        half = text_width(each.name, size) / 2
        middle = min(x, sheet.width - half)
        if middle - half > taken + size * 0.5:
            said = sheet.words(middle, y, each.name, size=size, colour=look.ink_soft, side="center")
            taken = said.right
    if view.today is not None:
        x = days.at(view.today)
        sheet.line(x, head - size * 0.9, x, bottom, colour=look.accent, width=look.stroke, above=2)
        half = text_width(_("today"), size) / 2
        middle = min(max(x, half), sheet.width - half)
        at = head - size * 1.3
        sheet.words(middle, at, _("today"), size=size, colour=look.accent, side="center")


def _draw_row(
    sheet: Sheet,
    days: _Days,
    row: PromiseDate,
    view: PromiseDatesView,
    place: tuple[float, float],
) -> None:
    y, high = place
    look, size = sheet.look, sheet.look.text_size
    sheet.line(days.left, y, days.right, y, above=0)
    lines = 2 if high >= size * _TWO_LINES else 1
    room = days.left - size * 1.4
    named = _named(row)
    fits = lines > 1 or text_width(named, size) <= room
    sheet.lines(0, y, named if fits else row.title, room, most=lines)
    room = sheet.width - days.right - size * 1.2
    sheet.words(days.right + size * 1.2, y, row.word, most=room + 1, group="word")
    if row.due is not None:
        if row.standing is Standing.LATE and view.today is not None:
            to = days.at(view.today)
            sheet.line(days.at(row.due), y, to, y, colour=look.ink, width=look.stroke * 1.6)
        _draw_sign(sheet, days.at(row.due), y, row.standing)


def _named(row: PromiseDate) -> str:
    return (
        _("{title}, {owner}").format(title=row.title, owner=row.owner) if row.owner else row.title
    )


def _draw_sign(sheet: Sheet, x: float, y: float, standing: Standing) -> None:
    look = sheet.look
    radius = look.dot_radius * 1.5
    if standing is Standing.DROPPED:
        reach = radius * 0.8
        for rise in (-1, 1):
            sheet.line(
                x - reach,
                y - rise * reach,
                x + reach,
                y + rise * reach,
                colour=look.ink,
                width=look.stroke,
                above=4,
            )
        return
    if standing is Standing.PROVEN:
        sheet.dot(x, y, radius)
        return
    sheet.ring(x, y, radius)
    if standing is Standing.DONE:
        sheet.half_dot(x, y, radius * 0.75, to_right=False)


def _name_months(sheet: Sheet, days: _Days, view: PromiseDatesView, y: float) -> None:
    """The names of months to the right of their lines; one that has no room is left out."""
    size, taken = sheet.look.small_size, 0.0
    for month, name in view.months:
        x = days.at(month)
        if x > taken and x + text_width(name, size) <= sheet.width:
            said = sheet.words(x, y, name, size=size, colour=sheet.look.ink_soft)
            taken = said.right + size * 0.5
