"""Workshops about one project, one after the other: how expected loss and promises developed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.residuals import portfolio


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesPoint:
    """One workshop of a series.

    ``inherent`` is the sum of the room's middle answers in points, ``current`` what is left of it
    with what has been proven, ``target`` with all promises proven. ``kept`` promises of
    ``promises`` are proven; dropped ones are not counted.
    """

    workshop: WorkshopId
    title: str
    held_on: date
    risks: int
    inherent: float
    current: float
    target: float
    kept: int
    promises: int


def project_key(project: str) -> str:
    """What makes two names of a project the same one: not the case, and not the blanks."""
    return " ".join(project.casefold().split())


def series(workshops: Iterable[Workshop]) -> tuple[SeriesPoint, ...]:
    """The points of a series, the earliest workshop first.

    Args:
        workshops: those about one project.
    """
    held = sorted(workshops, key=lambda each: (each.brief.held_on, each.brief.title, each.id))
    return tuple(_point(each) for each in held)


def _point(workshop: Workshop) -> SeriesPoint:
    sums = portfolio(workshop)
    promises = [
        each
        for each in workshop.mitigations.values()
        if each.status is not MitigationStatus.DROPPED
    ]
    return SeriesPoint(
        workshop=workshop.id,
        title=workshop.brief.title,
        held_on=workshop.brief.held_on,
        risks=len(workshop.risks),
        inherent=sums.inherent,
        current=sums.current,
        target=sums.target,
        kept=sum(each.status is MitigationStatus.VERIFIED for each in promises),
        promises=len(promises),
    )
