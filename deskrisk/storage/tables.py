"""The tables of a library: one for each part of a workshop; list and journal are in ``ledger.py``.

A row holds plain things (``rows.py``). SQLModel tables check nothing by themselves, so the database
does: STRICT types, ranges and choices as the domain declares them. Nothing has an author or a time.
"""

from typing import Any

from sqlmodel import SQLModel

from deskrisk.storage import ledger
from deskrisk.storage.columns import (
    a_number,
    a_text,
    a_whole,
    key_number,
    key_text,
    of_workshop,
    part_rules,
)


class BriefRow(SQLModel, table=True):
    """The settings of a workshop. Dates are days; ``focus_count`` is K, 1 to 10."""

    __tablename__ = "brief"
    __table_args__ = part_rules("brief")
    workshop_id: str = of_workshop()
    title: str = a_text()
    project: str = a_text()
    purpose: str = a_text()
    organisation: str = a_text()
    facilitator: str = a_text()
    facilitator_scores: bool = a_whole()
    held_on: str = a_text()
    horizon: str = a_text()
    preset: str = a_text()
    focus_count: int = a_whole()
    order_method: str = a_text()
    decision_rule: str = a_text()
    decision_owner: str | None = a_text()
    anonymity: str = a_text()
    input_fears: str = a_text()
    input_scores: str = a_text()
    input_ballots: str = a_text()
    input_signoff: str = a_text()
    project_size_person_days: float | None = a_number()
    continues: str = a_text()


class ProgressRow(SQLModel, table=True):
    """What the meeting itself has settled beside its lists."""

    __tablename__ = "progress"
    __table_args__ = part_rules("progress")
    workshop_id: str = of_workshop()
    aims_confirmed: bool = a_whole()
    rule_read_out: bool = a_whole()
    agreed_order: str = a_text()
    order_confirmed: bool = a_whole()
    order_note: str = a_text()
    first_order_method: str | None = a_text()
    order_method_reason: str = a_text()
    round_closed: int = a_whole()
    looked_at: str = a_text()
    sign_off_round: int = a_whole()
    owner_decided: bool = a_whole()
    owner_reason: str = a_text()
    adjourned_to: str | None = a_text()
    next_review: str | None = a_text()


class GroupRow(SQLModel, table=True):
    """A perspective, such as product or engineering."""

    __tablename__ = "groups"
    __table_args__ = part_rules("groups")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    name: str = a_text()


class ParticipantRow(SQLModel, table=True):
    """A person in the room."""

    __tablename__ = "participants"
    __table_args__ = part_rules("participants")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    name: str = a_text()
    role: str = a_text()
    group: str | None = a_text()
    present: bool = a_whole()
    scores: bool = a_whole()


class ObjectiveRow(SQLModel, table=True):
    """An aim of the project; what a consequence hurts."""

    __tablename__ = "objectives"
    __table_args__ = part_rules("objectives")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    text: str = a_text()


class EvenOverRow(SQLModel, table=True):
    """A trade-off said aloud: we protect ``more`` even over ``less``."""

    __tablename__ = "even_over"
    __table_args__ = part_rules("even_over")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    more: str = a_text()
    less: str = a_text()


class CategoryRow(SQLModel, table=True):
    """A kind of risk. A fixed one keeps an empty name: the program says it in the user's words."""

    __tablename__ = "categories"
    __table_args__ = part_rules("categories")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    name: str = a_text()


class ClusterRow(SQLModel, table=True):
    """A pile of fears with a name."""

    __tablename__ = "clusters"
    __table_args__ = part_rules("clusters")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    name: str = a_text()
    released: bool = a_whole()


class WorkingAgreementRow(SQLModel, table=True):
    """How we want to treat each other from now on."""

    __tablename__ = "working_agreements"
    __table_args__ = part_rules("working_agreements")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    text: str = a_text()


