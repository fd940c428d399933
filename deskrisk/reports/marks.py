"""The small signs of the document: category shapes, states, dots that count, the cut line."""

from math import cos, pi, sin
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

from deskrisk.domain.spread import State
from deskrisk.reports.fonts import BOLD, REGULAR
from deskrisk.reports.paragraph import Text
from deskrisk.reports.styles import PAINTS
from deskrisk.reports.tags import artifact, drawn_as
from deskrisk.reports.text import Setter, shortened
from deskrisk.viewmodels.verdict import BarWords

SIGN = 7.5
"""How large a sign of a category is, in points."""

SIGN_ROOM = 11.5
"""The first line of a title moves in by this much, so that the sign stands before it."""

_DOT = 5.0
_DOT_STEP = 7.2
_MOST_DOTS = 60
"""More fears than this in one pile are told by their count alone."""

_CORNERS = {"triangle": 3, "diamond": 4, "hexagon": 6}


def draw_sign(canvas: Any, sign: tuple[str, str], x: float, y: float, size: float = SIGN) -> None:
    """Draw the sign of a category.

    Args:
        canvas: a reportlab canvas.
        sign: shape and colour.
        x: left edge.
        y: lower edge.
        size: width and height in points.
    """
    shape, colour = sign
    canvas.saveState()
    canvas.setFillColor(HexColor(colour))
    canvas.setStrokeColor(HexColor(colour))
    half = size / 2
    if shape == "ring":
        canvas.setLineWidth(1)
        canvas.circle(x + half, y + half, half - 0.5, stroke=1, fill=0)
    elif shape == "circle":
        canvas.circle(x + half, y + half, half, stroke=0, fill=1)
    elif shape == "square":
        canvas.rect(x + 0.4, y + 0.4, size - 0.8, size - 0.8, stroke=0, fill=1)
    else:
        canvas.drawPath(_outline(canvas, shape, x + half, y + half, half), stroke=0, fill=1)
    canvas.restoreState()


def _outline(canvas: Any, shape: str, x: float, y: float, radius: float) -> PDFPathObject:
    """A polygon around a centre, a corner on top; a star has its inner corners nearer."""
    count = _CORNERS.get(shape, 10)
    if shape == "triangle":
        radius, y = radius * 1.15, y - radius * 0.15
    path = canvas.beginPath()
    for corner in range(count):
        far = radius * 0.45 if shape == "star" and corner % 2 else radius
        angle = pi / 2 + 2 * pi * corner / count
        point = (x + far * cos(angle), y + far * sin(angle))
        path.lineTo(*point) if corner else path.moveTo(*point)
    path.close()
    return path


