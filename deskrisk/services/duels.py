"""The room holds two risks against each other, one pair after the other."""

from typing import Any

from deskrisk.domain import duels as rules
from deskrisk.domain.changes import Changes
from deskrisk.domain.duels import Votes
from deskrisk.domain.model.ids import DuelId, RiskId
from deskrisk.services.meeting import Meeting


def hold_duel(
    meeting: Meeting, a: RiskId, b: RiskId, votes: Votes, *, origin: Any = None
) -> Changes:
    """Everybody voted on two risks.

    Raises:
        MissingError: there is no such risk.
        DuelError: the two are one.
        EmptyError: nobody voted and nobody skipped.
        RangeError: a count is out of range.
    """
    id_ = DuelId(meeting.new_id())
    return meeting.step(
        "duel.hold", lambda w: rules.hold_duel(w, a, b, votes, id_=id_), origin=origin
    )


def take_back_duel(meeting: Meeting, *, origin: Any = None) -> Changes:
    """The latest duel was taken back."""
    return meeting.step("duel.take_back", rules.take_back_duel, origin=origin)
