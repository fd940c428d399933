"""The order of the risks, its tiers, and the line after the first K (method B.3, A.8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from deskrisk.domain.errors import EmptyError, MissingError, NoReasonError, RangeError
from deskrisk.domain.exposures import (
    FINAL,
    RiskExposure,
    risk_exposures,
    sorted_log_quantile,
)
from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import MoveId, RiskId
from deskrisk.domain.model.scores import OrderMove
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.remembered import remembered
from deskrisk.domain.scales import TOLERANCE

TIER_FACTOR = 2.0
"""Risks closer than this to the leader of a tier are too close to call (a design choice)."""

DIGITS = 9
"""Values are compared after rounding to so many decimals."""

SortKey = tuple[float, float, float, int]
"""Median, upper quartile and mean, each below zero so that the largest comes first; number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedRisk:
    """A risk in the order the numbers propose.

    ``position`` counts from 1. ``shown_rank`` is shared by equal medians (the better one).
    ``tier`` counts from 1, and is None for a risk nobody scored.
    """

    risk: RiskId
    position: int
    shown_rank: int
    tier: int | None
    exposure: RiskExposure

    @property
    def tied(self) -> bool:
        """Does it share its rank with the one before?"""
        return self.shown_rank != self.position


@remembered("scores", "risks", "participants")
def ranked(workshop: Workshop, round_: int = FINAL) -> tuple[RankedRisk, ...]:
    """All risks in the order that the numbers propose.

    Sorted by median, upper quartile and mean exposure, largest first, then by number, and by id
    should two have the same; compared after rounding to 9 decimals. Unscored risks come last.
    """
    exposures = risk_exposures(workshop, round_)
    numbers = {risk.id: risk.number for risk in workshop.risks.values()}
    row = sorted(
        exposures.values(), key=lambda each: (_sort_key(each, numbers[each.risk]), each.risk)
    )
    found: list[RankedRisk] = []
    leader: float | None = None
    tier = 0
    for position, each in enumerate(row, start=1):
        if each.median is not None and (leader is None or _opens_tier(leader, each.median)):
            leader = each.median
            tier += 1
        found.append(
            RankedRisk(
                risk=each.risk,
                position=position,
                shown_rank=_shown_rank(found, each, position),
                tier=None if each.median is None else tier,
                exposure=each,
            )
        )
    return tuple(found)


def boundary_tier(row: Sequence[RankedRisk], focus_count: int) -> tuple[RiskId, ...]:
    """The risks of the tier that the cut line falls into; empty if it falls between two.

    Args:
        row: the order the numbers propose.
        focus_count: K, how many risks stand above the line.
    """
    if len(row) <= focus_count or focus_count < 1:
        return ()
    above, below = row[focus_count - 1].tier, row[focus_count].tier
    if above is None or above != below:
        return ()
    return tuple(each.risk for each in row if each.tier == above)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """How the first K hold when one person is left out at a time.

    ``runs`` is how many people were left out in turn; ``times_in_focus`` counts for each risk the
    runs in which it stood among the first K, in the order of all the scores.
    """

    runs: int
    times_in_focus: Mapping[RiskId, int]

    @property
    def firm(self) -> tuple[RiskId, ...]:
        """The risks that are among the first K whoever is left out."""
        return tuple(risk for risk, n in self.times_in_focus.items() if n and n == self.runs)

    @property
    def borderline(self) -> tuple[RiskId, ...]:
        """The risks that are among the first K only with some of the people."""
        return tuple(risk for risk, n in self.times_in_focus.items() if 0 < n < self.runs)


def stability(workshop: Workshop, round_: int = FINAL) -> Stability:
    """Does the choice of the first K hang on one person (method B.3.4)?

    The order is found again without each scorer in turn; a risk nobody else scored has no place in
    it. With a single scorer there is nothing to leave out, so no runs.
    """
    row = ranked(workshop, round_)
    numbers = {risk.id: risk.number for risk in workshop.risks.values()}
    points = {each.risk: sorted(each.exposure.answers.values()) for each in row}
    people = {person for each in row for person in each.exposure.answers}
    times = {each.risk: 0 for each in row}
    for person in people if len(people) > 1 else ():
        rests = {
            each.risk: rest
            for each in row
            if (rest := _without(points[each.risk], each.exposure.answers.get(person)))
        }
        for risk in _first(rests, numbers, workshop.brief.focus_count):
            times[risk] += 1
    return Stability(runs=len(people) if len(people) > 1 else 0, times_in_focus=times)


def standing_order(workshop: Workshop) -> tuple[RiskId, ...]:
    """The order that holds now: what the room agreed, or else what the numbers propose.

    Risks that came after the agreement follow at the end, as the numbers propose them.
    """
    proposed = [each.risk for each in ranked(workshop)]
    return tuple(dict.fromkeys((*workshop.progress.agreed_order, *proposed)))


