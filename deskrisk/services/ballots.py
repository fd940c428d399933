"""Private ballots come in, are taken back, and their order is taken over."""

from collections.abc import Iterable
from typing import Any

from deskrisk.domain import ballots as rules
from deskrisk.domain import proposal
from deskrisk.domain.ballots import Ranking
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.services.meeting import Meeting


def cast_ballot(
    meeting: Meeting,
    who: ParticipantId,
    scope: BallotScope,
    ranking: Ranking[RiskId],
    no_opinion: Iterable[RiskId] = (),
    *,
    origin: Any = None,
) -> Changes:
    """Somebody gave in a ballot; it replaces an earlier one.

    Raises:
        MissingError: there is no such person.
        BallotError: it names a risk twice, or one that is not there.
    """
    unsure = tuple(no_opinion)
    return meeting.step(
        "ballot.cast",
        lambda w: rules.cast_ballot(w, who, scope, ranking, unsure),
        origin=origin,
    )


def withdraw_ballot(
    meeting: Meeting, who: ParticipantId, scope: BallotScope, *, origin: Any = None
) -> Changes:
    """A ballot was taken back."""
    return meeting.step(
        "ballot.withdraw", lambda w: rules.withdraw_ballot(w, who, scope), origin=origin
    )


def take_proposal(meeting: Meeting, *, origin: Any = None) -> Changes:
    """The room took the order that scores, and ballots or duels, propose."""
    return meeting.step("order.propose", proposal.take_proposal, origin=origin)
