"""The tables of the list of workshops and of the journal."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from deskrisk.storage.columns import (
    PLAIN,
    a_text,
    a_whole,
    key_number,
    key_text,
    of_step,
    of_workshop,
)


class WorkshopRow(SQLModel, table=True):
    """One workshop as the list shows it; ``touched`` orders it even if the clock goes back.

    ``shelf`` is ``open``, ``archived`` or ``trash``; ``shelved_at`` is the UTC minute when it was
    put there, None for an open one. ``first_risk_place`` counts the room's own categories from 1,
    0 for a fixed one; ``due`` is what is due as JSON, the earliest first.
    """

    __tablename__ = "workshop"
    __table_args__ = (
        CheckConstraint("shelf IN ('open', 'archived', 'trash')", name="workshop_shelf"),
        Index("workshop_touched", "touched"),
        Index("workshop_shelf_touched", "shelf", "touched"),
        Index("workshop_shelf_due", "shelf", "next_date"),
        PLAIN,
    )
    id: str = key_text()
    touched: int = a_whole()
    changed_at: str = a_text()
    title: str = a_text()
    project: str = a_text()
    held_on: str = a_text()
    stage: str = a_text()
    first_risk: str = a_text()
    first_risk_category: str | None = a_text()
    first_risk_place: int = a_whole()
    promises_kept: int = a_whole()
    promises: int = a_whole()
    next_date: str | None = a_text()
    due: str = a_text()
    seal: int = a_whole()
    shelf: str = a_text()
    shelved_at: str | None = a_text()


class StepRow(SQLModel, table=True):
    """One step of the journal; ``number`` counts from 1 in each workshop."""

    __tablename__ = "step"
    __table_args__ = (CheckConstraint("undone IN (0, 1)", name="step_undone"), PLAIN)
    workshop_id: str = of_workshop()
    number: int = key_number()
    id: str = a_text()
    label: str = a_text()
    args: str = a_text()
    merge_key: str | None = a_text()
    at: str = a_text()
    undone: bool = a_whole()


class StepChangeRow(SQLModel, table=True):
    """What a step did to one value: its images before and after as JSON, None for "not there"."""

    __tablename__ = "step_change"
    __table_args__ = (of_step(), PLAIN)
    workshop_id: str = key_text()
    number: int = key_number()
    place: int = key_number()
    part: str = a_text()
    value_id: str = a_text()
    before: str | None = a_text()
    after: str | None = a_text()
