"""Tables of the document: rows that hold anything, break well and carry their rules.

Ours instead of reportlab's, because a row here may be longer than a page, a line may never stand
last or first on one, and each cell knows its place, which a tagged document will need.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from reportlab.platypus import Flowable

from deskrisk.reports.paragraph import Text
from deskrisk.reports.styles import PAINTS, paper
from deskrisk.reports.tags import HEADINGS, Held, TagTree, artifact

SMALLEST_PIECE = 60.0
"""A row is begun at the foot of a page only if this much room is left, in points."""

FRESH_SHARE = 0.75
"""With this share of a page there is nothing to gain by waiting for the next one."""

TOLERANCE = 1e-6
"""Heights that differ by less are the same, in points."""


class Kind(Enum):
    """What a grid is to a screen reader: the roles of itself, its rows and its cells."""

    LAYOUT = ("", "", "")
    TABLE = ("Table", "TR", "TD")
    LIST = ("L", "LI", "LBody")


class Rule(Enum):
    """A line below a row: its weight in points, and the name of its colour."""

    NONE = (0.0, "ink")
    HAIR = (0.4, "line")
    LINE = (0.75, "ink")
    HEAVY = (1.5, "ink")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in one or more columns, from top to bottom.

    ``bottom`` sets it on the foot of its row, as heads of columns are.
    """

    content: tuple[Flowable, ...] = ()
    columns: int = 1
    bottom: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. ``start`` is the column of its first cell; the rule below begins at ``rule_from``.

    ``clings`` keeps it with the next row, ``splits`` lets it break across pages although it would
    fit on the next. ``held`` is what its parts share in the tree of tags.
    """

    cells: tuple[Cell, ...]
    start: int = 0
    rule: Rule = Rule.HAIR
    rule_from: int = 0
    clings: bool = False
    splits: bool = False
    held: Held = field(default_factory=Held, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Padding:
    """Room around the content of each cell, in points; text starts on the left margin."""

    top: float = 4.0
    bottom: float = 4.0
    right: float = 7.0


class Grid(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A table of rows in columns of fixed widths, with heads that are repeated on each page."""

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Row],
        *,
        heads: Sequence[Row] = (),
        padding: Padding | None = None,
        rule_above: Rule = Rule.NONE,
        kind: Kind | None = None,
    ) -> None:
        super().__init__()
        self._kind = kind or (Kind.TABLE if heads else Kind.LAYOUT)
        self._held = Held()
        self._continued = False
        self._widths = tuple(widths)
        self._rows = tuple(rows)
        self._heads = tuple(heads)
        self._padding = padding or Padding()
        self._rule_above = rule_above
        # Known heights of rows by identity: what was measured once is not measured on each page.
        self._known: dict[int, float] = {}
        self._waits = False
        self._heights: tuple[float, ...] = ()
        self.hAlign = "LEFT"

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Width and height in points, whatever is available: a grid knows its columns."""
        if not self._heights:
            self._heights = tuple(
                self._known.get(id(row)) or self._row_height(row)
                for row in (*self._heads, *self._rows)
            )
        self.width = sum(self._widths)
        self.height = sum(self._heights)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """The part that fits and the rest; nothing if all of it belongs on the next page."""
        found = self.pieces(avail_width, avail_height)
        if not found and is_fresh_page(avail_height):
            found = self.pieces(avail_width, avail_height, anyhow=True)
        return found

    def pieces(
        self, avail_width: float, avail_height: float, *, anyhow: bool = False
    ) -> list[Flowable]:
        """As ``split``; ``anyhow`` breaks where it would rather not, because it must go on."""
        self.wrap(avail_width, avail_height)
        if self._waits and not anyhow and not is_fresh_page(avail_height):
            return []  # its rows were kept for the next page, so they must not follow on this one
        room = avail_height - self._head_height()
        fitting = self._fitting(room)
        if fitting == len(self._rows):
            return [self]
        left = room - sum(self._body_heights()[:fitting])
        if left >= SMALLEST_PIECE and (self._may_split(fitting) or (anyhow and fitting == 0)):
            halves = self._split_row(self._rows[fitting], left, anyhow=anyhow)
            if halves is not None:
                below = self._rows[fitting + 1 :]
                return list(self._parted((*self._rows[:fitting], halves[0]), (halves[1], *below)))
        taken = fitting if anyhow else self._kept_together(fitting)
        if not taken:
            return []
        first, rest = self._parted(self._rows[:taken], self._rows[taken:])
        rest._waits = taken < fitting  # noqa: SLF001  a part of this grid
        return [first, rest]

    def draw(self) -> None:
        """Draw rules and cells from the top down."""
        tags: TagTree | None = getattr(self.canv, "tags", None)
        if tags is None or tags.is_marked:
            self._draw_rows(None)
            return
        role = self._kind.value[0]
        if role:
            tags.enter(tags.tag(role, self._held))
        self._draw_rows(tags)
        if role:
            tags.leave()

    def _draw_rows(self, tags: TagTree | None) -> None:
        y = self.height
        self._draw_rule(self._rule_above, y, 0.0)
        role = self._kind.value[1]
        for place, row in enumerate((*self._heads, *self._rows)):
            height = self._heights[place]
            is_head = place < len(self._heads)
            if tags is None or not role:
                self._draw_row(tags, row, y, height, is_head=is_head)
            elif is_head and self._continued:
                with tags.artifact():
                    self._draw_row(None, row, y, height, is_head=True)
            else:
                tags.enter(tags.tag(role, row.held))
                self._draw_row(tags, row, y, height, is_head=is_head)
                tags.leave()
            y -= height
            self._draw_rule(row.rule, y, sum(self._widths[: row.rule_from]))

    def _draw_row(
        self, tags: TagTree | None, row: Row, y: float, height: float, *, is_head: bool
    ) -> None:
        x = sum(self._widths[: row.start])
        at = row.start
        role = "TH" if is_head else self._kind.value[2]
        for cell in row.cells:
            spanned = cell.columns + (at if cell is row.cells[0] else 0)
            if tags is None or not role:
                self._draw_cell(cell, x, y, at, height)
            else:
                tag = tags.cell(role, row.held, at, spanned)
                tags.enter(tag, alone=len(cell.content) == 1)
                self._draw_cell(cell, x, y, at, height)
                tags.leave()
            x += sum(self._widths[at : at + cell.columns])
            at += cell.columns

    def _parted(self, first: Sequence[Row], rest: Sequence[Row]) -> tuple["Grid", "Grid"]:
        return (
            self._like(first, self._rule_above, continued=self._continued),
            self._like(rest, continued=True),
        )

    def _like(
        self, rows: Sequence[Row], rule_above: Rule = Rule.NONE, *, continued: bool
    ) -> "Grid":
        part = Grid(
            self._widths,
            rows,
            heads=self._heads,
            padding=self._padding,
            rule_above=rule_above,
            kind=self._kind,
        )
        part._held = self._held
        part._continued = continued
        all_rows = (*self._heads, *self._rows)
        part._known = {id(row): tall for row, tall in zip(all_rows, self._heights, strict=True)}
        return part

    def _head_height(self) -> float:
        return sum(self._heights[: len(self._heads)])

    def _body_heights(self) -> tuple[float, ...]:
        return self._heights[len(self._heads) :]

    def _fitting(self, room: float) -> int:
        """How many rows fit, from the first."""
        for count, height in enumerate(self._body_heights()):
            room -= height
            if room < -TOLERANCE:
                return count
        return len(self._rows)

    def _kept_together(self, fitting: int) -> int:
        """Fewer rows where one clings to the next, or one would stand alone at either end."""
        taken = fitting
        if len(self._rows) - taken == 1 and taken > 2 and not self._rows[taken].splits:
            taken -= 1
        while 0 < taken < len(self._rows) and self._rows[taken - 1].clings:
            taken -= 1
        if taken == 1 and self._heads and not self._continued and not self._rows[0].splits:
            taken = 0  # a head with a single row is no table yet
        return taken

    def _may_split(self, index: int) -> bool:
        row = self._rows[index]
        whole_page = paper().body_height - self._head_height()
        return row.splits or self._body_heights()[index] > whole_page

    def _row_height(self, row: Row) -> float:
        at = row.start
        heights = [0.0]
        for cell in row.cells:
            heights.append(_height(cell.content, self._inner(at, cell.columns)))
            at += cell.columns
        return max(heights) + self._padding.top + self._padding.bottom

    def _inner(self, at: int, columns: int) -> float:
        return float(sum(self._widths[at : at + columns])) - self._right(at + columns)

    def _right(self, end: int) -> float:
        return 0.0 if end >= len(self._widths) else self._padding.right

    def _split_row(self, row: Row, room: float, *, anyhow: bool) -> tuple[Row, Row] | None:
        """The row in two; None if not a line of it fits."""
        room -= self._padding.top + self._padding.bottom
        at = row.start
        first: list[Cell] = []
        rest: list[Cell] = []
        for cell in row.cells:
            inner = self._inner(at, cell.columns)
            head, tail = split_content(cell.content, inner, room, anyhow=anyhow)
            first.append(Cell(content=head, columns=cell.columns))
            rest.append(Cell(content=tail, columns=cell.columns))
            at += cell.columns
        if not any(cell.content for cell in first) or not any(cell.content for cell in rest):
            return None
        begun = [
            bool(part.content)
            for part, whole in zip(first, row.cells, strict=True)
            if whole.content
        ]
        if not all(begun) and not anyhow:
            return None  # a label would stand without what it is for
        return (
            Row(cells=tuple(first), start=row.start, rule=Rule.NONE, held=row.held),
            Row(
                cells=tuple(rest),
                start=row.start,
                rule=row.rule,
                rule_from=row.rule_from,
                clings=row.clings,
                splits=row.splits,
                held=row.held,
            ),
        )

    def _draw_cell(self, cell: Cell, x: float, top: float, at: int, height: float) -> None:
        inner = self._inner(at, cell.columns)
        y = top - self._padding.top
        if cell.bottom:
            y = top - height + self._padding.bottom + _height(cell.content, inner)
        for each in cell.content:
            y -= each.getSpaceBefore()
            y -= each.height  # known since its row was measured
            _draw(each, self.canv, x, y)
            y -= each.getSpaceAfter()

    def _draw_rule(self, rule: Rule, y: float, start: float) -> None:
        weight, colour = rule.value
        if not weight:
            return
        with artifact(self.canv):
            self.canv.setStrokeColor(PAINTS[colour])
            self.canv.setLineWidth(weight)
            self.canv.line(start, y, self.width, y)


def is_fresh_page(avail_height: float) -> bool:
    """Is there so much room that waiting for the next page would bring nothing?"""
    return avail_height >= FRESH_SHARE * paper().body_height


def split_content(
    content: Sequence[Flowable], width: float, room: float, *, anyhow: bool = False
) -> tuple[tuple[Flowable, ...], tuple[Flowable, ...]]:
    """What fits into a height, and what comes after.

    Args:
        content: from top to bottom.
        width: of the column, in points.
        room: the height there is, in points.
        anyhow: break the first that does not fit, even where it would rather not.
    """
    taken: list[Flowable] = []
    waiting = list(content)
    while waiting:
        each = waiting[0]
        air = each.getSpaceBefore() + each.getSpaceAfter()
        needed = air + each.wrap(width, room)[1]
        if needed <= room + TOLERANCE:
            taken.append(waiting.pop(0))
            room -= needed
            continue
        parts = _pieces(each, width, max(room - air, 0), anyhow=anyhow)
        if len(parts) > 1:
            taken.append(parts[0])
            waiting[:1] = parts[1:]
        break
    while waiting and len(taken) > 1 and _is_heading(taken[-1]):
        waiting.insert(0, taken.pop())
    return tuple(taken), tuple(waiting)


def _is_heading(each: Flowable) -> bool:
    role: str = getattr(getattr(each, "style", None), "role", "")
    return role in HEADINGS


def _draw(each: Flowable, canvas: Any, x: float, y: float) -> None:
    """Draw a part of a cell; most are paragraphs."""
    if isinstance(each, Text):
        each.draw_at(canvas, x, y)
    else:
        each.drawOn(canvas, x, y)


def _pieces(each: Flowable, width: float, room: float, *, anyhow: bool) -> list[Flowable]:
    if isinstance(each, Grid | Stack):
        return each.pieces(width, room, anyhow=anyhow)
    found: list[Flowable] = each.split(width, room)
    return found


def _height(content: Sequence[Flowable], width: float) -> float:
    return float(
        sum(
            each.getSpaceBefore() + each.wrap(width, 1e6)[1] + each.getSpaceAfter()
            for each in content
        )
    )


class Stack(Flowable):  # type: ignore[misc]  # reportlab has no types
    """Things below each other that stay on one page if they can.

    What is longer than a page breaks between or inside of them, and ``again`` is printed first on
    each further page.
    """

    def __init__(
        self, content: Sequence[Flowable], *, again: Flowable | None = None, after: float = 0
    ) -> None:
        super().__init__()
        self.spaceAfter = after
        self._content = tuple(content)
        self._again = again

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """All the width there is, and the height of all it holds."""
        self.width = avail_width
        self.height = _height(self._content, avail_width)
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Nothing while it fits on a page of its own, else what fits and the rest."""
        found = self.pieces(avail_width, avail_height)
        if not found and is_fresh_page(avail_height):
            found = self.pieces(avail_width, avail_height, anyhow=True)
        return found

    def pieces(
        self, avail_width: float, avail_height: float, *, anyhow: bool = False
    ) -> list[Flowable]:
        """As ``split``; ``anyhow`` breaks where it would rather not, because it must go on."""
        _, tall = self.wrap(avail_width, avail_height)
        if not anyhow and (tall <= paper().body_height or avail_height < SMALLEST_PIECE):
            return []
        head, tail = split_content(self._content, avail_width, avail_height, anyhow=anyhow)
        fresh = [each for each in head if each is not self._again]
        if not tail or not _height(fresh, avail_width):
            return []
        repeated = () if self._again is None else (self._again,)
        rest = Stack((*repeated, *tail), again=self._again, after=self.spaceAfter)
        return [Stack(head), rest]

    def draw(self) -> None:
        """Draw from the top down."""
        y = self.height
        for each in self._content:
            y -= each.getSpaceBefore()
            y -= each.height  # known since it was measured
            _draw(each, self.canv, 0, y)
            y -= each.getSpaceAfter()
