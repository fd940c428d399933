"""Decide what to do about a risk: the response, its promises, the signals that prove them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import AbsentOwnerError, NoProofError, NoReasonError
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.responses import (
    Decision,
    Mitigation,
    MitigationStatus,
    Response,
    Signal,
)
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, in_order, next_position, put, removed
from deskrisk.domain.residuals import mitigations_of

MOST_SUPPORTERS = 4
"""So many people help with one promise, at most (method A.9)."""

MOST_PROMISES = 4
"""More promises for one risk are seldom kept; this is advice, nothing is refused."""


def response_of(workshop: Workshop, risk: RiskId) -> Response:
    """The response to a risk; an empty one while nothing is decided.

    Raises:
        MissingError: there is no such risk.
    """
    get(workshop, Risk, risk)
    return workshop.responses.get(risk) or Response(risk=risk)


def edit_response(workshop: Workshop, risk: RiskId, **changes: Any) -> Workshop:
    """The response to a risk with some fields changed; see ``Response`` for them.

    Raises:
        MissingError: there is no such risk.
    """
    return put(workshop, replace(response_of(workshop, risk), **changes))


def decide(workshop: Workshop, risk: RiskId, decision: Decision | None) -> Workshop:
    """The room decides what to do about a risk, or takes the decision back.

    Raises:
        MissingError: there is no such risk.
    """
    return edit_response(workshop, risk, decision=decision)


def set_owner(
    workshop: Workshop, risk: RiskId, owner: ParticipantId | None, *, has_agreed: bool = False
) -> Workshop:
    """Somebody says "I do" for a risk.

    Raises:
        MissingError: there is no such risk or person.
        AbsentOwnerError: the person is not here and has not agreed.
    """
    require_willing(workshop, owner, has_agreed=has_agreed)
    return edit_response(workshop, risk, owner=owner)


def set_residual(
    workshop: Workshop, risk: RiskId, likelihood: int | None, impact: int | None
) -> Workshop:
    """How likely and how bad the room expects it to be when all is done and proven (1 to 5).

    Raises:
        MissingError: there is no such risk.
    """
    return edit_response(workshop, risk, residual_likelihood=likelihood, residual_impact=impact)


def add_mitigation(
    workshop: Workshop, id_: MitigationId, risk: RiskId, title: str = ""
) -> Workshop:
    """A new promise for a risk, after the others.

    Raises:
        MissingError: there is no such risk.
        DuplicateError: there is a promise with this id.
    """
    get(workshop, Risk, risk)
    place = next_position(workshop, Mitigation)
    return add(workshop, Mitigation(id=id_, position=place, risks=(risk,), title=title))


def edit_mitigation(workshop: Workshop, id_: MitigationId, **changes: Any) -> Workshop:
    """A promise with some fields changed; its status has a rule of its own.

    Raises:
        MissingError: there is no such promise.
    """
    return edit(workshop, Mitigation, id_, **changes)


def set_mitigation_owner(
    workshop: Workshop,
    id_: MitigationId,
    owner: ParticipantId | None,
    *,
    has_agreed: bool = False,
) -> Workshop:
    """Somebody says "I do" for a promise.

    Raises:
        MissingError: there is no such promise or person.
        AbsentOwnerError: the person is not here and has not agreed.
    """
    require_willing(workshop, owner, has_agreed=has_agreed)
    return edit(workshop, Mitigation, id_, owner=owner)


def set_supporters(
    workshop: Workshop, id_: MitigationId, supporters: Sequence[ParticipantId]
) -> Workshop:
    """These people help with a promise; its owner needs no mention.

    Raises:
        MissingError: there is no such promise or person.
        TooManyError: more than four would help.
    """
    held = get(workshop, Mitigation, id_)
    others = tuple(who for who in dict.fromkeys(supporters) if who != held.owner)
    for who in others:
        get(workshop, Participant, who)
    if len(others) > MOST_SUPPORTERS:
        raise TooManyError("supporters", MOST_SUPPORTERS)
    return put(workshop, replace(held, supporters=others))


def edit_signal(workshop: Workshop, id_: MitigationId, **changes: Any) -> Workshop:
    """How we will know that a promise works, with some fields changed; see ``Signal``.

    Raises:
        MissingError: there is no such promise.
    """
    held = get(workshop, Mitigation, id_)
    return put(workshop, replace(held, signal=replace(held.signal or Signal(), **changes)))


def is_worded(signal: Signal | None) -> bool:
    """Does a signal say what would be seen, in a sentence or as a number to be read?"""
    if signal is None:
        return False
    measured = bool(signal.metric.strip()) and signal.threshold is not None
    return measured or bool(signal.statement.strip())


def move_mitigation(workshop: Workshop, risk: RiskId, id_: MitigationId, by: int) -> Workshop:
    """A promise changes places with the one above (-1) or below (1) it in the list of a risk.

    Raises:
        MissingError: there is no such promise.
    """
    moving = get(workshop, Mitigation, id_)
    row = mitigations_of(workshop, risk)
    if moving not in row:
        return workshop
    at = row.index(moving)
    other = row[min(max(at + by, 0), len(row) - 1)]
    if other is moving:
        return workshop
    whole = list(in_order(workshop.mitigations))
    to = whole.index(other)
    whole.remove(moving)
    whole.insert(to, moving)
    placed = (replace(each, position=place) for place, each in enumerate(whole))
    return put(workshop, *(each for each in placed if workshop.mitigations[each.id] != each))


def serve_too(workshop: Workshop, id_: MitigationId, risk: RiskId) -> Workshop:
    """A promise that was given for another risk serves this one too.

    Raises:
        MissingError: there is no such promise or risk.
    """
    held = get(workshop, Mitigation, id_)
    get(workshop, Risk, risk)
    if risk in held.risks:
        return workshop
    return put(workshop, replace(held, risks=(*held.risks, risk)))


def serve_no_more(workshop: Workshop, id_: MitigationId, risk: RiskId) -> Workshop:
    """A promise is no longer one for this risk; if it serves no other it is taken back.

    Raises:
        MissingError: there is no such promise.
    """
    held = get(workshop, Mitigation, id_)
    others = tuple(each for each in held.risks if each != risk)
    if not others:
        return remove_mitigation(workshop, id_)
    return put(workshop, replace(held, risks=others))


def remove_mitigation(workshop: Workshop, id_: MitigationId) -> Workshop:
    """A promise is taken back as if it had never been given; ``set_status`` can drop it instead.

    Raises:
        MissingError: there is no such promise.
    """
    return removed(workshop, Mitigation, id_)


def set_status(
    workshop: Workshop,
    id_: MitigationId,
    status: MitigationStatus,
    *,
    on: date | None = None,
    seen_by: str = "",
    note: str = "",
) -> Workshop:
    """A promise changes its status.

    Args:
        workshop: where it is.
        id_: which promise.
        status: where it stands from now on.
        on: the day it was done, or seen to work.
        seen_by: who saw the signal; needed for ``VERIFIED``.
        note: why; needed for ``DROPPED`` and ``BLOCKED``.

    Raises:
        MissingError: there is no such promise.
        NoProofError: it should be proven, but nobody has seen the signal, or nobody says when.
        NoReasonError: it should be dropped or blocked, and nobody says why.
    """
    held = get(workshop, Mitigation, id_)
    proven = status is MitigationStatus.VERIFIED
    stopped = status in (MitigationStatus.DROPPED, MitigationStatus.BLOCKED)
    if proven and on is None:
        raise NoProofError("verified_on")
    if proven and not seen_by.strip():
        raise NoProofError("seen_by")
    if stopped and not note.strip():
        raise NoReasonError("mitigations", "status_note")
    done_on = held.done_on
    if status is MitigationStatus.DONE_UNVERIFIED or (proven and done_on is None):
        done_on = on or done_on
    elif not proven:
        done_on = None
    return put(
        workshop,
        replace(
            held,
            status=status,
            status_note=note if stopped else "",
            done_on=done_on,
            verified_on=on if proven else None,
            seen_by=seen_by if proven else "",
        ),
    )


def require_willing(workshop: Workshop, owner: ParticipantId | None, *, has_agreed: bool) -> None:
    """Refuse to give something to a person who is not here and has not agreed.

    Raises:
        MissingError: there is no such person.
        AbsentOwnerError: they are absent, and nobody says that they have agreed.
    """
    if owner is None:
        return
    if not get(workshop, Participant, owner).present and not has_agreed:
        raise AbsentOwnerError(owner)
