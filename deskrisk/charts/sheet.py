"""A sheet to draw on: lines, shapes, signs and words in points, from the top left corner."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle, Wedge
from matplotlib.path import Path

from deskrisk.charts.faces import broken, face, printable, shortened, text_width
from deskrisk.charts.look import Look

_POINTS_AN_INCH = 72.0
_CORNERS = {"triangle": 3, "diamond": 4, "hexagon": 6}
LINE = 1.3
"""From line to line, in sizes of the text."""

_CLOSE = 1.22
"""The same within a title of two lines, so that it is seen to be one."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the sheet, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def across(self) -> tuple[float, float]:
        """From its left side to its right one."""
        return self.left, self.right

    @property
    def upward(self) -> tuple[float, float]:
        """From its lower side to its upper one."""
        return self.bottom, self.top

    def meets(self, other: "Box", air: float = 0.0) -> bool:
        """Do the two overlap, or come nearer than some air?"""
        return (
            self.left < other.right + air
            and other.left < self.right + air
            and self.top < other.bottom + air
            and other.top < self.bottom + air
        )

    def within(self, other: "Box") -> bool:
        """Does it lie wholly in another?"""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Sheet:
    """Axes without a frame in which one unit is one point; y grows downward."""

    def __init__(self, ax: Axes, look: Look) -> None:
        figure = ax.get_figure(root=True)
        box = ax.get_window_extent()
        dpi = _POINTS_AN_INCH if figure is None else figure.dpi
        self.ax, self.look = ax, look
        self.width = box.width * _POINTS_AN_INCH / dpi
        self.height = box.height * _POINTS_AN_INCH / dpi
        ax.set_xlim(0, self.width)
        ax.set_ylim(self.height, 0)
        ax.set_axis_off()

    def words(  # noqa: PLR0913  a line of text has that many sides
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 0.0,
        colour: str = "",
        bold: bool = False,
        side: str = "left",
        most: float = math.inf,
        group: str = "",
    ) -> Box:
        """One line of text, its middle at a height.

        Args:
            x: its left end, right end or middle, as ``side`` says.
            y: the middle of its small letters.
            text: what is said.
            size: in points, 0 for the look's text size.
            colour: empty for ink.
            bold: set in the heavier cut.
            side: left, right or center.
            most: the room there is; a longer text ends with an ellipsis.
            group: what it is, for whoever looks for it in a picture of vectors.
        """
        size = size or self.look.text_size
        shown = printable(text) if math.isinf(most) else shortened(text, most, size, bold=bold)
        wide = text_width(shown, size, bold=bold)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[side]
        if shown:
            self.ax.text(
                x,
                y + size * 0.36,  # half the height of a capital above the line
                shown,
                ha=side,
                va="baseline",
                fontproperties=face(size, bold=bold),
                color=colour or self.look.ink,
                parse_math=False,
                zorder=5,
                gid=group or None,
            )
        return Box(left, y - size * 0.62, left + wide, y + size * 0.62)

    def lines(  # noqa: PLR0913  the same for several lines
        self,
        x: float,
        y: float,
        text: str,
        width: float,
        *,
        most: int = 2,
        size: float = 0.0,
        colour: str = "",
        bold: bool = False,
        side: str = "left",
    ) -> int:
        """A text in some lines around a height; the number of lines it took."""
        size = size or self.look.text_size
        rows = broken(text, width, size, most, bold=bold)
        step = size * _CLOSE
        first = y - (len(rows) - 1) / 2 * step
        for place, row in enumerate(rows):
            at = first + place * step
            self.words(x, at, row, size=size, colour=colour, bold=bold, side=side)
        return len(rows)

    def line(
        self,
        x: float,
        y: float,
        to_x: float,
        to_y: float,
        *,
        colour: str = "",
        width: float = 0.0,
        dashed: bool = False,
        above: float = 1.0,
    ) -> None:
        """A straight line."""
        width = width or self.look.hair
        dash = self.look.small_size * 0.3 / width  # matplotlib counts dashes in widths of the line
        self.ax.plot(
            [x, to_x],
            [y, to_y],
            color=colour or self.look.grid,
            linewidth=width,
            linestyle=(0, (dash, dash)) if dashed else "-",
            solid_capstyle="butt",
            zorder=above,
        )

    def bar(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        edge: str = "",
        pattern: str = "solid",
        above: float = 2.0,
    ) -> None:
        """A bar in one of the fills that tell groups apart: solid, hatched, dotted, crossed, half.

        ``x`` and ``y`` are its top left corner; a bar may have no width.
        """
        ink = fill or self.look.ink_soft
        solid = pattern == "solid"
        self.ax.add_patch(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=ink if solid else self.look.paper,
                edgecolor=edge or ("none" if solid else ink),
                linewidth=0.0 if solid and not edge else self.look.hair,
                zorder=above,
            )
        )
        box = Box(x, y, x + width, y + height)
        if pattern == "half":
            self.ax.add_patch(
                Rectangle((x, y), width, height / 2, facecolor=ink, edgecolor="none", zorder=above)
            )
        elif not solid:
            self._fill(box, pattern, ink, above)

    def dot(
        self,
        x: float,
        y: float,
        radius: float = 0.0,
        *,
        fill: str = "",
        edge: str = "",
        width: float = 0.0,
        above: float = 4.0,
    ) -> None:
        """A dot around a point; ``fill`` empty for ink."""
        self.ax.add_patch(
            Circle(
                (x, y),
                radius or self.look.dot_radius,
                facecolor=fill or self.look.ink,
                edgecolor=edge or self.look.paper,
                linewidth=width or self.look.hair,
                zorder=above,
            )
        )

    def ring(self, x: float, y: float, radius: float = 0.0, *, colour: str = "") -> None:
        """An open dot."""
        self.dot(
            x,
            y,
            (radius or self.look.dot_radius) - self.look.stroke / 2,
            fill=self.look.paper,
            edge=colour or self.look.ink,
            width=self.look.stroke,
        )

    def half_dot(self, x: float, y: float, radius: float, *, to_right: bool) -> None:
        """The half of a dot around a point that bulges to one side."""
        first, last = (-90, 90) if to_right else (90, 270)
        self.ax.add_patch(
            Wedge((x, y), radius, first, last, facecolor=self.look.ink, linewidth=0, zorder=4)
        )

    def diamond(self, x: float, y: float, radius: float, *, colour: str) -> None:
        """A diamond around a point."""
        corners = _outline("diamond", x, y, radius)
        self.ax.add_patch(Polygon(corners, facecolor=colour, zorder=4, linewidth=0))

    def tick(self, x: float, y: float, wide: float, *, colour: str) -> None:
        """A short level line around a point, with an edge of paper."""
        for ink, width in ((self.look.paper, 3.6), (colour, 1.8)):
            self.line(
                x - wide / 2,
                y,
                x + wide / 2,
                y,
                colour=ink,
                width=self.look.stroke * width,
                above=4.5,
            )

    def sign(self, x: float, y: float, size: float, sign: str) -> None:
        """The sign of a category around a point; an open ring for none.

        Args:
            x: its middle.
            y: its middle.
            size: how wide it is.
            sign: a fixed category's id, ``own-1`` ... or empty.
        """
        shape, colour = self.look.sign(sign)
        half = size / 2
        if shape == "ring":
            self.ring(x, y, half, colour=colour)
        elif shape == "circle":
            self.dot(x, y, half, fill=colour, edge="none")
        elif shape == "square":
            corner = (x - half * 0.9, y - half * 0.9)
            self.ax.add_patch(
                Rectangle(corner, size * 0.9, size * 0.9, facecolor=colour, zorder=4, linewidth=0)
            )
        else:
            self.ax.add_patch(
                Polygon(_outline(shape, x, y, half), facecolor=colour, zorder=4, linewidth=0)
            )

    def _fill(self, box: Box, pattern: str, ink: str, above: float) -> None:
        step = self.look.text_size * 0.42
        if pattern == "dotted":
            half = step / 2
            y = box.top + half
            while y < box.bottom:
                x = box.left + half
                while x < box.right:
                    self.dot(x, y, step * 0.2, fill=ink, edge="none", above=above)
                    x += step
                y += step
            return
        strokes = _strokes(box, step)
        if pattern == "crossed":
            wide = box.left + box.right
            strokes += [[(wide - x, y) for x, y in stroke] for stroke in strokes]
        points = [point for stroke in strokes for point in stroke]
        if points:
            codes = [Path.MOVETO, Path.LINETO] * len(strokes)
            self.ax.add_patch(
                PathPatch(
                    Path(points, codes),
                    edgecolor=ink,
                    facecolor="none",
                    linewidth=self.look.hair,
                    zorder=above,
                )
            )


def _strokes(box: Box, step: float) -> list[list[tuple[float, float]]]:
    """Slanting lines that fill a box, each from end to end within it."""
    high, found = box.bottom - box.top, []
    start = box.left - high + step / 2
    while start < box.right:
        left, right = max(start, box.left), min(start + high, box.right)
        if right > left:
            found.append(
                [(left, box.bottom - (left - start)), (right, box.bottom - (right - start))]
            )
        start += step
    return found


def _outline(shape: str, x: float, y: float, radius: float) -> Sequence[tuple[float, float]]:
    """A polygon around a centre, a corner on top; a star has its inner corners nearer."""
    count = _CORNERS.get(shape, 10)
    if shape == "triangle":
        radius, y = radius * 1.12, y + radius * 0.15
    points = []
    for corner in range(count):
        far = radius * 0.45 if shape == "star" and corner % 2 else radius
        angle = 2 * math.pi * corner / count
        points.append((x + far * math.sin(angle), y - far * math.cos(angle)))
    return points
