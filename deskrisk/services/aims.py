"""The aims of the project, and what is protected even over what."""

from typing import Any

from deskrisk.domain import aims
from deskrisk.domain.changes import Changes
from deskrisk.domain.listed import entries
from deskrisk.domain.model.ids import EvenOverId, ObjectiveId
from deskrisk.services.meeting import Meeting


def add_aim(meeting: Meeting, text: str, *, origin: Any = None) -> Changes:
    """Add an aim at the end.

    Raises:
        EmptyError: the text is empty.
    """
    id_ = ObjectiveId(meeting.new_id())
    return meeting.step("aim.add", lambda w: aims.aim_added(w, id_, text), origin=origin)


def add_aims(meeting: Meeting, text: str, *, origin: Any = None) -> Changes:
    """Add every aim of a pasted list, one a line."""
    texts = entries(text)
    ids = [ObjectiveId(meeting.new_id()) for _ in texts]
    return meeting.step("aim.add_many", lambda w: aims.aims_added(w, ids, texts), origin=origin)


def edit_aim(meeting: Meeting, aim: ObjectiveId, text: str, *, origin: Any = None) -> Changes:
    """Give an aim other words.

    Raises:
        EmptyError: the text is empty.
    """
    return meeting.step(
        "aim.edit",
        lambda w: aims.aim_edited(w, aim, text),
        merge=f"objectives/{aim}/text",
        origin=origin,
    )


def move_aim(meeting: Meeting, aim: ObjectiveId, by: int) -> Changes:
    """Move an aim up (-1) or down (1)."""
    return meeting.step("aim.move", lambda w: aims.aim_moved(w, aim, by))


def remove_aim(meeting: Meeting, aim: ObjectiveId) -> Changes:
    """Take an aim away; risks that hurt it let go of it."""
    return meeting.step("aim.remove", lambda w: aims.aim_removed(w, aim))


def add_even_over(meeting: Meeting, more: str, less: str) -> EvenOverId:
    """Say that we protect ``more`` even over ``less``.

    Raises:
        EmptyError: one side is empty.
    """
    id_ = EvenOverId(meeting.new_id())
    meeting.step("even_over.add", lambda w: aims.even_over_added(w, id_, more, less))
    return id_


def edit_even_over(meeting: Meeting, id_: EvenOverId, more: str, less: str) -> Changes:
    """Give a trade-off other words.

    Raises:
        EmptyError: one side is empty.
    """
    return meeting.step(
        "even_over.edit",
        lambda w: aims.even_over_edited(w, id_, more, less),
        merge=f"even_over/{id_}",
    )


def remove_even_over(meeting: Meeting, id_: EvenOverId) -> Changes:
    """Take a trade-off away."""
    return meeting.step("even_over.remove", lambda w: aims.even_over_removed(w, id_))
