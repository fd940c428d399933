"""What the room decides about a risk: response, promises, signals, and how they fare."""

from datetime import date
from typing import Any

from deskrisk.domain import responses as rules
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, Happiness, MitigationStatus
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.measure import read_measure
from deskrisk.viewmodels.promises import read_people


def decide(
    meeting: Meeting, risk: RiskId, decision: Decision | None, *, origin: Any = None
) -> Changes:
    """The room decided what to do about a risk.

    Raises:
        MissingError: there is no such risk.
    """
    return meeting.step("response.decide", lambda w: rules.decide(w, risk, decision), origin=origin)


def set_owner(
    meeting: Meeting,
    risk: RiskId,
    owner: ParticipantId | None,
    *,
    has_agreed: bool = False,
    origin: Any = None,
) -> Changes:
    """Somebody said "I do" for a risk.

    Raises:
        MissingError: there is no such risk or person.
        AbsentOwnerError: the person is not here, and nobody says that they have agreed.
    """
    return meeting.step(
        "response.owner",
        lambda w: rules.set_owner(w, risk, owner, has_agreed=has_agreed),
        origin=origin,
    )


def edit_response(
    meeting: Meeting, risk: RiskId, field: str, value: Any, *, origin: Any = None
) -> Changes:
    """A text or a day of the response was changed; typing in one field is one step.

    Args:
        meeting: where.
        risk: which risk.
        field: a field of ``Response``: reason, trigger, fallback, leverage_note, review_date.
        value: what it holds now.
        origin: the field that is being typed in.

    Raises:
        MissingError: there is no such risk.
        TooLongError: the text is too long for any field.
    """
    return meeting.step(
        f"response.{field}",
        lambda w: rules.edit_response(w, risk, **{field: value}),
        merge=f"response:{risk}:{field}",
        origin=origin,
    )


def set_residual(
    meeting: Meeting,
    risk: RiskId,
    likelihood: int | None,
    impact: int | None,
    *,
    origin: Any = None,
) -> Changes:
    """The room said how likely and how bad it will be when all is done and proven.

    Raises:
        MissingError: there is no such risk.
        RangeError: a level is not 1 to 5.
    """
    return meeting.step(
        "response.residual",
        lambda w: rules.set_residual(w, risk, likelihood, impact),
        merge=f"response:{risk}:residual",
        origin=origin,
    )


def add_mitigation(
    meeting: Meeting, risk: RiskId, title: str = "", *, origin: Any = None
) -> MitigationId:
    """A promise was given for a risk.

    Returns:
        the id of the new promise.

    Raises:
        MissingError: there is no such risk.
    """
    id_ = MitigationId(meeting.new_id())
    meeting.step(
        "mitigation.add", lambda w: rules.add_mitigation(w, id_, risk, title), origin=origin
    )
    return id_


def edit_mitigation(
    meeting: Meeting, id_: MitigationId, field: str, value: Any, *, origin: Any = None
) -> Changes:
    """A field of a promise was changed; typing in one field is one step.

    Raises:
        MissingError: there is no such promise.
        RangeError, TooLongError: the value does not fit.
    """
    return meeting.step(
        "mitigation.edit",
        lambda w: rules.edit_mitigation(w, id_, **{field: value}),
        merge=f"mitigation:{id_}:{field}",
        origin=origin,
    )


def set_mitigation_owner(
    meeting: Meeting,
    id_: MitigationId,
    owner: ParticipantId | None,
    *,
    has_agreed: bool = False,
    origin: Any = None,
) -> Changes:
    """Somebody said "I do" for a promise.

    Raises:
        MissingError: there is no such promise or person.
        AbsentOwnerError: the person is not here, and nobody says that they have agreed.
    """
    return meeting.step(
        "mitigation.owner",
        lambda w: rules.set_mitigation_owner(w, id_, owner, has_agreed=has_agreed),
        origin=origin,
    )


def set_supporters(
    meeting: Meeting, id_: MitigationId, names: str, *, origin: Any = None
) -> Changes:
    """Who helps with a promise was typed, names with commas between them.

    Raises:
        MissingError: there is no such promise.
        UnknownPersonError: a name is nobody's, or more than one person's.
        TooManyError: more than four would help.
    """
    return meeting.step(
        "mitigation.supporters",
        lambda w: rules.set_supporters(w, id_, read_people(w, names)),
        merge=f"mitigation:{id_}:supporters",
        origin=origin,
    )


def edit_signal(
    meeting: Meeting, id_: MitigationId, field: str, value: Any, *, origin: Any = None
) -> Changes:
    """How we will know that a promise works was changed; typing in one field is one step.

    Raises:
        MissingError: there is no such promise.
        TooLongError: the text is too long for any field.
    """
    return meeting.step(
        "signal.edit",
        lambda w: rules.edit_signal(w, id_, **{field: value}),
        merge=f"signal:{id_}:{field}",
        origin=origin,
    )


def measure(meeting: Meeting, id_: MitigationId, line: str, *, origin: Any = None) -> Changes:
    """How a promise is measured was typed in one line; see ``read_measure``.

    Raises:
        MissingError: there is no such promise.
        TooLongError: the text is too long for any field.
    """
    fields = read_measure(line)
    return meeting.step(
        "signal.edit",
        lambda w: rules.edit_signal(w, id_, **fields),
        merge=f"signal:{id_}:measure",
        origin=origin,
    )


def say_happy(
    meeting: Meeting, risk: RiskId, happy: Happiness | None, *, origin: Any = None
) -> Changes:
    """The room said whether it is happy with how a risk is mitigated, or took it back.

    Raises:
        MissingError: there is no such risk.
    """
    return meeting.step(
        "response.happy", lambda w: rules.edit_response(w, risk, happy=happy), origin=origin
    )


def move_mitigation(
    meeting: Meeting, risk: RiskId, id_: MitigationId, by: int, *, origin: Any = None
) -> Changes:
    """A promise was moved up or down in the list of its risk.

    Raises:
        MissingError: there is no such promise.
    """
    return meeting.step(
        "mitigation.move", lambda w: rules.move_mitigation(w, risk, id_, by), origin=origin
    )


def remove_mitigation(
    meeting: Meeting, id_: MitigationId, *, risk: RiskId | None = None, origin: Any = None
) -> Changes:
    """A promise was taken back as if it had never been given; one that serves others stays there.

    Args:
        meeting: where.
        id_: which promise.
        risk: only this risk is served no more; None for all.
        origin: who did it.

    Raises:
        MissingError: there is no such promise.
    """
    if risk is None:
        return meeting.step(
            "mitigation.remove", lambda w: rules.remove_mitigation(w, id_), origin=origin
        )
    return meeting.step(
        "mitigation.remove", lambda w: rules.serve_no_more(w, id_, risk), origin=origin
    )


def set_status(
    meeting: Meeting,
    id_: MitigationId,
    status: MitigationStatus,
    *,
    on: date | None = None,
    seen_by: str = "",
    note: str = "",
    origin: Any = None,
) -> Changes:
    """A promise changed its status; see the rule for what each status needs.

    Raises:
        MissingError: there is no such promise.
        NoProofError: proven needs a day and somebody who saw the signal.
        NoReasonError: dropped and blocked need a reason.
    """
    return meeting.step(
        "mitigation.status",
        lambda w: rules.set_status(w, id_, status, on=on, seen_by=seen_by, note=note),
        merge=f"status:{id_}:{status.value}",
        origin=origin,
    )
