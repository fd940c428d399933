"""Axes that draw at once on paper: what a chart asks of its sheet, without matplotlib's machinery.

A document has many small charts, and to lay out a figure takes longer than to draw it. All charts
draw on a ``Sheet``, which asks little of its axes; these here offer exactly that.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.colors import to_rgba
from matplotlib.patches import Circle, Patch, Rectangle
from matplotlib.path import Path
from reportlab.lib.colors import Color

from deskrisk.reports.fonts import BOLD, REGULAR
from deskrisk.reports.text import Setter

POINTS_AN_INCH = 72.0
_SEMIBOLD = 600
_ENDS = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class _Extent:
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Paper:
    dpi: float = POINTS_AN_INCH


class PaperAxes:
    """What a ``Sheet`` needs of matplotlib's axes, in points from the top left corner.

    Everything is kept until ``finish``, because what lies above may be asked for first.
    """

    def __init__(self, canvas: Any, width: float, height: float, setter: Setter) -> None:
        self._canvas = canvas
        self._extent = _Extent(width, height)
        self._setter = setter
        self._waiting: list[tuple[float, int, Callable[[], None]]] = []

    def get_figure(self, *, root: bool) -> _Paper:  # noqa: ARG002  matplotlib's signature
        """The paper: a point is a point."""
        return _Paper()

    def get_window_extent(self) -> _Extent:
        """Width and height in points."""
        return self._extent

    def set_xlim(self, left: float, right: float) -> None:
        """A sheet always asks for points."""

    def set_ylim(self, bottom: float, top: float) -> None:
        """A sheet always asks for points from the top."""

    def set_axis_off(self) -> None:
        """There is nothing to turn off."""

    def text(self, x: float, y: float, text: str, **about: Any) -> None:
        """A line of text that stands on a height."""
        face = about["fontproperties"]
        cut = BOLD if _is_heavy(face.get_weight()) else REGULAR
        size, end = face.get_size_in_points(), _ENDS[about["ha"]]
        ink = _colour(about["color"])

        def draw() -> None:
            self._canvas.setFillColor(ink)
            at = (x, self._extent.height - y)
            self._setter.draw(self._canvas, at, text, cut, size, end=end)

        self._later(about["zorder"], draw)

    def plot(self, xs: Sequence[float], ys: Sequence[float], **about: Any) -> None:
        """A straight line."""
        width, style = about["linewidth"], about["linestyle"]
        ink = _colour(about["color"])
        height = self._extent.height

        def draw() -> None:
            canvas = self._canvas
            canvas.setStrokeColor(ink)
            canvas.setLineWidth(width)
            canvas.setDash([each * width for each in style[1]] if style != "-" else [])
            canvas.line(xs[0], height - ys[0], xs[1], height - ys[1])

        self._later(about["zorder"], draw)

    def add_patch(self, patch: Patch) -> None:
        """A shape, filled, edged or both."""
        self._later(patch.get_zorder(), lambda: self._draw_patch(patch))

    def finish(self) -> None:
        """Draw everything, the lowest first."""
        canvas = self._canvas
        canvas.saveState()
        canvas.setLineCap(0)
        for _height, _number, draw in sorted(self._waiting, key=lambda each: each[:2]):
            draw()
        canvas.restoreState()

    def _later(self, above: float, draw: Callable[[], None]) -> None:
        self._waiting.append((above, len(self._waiting), draw))

    def _draw_patch(self, patch: Patch) -> None:
        canvas = self._canvas
        fill, edge = to_rgba(patch.get_facecolor()), to_rgba(patch.get_edgecolor())
        width = patch.get_linewidth()
        filled, edged = int(fill[3] > 0), int(edge[3] > 0 and width > 0)
        if filled:
            canvas.setFillColor(_colour(fill))
        if edged:
            canvas.setStrokeColor(_colour(edge))
            canvas.setLineWidth(width)
            canvas.setDash([])
        height = self._extent.height
        if isinstance(patch, Circle):
            middle: Any = patch.get_center()  # matplotlib types it wrongly
            x, y = middle
            canvas.circle(x, height - y, patch.get_radius(), stroke=edged, fill=filled)
        elif isinstance(patch, Rectangle):
            x, y = patch.get_xy()
            wide, high = patch.get_width(), patch.get_height()
            canvas.rect(x, height - y - high, wide, high, stroke=edged, fill=filled)
        else:
            canvas.drawPath(self._outline(patch), stroke=edged, fill=filled)

    def _outline(self, patch: Patch) -> Any:
        shape = self._canvas.beginPath()
        height = self._extent.height
        path = patch.get_path().transformed(patch.get_patch_transform())
        for points, code in path.iter_segments(simplify=False, curves=True):
            row = points.tolist()
            at = [height - each if place % 2 else each for place, each in enumerate(row)]
            if code == Path.MOVETO:
                shape.moveTo(*at)
            elif code == Path.LINETO:
                shape.lineTo(*at)
            elif code == Path.CURVE4:
                shape.curveTo(*at)
            elif code == Path.CLOSEPOLY:
                shape.close()
        return shape


def _is_heavy(weight: int | str) -> bool:
    if isinstance(weight, int):
        return weight >= _SEMIBOLD
    return weight in {"semibold", "bold"}


def _colour(said: Any) -> Color:
    red, green, blue, _alpha = to_rgba(said)
    return Color(red, green, blue)
