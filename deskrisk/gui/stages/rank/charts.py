"""The pictures of the difference beside the list of dots: which there are, and of what."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import revealed
from deskrisk.i18n import _
from deskrisk.viewmodels.hedging import HedgingView, hedging_view
from deskrisk.viewmodels.map import map_line, map_view
from deskrisk.viewmodels.readings import ReadingsView, readings_view
from deskrisk.viewmodels.scenes import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart on the page.

    ``key`` is its name among the charts, ``name`` how it is chosen, ``title`` what it is called,
    ``view`` makes its view model of what may be shown, ``line`` says it in words, ``scene`` is how
    the room sees it.
    """

    key: str
    name: str
    title: str
    view: Callable[[Workshop], Any]
    line: Callable[[Any], str]
    scene: Scene


@cache
def pictures() -> tuple[Picture, ...]:
    """Every chart of the page, in the order in which it is offered."""
    return (
        Picture(
            key="hedging",
            name=_("Who hedges"),
            title=_("Who hedges against what"),
            view=hedging_view,
            line=_hedging_line,
            scene=Scene.HEDGING,
        ),
        Picture(
            key="gaps",
            name=_("Read differently"),
            title=_("What groups read differently"),
            view=lambda workshop: readings_view(revealed(workshop)),
            line=_readings_line,
            scene=Scene.GAPS,
        ),
        Picture(
            key="map",
            name=_("Chance and impact"),
            title=_("How likely, and how bad"),
            view=lambda workshop: map_view(revealed(workshop)),
            line=map_line,
            scene=Scene.MAP,
        ),
    )


def _hedging_line(view: HedgingView) -> str:
    return " ".join(filter(None, (view.line, view.hidden)))


def _readings_line(view: ReadingsView) -> str:
    return view.line
