"""The room talks about a risk between the two rounds, and somebody notes what was heard."""

from typing import Any

from deskrisk.domain import talks as rules
from deskrisk.domain.changes import Changes
from deskrisk.domain.model.ids import NoteId, RiskId
from deskrisk.i18n import _
from deskrisk.services.meeting import Meeting


def add_note(meeting: Meeting, risk: RiskId, text: str, *, origin: Any = None) -> NoteId:
    """Note what was heard about a risk, without names, and say which note it is.

    Raises:
        MissingError, EmptyError, RoundNotOpenError, TooManyError, TooLongError: nothing is noted.
    """
    id_ = NoteId(meeting.new_id())
    meeting.step("talk.note", lambda w: rules.note_added(w, id_, risk, text), origin=origin)
    return id_


def edit_note(meeting: Meeting, note: NoteId, text: str, *, origin: Any = None) -> Changes:
    """Give a note other words.

    Raises:
        MissingError, EmptyError, TooLongError: it stays as it is.
    """
    return meeting.step(
        "talk.edit",
        lambda w: rules.note_edited(w, note, text),
        merge=f"discussion_notes/{note}/text",
        origin=origin,
    )


def remove_note(meeting: Meeting, note: NoteId, *, origin: Any = None) -> Changes:
    """Take a note away.

    Raises:
        MissingError: it is not there.
    """
    return meeting.step("talk.remove", lambda w: rules.note_removed(w, note), origin=origin)


def ask_again(meeting: Meeting, risk: RiskId, *, origin: Any = None) -> RiskId:
    """The talk about a risk is over: the second round asks about it, and it is said which.

    Whatever was noted says so already; where nothing was noted, that is noted, and printed.

    Raises:
        MissingError, RoundNotOpenError: it is not asked again.
    """
    if not rules.talked_about(meeting.workshop, risk):
        add_note(meeting, risk, _("We talked about it; nothing was noted."), origin=origin)
    return risk
