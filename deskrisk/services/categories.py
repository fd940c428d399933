"""The kinds of risk, and whether somebody looked for them."""

from typing import Any

from deskrisk.domain import categories
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import CategoryId
from deskrisk.services.meeting import Meeting


def add_category(meeting: Meeting, name: str) -> CategoryId:
    """Add a kind of risk of one's own, and say which it is.

    Raises:
        EmptyError: the name is empty.
        TooManyError: there are four of one's own already.
    """
    id_ = CategoryId(meeting.new_id())
    meeting.step("category.add", lambda w: categories.category_added(w, id_, name))
    return id_


def rename_category(
    meeting: Meeting, category: CategoryId, name: str, *, origin: Any = None
) -> Changes:
    """Call a kind of one's own differently.

    Raises:
        FixedError: it is one of the four.
    """
    return meeting.step(
        "category.rename",
        lambda w: categories.category_renamed(w, category, name),
        merge=f"categories/{category}/name",
        origin=origin,
    )


def remove_category(meeting: Meeting, category: CategoryId) -> Changes:
    """Take a kind of one's own away; its risks stay, of no kind.

    Raises:
        FixedError: it is one of the four.
    """
    return meeting.step("category.remove", lambda w: categories.category_removed(w, category))


def look_for(meeting: Meeting, category: CategoryId, *, none_found: bool) -> Changes:
    """Say of an empty kind "we looked, there is none"; or take that back."""
    return meeting.step(
        "category.looked", lambda w: categories.looked_for(w, category, none_found=none_found)
    )
