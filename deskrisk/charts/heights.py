"""How high a chart wants to be, told without drawing it: a window asks first."""

from collections.abc import Callable, Mapping
from typing import Any

from deskrisk.charts.look import Look

ROW = 2.15
"""The height of a row of a chart, in sizes of its text."""

_LEAST = 120.0


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


def _spread(view: Any, _width: float, look: Look) -> float:
    return look.text_size * ROW * max(len(view.rows), 1) + look.small_size * 2.5


_WISHES: Mapping[str, Callable[[Any, float, Look], float]] = {
    "spread": _spread,
}