def focus_risks(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks above the cut line, in the order that holds."""
    return standing_order(workshop)[: workshop.brief.focus_count]


def must_respond(workshop: Workshop) -> tuple[RiskId, ...]:
    """The risks that need a response: those above the line, and every red line below it."""
    order = standing_order(workshop)
    focus = set(order[: workshop.brief.focus_count])
    return tuple(risk for risk in order if risk in focus or workshop.risks[risk].red_line)


def tiers(workshop: Workshop) -> Mapping[RiskId, int | None]:
    """The tier of each risk by the final scores."""
    return {each.risk: each.tier for each in ranked(workshop)}


def crosses_tier(workshop: Workshop, risk: RiskId, to_position: int) -> bool:
    """Would the risk pass a risk of another tier on its way to the position (from 1)?"""
    order = standing_order(workshop)
    start, end = order.index(risk), to_position - 1
    passed = order[min(start, end) : max(start, end) + 1]
    tier_of = tiers(workshop)
    return any(tier_of[each] != tier_of[risk] for each in passed)


def move_risk(
    workshop: Workshop, risk: RiskId, to_position: int, *, reason: str, id_: MoveId
) -> Workshop:
    """The room moves a risk to another position, counted from 1.

    Raises:
        MissingError: there is no such risk.
        RangeError: there is no such position.
        EmptyError: the move crosses a tier and has no reason to print.
    """
    if risk not in workshop.risks:
        raise MissingError("risks", risk)
    order = list(standing_order(workshop))
    if not 1 <= to_position <= len(order):
        raise RangeError("order_moves", "to_position", str(to_position), f"1 to {len(order)}")
    from_position = order.index(risk) + 1
    if from_position == to_position:
        return workshop
    crossing = crosses_tier(workshop, risk, to_position)
    if crossing and not reason.strip():
        raise EmptyError("order_moves", "reason")
    order.insert(to_position - 1, order.pop(from_position - 1))
    move = OrderMove(
        id=id_,
        sequence=1 + max((each.sequence for each in workshop.order_moves.values()), default=0),
        risk=risk,
        from_position=from_position,
        to_position=to_position,
        crosses_tier=crossing,
        reason=reason,
    )
    return put(with_order(workshop, order), move)


def with_order(workshop: Workshop, order: Sequence[RiskId], *, confirmed: bool = False) -> Workshop:
    """The workshop with this agreed order; ``confirmed`` by a show of hands or not yet."""
    progress = replace(workshop.progress, agreed_order=tuple(order), order_confirmed=confirmed)
    return replace(workshop, progress=progress)


def confirm_order(workshop: Workshop) -> Workshop:
    """The room confirms the order that holds now, by a show of hands.

    Raises:
        EmptyError: there is no risk to put in order.
    """
    if not workshop.risks:
        raise EmptyError("risks", "title")
    return with_order(workshop, standing_order(workshop), confirmed=True)


def reset_order(workshop: Workshop) -> Workshop:
    """Back to the order that the numbers propose; the moves of the room go with their reasons."""
    return replace(with_order(workshop, ()), order_moves={})


def change_method(workshop: Workshop, method: OrderMethod, *, reason: str = "") -> Workshop:
    """Find the order in another way than was agreed.

    Before scores were seen that is a setting like any other. Afterwards it takes a reason, and the
    document says what was changed: whoever sees the numbers could choose the way by its result.
    Back to the first way, nothing is left to say.

    Raises:
        NoReasonError: scores were seen, and there is no reason to print.
    """
    before = workshop.brief.order_method
    if method is before:
        return workshop
    changed = replace(workshop, brief=replace(workshop.brief, order_method=method))
    if not workshop.progress.round_closed:
        return changed
    first = workshop.progress.first_order_method or before
    if method is first:
        return _with_method_note(changed, None, "")
    if not reason.strip():
        raise NoReasonError("progress", "order_method_reason")
    return _with_method_note(changed, first, reason)


def _with_method_note(workshop: Workshop, first: OrderMethod | None, reason: str) -> Workshop:
    progress = replace(workshop.progress, first_order_method=first, order_method_reason=reason)
    return replace(workshop, progress=replace(progress, order_confirmed=False))


def _sort_key(each: RiskExposure, number: int) -> SortKey:
    if each.median is None or each.q3 is None or each.mean is None:
        return (1.0, 0.0, 0.0, number)  # after every scored one: those keys start below zero
    return _rounded_key(each.median, each.q3, each.mean, number)


def _without(points: list[float], answer: float | None) -> list[float]:
    if answer is None:
        return points
    rest = points.copy()
    rest.remove(answer)
    return rest


def _first(
    points: Mapping[RiskId, Sequence[float]], numbers: Mapping[RiskId, int], count: int
) -> tuple[RiskId, ...]:
    """The first risks, in no order: the medians tell, and the whole key only at the line."""
    medians = {risk: -round(sorted_log_quantile(row, 0.5), DIGITS) for risk, row in points.items()}
    if len(medians) <= count:
        return tuple(medians)
    line = sorted(medians.values())[count - 1]
    ahead = [risk for risk, median in medians.items() if median < line]
    tied = [risk for risk, median in medians.items() if median == line]
    tied.sort(key=lambda risk: (_key_of(points[risk], numbers[risk]), risk))
    return (*ahead, *tied[: count - len(ahead)])


def _key_of(points: Sequence[float], number: int) -> SortKey:
    """The sort key of a risk from its exposures, in ascending order and at least one."""
    median, upper = sorted_log_quantile(points, 0.5), sorted_log_quantile(points, 0.75)
    return _rounded_key(median, upper, sum(points) / len(points), number)


def _rounded_key(median: float, q3: float, mean: float, number: int) -> SortKey:
    return (-round(median, DIGITS), -round(q3, DIGITS), -round(mean, DIGITS), number)


def _opens_tier(leader: float, median: float) -> bool:
    return leader / median >= TIER_FACTOR - TOLERANCE


def _shown_rank(before: Sequence[RankedRisk], each: RiskExposure, position: int) -> int:
    if not before:
        return position
    last = before[-1]
    if last.exposure.median is None or each.median is None:
        same = last.exposure.median is None and each.median is None
    else:
        same = abs(last.exposure.median - each.median) < TOLERANCE
    return last.shown_rank if same else position
