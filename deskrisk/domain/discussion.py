"""Which risks to talk about first after the first round (method B.5.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.groups import GroupGap, group_gaps
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import DIGITS
from deskrisk.domain.scales import TOLERANCE
from deskrisk.domain.spread import RiskSpread, State, spreads

WIDE_GAP_STEPS = 2.0
"""A hedge gap of at least this many steps is talked about before a mere spread."""


class Reason(Enum):
    """Why a risk is worth talking about, the most pressing first."""

    SPLIT = "split"
    LONE_ALARM = "lone_alarm"
    WIDE_GAP = "wide_gap"
    SPREAD = "spread"
    GAP = "gap"


_CLASS = {
    Reason.SPLIT: 0,
    Reason.LONE_ALARM: 1,
    Reason.WIDE_GAP: 1,
    Reason.SPREAD: 2,
    Reason.GAP: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A risk to talk about, and all reasons for it, the most pressing first.

    ``gap`` is the widest hedge gap between two groups, where there is one.
    """

    risk: RiskId
    reasons: tuple[Reason, ...]
    gap: GroupGap | None


def discussion_queue(workshop: Workshop, round_: int = 1) -> tuple[Queued, ...]:
    """The risks worth talking about, the first one first.

    Splits come first, then lone alarms and wide hedge gaps, then spreads, then other hedge gaps;
    within a class the highest upper quartile first, then by number. The rest is not queued.

    Args:
        workshop: where the scores are.
        round_: the round that was just revealed, 1 or 2; ``FINAL`` for everybody's last word.
    """
    exposures = risk_exposures(workshop, round_)
    gaps = group_gaps(workshop, round_)
    found = [
        _queued(spread, widest_hedge_gap(gaps[risk]))
        for risk, spread in spreads(workshop, round_).items()
    ]
    return tuple(
        sorted(
            (each for each in found if each.reasons),
            key=lambda each: (
                _CLASS[each.reasons[0]],
                -round(exposures[each.risk].q3 or 0.0, DIGITS),
                workshop.risks[each.risk].number,
            ),
        )
    )


def widest_hedge_gap(gaps: Sequence[GroupGap]) -> GroupGap | None:
    """The hedge gap with the most steps; None if no pair of groups hedges."""
    return max((gap for gap in gaps if gap.hedge_gap), key=lambda gap: gap.steps, default=None)


def _queued(spread: RiskSpread, gap: GroupGap | None) -> Queued:
    wide = gap is not None and gap.steps >= WIDE_GAP_STEPS - TOLERANCE
    holds = {
        Reason.SPLIT: spread.state is State.SPLIT,
        Reason.LONE_ALARM: spread.lone_alarm,
        Reason.WIDE_GAP: wide,
        Reason.SPREAD: spread.state is State.SPREAD,
        Reason.GAP: gap is not None and not wide,
    }
    reasons = tuple(reason for reason in Reason if holds[reason])
    return Queued(risk=spread.risk, reasons=reasons, gap=gap)
