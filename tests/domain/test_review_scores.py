from datetime import date
from functools import partial

import pytest

from deskrisk.domain.errors import MissingError, RoundClosedError, StillMissingError
from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.reviews import Review
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.review_scores import (
    answered_at,
    has_scores,
    hide_scores,
    moves,
    scored_at,
    scored_risks,
    show_scores,
)
from deskrisk.domain.scores import Question, abstain, set_answer
from tests.builders import a_participant, a_risk, a_score, a_workshop

P1, P2, P3 = (ParticipantId(f"p{n}") for n in (1, 2, 3))
R1, R2 = RiskId("r1"), RiskId("r2")
FIRST, SECOND = ReviewId("v1"), ReviewId("v2")
DAY = date(2025, 5, 1)


def looked_at_twice() -> Workshop:
    """Three people scored both risks 4 and 4; two of them are at each of two reviews."""
    people = [a_participant(who) for who in (P1, P2, P3)]
    scores = [a_score(who, risk, 4, 4) for who in (P1, P2, P3) for risk in (R1, R2)]
    reviews = [
        Review(id=FIRST, held_on=DAY, attended=(P1, P2)),
        Review(id=SECOND, held_on=date(2025, 6, 1), attended=(P2, P3)),
    ]
    return a_workshop(*people, a_risk("r1"), a_risk("r2"), *scores, *reviews)


def scored(
    workshop: Workshop, review: ReviewId, risk: RiskId, level: int, *people: ParticipantId
) -> Workshop:
    for who in people:
        for question in Question:
            rule = partial(set_answer, who=who, risk=risk, question=question, level=level)
            workshop = answered_at(workshop, review, rule)
    return workshop


def test_new_answers_leave_every_figure_of_the_workshop_alone() -> None:
    before = looked_at_twice()
    after = scored(before, FIRST, R1, 1, P1, P2)
    assert after.scores is before.scores
    assert risk_exposures(after) == risk_exposures(before)
    assert scored_risks(after, FIRST) == (R1,)
    assert has_scores(after, FIRST)
    assert not has_scores(after, SECOND)


def test_a_review_is_scored_by_those_who_attend_it() -> None:
    as_if = scored_at(looked_at_twice(), FIRST)
    assert [who for who, person in as_if.participants.items() if person.present] == [P1, P2]
    assert not as_if.scores


def test_nothing_is_shown_before_everybody_has_answered() -> None:
    half = scored(looked_at_twice(), FIRST, R1, 2, P1)
    assert moves(half, FIRST) == ()
    with pytest.raises(StillMissingError) as missing:
        show_scores(half, FIRST)
    assert missing.value.risks == (R1,)
    whole = answered_at(half, FIRST, lambda w: abstain(w, P2, R1))
    assert moves(whole, FIRST) == ()
    (move,) = moves(show_scores(whole, FIRST), FIRST)
    assert (move.risk, move.now.n, move.now.abstained) == (R1, 1, 1)


def test_the_figure_before_is_the_meetings_then_the_last_reviews() -> None:
    workshop = show_scores(scored(looked_at_twice(), FIRST, R1, 2, P1, P2), FIRST)
    (first,) = moves(workshop, FIRST)
    assert first.before == risk_exposures(workshop)[R1]
    assert (first.before.median, first.now.median) == (19.5, 0.375)
    workshop = scored(workshop, SECOND, R1, 1, P2, P3)
    workshop = show_scores(scored(workshop, SECOND, R2, 4, P2, P3), SECOND)
    later = {each.risk: each for each in moves(workshop, SECOND)}
    assert later[R1].before == first.now
    assert later[R2].before == risk_exposures(workshop)[R2]


def test_a_review_that_was_not_shown_counts_for_nothing_later() -> None:
    workshop = scored(looked_at_twice(), FIRST, R1, 1, P1, P2)
    workshop = show_scores(scored(workshop, SECOND, R1, 2, P2, P3), SECOND)
    (move,) = moves(workshop, SECOND)
    assert move.before == risk_exposures(workshop)[R1]


def test_shown_answers_are_closed_until_they_are_taken_up_again() -> None:
    shown = show_scores(scored(looked_at_twice(), FIRST, R1, 2, P1, P2), FIRST)
    with pytest.raises(RoundClosedError):
        scored(shown, FIRST, R1, 3, P1)
    again = scored(hide_scores(shown, FIRST), FIRST, R1, 3, P1)
    assert {each.likelihood for each in again.review_scores.values()} == {2, 3}


def test_an_answer_that_stays_is_the_same_value() -> None:
    before = scored(looked_at_twice(), FIRST, R1, 2, P1)
    after = scored(before, FIRST, R1, 4, P2)
    (kept,) = before.review_scores.values()
    assert after.review_scores[kept.id] is kept


@pytest.mark.parametrize("act", [show_scores, hide_scores, moves, scored_at])
def test_a_review_that_is_not_there_is_refused(act: object) -> None:
    assert callable(act)
    with pytest.raises(MissingError):
        act(looked_at_twice(), ReviewId("none"))
