"""Note something about a stage."""

from typing import Any

from deskrisk.domain import notes
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.services.meeting import Meeting


def note_stage(meeting: Meeting, stage: Stage, private: str, *, origin: Any = None) -> Changes:
    """Keep the facilitator's private words about a stage; they never leave the desk.

    Raises:
        TooLongError: the text is longer than any text of a workshop may be.
    """
    return meeting.step(
        "note.private",
        lambda workshop: notes.noted(workshop, stage, private),
        merge=f"note.private/{stage.value}",
        origin=origin,
    )


def pass_stage(meeting: Meeting, stage: Stage, because: str, *, origin: Any = None) -> Changes:
    """Keep the one line why a stage was passed unfinished; it is printed in the method note.

    Raises:
        TooLongError: the text is longer than any text of a workshop may be.
    """
    return meeting.step(
        "note.passed",
        lambda workshop: notes.passed(workshop, stage, because),
        merge=f"note.passed/{stage.value}",
        origin=origin,
    )
