"""Charts on paper: matplotlib draws, and every stroke goes onto the page as a vector.

A small renderer of ours, because it gives searchable text in the document's own faces, the same
bytes each time, and none of the weight of a picture.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase, GraphicsContextBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, Transform
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable

from deskrisk.charts.canvas import ONE_AT_A_TIME, draw_function
from deskrisk.charts.heights import pages_of_rows, wished_height
from deskrisk.charts.look import Look
from deskrisk.reports.fonts import BOLD, REGULAR
from deskrisk.reports.tags import drawn_as
from deskrisk.reports.text import Setter
from deskrisk.viewmodels.chart_words import chart_words

_CAPS = {"butt": 0, "round": 1, "projecting": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_HATCH_CELL = 72.0
_POINTS_AN_INCH = 72.0
_SEMIBOLD = 600


class PageRenderer(RendererBase):
    """Draws what matplotlib asks for on a reportlab canvas; one unit is one point."""

    def __init__(self, canvas: Any, width: float, height: float, setter: Setter) -> None:
        super().__init__()
        self._canvas = canvas
        self._size = (width, height)
        self._setter = setter

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size in points."""
        return self._size

    def points_to_pixels(self, points: Any) -> Any:
        """A point is a point."""
        return points

    def flipy(self) -> bool:
        """On paper y grows upward."""
        return False

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803  matplotlib's name
    ) -> None:
        """Fill, stroke and hatch a path."""
        canvas = self._canvas
        canvas.saveState()
        self._clip(gc)
        stroke = self._set_stroke(gc)
        fill = self._set_fill(rgbFace)
        shape = self._shape(path, transform)
        if stroke or fill:
            canvas.drawPath(shape, stroke=int(stroke), fill=int(fill))
        if gc.get_hatch():
            self._hatch(gc, path, transform)
        canvas.restoreState()

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,  # noqa: FBT002  matplotlib's signature
        mtext: Any = None,  # noqa: ARG002  matplotlib's signature
    ) -> None:
        """Set a line of text in the document's faces; people's text is never mathematics."""
        del ismath
        canvas = self._canvas
        canvas.saveState()
        self._clip(gc)
        canvas.setFillColorRGB(*gc.get_rgb()[:3])
        canvas.translate(x, y)
        canvas.rotate(angle)
        self._setter.draw(canvas, (0, 0), s, _face(prop), prop.get_size_in_points())
        canvas.restoreState()

    def get_text_width_height_descent(
        self,
        s: str,
        prop: FontProperties,
        ismath: Any,  # noqa: ARG002  matplotlib's signature
    ) -> tuple[float, float, float]:
        """The room a line of text takes, in points."""
        face, size = _face(prop), prop.get_size_in_points()
        ascent, descent = pdfmetrics.getAscentDescent(face, size)
        return self._setter.width(s, face, size), ascent - descent, -descent

    def _shape(self, path: Path, transform: Transform) -> Any:
        shape = self._canvas.beginPath()
        here = (0.0, 0.0)
        for points, code in path.iter_segments(transform, simplify=False, curves=True):
            at: list[float] = np.asarray(points, dtype=float).tolist()
            if code == Path.MOVETO:
                shape.moveTo(*at)
            elif code == Path.LINETO:
                shape.lineTo(*at)
            elif code == Path.CURVE3:
                shape.curveTo(*_as_cubic(here, at))
            elif code == Path.CURVE4:
                shape.curveTo(*at)
            else:
                shape.close()
            here = (at[-2], at[-1])
        return shape

    def _set_stroke(self, gc: GraphicsContextBase) -> bool:
        red, green, blue, alpha = gc.get_rgb()
        width = gc.get_linewidth()
        if width <= 0 or alpha <= 0:
            return False
        canvas = self._canvas
        canvas.setStrokeColorRGB(red, green, blue)
        canvas.setLineWidth(width)
        canvas.setLineCap(_CAPS[gc.get_capstyle()])
        canvas.setLineJoin(_JOINS[gc.get_joinstyle()])
        offset, dashes = gc.get_dashes()
        if dashes is not None:
            canvas.setDash(np.asarray(dashes, dtype=float).tolist(), float(offset or 0))
        return True

    def _set_fill(self, face: Any) -> bool:
        if face is None or (len(face) > 3 and face[3] <= 0):
            return False
        self._canvas.setFillColorRGB(float(face[0]), float(face[1]), float(face[2]))
        return True

    def _clip(self, gc: GraphicsContextBase) -> None:
        box = gc.get_clip_rectangle()
        if box is None:
            return
        shape = self._canvas.beginPath()
        shape.rect(float(box.x0), float(box.y0), float(box.width), float(box.height))
        self._canvas.clipPath(shape, stroke=0, fill=0)

    def _hatch(self, gc: GraphicsContextBase, path: Path, transform: Transform) -> None:
        canvas = self._canvas
        canvas.clipPath(self._shape(path, transform), stroke=0, fill=0)
        canvas.setStrokeColorRGB(*gc.get_hatch_color()[:3])
        canvas.setLineWidth(gc.get_hatch_linewidth())
        lines = gc.get_hatch_path(6.0)
        box: Bbox = path.get_extents(transform)
        for across in range(int(box.x0 // _HATCH_CELL), int(box.x1 // _HATCH_CELL) + 1):
            for up in range(int(box.y0 // _HATCH_CELL), int(box.y1 // _HATCH_CELL) + 1):
                cell = (
                    Affine2D().scale(_HATCH_CELL).translate(across * _HATCH_CELL, up * _HATCH_CELL)
                )
                canvas.drawPath(self._shape(lines, cell), stroke=1, fill=0)


class Chart(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A chart as a part of the page. ``alternative`` says in words what it shows."""

    def __init__(
        self,
        width: float,
        height: float,
        draw: Callable[[Axes], None],
        setter: Setter,
        *,
        alternative: str,
    ) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.alternative = alternative
        self._draw_on = draw
        self._setter = setter

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Its own size, in points."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw it; the axes fill the whole of it."""
        size = (self.width / _POINTS_AN_INCH, self.height / _POINTS_AN_INCH)
        figure = Figure(figsize=size, dpi=_POINTS_AN_INCH, frameon=False)
        FigureCanvasBase(figure)
        box = (0.0, 0.0, self.width, self.height)
        with ONE_AT_A_TIME, drawn_as(self.canv, "Figure", self.alternative, box):
            self._draw_on(figure.add_axes((0.0, 0.0, 1.0, 1.0)))
            figure.draw(PageRenderer(self.canv, self.width, self.height, self._setter))


def figure_of(
    chart: str, view: Any, width: float, look: Look, setter: Setter, *, height: float = 0.0
) -> Chart:
    """One of the program's charts as a part of the page, with its words as alternative.

    Args:
        chart: its name in ``deskrisk.charts.CHARTS``.
        view: its view model; what must not be printed is not in it.
        width: in points.
        look: the look of paper.
        setter: sets the words in the document's faces.
        height: in points; 0 for what the chart wishes.
    """
    return Chart(
        width,
        height or wished_height(chart, view, width, look),
        partial(draw_function(chart), view=view, look=look),
        setter,
        alternative=chart_words(view),
    )


def figures_of(
    chart: str, view: Any, size: tuple[float, float], look: Look, setter: Setter
) -> list[Chart]:
    """The same for a list that may be longer than a page: one figure for each page.

    Args:
        chart: its name.
        view: its view model.
        size: the width and the most height of a figure, in points.
        look: the look of paper.
        setter: sets the words.
    """
    width, most = size
    return [
        figure_of(
            chart,
            part,
            width,
            look,
            setter,
            height=min(wished_height(chart, part, width, look), most),
        )
        for part in pages_of_rows(chart, view, width, most, look)
    ]


def _as_cubic(here: tuple[float, float], at: list[float]) -> list[float]:
    """A quadratic curve as the cubic one that paper knows."""
    (x0, y0), (x1, y1, x2, y2) = here, at
    return [
        x0 + 2 / 3 * (x1 - x0),
        y0 + 2 / 3 * (y1 - y0),
        x2 + 2 / 3 * (x1 - x2),
        y2 + 2 / 3 * (y1 - y2),
        x2,
        y2,
    ]


def _face(prop: FontProperties) -> str:
    weight = prop.get_weight()
    heavy = weight >= _SEMIBOLD if isinstance(weight, int) else weight in {"semibold", "bold"}
    return BOLD if heavy else REGULAR
