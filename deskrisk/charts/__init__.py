"""The charts: one drawing function each, on axes that somebody else made. Never ``pyplot``."""

from collections.abc import Mapping

CHARTS: Mapping[str, str] = {
    "spread": "deskrisk.charts.spread:draw_spread",
}
"""Every chart by its name, as module and function: loaded when first drawn.

Each is called with axes that fill the whole picture, a view model and a ``Look``.
"""
