"""Rules for fears: named, sorted by kind, and never left without a place (method A.3 to A.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Protocol

from deskrisk.domain.errors import DeskError, EmptyError
from deskrisk.domain.listed import entries
from deskrisk.domain.model.fears import (
    Cluster,
    Disposition,
    Fear,
    FearKind,
    FearSource,
    WorkingAgreement,
)
from deskrisk.domain.model.ids import AgreementId, ClusterId, FearId, ParticipantId
from deskrisk.domain.model.people import Participant
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import PackFear
from deskrisk.domain.parts import add, edit, get, removed


@dataclass(eq=False)
class DispositionNeedsError(DeskError):
    """A disposition lacks what makes it true.

    ``what`` is ``risk``, ``agreement``, ``fear`` or ``reason``.
    """

    disposition: Disposition
    what: str


class SilenceFirstError(DeskError):
    """A list of fears that others had comes after the silence of the room, not before."""


class CircleError(DeskError):
    """Two fears would each be the same as the other, and neither would stand for both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What becomes of a fear, and what that needs; nothing for a field means "as it is"."""

    disposition: Disposition | None
    agreement: AgreementId | None = None
    merged_into: FearId | None = None
    note: str | None = None
    owner: ParticipantId | None = None
    due: date | None = None


def fears_in(text: str) -> tuple[str, ...]:
    """The slips of a pasted list, one a line."""
    return entries(text)


def fear_added(
    workshop: Workshop,
    id_: FearId,
    text: str,
    *,
    cluster: ClusterId | None = None,
    kind: FearKind = FearKind.OUTCOME,
) -> Workshop:
    """The workshop with one fear more. It carries no author, no order and no time.

    Raises:
        EmptyError: the text is empty.
        MissingError: the pile is not there.
    """
    _check(text)
    if cluster is not None:
        get(workshop, Cluster, cluster)
    return add(workshop, Fear(id=id_, text=text, cluster=cluster, kind=kind))


def fears_added(
    workshop: Workshop,
    ids: Sequence[FearId],
    texts: Sequence[str],
    *,
    cluster: ClusterId | None = None,
    kind: FearKind = FearKind.OUTCOME,
) -> Workshop:
    """The workshop with several fears more; one id a text.

    They are put in by the order of their ids: a list may be in the order in which people answered.
    """
    for id_, text in sorted(zip(ids, texts, strict=True)):
        workshop = fear_added(workshop, id_, text, cluster=cluster, kind=kind)
    return workshop


class Slip(Protocol):
    """A sealed slip, see ``slips_added``."""

    @property
    def id(self) -> FearId:
        """Its random id."""

    @property
    def text(self) -> str:
        """What is on it."""

    @property
    def kind(self) -> FearKind:
        """Is it about us, or about the work?"""


def slips_added(workshop: Workshop, slips: Iterable[Slip]) -> Workshop:
    """The workshop with the slips of a whole round, put in by the order of their random ids."""
    for slip in sorted(slips, key=lambda each: each.id):
        workshop = fear_added(workshop, slip.id, slip.text, kind=slip.kind)
    return workshop


def fear_edited(workshop: Workshop, id_: FearId, **fields: Any) -> Workshop:
    """The workshop with text, kind, theme, release or holding back of a fear changed.

    Raises:
        EmptyError: the text would be empty.
        MissingError: the fear is not there.
    """
    if "text" in fields:
        _check(fields["text"])
    return edit(workshop, Fear, id_, **fields)


def kind_turned(workshop: Workshop, ids: Sequence[FearId]) -> Workshop:
    """The workshop with these fears about us, or about the work if all of them were about us."""
    held = [get(workshop, Fear, id_) for id_ in ids]
    all_people = all(fear.kind is FearKind.PEOPLE for fear in held)
    kind = FearKind.OUTCOME if all_people else FearKind.PEOPLE
    for fear in held:
        workshop = edit(workshop, Fear, fear.id, kind=kind)
    return workshop


def held_back(workshop: Workshop, ids: Sequence[FearId], *, held_back: bool) -> Workshop:
    """The workshop with these slips held back, or shown again: they are counted either way."""
    for id_ in ids:
        workshop = edit(workshop, Fear, id_, held_back=held_back)
    return workshop


def fears_removed(workshop: Workshop, ids: Sequence[FearId]) -> Workshop:
    """The workshop without these fears; those that were the same as one of them are open again."""
    for id_ in ids:
        followers = [fear.id for fear in workshop.fears.values() if fear.merged_into == id_]
        workshop = removed(workshop, Fear, id_)
        for follower in followers:
            if workshop.fears[follower].disposition is Disposition.MERGED:
                workshop = edit(workshop, Fear, follower, disposition=None)
    return workshop


def same_laid(workshop: Workshop, kept: FearId, others: Sequence[FearId]) -> Workshop:
    """The workshop with these fears under the one that stands for them; each keeps its words.

    Raises:
        CircleError: the one that is kept lies, in the end, under one of them.
        MissingError: one of them is not there.
    """
    for id_ in others:
        if id_ != kept:
            place = Place(disposition=Disposition.MERGED, merged_into=kept)
            workshop = placed(workshop, id_, place)
    return workshop


def same_apart(workshop: Workshop, kept: FearId) -> Workshop:
    """The workshop with the fears that lay under this one lying by themselves again."""
    for fear in workshop.fears.values():
        if fear.merged_into == kept and fear.disposition is Disposition.MERGED:
            workshop = edit(workshop, Fear, fear.id, disposition=None, merged_into=None)
    return workshop


def stands_for(workshop: Workshop, id_: FearId) -> FearId:
    """The fear under which this one lies in the end; itself if it lies under none."""
    seen = {id_}
    fear = workshop.fears[id_]
    while fear.disposition is Disposition.MERGED and fear.merged_into is not None:
        if fear.merged_into in seen:
            break
        fear = workshop.fears[fear.merged_into]
        seen.add(fear.id)
    return fear.id


def pack_fears_added(
    workshop: Workshop, ids: Sequence[FearId], fears: Sequence[PackFear]
) -> Workshop:
    """The workshop with fears from a pack: their words are copied, their source is marked.

    Raises:
        SilenceFirstError: nobody in the room has named a fear yet.
    """
    if not any(fear.source is FearSource.ROOM for fear in workshop.fears.values()):
        raise SilenceFirstError
    for id_, each in sorted(zip(ids, fears, strict=True), key=itemgetter(0)):
        fear = Fear(
            id=id_, text=each.text, kind=each.kind, theme=each.theme, source=FearSource.PACK
        )
        workshop = add(workshop, fear)
    return workshop


def risks_of(workshop: Workshop, id_: FearId) -> tuple[Risk, ...]:
    """The risks that a fear became, in the order of their numbers."""
    found = (risk for risk in workshop.risks.values() if id_ in risk.fears)
    return tuple(sorted(found, key=lambda risk: (risk.number, risk.id)))


def placed(workshop: Workshop, id_: FearId, place: Place) -> Workshop:
    """The workshop with a fear that has found its place, or has none again.

    Owner and date of an issue or a question are advice: they may follow later.

    Raises:
        DispositionNeedsError: the risk, agreement, other fear or reason is missing.
        CircleError: the other fear is, in the end, the same as this one.
        MissingError: the fear, or something that the place points to, is not there.
    """
    fear = get(workshop, Fear, id_)
    _check_place(workshop, fear, place)
    kept = place.disposition is fear.disposition
    # What was agreed for a fear stays true when it becomes a risk as well.
    agreed = kept or place.disposition is Disposition.RECAST
    changes: dict[str, Any] = {
        "disposition": place.disposition,
        "agreement": place.agreement or (fear.agreement if agreed else None),
        "merged_into": place.merged_into or (fear.merged_into if kept else None),
        "note": fear.note if place.note is None else place.note,
        "owner": place.owner or fear.owner,
        "due": place.due or fear.due,
    }
    return edit(workshop, Fear, id_, **changes)


def relinked(workshop: Workshop, id_: FearId) -> Workshop:
    """The workshop after the links of a fear changed: a first link recasts, without one it is open.

    A place that somebody chose by hand stays.
    """
    fear = workshop.fears.get(id_)
    if fear is None:
        return workshop
    linked = bool(risks_of(workshop, id_))
    if linked and fear.disposition is None:
        return edit(workshop, Fear, id_, disposition=Disposition.RECAST)
    if not linked and fear.disposition is Disposition.RECAST:
        return edit(workshop, Fear, id_, disposition=None)
    return workshop


def _check(text: str) -> None:
    if not text.strip():
        raise EmptyError("fears", "text")


def _check_place(workshop: Workshop, fear: Fear, place: Place) -> None:
    """Refuse a place that lacks what it needs, or points to nothing."""
    if place.owner is not None:
        get(workshop, Participant, place.owner)
    if place.agreement is not None:
        get(workshop, WorkingAgreement, place.agreement)
    if place.merged_into is not None:
        get(workshop, Fear, place.merged_into)
    missing = _missing(workshop, fear, place)
    if missing is not None and place.disposition is not None:
        raise DispositionNeedsError(place.disposition, missing)
    if place.disposition is Disposition.MERGED and place.merged_into is not None:
        _check_circle(workshop, fear.id, place.merged_into)


def _missing(workshop: Workshop, fear: Fear, place: Place) -> str | None:
    kept = place.disposition is fear.disposition
    match place.disposition:
        case Disposition.RECAST:
            return None if risks_of(workshop, fear.id) else "risk"
        case Disposition.AGREEMENT:
            return None if place.agreement or (kept and fear.agreement) else "agreement"
        case Disposition.MERGED:
            return None if place.merged_into or (kept and fear.merged_into) else "fear"
        case Disposition.PARKED:
            note = fear.note if place.note is None else place.note
            return None if note.strip() else "reason"
        case _:
            return None


def _check_circle(workshop: Workshop, start: FearId, target: FearId) -> None:
    seen = {start}
    at: FearId | None = target
    while at is not None:
        if at in seen:
            raise CircleError
        seen.add(at)
        at = workshop.fears[at].merged_into
