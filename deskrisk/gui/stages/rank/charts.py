"""The pictures of the difference beside the list of dots: which there are, and of what."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import revealed
from deskrisk.i18n import _
from deskrisk.viewmodels.hedging import HedgingView, hedging_view
from deskrisk.viewmodels.map import MapView, map_line, map_view
from deskrisk.viewmodels.rows import Row
from deskrisk.viewmodels.scenes import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart on the page.

    ``key`` is its name among the charts, ``name`` what it is called, ``view`` makes its view model
    of what may be shown, ``line`` says it in words, ``rows`` are risks that it leads to, ``scene``
    is how the room sees it.
    """

    key: str
    name: str
    view: Callable[[Workshop], Any]
    line: Callable[[Any], str]
    rows: Callable[[Any], tuple[Row, ...]]
    scene: Scene


@cache
def pictures() -> tuple[Picture, ...]:
    """Every chart of the page, in the order in which it is offered."""
    return (
        Picture(
            key="hedging",
            name=_("Who hedges against what"),
            view=hedging_view,
            line=_hedging_line,
            rows=_gaps,
            scene=Scene.HEDGING,
        ),
        Picture(
            key="map",
            name=_("Chance and impact"),
            view=lambda workshop: map_view(revealed(workshop)),
            line=map_line,
            rows=_no_rows,
            scene=Scene.MAP,
        ),
    )


def _hedging_line(view: HedgingView) -> str:
    return " ".join(filter(None, (view.line, view.hidden)))


def _gaps(view: HedgingView) -> tuple[Row, ...]:
    """Where two groups read a risk differently, now or before the talk."""
    return tuple(
        Row(
            key=gap.risk,
            number=str(gap.number),
            title=gap.title,
            soft=" ".join(filter(None, (gap.sentence, gap.was))),
            quiet=gap.closed,
        )
        for gap in view.gaps
    )


def _no_rows(_view: MapView) -> tuple[Row, ...]:
    return ()
