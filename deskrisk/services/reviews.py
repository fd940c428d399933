"""Later looks: a review begins, and says for each risk what was seen and whether it happened."""

from datetime import date
from typing import Any

from deskrisk.domain import reviews as rules
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.reviews import Occurred
from deskrisk.services.meeting import Meeting


def start_review(
    meeting: Meeting,
    held_on: date | None = None,
    *,
    attended: tuple[ParticipantId, ...] = (),
    origin: Any = None,
) -> ReviewId:
    """A review began, today unless another day is given.

    Returns:
        its id.
    """
    id_ = ReviewId(meeting.new_id())
    day = held_on or meeting.today
    meeting.step("review.start", lambda w: rules.start_review(w, id_, day, attended), origin=origin)
    return id_


def set_next_review(meeting: Meeting, day: date | None, *, origin: Any = None) -> Changes:
    """The room set the day of the next look, or left it to the planned days."""
    return meeting.step(
        "review.next", lambda w: rules.set_next_review(w, day), merge="review:next", origin=origin
    )


def edit_review(
    meeting: Meeting, id_: ReviewId, field: str, value: Any, *, origin: Any = None
) -> Changes:
    """The day of a review, or who attended, was changed.

    Raises:
        MissingError: there is no such review.
    """
    return meeting.step(
        "review.edit",
        lambda w: rules.edit_review(w, id_, **{field: value}),
        merge=f"review:{id_}:{field}",
        origin=origin,
    )


def remove_review(meeting: Meeting, id_: ReviewId, *, origin: Any = None) -> Changes:
    """A review was taken back, with everything it saw.

    Raises:
        MissingError: there is no such review.
    """
    return meeting.step("review.remove", lambda w: rules.remove_review(w, id_), origin=origin)


def edit_entry(
    meeting: Meeting,
    review: ReviewId,
    risk: RiskId,
    field: str,
    value: Any,
    *,
    origin: Any = None,
) -> Changes:
    """What the review saw about a risk: trigger_fired, reading, note or status.

    Raises:
        MissingError: there is no such review or risk.
        TooLongError: the text is too long for any field.
    """
    return meeting.step(
        "review.entry",
        lambda w: rules.edit_entry(w, review, risk, **{field: value}),
        merge=f"entry:{review}:{risk}:{field}",
        origin=origin,
    )


def set_outcome(
    meeting: Meeting,
    review: ReviewId,
    risk: RiskId,
    occurred: Occurred | None,
    *,
    on: date | None = None,
    origin: Any = None,
) -> Changes:
    """Somebody said whether it happened, and since when that is known.

    Raises:
        MissingError: there is no such review or risk.
    """
    return meeting.step(
        "review.outcome",
        lambda w: rules.set_outcome(w, review, risk, occurred, on=on),
        origin=origin,
    )
