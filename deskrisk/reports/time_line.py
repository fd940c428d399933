"""The line of days: a square for each promise on its day, a ring where somebody looks."""

from dataclasses import replace
from datetime import date

from reportlab.platypus import Flowable

from deskrisk.reports.fonts import BOLD, REGULAR
from deskrisk.reports.styles import PAINTS
from deskrisk.reports.tags import drawn_as
from deskrisk.reports.text import Setter, shortened
from deskrisk.viewmodels.time_line import LookPoint, TimeLineView

_SQUARE, _STEP = 3.4, 4.6
_BASE = 34.0
_EDGE = 10.0
_RING = 4.2
_MOST_STACKED = 12
_APART = 4.0
MOST_LANES = 4
"""Labels below each other; the list of days names the others."""
_LONGEST = 150.0
_NAME = 8.5


class TimeLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The whole line; what is above is due, what is below is looked at."""

    def __init__(self, view: TimeLineView, setter: Setter, lanes: int = MOST_LANES) -> None:
        super().__init__()
        self._most_lanes = lanes
        self._view = view
        self._setter = setter
        self._tallest = min(max((count for _day, count in view.dues), default=0), _MOST_STACKED)
        self._lanes: list[tuple[LookPoint, float, float, int]] = []

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as there is room; as high as the highest stack and the lowest label."""
        self.width = avail_width
        self._lanes = self._placed()
        below = max((lane for _look, _x, _half, lane in self._lanes), default=0)
        self._line = _BASE + below * 20.0
        self.height = self._line + max(self._tallest * _STEP, 8) + 12
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as one figure."""
        canvas = self.canv
        box = (0, 0, self.width, self.height)
        with drawn_as(canvas, "Figure", self._view.words, box):
            canvas.saveState()
            canvas.setStrokeColor(PAINTS["ink"])
            canvas.setFillColor(PAINTS["ink"])
            canvas.setLineWidth(0.75)
            canvas.line(_EDGE, self._line, self.width - _EDGE, self._line)
            canvas.line(_EDGE, self._line - 4, _EDGE, self._line + 4)
            self._draw_start()
            self._draw_months()
            self._draw_dues()
            self._draw_looks()
            canvas.restoreState()

    def _x(self, when: date) -> float:
        days = max((self._view.end - self._view.start).days, 1)
        share = (when - self._view.start).days / days
        return float(_EDGE + share * (self.width - 2 * _EDGE))

    def _placed(self) -> list[tuple[LookPoint, float, float, int]]:
        """Each look with the middle of its label, half its width, and a lane where it is alone."""
        ends: list[float] = []
        found = []
        for look in self._view.looks:
            about = shortened(self._setter, look.about, _LONGEST, REGULAR, 7)
            name = self._setter.width(look.name, BOLD, _NAME)
            half = max(name, self._setter.width(about, REGULAR, 7)) / 2
            x = min(max(self._x(look.when), half), self.width - half)
            lane = next((n for n, end in enumerate(ends) if end + _APART <= x - half), len(ends))
            if lane < self._most_lanes:  # the list below the line names every day
                ends[lane : lane + 1] = [x + half]
                found.append((replace(look, about=about), x, half, lane))
        return found

    def _draw_start(self) -> None:
        """The day of the agreement, unless a look's label stands there."""
        wide = self._setter.width(self._view.start_name, BOLD, _NAME)
        if any(x - half < wide + _APART for _look, x, half, lane in self._lanes if lane == 0):
            return
        canvas = self.canv
        canvas.setFillColor(PAINTS["ink"])
        self._setter.draw(canvas, (0, self._line - 17), self._view.start_name, BOLD, _NAME)
        canvas.setFillColor(PAINTS["ink_soft"])
        self._setter.draw(canvas, (0, self._line - 26), self._view.start_about, REGULAR, 7)

    def _draw_months(self) -> None:
        canvas = self.canv
        for when, name in self._view.months:
            x = self._x(when)
            canvas.setLineWidth(0.5)
            canvas.line(x, self._line - 3, x, self._line + 3)
            taken = any(abs(x + 14 - at) < half + 20 for _look, at, half, _lane in self._lanes)
            if not taken and 60 < x < self.width - 40:
                canvas.setFillColor(PAINTS["ink_soft"])
                self._setter.draw(canvas, (x + 3, self._line - 9), name, REGULAR, 7)

    def _draw_dues(self) -> None:
        canvas = self.canv
        canvas.setFillColor(PAINTS["ink"])
        for when, count in self._view.dues:
            x = self._x(when)
            for place in range(min(count, _MOST_STACKED)):
                y = self._line + 3.5 + place * _STEP
                canvas.rect(x - _SQUARE / 2, y, _SQUARE, _SQUARE, stroke=0, fill=1)
            if count > _MOST_STACKED:
                at = (x + 4, self._line + 4)
                self._setter.draw(canvas, at, str(count), BOLD, 7)
        if self._view.note:
            canvas.setFillColor(PAINTS["ink_soft"])
            self._setter.draw(
                canvas, (self.width, self.height - 8), self._view.note, REGULAR, 7, end=1
            )

    def _draw_looks(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(PAINTS["accent"])
        canvas.setFillColor(PAINTS["paper"])
        canvas.setLineWidth(1.6)
        for look in self._view.looks:
            canvas.circle(self._x(look.when), self._line, _RING, stroke=1, fill=1)
        for look, x, _half, lane in self._lanes:
            y = self._line - 17 - lane * 20.0
            canvas.setFillColor(PAINTS["accent"])
            self._setter.draw(canvas, (x, y), look.name, BOLD, _NAME, end=0.5)
            canvas.setFillColor(PAINTS["ink_soft"])
            self._setter.draw(canvas, (x, y - 9), look.about, REGULAR, 7, end=0.5)
