from collections.abc import Callable
from dataclasses import replace

import pytest

from deskrisk.domain.errors import (
    MissingError,
    NoReasonError,
    RoundClosedError,
    RoundNotOpenError,
)
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.ids import NoteId, ParticipantId, RiskId
from deskrisk.domain.model.scores import DiscussionNote
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.scores import (
    FIRST_ROUND,
    SECOND_ROUND,
    Question,
    abstain,
    asked_again,
    clear_answer,
    close_round,
    has_answered,
    not_shown_yet,
    open_round,
    reopen_round,
    revealed,
    set_answer,
    still_missing,
    unfinished,
)
from tests.builders import a_participant, a_risk, a_score, a_workshop

P1, P2, R1, R2 = ParticipantId("p1"), ParticipantId("p2"), RiskId("r1"), RiskId("r2")


def two_by_two() -> Workshop:
    return a_workshop(a_participant("p1"), a_participant("p2"), a_risk("r1"), a_risk("r2"))


def answered(workshop: Workshop, who: ParticipantId, risk: RiskId, round_: int = 1) -> Workshop:
    workshop = set_answer(workshop, who, risk, Question.LIKELIHOOD, 2, round_=round_)
    return set_answer(workshop, who, risk, Question.IMPACT, 5, round_=round_)


def all_answered() -> Workshop:
    workshop = two_by_two()
    for who in (P1, P2):
        for risk in (R1, R2):
            workshop = answered(workshop, who, risk)
    return workshop


def test_an_answer_counts_when_both_questions_are_answered() -> None:
    half = set_answer(two_by_two(), P1, R1, Question.LIKELIHOOD, 4)
    assert not has_answered(half, P1, R1)
    whole = set_answer(half, P1, R1, Question.IMPACT, 3)
    assert has_answered(whole, P1, R1)
    score = whole.scores["1/p1/r1"]
    assert (score.likelihood, score.impact, score.abstain) == (4, 3, False)


def test_cannot_judge_takes_both_levels_away_and_an_answer_takes_it_back() -> None:
    silent = abstain(answered(two_by_two(), P1, R1), P1, R1)
    score = silent.scores["1/p1/r1"]
    assert (score.likelihood, score.impact, score.abstain) == (None, None, True)
    assert has_answered(silent, P1, R1)
    again = set_answer(silent, P1, R1, Question.IMPACT, 1)
    assert (again.scores["1/p1/r1"].abstain, again.scores["1/p1/r1"].impact) == (False, 1)


def test_a_cleared_score_leaves_nothing_behind() -> None:
    workshop = answered(two_by_two(), P1, R1)
    half = clear_answer(workshop, P1, R1, Question.IMPACT)
    assert (half.scores["1/p1/r1"].likelihood, half.scores["1/p1/r1"].impact) == (2, None)
    assert clear_answer(half, P1, R1, Question.LIKELIHOOD).scores == {}


def test_clearing_cannot_judge_clears_it_whole_and_clearing_nothing_does_nothing() -> None:
    silent = abstain(two_by_two(), P1, R1)
    assert clear_answer(silent, P1, R1, Question.LIKELIHOOD).scores == {}
    start = two_by_two()
    assert clear_answer(start, P1, R1, Question.IMPACT) is start


@pytest.mark.parametrize(("who", "risk"), [("p9", "r1"), ("p1", "r9")])
def test_only_people_and_risks_of_the_workshop_can_meet(who: str, risk: str) -> None:
    with pytest.raises(MissingError):
        set_answer(two_by_two(), ParticipantId(who), RiskId(risk), Question.IMPACT, 1)
    with pytest.raises(MissingError):
        abstain(two_by_two(), P1, R1, round_=3)


def test_missing_are_the_present_who_have_not_answered() -> None:
    workshop = put(
        two_by_two(), a_participant("p3", present=False), a_participant("p4", scores=False)
    )
    assert set(still_missing(workshop, R1)) == {P1, P2}
    workshop = abstain(answered(workshop, P1, R1), P2, R1)
    assert still_missing(workshop, R1) == ()
    assert unfinished(workshop) == (R2,)


def test_closing_needs_a_reason_while_somebody_is_missing_and_keeps_it_for_the_document() -> None:
    workshop = answered(two_by_two(), P1, R1)
    with pytest.raises(NoReasonError):
        close_round(workshop, FIRST_ROUND, reason="  ")
    closed = close_round(workshop, FIRST_ROUND, reason="Noor had to leave")
    assert closed.progress.round_closed == 1
    assert closed.stage_notes[Stage.RANK.value].passed_because == "Noor had to leave"


def test_a_closed_round_takes_no_answers_until_it_is_opened_again() -> None:
    closed = close_round(all_answered(), FIRST_ROUND)
    acts: tuple[Callable[[], Workshop], ...] = (
        lambda: set_answer(closed, P1, R1, Question.IMPACT, 1),
        lambda: abstain(closed, P1, R1),
        lambda: clear_answer(closed, P1, R1, Question.IMPACT),
        lambda: close_round(closed, FIRST_ROUND),
    )
    for act in acts:
        with pytest.raises(RoundClosedError):
            act()
    opened = reopen_round(closed, FIRST_ROUND)
    assert set_answer(opened, P1, R1, Question.IMPACT, 1).scores["1/p1/r1"].impact == 1
    with pytest.raises(RoundNotOpenError):
        reopen_round(opened, FIRST_ROUND)


