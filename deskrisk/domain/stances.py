"""Ask five to one: each person's stance, the next round, the owner's decision, amendments."""

from dataclasses import replace
from datetime import date
from typing import Any

from deskrisk.domain.errors import (
    NobodyAskedError,
    NoReasonError,
    OwnerMayNotDecideError,
    SealedError,
)
from deskrisk.domain.model.ids import AmendmentId, ParticipantId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.signoff import Amendment, Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, put, removed
from deskrisk.domain.signoff import (
    OBJECTION,
    RESERVATION,
    SignOffResult,
    sign_off,
    stances_of,
)

SETTLED_BY_OWNER = (
    SignOffResult.OPEN_OBJECTION,
    SignOffResult.OWNER_DECIDES,
    SignOffResult.OWNER_DECIDED,
)
"""How a sign-off stands when an owner may speak, or has spoken."""


def stance_of(workshop: Workshop, who: ParticipantId) -> Stance | None:
    """What a person said in the present round; None while they have not answered."""
    return workshop.stances.get(_key(workshop, who))


def set_stance(workshop: Workshop, who: ParticipantId, level: int) -> Workshop:
    """Somebody answers in the present round, 5 (full support) to 1 (objection).

    What they said in words stays, whatever the level: a sentence is not lost by a wrong key.

    Raises:
        MissingError: there is no such person.
    """
    get(workshop, Participant, who)
    held = stance_of(workshop, who)
    round_ = workshop.progress.sign_off_round
    if held is None:
        return put(workshop, Stance(round=round_, participant=who, level=level))
    return put(workshop, replace(held, level=level))


def seal_stance(
    workshop: Workshop,
    who: ParticipantId,
    level: int,
    *,
    comment: str = "",
    item: str = "",
    acceptable_if: str = "",
) -> Workshop:
    """An answer from the booth goes in with its words; what is in cannot be opened again.

    Raises:
        MissingError: there is no such person.
        SealedError: this person has answered in this round.
    """
    get(workshop, Participant, who)
    if stance_of(workshop, who) is not None:
        raise SealedError("stances")
    return put(
        workshop,
        Stance(
            round=workshop.progress.sign_off_round,
            participant=who,
            level=level,
            comment=comment,
            item=item,
            acceptable_if=acceptable_if,
        ),
    )


def edit_stance(workshop: Workshop, who: ParticipantId, **changes: Any) -> Workshop:
    """The words of a stance: ``comment``, ``item``, ``acceptable_if``.

    Raises:
        MissingError: the person has not answered in this round.
    """
    return edit(workshop, Stance, _key(workshop, who), **changes)


def clear_stance(workshop: Workshop, who: ParticipantId) -> Workshop:
    """Take an answer of the present round back, with its words; none there: nothing happens."""
    key = _key(workshop, who)
    return removed(workshop, Stance, key) if key in workshop.stances else workshop


def stance_gaps(workshop: Workshop) -> tuple[tuple[ParticipantId, str], ...]:
    """Which words are missing: a reservation needs its text, an objection all three.

    Returns:
        person and name of the empty field, in the order of the people.
    """
    needed = {
        RESERVATION: ("comment",),
        OBJECTION: ("comment", "item", "acceptable_if"),
    }
    return tuple(
        (stance.participant, name)
        for stance in stances_of(workshop, workshop.progress.sign_off_round)
        for name in needed.get(stance.level, ())
        if not getattr(stance, name).strip()
    )


def ask_again(workshop: Workshop) -> Workshop:
    """Start the next round: everybody is asked anew, and the old answers stay on record.

    Raises:
        NobodyAskedError: nobody has answered in the present round.
    """
    progress = workshop.progress
    if not stances_of(workshop, progress.sign_off_round):
        raise NobodyAskedError
    return replace(
        workshop,
        progress=replace(
            progress,
            sign_off_round=progress.sign_off_round + 1,
            owner_decided=False,
            owner_reason="",
        ),
    )


def rest_later(workshop: Workshop) -> Workshop:
    """Whoever is here and has not answered in the present round is asked later, as if not here.

    Raises:
        NobodyAskedError: nobody has answered, so that nobody would be left to count.
    """
    answered = {each.participant for each in sign_off(workshop).stances}
    if not answered:
        raise NobodyAskedError
    missing = [
        replace(person, present=False)
        for person in workshop.participants.values()
        if person.present and person.id not in answered
    ]
    return put(workshop, *missing)


def owner_decides(workshop: Workshop, reason: str) -> Workshop:
    """The owner decides, where the rule allows it; the reason is printed.

    Raises:
        OwnerMayNotDecideError: the rule, the round or the answers leave nothing to decide.
        NoReasonError: there is no reason to print.
    """
    standing = sign_off(workshop)
    if not standing.owner_may_decide or standing.result not in SETTLED_BY_OWNER:
        raise OwnerMayNotDecideError
    if not reason.strip():
        raise NoReasonError("progress", "owner_reason")
    progress = replace(workshop.progress, owner_decided=True, owner_reason=reason)
    return replace(workshop, progress=progress)


def take_back_owner(workshop: Workshop) -> Workshop:
    """The owner's decision is taken back."""
    progress = replace(workshop.progress, owner_decided=False, owner_reason="")
    return replace(workshop, progress=progress)


def adjourn(workshop: Workshop, until: date | None) -> Workshop:
    """The sign-off goes on another day; None if it does not wait any more."""
    return replace(workshop, progress=replace(workshop.progress, adjourned_to=until))


def add_amendment(
    workshop: Workshop,
    id_: AmendmentId,
    change: str,
    *,
    item: str = "",
    answers: tuple[ParticipantId, ...] = (),
) -> Workshop:
    """The document is changed after the present round, and whose stance that answers.

    Raises:
        DuplicateError: there is an amendment with this id.
    """
    sequence = 1 + max((each.sequence for each in workshop.amendments.values()), default=0)
    return add(
        workshop,
        Amendment(
            id=id_,
            sequence=sequence,
            after_round=workshop.progress.sign_off_round,
            item=item,
            change=change,
            answers=answers,
        ),
    )


def edit_amendment(workshop: Workshop, id_: AmendmentId, **changes: Any) -> Workshop:
    """An amendment with some fields changed.

    Raises:
        MissingError: there is no such amendment.
    """
    return edit(workshop, Amendment, id_, **changes)


def remove_amendment(workshop: Workshop, id_: AmendmentId) -> Workshop:
    """An amendment is taken back.

    Raises:
        MissingError: there is no such amendment.
    """
    return removed(workshop, Amendment, id_)


def _key(workshop: Workshop, who: ParticipantId) -> str:
    round_ = workshop.progress.sign_off_round
    return Stance(round=round_, participant=who, level=RESERVATION).id
