import pytest

from deskrisk.domain.errors import BallotError
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.order import standing_order
from deskrisk.services.ballots import cast_ballot, take_proposal, withdraw_ballot
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_participant, a_risk, a_score, a_workshop

P1, R1, R2 = ParticipantId("p1"), RiskId("r1"), RiskId("r2")


def a_meeting() -> Meeting:
    """Two risks of one tier, with the line between them."""
    return Meeting(
        a_workshop(
            a_participant(),
            a_risk("r1"),
            a_risk("r2"),
            a_score("p1", "r1", 3, 3),
            a_score("p1", "r2", 3, 3),
            focus_count=1,
        )
    )


def test_a_ballot_is_one_step_and_orders_the_tier() -> None:
    meeting = a_meeting()
    cast_ballot(meeting, P1, BallotScope.BOUNDARY_TIER, [[R2], [R1]])
    take_proposal(meeting)
    assert standing_order(meeting.workshop) == (R2, R1)
    assert [step_words(step) for step in meeting.history] == ["ballot", "take the proposed order"]
    meeting.undo()
    meeting.undo()
    assert meeting.workshop == a_meeting().workshop


def test_a_ballot_is_taken_back() -> None:
    meeting = a_meeting()
    cast_ballot(meeting, P1, BallotScope.ALL, [], [R1, R2])
    withdraw_ballot(meeting, P1, BallotScope.ALL)
    assert meeting.workshop.ballots == {}
    assert not withdraw_ballot(meeting, P1, BallotScope.ALL)


@pytest.mark.parametrize(
    ("ranking", "words"),
    [([[R1], [R1]], "A risk stands twice"), ([[RiskId("r9")]], "no longer there")],
)
def test_a_wrong_ballot_changes_nothing(ranking: list[list[RiskId]], words: str) -> None:
    meeting = a_meeting()
    with pytest.raises(BallotError) as caught:
        cast_ballot(meeting, P1, BallotScope.ALL, ranking)
    assert words in sentence(caught.value)
    assert meeting.workshop.ballots == {}
