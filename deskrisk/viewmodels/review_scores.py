"""New private scores at a review: the grid while they come in, and then beside the old ones."""

from dataclasses import dataclass

from deskrisk.domain.exposures import RiskExposure
from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.review_scores import Move, has_scores, moves, scored_at, scored_risks
from deskrisk.domain.sheets import expected
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.figures import about_points, percent
from deskrisk.viewmodels.rank import AnswersView, answers_view

FEWEST = 3
"""With fewer answers from a booth a figure would tell what somebody has said (method A.0)."""

SAME = 1.25
"""Figures that differ by less than this factor are called the same: a band is coarser than that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewScoresView:
    """The scores of a review.

    ``answers`` is the grid for the risk in hand. ``moved`` says in a sentence how the figures of
    that risk moved; empty before they are shown. ``state`` is the one line beside it.
    """

    answers: AnswersView
    booth: bool
    begun: bool
    shown: bool
    state: str
    moved: str


def review_scores_view(
    workshop: Workshop, review: ReviewId, risk: RiskId | None
) -> ReviewScoresView:
    """The scores of a review with one risk in hand.

    Raises:
        MissingError: there is no such review.
    """
    as_if = scored_at(workshop, review)
    shown = workshop.reviews[review].scores_shown
    return ReviewScoresView(
        answers=answers_view(as_if, risk),
        booth=workshop.brief.input_scores is InputMode.PASS,
        begun=has_scores(workshop, review),
        shown=shown,
        state=_state(workshop, review, as_if, shown=shown),
        moved=moved_words(workshop, review, risk) if risk is not None else "",
    )


def moved_words(workshop: Workshop, review: ReviewId, risk: RiskId, *, public: bool = False) -> str:
    """How the figures of a risk moved, ``"Chance about 65 % before, about 13 % now. ..."``.

    Args:
        workshop: where the review is.
        review: at which the risk was scored anew.
        risk: which one.
        public: for the wall and for paper; then a few answers are never shown.
    """
    move = next((each for each in moves(workshop, review) if each.risk == risk), None)
    if move is None:
        return ""
    seen_by_all = workshop.brief.input_scores is not InputMode.PASS and not public
    if move.now.n < FEWEST and not seen_by_all:
        return _("Too few answers from the booth to show a figure.")
    if move.now.median is None:
        return _("Nobody could judge it this time.")
    return " ".join(filter(None, (_chance(move), _loss(move.before, move.now))))


def _chance(move: Move) -> str:
    if move.before.p_mean is None or move.now.p_mean is None:
        return ""
    return _("Chance about {before} before, about {now} now.").format(
        before=percent(move.before.p_mean), now=percent(move.now.p_mean)
    )


def _loss(before: RiskExposure, now: RiskExposure) -> str:
    if before.median is None or now.median is None:
        return _("Expected loss {now} now.").format(now=about_points(now.median))
    if max(before.median, now.median) < SAME * min(before.median, now.median):
        return _("The expected loss is about the same.")
    words = _("The expected loss fell from {before} to {now}.")
    if now.median > before.median:
        words = _("The expected loss rose from {before} to {now}.")
    return words.format(before=about_points(before.median), now=about_points(now.median))


def _state(workshop: Workshop, review: ReviewId, as_if: Workshop, *, shown: bool) -> str:
    count = len(scored_risks(workshop, review))
    if not expected(as_if):
        return _("Nobody who scores is here.")
    if not count:
        return _("Not scored again at this review.")
    words = ngettext("{count} risk scored again", "{count} risks scored again", count)
    said = words.format(count=count)
    return said if shown else _("{said}, not shown yet").format(said=said)
