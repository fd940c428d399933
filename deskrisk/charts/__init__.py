"""The charts: one drawing function each, on axes that somebody else made. Never ``pyplot``."""

from collections.abc import Mapping

CHARTS: Mapping[str, str] = {
    "calibration": "deskrisk.charts.calibration:draw_calibration",
    "gaps": "deskrisk.charts.gaps:draw_gaps",
    "hedging": "deskrisk.charts.hedging:draw_hedging",
    "map": "deskrisk.charts.map:draw_map",
    "movement": "deskrisk.charts.movement:draw_movement",
    "portfolio": "deskrisk.charts.portfolio:draw_portfolio",
    "spread": "deskrisk.charts.spread:draw_spread",
    "strip": "deskrisk.charts.strip:draw_strip",
    "timeline": "deskrisk.charts.timeline:draw_timeline",
    "trend": "deskrisk.charts.trend:draw_trend",
}
"""Every chart by its name, as module and function: loaded when first drawn.

Each is called with axes that fill the whole picture, a view model and a ``Look``.
"""
