"""The pages of a scene: as large as fits, then smaller, then more than one page; never cut."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from deskrisk.gui.room.marks import chart_mark
from deskrisk.gui.room.pieces import Piece
from deskrisk.gui.room.setting import STEPS, Setter, stacked_height
from deskrisk.gui.theme import Theme, wall_theme
from deskrisk.viewmodels.blocks import Block, Chart, Columns
from deskrisk.viewmodels.scenes import Scene

HIGH = 1080
NARROWEST = 1440
"""A wall narrower than four to three is filled by its width."""

TOP = 164.0
FOOT = 84.0
_APART = 64.0
_CHART_GAP = 36.0
_LARGER = 1.25
"""A chart may take more than it wishes where there is room, and no more than this."""

_MIDDLE = {Scene.PROMPT, Scene.COUNT, Scene.FEAR, Scene.SENTENCE}


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where its top left corner is on the page, in units."""

    x: float
    y: float
    piece: Piece

    def draw(self, painter: QPainter, wall: Theme) -> None:
        """Draw it on the page."""
        self.piece.draw(painter, QPointF(self.x, self.y), wall)

    def rects(self) -> list[QRectF]:
        """Where its letters are on the page."""
        return [rect.translated(self.x, self.y) for rect in self.piece.rects()]


Page = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Laid:
    """A scene that is laid out: its pages, and the size in which it was set, 0 the largest."""

    pages: tuple[Page, ...]
    step: int


def units_of(width: float, height: float) -> tuple[int, int, float]:
    """The size of a wall in units, and how many pixels a unit has."""
    scale = min(height / HIGH, width / NARROWEST)
    return round(width / scale), round(height / scale), scale


def margin_of(wide: int) -> float:
    """The room left and right, in units."""
    return 96.0 if wide > 1600 else 72.0


@lru_cache(maxsize=32)
def laid_out(
    scene: Scene,
    blocks: tuple[Block, ...],
    wide: int,
    high: int,
    theme_name: str,
    curtain: bool = False,  # noqa: FBT001, FBT002  the cache wants plain arguments
) -> Laid:
    """Lay a scene out.

    Args:
        scene: what it is.
        blocks: what is to be seen.
        wide: of the wall, in units.
        high: of the wall, in units.
        theme_name: ``"light"`` or ``"dark"``.
        curtain: the neutral ground, where the one thing stands in the middle.
    """
    wall = wall_theme(theme_name)
    room = (wide - 2 * margin_of(wide), high - TOP - FOOT)
    steps = (0, STEPS - 1) if scene is Scene.PILES else range(STEPS)  # slips have two sizes
    fewest = 1
    if any(isinstance(block, Chart) for block in blocks):  # its type never shrinks
        fewest = len(_Flow(room, STEPS - 1, wall, centred=False).pages(blocks))
    for step in steps:
        flow = _Flow(room, step, wall, centred=curtain and scene is not Scene.PROMPT)
        pages = flow.newspaper(blocks) if scene is Scene.PILES else flow.pages(blocks)
        if (len(pages) <= fewest and not flow.crowded) or step == STEPS - 1:
            break
    middle = scene in _MIDDLE or curtain
    return Laid(
        tuple(
            _on_page(page, wide, high, middle=middle, ends=scene is Scene.SPREAD) for page in pages
        ),
        step,
    )


