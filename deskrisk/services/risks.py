"""Risks: because, may, so that."""

from typing import Any

from deskrisk.domain import risks
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import FearId, ObjectiveId, RiskId
from deskrisk.services.meeting import Meeting

_TYPED = ("title", "cause", "event", "consequence", "red_line_reason", "note")


def add_risk(meeting: Meeting, *, origin: Any = None, **fields: Any) -> RiskId:
    """Begin a risk by hand, without a fear, and say which it is."""
    id_ = RiskId(meeting.new_id())
    meeting.step("risk.add", lambda w: risks.risk_added(w, id_, **fields), origin=origin)
    return id_


def edit_risk(meeting: Meeting, risk: RiskId, *, origin: Any = None, **fields: Any) -> Changes:
    """Change the sentence, kind, title, red line or another field of a risk.

    Raises:
        MissingError: the risk, the category or an aim is not there.
        TooManyError: a risk hurts at most three aims.
    """
    name = next(iter(fields))
    return meeting.step(
        f"risk.{name}" if name in _TYPED else "risk.edit",
        lambda w: risks.risk_edited(w, risk, **fields),
        merge=f"risks/{risk}/{name}" if name in _TYPED else None,
        origin=origin,
    )


def toggle_objective(meeting: Meeting, risk: RiskId, objective: ObjectiveId) -> Changes:
    """Say that a risk hurts an aim, or that it does not.

    Raises:
        TooManyError: it hurts three aims already.
    """
    return meeting.step("risk.hurts", lambda w: risks.objective_toggled(w, risk, objective))


def link_risk(meeting: Meeting, risk: RiskId, fear: FearId) -> Changes:
    """Let an existing risk stand for a fear."""
    return meeting.step("risk.link", lambda w: risks.linked(w, risk, fear))


def unlink_risk(meeting: Meeting, risk: RiskId, fear: FearId) -> Changes:
    """Let a risk no longer stand for a fear."""
    return meeting.step("risk.unlink", lambda w: risks.unlinked(w, risk, fear))


def split_risk(meeting: Meeting, risk: RiskId) -> RiskId:
    """Begin a second risk of the same cause, and say which it is."""
    id_ = RiskId(meeting.new_id())
    meeting.step("risk.split", lambda w: risks.risk_split(w, risk, id_))
    return id_


def duplicate_risk(meeting: Meeting, risk: RiskId) -> RiskId:
    """Copy a risk under the next number, and say which it is."""
    id_ = RiskId(meeting.new_id())
    meeting.step("risk.duplicate", lambda w: risks.risk_duplicated(w, risk, id_))
    return id_


def remove_risk(meeting: Meeting, risk: RiskId, *, for_good: bool = False) -> Changes:
    """Take a risk away; fears that only it stood for are open again.

    Raises:
        StillNeededError: answers or promises hang on it, and ``for_good`` is not said.
    """
    return meeting.step("risk.remove", lambda w: risks.risk_removed(w, risk, for_good=for_good))
