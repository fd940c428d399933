"""The signs of how far apart a room is: a shape for every word."""

from deskrisk.charts.sheet import Sheet
from deskrisk.domain.spread import State

WIDE = 1.9
"""How wide a sign is, in sizes of the text."""


def draw_state(sheet: Sheet, x: float, y: float, state: State, *, lone_alarm: bool) -> None:
    """Draw the sign of a state; ``x`` is its left end, ``y`` its middle.

    Together is one dot, spread three dots apart, split two half dots that face each other, a lone
    alarm one dot far from four. Too few answers have no sign.
    """
    size = sheet.look.text_size
    middle, end = x + size * WIDE / 2, x + size * WIDE
    radius = size * 0.17
    if lone_alarm:
        for column in (0.12, 0.5):
            for row in (-0.2, 0.2):
                sheet.dot(x + size * column, y + size * row, radius * 0.75, edge="none")
        sheet.dot(end - radius, y, radius, edge="none")
    elif state is State.TOGETHER:
        sheet.dot(middle, y, radius * 1.9, edge="none")
    elif state is State.SPREAD:
        for at in (x + radius, middle, end - radius):
            sheet.dot(at, y, radius, edge="none")
    elif state is State.SPLIT:
        sheet.half_dot(x + size * 0.2, y, size * 0.36, to_right=True)
        sheet.half_dot(end - size * 0.2, y, size * 0.36, to_right=False)


def draw_hedge_gap(sheet: Sheet, x: float, y: float) -> None:
    """Draw two bars of unequal length; ``x`` is their left end, ``y`` the middle."""
    size = sheet.look.text_size
    ink = sheet.look.ink_soft
    sheet.bar(x, y - size * 0.32, size * WIDE, size * 0.26, fill=ink)
    sheet.bar(x, y + size * 0.06, size * WIDE * 0.55, size * 0.26, fill=ink)
