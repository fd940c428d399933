"""What the facilitator decides before the meeting."""

from typing import Any

from deskrisk.domain import brief
from deskrisk.domain.changes import Changes
from deskrisk.services.meeting import Meeting

_TYPED = ("title", "project", "purpose", "organisation", "facilitator")


def edit_brief(meeting: Meeting, *, origin: Any = None, **fields: Any) -> Changes:
    """Change one or more settings of the workshop.

    Raises:
        EmptyError: the title would be empty.
        MissingError: the decision owner is not among the people.
        SettledError: scores have been seen, and the field was fixed before that.
        SealedError: answers are in that nobody but their authors has seen.
    """
    name = next(iter(fields))
    return meeting.step(
        f"brief.{name}",
        lambda workshop: brief.edited(workshop, **fields),
        merge=f"brief/{name}" if name in _TYPED else None,
        origin=origin,
    )
