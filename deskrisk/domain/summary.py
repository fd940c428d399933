"""A workshop in one row: what the list of the library shows of it."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.due import MOST_KEPT, DueItem
from deskrisk.domain.due_dates import due_items
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import revealed
from deskrisk.domain.stages import stage_reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a row of the list needs beside title, project and day; fields as in ``LibraryRow``.

    ``due`` is what is due, the earliest first, at most ``MOST_KEPT`` of it.
    """

    stage: Stage = Stage.PREPARE
    first_risk: str = ""
    first_risk_category: CategoryId | None = None
    first_risk_place: int = 0
    promises_kept: int = 0
    promises: int = 0
    next_date: date | None = None
    due: tuple[DueItem, ...] = ()


def summary_of(workshop: Workshop) -> Summary:
    """Sum a workshop up for the list."""
    promises = [
        each
        for each in workshop.mitigations.values()
        if each.status is not MitigationStatus.DROPPED
    ]
    order = standing_order(revealed(workshop))
    first = workshop.risks[order[0]] if order else None
    stage = stage_reached(workshop)
    due = due_items(workshop, stage)[:MOST_KEPT]
    category = None if first is None else first.category
    return Summary(
        stage=stage,
        first_risk="" if first is None else first.title or first.event,
        first_risk_category=category,
        first_risk_place=own_place(workshop, category),
        promises_kept=sum(each.status is MitigationStatus.VERIFIED for each in promises),
        promises=len(promises),
        next_date=due[0].day if due else None,
        due=due,
    )


def own_place(workshop: Workshop, category: CategoryId | None) -> int:
    """Which of the room's own categories it is, from 1; 0 for a fixed one, or for none."""
    own = [each.id for each in in_order(workshop.categories) if each.id not in FIXED_CATEGORIES]
    return own.index(category) + 1 if category in own else 0
