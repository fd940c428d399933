"""Today and target of one risk on one axis: how far the promises should bring it."""

from math import log10

from matplotlib.axes import Axes

from deskrisk.charts.axis import EDGE, tick_text
from deskrisk.charts.look import Look
from deskrisk.charts.sheet import Sheet
from deskrisk.charts.strip import LogScale
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import points

LOW, HIGH = 0.1, 100.0
_NEAR = 0.33
"""Labels closer than this share of the axis part to both sides."""

_LINE, _WAY, _RADIUS, _EDGE_WIDTH = 0.75, 1.8, 3.5, 1.5
_LABEL, _TICK = 8.0, 7.0
_PUSH = 2.5
_LABEL_HEIGHT, _TICK_HEIGHT = 0.16, 0.87
"""Where the middles of labels and numbers stand, as shares of the height."""


def draw_target(ax: Axes, today: float, target: float | None, look: Look) -> None:
    """A solid dot for today, a ring for the target, and the way between.

    Args:
        ax: axes that fill the picture.
        today: expected loss in points.
        target: the same when all promises are proven; None if nobody judged it.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    scale = LogScale(LOW / EDGE, HIGH * EDGE, 0.0, sheet.width)
    middle, half = sheet.height / 2, sheet.height * 0.06
    sheet.line(scale.at(LOW), middle, scale.at(HIGH), middle, colour=look.ink, width=_LINE)
    for tick in (0.1, 1.0, 10.0, 100.0):
        x = scale.at(tick)
        sheet.line(x, middle - half, x, middle + half, colour=look.ink, width=_LINE)
        y = sheet.height * _TICK_HEIGHT
        sheet.words(x, y, tick_text(tick), size=_TICK, colour=look.ink_soft, side="center")
    here = scale.at(_inside(today))
    if target is not None:
        there = scale.at(_inside(target))
        sheet.line(there, middle, here, middle, colour=look.ink, width=_WAY, above=2)
        sheet.dot(there, middle, _RADIUS, fill=look.paper, edge=look.ink, width=_EDGE_WIDTH)
    sheet.dot(here, middle, _RADIUS, edge=look.ink, width=_EDGE_WIDTH)
    _label(sheet, scale, today, target)


def target_text(today: float, target: float | None) -> str:
    """The chart in words."""
    if target is None:
        return _("Today about {today} points; no target.").format(today=points(today))
    return _("Today about {today} points, target about {target}.").format(
        today=points(today), target=points(target)
    )


def _inside(value: float) -> float:
    return min(max(value, LOW), HIGH)


def _label(sheet: Sheet, scale: LogScale, today: float, target: float | None) -> None:
    y = sheet.height * _LABEL_HEIGHT
    said = _("Today {points}").format(points=points(today))
    if target is None:
        sheet.words(scale.at(_inside(today)), y, said, size=_LABEL, bold=True, side="center")
        return
    aim = _("Target {points}").format(points=points(target))
    (low, left), (high, right) = sorted(((_inside(today), said), (_inside(target), aim)))
    near = log10(high / low) / log10(HIGH / LOW) < _NEAR
    sides, push = (("right", "left"), _PUSH) if near else (("center", "center"), 0.0)
    sheet.words(scale.at(low) - push, y, left, size=_LABEL, bold=True, side=sides[0])
    sheet.words(scale.at(high) + push, y, right, size=_LABEL, bold=True, side=sides[1])
