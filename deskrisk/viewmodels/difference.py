"""The difference: how far apart the answers for each risk are, once all of them are shown.

Everything is made from the public side: what came in after the last reveal is in no row, no
figure and no place of the order of rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.discussion import Queued, discussion_queue, widest_hedge_gap
from deskrisk.domain.exposures import FINAL, risk_exposures
from deskrisk.domain.groups import group_gaps
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND, unfinished
from deskrisk.domain.spread import FEWEST_FOR_STATE, State
from deskrisk.domain.talks import talked_about
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.agreement import agreement_view
from deskrisk.viewmodels.figures import about_points, points
from deskrisk.viewmodels.hedging import worried_words
from deskrisk.viewmodels.public import public_side
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.signs import category_sign
from deskrisk.viewmodels.spread import SpreadRow, spread_line, spread_view

LONE_ALARM = "lone_alarm"
"""Stands beside the values of ``State`` as what a row is told apart by."""


_TICKS = (0.01, 0.1, 1.0, 10.0, 100.0)
_LOW_ENDS = (0.1, 0.03, 0.01)


class Sorting(Enum):
    """In which order the rows stand."""

    TALK = "talk"
    ORDER = "order"
    KIND = "kind"


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """The answers for one risk, of nobody in particular.

    ``dots`` and ``before`` (those of the first round, where there were two and they differ) are
    expected losses in points, lowest first; both are empty with too few answers, and the middle
    answer and the quartiles are None. ``shape`` is a value of ``State`` or ``LONE_ALARM``;
    ``word`` says it. ``gap`` says which group is the more worried, empty for no hedge gap. ``turn``
    counts the risks to talk about from 1; 0 for a risk that need not be. ``figures`` are the
    numbers in plain words, ``moved`` what the second round changed, ``spoken`` is all of it.
    """

    risk: RiskId
    number: str
    sign: str
    title: str
    dots: tuple[float, ...]
    before: tuple[float, ...]
    q1: float | None
    median: float | None
    q3: float | None
    shape: str
    word: str
    gap: str
    turn: int
    talked: bool
    figures: str
    moved: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """All rows on one logarithmic axis that begins at ``low`` points.

    ``hidden`` says why there is nothing to see yet. ``line`` counts the states, ``agreement`` says
    how far the room agrees on the order of risks. ``turns`` is how many risks are to be talked
    about, ``talked`` how many of them were. ``rounds`` is how many are shown.
    """

    hidden: str
    rows: tuple[DifferenceRow, ...]
    low: float
    ticks: tuple[float, ...]
    line: str
    agreement: str
    turns: int
    talked: int
    rounds: int

    def row(self, risk: RiskId | None) -> DifferenceRow | None:
        """The row of a risk; None if it is not there."""
        return next((row for row in self.rows if row.risk == risk), None)


def difference_view(workshop: Workshop, sorting: Sorting = Sorting.TALK) -> DifferenceView:
    """The difference on the page Rank.

    Args:
        workshop: as it is now.
        sorting: how the rows stand: as they are talked about, by position, or by kind.
    """
    hidden = why_hidden(workshop)
    if hidden:
        return DifferenceView(
            hidden=hidden,
            rows=(),
            low=_LOW_ENDS[0],
            ticks=(),
            line="",
            agreement="",
            turns=0,
            talked=0,
            rounds=0,
        )
    shown = public_side(workshop)
    spread = spread_view(shown, FINAL)
    queue = discussion_queue(shown, FIRST_ROUND)
    turns = {each.risk: turn for turn, each in enumerate(queue, start=1)}
    rows = tuple(
        _row(workshop, shown, each, turns.get(each.risk, 0))
        for each in _sorted(shown, spread.rows, turns, sorting)
    )
    low = _low(rows)
    return DifferenceView(
        hidden="",
        rows=rows,
        low=low,
        ticks=tuple(tick for tick in _TICKS if tick >= low),
        line=spread_line(spread),
        agreement=agreement_words(shown),
        turns=len(queue),
        talked=sum(row.talked for row in rows if row.turn),
        rounds=shown.progress.round_closed,
    )


def why_hidden(workshop: Workshop) -> str:
    """Why the answers are not shown; empty once the first round is closed."""
    if not workshop.risks:
        return _("There is no risk yet. Recast a fear first.")
    if workshop.progress.round_closed >= FIRST_ROUND:
        return ""
    if workshop.scores and not unfinished(workshop):
        return _("Everybody has answered. Close the round, then all answers appear at once.")
    return _("All answers appear at once, when everybody is in and the round is closed.")


def queued(workshop: Workshop) -> tuple[Queued, ...]:
    """The risks to talk about after the first round, the first one first; none before it."""
    return () if why_hidden(workshop) else discussion_queue(public_side(workshop), FIRST_ROUND)


def agreement_words(shown: Workshop) -> str:
    """How far the room agrees on the order, and what the talk did to that, for anybody's ear.

    Args:
        shown: the public side of a workshop.
    """
    now = agreement_view(shown, FINAL)
    if not now.figure or shown.progress.round_closed < SECOND_ROUND:
        return now.plain
    before = agreement_view(shown, FIRST_ROUND)
    if not before.figure or before.figure == now.figure:
        return now.plain
    return _("{now} Before the talk it was {figure}.").format(now=now.plain, figure=before.figure)


def _sorted(
    shown: Workshop, rows: tuple[SpreadRow, ...], turns: Mapping[RiskId, int], sorting: Sorting
) -> tuple[SpreadRow, ...]:
    """The rows by turn (the rest as they stand in the order), by place, or by kind and place."""
    if sorting is Sorting.TALK:
        return tuple(sorted(rows, key=lambda row: turns.get(row.risk, len(rows) + 1)))
    if sorting is Sorting.ORDER:
        return rows
    kinds = [each.id for each in in_order(shown.categories)]
    place = {kind: at for at, kind in enumerate(kinds)}
    return tuple(
        sorted(rows, key=lambda row: place.get(row.category, len(kinds)) if row.category else 99)
    )


def _row(workshop: Workshop, shown: Workshop, each: SpreadRow, turn: int) -> DifferenceRow:
    risk = workshop.risks[each.risk]
    few = each.state is State.TOO_FEW
    gap = widest_hedge_gap(group_gaps(shown, FINAL)[risk.id])
    first = tuple(sorted(risk_exposures(shown, FIRST_ROUND)[risk.id].answers.values()))
    moved = "" if few else moved_words(shown, each, first)
    talked = talked_about(workshop, risk.id)
    gap_words = "" if gap is None else _("{said}.").format(said=worried_words(shown, gap))
    figures = _("Too few answers to show.") if few else figure_words(each)
    turns = _("talked about") if talked else _("to talk about, number {turn}").format(turn=turn)
    said = (
        _("{number}, {title}").format(number=risk.number, title=title_of(risk)),
        each.word,
        figures,
        gap_words,
        moved,
        turns if turn or talked else "",
    )
    return DifferenceRow(
        risk=risk.id,
        number=str(risk.number),
        sign=category_sign(workshop, risk.category),
        title=title_of(risk),
        dots=() if few else each.dots,
        before=() if few or len(first) < FEWEST_FOR_STATE or first == each.dots else first,
        q1=None if few else each.q1,
        median=None if few else each.median,
        q3=None if few else each.q3,
        shape=LONE_ALARM if each.lone_alarm else each.state.value,
        word=each.word,
        gap=gap_words,
        turn=turn,
        talked=talked,
        figures=figures,
        moved=moved,
        spoken=_("; ").join(part.rstrip(".") for part in said if part),
    )


def figure_words(row: SpreadRow) -> str:
    """The middle answer and the middle half, in plain words."""
    return _("The middle answer is {median}; half of the room says {q1} to {q3}.").format(
        median=about_points(row.median), q1=points(row.q1), q3=points(row.q3)
    )


def moved_words(shown: Workshop, row: SpreadRow, first: tuple[float, ...]) -> str:
    """What the second round changed for a risk; empty where it was not asked again."""
    if shown.progress.round_closed < SECOND_ROUND or len(first) < FEWEST_FOR_STATE:
        return ""
    if first == row.dots:
        asked = any(s.risk == row.risk and s.round == SECOND_ROUND for s in shown.scores.values())
        return _("Asked once more, nobody moved.") if asked else ""
    before = risk_exposures(shown, FIRST_ROUND)[row.risk].median
    changed, all_ = _changed(shown, row.risk)
    who = ngettext(
        "{count} of {all} gave another answer", "{count} of {all} gave another answer", changed
    ).format(count=changed, all=all_)
    if points(before) == points(row.median):
        return _("{who}; the middle stayed at {now}.").format(who=who, now=about_points(row.median))
    words = (
        _("{who}; the middle rose from {before} to {now}.")
        if (row.median or 0.0) > (before or 0.0)
        else _("{who}; the middle fell from {before} to {now}.")
    )
    return words.format(who=who, before=points(before), now=about_points(row.median))


def _changed(shown: Workshop, risk: RiskId) -> tuple[int, int]:
    """How many gave another answer, and how many gave any; giving none any more is another."""
    first = risk_exposures(shown, FIRST_ROUND)[risk].answers
    last = risk_exposures(shown, FINAL)[risk].answers
    people = {*first, *last}
    return sum(first.get(who) != last.get(who) for who in people), len(people)


def _low(rows: tuple[DifferenceRow, ...]) -> float:
    """Where the axis begins: the highest end below every dot of either round."""
    lowest = min((dot for row in rows for dot in (*row.dots, *row.before)), default=_LOW_ENDS[0])
    return next((end for end in _LOW_ENDS if end <= lowest), _LOW_ENDS[-1])
