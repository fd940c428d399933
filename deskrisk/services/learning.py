"""Look across all workshops of a library; never per person.

Everything here reads, and may take seconds in a large library: it belongs on a thread of its own.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from deskrisk import assets
from deskrisk.domain.calibration import Calibration, Forecast, forecasts, judged
from deskrisk.domain.model.ids import RiskId, WorkshopId
from deskrisk.domain.series import SeriesPoint, project_key, series
from deskrisk.domain.themes import Language, Theme, themes
from deskrisk.i18n import language
from deskrisk.services.library import Library
from deskrisk.storage import learning as reading

FEWEST_OF_A_SERIES = 2
"""One workshop alone is no series."""


class Going(Protocol):
    """How far a long reading is, and whether it is still wanted."""

    @property
    def cancelled(self) -> bool:
        """Nobody wants the result any more."""

    def report(self, share: float) -> None:
        """Say how much is done, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project that several workshops were about, by the name that was used last."""

    key: str
    name: str
    workshops: tuple[WorkshopId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """What all workshops together show.

    ``titles`` has the title of each risk that is judged, by its id. ``workshops`` is how many name
    a risk, ``settled`` how many have an outcome.
    """

    themes: tuple[Theme, ...]
    calibration: Calibration
    titles: Mapping[RiskId, str]
    projects: tuple[Project, ...]
    workshops: int
    settled: int


def learned(library: Library, going: Going) -> Learned | None:
    """Read what all workshops together show; None if nobody wants it any more.

    Raises:
        LibraryError: something cannot be read.
    """
    named = library.asked(reading.named_risks)
    ids = library.asked(reading.settled)
    found: list[Forecast] = []
    titles: dict[RiskId, str] = {}
    for done, id_ in enumerate(ids):
        if going.cancelled:
            return None
        going.report(done / len(ids))
        workshop = library.workshop(id_)
        for each in forecasts(workshop):
            found.append(each)
            titles[each.risk] = workshop.risks[each.risk].title
    return Learned(
        themes=themes(named, comparing()),
        calibration=judged(tuple(found)),
        titles=titles,
        projects=projects(library),
        workshops=len({each.workshop for each in named}),
        settled=len(ids),
    )


def projects(library: Library) -> tuple[Project, ...]:
    """The projects that at least two workshops were about, by name.

    Raises:
        LibraryError: they cannot be read.
    """
    held: dict[str, list[tuple[WorkshopId, str]]] = {}
    for id_, name in library.asked(reading.projects):
        held.setdefault(project_key(name), []).append((id_, name))
    found = [
        Project(key=key, name=each[-1][1], workshops=tuple(id_ for id_, _name in each))
        for key, each in held.items()
        if len(each) >= FEWEST_OF_A_SERIES
    ]
    return tuple(sorted(found, key=lambda each: each.key))


def series_of(library: Library, project: Project) -> tuple[SeriesPoint, ...]:
    """How expected loss and promises of one project developed.

    Raises:
        LibraryError: a workshop cannot be read.
    """
    return series([library.workshop(each) for each in project.workshops])


def comparing() -> Language:
    """How titles are compared in the language that is spoken; by whole words in one not known."""
    try:
        return _comparing(language())
    except assets.AssetMissingError:
        return Language()


def _comparing(code: str) -> Language:
    held = json.loads(assets.path("wording", f"comparing-{code}.json").read_text("utf-8"))
    return Language(little=frozenset(held["little"]), endings=tuple(held["endings"]))
