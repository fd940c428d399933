"""The answers for one risk as large dots, and above them those of the first round."""

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.look import Look
from deskrisk.charts.sheet import Box, Sheet
from deskrisk.charts.states import WIDE, draw_state
from deskrisk.charts.strip import Answers, LogScale, draw_answers
from deskrisk.i18n import _
from deskrisk.viewmodels.movement import MovementView, RoundRow

_HEAD, _FOOT = 1.9, 1.9
_LARGER, _SMALLEST = 1.9, 0.5
_FLAT = 4.4
"""Below this height of a strip, in sizes of the small text, its middle is said beside it."""


def draw_movement(ax: Axes, view: MovementView, look: Look) -> None:
    """One strip for each round, full dots for now and open ones for the first round.

    The middle answer of each round is a line with words; an arrow leads from the first to now.

    Args:
        ax: axes that fill the picture.
        view: the rounds of one risk.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    if not view.rows:
        said = _("Too few answers to show.")
        sheet.words(0.0, sheet.height / 2, said, colour=look.ink_soft, most=sheet.width)
        return
    size = look.small_size
    foot = sheet.height - size * _FOOT
    flat = foot / len(view.rows) < size * _FLAT
    names = [_beside(row, flat=flat) for row in view.rows]
    widest = max(text_width(name, size) for name in names)
    scale = LogScale(view.low, view.high, widest + size if widest else 0.0, sheet.width)
    for tick, _name in view.ticks:
        sheet.line(scale.at(tick), 0.0, scale.at(tick), foot, above=0)
    high = foot / len(view.rows)
    for place, row in enumerate(view.rows):
        _draw_round(sheet, scale, row, (place * high, high), flat=flat)
        y = (place + 0.5) * high if flat else (place + 0.5) * high + size * _HEAD / 2
        sheet.words(0.0, y, names[place], size=size, colour=look.ink_soft)
    if len(view.rows) > 1:
        _draw_arrow(sheet, scale, view.rows[0], view.rows[-1], high)
    _name_ticks(sheet, scale, view, foot + size * _FOOT / 2)


def _beside(row: RoundRow, *, flat: bool) -> str:
    """What stands at the left: in a flat strip all is said there, not above its line."""
    if not flat:
        return row.name
    said = _("{middle}; {word}").format(middle=row.median_words, word=row.word)
    return _("{name}: {said}").format(name=row.name, said=said) if row.name else said


def _draw_round(
    sheet: Sheet, scale: LogScale, row: RoundRow, place: tuple[float, float], *, flat: bool
) -> None:
    top, high = place
    size = sheet.look.small_size
    head = 0.0 if flat else size * _HEAD
    room = high - head
    y = top + head + room / 2
    sheet.line(scale.left, y, scale.right, y, above=0)
    answers = Answers(dots=row.dots, q1=row.q1, median=row.median, q3=row.q3, hollow=row.first)
    draw_answers(sheet, scale, answers, y, room, radius=_radius(sheet, scale, row, room))
    if not flat:
        _say_middle(sheet, scale, row, top, y - room * 0.45)


def _radius(sheet: Sheet, scale: LogScale, row: RoundRow, room: float) -> float:
    """Large dots, and smaller ones where the highest stack would leave its strip."""
    usual = sheet.look.dot_radius * _LARGER
    places = [scale.at(dot) for dot in row.dots]
    tallest = max(sum(abs(other - x) <= usual for other in places) for x in places)
    return max(min(usual, room * 0.45 / tallest), sheet.look.dot_radius * _SMALLEST)


def _say_middle(sheet: Sheet, scale: LogScale, row: RoundRow, top: float, bottom: float) -> None:
    """The line of the middle answer goes up to its words; the state stands at the right."""
    size, look = sheet.look.small_size, sheet.look
    head = size * _HEAD
    y = top + head * 0.5
    end = sheet.width - text_width(row.word, size)
    sheet.words(sheet.width, y, row.word, size=size, side="right", group="state")
    end -= look.text_size * WIDE + size * 0.5
    draw_state(sheet, end, y, row.state, lone_alarm=row.lone_alarm)
    colour = look.ink_soft if row.first else look.accent
    wide = text_width(row.median_words, size)
    x = scale.at(row.median) + size * 0.5
    if x + wide > end - size * 0.5:
        x = max(min(scale.at(row.median), end) - size * 0.5 - wide, 0.0)
    sheet.words(x, y, row.median_words, size=size, colour=colour, group="median")
    at = scale.at(row.median)
    sheet.line(at, top + head * 0.1, at, bottom, colour=colour, width=look.stroke * 1.8, above=2)


def _draw_arrow(
    sheet: Sheet, scale: LogScale, first: RoundRow, last: RoundRow, high: float
) -> None:
    """From the middle answer of the first round to that of now, where it moved visibly."""
    size = sheet.look.small_size
    start, end = scale.at(first.median), scale.at(last.median)
    if abs(end - start) < size:
        return
    side = 1 if end > start else -1
    sheet.line(start, high, end, high, colour=sheet.look.accent, width=sheet.look.stroke)
    for rise in (-0.3, 0.3):
        sheet.line(
            end - side * size * 0.5,
            high + rise * size,
            end,
            high,
            colour=sheet.look.accent,
            width=sheet.look.stroke,
        )


def _name_ticks(sheet: Sheet, scale: LogScale, view: MovementView, y: float) -> None:
    """The numbers under their lines; from the right, and one that would touch is left out."""
    size, taken = sheet.look.small_size, Box(sheet.width, 0, sheet.width, 0)
    for tick, name in reversed(view.ticks):
        wide = text_width(name, size)
        middle = min(scale.at(tick), sheet.width - wide / 2)
        if middle + wide / 2 > taken.left - size * 0.6 and taken.left < sheet.width:
            continue
        taken = sheet.words(middle, y, name, size=size, colour=sheet.look.ink_soft, side="center")
