"""Where the room is far apart: a dot strip a risk, with its state in word and shape."""

from dataclasses import dataclass

from matplotlib.axes import Axes

from deskrisk.charts.axis import EDGE
from deskrisk.charts.faces import text_width
from deskrisk.charts.heights import TITLES
from deskrisk.charts.look import Look
from deskrisk.charts.rows import rows_that_fit, say_more
from deskrisk.charts.sheet import Sheet
from deskrisk.charts.states import WIDE, draw_hedge_gap, draw_state
from deskrisk.charts.strip import Answers, LogScale, draw_answers, draw_grid, draw_ticks
from deskrisk.domain.spread import State
from deskrisk.i18n import _
from deskrisk.viewmodels.spread import SpreadRow, SpreadView

_FOOT = 1.9
"""The numbers below the axis, in sizes of the small text."""

_HIGHEST_ROW = 3.2
_LEAST_STRIP = 0.34
"""The least of the width for the answers."""

_TWO_LINES = 2.5
_SMALLEST_DOT = 0.55


@dataclass(frozen=True, slots=True)
class _Columns:
    title: float
    title_end: float
    scale: LogScale
    state: float
    radius: float
    word: float
    room: float
    gap: float | None


def draw_spread(ax: Axes, view: SpreadView, look: Look) -> None:
    """Every risk with its title, the dots of its answers on a log axis, and its state.

    Rows that do not fit are counted at the foot, never squeezed until they cannot be read.

    Args:
        ax: axes that fill the picture.
        view: the rows, from top to bottom.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    foot = look.small_size * _FOOT
    rows, high = rows_that_fit(view.rows, sheet, foot, highest=_HIGHEST_ROW)
    columns = _columns(sheet, view, high)
    bottom = high * len(rows)
    draw_grid(sheet, columns.scale, view.ticks, 0.0, bottom)
    for place, row in enumerate(rows):
        _draw_row(sheet, row, (place + 0.5) * high, high, columns)
    draw_ticks(sheet, columns.scale, view.ticks, bottom + foot * 0.5)
    size, soft = look.small_size, look.ink_soft
    y = bottom + foot * 0.5
    sheet.words(columns.state, y, _("points of loss"), size=size, colour=soft)
    if len(rows) < len(view.rows):
        say_more(sheet, len(view.rows) - len(rows), y)
    elif columns.gap is not None:
        draw_hedge_gap(sheet, 0.0, y)
        after = look.text_size * (WIDE + 0.5)
        room = columns.scale.left - after - size
        sheet.words(after, y, _("hedge gap"), size=size, colour=soft, most=room)


def _columns(sheet: Sheet, view: SpreadView, high: float) -> _Columns:
    """Titles left, states right, and most of the width for the answers."""
    size = sheet.look.text_size
    air = size * 0.8
    widest = max((text_width(row.title, size) for row in view.rows), default=0.0)
    title = size * 1.5
    gap = sheet.width - size * WIDE if any(row.hedge_gap for row in view.rows) else None
    right = sheet.width if gap is None else gap - air
    for before in (True, False):
        words = _widest(view, size, before=before)
        state = right - words - size * (WIDE + 0.6)
        title_end = title + min(widest, (sheet.width - title) * TITLES)
        if state - title_end - 2 * air >= sheet.width * _LEAST_STRIP:
            break
    title_end = max(min(title_end, state - 2 * air - sheet.width * _LEAST_STRIP), title + size * 4)
    scale = LogScale(view.low / EDGE, view.high * EDGE, title_end + air, state - air)
    return _Columns(
        title=title,
        title_end=title_end,
        scale=scale,
        state=state,
        radius=_radius(sheet, view, high),
        word=state + size * (WIDE + 0.6),
        room=words + 1,
        gap=gap,
    )


def _radius(sheet: Sheet, view: SpreadView, high: float) -> float:
    """Dots small enough that the highest stack of equal answers stands in its row."""
    usual = sheet.look.dot_radius
    tallest = max((row.dots.count(dot) for row in view.rows for dot in row.dots), default=1)
    return max(min(usual, high * 0.46 / tallest), usual * _SMALLEST_DOT)


def _widest(view: SpreadView, size: float, *, before: bool = True) -> float:
    words = [_state_words(row) if before else row.word for row in view.rows]
    return max((text_width(each, size) for each in words), default=0.0)


def _state_words(row: SpreadRow) -> str:
    if not row.was:
        return row.word
    return _("{word}, was {before}").format(word=row.word, before=row.was)


def _draw_row(sheet: Sheet, row: SpreadRow, y: float, high: float, columns: _Columns) -> None:
    look = sheet.look
    scale = columns.scale
    sheet.line(scale.left, y, scale.right, y, above=0)
    sheet.sign(look.text_size * 0.5, y, look.text_size * 0.72, row.sign)
    room = columns.title_end - columns.title
    most = 2 if high >= look.text_size * _TWO_LINES else 1
    sheet.lines(columns.title, y, row.title, room, most=most)
    if row.state is not State.TOO_FEW:  # a dot or two would tell what somebody has said
        answers = Answers(dots=row.dots, q1=row.q1, median=row.median, q3=row.q3)
        draw_answers(sheet, scale, answers, y, high, radius=columns.radius)
    draw_state(sheet, columns.state, y, row.state, lone_alarm=row.lone_alarm)
    both = _state_words(row)
    word = both if text_width(both, look.text_size) <= columns.room else row.word
    sheet.words(columns.word, y, word, group="state")
    if row.hedge_gap and columns.gap is not None:
        draw_hedge_gap(sheet, columns.gap, y)
