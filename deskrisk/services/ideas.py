"""Make a promise or a first sign of what is at hand: the shelf, other risks' promises, packs."""

from typing import Any

from deskrisk.domain import ideas as rules
from deskrisk.domain import responses
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.packs import PackMitigation, PackTrigger
from deskrisk.services.meeting import Meeting


def promise_idea(meeting: Meeting, risk: RiskId, idea: str, *, origin: Any = None) -> MitigationId:
    """An idea of the shelf has become a promise.

    Raises:
        MissingError: there is no such risk.
    """
    id_ = MitigationId(meeting.new_id())
    meeting.step(
        "idea.promise", lambda w: responses.add_mitigation(w, id_, risk, idea), origin=origin
    )
    return id_


def promise_from_pack(
    meeting: Meeting, risk: RiskId, idea: PackMitigation, *, origin: Any = None
) -> MitigationId:
    """A promise of a pack was taken for a risk, with its signal, to be edited.

    Raises:
        MissingError: there is no such risk.
    """
    id_ = MitigationId(meeting.new_id())
    meeting.step("idea.promise", lambda w: rules.promise_taken(w, id_, risk, idea), origin=origin)
    return id_


def take_sign(meeting: Meeting, risk: RiskId, sign: PackTrigger, *, origin: Any = None) -> Changes:
    """A first sign of a pack was taken, with what we do then.

    Raises:
        MissingError: there is no such risk.
    """
    return meeting.step(
        "idea.sign",
        lambda w: rules.sign_taken(w, risk, sign.text, sign.fallback),
        origin=origin,
    )


def sign_idea(
    meeting: Meeting, risk: RiskId, *, trigger: str = "", fallback: str = "", origin: Any = None
) -> Changes:
    """An idea of the shelf has become a first sign, or what we do then.

    Raises:
        MissingError: there is no such risk.
    """
    return meeting.step(
        "idea.sign", lambda w: rules.sign_taken(w, risk, trigger, fallback), origin=origin
    )


def serve_too(meeting: Meeting, id_: MitigationId, risk: RiskId, *, origin: Any = None) -> Changes:
    """A promise for another risk was said to serve this one too.

    Raises:
        MissingError: there is no such promise or risk.
    """
    return meeting.step(
        "mitigation.serve", lambda w: responses.serve_too(w, id_, risk), origin=origin
    )