class Signed(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph whose first line leaves room for the sign of a category, and the sign."""

    def __init__(self, sign: tuple[str, str], paragraph: Text) -> None:
        super().__init__()
        self._sign = sign
        self._paragraph = paragraph

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """The size of the paragraph."""
        self.width, self.height = self._paragraph.wrap(avail_width, avail_height)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """The paragraph in two; the sign stays with the first part."""
        parts = self._paragraph.split(avail_width, avail_height)
        return [Signed(self._sign, parts[0]), *parts[1:]] if parts else []

    def draw(self) -> None:
        """Draw the sign on the first line, then the text."""
        style = self._paragraph.style
        middle = self.height - style.leading + (style.leading - style.fontSize) / 2
        with artifact(self.canv):  # the category is told in words beside it or in the text
            draw_sign(self.canv, self._sign, 0, middle + style.fontSize * 0.1)
        self._paragraph.draw_at(self.canv, 0.0, 0.0)


class StateLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The sign of a state and its word: the word says it, the sign lets the eye find it."""

    def __init__(self, sign: str, word: str, setter: Setter) -> None:
        super().__init__()
        self._sign = sign
        self._word = word
        self._setter = setter
        self.height = 12.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """One line."""
        self.width = avail_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw sign and word."""
        with drawn_as(self.canv, "P"):
            canvas = self.canv
            canvas.saveState()
            canvas.setFillColor(PAINTS["ink"])
            canvas.setStrokeColor(PAINTS["ink"])
            if self._sign == "bars":
                canvas.rect(0, 6.2, 18, 2.6, stroke=0, fill=1)
                canvas.setLineWidth(0.6)
                canvas.rect(0.3, 1.8, 8, 2.6, stroke=1, fill=0)
            else:
                for at in _STATE_DOTS[self._sign]:
                    canvas.circle(at, 5.4, 2.0, stroke=0, fill=1)
            self._setter.draw(canvas, (22, 2.8), self._word, REGULAR, 8)
            canvas.restoreState()


_STATE_DOTS = {
    "together": (9.0,),
    "spread": (2.0, 9.0, 16.0),
    "split": (2.0, 16.0),
    "alarm": (2.0, 4.5, 7.0, 16.0),
    "few": (),
}


def state_sign(state: State, *, lone_alarm: bool) -> str:
    """The name of the sign for a state."""
    if lone_alarm:
        return "alarm"
    return {State.TOO_FEW: "few"}.get(state, state.value)


class Dots(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One dot for each, in lines; a chart that counts. ``alternative`` says the number."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count if count <= _MOST_DOTS else 0
        self.alternative = str(count)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As many lines as it takes."""
        self._each = max(int(avail_width // _DOT_STEP), 1)
        self.width = avail_width
        self.height = 12.0 * max(-(-self._count // self._each), 1)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the dots."""
        with artifact(self.canv):
            self.canv.saveState()
            self.canv.setFillColor(PAINTS["ink"])
            for index in range(self._count):
                line, place = divmod(index, self._each)
                x = place * _DOT_STEP + _DOT / 2
                y = self.height - 12.0 * line - 6.6
                self.canv.circle(x, y, _DOT / 2, stroke=0, fill=1)
            self.canv.restoreState()


class BigDot(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A dot in the middle of its cell: this stance; a tiny one: not this one.

    ``words`` say the chosen one to whoever cannot see it.
    """

    def __init__(self, *, chosen: bool, words: str) -> None:
        super().__init__()
        self._chosen = chosen
        self._words = words
        self.height = 12.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """One line of the table."""
        self.width = avail_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw it in the middle."""
        if not self._chosen:
            with artifact(self.canv):
                self._dot("line", 0.7)
            return
        middle = self.width / 2
        box = (middle - 4, 1.5, middle + 4, 9.5)
        with drawn_as(self.canv, "Figure", self._words, box):
            self._dot("ink", 3.8)

    def _dot(self, colour: str, radius: float) -> None:
        self.canv.saveState()
        self.canv.setFillColor(PAINTS[colour])
        self.canv.circle(self.width / 2, 5.5, radius, stroke=0, fill=1)
        self.canv.restoreState()


class CutLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """The line after the first K, dashed, with its words on it."""

    def __init__(self, words: str, setter: Setter) -> None:
        super().__init__()
        self._words = words
        self._setter = setter
        self.height = 9.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """The whole width."""
        self.width = avail_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the words, then the dashes to the end."""
        with drawn_as(self.canv, "P"):
            canvas = self.canv
            canvas.saveState()
            canvas.setFillColor(PAINTS["accent"])
            canvas.setStrokeColor(PAINTS["accent"])
            self._setter.draw(canvas, (0, 2), self._words, BOLD, 7.5)
            start = self._setter.width(self._words, BOLD, 7.5) + 7
            canvas.setLineWidth(1.25)
            canvas.setDash([3, 2])
            canvas.line(start, 4.6, self.width, 4.6)
            canvas.restoreState()


class LossBars(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Expected loss of all risks: a solid bar for today, an open one for the target."""

    def __init__(self, today: float, target: float, words: BarWords, setter: Setter) -> None:
        super().__init__()
        self._bars = (
            (words.today, today, words.today_points),
            (words.target, target, words.target_points),
        )
        self._words = words
        self._setter = setter
        self.height = 46.0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """All the width there is."""
        self.width = avail_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw both as one figure."""
        canvas = self.canv
        room = self.width - 38 - 24
        most = max(points for _name, points, _said in self._bars) or 1.0
        with drawn_as(canvas, "Figure", self._words.spoken, (0, 0, self.width, self.height)):
            canvas.saveState()
            canvas.setFillColor(PAINTS["ink_soft"])
            self._setter.draw(canvas, (0, 37), self._words.heading, REGULAR, 7)
            canvas.setStrokeColor(PAINTS["ink"])
            canvas.setLineWidth(0.75)
            canvas.line(38, 0, 38, 33)
            for place, (name, points, said) in enumerate(self._bars):
                y = 20.0 - place * 17.0
                canvas.setFillColor(PAINTS["ink"])
                self._setter.draw(canvas, (0, y + 2), name, REGULAR, 8)
                wide = max(room * points / most, 1.0)
                canvas.rect(38, y, wide, 9, stroke=1, fill=int(place == 0))
                self._setter.draw(canvas, (38 + wide + 5, y + 1.5), said, BOLD, 9)
            canvas.restoreState()


class ShareBar(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A group's share of worry: the first group solid, the second open, further ones striped."""

    def __init__(self, share: float, text: str, place: int, words: str, setter: Setter) -> None:
        super().__init__()
        self._share = share
        self._text = text
        self._place = place
        self._words = words
        self._setter = setter
        self.height = 7.5

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """All the width there is."""
        self.width = avail_width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the bar and its number."""
        canvas = self.canv
        wide = max((self.width - 24) * min(self._share, 1.0), 0.8)
        with drawn_as(canvas, "Figure", self._words, (0, 0, self.width, self.height)):
            canvas.saveState()
            canvas.setStrokeColor(PAINTS["ink"])
            canvas.setFillColor(PAINTS["ink"])
            canvas.setLineWidth(0.5)
            canvas.rect(0, 1, wide, 5, stroke=1, fill=int(self._place == 0))
            step = 2.5 * self._place
            at = step
            while self._place > 1 and at < wide:
                canvas.line(at, 1, at, 6)
                at += step
            room = self.width - wide - 3
            text = shortened(self._setter, self._text, room, REGULAR, 6.8)
            self._setter.draw(canvas, (wide + 3, 1.2), text, REGULAR, 6.8)
            canvas.restoreState()
