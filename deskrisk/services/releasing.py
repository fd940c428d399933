"""Words of fears and names of piles that may be printed: only after the room has said yes."""

from typing import Any

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.fears import Cluster, Fear
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.parts import edit
from deskrisk.services.meeting import Meeting


def release_fear(meeting: Meeting, fear: FearId, *, released: bool, origin: Any = None) -> Changes:
    """The words of a fear may be printed, or may not any more.

    Raises:
        MissingError: there is no such fear.
    """
    return meeting.step(
        "fear.release" if released else "fear.unrelease",
        lambda w: edit(w, Fear, fear, released=released),
        origin=origin,
    )


def release_pile(
    meeting: Meeting, pile: ClusterId, *, released: bool, origin: Any = None
) -> Changes:
    """The name of a pile may be printed, or may not any more.

    Raises:
        MissingError: there is no such pile.
    """
    return meeting.step(
        "pile.release" if released else "pile.unrelease",
        lambda w: edit(w, Cluster, pile, released=released),
        origin=origin,
    )
