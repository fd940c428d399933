"""Charts on paper: the same functions as on screen, every stroke on the page as a vector.

Their words are text in the document's own faces, the bytes are the same each time, and nothing has
the weight of a picture.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from matplotlib.axes import Axes
from reportlab.platypus import Flowable

from deskrisk.charts.canvas import ONE_AT_A_TIME, draw_function
from deskrisk.charts.heights import pages_of_rows, wished_height
from deskrisk.charts.look import Look
from deskrisk.reports.paper_axes import PaperAxes
from deskrisk.reports.tags import drawn_as
from deskrisk.reports.text import Setter
from deskrisk.viewmodels.chart_words import chart_words


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
        axes = PaperAxes(self.canv, self.width, self.height, self._setter)
        box = (0.0, 0.0, self.width, self.height)
        with ONE_AT_A_TIME, drawn_as(self.canv, "Figure", self.alternative, box):
            self._draw_on(axes)  # type: ignore[arg-type]  # all that a sheet asks of axes
            axes.finish()


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
