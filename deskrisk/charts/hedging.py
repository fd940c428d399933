"""Who hedges against what: how each group spends one unit of worry on the kinds of risk."""

import math
from collections.abc import Sequence

from matplotlib.axes import Axes

from deskrisk.charts.faces import text_width
from deskrisk.charts.heights import HEDGING_FOOT, HEDGING_HEAD, columns_abreast
from deskrisk.charts.look import Look
from deskrisk.charts.sheet import Sheet
from deskrisk.i18n import _
from deskrisk.viewmodels.hedging import HedgingView, KindRow, ShareCell

PATTERNS = ("solid", "hatched", "dotted", "crossed", "half")
"""The fills that tell groups apart, in the order of the groups."""

FELT = 0.1
"""Groups that spend this much more or less on a kind differ."""

_MOST_BOLD = 2

_MOVED = 0.02
_HIGHEST_ROW = 2.6
_BAR = 0.62


def draw_hedging(ax: Axes, view: HedgingView, look: Look) -> None:
    """Bars of each group's share for each kind, the kind that parts the groups most on top.

    Two groups stand on both sides of the names; one, three or more side by side. Where there is
    nothing to compare, the view says why.

    Args:
        ax: axes that fill the picture.
        view: what the groups spend; hidden groups are not in it.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    if not view.kinds:
        sheet.lines(0.0, sheet.height / 2, view.line, sheet.width, most=3, colour=look.ink_soft)
        return
    kinds = sorted(view.kinds, key=_difference, reverse=True)
    foot = look.small_size * HEDGING_FOOT if _has_moved(kinds) else 0.0
    if len(view.groups) == 2:
        end = _draw_sides(sheet, view, kinds, sheet.height - foot)
    else:
        end = _draw_columns(sheet, view, kinds, sheet.height - foot)
    if foot:
        _draw_key(sheet, end + foot / 2)


def _difference(kind: KindRow) -> float:
    shares = [cell.share for cell in kind.cells]
    return max(shares) - min(shares)


def _is_felt(kind: KindRow, place: int) -> bool:
    """Only what parts the groups most is set bold, so that it is seen at once."""
    return place < _MOST_BOLD and _difference(kind) >= FELT


def _has_moved(kinds: Sequence[KindRow]) -> bool:
    return any(_moved(cell) for kind in kinds for cell in kind.cells)


def _moved(cell: ShareCell) -> bool:
    return cell.before is not None and abs(cell.before - cell.share) >= _MOVED


def _draw_sides(sheet: Sheet, view: HedgingView, kinds: Sequence[KindRow], bottom: float) -> float:
    """One group to the left of the names and one to the right; the height where they end."""
    size = sheet.look.text_size
    names = max(text_width(kind.name, size, bold=True) for kind in kinds) + size * 1.6
    names = min(names, sheet.width * 0.4)
    numbers = max(text_width(cell.text, size, bold=True) for k in kinds for cell in k.cells)
    numbers += size * 0.8
    middle, half = sheet.width / 2, names / 2 + size * 0.9
    reach = middle - half - numbers
    largest = _largest(kinds)
    head = size * HEDGING_HEAD
    room = middle - half
    sheet.lines(middle - half, head / 2, view.groups[0], room, side="right")
    sheet.lines(middle + half, head / 2, view.groups[1], room)
    high = min((bottom - head) / len(kinds), size * _HIGHEST_ROW)
    for place, kind in enumerate(kinds):
        y = head + (place + 0.5) * high
        felt = _is_felt(kind, place)
        colour = sheet.look.ink if felt else sheet.look.ink_soft
        _name(sheet, kind, middle - names / 2, y, names, felt=felt, centred=True)
        for side, cell in zip((-1, 1), kind.cells, strict=True):
            pattern = PATTERNS[0] if side < 0 else PATTERNS[1]
            start = middle + side * half
            _draw_bar(sheet, start, y, high, reach / largest * side, cell, pattern)
            end = 0.0 if side < 0 else sheet.width
            to = "left" if side < 0 else "right"
            sheet.words(end, y, cell.text, bold=felt, colour=colour, side=to, group="share")
    return head + high * len(kinds)


def _draw_columns(
    sheet: Sheet, view: HedgingView, kinds: Sequence[KindRow], bottom: float
) -> float:
    """The groups side by side, in bands where there are many; the height where they end."""
    size = sheet.look.text_size
    names = max(text_width(kind.name, size, bold=True) for kind in kinds) + size * 2.4
    names = min(names, sheet.width * 0.36)
    abreast = columns_abreast(len(view.groups), sheet.width - names, sheet.look)
    bands = math.ceil(len(view.groups) / abreast)
    wide = (sheet.width - names) / abreast
    head = size * HEDGING_HEAD
    band = bottom / bands
    high = min((band - head) / len(kinds), size * _HIGHEST_ROW)
    per_unit = (wide - size * 4.6) / _largest(kinds)
    for group, name in enumerate(view.groups):
        top, x = group // abreast * band, names + group % abreast * wide
        sheet.lines(x, top + head / 2, name, wide - size * 0.8)
        for place, kind in enumerate(kinds):
            y = top + head + (place + 0.5) * high
            felt = _is_felt(kind, place)
            if group % abreast == 0:
                _name(sheet, kind, 0.0, y, names - size * 0.8, felt=felt, centred=False)
            cell = kind.cells[group]
            _draw_bar(sheet, x, y, high, per_unit, cell, PATTERNS[group % len(PATTERNS)])
            end = x + per_unit * max(cell.share, cell.before or 0.0) + size * 0.5
            colour = sheet.look.ink if felt else sheet.look.ink_soft
            sheet.words(end, y, cell.text, bold=felt, colour=colour, group="share")
    return (bands - 1) * band + head + high * len(kinds)


def _largest(kinds: Sequence[KindRow]) -> float:
    cells = [cell for kind in kinds for cell in kind.cells]
    return max(max(cell.share, cell.before or 0.0) for cell in cells) or 1.0


def _name(
    sheet: Sheet, kind: KindRow, x: float, y: float, room: float, *, felt: bool, centred: bool
) -> None:
    """A sign and the name of a kind."""
    size = sheet.look.text_size
    indent = size * 1.4
    wide = min(text_width(kind.name, size, bold=felt), room - indent)
    start = x + (room - indent - wide) / 2 if centred else x
    sheet.sign(start + size * 0.4, y, size * 0.76, kind.sign)
    sheet.words(start + indent, y, kind.name, bold=felt, most=room - indent, group="kind")


def _draw_bar(
    sheet: Sheet,
    x: float,
    y: float,
    high: float,
    per_unit: float,
    cell: ShareCell,
    pattern: str,
) -> None:
    """A bar from its foot to the right, or to the left for a negative ``per_unit``."""
    long = cell.share * abs(per_unit)
    thick = min(high * _BAR, sheet.look.text_size * 1.1)
    left = x if per_unit > 0 else x - long
    sheet.bar(left, y - thick / 2, long, thick, pattern=pattern)
    sheet.line(x, y - high / 2, x, y + high / 2, colour=sheet.look.edge, above=3)
    if _moved(cell) and cell.before is not None:
        _mark(sheet, x + cell.before * per_unit, y, thick)


def _mark(sheet: Sheet, x: float, y: float, thick: float) -> None:
    """Where the bar ended in the first round: a line with an edge of paper, seen on any fill."""
    look, half = sheet.look, thick * 0.78
    sheet.line(x, y - half, x, y + half, colour=look.paper, width=look.stroke * 3, above=3)
    sheet.line(x, y - half, x, y + half, colour=look.ink, width=look.stroke, above=4)


def _draw_key(sheet: Sheet, y: float) -> None:
    size = sheet.look.small_size
    _mark(sheet, size * 0.4, y, size * 0.8)
    sheet.words(size * 1.2, y, _("in the first round"), size=size, colour=sheet.look.ink_soft)
