"""How we want to treat each other from now on."""

from typing import Any

from deskrisk.domain import working_agreements
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import AgreementId
from deskrisk.services.meeting import Meeting


def add_agreement(meeting: Meeting, text: str) -> AgreementId:
    """Write down a working agreement, and say which it is.

    Raises:
        EmptyError: the text is empty.
    """
    id_ = AgreementId(meeting.new_id())
    meeting.step("agreement.add", lambda w: working_agreements.agreement_added(w, id_, text))
    return id_


def edit_agreement(
    meeting: Meeting, agreement: AgreementId, text: str, *, origin: Any = None
) -> Changes:
    """Give a working agreement other words.

    Raises:
        EmptyError: the text is empty.
    """
    return meeting.step(
        "agreement.edit",
        lambda w: working_agreements.agreement_edited(w, agreement, text),
        merge=f"working_agreements/{agreement}/text",
        origin=origin,
    )


def move_agreement(meeting: Meeting, agreement: AgreementId, by: int) -> Changes:
    """Move a working agreement up (-1) or down (1)."""
    return meeting.step(
        "agreement.move", lambda w: working_agreements.agreement_moved(w, agreement, by)
    )


def remove_agreement(meeting: Meeting, agreement: AgreementId) -> Changes:
    """Take a working agreement away; fears that led to it are open again."""
    return meeting.step(
        "agreement.remove", lambda w: working_agreements.agreement_removed(w, agreement)
    )
