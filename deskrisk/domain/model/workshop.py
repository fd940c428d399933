"""A whole workshop as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from deskrisk.domain.model.brief import Brief, Progress, StageNote
from deskrisk.domain.model.fears import Cluster, Fear, WorkingAgreement
from deskrisk.domain.model.ids import (
    AgreementId,
    AmendmentId,
    CategoryId,
    ClusterId,
    DuelId,
    EvenOverId,
    FearId,
    GroupId,
    MitigationId,
    MoveId,
    NoteId,
    ObjectiveId,
    ParticipantId,
    ReviewId,
    RiskId,
    VersionId,
    WorkshopId,
)
from deskrisk.domain.model.people import EvenOver, Group, Objective, Participant
from deskrisk.domain.model.responses import Mitigation, Response
from deskrisk.domain.model.reviews import Outcome, Review, ReviewEntry, ReviewScore
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Category, Risk
from deskrisk.domain.model.scores import Ballot, DiscussionNote, Duel, OrderMove, Score
from deskrisk.domain.model.signoff import AgreementVersion, Amendment, Stance

Part: TypeAlias = (
    Group
    | Participant
    | Objective
    | EvenOver
    | Category
    | Cluster
    | Fear
    | WorkingAgreement
    | Risk
    | Score
    | DiscussionNote
    | Ballot
    | Duel
    | OrderMove
    | Response
    | Mitigation
    | Stance
    | Amendment
    | AgreementVersion
    | Review
    | ReviewEntry
    | ReviewScore
    | Outcome
    | StageNote
)
"""A value of which a workshop holds many, by id."""

Value: TypeAlias = Brief | Progress | Part
"""Anything that a step can change."""


def _fixed_categories() -> dict[CategoryId, Category]:
    return {id_: Category(id=id_, position=place) for place, id_ in enumerate(FIXED_CATEGORIES)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One subject, one group of people, its stages and its later reviews.

    Every mapping is keyed by the ``id`` of its values and never changed in place: a rule of the
    method gives a new workshop. The order of a mapping means nothing; values that have an order
    carry a ``position``, ``number`` or ``sequence``.
    """

    id: WorkshopId
    brief: Brief
    progress: Progress = field(default_factory=Progress)
    groups: Mapping[GroupId, Group] = field(default_factory=dict)
    participants: Mapping[ParticipantId, Participant] = field(default_factory=dict)
    objectives: Mapping[ObjectiveId, Objective] = field(default_factory=dict)
    even_over: Mapping[EvenOverId, EvenOver] = field(default_factory=dict)
    categories: Mapping[CategoryId, Category] = field(default_factory=_fixed_categories)
    clusters: Mapping[ClusterId, Cluster] = field(default_factory=dict)
    fears: Mapping[FearId, Fear] = field(default_factory=dict)
    working_agreements: Mapping[AgreementId, WorkingAgreement] = field(default_factory=dict)
    risks: Mapping[RiskId, Risk] = field(default_factory=dict)
    scores: Mapping[str, Score] = field(default_factory=dict)
    discussion_notes: Mapping[NoteId, DiscussionNote] = field(default_factory=dict)
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    duels: Mapping[DuelId, Duel] = field(default_factory=dict)
    order_moves: Mapping[MoveId, OrderMove] = field(default_factory=dict)
    responses: Mapping[str, Response] = field(default_factory=dict)
    mitigations: Mapping[MitigationId, Mitigation] = field(default_factory=dict)
    stances: Mapping[str, Stance] = field(default_factory=dict)
    amendments: Mapping[AmendmentId, Amendment] = field(default_factory=dict)
    versions: Mapping[VersionId, AgreementVersion] = field(default_factory=dict)
    reviews: Mapping[ReviewId, Review] = field(default_factory=dict)
    review_entries: Mapping[str, ReviewEntry] = field(default_factory=dict)
    review_scores: Mapping[str, ReviewScore] = field(default_factory=dict)
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    stage_notes: Mapping[str, StageNote] = field(default_factory=dict)


HEADS: Mapping[str, type[Brief | Progress]] = {"brief": Brief, "progress": Progress}
"""The values of which a workshop has exactly one, by the name of their field."""

PARTS: Mapping[str, type[Part]] = {
    "groups": Group,
    "participants": Participant,
    "objectives": Objective,
    "even_over": EvenOver,
    "categories": Category,
    "clusters": Cluster,
    "working_agreements": WorkingAgreement,
    "fears": Fear,
    "risks": Risk,
    "scores": Score,
    "discussion_notes": DiscussionNote,
    "ballots": Ballot,
    "duels": Duel,
    "order_moves": OrderMove,
    "responses": Response,
    "mitigations": Mitigation,
    "stances": Stance,
    "amendments": Amendment,
    "versions": AgreementVersion,
    "reviews": Review,
    "review_entries": ReviewEntry,
    "review_scores": ReviewScore,
    "outcomes": Outcome,
    "stage_notes": StageNote,
}
"""The values of which a workshop has many, by the name of their mapping, in the file's order."""