def test_the_second_round_waits_for_the_first_and_leaves_it_as_it_was() -> None:
    workshop = all_answered()
    assert open_round(workshop) == FIRST_ROUND
    with pytest.raises(RoundNotOpenError):
        answered(workshop, P1, R1, SECOND_ROUND)
    closed = close_round(workshop, FIRST_ROUND)
    assert open_round(closed) == SECOND_ROUND
    again = set_answer(closed, P1, R1, Question.LIKELIHOOD, 5, round_=SECOND_ROUND)
    assert again.scores["1/p1/r1"].likelihood == 2
    assert again.scores["2/p1/r1"].likelihood == 5
    assert open_round(close_round(again, SECOND_ROUND, reason="time")) == SECOND_ROUND


def test_reopening_the_first_round_opens_the_second_too() -> None:
    closed = close_round(close_round(all_answered(), FIRST_ROUND), SECOND_ROUND)
    assert reopen_round(closed, FIRST_ROUND).progress.round_closed == 0
    assert reopen_round(closed, SECOND_ROUND).progress.round_closed == 1


def test_only_risks_that_were_talked_about_are_asked_again() -> None:
    workshop = close_round(all_answered(), FIRST_ROUND)
    assert not asked_again(workshop, R1)
    assert still_missing(workshop, R1, SECOND_ROUND) == ()
    note = DiscussionNote(id=NoteId("n"), position=0, round=1, risk=R1, text="heard")
    talked = put(workshop, note)
    assert asked_again(talked, R1)
    assert set(still_missing(talked, R1, SECOND_ROUND)) == {P1, P2}
    assert unfinished(talked, SECOND_ROUND) == (R1,)
    scored = answered(workshop, P1, R2, SECOND_ROUND)
    assert still_missing(scored, R2, SECOND_ROUND) == (P2,)


def test_nobody_is_missing_where_nobody_is_here() -> None:
    workshop = two_by_two()
    away = put(workshop, *(replace(p, present=False) for p in workshop.participants.values()))
    assert unfinished(away) == ()


def test_what_is_shown_holds_closed_rounds_alone_and_is_remembered() -> None:
    workshop = all_answered()
    assert revealed(workshop).scores == {}
    closed = close_round(workshop, FIRST_ROUND)
    assert revealed(closed) is closed
    half = answered(closed, P1, R1, SECOND_ROUND)
    assert revealed(half).scores == closed.scores
    assert revealed(half).scores is revealed(replace(half, fears={})).scores
    assert revealed(close_round(half, SECOND_ROUND, reason="time")).scores == half.scores


def test_second_answers_are_not_shown_before_the_round_is_closed() -> None:
    workshop = close_round(all_answered(), FIRST_ROUND)
    assert not_shown_yet(workshop) == ()
    one = answered(workshop, P1, R1, SECOND_ROUND)
    assert not_shown_yet(one) == (R1,)
    assert not_shown_yet(answered(one, P2, R1, SECOND_ROUND)) == (R1,)
    assert not_shown_yet(close_round(one, SECOND_ROUND, reason="time")) == ()


def test_cannot_judge_is_a_plain_yes_or_no() -> None:
    workshop = abstain(two_by_two(), P1, R1)
    assert workshop.scores["1/p1/r1"].abstain is True
    likely = set_answer(workshop, P1, R1, Question.LIKELIHOOD, 4).scores["1/p1/r1"]
    assert (likely.abstain, likely.likelihood, likely.impact) == (False, 4, None)
    assert likely.abstain is False


@pytest.mark.parametrize(
    ("question", "left"), [(Question.LIKELIHOOD, (None, 5)), (Question.IMPACT, (2, None))]
)
def test_one_cleared_answer_leaves_the_other(
    question: Question, left: tuple[int | None, int | None]
) -> None:
    workshop = clear_answer(answered(two_by_two(), P1, R1), P1, R1, question)
    score = workshop.scores["1/p1/r1"]
    assert (score.likelihood, score.impact) == left
    assert score.abstain is False


def test_the_second_round_closes_with_a_reason_beside_what_is_noted_already() -> None:
    workshop = put(all_answered(), StageNote(stage=Stage.RANK, private="warm room"))
    workshop = answered(close_round(workshop, FIRST_ROUND), P1, R1, SECOND_ROUND)
    assert not_shown_yet(workshop) == (R1,)
    with pytest.raises(NoReasonError):
        close_round(workshop, SECOND_ROUND)
    closed = close_round(workshop, SECOND_ROUND, reason="the last train")
    note = closed.stage_notes[Stage.RANK.value]
    assert (note.private, note.passed_because) == ("warm room", "the last train")
    assert closed.progress.round_closed == SECOND_ROUND


def test_a_risk_that_was_talked_about_and_not_scored_again_hides_nothing() -> None:
    workshop = put(
        close_round(all_answered(), FIRST_ROUND),
        DiscussionNote(id=NoteId("n1"), position=0, round=1, risk=R2, text="Said."),
    )
    assert still_missing(workshop, R2, SECOND_ROUND) == (P1, P2)
    assert not_shown_yet(workshop) == ()


def test_clearing_half_of_an_answer_does_not_leave_cannot_judge() -> None:
    both = put(two_by_two(), a_score("p1", "r1", 2, 5, abstain=True))  # a file may say both
    left = clear_answer(both, P1, R1, Question.IMPACT).scores["1/p1/r1"]
    assert (left.likelihood, left.impact, left.abstain) == (2, None, False)
    left = clear_answer(both, P1, R1, Question.LIKELIHOOD).scores["1/p1/r1"]
    assert (left.likelihood, left.impact, left.abstain) == (None, 5, False)
