"""Charts: what the window's thread does for one, and how long the studio draws."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from bench.clock import Result, measure
from bench.rooms import a_room, forgotten
from deskrisk.charts.heights import wished_height
from deskrisk.charts.look import look
from deskrisk.domain.model.workshop import Workshop
from deskrisk.viewmodels.blocks import Chart
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show import show_view

FRAME = 1000 / 60
DRAWN = 600.0
"""Milliseconds of the studio's thread, during which the old picture stays (a design choice)."""

_SCENES = (Scene.SPREAD, Scene.HEDGING, Scene.GAPS, Scene.MAP, Scene.PORTFOLIO, Scene.TIMELINE)
_WIDE, _HIGH = 760.0, 1600.0


def results() -> Iterator[Result]:
    """Every chart of the wall for a large room."""
    room = a_room(40, 12)
    room = replace(room, progress=replace(room.progress, round_closed=2))
    for scene in _SCENES:
        view = chart_of(room, scene)
        yield measure(
            f"chart {scene.value}, 40 x 12: the window", partial(shown, room, scene), limit=FRAME
        )
        yield measure(
            f"chart {scene.value}, 40 x 12: the studio",
            partial(drawn, scene.value, view),
            limit=DRAWN,
            runs=9,
        )


def chart_of(room: Workshop, scene: Scene) -> Any:
    """The view model of a scene's chart."""
    blocks = show_view(room, ShowState(scene=scene)).blocks
    return next(block.view for block in blocks if isinstance(block, Chart))


def shown(room: Workshop, scene: Scene) -> object:
    """What a window works out before a chart can be drawn: figures, words and height."""
    view = chart_of(forgotten(room), scene)
    return chart_words(view), wished_height(scene.value, view, _WIDE, look("light"))


def drawn(chart: str, view: Any) -> object:
    """Draw it; matplotlib is loaded only where it is measured."""
    from deskrisk.charts.canvas import drawn_pixels  # noqa: PLC0415  see above

    shown = look("light")
    high = min(wished_height(chart, view, _WIDE, shown), _HIGH)
    return drawn_pixels(chart, view, shown, _WIDE, high, 1.0)
