"""An objection changes the document: what was changed since the vote is found and put on record."""

from datetime import UTC, date, datetime

import pytest

from deskrisk.domain.errors import NobodyAskedError, NothingNewError
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision
from deskrisk.domain.signoff import SignOffResult, sign_off
from deskrisk.services.amendments import (
    ask_again,
    changed_since_vote,
    lines_since_vote,
    record_changes,
)
from deskrisk.services.meeting import Meeting
from deskrisk.services.responses import decide, edit_mitigation
from deskrisk.services.signoff import freeze_agreement, set_stance
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.read_back import read_back
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop

P1, P2 = ParticipantId("p1"), ParticipantId("p2")
NOW = datetime(2025, 3, 11, 15, 0, tzinfo=UTC)


@pytest.fixture
def meeting() -> Meeting:
    people = (a_participant("p1"), a_participant("p2"))
    promise = a_mitigation("m1", "r1", title="Load test", owner=P1, due=date(2025, 4, 4))
    return Meeting(a_workshop(*people, a_risk("r1"), promise))


def due(meeting: Meeting, day: date) -> None:
    edit_mitigation(meeting, MitigationId("m1"), "due", day)


def test_nothing_was_changed_before_anybody_was_asked(meeting: Meeting) -> None:
    due(meeting, date(2025, 4, 2))
    assert changed_since_vote(meeting) == ()
    assert lines_since_vote(meeting) == ()


def test_what_is_changed_after_the_vote_is_found(meeting: Meeting) -> None:
    set_stance(meeting, P1, 1)
    set_stance(meeting, P2, 4)
    assert changed_since_vote(meeting) == ()
    due(meeting, date(2025, 4, 2))
    (line,) = lines_since_vote(meeting)
    plain = line.replace("\N{NO-BREAK SPACE}", " ")
    assert plain == "Promise “Load test”, due: 2 April 2025, was 4 April 2025"
    meeting.undo()
    assert lines_since_vote(meeting) == ()


def test_it_is_put_on_record_for_whoever_objected_and_marked_at_its_place(meeting: Meeting) -> None:
    set_stance(meeting, P1, 1)
    due(meeting, date(2025, 4, 2))
    record_changes(meeting)
    (amendment,) = meeting.workshop.amendments.values()
    assert (amendment.after_round, amendment.item, amendment.answers) == (1, "r1", (P1,))
    assert lines_since_vote(meeting) == ()
    (page,) = [page for page in read_back(public_side(meeting.workshop)) if page.key == "r1"]
    assert page.changed
    meeting.undo()
    assert meeting.workshop.amendments == {}
    assert len(lines_since_vote(meeting)) == 1


def test_the_next_round_puts_it_on_record_by_itself_in_one_step(meeting: Meeting) -> None:
    set_stance(meeting, P1, 1)
    set_stance(meeting, P2, 4)
    decide(meeting, RiskId("r1"), Decision.MITIGATE)
    ask_again(meeting)
    (amendment,) = meeting.workshop.amendments.values()
    assert amendment.change == "Decided: Risk r1: mitigate"
    assert amendment.after_round == 1
    assert meeting.workshop.progress.sign_off_round == 2
    meeting.undo()
    assert meeting.workshop.amendments == {}
    assert meeting.workshop.progress.sign_off_round == 1


def test_nobody_asked_nothing_is_asked_again(meeting: Meeting) -> None:
    with pytest.raises(NobodyAskedError):
        ask_again(meeting)


def test_freezing_is_a_step_that_can_be_undone(meeting: Meeting) -> None:
    set_stance(meeting, P1, 4)
    set_stance(meeting, P2, 5)
    assert sign_off(meeting.workshop).result is SignOffResult.ADOPTED
    id_ = freeze_agreement(meeting, NOW)
    assert meeting.workshop.versions[id_].agreed_on == NOW.date()
    with pytest.raises(NothingNewError):
        freeze_agreement(meeting, NOW)
    due(meeting, date(2025, 5, 2))
    freeze_agreement(meeting, NOW, changed="The test system comes later")
    assert [each.number for each in meeting.workshop.versions.values()] == [1, 2]
    for _step in range(3):
        meeting.undo()
    assert meeting.workshop.versions == {}
    meeting.redo()
    assert list(meeting.workshop.versions) == [id_]
