"""Five to one: stances, rounds, the owner's decision, adjourning, amendments, freezing."""

from datetime import date, datetime
from typing import Any

from deskrisk.domain import stances as rules
from deskrisk.domain.changes import Changes
from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.ids import AmendmentId, ParticipantId, VersionId
from deskrisk.services.meeting import Meeting


def set_stance(meeting: Meeting, who: ParticipantId, level: int, *, origin: Any = None) -> Changes:
    """Somebody showed five to one.

    Raises:
        MissingError: there is no such person.
        RangeError: the level is not 1 to 5.
    """
    return meeting.step("stance.set", lambda w: rules.set_stance(w, who, level), origin=origin)


def seal_stance(
    meeting: Meeting,
    who: ParticipantId,
    level: int,
    *,
    comment: str = "",
    item: str = "",
    acceptable_if: str = "",
    origin: Any = None,
) -> Changes:
    """Somebody answered alone in the booth and sealed it.

    Raises:
        MissingError: there is no such person.
        SealedError: their answer is in already.
        RangeError: the level is not 1 to 5.
        TooLongError: the words are too long for any field.
    """
    return meeting.step(
        "stance.seal",
        lambda w: rules.seal_stance(
            w, who, level, comment=comment, item=item, acceptable_if=acceptable_if
        ),
        origin=origin,
    )


def clear_stance(meeting: Meeting, who: ParticipantId, *, origin: Any = None) -> Changes:
    """An answer was taken back."""
    return meeting.step("stance.clear", lambda w: rules.clear_stance(w, who), origin=origin)


def edit_stance(
    meeting: Meeting, who: ParticipantId, field: str, value: str, *, origin: Any = None
) -> Changes:
    """The words of a stance were changed: comment, item or acceptable_if.

    Raises:
        MissingError: the person has not answered in this round.
        TooLongError: the text is too long for any field.
    """
    return meeting.step(
        "stance.edit",
        lambda w: rules.edit_stance(w, who, **{field: value}),
        merge=f"stance:{meeting.workshop.progress.sign_off_round}:{who}:{field}",
        origin=origin,
    )


def ask_rest_later(meeting: Meeting, *, origin: Any = None) -> Changes:
    """Those who have not answered are asked later; what is in is counted.

    Raises:
        NobodyAskedError: nobody has answered in this round.
    """
    return meeting.step("signoff.rest_later", rules.rest_later, origin=origin)


def owner_decides(meeting: Meeting, reason: str, *, origin: Any = None) -> Changes:
    """The owner decided, with a reason that is printed.

    Raises:
        OwnerMayNotDecideError: the rule, the round or the answers leave nothing to decide.
        NoReasonError: there is no reason.
    """
    return meeting.step("signoff.owner", lambda w: rules.owner_decides(w, reason), origin=origin)


def take_back_owner(meeting: Meeting, *, origin: Any = None) -> Changes:
    """The owner's decision was taken back."""
    return meeting.step("signoff.owner_back", rules.take_back_owner, origin=origin)


def adjourn(meeting: Meeting, until: date | None, *, origin: Any = None) -> Changes:
    """The sign-off was adjourned to a day, or does not wait any more."""
    return meeting.step("signoff.adjourn", lambda w: rules.adjourn(w, until), origin=origin)


def add_amendment(
    meeting: Meeting,
    change: str,
    *,
    item: str = "",
    answers: tuple[ParticipantId, ...] = (),
    origin: Any = None,
) -> AmendmentId:
    """The document was amended after the present round.

    Returns:
        the id of the amendment.
    """
    id_ = AmendmentId(meeting.new_id())
    meeting.step(
        "amendment.add",
        lambda w: rules.add_amendment(w, id_, change, item=item, answers=answers),
        origin=origin,
    )
    return id_


def edit_amendment(
    meeting: Meeting, id_: AmendmentId, field: str, value: Any, *, origin: Any = None
) -> Changes:
    """An amendment was changed.

    Raises:
        MissingError: there is no such amendment.
    """
    return meeting.step(
        "amendment.edit",
        lambda w: rules.edit_amendment(w, id_, **{field: value}),
        merge=f"amendment:{id_}:{field}",
        origin=origin,
    )


def remove_amendment(meeting: Meeting, id_: AmendmentId, *, origin: Any = None) -> Changes:
    """An amendment was taken back.

    Raises:
        MissingError: there is no such amendment.
    """
    return meeting.step("amendment.remove", lambda w: rules.remove_amendment(w, id_), origin=origin)


def freeze_agreement(
    meeting: Meeting, now: datetime, *, changed: str = "", origin: Any = None
) -> VersionId:
    """The agreement as it stands was frozen as the next version.

    Args:
        meeting: the open workshop.
        now: the moment; its day is that of the version.
        changed: one line why there is a new version.
        origin: whoever asks.

    Returns:
        the id of the version.

    Raises:
        NotAdoptedError: the room has not adopted anything.
        NothingNewError: nothing was changed since the last version.
        TooLongError: there is more to keep than a version can hold.
    """
    id_ = VersionId(meeting.new_id())
    meeting.step("version.freeze", lambda w: freeze(w, id_, now.date(), changed), origin=origin)
    return id_
