from typing import Any

import pytest

from deskrisk.domain import brief
from deskrisk.domain.errors import (
    EmptyError,
    MissingError,
    RoundClosedError,
    SealedError,
)
from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import NoteId, ParticipantId, RiskId
from deskrisk.domain.model.scores import Ballot, BallotScope, DiscussionNote
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.scores import close_round
from deskrisk.domain.sheets import (
    Answer,
    Sheet,
    Turnout,
    asked,
    ballots_in,
    expected,
    hand_in,
    has_voted,
    seal_sheet,
    sheets_in,
    still_asked,
)
from tests.builders import a_participant, a_risk, a_score, a_workshop

P1, P2 = ParticipantId("p1"), ParticipantId("p2")
R1, R2 = RiskId("r1"), RiskId("r2")


def a_room(*more: Any, **fields: Any) -> Workshop:
    people = (a_participant("p1"), a_participant("p2"))
    return a_workshop(*people, a_risk("r1"), a_risk("r2"), *more, **fields)


def a_sheet(who: ParticipantId, *risks: RiskId) -> Sheet:
    answers = tuple(Answer(risk=risk, likelihood=4, impact=2) for risk in risks)
    return Sheet(who=who, answers=answers)


def test_a_sheet_goes_in_whole_and_counts() -> None:
    room = a_room()
    assert still_asked(room, P1) == (R1, R2)
    assert sheets_in(room) == Turnout(done=0, count=2)
    sealed = seal_sheet(room, a_sheet(P1, R1, R2))
    assert still_asked(sealed, P1) == ()
    assert sheets_in(sealed) == Turnout(done=1, count=2)
    score = sealed.scores["1/p1/r2"]
    assert (score.likelihood, score.impact, score.abstain) == (4, 2, False)


def test_cannot_judge_is_an_answer() -> None:
    sheet = Sheet(who=P1, answers=(Answer(risk=R1), Answer(risk=R2, likelihood=1, impact=1)))
    sealed = seal_sheet(a_room(), sheet)
    assert sealed.scores["1/p1/r1"].abstain
    assert still_asked(sealed, P1) == ()


def test_a_sealed_sheet_cannot_be_opened_but_a_new_risk_is_asked() -> None:
    sealed = seal_sheet(a_room(), a_sheet(P1, R1, R2))
    with pytest.raises(SealedError):
        seal_sheet(sealed, a_sheet(P1, R1, R2))
    more = put(sealed, a_risk("r3"))
    assert still_asked(more, P1) == (RiskId("r3"),)
    whole = seal_sheet(more, a_sheet(P1, RiskId("r3")))
    assert sheets_in(whole).done == 1


@pytest.mark.parametrize(
    ("sheet", "error"),
    [
        (a_sheet(P1, R1), EmptyError),
        (a_sheet(P1, R1, R2, RiskId("r9")), MissingError),
        (a_sheet(ParticipantId("p9"), R1, R2), MissingError),
        (
            Sheet(who=P1, answers=(Answer(risk=R1, likelihood=3), Answer(risk=R2))),
            EmptyError,
        ),
    ],
)
def test_what_is_not_whole_stays_out(sheet: Sheet, error: type[Exception]) -> None:
    with pytest.raises(error):
        seal_sheet(a_room(), sheet)


def test_a_closed_round_takes_no_sheet() -> None:
    closed = close_round(a_room(), 1, reason="time is over")
    with pytest.raises(RoundClosedError):
        seal_sheet(closed, a_sheet(P1, R1, R2))


def test_a_second_round_asks_about_what_was_talked_about() -> None:
    first = hand_in(a_room(), (a_sheet(P1, R1, R2), a_sheet(P2, R1, R2)))
    note = DiscussionNote(id=NoteId("n"), position=0, round=1, risk=R2, text="the old interface")
    talked = put(close_round(first, 1), note)
    assert asked(talked, 2) == (R2,)
    assert still_asked(talked, P1, 2) == (R2,)
    assert sheets_in(seal_sheet(talked, a_sheet(P1, R2), round_=2), 2).done == 1


def test_sheets_from_a_file_replace_what_was_there_all_or_none() -> None:
    room = a_room(a_score("p1", "r1", 1, 1))
    filled = hand_in(room, (a_sheet(P1, R1), a_sheet(P2, R2)))
    assert filled.scores["1/p1/r1"].likelihood == 4
    with pytest.raises(MissingError):
        hand_in(room, (a_sheet(P1, R1), a_sheet(P2, RiskId("r9"))))
    assert room.scores["1/p1/r1"].likelihood == 1


def test_who_is_away_or_does_not_score_is_not_expected() -> None:
    room = put(a_room(), a_participant("p1", present=False), a_participant("p3", scores=False))
    assert expected(room) == (P2,)
    assert not sheets_in(a_workshop(a_risk())).everybody


def test_ballots_are_counted() -> None:
    scope = BallotScope.BOUNDARY_TIER
    room = a_room(Ballot(participant=P2, scope=scope, ranking=((R1,),)))
    assert ballots_in(room, scope) == Turnout(done=1, count=2)
    assert has_voted(room, P2, scope)
    assert not has_voted(room, P2, BallotScope.ALL)


def test_what_came_in_sealed_cannot_be_laid_open_by_another_way() -> None:
    room = a_room(input_scores=InputMode.PASS)
    assert brief.edited(room, input_scores=InputMode.CARDS).brief.input_scores is InputMode.CARDS
    sealed = seal_sheet(room, a_sheet(P1, R1, R2))
    with pytest.raises(SealedError):
        brief.edited(sealed, input_scores=InputMode.CARDS)
    assert brief.edited(sealed, purpose="more").brief.purpose == "more"
    voted = a_room(Ballot(participant=P1, scope=BallotScope.ALL))
    with pytest.raises(SealedError):
        brief.edited(voted, input_ballots=InputMode.PAPER)
