"""The dot strip: every answer for each risk, its middle answer and the middle half of the room."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from deskrisk.charts.axis import EDGE, tick_text
from deskrisk.charts.faces import text_width
from deskrisk.charts.look import Look
from deskrisk.charts.sheet import Sheet
from deskrisk.viewmodels.spread import SpreadView

_BAND_HEIGHT = 0.66
_TICK_HEIGHT = 0.94
_TALLEST_STACK = 0.92
_TICK_WIDTH = 1.8


@dataclass(frozen=True, slots=True)
class LogScale:
    """A logarithmic axis from ``low`` at ``left`` to ``high`` at ``right``."""

    low: float
    high: float
    left: float
    right: float

    def at(self, value: float) -> float:
        """Where a value stands; one beyond an end stands at the end."""
        inside = min(max(value, self.low), self.high)
        share = math.log(inside / self.low) / math.log(self.high / self.low)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What one strip shows, in points; ``dots`` lowest first. ``hollow`` are those of before."""

    dots: Sequence[float]
    q1: float | None
    median: float | None
    q3: float | None
    hollow: bool = False


def draw_strip(ax: Axes, view: SpreadView, look: Look) -> None:
    """Dot strip of every answer on a log axis, with middle answer and middle half, and no words.

    For a table that says the rest beside it. Row after row from the top, all of one height.

    Args:
        ax: axes that fill the picture.
        view: the rows, from top to bottom.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    scale = LogScale(view.low / EDGE, view.high * EDGE, 0.0, sheet.width)
    draw_grid(sheet, scale, view.ticks, 0.0, sheet.height)
    high = sheet.height / max(len(view.rows), 1)
    for place, row in enumerate(view.rows):
        answers = Answers(dots=row.dots, q1=row.q1, median=row.median, q3=row.q3)
        draw_answers(sheet, scale, answers, (place + 0.5) * high, high)


def draw_grid(
    sheet: Sheet, scale: LogScale, ticks: Sequence[float], top: float, bottom: float
) -> None:
    """A hairline for each named number of points."""
    for tick in ticks:
        sheet.line(scale.at(tick), top, scale.at(tick), bottom, above=0)


def draw_ticks(sheet: Sheet, scale: LogScale, ticks: Sequence[float], y: float) -> None:
    """The numbers of the axis around a height; one that would touch its neighbour is left out."""
    taken = math.inf
    for tick in reversed(ticks):  # the whole project, at the right end, is always named
        size = sheet.look.small_size
        x = scale.at(tick)
        text = tick_text(tick)
        if x + text_width(text, size) / 2 > taken - size * 0.35:
            continue
        box = sheet.words(x, y, text, size=size, colour=sheet.look.ink_soft, side="center")
        taken = box.left


def draw_answers(
    sheet: Sheet, scale: LogScale, row: Answers, y: float, high: float, *, radius: float = 0.0
) -> None:
    """The answers for one risk around a height; ``radius`` 0 for the dots of the look."""
    look = sheet.look
    if row.q1 is not None and row.q3 is not None:
        left, right = scale.at(row.q1 / 1.05), scale.at(row.q3 * 1.05)  # one value is still seen
        band = high * _BAND_HEIGHT
        sheet.bar(left, y - band / 2, right - left, band, fill=look.band, above=1)
    if row.median is not None:
        half = high * _TICK_HEIGHT / 2
        x = scale.at(row.median)
        wide = look.stroke * _TICK_WIDTH
        colour = look.ink_soft if row.hollow else look.accent
        sheet.line(x, y - half, x, y + half, colour=colour, width=wide, above=2)
    radius = radius or look.dot_radius
    places = [scale.at(dot) for dot in row.dots]
    step = 2 * radius + look.hair * 0.75
    for x, apart in stacked(places, step, 2 * radius, high * _TALLEST_STACK):
        if row.hollow:
            sheet.ring(x, y + apart, radius)
        else:
            sheet.dot(x, y + apart, radius)


def stacked(
    places: Sequence[float], step: float, near: float, high: float
) -> list[tuple[float, float]]:
    """Each place with its distance above or below the line, near ones stacked around it.

    Args:
        places: where the answers stand, in ascending order.
        step: the distance of two dots of a stack; made smaller for a stack that is too high.
        near: answers this near to the first of a stack would overlap, so they join it.
        high: how high a stack may be.
    """
    stacks: list[list[float]] = []
    for place in places:
        if stacks and place - stacks[-1][0] <= near:
            stacks[-1].append(place)
        else:
            stacks.append([place])
    found: list[tuple[float, float]] = []
    for stack in stacks:
        apart = min(step, high / len(stack))
        top = (len(stack) - 1) / 2
        found += [(place, (index - top) * apart) for index, place in enumerate(stack)]
    return found
