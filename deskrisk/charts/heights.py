"""How high a chart wants to be, told without drawing it: a window asks first."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from deskrisk.charts.look import Look

ROW = 2.15
"""The height of a row of a chart, in sizes of its text."""

TITLES = 0.45
"""The most of the width of a list that its titles take."""

_TALL_ROW, _TALL_CLOSE = 3.1, 2.85
"""The same for rows with titles of two lines."""

_LETTER = 0.45
"""How wide a letter is on average, in sizes of the text."""

LISTS = {"gaps", "portfolio", "spread", "timeline"}
"""Charts that are lists, whose ``rows`` may stand on several pages."""

_LEAST = 120.0
_CLOSE = 1.5


def wished_height(chart: str, view: Any, width: float, look: Look) -> float:
    """The height in points in which a chart can be read well.

    Args:
        chart: its name in ``CHARTS``.
        view: its view model.
        width: what there is, in points.
        look: sizes of its type.
    """
    wish = _WISHES.get(chart)
    return _LEAST if wish is None else wish(view, width, look)


HEDGING_HEAD, HEDGING_FOOT = 2.9, 2.0
"""The names of the groups above the bars, and the key below, in sizes of the text."""

_LEAST_COLUMN = 9.0
_FOOT = 2.5
_STRIP = 7.0


def pages_of_rows(
    chart: str, view: Any, width: float, height: float, look: Look
) -> tuple[Any, ...]:
    """The view model in parts that can each be read in a height; one part if it is no list.

    Args:
        chart: its name in ``CHARTS``.
        view: its view model.
        width: what there is, in points.
        height: of a page, in points.
        look: sizes of its type.
    """
    if chart not in LISTS or len(view.rows) < 2:
        return (view,)
    most = len(view.rows)
    while most > 1 and _least(chart, replace(view, rows=view.rows[:most]), width, look) > height:
        most -= 1
    count = math.ceil(len(view.rows) / most)
    each = math.ceil(len(view.rows) / count)  # pages of about the same length
    return tuple(
        replace(view, rows=view.rows[start : start + each])
        for start in range(0, len(view.rows), each)
    )


def _least(chart: str, view: Any, width: float, look: Look) -> float:
    """The height in which a list can still be read from afar."""
    row = _row(view, width, look)
    close = _CLOSE if row < _TALL_ROW else _TALL_CLOSE
    return wished_height(chart, view, width, look) - (row - close) * look.text_size * len(view.rows)


def _row(view: Any, width: float, look: Look) -> float:
    """The height of a row of a list: more where a title takes two lines."""
    letters = max((len(row.title) for row in view.rows), default=0)
    room = width * TITLES - look.text_size * 2.3
    return _TALL_ROW if letters * _LETTER * look.text_size > room else ROW


def columns_abreast(count: int, width: float, look: Look) -> int:
    """How many columns of bars have room side by side, 1 to ``count``."""
    return max(min(count, int(width / (look.text_size * _LEAST_COLUMN))), 1)


MAP_HEAD, MAP_FOOT = 1.9, 3.2
"""What stands above and below the map, in sizes of the small text."""

_MAP_SHAPE = 0.46
_AREA, _CROWDED_AREA = 120.0, 230.0
"""The room that a named risk takes on the map, in squares of the small text; among many, more."""

_KEY_COLUMN = 20.0


def key_columns(width: float, look: Look) -> int:
    """How many columns of numbers and titles have room below the map."""
    return max(int(width / (look.small_size * _KEY_COLUMN)), 1)


def spare_in_key(named: int) -> int:
    """How many of the named risks the key can take in, because their titles found no place."""
    return math.ceil(named / 2)


def map_key(rest: int, named: int, width: float, look: Look) -> float:
    """How high the key of the rest of the risks is, in points; 0 for none."""
    if not rest:
        return 0.0
    count = rest + spare_in_key(named)
    return (math.ceil(count / key_columns(width, look)) + 1) * look.small_size * 1.3


def named_on_map(count: int, width: float, height: float, look: Look) -> int:
    """How many of the risks of a map are called by their titles there."""
    room = width * min(height, width * _MAP_SHAPE) / look.small_size**2
    usual = max(room / _AREA, 1.0)
    if count <= usual + 2:
        return count
    crowded = min((count - usual) / (3 * usual), 1.0)
    return max(int(room / (_AREA + crowded * (_CROWDED_AREA - _AREA))), 3)


def _map(view: Any, width: float, look: Look) -> float:
    if not view.rows:
        return look.text_size * 5
    high = width * _MAP_SHAPE
    named = named_on_map(len(view.rows), width, high, look)
    return high + map_key(len(view.rows) - named, named, width, look)


def _spread(view: Any, width: float, look: Look) -> float:
    return (
        look.text_size * _row(view, width, look) * max(len(view.rows), 1) + look.small_size * _FOOT
    )


def _movement(view: Any, _width: float, look: Look) -> float:
    return look.text_size * _STRIP * max(len(view.rows), 1) + look.small_size * _FOOT


def _hedging(view: Any, width: float, look: Look) -> float:
    if not view.kinds:
        return look.text_size * 5
    bands = 1
    if len(view.groups) != 2:
        bands = math.ceil(len(view.groups) / columns_abreast(len(view.groups), width * 0.7, look))
    band = HEDGING_HEAD + ROW * len(view.kinds)
    return look.text_size * bands * band + look.small_size * HEDGING_FOOT


PORTFOLIO_GAP, PORTFOLIO_FOOT = 1.0, 3.5
"""Between the sums and the risks, and below them, in sizes of the text."""

TIMELINE_HEAD = 3.4
CALIBRATION_FOOT = 3.6
GAPS_FOOT = 3.6
"""The days of the looks above, the key below, in sizes of the small text."""

_GAP_ROW = 2.5
_SUMS = 5.4
_TREND_SHAPE, _TREND_LEAST = 0.5, 22.0


def _portfolio(view: Any, width: float, look: Look) -> float:
    if view.empty:
        return look.text_size * 5
    rows = _row(view, width, look) * len(view.rows) + (_SUMS + PORTFOLIO_GAP if view.sums else 0.0)
    return look.text_size * rows + look.small_size * PORTFOLIO_FOOT


def _gaps(view: Any, width: float, look: Look) -> float:
    if not view.rows:
        return look.text_size * 5
    rows = max(_row(view, width, look), _GAP_ROW) * len(view.rows)
    return look.text_size * rows + look.small_size * GAPS_FOOT


def _timeline(view: Any, width: float, look: Look) -> float:
    rows = look.text_size * _row(view, width, look) * max(len(view.rows), 2)
    return rows + look.small_size * (TIMELINE_HEAD + 1.8)


def _calibration(view: Any, _width: float, look: Look) -> float:
    lines = len(view.bands) if view.brier else len(view.rows)
    return look.text_size * (ROW + 0.3) * max(lines, 2) + look.small_size * CALIBRATION_FOOT


def _trend(_view: Any, width: float, look: Look) -> float:
    return max(min(width * _TREND_SHAPE, look.small_size * 32), look.small_size * _TREND_LEAST)


_WISHES: Mapping[str, Callable[[Any, float, Look], float]] = {
    "calibration": _calibration,
    "gaps": _gaps,
    "hedging": _hedging,
    "map": _map,
    "movement": _movement,
    "portfolio": _portfolio,
    "spread": _spread,
    "timeline": _timeline,
    "trend": _trend,
}
