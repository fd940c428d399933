"""New private scores at a review: keyed in, sealed in the booth, shown in one act.

As in the first meeting, labels and arguments carry no person, and the answers for one risk join
into one step.
"""

from typing import Any

from deskrisk.domain import review_scores as rules
from deskrisk.domain import scores, sheets
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.scores import Question
from deskrisk.domain.sheets import Sheet
from deskrisk.services.meeting import Meeting


def set_answer(
    meeting: Meeting,
    review: ReviewId,
    who: ParticipantId,
    risk: RiskId,
    question: Question,
    level: int,
    *,
    origin: Any = None,
) -> Changes:
    """Somebody answered one of the two questions about a risk anew, with a level 1 to 5.

    Raises:
        MissingError, RoundClosedError, RangeError: nothing is recorded.
    """
    return _step(
        meeting, review, risk, lambda w: scores.set_answer(w, who, risk, question, level), origin
    )


def abstain(
    meeting: Meeting, review: ReviewId, who: ParticipantId, risk: RiskId, *, origin: Any = None
) -> Changes:
    """Somebody said "I cannot judge this" at a review.

    Raises:
        MissingError, RoundClosedError: nothing is recorded.
    """
    return _step(meeting, review, risk, lambda w: scores.abstain(w, who, risk), origin)


def clear_answer(
    meeting: Meeting,
    review: ReviewId,
    who: ParticipantId,
    risk: RiskId,
    question: Question,
    *,
    origin: Any = None,
) -> Changes:
    """A wrong key was taken back.

    Raises:
        MissingError, RoundClosedError: nothing is changed.
    """
    return _step(
        meeting, review, risk, lambda w: scores.clear_answer(w, who, risk, question), origin
    )


def seal_sheet(meeting: Meeting, review: ReviewId, sheet: Sheet, *, origin: Any = None) -> Changes:
    """Somebody handed in their new answers in the booth: nobody can open them again.

    Raises:
        MissingError, RoundClosedError, SealedError, EmptyError, RangeError: nothing is recorded.
    """
    return meeting.step(
        "sheet.seal",
        lambda w: rules.answered_at(w, review, lambda as_if: sheets.seal_sheet(as_if, sheet)),
        origin=origin,
    )


def show_scores(meeting: Meeting, review: ReviewId, *, origin: Any = None) -> Changes:
    """The new answers were shown to everyone, beside the old ones.

    Raises:
        MissingError: there is no such review.
        StillMissingError: somebody who is there has not answered yet.
    """
    return meeting.step("review.show", lambda w: rules.show_scores(w, review), origin=origin)


def hide_scores(meeting: Meeting, review: ReviewId, *, origin: Any = None) -> Changes:
    """The answers of a review were taken up again.

    Raises:
        MissingError: there is no such review.
    """
    return meeting.step("review.hide", lambda w: rules.hide_scores(w, review), origin=origin)


def _step(
    meeting: Meeting, review: ReviewId, risk: RiskId, rule: rules.Rule, origin: Any
) -> Changes:
    return meeting.step(
        "review.score",
        lambda w: rules.answered_at(w, review, rule),
        merge=f"review:{review}:{risk}",
        origin=origin,
    )
