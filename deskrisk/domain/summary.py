"""A workshop in one row: what the list of the library shows of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.stages import stage_reached

_SETTLED = (MitigationStatus.VERIFIED, MitigationStatus.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a row of the list needs beside title, project and day; fields as in ``LibraryRow``."""

    stage: Stage = Stage.PREPARE
    first_risk: str = ""
    first_risk_category: CategoryId | None = None
    promises_kept: int = 0
    promises: int = 0
    next_date: date | None = None


def summary_of(workshop: Workshop) -> Summary:
    """Sum a workshop up for the list."""
    promises = [
        each
        for each in workshop.mitigations.values()
        if each.status is not MitigationStatus.DROPPED
    ]
    order = standing_order(workshop)
    first = workshop.risks[order[0]] if order else None
    stage = stage_reached(workshop)
    return Summary(
        stage=stage,
        first_risk="" if first is None else first.title or first.event,
        first_risk_category=None if first is None else first.category,
        promises_kept=sum(each.status is MitigationStatus.VERIFIED for each in promises),
        promises=len(promises),
        next_date=workshop.brief.held_on if stage is Stage.PREPARE else next_date(workshop),
    )


def next_date(workshop: Workshop) -> date | None:
    """The earliest day on which something is due: an open promise, or a look at a risk again."""
    return min(_open_dates(workshop), default=None)


def _open_dates(workshop: Workshop) -> Iterator[date]:
    for promise in workshop.mitigations.values():
        if promise.due is not None and promise.status not in _SETTLED:
            yield promise.due
    looked = max((each.held_on for each in workshop.reviews.values()), default=date.min)
    for response in workshop.responses.values():
        if response.review_date is not None and response.review_date > looked:
            yield response.review_date
