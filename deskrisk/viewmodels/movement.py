"""The answers for one risk, and how they moved between the rounds: of nobody in particular."""

from collections.abc import Sequence
from dataclasses import dataclass

from deskrisk.domain.exposures import FINAL, RiskExposure, risk_exposures
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND
from deskrisk.domain.spread import State, spread_of
from deskrisk.i18n import _
from deskrisk.viewmodels.figures import points, whole_or_short
from deskrisk.viewmodels.rank import title_of
from deskrisk.viewmodels.spread import state_word

FEWEST = 3
"""With fewer answers a figure would tell what somebody has said (method A.0)."""

_TENS = (0.01, 0.1, 1.0, 10.0, 100.0)
_AIR = 1.6
_LOWEST_END = 0.3
"""The axis starts here, or a little before the lowest answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """The answers of one round in points, lowest first; ``first`` for those of the first of two.

    ``name`` says which round it was, empty where there is one only.
    """

    name: str
    first: bool
    dots: tuple[float, ...]
    q1: float
    median: float
    q3: float
    median_words: str
    state: State
    lone_alarm: bool
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementView:
    """One risk: its rounds from first to last on one logarithmic axis from ``low`` to ``high``.

    ``ticks`` are named points. ``rows`` is empty with too few answers to show.
    """

    risk: RiskId
    title: str
    rows: tuple[RoundRow, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


def movement_view(workshop: Workshop, risk: RiskId) -> MovementView:
    """The last word of everybody, and above it the first round where somebody moved.

    Args:
        workshop: with what the reader may see.
        risk: which one; it is there.
    """
    now = risk_exposures(workshop, FINAL)[risk]
    first = risk_exposures(workshop, FIRST_ROUND)[risk]
    asked_twice = workshop.progress.round_closed >= SECOND_ROUND and _moved(first, now)
    rounds = [(FINAL, now)]
    if asked_twice and first.n >= FEWEST:
        rounds.insert(0, (FIRST_ROUND, first))
    rows = tuple(
        _row(workshop, round_, each, name=_name(round_, two=len(rounds) > 1))
        for round_, each in rounds
        if each.n >= FEWEST
    )
    lowest = min((dot for row in rows for dot in row.dots), default=_TENS[1])
    low = min(lowest / _AIR, _LOWEST_END)
    return MovementView(
        risk=risk,
        title=title_of(workshop.risks[risk]),
        rows=rows,
        low=low,
        high=130.0,
        ticks=_ticks(low),
    )


def _moved(first: RiskExposure, now: RiskExposure) -> bool:
    return sorted(first.answers.values()) != sorted(now.answers.values())


def _name(round_: int, *, two: bool) -> str:
    if not two:
        return ""
    return _("first round") if round_ == FIRST_ROUND else _("now")


def _row(workshop: Workshop, round_: int, each: RiskExposure, *, name: str) -> RoundRow:
    spread = spread_of(workshop, each.risk, round_)
    return RoundRow(
        name=name,
        first=round_ == FIRST_ROUND,
        dots=tuple(sorted(each.answers.values())),
        q1=each.q1 or 0.0,
        median=each.median or 0.0,
        q3=each.q3 or 0.0,
        median_words=_("the middle, about {points}").format(points=points(each.median)),
        state=spread.state,
        lone_alarm=spread.lone_alarm,
        word=state_word(spread),
    )


def _ticks(low: float) -> tuple[tuple[float, str], ...]:
    whole = _("100 = the whole project")
    named: Sequence[tuple[float, str]] = [
        (ten, whole if ten == _TENS[-1] else whole_or_short(ten)) for ten in _TENS
    ]
    return tuple(tick for tick in named if tick[0] >= low)
