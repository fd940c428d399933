"""The scenes of Rank: the scales with how many are in, the spread, the order.

All but the counts is made from the public side: an open round has no answers there.
"""

from deskrisk.domain.exposures import risk_exposures, scorers
from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.review_scores import scored_at
from deskrisk.domain.scores import SECOND_ROUND, Question, has_answered, open_round
from deskrisk.i18n import _
from deskrisk.viewmodels.blocks import Block, Columns, Level, Line, Meter, Place, Words
from deskrisk.viewmodels.figures import about_points
from deskrisk.viewmodels.order import Bracket, OrderRow, OrderView, order_view
from deskrisk.viewmodels.rank import (
    CANNOT_JUDGE,
    risk_sentence,
    risks_in_turn,
    scale_view,
    title_of,
)
from deskrisk.viewmodels.signs import category_sign

FEWEST = 3
"""With fewer answers a figure would tell what somebody has said (method A.0)."""

_HALVES = (0.5, 0.5)


def at_review(review: str, risk: str) -> str:
    """The subject of a risk that is scored anew at a review."""
    return f"{review}/{risk}"


def asked_at(workshop: Workshop, subject: str) -> tuple[Workshop, str]:
    """The workshop whose answers are asked for, and the risk; at a review, as if it were Rank."""
    review, _slash, risk = subject.rpartition("/")
    known = review in workshop.reviews
    return (scored_at(workshop, ReviewId(review)) if known else workshop), risk


def asked_words(workshop: Workshop, subject: str) -> str:
    """Where the scoring is, ``"Rank, in silence, 3 of 12"``."""
    if "/" in subject:
        return _("Follow up, in silence")
    order = risks_in_turn(workshop)
    if open_round(workshop) == SECOND_ROUND:
        return _("Once more, in silence")
    if subject not in order:
        return _("Rank, in silence")
    place = order.index(RiskId(subject)) + 1
    return _("Rank, in silence, {place} of {count}").format(place=place, count=len(order))


def answers_in(workshop: Workshop, subject: str) -> tuple[Block, ...]:
    """How many of those who are here have answered for a risk in the open round."""
    workshop, subject = asked_at(workshop, subject)
    risk = RiskId(subject)
    people = [who for who in scorers(workshop) if workshop.participants[who].present]
    if risk not in workshop.risks or not people:
        return ()
    round_ = open_round(workshop)
    done = sum(has_answered(workshop, who, risk, round_) for who in people)
    return (Meter(done=done, count=len(people)),)


def scale_blocks(workshop: Workshop, subject: str, meter: tuple[Block, ...]) -> tuple[Block, ...]:
    """A risk with its sentence, the two scales, what is known of comparable work, who is in."""
    risk = workshop.risks.get(RiskId(subject.rpartition("/")[2]))
    if risk is None:
        return (Words(role="text", text=_("There is no risk yet."), tone="ink_soft"),)
    known: tuple[Block, ...] = ()
    if risk.base_rate_n and risk.base_rate_k is not None:
        words = _("{k} of {n} comparable projects had it.")
        text = words.format(k=risk.base_rate_k, n=risk.base_rate_n)
        known = (Words(role="note", text=text, tone="ink_soft"),)
    scales = tuple(_scale(workshop, question) for question in Question)
    return (
        _titled(workshop, risk),
        Words(role="text", text=risk_sentence(risk)),
        *known,
        Columns(columns=scales, shares=_HALVES),
        Words(role="note", text=_("If we do only what is already planned."), tone="ink_soft"),
        *meter,
    )


def order_blocks(workshop: Workshop, _subject: str) -> tuple[Block, ...]:
    """The order with its brackets and the line through it."""
    view = order_view(workshop)
    if view.hidden:
        return (Words(role="text", text=_("The order appears when everybody is in.")),)
    found: list[Block] = []
    shown = risk_exposures(workshop)
    for row in view.rows:
        enough = len(shown[row.id].answers) >= FEWEST
        found.append(_place(view, row, value=row.value if enough else ""))
        if row.position == view.line_after and row.position < len(view.rows):
            found.append(Line(words=view.line_words))
    return tuple(found)


def group_figure(workshop: Workshop, risk: RiskId) -> str:
    """What the room expects to lose, ``"about 13 points"``; empty with too few answers."""
    exposure = risk_exposures(workshop)[risk]
    return about_points(exposure.median) if len(exposure.answers) >= FEWEST else ""


def _titled(workshop: Workshop, risk: Risk) -> Words:
    sign = category_sign(workshop, risk.category)
    return Words(role="heading", text=title_of(risk), sign=sign)


def _scale(workshop: Workshop, question: Question) -> tuple[Block, ...]:
    view = scale_view(workshop, question)
    lines = [line for line in view.lines if line.level != CANNOT_JUDGE]
    levels = tuple(Level(level=line.level, words=line.words) for line in lines)
    return (Words(role="label", text=view.question, tone="ink_soft"), *levels)


def _place(view: OrderView, row: OrderRow, value: str) -> Place:
    return Place(
        number=row.number,
        title=row.title,
        sign=row.sign,
        value=value,
        bracket=_bracket(view.brackets, row.position),
        above_line=row.above_line,
    )


def _bracket(brackets: tuple[Bracket, ...], position: int) -> str:
    for each in brackets:
        if each.first <= position <= each.last:
            ends = {each.first: "first", each.last: "last"}
            return ends.get(position, "middle")
    return ""
