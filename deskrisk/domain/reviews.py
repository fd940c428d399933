"""Look again on a later day: what was seen about each risk, and whether it happened (A.11)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId
from deskrisk.domain.model.reviews import Occurred, Outcome, Review, ReviewEntry, RiskStatus
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import must_respond, standing_order
from deskrisk.domain.parts import add, edit, get, put, removed

REVIEW_WEEKS = (2, 6, 12)
"""When to look again, in weeks after the meeting; and once more the day after the horizon."""


def planned_dates(workshop: Workshop) -> tuple[date, ...]:
    """The days on which to look again by default, in order, none after the last one."""
    last = workshop.brief.horizon + timedelta(days=1)
    days = {workshop.brief.held_on + timedelta(weeks=weeks) for weeks in REVIEW_WEEKS}
    return (*sorted(day for day in days if day < last), last)


def reviews_in_order(workshop: Workshop) -> tuple[Review, ...]:
    """All reviews, earliest first."""
    return tuple(sorted(workshop.reviews.values(), key=lambda each: (each.held_on, each.id)))


def latest_review(workshop: Workshop) -> Review | None:
    """The review that was held last; None before the first."""
    held = reviews_in_order(workshop)
    return held[-1] if held else None


def next_review_date(workshop: Workshop) -> date | None:
    """The day that the room set, or the first planned one; always after the last review.

    A response's own day is among the planned ones.
    """
    last = latest_review(workshop)
    wish = workshop.progress.next_review
    if wish is not None and (last is None or wish > last.held_on):
        return wish
    wished = [each.review_date for each in workshop.responses.values() if each.review_date]
    days = sorted({*planned_dates(workshop), *wished})
    return next((day for day in days if last is None or day > last.held_on), None)


def set_next_review(workshop: Workshop, day: date | None) -> Workshop:
    """The room sets the day of the next look; None leaves it to the planned days."""
    return replace(workshop, progress=replace(workshop.progress, next_review=day))


def start_review(
    workshop: Workshop, id_: ReviewId, held_on: date, attended: tuple[ParticipantId, ...] = ()
) -> Workshop:
    """A later look begins.

    Args:
        workshop: what was agreed.
        id_: a fresh id.
        held_on: the day.
        attended: who is there.

    Raises:
        DuplicateError: there is a review with this id.
    """
    return add(workshop, Review(id=id_, held_on=held_on, attended=attended))


def edit_review(workshop: Workshop, id_: ReviewId, **changes: Any) -> Workshop:
    """A review with another day or other people.

    Raises:
        MissingError: there is no such review.
    """
    return edit(workshop, Review, id_, **changes)


def remove_review(workshop: Workshop, id_: ReviewId) -> Workshop:
    """A review is taken back, with everything it has seen.

    Raises:
        MissingError: there is no such review.
    """
    return removed(workshop, Review, id_)


def entry_of(workshop: Workshop, review: ReviewId, risk: RiskId) -> ReviewEntry:
    """What a review saw about a risk; an empty entry while it has not asked.

    Raises:
        MissingError: there is no such review or risk.
    """
    get(workshop, Review, review)
    get(workshop, Risk, risk)
    empty = ReviewEntry(review=review, risk=risk)
    return workshop.review_entries.get(empty.id, empty)


def edit_entry(workshop: Workshop, review: ReviewId, risk: RiskId, **changes: Any) -> Workshop:
    """What a review saw about a risk, with some fields changed; see ``ReviewEntry``.

    Raises:
        MissingError: there is no such review or risk.
    """
    return put(workshop, replace(entry_of(workshop, review, risk), **changes))


def set_outcome(
    workshop: Workshop,
    review: ReviewId,
    risk: RiskId,
    occurred: Occurred | None,
    *,
    on: date | None = None,
) -> Workshop:
    """Did it happen? None takes the answer back.

    The entry of the review follows: a risk that happened is materialised there.

    Args:
        workshop: where the review is.
        review: at which somebody says so.
        risk: about which.
        occurred: the answer.
        on: since when that is known; the day of the review unless something else is said.

    Raises:
        MissingError: there is no such review or risk.
    """
    entry = entry_of(workshop, review, risk)
    if occurred is Occurred.YES:
        workshop = put(workshop, replace(entry, status=RiskStatus.MATERIALISED))
    elif entry.status is RiskStatus.MATERIALISED:
        workshop = put(workshop, replace(entry, status=RiskStatus.OPEN))
    elif occurred is not None:
        workshop = put(workshop, entry)
    if occurred is None:
        return removed(workshop, Outcome, risk) if risk in workshop.outcomes else workshop
    day = on or workshop.reviews[review].held_on
    return put(workshop, Outcome(risk=risk, occurred=occurred, resolved_on=day))


def asked(workshop: Workshop, review: ReviewId) -> tuple[RiskId, ...]:
    """The risks for which the review has an entry."""
    return tuple(each.risk for each in workshop.review_entries.values() if each.review == review)


def to_ask(workshop: Workshop, review: ReviewId) -> tuple[RiskId, ...]:
    """The risks that need an entry and have none, in the order that holds."""
    done = set(asked(workshop, review))
    return tuple(risk for risk in must_respond(workshop) if risk not in done)


def review_order(workshop: Workshop) -> tuple[RiskId, ...]:
    """All risks as a review goes through them: what must have a response, then the rest."""
    first = must_respond(workshop)
    return (*first, *(risk for risk in standing_order(workshop) if risk not in set(first)))
