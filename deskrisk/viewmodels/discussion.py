"""Which risks to talk about first and why, and what is asked, heard and changed in each talk.

Shown between the two rounds of scores, and after the second one.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from deskrisk.domain.discussion import Queued, Reason, discussion_queue
from deskrisk.domain.groups import GroupGap
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import SECOND_ROUND
from deskrisk.domain.talks import MOST_NOTES, notes_of, talked_about
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.difference import (
    DifferenceRow,
    Sorting,
    difference_view,
    queued,
)
from deskrisk.viewmodels.hedging import worried_words
from deskrisk.viewmodels.movement import MovementView, movement_view
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.rank import risk_sentence
from deskrisk.viewmodels.rows import Row

TALK_MINUTES = 3
"""What each risk gets (method A.7)."""

_REASON_WORDS: Mapping[Reason, str] = {
    Reason.SPLIT: N_("two camps"),
    Reason.LONE_ALARM: N_("one of us sees it ten times larger"),
    Reason.WIDE_GAP: N_("groups read it very differently"),
    Reason.SPREAD: N_("far apart"),
    Reason.GAP: N_("groups read it differently"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """A risk to talk about: its name, why, and which group is the more worried if groups differ."""

    risk: RiskId
    number: int
    title: str
    why: str
    groups: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkView:
    """The talk about one risk.

    ``strip`` is the picture of the answers, ``risks`` are all that can be talked about. ``ask`` is
    what is read out, in this order. ``notes`` are what was heard, ``may_note`` whether
    there is room for one more. ``asked`` says that the second round asks about it, ``over`` that
    there will be no further round. ``previous`` and ``following`` are its neighbours in the order
    of talking.
    """

    row: DifferenceRow
    strip: MovementView
    risks: tuple[RiskId, ...]
    heading: str
    sentence: str
    ask: tuple[str, ...]
    notes: tuple[Row, ...]
    may_note: bool
    asked: bool
    over: bool
    previous: RiskId | None
    following: RiskId | None


def discussion_view(workshop: Workshop, round_: int = 1) -> tuple[TalkRow, ...]:
    """The risks worth talking about after a round, the most pressing first."""
    return tuple(_row(workshop, each) for each in discussion_queue(workshop, round_))


def talk_view(workshop: Workshop, risk: RiskId) -> TalkView | None:
    """The talk about a risk; None while nothing is shown, or if the risk is gone.

    A risk that need not be talked about may be: its neighbours are those of the list.
    """
    view = difference_view(workshop, Sorting.TALK)
    row = view.row(risk)
    if row is None:
        return None
    order = [each.risk for each in view.rows if each.turn or each.risk == risk]
    at = order.index(risk)
    notes = notes_of(workshop, risk)
    return TalkView(
        row=row,
        strip=movement_view(public_side(workshop), risk),
        risks=tuple(each.risk for each in view.rows),
        heading=_heading(row, view.turns),
        sentence=risk_sentence(workshop.risks[risk]),
        ask=_questions(workshop, risk),
        notes=tuple(Row(key=note.id, title=note.text) for note in notes),
        may_note=len(notes) < MOST_NOTES,
        asked=talked_about(workshop, risk),
        over=workshop.progress.round_closed >= SECOND_ROUND,
        previous=order[at - 1] if at else None,
        following=order[at + 1] if at + 1 < len(order) else None,
    )


def clock_words(left: float, minutes: int, *, running: bool) -> str:
    """How much of a talk's time is left: ``"2:24 of 3:00"``.

    Args:
        left: seconds, below 0 when it is over.
        minutes: what it has.
        running: whether it runs.
    """
    seconds = max(0, int(-(-left // 1)))  # a second that has begun counts
    said = _("{left} of {whole}").format(
        left=f"{seconds // 60}:{seconds % 60:02d}", whole=f"{minutes}:00"
    )
    return said if running else _("{time}, paused").format(time=said)


def next_talk(workshop: Workshop) -> RiskId | None:
    """The first risk in the order of talking that was not talked about; None if there is none."""
    return next(
        (each.risk for each in queued(workshop) if not talked_about(workshop, each.risk)), None
    )


def _heading(row: DifferenceRow, turns: int) -> str:
    if not row.turn:
        return _("Risk {number}").format(number=row.number)
    return _("Risk {number}, talk {turn} of {turns}").format(
        number=row.number, turn=row.turn, turns=turns
    )


def _questions(workshop: Workshop, risk: RiskId) -> tuple[str, ...]:
    """Why we talk and both ends, always: whoever hears one end alone has heard half of it."""
    found = next((each for each in queued(workshop) if each.risk == risk), None)
    both = _(
        "What speaks for the high end? It need not be your own answer. And what speaks for the "
        "low end?"
    )
    first = _opening(found)
    said = _("{opening} {questions}").format(opening=first, questions=both) if first else both
    return (said, *_of_groups(workshop, found))


def _opening(found: Queued | None) -> str:
    if found is None:
        return _("We are close together here. What has none of us said yet?")
    if Reason.LONE_ALARM in found.reasons:
        return _(
            "One of us sees this ten times larger than the rest. What might that person be seeing? "
            "Anyone may answer."
        )
    if Reason.SPLIT in found.reasons or Reason.SPREAD in found.reasons:
        return _("We are far apart here. That usually means somebody knows something.")
    return ""


def _of_groups(workshop: Workshop, found: Queued | None) -> tuple[str, ...]:
    if found is None or found.gap is None:
        return ()
    words = _(
        "{a} and {b} read this differently. {a}: what are you protecting? {b}: what are you "
        "protecting?"
    )
    names = (workshop.groups[group].name for group in (found.gap.a, found.gap.b))
    return (words.format_map(dict(zip("ab", names, strict=True))),)


def _row(workshop: Workshop, each: Queued) -> TalkRow:
    risk = workshop.risks[each.risk]
    return TalkRow(
        risk=risk.id,
        number=risk.number,
        title=risk.title,
        why=_(", ").join(_(_REASON_WORDS[reason]) for reason in each.reasons),
        groups="" if each.gap is None else _groups(workshop, each.gap),
    )


def _groups(workshop: Workshop, gap: GroupGap) -> str:
    return _("{said}.").format(said=worried_words(workshop, gap))
