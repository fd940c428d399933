"""The report of one review: what was promised and seen, what happened, when we look again.

Made from what may be published alone; it is about risks and promises and never about a person.
"""

from dataclasses import dataclass, replace

from deskrisk.domain.calibration import calibration
from deskrisk.domain.model.ids import ReviewId
from deskrisk.domain.model.reviews import Occurred, Review
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import get
from deskrisk.domain.residuals import portfolio
from deskrisk.domain.review_scores import moves
from deskrisk.domain.reviews import next_review_date
from deskrisk.domain.stages import overdue
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.calibration import CalibrationView, calibration_view
from deskrisk.viewmodels.figures import about_points, day, short_day
from deskrisk.viewmodels.follow_up import proven_words
from deskrisk.viewmodels.look_back import HeldReview, PromiseState, look_back_view
from deskrisk.viewmodels.review_scores import moved_words


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedRow:
    """A risk that was scored anew, and how its figures moved."""

    title: str
    moved: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewReport:
    """Everything that is printed. ``judged`` is None while there is too little to judge."""

    title: str
    workshop: str
    organisation: str
    facilitator: str
    lead: str
    attended: str
    held: HeldReview
    late: tuple[tuple[str, str], ...]
    moved: tuple[MovedRow, ...]
    promises: tuple[PromiseState, ...]
    outcomes: tuple[tuple[int, str, str], ...]
    judged: CalibrationView | None
    next_look: str


def review_report(workshop: Workshop, id_: ReviewId) -> ReviewReport:
    """The report of a review.

    Args:
        workshop: what was published of it.
        id_: which review.

    Raises:
        MissingError: there is no such review.
    """
    review = get(workshop, Review, id_)
    only = replace(workshop, reviews={id_: review})
    entries = {key: each for key, each in workshop.review_entries.items() if each.review == id_}
    looked = look_back_view(replace(only, review_entries=entries))
    (held,) = looked.held
    upcoming = next_review_date(workshop)
    return ReviewReport(
        title=_("Review of {day}").format(day=day(review.held_on)),
        workshop=workshop.brief.title,
        organisation=workshop.brief.organisation,
        facilitator=workshop.brief.facilitator,
        lead=_lead(workshop, review),
        attended=held.attended,
        held=held,
        late=tuple((each.title, short_day(each.due)) for each in overdue(workshop, review)),
        moved=_moved(workshop, id_),
        promises=looked.promises,
        outcomes=looked.outcomes,
        judged=calibration_view(workshop) if calibration(workshop).enough else None,
        next_look=day(upcoming) if upcoming else "",
    )


def _lead(workshop: Workshop, review: Review) -> str:
    sums = portfolio(workshop)
    said = [_("{promises}.").format(promises=proven_words(workshop))]
    happened = sum(
        each.occurred is Occurred.YES
        and (each.resolved_on is None or each.resolved_on <= review.held_on)
        for each in workshop.outcomes.values()
    )
    if happened:
        words = ngettext("{count} risk happened.", "{count} risks happened.", happened)
        said.append(words.format(count=happened))
    if sums.inherent:
        words = _("Expected loss {then} at the meeting, {now} with what has been proven.")
        then, now = about_points(sums.inherent), about_points(sums.current)
        said.append(words.format(then=then, now=now))
    return " ".join(said)


def _moved(workshop: Workshop, review: ReviewId) -> tuple[MovedRow, ...]:
    place = {risk: at for at, risk in enumerate(standing_order(workshop))}
    found = sorted(moves(workshop, review), key=lambda each: place[each.risk])
    rows = (
        MovedRow(
            title=workshop.risks[each.risk].title,
            moved=moved_words(workshop, review, each.risk, public=True),
        )
        for each in found
    )
    return tuple(row for row in rows if row.moved)
