"""What the facilitator notes about a stage: privately, or why it was passed unfinished."""

from dataclasses import replace
from typing import Any

from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put, removed


def note_of(workshop: Workshop, stage: Stage) -> StageNote:
    """The note about a stage; an empty one while nobody has written any."""
    return workshop.stage_notes.get(stage.value, StageNote(stage=stage))


def noted(workshop: Workshop, stage: Stage, private: str) -> Workshop:
    """The workshop with the facilitator's private words about a stage; they stay on the desk."""
    return _kept(workshop, stage, private=private)


def passed(workshop: Workshop, stage: Stage, because: str) -> Workshop:
    """The workshop with the reason why a stage was passed unfinished; it is printed."""
    return _kept(workshop, stage, passed_because=because)


def _kept(workshop: Workshop, stage: Stage, **fields: Any) -> Workshop:
    note = replace(note_of(workshop, stage), **fields)
    if note.private or note.passed_because:
        return put(workshop, note)
    if note.id in workshop.stage_notes:  # an empty note is no note
        return removed(workshop, StageNote, note.id)
    return workshop
