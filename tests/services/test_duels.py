import pytest

from deskrisk.domain.duels import Votes
from deskrisk.domain.errors import DuelError
from deskrisk.domain.model.ids import RiskId
from deskrisk.services.duels import hold_duel, take_back_duel
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_risk, a_workshop

R1, R2 = RiskId("r1"), RiskId("r2")


def test_a_duel_is_one_step_and_can_be_taken_back() -> None:
    meeting = Meeting(a_workshop(a_risk("r1"), a_risk("r2")))
    hold_duel(meeting, R1, R2, Votes(wins_a=5, wins_b=3))
    (duel,) = meeting.workshop.duels.values()
    assert (duel.a, duel.b, duel.wins_a, duel.wins_b) == (R1, R2, 5, 3)
    take_back_duel(meeting)
    assert meeting.workshop.duels == {}
    assert [step_words(step) for step in meeting.history] == ["duel", "take a duel back"]
    meeting.undo()
    assert len(meeting.workshop.duels) == 1


def test_a_risk_cannot_be_held_against_itself() -> None:
    meeting = Meeting(a_workshop(a_risk("r1")))
    with pytest.raises(DuelError) as caught:
        hold_duel(meeting, R1, R1, Votes(wins_a=1))
    assert sentence(caught.value) == "A duel needs two different risks."
