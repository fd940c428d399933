"""Fears: named, edited, and given their place."""

from collections.abc import Sequence
from typing import Any

from deskrisk.domain import fears, risks, working_agreements
from deskrisk.domain.changes import Changes
from deskrisk.domain.fears import Place
from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.ids import AgreementId, ClusterId, FearId, RiskId
from deskrisk.domain.packs import PackFear
from deskrisk.services.meeting import Meeting


def name_fear(
    meeting: Meeting,
    text: str,
    *,
    cluster: ClusterId | None = None,
    kind: FearKind = FearKind.OUTCOME,
    origin: Any = None,
) -> FearId:
    """Write down one fear, and say which it is.

    Raises:
        EmptyError: the text is empty.
    """
    id_ = FearId(meeting.new_id())
    meeting.step(
        "fear.add",
        lambda w: fears.fear_added(w, id_, text, cluster=cluster, kind=kind),
        origin=origin,
    )
    return id_


def name_fears(
    meeting: Meeting,
    text: str,
    *,
    cluster: ClusterId | None = None,
    kind: FearKind = FearKind.OUTCOME,
) -> tuple[FearId, ...]:
    """Write down every fear of a pasted list, one a line, as one step."""
    texts = fears.fears_in(text)
    ids = tuple(FearId(meeting.new_id()) for _ in texts)
    meeting.step(
        "fear.add_many",
        lambda w: fears.fears_added(w, ids, texts, cluster=cluster, kind=kind),
    )
    return ids


def edit_fear(meeting: Meeting, fear: FearId, *, origin: Any = None, **fields: Any) -> Changes:
    """Change the words, kind, theme, note, owner or date of a fear, or hold it back.

    Raises:
        EmptyError: the text would be empty.
    """
    name = next(iter(fields))
    return meeting.step(
        "fear.edit",
        lambda w: fears.fear_edited(w, fear, **fields),
        merge=f"fears/{fear}/{name}" if name in ("text", "note") else None,
        origin=origin,
    )


def turn_kind(meeting: Meeting, ids: Sequence[FearId]) -> Changes:
    """Say of these fears that they are about us; or about the work, if all were about us."""
    return meeting.step("fear.kind", lambda w: fears.kind_turned(w, ids))


def hold_back(meeting: Meeting, ids: Sequence[FearId], *, held_back: bool) -> Changes:
    """Hold slips back until somebody has found another way to say them; or show them again."""
    return meeting.step("fear.hold", lambda w: fears.held_back(w, ids, held_back=held_back))


def remove_fears(meeting: Meeting, ids: Sequence[FearId]) -> Changes:
    """Take these fears away, as one step."""
    return meeting.step("fear.remove", lambda w: fears.fears_removed(w, ids))


def park_fear(meeting: Meeting, fear: FearId, text: str) -> Changes:
    """Keep in a sentence what is being argued about a fear, for when it is recast; "" forgets it.

    It is no place: the fear is still open.
    """
    return meeting.step("fear.park", lambda w: fears.fear_edited(w, fear, note=text.strip()))


def lay_together(meeting: Meeting, kept: FearId, others: Sequence[FearId]) -> Changes:
    """Lay fears that say the same under one of them; every one keeps its words.

    Raises:
        CircleError: the one that is kept lies, in the end, under one of them.
    """
    return meeting.step("fear.same", lambda w: fears.same_laid(w, kept, others))


def take_apart(meeting: Meeting, kept: FearId) -> Changes:
    """Let the fears that lay under this one lie by themselves again."""
    return meeting.step("fear.apart", lambda w: fears.same_apart(w, kept))


def take_from_pack(meeting: Meeting, chosen: Sequence[PackFear]) -> tuple[FearId, ...]:
    """Copy fears from a pack, as one step.

    Raises:
        SilenceFirstError: nobody in the room has named a fear yet.
    """
    ids = tuple(FearId(meeting.new_id()) for _ in chosen)
    meeting.step("fear.from_pack", lambda w: fears.pack_fears_added(w, ids, chosen))
    return ids


def dispose_fear(
    meeting: Meeting, fear: FearId, disposition: Disposition | None, **needs: Any
) -> Changes:
    """Say what becomes of a fear; None opens it again.

    ``needs`` are the fields of ``Place``: agreement, merged_into, note, owner, due.

    Raises:
        DispositionNeedsError: the risk, agreement, other fear or reason is missing.
        CircleError: the other fear is, in the end, the same as this one.
    """
    place = Place(disposition=disposition, **needs)
    return meeting.step("fear.place", lambda w: fears.placed(w, fear, place))


def agree_for_fear(meeting: Meeting, fear: FearId, text: str) -> AgreementId:
    """Write down the working agreement that a fear leads to, as one step.

    Raises:
        EmptyError: the text is empty.
    """
    id_ = AgreementId(meeting.new_id())
    place = Place(disposition=Disposition.AGREEMENT, agreement=id_)
    meeting.step(
        "fear.agree",
        lambda w: fears.placed(working_agreements.agreement_added(w, id_, text), fear, place),
    )
    return id_


def recast_fear(meeting: Meeting, fear: FearId, *, origin: Any = None, **fields: Any) -> RiskId:
    """Begin a risk that stands for a fear, and say which it is."""
    id_ = RiskId(meeting.new_id())
    meeting.step(
        "fear.recast",
        lambda w: risks.risk_added(w, id_, fears=(fear,), **fields),
        origin=origin,
    )
    return id_
