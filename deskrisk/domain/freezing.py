"""An agreement is frozen: what the room agreed, as text with a seal, and a number (method A.10)."""

import hashlib
import json
from dataclasses import replace
from datetime import date

from deskrisk.domain.codec import from_plain, to_plain
from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.errors import (
    BrokenSealError,
    DeskError,
    NotAdoptedError,
    NothingNewError,
)
from deskrisk.domain.model.ids import VersionId, WorkshopId
from deskrisk.domain.model.signoff import AgreementVersion
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import add, get, in_order, mapping
from deskrisk.domain.publishing import published
from deskrisk.domain.signoff import SignOffResult, sign_off
from deskrisk.domain.versions import VersionChange, changes_between

ADOPTED = (
    SignOffResult.ADOPTED,
    SignOffResult.ADOPTED_WITH_RESERVATIONS,
    SignOffResult.OWNER_DECIDED,
)
"""How a sign-off stands when there is something to freeze."""

LATER = ("reviews", "review_entries", "review_scores", "outcomes", "versions", "stage_notes")
"""Parts that come after an agreement, or never belong to one."""


def agreed_side(workshop: Workshop) -> Workshop:
    """What a version keeps: what the room's own document may hold, and nothing that came later.

    Nobody's answers have a name, unreleased fears have no words, and private notes are not there.
    """
    found = published(workshop, DocumentOptions())
    for name in LATER:
        found = replace(found, **{name: {}})  # type: ignore[arg-type]  # a part by its name
    return found


def snapshot_of(workshop: Workshop) -> str:
    """A workshop as canonical JSON: the same text for the same workshop."""
    plain = {"id": workshop.id, **{name: to_plain(getattr(workshop, name)) for name in HEADS}}
    for name in PARTS:
        held = sorted(mapping(workshop, name).values(), key=lambda each: each.id)
        plain[name] = [to_plain(value) for value in held]
    return json.dumps(
        plain, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )


def workshop_of(snapshot: str) -> Workshop:
    """The workshop that a snapshot holds.

    Raises:
        ValueError: the text is no JSON.
        PlainError: it is no workshop.
    """
    plain = json.loads(snapshot)
    heads = {name: from_plain(kind, plain[name], name) for name, kind in HEADS.items()}
    parts = {
        name: {each.id: each for each in (from_plain(kind, item) for item in plain.get(name, ()))}
        for name, kind in PARTS.items()
    }
    return Workshop(id=WorkshopId(plain["id"]), **heads, **parts)  # type: ignore[arg-type]  # by name


def seal_of(snapshot: str) -> str:
    """The SHA-256 of a snapshot, as 64 hexadecimal digits."""
    return hashlib.sha256(snapshot.encode("utf-8")).hexdigest()


def agreed_in(version: AgreementVersion) -> Workshop:
    """What was agreed in a version, once its seal is found unbroken.

    Raises:
        BrokenSealError: something in it is not as it was sealed.
    """
    if seal_of(version.snapshot) != version.seal:
        raise BrokenSealError(version.number)
    try:
        return workshop_of(version.snapshot)
    except (ValueError, KeyError, TypeError, AttributeError, DeskError):
        raise BrokenSealError(version.number) from None


def agreement_of(workshop: Workshop, id_: VersionId) -> Workshop:
    """The agreement of a version, ready to be printed again: with the versions up to it.

    Raises:
        MissingError: there is no such version.
        BrokenSealError: it is not as it was sealed.
    """
    version = get(workshop, AgreementVersion, id_)
    until = {key: each for key, each in workshop.versions.items() if each.number <= version.number}
    return replace(agreed_in(version), versions=until)


def broken_versions(workshop: Workshop) -> tuple[int, ...]:
    """The numbers of the versions whose seal does not hold."""
    return tuple(
        each.number
        for each in in_order(workshop.versions, by="number")
        if seal_of(each.snapshot) != each.seal
    )


def latest_version(workshop: Workshop) -> AgreementVersion | None:
    """The last version that was frozen; None before the first."""
    return max(workshop.versions.values(), key=lambda each: each.number, default=None)


def changed_since(workshop: Workshop) -> tuple[VersionChange, ...]:
    """What was changed since the last version was frozen; nothing before the first one.

    Raises:
        BrokenSealError: that version is not as it was sealed.
    """
    latest = latest_version(workshop)
    if latest is None:
        return ()
    return changes_between(agreed_in(latest), agreed_side(workshop))


def may_freeze(workshop: Workshop) -> bool:
    """Is there an adopted agreement that is not frozen as it stands?"""
    if sign_off(workshop).result not in ADOPTED:
        return False
    latest = latest_version(workshop)
    return (
        latest is None
        or latest.number in broken_versions(workshop)
        or bool(changed_since(workshop))
    )


def freeze(workshop: Workshop, id_: VersionId, on: date, changed: str = "") -> Workshop:
    """The agreement as it stands becomes the next version.

    Args:
        workshop: with an adopted agreement.
        id_: of the version.
        on: the day.
        changed: one line why there is a new version.

    Raises:
        NotAdoptedError: there is no agreement yet.
        NothingNewError: nothing was changed since the last version.
    """
    if sign_off(workshop).result not in ADOPTED:
        raise NotAdoptedError
    if not may_freeze(workshop):
        raise NothingNewError
    latest = latest_version(workshop)
    snapshot = snapshot_of(agreed_side(workshop))
    return add(
        workshop,
        AgreementVersion(
            id=id_,
            number=1 if latest is None else latest.number + 1,
            agreed_on=on,
            snapshot=snapshot,
            seal=seal_of(snapshot),
            changed=changed,
        ),
    )