class _Flow:
    """Blocks of one step, set and broken into pages."""

    def __init__(self, room: tuple[float, float], step: int, wall: Theme, *, centred: bool) -> None:
        self._wide, self._high = room
        self._step, self._wall, self._centred = step, wall, centred
        self.crowded = False

    def pages(self, blocks: Sequence[Block]) -> list[list[tuple[float, Piece]]]:
        """The pages, each as pieces with their x."""
        pieces: list[Piece] = []
        for place, block in enumerate(blocks):
            if isinstance(block, Chart):
                below = self._height_of(blocks[place + 1 :])
                pieces += self._charts(block, stacked_height(pieces), below)
            elif isinstance(block, Columns):
                pieces += self._side_by_side(block, stacked_height(pieces))
            else:
                pieces += self._set(block, self._wide)
        return [[(0.0, piece) for piece in page] for page in broken_pages(pieces, self._high)]

    def newspaper(self, blocks: Sequence[Block]) -> list[list[tuple[float, Piece]]]:
        """Pages of several columns, filled one after the other; a page is one piece."""
        count = 3 if self._wide > 1500 else 2
        wide = (self._wide - _APART * (count - 1)) / count
        pieces = [piece for block in blocks for piece in self._set(block, wide)]
        columns = broken_pages(pieces, self._high)
        found = []
        for start in range(0, len(columns), count):
            inner = [
                (place * (wide + _APART), column)
                for place, column in enumerate(columns[start : start + count])
            ]
            found.append([(0.0, _columns_piece(inner))])
        return found

    def _set(self, block: Block, width: float) -> list[Piece]:
        setter = Setter(width, self._step, self._wall, centred=self._centred)
        pieces = setter.pieces(block)
        self.crowded |= setter.crowded
        return pieces

    def _height_of(self, blocks: Sequence[Block]) -> float:
        """How high blocks are when they stand below something."""
        pieces: list[Piece] = []
        for block in blocks:
            if isinstance(block, Columns):
                pieces += self._side_by_side(block, 1.0)
            else:
                pieces += self._set(block, self._wide)
        return sum(piece.height + piece.gap for piece in pieces) + (_APART / 2 if blocks else 0.0)

    def _charts(self, block: Chart, above: float, below: float) -> list[Piece]:
        """A chart in the height that is left; a list that is longer goes on on further pages."""
        from deskrisk.charts.heights import pages_of_rows, wished_height  # noqa: PLC0415  for later
        from deskrisk.charts.look import look  # noqa: PLC0415  its neighbour

        shown = look(f"wall-{self._wall.name}")
        gap = _CHART_GAP if above else 0.0
        room = self._high - above - below - gap
        if room < self._high / 3:  # what stands above has taken the page: a page of its own
            room, gap = self._high - below, 0.0
        pages = pages_of_rows(block.chart, block.view, self._wide, room, shown)
        found = []
        for view in pages:
            wish = wished_height(block.chart, view, self._wide, shown) * _LARGER
            high = min(wish, room)
            mark = chart_mark(block.chart, view, self._wide, high)
            found.append(Piece(height=high, gap=gap, paints=(mark,)))
            gap = self._high  # each on a page of its own
        return found

    def _side_by_side(self, block: Columns, above: float) -> list[Piece]:
        """The columns as one piece where they fit below; else a piece for each page they take.

        The shorter column stays as it is while the longer one goes on.
        """
        free = self._wide - _APART * (len(block.columns) - 1)
        places, x = [], 0.0
        for share, column in zip(block.shares, block.columns, strict=True):
            pieces = [piece for each in column for piece in self._set(each, free * share)]
            places.append((x, pieces))
            x += free * share + _APART
        tallest = max(stacked_height(pieces) for _x, pieces in places)
        gap = 44.0 if above else 0.0
        left = self._high - above - gap
        if tallest <= left:
            return [_columns_piece(places, gap=gap)]
        first = left if left > self._high / 3 else self._high
        turned = [(x, broken_pages(pieces, self._high, first)) for x, pieces in places]
        count = max(len(pages) for _x, pages in turned)
        return [
            _columns_piece(
                [(x, pages[min(number, len(pages) - 1)]) for x, pages in turned if pages], gap=gap
            )
            for number in range(count)
        ]


def broken_pages(
    pieces: Sequence[Piece], high: float, first: float | None = None
) -> list[list[Piece]]:
    """Pieces on pages of a height; a heading goes on with what follows it.

    Args:
        pieces: in their order.
        high: of a page.
        first: of the first page, where something stands above; None for the same.
    """
    pages: list[list[Piece]] = [[]]
    y = 0.0
    for piece in pieces:
        page = pages[-1]
        gap = piece.gap if page else 0.0
        room = high if first is None or len(pages) > 1 else first
        if (page or room < high) and y + gap + piece.height > room + 0.01:
            carried: list[Piece] = []
            while len(page) > 1 and page[-1].keep and len(carried) < 3:
                carried.insert(0, page.pop())
            y = stacked_height(carried)
            gap = piece.gap if carried else 0.0
            if y + gap + piece.height > high:
                page += carried
                carried, y, gap = [], 0.0, 0.0
            pages.append(carried)
        pages[-1].append(piece)
        y += gap + piece.height
    return pages


def _columns_piece(columns: Sequence[tuple[float, Sequence[Piece]]], *, gap: float = 0.0) -> Piece:
    inner = []
    for x, pieces in columns:
        y = 0.0
        for place, piece in enumerate(pieces):
            y += piece.gap if place else 0.0
            inner.append((x, y, piece))
            y += piece.height
    height = max((stacked_height(pieces) for _x, pieces in columns), default=0.0)
    return Piece(height=height, gap=gap, inner=tuple(inner))


def _on_page(
    pieces: Sequence[tuple[float, Piece]], wide: int, high: int, *, middle: bool, ends: bool
) -> Page:
    margin = margin_of(wide)
    whole = stacked_height([piece for _x, piece in pieces])
    y = TOP
    if middle:
        y = max(TOP, min((high - whole) / 2, high - FOOT - whole))
    found = []
    for place, (x, piece) in enumerate(pieces):
        y += piece.gap if place else 0.0
        if ends and place == len(pieces) - 1 and len(pieces) > 2:
            y = max(y, high - FOOT - piece.height)
        found.append(Placed(margin + x, y, piece))
        y += piece.height
    return tuple(found)
