"""A chart as pixels, for windows and the wall. Paper has a renderer of its own."""

import importlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from deskrisk.charts import CHARTS
from deskrisk.charts.faces import load_faces
from deskrisk.charts.look import Look

POINTS_AN_INCH = 72.0

ONE_AT_A_TIME = threading.Lock()
"""Whoever draws holds it: matplotlib keeps what it knows of faces for all figures together."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture on clear ground: red, green, blue, alpha of each pixel, row by row from the top."""

    width: int
    height: int
    data: bytes


def draw_function(chart: str) -> Callable[..., None]:
    """The function that draws a chart; its module is loaded when it is first asked for."""
    module, name = CHARTS[chart].split(":")
    found: Callable[..., None] = getattr(importlib.import_module(module), name)
    return found


def new_figure(width: float, height: float, scale: float = 1.0) -> Figure:
    """A figure without a ground of its own, and one pair of axes that fills it.

    Args:
        width: in points.
        height: in points.
        scale: pixels in a point.
    """
    load_faces()
    size = (width / POINTS_AN_INCH, height / POINTS_AN_INCH)
    figure = Figure(figsize=size, dpi=POINTS_AN_INCH * scale, frameon=False)
    FigureCanvasAgg(figure)
    figure.add_axes((0.0, 0.0, 1.0, 1.0))
    return figure


def drawn_pixels(
    chart: str, view: Any, look: Look, width: float, height: float, scale: float
) -> Pixels:
    """Draw a chart.

    Args:
        chart: its name in ``CHARTS``.
        view: its view model.
        look: colours and sizes.
        width: in points, which are pixels of an ordinary screen.
        height: in points.
        scale: pixels in a point, 2 on a fine screen.
    """
    draw = draw_function(chart)
    with ONE_AT_A_TIME:
        figure = new_figure(width, height, scale)
        draw(figure.axes[0], view, look)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib types it in part
        drawn = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
        across, down = canvas.get_width_height()
        return Pixels(across, down, bytes(drawn))
