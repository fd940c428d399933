"""The logarithmic axis of expected loss that the charts share."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from deskrisk.charts.faces import load_faces
from deskrisk.charts.look import Look

EDGE = 1.25
"""Room beyond either end of the axis, as a factor, so that no dot is cut."""


def lay_axis(ax: Axes, low: float, high: float, rows: int) -> None:
    """Make the axes logarithmic, with room for the dots at the ends, and without a frame.

    Args:
        ax: the axes, empty.
        low: the lowest points shown, above 0.
        high: the highest points shown.
        rows: how many rows stand below each other; row 0 is the top one.
    """
    load_faces()
    ax.set_xscale("log")
    ax.set_xlim(low / EDGE, high * EDGE)
    ax.set_ylim(rows - 0.5, -0.5)
    ax.set_axis_off()


def draw_grid(ax: Axes, ticks: Sequence[float], look: Look) -> None:
    """Draw a hairline for each named number of points."""
    for tick in ticks:
        ax.axvline(tick, color=look.grid, linewidth=0.4, zorder=0)


def tick_text(tick: float) -> str:
    """A number of the axis, without useless noughts."""
    return f"{tick:g}"
