"""How far apart the answers are: one row a risk, for the reveal, the rank page and the document."""

from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL, RiskExposure, risk_exposures
from deskrisk.domain.groups import group_gaps
from deskrisk.domain.model.ids import CategoryId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.spread import RiskSpread, State, spreads
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.figures import count_word
from deskrisk.viewmodels.signs import category_sign

TICKS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
"""Points that may be named on the axis; each step is about three times the one before."""

HIGHEST = 100.0
_LOW_ENDS = (0.3, 0.1, 0.03, 0.01)
"""Where the axis may start; the largest one that shows every answer is taken."""

_STATE_WORDS = {
    State.TOO_FEW: N_("too few"),
    State.TOGETHER: N_("together"),
    State.SPREAD: N_("spread"),
    State.SPLIT: N_("split"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadRow:
    """The answers for one risk; ``dots`` are exposures in points, lowest first, of nobody.

    ``was`` is the word for the first round, empty if it was the same or there was only one.
    """

    risk: RiskId
    position: int
    number: int
    title: str
    category: CategoryId | None
    sign: str
    dots: tuple[float, ...]
    q1: float | None
    median: float | None
    q3: float | None
    state: State
    word: str
    was: str
    lone_alarm: bool
    hedge_gap: bool
    under_scored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadView:
    """The rows in the order that holds, on one logarithmic axis from ``low`` to ``high`` points."""

    rows: tuple[SpreadRow, ...]
    low: float
    high: float
    ticks: tuple[float, ...]

    def only(self, risk: RiskId) -> "SpreadView":
        """The same axis with the row of one risk, for a table that draws row by row."""
        rows = tuple(row for row in self.rows if row.risk == risk)
        return SpreadView(rows=rows, low=self.low, high=self.high, ticks=self.ticks)


def spread_view(workshop: Workshop, round_: int = FINAL) -> SpreadView:
    """The answers for every risk.

    Args:
        workshop: where they are.
        round_: 1 or 2 for that round alone; ``FINAL`` for everybody's last word.
    """
    exposures = risk_exposures(workshop, round_)
    now = spreads(workshop, round_)
    before = spreads(workshop, 1) if round_ == FINAL and _has_two_rounds(workshop) else {}
    gaps = group_gaps(workshop, round_)
    rows = tuple(
        _row(
            workshop,
            exposures[risk],
            position,
            now[risk],
            before.get(risk),
            hedge_gap=any(gap.hedge_gap for gap in gaps[risk]),
        )
        for position, risk in enumerate(standing_order(workshop), start=1)
    )
    lowest = min((dot for row in rows for dot in row.dots), default=_LOW_ENDS[0])
    low = next((end for end in _LOW_ENDS if end <= lowest), _LOW_ENDS[-1])
    return SpreadView(
        rows=rows, low=low, high=HIGHEST, ticks=tuple(tick for tick in TICKS if tick >= low)
    )


def spread_line(view: SpreadView) -> str:
    """How far apart the answers are, for all risks in one line; empty before anybody answered."""
    counts = {state: sum(row.state is state for row in view.rows) for state in State}
    if counts[State.TOO_FEW] == len(view.rows):
        return ""
    parts = [
        words.format(count=count_word(counts[state]))
        for state, words in (
            (State.TOGETHER, _("together on {count}")),
            (State.SPREAD, _("spread on {count}")),
            (State.SPLIT, _("in two camps on {count}")),
            (State.TOO_FEW, _("too few answers on {count}")),
        )
        if counts[state]
    ]
    said = ngettext("Of {count} risk: {states}.", "Of {count} risks: {states}.", len(view.rows))
    line = said.format(count=count_word(len(view.rows)), states=_(", ").join(parts))
    alarms = [row.title for row in view.rows if row.lone_alarm]
    if not alarms:
        return line
    more = _("Somebody sees this ten times larger than the middle answer: {titles}.")
    return f"{line} {more.format(titles=_('; ').join(alarms))}"


def state_word(spread: RiskSpread) -> str:
    """The state as a word; a lone alarm is said instead of "together" or "spread"."""
    return _("lone alarm") if spread.lone_alarm else _(_STATE_WORDS[spread.state])


def _row(
    workshop: Workshop,
    exposure: RiskExposure,
    position: int,
    now: RiskSpread,
    before: RiskSpread | None,
    *,
    hedge_gap: bool,
) -> SpreadRow:
    risk = workshop.risks[exposure.risk]
    word = state_word(now)
    first = word if before is None or before.state is State.TOO_FEW else state_word(before)
    return SpreadRow(
        risk=risk.id,
        position=position,
        number=risk.number,
        title=risk.title,
        category=risk.category,
        sign=category_sign(workshop, risk.category),
        dots=tuple(sorted(exposure.answers.values())),
        q1=exposure.q1,
        median=exposure.median,
        q3=exposure.q3,
        state=now.state,
        word=word,
        was="" if first == word else first,
        lone_alarm=now.lone_alarm,
        hedge_gap=hedge_gap,
        under_scored=exposure.under_scored,
    )


def _has_two_rounds(workshop: Workshop) -> bool:
    return any(score.round > 1 for score in workshop.scores.values())
