"""The dot strip: every answer for each risk, its middle answer and the middle half of the room."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from deskrisk.charts.axis import draw_grid, lay_axis, tick_text
from deskrisk.charts.look import Look
from deskrisk.viewmodels.spread import SpreadRow, SpreadView

_BAND_HEIGHT = 0.66
_TICK_HEIGHT = 0.94
_TALLEST_STACK = 0.92


def draw_spread(ax: Axes, view: SpreadView, look: Look, *, axis: bool = False) -> None:
    """Dot strip of every answer on a log axis, with middle answer and middle half.

    A row is as high as one unit of the vertical axis; equal answers are stacked around its line.
    The word for the state stands as text beside the chart or, with ``axis``, at its right end.

    Args:
        ax: axes without a frame of their own, any size.
        view: the rows, from top to bottom.
        look: colours and sizes.
        axis: also name the numbers of points, and say the state of each row.
    """
    lay_axis(ax, view.low, view.high, max(len(view.rows), 1))
    draw_grid(ax, view.ticks, look)
    for place, row in enumerate(view.rows):
        _draw_row(ax, row, place, look)
        if axis:
            _say_state(ax, row, place, look)
    if axis:
        for tick in view.ticks:
            ax.annotate(
                tick_text(tick),
                (tick, len(view.rows) - 0.5),
                xytext=(0, -2),
                textcoords="offset points",
                ha="center",
                va="top",
                fontsize=look.text_size,
                family=list(look.families),
                color=look.ink_soft,
                annotation_clip=False,
            )


def _draw_row(ax: Axes, row: SpreadRow, place: int, look: Look) -> None:
    if row.q1 is not None and row.q3 is not None:
        low, high = row.q1 / 1.05, row.q3 * 1.05  # a band of one value is still seen
        ax.add_patch(
            Rectangle(
                (low, place - _BAND_HEIGHT / 2),
                high - low,
                _BAND_HEIGHT,
                facecolor=look.band,
                edgecolor="none",
                zorder=1,
            )
        )
    if row.median is not None:
        half = _TICK_HEIGHT / 2
        ax.plot(
            [row.median, row.median],
            [place - half, place + half],
            color=look.accent,
            linewidth=1.8,
            solid_capstyle="butt",
            zorder=2,
        )
    for answer, height in stacked(row.dots, _step(ax, look), _near(ax, look)):
        ax.plot(
            [answer],
            [place + height],
            linestyle="none",
            marker="o",
            markersize=2 * look.dot_radius,
            markerfacecolor=look.ink,
            markeredgecolor=look.paper,
            markeredgewidth=0.5,
            zorder=3,
        )


def stacked(dots: Sequence[float], step: float, near: float) -> list[tuple[float, float]]:
    """Each answer with its height above or below the line, near ones stacked around it.

    Args:
        dots: answers in ascending order, in points.
        step: the distance of two dots of a stack; made smaller for a stack higher than the row.
        near: answers within this factor of the first of a stack would overlap, so they join it.
    """
    stacks: list[list[float]] = []
    for dot in dots:
        if stacks and dot <= stacks[-1][0] * near:
            stacks[-1].append(dot)
        else:
            stacks.append([dot])
    found: list[tuple[float, float]] = []
    for stack in stacks:
        apart = min(step, _TALLEST_STACK / len(stack))
        top = (len(stack) - 1) / 2
        found += [(dot, (index - top) * apart) for index, dot in enumerate(stack)]
    return found


def _size_in_points(ax: Axes) -> tuple[float, float]:
    """Width and height of the axes on the page, before anything is drawn."""
    figure = ax.get_figure(root=True)
    box = ax.get_window_extent()
    dpi = 72.0 if figure is None else figure.dpi
    return box.width * 72.0 / dpi, box.height * 72.0 / dpi


def _step(ax: Axes, look: Look) -> float:
    """The height of a dot and a little air, in rows."""
    bottom, top = ax.get_ylim()
    return (2 * look.dot_radius + 0.3) * abs(bottom - top) / _size_in_points(ax)[1]


def _near(ax: Axes, look: Look) -> float:
    """The factor between two answers whose dots just touch."""
    low, high = ax.get_xlim()
    return float((high / low) ** (2 * look.dot_radius / _size_in_points(ax)[0]))


def _say_state(ax: Axes, row: SpreadRow, place: int, look: Look) -> None:
    ax.annotate(
        row.word,
        (1.0, place),
        xycoords=("axes fraction", "data"),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        fontsize=look.text_size,
        family=list(look.families),
        color=look.ink,
        annotation_clip=False,
    )