class FearRow(SQLModel, table=True):
    """What someone is afraid of, in their words."""

    __tablename__ = "fears"
    __table_args__ = part_rules("fears")
    workshop_id: str = of_workshop()
    id: str = key_text()
    text: str = a_text()
    kind: str = a_text()
    theme: str = a_text()
    cluster: str | None = a_text()
    disposition: str | None = a_text()
    agreement: str | None = a_text()
    merged_into: str | None = a_text()
    note: str = a_text()
    owner: str | None = a_text()
    due: str | None = a_text()
    released: bool = a_whole()
    held_back: bool = a_whole()
    still_holds: bool = a_whole()
    source: str = a_text()


class RiskRow(SQLModel, table=True):
    """Because *cause*, *event* may happen, so that *consequence*."""

    __tablename__ = "risks"
    __table_args__ = part_rules("risks")
    workshop_id: str = of_workshop()
    id: str = key_text()
    number: int = a_whole()
    title: str = a_text()
    cause: str = a_text()
    event: str = a_text()
    consequence: str = a_text()
    category: str | None = a_text()
    tags: str = a_text()
    objectives: str = a_text()
    fears: str = a_text()
    red_line: bool = a_whole()
    red_line_reason: str = a_text()
    base_rate_n: int | None = a_whole()
    base_rate_k: int | None = a_whole()
    ideas: str = a_text()
    secondary_to: str | None = a_text()
    hints_off: str = a_text()
    note: str = a_text()


class ScoreRow(SQLModel, table=True):
    """One person's answer for one risk in one round (1 or 2)."""

    __tablename__ = "scores"
    __table_args__ = part_rules("scores")
    workshop_id: str = of_workshop()
    round: int = key_number()
    participant: str = key_text()
    risk: str = key_text()
    likelihood: int | None = a_whole()
    impact: int | None = a_whole()
    abstain: bool = a_whole()


class DiscussionNoteRow(SQLModel, table=True):
    """What we heard about a risk between the rounds; no names."""

    __tablename__ = "discussion_notes"
    __table_args__ = part_rules("discussion_notes")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    round: int = a_whole()
    risk: str = a_text()
    text: str = a_text()


class BallotRow(SQLModel, table=True):
    """A private ranking: places in order, each a set of tied risks; unranked risks are last."""

    __tablename__ = "ballots"
    __table_args__ = part_rules("ballots")
    workshop_id: str = of_workshop()
    participant: str = key_text()
    scope: str = key_text()
    ranking: str = a_text()
    no_opinion: str = a_text()


class DuelRow(SQLModel, table=True):
    """A private choice of the room between two risks; only the counts are kept."""

    __tablename__ = "duels"
    __table_args__ = part_rules("duels")
    workshop_id: str = of_workshop()
    id: str = key_text()
    sequence: int = a_whole()
    a: str = a_text()
    b: str = a_text()
    wins_a: int = a_whole()
    wins_b: int = a_whole()
    equal: int = a_whole()
    skipped: int = a_whole()


class OrderMoveRow(SQLModel, table=True):
    """A risk moved by the room; positions count from 1."""

    __tablename__ = "order_moves"
    __table_args__ = part_rules("order_moves")
    workshop_id: str = of_workshop()
    id: str = key_text()
    sequence: int = a_whole()
    risk: str = a_text()
    from_position: int = a_whole()
    to_position: int = a_whole()
    crosses_tier: bool = a_whole()
    reason: str = a_text()


class ResponseRow(SQLModel, table=True):
    """The decision on one risk, and the levels it leaves."""

    __tablename__ = "responses"
    __table_args__ = part_rules("responses")
    workshop_id: str = of_workshop()
    risk: str = key_text()
    decision: str | None = a_text()
    treatments: str = a_text()
    owner: str | None = a_text()
    reason: str = a_text()
    trigger: str = a_text()
    fallback: str = a_text()
    residual_likelihood: int | None = a_whole()
    residual_impact: int | None = a_whole()
    leverage_note: str = a_text()
    review_date: str | None = a_text()
    happy: str | None = a_text()


