"""The numbers above a column of strips, where the strips have their grid lines."""

from math import log10
from typing import TYPE_CHECKING

from reportlab.platypus import Flowable

from deskrisk.charts.axis import EDGE, tick_text
from deskrisk.reports.fonts import REGULAR
from deskrisk.reports.styles import PAINTS
from deskrisk.reports.tags import artifact
from deskrisk.viewmodels.spread import SpreadView

if TYPE_CHECKING:
    from deskrisk.reports.blocks import Press

_SIZE = 7.0
_APART = 3.0


class AxisHead(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The named points of a logarithmic axis, each in the middle of its line."""

    def __init__(self, width: float, view: SpreadView, press: "Press") -> None:
        super().__init__()
        self.width = width
        self.height = 9.0
        self._view = view
        self._press = press

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """One line, as wide as the strips."""
        return self.width, self.height

    def draw(self) -> None:
        """Draw the numbers."""
        low, high = log10(self._view.low / EDGE), log10(self._view.high * EDGE)
        with artifact(self.canv):  # each chart below says its numbers in words
            self.canv.saveState()
            self.canv.setFillColor(PAINTS["ink_soft"])
            end = -self.width
            for tick in self._view.ticks:
                x = self.width * (log10(tick) - low) / (high - low)
                half = self._press.setter.width(tick_text(tick), REGULAR, _SIZE) / 2
                if x - half >= end + _APART:  # on a long axis not every line is named
                    self._press.setter.draw(
                        self.canv, (x, 2), tick_text(tick), REGULAR, _SIZE, end=0.5
                    )
                    end = x + half
            self.canv.restoreState()
