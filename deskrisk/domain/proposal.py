"""The order that the method proposes: by the scores, and by the room where they cannot tell (A.8).

Only the tier that the cut line falls into is opened for a ballot or for duels; higher and lower
tiers keep their order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deskrisk.domain.ballots import BallotResult, ballot_result
from deskrisk.domain.comparison import Moved, kendall_distance, moved_far
from deskrisk.domain.duels import DuelState, duel_state
from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import boundary_tier, ranked, with_order

PLACED_BY_VOTE = (OrderMethod.SCORES_THEN_BALLOT, OrderMethod.SCORES_THEN_DUELS)
"""The methods that open the boundary tier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The order that the method proposes, the first one first.

    ``open`` are the risks the room orders itself, in the order of the scores, and ``inside`` is
    how many of them belong above the cut line. ``ballot`` or ``duels`` say how the room did that.
    ``tied_at_cut`` are the risks just above and below the line if the ballots tie them: then the
    room is asked what it wants.
    """

    order: tuple[RiskId, ...]
    open: tuple[RiskId, ...]
    inside: int
    ballot: BallotResult | None
    duels: DuelState | None
    tied_at_cut: tuple[RiskId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GutCheck:
    """The order of a ballot on all risks against that of the scores.

    ``distance`` is the share of pairs the other way round, 0 to 1; ``moved`` are the risks to ask
    about: what did the scoring miss?
    """

    distance: float | None
    moved: tuple[Moved[RiskId], ...]


def propose_order(workshop: Workshop) -> Proposal:
    """The order that the method proposes, by the way that was fixed before anybody scored."""
    row = ranked(workshop)
    order = tuple(each.risk for each in row)
    focus = workshop.brief.focus_count
    method = workshop.brief.order_method
    if method is OrderMethod.BALLOT_ONLY:
        return _with_ballot(workshop, order, order, BallotScope.ALL)
    opened = boundary_tier(row, focus) if method in PLACED_BY_VOTE else ()
    if not opened:
        return Proposal(order=order, open=(), inside=0, ballot=None, duels=None, tied_at_cut=())
    if method is OrderMethod.SCORES_THEN_BALLOT:
        return _with_ballot(workshop, order, opened, BallotScope.BOUNDARY_TIER)
    inside = focus - order.index(opened[0])
    state = duel_state(workshop, opened, inside)
    return Proposal(
        order=_placed(order, state.order),
        open=opened,
        inside=inside,
        ballot=None,
        duels=state,
        tied_at_cut=(),
    )


def take_proposal(workshop: Workshop) -> Workshop:
    """The room takes the proposed order as its own; it still has to be confirmed."""
    return with_order(workshop, propose_order(workshop).order)


def gut_check(workshop: Workshop) -> GutCheck | None:
    """Does a ballot on all risks say something else than the scores? None without a ballot."""
    order = tuple(each.risk for each in ranked(workshop))
    result = ballot_result(workshop, order, BallotScope.ALL)
    if not result.voters:
        return None
    places = [[risk] for risk in order]
    by_room = [[risk] for risk in result.order]
    return GutCheck(
        distance=kendall_distance(places, by_room), moved=moved_far(order, result.order)
    )


def _with_ballot(
    workshop: Workshop, order: Sequence[RiskId], opened: Sequence[RiskId], scope: BallotScope
) -> Proposal:
    inside = workshop.brief.focus_count - order.index(opened[0]) if opened else 0
    result = ballot_result(workshop, opened, scope)
    tied = result.voters > 0 and result.tied_at(inside)
    return Proposal(
        order=_placed(order, result.order),
        open=tuple(opened),
        inside=inside,
        ballot=result,
        duels=None,
        tied_at_cut=result.order[inside - 1 : inside + 1] if tied else (),
    )


def _placed(order: Sequence[RiskId], opened: Sequence[RiskId]) -> tuple[RiskId, ...]:
    """The order with the opened risks, which stand together in it, in their new order."""
    if not opened:
        return tuple(order)
    start = min(order.index(risk) for risk in opened)
    return (*order[:start], *opened, *order[start + len(opened) :])
