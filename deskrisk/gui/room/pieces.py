"""What a page of the wall is put together from: lines of text and painted marks, in units.

A unit is a 1080th of the height of the wall, so that a page looks the same on every projector.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from deskrisk.gui.theme import Theme, load_fonts

HUGE = 100_000.0


@dataclass(frozen=True, slots=True)
class Face:
    """How a text is set: size in units, weight, and whether it is somebody's own words."""

    size: int
    weight: int = 400
    own_words: bool = False

    @property
    def step(self) -> float:
        """From line to line, in units."""
        return self.size * (1.45 if self.own_words else 1.3)

    def font(self) -> QFont:
        """The font, the same at every scale."""
        return _font(self.size, self.weight, self.own_words)


@cache
def _font(size: int, weight: int, own_words: bool) -> QFont:  # noqa: FBT001  one of a face's fields
    text, fear = load_fonts()
    font = QFont(fear if own_words else text)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(own_words)
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text; ``x`` and ``y`` are its top left corner within the piece."""

    layout: QTextLayout
    number: int
    x: float
    y: float
    tone: str

    def rect(self) -> QRectF:
        """Where the letters are, within the piece."""
        line = self.layout.lineAt(self.number)
        used = line.naturalTextRect()
        return QRectF(self.x + used.x() - line.position().x(), self.y, used.width(), line.height())

    def draw(self, painter: QPainter, at: QPointF, wall: Theme) -> None:
        """Draw it, for a piece whose top left corner is at a point."""
        painter.setPen(wall.colour(self.tone))
        self.layout.lineAt(self.number).draw(painter, at + QPointF(self.x, self.y))


Paint = Callable[[QPainter, QPointF, Theme], None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a page that is never cut.

    ``gap`` is the room above it unless it is the first; ``keep`` says that it does not stand alone
    at the foot of a page.
    """

    height: float
    gap: float = 0.0
    keep: bool = False
    lines: tuple[TextLine, ...] = ()
    paints: tuple[Paint, ...] = ()
    inner: tuple[tuple[float, float, "Piece"], ...] = field(default=())

    def draw(self, painter: QPainter, at: QPointF, wall: Theme) -> None:
        """Draw it with its top left corner at a point."""
        for paint in self.paints:
            painter.save()
            paint(painter, at, wall)
            painter.restore()
        for line in self.lines:
            line.draw(painter, at, wall)
        for x, y, piece in self.inner:
            piece.draw(painter, at + QPointF(x, y), wall)

    def rects(self) -> list[QRectF]:
        """Where its letters are, within the piece."""
        found = [line.rect() for line in self.lines]
        for x, y, piece in self.inner:
            found += [rect.translated(x, y) for rect in piece.rects()]
        return found


def laid_text(text: str, face: Face, width: float, wall: Theme, lead: str = "") -> QTextLayout:
    """A text broken into lines of a width; a word that is wider is broken too.

    Args:
        text: what is said; line feeds are kept.
        face: how it is set.
        width: in units.
        wall: colours, for the lead.
        lead: the program's words before it.
    """
    return _laid(text, face, width, lead, wall.colours["accent"])


@lru_cache(maxsize=8192)
def _laid(text: str, face: Face, width: float, lead: str, accent: str) -> QTextLayout:
    """Laid out once: when one slip moves, the others are not broken into lines again."""
    whole = f"{lead} {text}" if lead and text else lead or text
    layout = QTextLayout(whole.replace("\n", "\N{LINE SEPARATOR}"), face.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    if lead:
        shown = QTextCharFormat()
        shown.setForeground(QColor(accent))
        shown.setFontWeight(QFont.Weight.DemiBold)
        reach = QTextLayout.FormatRange()
        reach.start, reach.length, reach.format = 0, len(lead.encode("utf-16-le")) // 2, shown
        layout.setFormats([reach])
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
    layout.endLayout()
    return layout


def text_pieces(
    layout: QTextLayout, face: Face, tone: str, *, x: float = 0.0, gap: float = 0.0
) -> list[Piece]:
    """The lines of a text as pieces, one below the other; ``gap`` stands above the first."""
    found = []
    for number in range(layout.lineCount()):
        high = max(face.step, layout.lineAt(number).height())
        above = (high - layout.lineAt(number).height()) / 2
        line = TextLine(layout, number, x, above, tone)
        found.append(Piece(height=high, gap=0.0 if number else gap, lines=(line,)))
    return found


def one_piece(pieces: Sequence[Piece], *, gap: float = 0.0, paints: Sequence[Paint] = ()) -> Piece:
    """Pieces below each other that must stay together."""
    found, y = [], 0.0
    for place, piece in enumerate(pieces):
        y += piece.gap if place else 0.0
        found.append((0.0, y, piece))
        y += piece.height
    return Piece(height=y, gap=gap, paints=tuple(paints), inner=tuple(found))


def marked(piece: Piece, *paints: Paint) -> Piece:
    """A piece with marks painted beside it."""
    return Piece(
        height=piece.height,
        gap=piece.gap,
        keep=piece.keep,
        lines=piece.lines,
        paints=(*piece.paints, *paints),
        inner=piece.inner,
    )


def kept(piece: Piece) -> Piece:
    """A piece that does not stand alone at the foot of a page."""
    return Piece(
        height=piece.height,
        gap=piece.gap,
        keep=True,
        lines=piece.lines,
        paints=piece.paints,
        inner=piece.inner,
    )
