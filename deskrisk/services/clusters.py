"""Piles of fears that belong together."""

from collections.abc import Sequence

from deskrisk.domain import clusters
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.services.meeting import Meeting


def make_pile(meeting: Meeting, name: str, ids: Sequence[FearId] = ()) -> ClusterId:
    """Lay these fears on a pile of this name; a pile that is called so takes them.

    Raises:
        EmptyError: the name is empty.
    """
    id_ = ClusterId(meeting.new_id())
    meeting.step("pile.make", lambda w: clusters.pile_made(w, id_, name, ids))
    found = clusters.pile_called(meeting.workshop, name)
    return id_ if found is None else found.id


def rename_pile(meeting: Meeting, pile: ClusterId, name: str) -> Changes:
    """Call a pile differently; two of one name become one.

    Raises:
        EmptyError: the name is empty.
    """
    return meeting.step("pile.rename", lambda w: clusters.pile_renamed(w, pile, name))


def merge_piles(meeting: Meeting, kept: ClusterId, other: ClusterId) -> Changes:
    """Make one pile of two."""
    return meeting.step("pile.merge", lambda w: clusters.piles_merged(w, kept, other))


def split_pile(meeting: Meeting, name: str, ids: Sequence[FearId]) -> Changes:
    """Take these fears out into a pile of their own, beside the one they were in.

    Raises:
        EmptyError: the name is empty.
    """
    id_ = ClusterId(meeting.new_id())
    return meeting.step("pile.split", lambda w: clusters.pile_split(w, id_, name, ids))


def dissolve_pile(meeting: Meeting, pile: ClusterId) -> Changes:
    """Take a pile apart; its fears stay."""
    return meeting.step("pile.dissolve", lambda w: clusters.pile_dissolved(w, pile))


def move_pile(meeting: Meeting, pile: ClusterId, by: int) -> Changes:
    """Move a pile to the left (-1) or to the right (1)."""
    return meeting.step("pile.move", lambda w: clusters.pile_moved(w, pile, by))


def put_fears(meeting: Meeting, ids: Sequence[FearId], pile: ClusterId | None) -> Changes:
    """Lay these fears on a pile, or on none."""
    return meeting.step("fear.put", lambda w: clusters.put_into(w, ids, pile))


def lay_fears(
    meeting: Meeting, ids: Sequence[FearId], pile: ClusterId | None, kind: FearKind
) -> Changes:
    """Lay these fears on a pile, or on none, among those about us or about the work."""
    return meeting.step("fear.put", lambda w: clusters.laid(w, ids, pile, kind))
