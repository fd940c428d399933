"""Go on from a past workshop, or copy one."""

from typing import Any
from uuid import uuid4

from deskrisk.domain import continuing as rules
from deskrisk.domain import notes
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.i18n import _
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.lessons import lessons_text


def continue_from(meeting: Meeting, past: Workshop, *, origin: Any = None) -> Changes:
    """A new workshop goes on from a past one, as one step.

    It takes the people, the aims, the working agreements and every risk that is still open. What
    the reviews taught becomes the private note of the first stage.

    Raises:
        SettledError: the room has seen scores, so that K and the way to order are fixed.
        TooManyError: there would be more own kinds of risk than there may be.
    """
    taught = lessons_text(past)

    def rule(workshop: Workshop) -> Workshop:
        workshop = rules.continued(workshop, past, meeting.new_id)
        return notes.noted(workshop, Stage.PREPARE, taught) if taught else workshop

    return meeting.step("workshop.continue", rule, origin=origin)


def copied(workshop: Workshop) -> Workshop:
    """A copy of a workshop under a new id, with "copy" in its title; not in any library yet."""
    title = _("{title}, copy").format(title=workshop.brief.title)
    return rules.duplicated(workshop, WorkshopId(uuid4().hex), title)
