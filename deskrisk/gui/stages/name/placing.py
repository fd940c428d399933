"""Where the slips lie on the wall: piles in columns, fears about us on ground of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QRect

from deskrisk.gui.widgets.lines import Lines, broken
from deskrisk.viewmodels.name import NameView, PileRow, SlipRow

GAP = 12
PADDING = 12
NARROWEST = 164
"""A column is never narrower: five or six words of a slip fit on a line."""
WIDEST = 300
"""Nor wider than a slip of paper."""
HEADING_PADDING = 5
COUNT_WIDTH = 28
MOST_HEADING_LINES = 3
BETWEEN_PILES = 14
SLIP_GAP = 8
SAME_GAP = 9
"""Between the words of a slip and those of one that lies under it; a hairline is in it."""


@dataclass(frozen=True, slots=True)
class PlacedSlip:
    """A slip and the rectangle it lies in."""

    rect: QRect
    slip: SlipRow
    pile: PileRow


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """The name of a pile and the rectangle it stands in."""

    rect: QRect
    pile: PileRow


Placed = PlacedSlip | PlacedHeading

NO_PILE = PileRow(id=None, name="", count="", key="", about_us=False, slips=())
"""Where a slip lies that was let go where no pile is."""


@dataclass(frozen=True, slots=True)
class Wall:
    """The whole wall; ``ground`` is where the fears about us lie, if there are any."""

    placed: tuple[Placed, ...]
    ground: QRect | None
    height: int


class _Columns:
    """Columns side by side that fill from the top."""

    def __init__(self, left: int, top: int, width: int, count: int) -> None:
        self._left = left
        self.width = (width - (count - 1) * GAP) // count
        self.bottoms = [top] * count

    def x(self, column: int) -> int:
        """The left edge of a column."""
        return self._left + column * (self.width + GAP)

    def lowest(self) -> int:
        """The bottom of the longest column."""
        return max(self.bottoms)

    def shortest(self) -> int:
        """The column with most room."""
        return self.bottoms.index(min(self.bottoms))


def placed_wall(view: NameView, width: int) -> Wall:
    """Lay the wall out.

    Args:
        view: the piles, about the work first.
        width: room in pixels.
    """
    work = [pile for pile in view.piles if not pile.about_us]
    us = [pile for pile in view.piles if pile.about_us]
    count, us_count = _column_counts(work, us, width)
    beside = 0 < us_count < count
    column = (width - (count - 1) * GAP) // count
    us_width = us_count * (column + GAP) - GAP if beside else width
    columns = _Columns(
        0, 0, width - us_width - GAP if beside else width, count - us_count if beside else count
    )
    placed = _region(columns, work)
    if not us:
        return Wall(tuple(placed), None, columns.lowest())
    left, top = (width - us_width, 0) if beside else (0, columns.lowest())
    head = broken(view.people_heading, "small", us_width - 2 * PADDING).height + PADDING
    inner = _Columns(left + PADDING, top + head, us_width - 2 * PADDING, us_count)
    placed += _region(inner, us)
    bottom = max(inner.lowest(), columns.lowest() if beside else 0)
    return Wall(tuple(placed), QRect(left, top, us_width, bottom - top), bottom)


def _column_counts(work: Sequence[PileRow], us: Sequence[PileRow], width: int) -> tuple[int, int]:
    """How many columns there are, and how many of them are for the fears about us."""
    most = max((width + GAP) // (NARROWEST + GAP), 1)
    loose = any(pile.id is None for pile in (*work, *us))
    widest = max(-(-width // WIDEST), 1)
    count = most if loose else min(most, max(len(work) + len(us), widest))
    if not us or not work:
        return count, count if us else 0
    return count, min(max(count - len(work), count // 4, 1), len(us)) if count > 1 else 1


def _region(columns: _Columns, piles: Sequence[PileRow]) -> list[Placed]:
    placed: list[Placed] = []
    for pile in piles:
        if pile.id is None:
            placed += _spread_out(columns, pile)
        else:
            placed += _stacked(columns, pile)
    return placed


def _spread_out(columns: _Columns, pile: PileRow) -> list[Placed]:
    """Slips in no pile lie over all columns, so that a full wall can be seen at once."""
    top = columns.lowest()
    heading = _heading(columns, 0, top, pile)
    placed: list[Placed] = [PlacedHeading(heading, pile)]
    columns.bottoms = [top + heading.height()] * len(columns.bottoms)
    placed += [_lay(columns, columns.shortest(), slip, pile) for slip in pile.slips]
    columns.bottoms = [columns.lowest() + BETWEEN_PILES] * len(columns.bottoms)
    return placed


def _stacked(columns: _Columns, pile: PileRow) -> list[Placed]:
    at = columns.shortest()
    heading = _heading(columns, at, columns.bottoms[at], pile)
    columns.bottoms[at] += heading.height()
    placed: list[Placed] = [PlacedHeading(heading, pile)]
    placed += [_lay(columns, at, slip, pile) for slip in pile.slips]
    columns.bottoms[at] += BETWEEN_PILES
    return placed


def _heading(columns: _Columns, at: int, top: int, pile: PileRow) -> QRect:
    height = heading_lines(pile, columns.width).height + 2 * HEADING_PADDING
    return QRect(columns.x(at), top, columns.width, height)


def heading_lines(pile: PileRow, width: int) -> Lines:
    """The name of a pile as it is broken beside its count."""
    role = "strong" if pile.id is not None else "soft"
    return broken(pile.name, role, width - COUNT_WIDTH, MOST_HEADING_LINES)


def slip_lines(slip: SlipRow, width: int) -> tuple[Lines, tuple[Lines, ...], Lines | None]:
    """What stands on a slip: its words, those of the slips under it, and what became of it."""
    room = width - 2 * PADDING
    same = tuple(broken(text, "fear", room) for text in slip.same)
    sign = broken(slip.sign, "small", room, 3) if slip.sign else None
    return broken(slip.text, "fear", room), same, sign


def _lay(columns: _Columns, at: int, slip: SlipRow, pile: PileRow) -> PlacedSlip:
    words, same, sign = slip_lines(slip, columns.width)
    height = words.height + 2 * PADDING - 4
    height += sum(lines.height + SAME_GAP for lines in same)
    if sign is not None:
        height += sign.height
    rect = QRect(columns.x(at), columns.bottoms[at], columns.width, height)
    columns.bottoms[at] += height + SLIP_GAP
    return PlacedSlip(rect, slip, pile)


def pile_at(wall: Wall, point: QPoint) -> PileRow | None:
    """The pile on which something is let go; None where there is none.

    On a slip or a heading it is that one's; below a pile it is the pile above; on the ground of
    the fears about us, where no pile is, it is theirs without a pile.
    """
    above: PlacedSlip | PlacedHeading | None = None
    for placed in wall.placed:
        rect = placed.rect
        if rect.contains(point):
            return placed.pile
        beside = rect.left() <= point.x() <= rect.right()
        if beside and rect.bottom() < point.y():
            above = placed if above is None or rect.bottom() > above.rect.bottom() else above
    on_ground = wall.ground is not None and wall.ground.contains(point)
    if above is not None and above.pile.about_us == on_ground:
        return above.pile
    return replace(NO_PILE, about_us=True) if on_ground else None


def neighbour(placed: Sequence[Placed], at: int, dx: int, dy: int) -> int:
    """The place of the nearest thing in a direction; the same place if there is none."""
    here = placed[at].rect
    best, best_cost = at, None
    for place, other in enumerate(placed):
        there = other.rect
        along = _distance(here, there, dx, dy)
        if place == at or along < 0:
            continue
        aside = _aside(here, there, horizontal=bool(dx))
        cost = along + aside * 3
        if best_cost is None or cost < best_cost:
            best, best_cost = place, cost
    return best


def _distance(here: QRect, there: QRect, dx: int, dy: int) -> int:
    """How far away in the direction; negative for what is not in that direction."""
    if dx > 0:
        return there.left() - here.right()
    if dx < 0:
        return here.left() - there.right()
    return there.top() - here.bottom() if dy > 0 else here.top() - there.bottom()


def _aside(here: QRect, there: QRect, *, horizontal: bool) -> int:
    """How far off the line; 0 where the two overlap."""
    if horizontal:
        return max(there.top() - here.bottom(), here.top() - there.bottom(), 0)
    return max(there.left() - here.right(), here.left() - there.right(), 0)
