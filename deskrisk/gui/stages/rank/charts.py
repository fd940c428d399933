"""The pictures of the difference beside the list of dots: which there are, and of what."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.viewmodels.hedging import HedgingView, hedging_view
from deskrisk.viewmodels.map import map_line, map_view
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.scenes import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart on the page.

    ``key`` is its name in ``CHARTS``, ``name`` what it is called, ``view`` makes its view model of
    what may be shown, ``line`` says it in words, ``scene`` is how the room sees it.
    """

    key: str
    name: str
    view: Callable[[Workshop], Any]
    line: Callable[[Any], str]
    scene: Scene


@cache
def pictures() -> tuple[Picture, ...]:
    """Every chart of the page, in the order in which it is offered."""
    from deskrisk.charts import CHARTS  # noqa: PLC0415  a room for later

    return tuple(each for each in _known() if each.key in CHARTS)


def _known() -> tuple[Picture, ...]:
    return (
        Picture(
            key="hedging",
            name=_("Who hedges against what"),
            view=hedging_view,
            line=_hedging_line,
            scene=Scene.HEDGING,
        ),
        Picture(
            key="map",
            name=_("Chance and loss"),
            view=lambda workshop: map_view(public_side(workshop)),
            line=map_line,
            scene=Scene.MAP,
        ),
    )


def _hedging_line(view: HedgingView) -> str:
    return " ".join(filter(None, (view.line, view.hidden)))