class MitigationRow(SQLModel, table=True):
    """A promise with one owner, one date and one signal; it may serve several risks."""

    __tablename__ = "mitigations"
    __table_args__ = part_rules("mitigations")
    workshop_id: str = of_workshop()
    id: str = key_text()
    position: int = a_whole()
    risks: str = a_text()
    title: str = a_text()
    description: str = a_text()
    treatment: str = a_text()
    owner: str | None = a_text()
    supporters: str = a_text()
    due: str | None = a_text()
    effort_person_days: float | None = a_number()
    required: bool = a_whole()
    signal: str | None = a_text()
    status: str = a_text()
    status_note: str = a_text()
    done_on: str | None = a_text()
    verified_on: str | None = a_text()
    seen_by: str = a_text()


class StanceRow(SQLModel, table=True):
    """One person's answer in one round of the sign-off; level 5 (full support) to 1 (objection)."""

    __tablename__ = "stances"
    __table_args__ = part_rules("stances")
    workshop_id: str = of_workshop()
    round: int = key_number()
    participant: str = key_text()
    level: int = a_whole()
    comment: str = a_text()
    item: str = a_text()
    acceptable_if: str = a_text()


class AmendmentRow(SQLModel, table=True):
    """A change of the document after a round of the sign-off, and whose stance it answers."""

    __tablename__ = "amendments"
    __table_args__ = part_rules("amendments")
    workshop_id: str = of_workshop()
    id: str = key_text()
    sequence: int = a_whole()
    after_round: int = a_whole()
    item: str = a_text()
    change: str = a_text()
    answers: str = a_text()


class AgreementVersionRow(SQLModel, table=True):
    """What was agreed on one day, frozen, with its seal."""

    __tablename__ = "versions"
    __table_args__ = part_rules("versions")
    workshop_id: str = of_workshop()
    id: str = key_text()
    number: int = a_whole()
    agreed_on: str = a_text()
    snapshot: str = a_text()
    seal: str = a_text()
    changed: str = a_text()


class ReviewRow(SQLModel, table=True):
    """One later look: the day and who was there."""

    __tablename__ = "reviews"
    __table_args__ = part_rules("reviews")
    workshop_id: str = of_workshop()
    id: str = key_text()
    held_on: str = a_text()
    attended: str = a_text()
    scores_shown: bool = a_whole()


class ReviewEntryRow(SQLModel, table=True):
    """What a review saw about one risk. ``trigger_fired`` is None while nobody has said."""

    __tablename__ = "review_entries"
    __table_args__ = part_rules("review_entries")
    workshop_id: str = of_workshop()
    review: str = key_text()
    risk: str = key_text()
    status: str = a_text()
    trigger_fired: bool | None = a_whole()
    reading: str = a_text()
    note: str = a_text()


class ReviewScoreRow(SQLModel, table=True):
    """One person's private answer for one risk at a review."""

    __tablename__ = "review_scores"
    __table_args__ = part_rules("review_scores")
    workshop_id: str = of_workshop()
    review: str = key_text()
    participant: str = key_text()
    risk: str = key_text()
    likelihood: int | None = a_whole()
    impact: int | None = a_whole()
    abstain: bool = a_whole()


class OutcomeRow(SQLModel, table=True):
    """Whether a risk happened, and since when that is known."""

    __tablename__ = "outcomes"
    __table_args__ = part_rules("outcomes")
    workshop_id: str = of_workshop()
    risk: str = key_text()
    occurred: str = a_text()
    resolved_on: str | None = a_text()


class StageNoteRow(SQLModel, table=True):
    """What the facilitator noted about a stage."""

    __tablename__ = "stage_notes"
    __table_args__ = part_rules("stage_notes")
    workshop_id: str = of_workshop()
    stage: str = key_text()
    private: str = a_text()
    passed_because: str = a_text()


ROWS: dict[str, type[SQLModel]] = {
    str(row.__tablename__): row
    for row in SQLModel.__subclasses__()
    if row.__module__ in (ledger.__name__, __name__)
}
"""Every table class by the name of its table; heads and parts have the name of their field."""


def table(name: str) -> Any:
    """The SQLAlchemy table of a part, a head, ``"workshop"``, ``"step"`` or ``"step_change"``."""
    # SQLModel adds __table__ when the class is made; no stub knows of it.
    return ROWS[name].__table__  # type: ignore[attr-defined]
