"""Each act of the last four stages is one step with words, and undo takes all of them back."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from deskrisk.domain.errors import EmptyError, NoProofError, NoReasonError, RoundClosedError
from deskrisk.domain.model.brief import DecisionRule
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.model.reviews import Occurred
from deskrisk.domain.scores import Question
from deskrisk.services import amendments, order, responses, reviews, scores, signoff
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop

P1, P2, R1, R2 = ParticipantId("p1"), ParticipantId("p2"), RiskId("r1"), RiskId("r2")
DAY = date(2025, 4, 8)


def a_meeting(*, rule: DecisionRule = DecisionRule.CONSENT) -> Meeting:
    return Meeting(
        a_workshop(
            a_risk("r1"),
            a_risk("r2"),
            a_participant("p1"),
            a_participant("p2"),
            a_mitigation("m1", "r1"),
            decision_rule=rule,
        ),
        now=lambda: datetime(2025, 4, 8, 12, tzinfo=UTC),
    )


def a_scored_meeting() -> Meeting:
    scored = [a_score(p, r, 3, 3) for p in ("p1", "p2") for r in ("r1", "r2")]
    return Meeting(
        a_workshop(a_risk("r1"), a_risk("r2"), a_participant("p1"), a_participant("p2"), *scored)
    )


def play_scores(meeting: Meeting) -> None:
    for who in (P1, P2):
        for question in Question:
            scores.set_answer(meeting, who, R1, question, 4)
    scores.abstain(meeting, P1, R2)
    scores.clear_answer(meeting, P1, R2, Question.IMPACT)
    scores.abstain(meeting, P1, R2)
    scores.close_round(meeting, 1, reason="time is over")
    scores.set_answer(meeting, P1, R1, Question.IMPACT, 2, round_=2)
    scores.reopen_round(meeting, 1)


def play_order(meeting: Meeting) -> None:
    order.move_risk(meeting, R2, 1, reason="red line")
    order.confirm_order(meeting)
    order.reset_order(meeting)


def play_responses(meeting: Meeting) -> None:
    responses.decide(meeting, R1, Decision.MITIGATE)
    responses.set_owner(meeting, R1, P1)
    for field in ("reason", "trigger", "fallback", "leverage_note"):
        responses.edit_response(meeting, R1, field, "words")
    responses.edit_response(meeting, R1, "review_date", DAY)
    responses.set_residual(meeting, R1, 1, 2)
    id_ = responses.add_mitigation(meeting, R1, "Load test")
    responses.edit_mitigation(meeting, id_, "due", DAY)
    responses.set_mitigation_owner(meeting, id_, P2)
    responses.edit_signal(meeting, id_, "statement", "300 ms")
    responses.move_mitigation(meeting, R1, id_, -1)
    responses.set_status(meeting, id_, MitigationStatus.VERIFIED, on=DAY, seen_by="Noor")
    responses.remove_mitigation(meeting, id_)


def play_signoff(meeting: Meeting) -> None:
    signoff.set_stance(meeting, P1, 1)
    signoff.edit_stance(meeting, P1, "comment", "harm")
    signoff.set_stance(meeting, P2, 4)
    signoff.clear_stance(meeting, P2)
    signoff.set_stance(meeting, P2, 4)
    amendment = signoff.add_amendment(meeting, "One per cent first", answers=(P1,))
    signoff.edit_amendment(meeting, amendment, "item", "r1")
    signoff.remove_amendment(meeting, amendment)
    signoff.owner_decides(meeting, "we try it")
    signoff.take_back_owner(meeting)
    amendments.ask_again(meeting)
    signoff.adjourn(meeting, DAY)


def play_reviews(meeting: Meeting) -> None:
    review = reviews.start_review(meeting, attended=(P1,))
    reviews.edit_review(meeting, review, "attended", (P1, P2))
    reviews.edit_entry(meeting, review, R1, "reading", "12 %")
    reviews.set_outcome(meeting, review, R1, Occurred.YES)
    reviews.remove_review(meeting, review)


@pytest.mark.parametrize(
    "play", [play_scores, play_order, play_responses, play_signoff, play_reviews]
)
def test_all_steps_have_words_and_can_be_undone_and_redone(
    play: Callable[[Meeting], None],
) -> None:
    meeting = a_meeting(rule=DecisionRule.OWNER_AFTER_ADVICE)
    start = meeting.workshop
    play(meeting)
    end, count = meeting.workshop, len(meeting.history)
    assert count > 1
    assert all(step_words(step).strip() for step in meeting.history)
    for _step in range(count):
        meeting.undo()
    assert meeting.workshop == start
    for _step in range(count):
        meeting.redo()
    assert meeting.workshop == end


def test_the_journal_of_a_round_names_nobody_and_takes_bites_of_one_risk() -> None:
    meeting = a_meeting()
    for risk in (R1, R2):
        for who in (P1, P2):
            scores.set_answer(meeting, who, risk, Question.LIKELIHOOD, 4)
    assert [step.label for step in meeting.history] == ["score.set", "score.set"]
    said = [(step.args, step.merge_key) for step in meeting.history]
    assert said == [({}, "score:1:r1"), ({}, "score:1:r2")]


def test_typing_in_one_field_is_one_step_and_another_field_another() -> None:
    meeting = a_meeting()
    for text in ("e", "er", "err"):
        responses.edit_response(meeting, R1, "trigger", text)
    responses.edit_response(meeting, R1, "fallback", "off")
    assert len(meeting.history) == 2
    meeting.undo()
    meeting.undo()
    assert meeting.workshop.responses == {}


def test_the_moves_of_the_room_are_kept_with_their_reasons_in_turn() -> None:
    meeting = a_scored_meeting()
    order.move_risk(meeting, R2, 1)
    order.move_risk(meeting, R2, 2)
    moves = sorted(meeting.workshop.order_moves.values(), key=lambda move: move.sequence)
    assert [(move.from_position, move.to_position) for move in moves] == [(2, 1), (1, 2)]
    order.reset_order(meeting)
    assert meeting.workshop.order_moves == {}


def test_a_refused_act_leaves_no_step() -> None:
    meeting = a_meeting()
    refused: tuple[tuple[type[Exception], Callable[[], object]], ...] = (
        (NoReasonError, lambda: scores.close_round(meeting, 1)),
        (RoundClosedError, lambda: _answer_after_closing(meeting)),
        (
            NoProofError,
            lambda: responses.set_status(
                meeting, next(iter(meeting.workshop.mitigations)), MitigationStatus.VERIFIED
            ),
        ),
        (EmptyError, lambda: order.confirm_order(Meeting(a_workshop()))),
    )
    for error, act in refused:
        with pytest.raises(error):
            act()
    assert [step.label for step in meeting.history] == ["round.close"]


def _answer_after_closing(meeting: Meeting) -> None:
    scores.close_round(meeting, 1, reason="time")
    scores.set_answer(meeting, P1, R1, Question.IMPACT, 1)


def test_a_review_is_of_today_unless_another_day_is_said() -> None:
    meeting = a_meeting()
    first = reviews.start_review(meeting)
    second = reviews.start_review(meeting, date(2025, 6, 3))
    assert meeting.workshop.reviews[first].held_on == meeting.today == DAY
    assert meeting.workshop.reviews[second].held_on == date(2025, 6, 3)
