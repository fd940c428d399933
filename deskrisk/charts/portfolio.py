"""All risks together: today, promised and proven, as three bars and as a row for each risk."""

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.heights import PORTFOLIO_FOOT, PORTFOLIO_GAP, TITLES
from deskrisk.charts.look import Look
from deskrisk.charts.rows import rows_that_fit, say_more
from deskrisk.charts.sheet import Sheet
from deskrisk.charts.strip import LogScale, draw_grid, draw_ticks
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import points
from deskrisk.viewmodels.portfolio import PortfolioRow, PortfolioView, Sum

_PATTERNS = {"today": "solid", "promised": "hatched", "proven": "half"}
_HIGHEST_ROW, _TWO_LINES = 3.2, 2.5
_SUM_ROW = 1.8
_BAR = 1.1
_LOW, _HIGH = 0.08, 110.0
_TICKS = (0.1, 1.0, 10.0, 100.0)


def draw_portfolio(ax: Axes, view: PortfolioView, look: Look) -> None:
    """Bars for the three sums; below, each risk's way from today (dot) to its promise (ring).

    A ring with a dot in it is a promise that is proven.

    Args:
        ax: axes that fill the picture.
        view: the sums and the risks, the first in the order on top.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    if view.empty:
        sheet.lines(0, sheet.height / 2, view.empty, sheet.width, colour=look.ink_soft)
        return
    top = _draw_sums(sheet, view.sums)
    foot = look.small_size * PORTFOLIO_FOOT
    rows, high = rows_that_fit(view.rows, sheet, top + foot, highest=_HIGHEST_ROW)
    left, right = _columns(sheet, view)
    scale = LogScale(_LOW, _HIGH, left, right)
    bottom = top + high * len(rows)
    draw_grid(sheet, scale, _TICKS, top, bottom)
    for place, row in enumerate(rows):
        _draw_row(sheet, scale, row, top + (place + 0.5) * high, high)
    _draw_foot(sheet, scale, bottom, len(view.rows) - len(rows))


def _draw_sums(sheet: Sheet, sums: tuple[Sum, ...]) -> float:
    """The three bars from one line, if there are any; the height they take."""
    size = sheet.look.text_size
    if not sums:
        return 0.0
    names = max(text_width(each.name, size) for each in sums) + size
    names = min(names, sheet.width * TITLES)
    words = max(text_width(each.words, size, bold=True) for each in sums) + size
    most = max(*(each.points for each in sums), 1e-9)
    room = max(sheet.width - names - words, size)
    for place, each in enumerate(sums):
        y = (place + 0.5) * size * _SUM_ROW
        sheet.lines(0, y, each.name, names - size * 0.6, most=1)
        long = room * each.points / most
        high = size * _BAR
        sheet.bar(names, y - high / 2, long, high, pattern=_PATTERNS[each.key])
        sheet.words(names + long + size * 0.6, y, each.words, bold=True, group="sum")
    bottom = size * _SUM_ROW * len(sums)
    sheet.line(names, 0, names, bottom, colour=sheet.look.edge, above=3)
    return bottom + size * PORTFOLIO_GAP


def _columns(sheet: Sheet, view: PortfolioView) -> tuple[float, float]:
    """Where the axis begins and ends, between titles and numbers."""
    size = sheet.look.text_size
    titles = max(text_width(row.title, size) for row in view.rows) + size * 2.3
    numbers = max(text_width(_numbers(row), size) for row in view.rows) + size
    return min(titles, sheet.width * TITLES), sheet.width - numbers


def _numbers(row: PortfolioRow) -> str:
    if row.promised == row.today:
        return points(row.today)
    return _("{today} to {promised}").format(today=points(row.today), promised=points(row.promised))


def _is_proven(row: PortfolioRow) -> bool:
    return row.promised != row.today and row.proven == row.promised


def _draw_row(sheet: Sheet, scale: LogScale, row: PortfolioRow, y: float, high: float) -> None:
    look, size = sheet.look, sheet.look.text_size
    radius = look.dot_radius * 1.35
    sheet.sign(size * 0.5, y, size * 0.72, row.sign)
    most = 2 if high >= size * _TWO_LINES else 1
    sheet.lines(size * 1.5, y, row.title, scale.left - size * 2.3, most=most)
    today, promised = scale.at(row.today), scale.at(row.promised)
    if row.promised != row.today:
        sheet.line(promised, y, today, y, colour=look.ink, width=look.stroke, above=3)
        sheet.ring(promised, y, radius * 1.15)
        if _is_proven(row):
            sheet.dot(promised, y, radius * 0.5, edge="none", above=5)
    sheet.dot(today, y, radius * 0.9)
    sheet.words(sheet.width, y, _numbers(row), side="right", group="numbers")


def _draw_foot(sheet: Sheet, scale: LogScale, bottom: float, more: int) -> None:
    """The numbers of the axis, and what the shapes mean."""
    look, size = sheet.look, sheet.look.small_size
    y = bottom + size * 0.9
    draw_ticks(sheet, scale, _TICKS, y)
    say_more(sheet, more, y)
    key = y + size * 1.6
    radius, x = look.dot_radius * 1.2, 0.0
    for shape, words in (
        ("dot", _("today")),
        ("ring", _("when all is kept")),
        ("both", _("and it is proven")),
    ):
        if shape == "dot":
            sheet.dot(x + radius, key, radius * 0.9)
        else:
            sheet.ring(x + radius, key, radius)
        if shape == "both":
            sheet.dot(x + radius, key, radius * 0.45, edge="none", above=5)
        box = sheet.words(x + radius * 2 + size * 0.5, key, words, size=size, colour=look.ink_soft)
        x = box.right + size * 1.4
    end = _("points of loss")
    if x + text_width(end, size) < sheet.width:
        sheet.words(sheet.width, key, end, size=size, colour=look.ink_soft, side="right")
