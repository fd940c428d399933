"""Tick what belongs to the opening of the meeting."""

from typing import Any

from deskrisk.domain import opening
from deskrisk.domain.changes import Changes
from deskrisk.services.meeting import Meeting


def confirm_aims(meeting: Meeting, *, confirmed: bool, origin: Any = None) -> Changes:
    """Say that the room has confirmed the aims by a show of hands, or has not."""
    return meeting.step(
        "opening.aims",
        lambda workshop: opening.aims_confirmed(workshop, confirmed=confirmed),
        origin=origin,
    )


def read_rule_out(meeting: Meeting, *, heard: bool, origin: Any = None) -> Changes:
    """Say that the room has heard how it will decide, or has not."""
    return meeting.step(
        "opening.rule",
        lambda workshop: opening.rule_read_out(workshop, heard=heard),
        origin=origin,
    )
