from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.errors import MissingError
from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.publishing import published
from deskrisk.domain.review_scores import answered_at, show_scores
from deskrisk.domain.reviews import latest_review, reviews_in_order
from deskrisk.domain.scores import Question, set_answer
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Words
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.review_report import review_report
from deskrisk.viewmodels.show_decisions import review_blocks

LAST = reviews_in_order(sample())[-1].id


def scored_again(risk: RiskId, people: int, *, shown: bool = True) -> Workshop:
    """The sample, with a risk scored anew at its last review by so many people."""
    workshop = sample()
    attended = workshop.reviews[LAST].attended[:people]
    review = replace(workshop.reviews[LAST], attended=attended)
    workshop = replace(workshop, reviews={**workshop.reviews, LAST: review})
    for who in attended:
        for question in Question:
            rule = partial(set_answer, who=who, risk=risk, question=question, level=2)
            workshop = answered_at(workshop, LAST, rule)
    return show_scores(workshop, LAST) if shown else workshop


def test_the_lead_says_promises_outcomes_and_loss_in_one_breath() -> None:
    assert review_report(sample(), LAST).lead == (
        "12 of 14 promises proven. 4 risks happened. "
        "Expected loss about 71 points at the meeting, about 36 points with what has been proven."
    )


def test_only_what_this_review_saw_is_in_it() -> None:
    first = reviews_in_order(sample())[0]
    report = review_report(sample(), first.id)
    assert report.title == "Review of 8\u00a0April 2025"
    assert [each.reading for each in report.held.seen] == [
        "0 items in 9 exports",
        "fence held, one addition swapped",
        "41 % of April budget",
    ]
    assert not report.lead.startswith("12 of 14 promises proven. 4 risks happened.")


def test_what_is_past_its_day_is_named_with_it() -> None:
    assert review_report(sample(), LAST).late == (
        ("Two people can explain every part", "30\u00a0May"),
    )


def test_with_ten_outcomes_the_room_is_told_how_it_judged() -> None:
    judged = review_report(sample(), LAST).judged
    assert judged is not None
    assert judged.brier == "0.17"
    few = replace(sample(), outcomes=dict(list(sample().outcomes.items())[:5]))
    assert review_report(few, LAST).judged is None


def test_a_review_that_is_not_there_is_refused() -> None:
    with pytest.raises(MissingError):
        review_report(sample(), ReviewId("none"))


def test_the_day_the_room_set_is_the_next_look() -> None:
    wished = replace(sample().progress, next_review=date(2026, 1, 8))
    report = review_report(replace(sample(), progress=wished), LAST)
    assert report.next_look == "8\u00a0January 2026"


def test_new_answers_are_told_once_they_were_shown_and_never_of_a_few() -> None:
    risk = next(iter(sample().risks))
    told = review_report(published(scored_again(risk, 5), DocumentOptions()), LAST).moved
    assert [each.title for each in told] == [sample().risks[risk].title]
    assert told[0].moved.startswith("Chance about")
    hidden = published(scored_again(risk, 5, shown=False), DocumentOptions())
    assert hidden.review_scores == {}
    assert review_report(hidden, LAST).moved == ()
    (few,) = review_report(published(scored_again(risk, 2), DocumentOptions()), LAST).moved
    assert few.moved == "Too few answers from the booth to show a figure."


def test_the_wall_tells_what_moved_and_nothing_before_it_was_shown() -> None:
    risk = next(iter(sample().risks))

    def said(workshop: Workshop) -> str:
        blocks = review_blocks(public_side(workshop), LAST)
        return " ".join(each.text for each in blocks if isinstance(each, Words))

    assert "The expected loss" in said(scored_again(risk, 5))
    assert "What we think now" not in said(scored_again(risk, 5, shown=False))


def test_the_last_review_is_the_one_that_is_reported_by_default() -> None:
    held = latest_review(sample())
    assert held is not None
    assert held.id == LAST
