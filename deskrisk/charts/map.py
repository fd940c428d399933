"""Chance and loss: every risk between the two on logarithmic axes, with the spread of the room."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from deskrisk.charts.faces import ELLIPSIS, broken, shortened, text_width
from deskrisk.charts.heights import (
    MAP_FOOT,
    MAP_HEAD,
    key_columns,
    map_key,
    named_on_map,
    spare_in_key,
)
from deskrisk.charts.labels import Mark, Places
from deskrisk.charts.look import Look
from deskrisk.charts.sheet import LINE, Box, Sheet
from deskrisk.charts.strip import LogScale
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import count_word
from deskrisk.viewmodels.map import MapRow, MapView, map_line

_SURE = 1.0
_HIGHEST = 125.0
_LOW_CHANCE, _LOW_LOSS = 0.08, 2.4
"""The axes start here, or a little before the lowest end of a cross."""

_AIR = 1.35
_SIGN = 0.85
_LABEL = 11.0
"""The most width of a label's line, in sizes of the small text."""

_LEADER = 0.9
_NEAR, _FAR = 3.0, 6.5
"""How far from its sign a title may stand, in lines; nearer where a number can take its place."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """The map itself: where a chance and a loss stand."""

    box: Box
    chance: LogScale
    loss: LogScale

    def at(self, chance: float, loss: float) -> tuple[float, float]:
        return self.chance.at(chance), self.loss.at(loss)


def draw_map(ax: Axes, view: MapView, look: Look) -> None:
    """Every risk as the sign of its kind, with a cross of its quartiles and its title.

    Risks on the same spot stand side by side. Where titles have no room, risks carry their number,
    which the key below explains; without room for a key the last ones are small and only counted.

    Args:
        ax: axes that fill the picture.
        view: the risks, the first one first named.
        look: colours and sizes.
    """
    sheet = Sheet(ax, look)
    if not view.rows:
        said = map_line(view)
        sheet.lines(0, sheet.height / 2, said, sheet.width, most=3, colour=look.ink_soft)
        return
    count = named_on_map(len(view.rows), sheet.width, sheet.height, look)
    named, rest = view.rows[:count], view.rows[count:]
    key = map_key(len(rest), len(named), sheet.width, look)
    if sheet.height - key < sheet.width * 0.42:
        key = 0.0
    ground = _draw_ground(sheet, view, sheet.height - key)
    unnamed = _draw_risks(sheet, ground, named, rest if key else (), () if key else rest)
    if key:
        _draw_key(sheet, (*rest, *unnamed), sheet.height - key)
    elif rest or unnamed:
        _say_rest(sheet, ground, len(rest) + len(unnamed))


def _draw_ground(sheet: Sheet, view: MapView, bottom: float) -> _Ground:
    """Axes, hairlines, and the lines on which the expected loss is the same."""
    look, size = sheet.look, sheet.look.small_size
    left = max(text_width(name, size) for _value, name in view.losses) + size * 0.7
    right = max(text_width(name, size) for _value, name in view.equal) + size * 0.7
    box = Box(left, size * MAP_HEAD, sheet.width - right, bottom - size * MAP_FOOT)
    ground = _Ground(
        box,
        LogScale(_lowest(_LOW_CHANCE, [row.chance.q1 for row in view.rows]), _SURE, *box.across),
        LogScale(_lowest(_LOW_LOSS, [row.loss.q1 for row in view.rows]), _HIGHEST, *box.upward),
    )
    for chance, name in view.chances:
        if chance < ground.chance.low:
            continue
        x = ground.chance.at(chance)
        sheet.line(x, box.top, x, box.bottom, above=0)
        y = box.bottom + size * 0.9
        sheet.words(x, y, name, size=size, colour=look.ink_soft, side="center")
    for loss, name in view.losses:
        if loss < ground.loss.low:
            continue
        y = ground.loss.at(loss)
        sheet.line(box.left, y, box.right, y, above=0)
        at = box.left - size * 0.5
        sheet.words(at, y, name, size=size, colour=look.ink_soft, side="right")
    for value, name in view.equal:
        _draw_equal(sheet, ground, value, name)
    _name_axes(sheet, box)
    return ground


def _draw_equal(sheet: Sheet, ground: _Ground, value: float, name: str) -> None:
    """A slanting line, named at its right end; not where it leaves the map below."""
    first = max(ground.chance.low, value / ground.loss.high)
    last = min(_SURE, value / ground.loss.low)
    if first >= last:
        return
    x, y = ground.at(first, value / first)
    to_x, to_y = ground.at(last, value / last)
    look, size = sheet.look, sheet.look.small_size
    sheet.line(x, y, to_x, to_y, colour=look.edge, dashed=True, above=1)
    if last >= _SURE:
        sheet.words(to_x + size * 0.5, to_y, name, size=size, colour=look.ink_soft, group="equal")


def _lowest(usual: float, values: Sequence[float]) -> float:
    return min([usual, *(value / _AIR for value in values)])


def _name_axes(sheet: Sheet, box: Box) -> None:
    size, soft = sheet.look.small_size, sheet.look.ink_soft
    y = size * 0.7
    loss, equal = _("loss if it happens, in points"), _("expected loss")
    sheet.words(0.0, y, loss, size=size, colour=soft)
    if text_width(loss, size) + text_width(equal, size) + size < sheet.width:
        sheet.words(sheet.width, y, equal, size=size, colour=soft, side="right")
    middle = box.bottom + size * 2.2
    how = _("how likely it is")
    sheet.words((box.left + box.right) / 2, middle, how, size=size, colour=soft, side="center")


def _draw_risks(
    sheet: Sheet,
    ground: _Ground,
    named: Sequence[MapRow],
    numbered: Sequence[MapRow],
    bare: Sequence[MapRow],
) -> list[MapRow]:
    """Signs, crosses and labels; those that were to be named and found no room for their title.

    They carry their number where there is a key, as ``numbered`` do.
    """
    size = sheet.look.small_size
    spots = _spots(ground, (*named, *numbered, *bare), size * _SIGN * 1.15)
    places = Places(ground.box, size * LINE)
    for row in (*named, *numbered, *bare):
        x, y = spots[row.risk]
        places.take(Mark(x, y, size * _SIGN * 0.5).box)
        if row not in bare:
            _draw_cross(sheet, ground, row, (x, y), places)
    for row in bare:
        sheet.sign(*spots[row.risk], size * _SIGN * 0.6, row.sign)
    left: list[MapRow] = []
    for row in (*named, *numbered):
        x, y = spots[row.risk]
        sheet.sign(x, y, size * _SIGN, row.sign)
        mark = Mark(x, y, size * _SIGN * 0.5)
        in_key = bool(numbered) and len(left) < spare_in_key(len(named))
        ways = _titles(row, size)[: -1 if in_key else None]  # the whole title stands in the key
        far = _NEAR if in_key else _FAR
        if row in named and not _label(sheet, places, row, mark, ways, far):
            left.append(row)
    if numbered:
        left = left[: spare_in_key(len(named))]
        for row in (*numbered, *left):
            mark = Mark(*spots[row.risk], size * _SIGN * 0.5)
            _label(sheet, places, row, mark, [[str(row.number)]])
    return left


def _spots(ground: _Ground, rows: Sequence[MapRow], apart: float) -> dict[str, tuple[float, float]]:
    """Where each risk stands; those that would lie on each other, side by side."""
    heaps: list[list[tuple[MapRow, float, float]]] = []
    for row in rows:
        x, y = ground.at(row.chance.median, row.loss.median)
        for heap in heaps:
            if math.hypot(heap[0][1] - x, heap[0][2] - y) < apart:
                heap.append((row, x, y))
                break
        else:
            heaps.append([(row, x, y)])
    found: dict[str, tuple[float, float]] = {}
    for heap in heaps:
        across = math.ceil(math.sqrt(len(heap)))
        down = math.ceil(len(heap) / across)
        for place, (row, _x, _y) in enumerate(heap):
            column, line = place % across, place // across
            in_line = min(across, len(heap) - line * across)
            x = heap[0][1] + (column - (in_line - 1) / 2) * apart
            y = heap[0][2] + (line - (down - 1) / 2) * apart
            found[row.risk] = (
                min(max(x, ground.box.left + apart / 2), ground.box.right - apart / 2),
                min(max(y, ground.box.top + apart / 2), ground.box.bottom - apart / 2),
            )
    return found


def _draw_cross(
    sheet: Sheet, ground: _Ground, row: MapRow, spot: tuple[float, float], places: Places
) -> None:
    """The middle half of the room: across for the chance, upright for the loss."""
    x, y = spot
    left, right = ground.chance.at(row.chance.q1), ground.chance.at(row.chance.q3)
    top, bottom = ground.loss.at(row.loss.q3), ground.loss.at(row.loss.q1)
    colour = sheet.look.ink_soft if row.focus else sheet.look.edge
    width = sheet.look.stroke * (1.0 if row.focus else 0.6)
    sheet.line(left, y, right, y, colour=colour, width=width, above=2)
    sheet.line(x, top, x, bottom, colour=colour, width=width, above=2)
    places.cross(Box(left, y - width, right, y + width))
    places.cross(Box(x - width, top, x + width, bottom))


def _label(
    sheet: Sheet,
    places: Places,
    row: MapRow,
    mark: Mark,
    ways: Sequence[Sequence[str]],
    far: float = math.inf,
) -> bool:
    """One of some labels where there is a free place, with a line to its mark if that is not near.

    Returns:
        whether there was a place for any of them.
    """
    size = sheet.look.small_size
    bold = row.focus
    for rows in ways:
        wide = max(text_width(each, size, bold=bold) for each in rows)
        high = len(rows) * size * LINE
        box = places.find(mark, wide, high, far)
        if box is not None:
            _lead(sheet, mark, box)
            sheet.bar(box.left, box.top, wide, high, fill=sheet.look.paper, above=3)
            for place, each in enumerate(rows):
                y = box.top + (place + 0.5) * size * LINE
                sheet.words(box.left, y, each, size=size, bold=bold, group="label")
            return True
    return False


def _titles(row: MapRow, size: float) -> list[list[str]]:
    """How a title may be set: whole if it can be, in two or three lines, or its beginning."""
    tried = [
        broken(row.title, size * wide, size, most, bold=row.focus)
        for most in (2, 3)
        for wide in (_LABEL, _LABEL * 1.3)
    ]
    whole = [rows for rows in tried if not rows[-1].endswith(ELLIPSIS)]
    return [*(whole or tried[-1:]), [shortened(row.title, size * _LABEL, size, bold=row.focus)]]


def _lead(sheet: Sheet, mark: Mark, box: Box) -> None:
    x = min(max(mark.x, box.left), box.right)
    y = min(max(mark.y, box.top), box.bottom)
    far = math.hypot(mark.x - x, mark.y - y)
    size = sheet.look.small_size
    if far > mark.radius + size * _LEADER:
        start = mark.radius / far
        sheet.line(
            mark.x + (x - mark.x) * start,
            mark.y + (y - mark.y) * start,
            x,
            y,
            colour=sheet.look.edge,
            above=3,
        )


def _draw_key(sheet: Sheet, rows: Sequence[MapRow], top: float) -> None:
    """Numbers and titles, column after column."""
    size = sheet.look.small_size
    columns = key_columns(sheet.width, sheet.look)
    down = math.ceil(len(rows) / columns)
    wide = sheet.width / columns
    for place, row in enumerate(sorted(rows, key=lambda each: each.number)):
        x = place // down * wide
        y = top + (place % down + 1.0) * size * LINE
        sheet.sign(x + size * 0.5, y, size * 0.7, row.sign)
        sheet.words(x + size * 2.7, y, str(row.number), size=size, side="right")
        sheet.words(x + size * 3.2, y, row.title, size=size, most=wide - size * 4)


def _say_rest(sheet: Sheet, ground: _Ground, count: int) -> None:
    size = sheet.look.small_size
    said = ngettext(
        "{count} more, small and without a name",
        "{count} more, small and without names",
        count,
    ).format(count=count_word(count))
    y = ground.box.bottom + size * 2.2
    sheet.words(0.0, y, said, size=size, colour=sheet.look.ink_soft, most=sheet.width * 0.4)
