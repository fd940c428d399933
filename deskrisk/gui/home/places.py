"""Where on the desk a thing of a workshop is looked at: the stage, and what is taken in hand."""

from collections.abc import Mapping

from deskrisk.domain.due import DueKind
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.stages import STAGES, stage_reached

_STAGES: Mapping[str, Stage] = {
    "participants": Stage.PREPARE,
    "objectives": Stage.PREPARE,
    "fears": Stage.NAME,
    "clusters": Stage.NAME,
    "working_agreements": Stage.NAME,
    "risks": Stage.RECAST,
    "discussion_notes": Stage.RANK,
    "order_moves": Stage.RANK,
    "mitigations": Stage.RESPOND,
    "responses": Stage.RESPOND,
    "stances": Stage.AGREE,
    "amendments": Stage.AGREE,
    "review_entries": Stage.FOLLOW_UP,
}
_DUE: Mapping[DueKind, Stage] = {
    DueKind.MEETING: Stage.PREPARE,
    DueKind.ADJOURNED: Stage.AGREE,
}

Place = tuple[Stage, str]
"""A stage, and the id of what is taken in hand there; ``""`` for nothing."""


def place_of(workshop: Workshop, part: str, id_: str) -> Place | None:
    """Where a text is that was found; None for the page that the workshop opens with."""
    if part == "stage_notes":
        return Stage(id_), ""
    stage = _STAGES.get(part)
    if stage is None:
        return None
    if part == "mitigations":
        return stage, _risk_of(workshop, id_)
    return stage, id_


def due_place(workshop: Workshop, kind: DueKind, subject: str) -> Place:
    """Where something is done about what is due."""
    stage = _DUE.get(kind, Stage.FOLLOW_UP)
    reached = stage_reached(workshop)
    if stage is Stage.FOLLOW_UP and STAGES.index(reached) < STAGES.index(stage):
        stage = Stage.RESPOND  # promised, and not agreed yet
    promise = kind in {DueKind.PROMISE, DueKind.UNPROVEN}
    return stage, _risk_of(workshop, subject) if promise else subject


def _risk_of(workshop: Workshop, promise: str) -> str:
    """The first risk that a promise serves."""
    found = workshop.mitigations.get(MitigationId(promise))
    risks = found.risks if found is not None else ()
    return next((each for each in risks if RiskId(each) in workshop.risks), "")
