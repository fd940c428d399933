"""New private scores at a review, beside the old ones (method A.11).

A review is scored as the first round of a workshop that has no other answers: the same rules, the
same sheets, and nothing shown before one deliberate act.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from deskrisk.domain.errors import StillMissingError
from deskrisk.domain.exposures import FINAL, RiskExposure, risk_exposures
from deskrisk.domain.model.brief import Progress
from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.reviews import Review, ReviewScore
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import edit, get
from deskrisk.domain.reviews import reviews_in_order
from deskrisk.domain.scores import FIRST_ROUND, require_open, still_missing

Rule = Callable[[Workshop], Workshop]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Expected loss of one risk in points, before and at a review; None where there is no number.

    ``before`` is what the last review that scored the risk found, or else the workshop itself.
    """

    risk: RiskId
    before: RiskExposure
    now: RiskExposure


def scored_at(workshop: Workshop, review: ReviewId) -> Workshop:
    """The workshop as if the answers of a review were its only ones, in a first round.

    Whoever attends the review is present; the round is closed once the answers were shown.

    Raises:
        MissingError: there is no such review.
    """
    held = get(workshop, Review, review)
    people = {
        id_: replace(person, present=id_ in held.attended)
        for id_, person in workshop.participants.items()
    }
    scores = {
        score.id: score for score in (_as_score(each) for each in _of(workshop, review).values())
    }
    return replace(
        workshop,
        participants=people,
        scores=scores,
        discussion_notes={},
        progress=Progress(round_closed=FIRST_ROUND if held.scores_shown else 0),
    )


def answered_at(workshop: Workshop, review: ReviewId, rule: Rule) -> Workshop:
    """The workshop after somebody answered at a review.

    Args:
        workshop: where the review is.
        review: which one.
        rule: what happens to the answers, e.g. ``domain.scores.set_answer`` for the first round.

    Raises:
        MissingError: there is no such review, person or risk.
        RoundClosedError: the answers of the review were shown already.
    """
    before = scored_at(workshop, review)
    require_open(before, FIRST_ROUND)
    after = rule(before)
    held = _of(workshop, review)
    fresh = [_as_review_score(review, each) for each in after.scores.values()]
    kept = {key: each for key, each in workshop.review_scores.items() if each.review != review}
    same = {each.id: held[each.id] if held.get(each.id) == each else each for each in fresh}
    return replace(workshop, review_scores={**kept, **same})


def show_scores(workshop: Workshop, review: ReviewId) -> Workshop:
    """The new answers of a review are shown to everyone, all at once; it takes no more.

    Raises:
        MissingError: there is no such review.
        StillMissingError: somebody who is there has not answered for a risk that was begun.
    """
    as_if = scored_at(workshop, review)
    waiting = tuple(risk for risk in scored_risks(workshop, review) if still_missing(as_if, risk))
    if waiting:
        raise StillMissingError(waiting)
    return edit(workshop, Review, review, scores_shown=True)


def hide_scores(workshop: Workshop, review: ReviewId) -> Workshop:
    """The answers of a review are taken up again.

    Raises:
        MissingError: there is no such review.
    """
    return edit(workshop, Review, review, scores_shown=False)


def shown_scores(workshop: Workshop) -> Mapping[str, ReviewScore]:
    """The answers of reviews that were shown to everyone; no other may be seen outside the desk."""
    held = workshop.review_scores
    shown = {key: each for key, each in held.items() if workshop.reviews[each.review].scores_shown}
    return shown if len(shown) < len(held) else held


def has_scores(workshop: Workshop, review: ReviewId) -> bool:
    """Has anybody scored at this review?"""
    return bool(_of(workshop, review))


def scored_risks(workshop: Workshop, review: ReviewId) -> tuple[RiskId, ...]:
    """The risks that somebody has scored at this review."""
    return tuple(dict.fromkeys(each.risk for each in _of(workshop, review).values()))


def moves(workshop: Workshop, review: ReviewId) -> tuple[Move, ...]:
    """How the room's figures moved, for each risk that a review scored; none before they are shown.

    Raises:
        MissingError: there is no such review.
    """
    if not get(workshop, Review, review).scores_shown:
        return ()
    now = risk_exposures(scored_at(workshop, review), FINAL)
    return tuple(
        Move(risk=risk, before=_before(workshop, review, risk), now=now[risk])
        for risk in scored_risks(workshop, review)
    )


def _before(workshop: Workshop, review: ReviewId, risk: RiskId) -> RiskExposure:
    earlier = [each.id for each in reviews_in_order(workshop)]
    for each in reversed(earlier[: earlier.index(review)]):
        shown = workshop.reviews[each].scores_shown
        if shown and risk in scored_risks(workshop, each):
            return risk_exposures(scored_at(workshop, each), FINAL)[risk]
    return risk_exposures(workshop, FINAL)[risk]


def _of(workshop: Workshop, review: ReviewId) -> dict[str, ReviewScore]:
    return {key: each for key, each in workshop.review_scores.items() if each.review == review}


def _as_score(each: ReviewScore) -> Score:
    return Score(
        round=FIRST_ROUND,
        participant=each.participant,
        risk=each.risk,
        likelihood=each.likelihood,
        impact=each.impact,
        abstain=each.abstain,
    )


def _as_review_score(review: ReviewId, each: Score) -> ReviewScore:
    return ReviewScore(
        review=review,
        participant=each.participant,
        risk=each.risk,
        likelihood=each.likelihood,
        impact=each.impact,
        abstain=each.abstain,
    )
