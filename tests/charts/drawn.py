"""Charts as they were drawn: their words and where they stand, their dots and bars."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.patches import Circle, Rectangle
from matplotlib.transforms import Bbox

from deskrisk.charts.canvas import draw_function, new_figure
from deskrisk.charts.heights import wished_height
from deskrisk.charts.look import look

SIZES = ("print", "light", "wall-dark")
"""A look of each size."""

WIDTHS = {"print": 499.0, "light": 720.0, "dark": 720.0, "wall-light": 1728.0, "wall-dark": 1728.0}


def drawn(
    chart: str, view: Any, name: str = "light", width: float = 0.0, height: float = 0.0
) -> Axes:
    """A chart on axes of a width in points, as high as it wishes."""
    shown = look(name)
    width = width or WIDTHS[name]
    height = height or wished_height(chart, view, width, shown)
    ax = new_figure(width, height).axes[0]
    draw_function(chart)(ax, view, shown)
    return ax


def words(ax: Axes) -> list[str]:
    return [text.get_text() for text in ax.texts if text.get_text()]


def boxes(ax: Axes) -> list[tuple[str, Bbox]]:
    """Every text with the pixels that its letters take."""
    renderer: Any = ax.figure.canvas.get_renderer()  # type: ignore[attr-defined]  # of Agg
    return [(text.get_text(), text.get_window_extent(renderer)) for text in ax.texts]


def dots(ax: Axes, colour: str) -> list[tuple[float, float]]:
    """The middles of the dots of a colour, from left to right."""
    return sorted(
        (float(patch.center[0]), float(patch.center[1]))
        for patch in ax.patches
        if isinstance(patch, Circle) and to_hex(patch.get_facecolor()) == colour.lower()
    )


def bars(ax: Axes, colour: str) -> list[Rectangle]:
    return [
        patch
        for patch in ax.patches
        if isinstance(patch, Rectangle) and to_hex(patch.get_facecolor()) == colour.lower()
    ]


def assert_sound(ax: Axes) -> None:
    """No letter outside the figure, no two texts on each other, no shape outside."""
    figure = ax.get_figure(root=True)
    assert figure is not None
    found = boxes(ax)
    whole = figure.bbox
    for text, box in found:
        assert box.x0 >= -0.5, text
        assert box.y0 >= -0.5, text
        assert box.x1 <= whole.x1 + 0.5, (text, box, whole)
        assert box.y1 <= whole.y1 + 0.5, (text, box, whole)
    for place, (text, box) in enumerate(found):
        for other, taken in found[:place]:
            assert not _meet(box, taken), (text, other)
    for patch in ax.patches:
        box = patch.get_window_extent()
        assert box.x0 >= -1, patch
        assert box.x1 <= whole.x1 + 1, patch


def _meet(one: Bbox, other: Bbox) -> bool:
    """Letters on each other: a hair of overlap of two line boxes is none."""
    return bool(
        one.x0 < other.x1 - 0.5
        and other.x0 < one.x1 - 0.5
        and one.y0 < other.y1 - 1.5
        and other.y0 < one.y1 - 1.5
    )
