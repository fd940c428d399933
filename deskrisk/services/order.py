"""The room moves risks in the order, goes back to the numbers, and confirms."""

from typing import Any

from deskrisk.domain import order as rules
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import MoveId, RiskId
from deskrisk.services.meeting import Meeting


def move_risk(
    meeting: Meeting, risk: RiskId, to_position: int, *, reason: str = "", origin: Any = None
) -> Changes:
    """A risk was moved to another position, counted from 1.

    Raises:
        MissingError, RangeError: there is no such risk or position.
        EmptyError: the move crosses a tier and has no reason to print.
    """
    id_ = MoveId(meeting.new_id())
    return meeting.step(
        "order.move",
        lambda w: rules.move_risk(w, risk, to_position, reason=reason, id_=id_),
        args={"position": str(to_position)},
        origin=origin,
    )


def reset_order(meeting: Meeting, *, origin: Any = None) -> Changes:
    """The room went back to the order that the numbers propose."""
    return meeting.step("order.reset", rules.reset_order, origin=origin)


def confirm_order(meeting: Meeting, *, origin: Any = None) -> Changes:
    """The room confirmed the order by a show of hands.

    Raises:
        EmptyError: there is no risk yet.
    """
    return meeting.step("order.confirm", rules.confirm_order, origin=origin)


def change_method(
    meeting: Meeting, method: OrderMethod, *, reason: str = "", origin: Any = None
) -> Changes:
    """The room finds the order in another way than it had agreed.

    Raises:
        NoReasonError: scores were seen, and there is no reason to print.
    """
    return meeting.step(
        "order.method",
        lambda w: rules.change_method(w, method, reason=reason),
        origin=origin,
    )
