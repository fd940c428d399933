"""The talk between the two rounds: what the room heard about a risk (method A.7). No names."""

from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import EmptyError, RoundNotOpenError
from deskrisk.domain.model.ids import NoteId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import DiscussionNote
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, in_order, next_position, removed
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND

MOST_NOTES = 5
"""What was heard about one risk fits in so many lines (method A.7)."""


def notes_of(workshop: Workshop, risk: RiskId) -> tuple[DiscussionNote, ...]:
    """What was heard about a risk, in the order in which it was noted."""
    notes = in_order(workshop.discussion_notes)
    return tuple(note for note in notes if note.risk == risk)


def talked_about(workshop: Workshop, risk: RiskId) -> bool:
    """Was something heard about a risk, or was it answered once more?"""
    again = any(
        score.risk == risk and score.round == SECOND_ROUND for score in workshop.scores.values()
    )
    return again or bool(notes_of(workshop, risk))


def note_added(workshop: Workshop, id_: NoteId, risk: RiskId, text: str) -> Workshop:
    """The workshop with one note more; from now on the second round asks about the risk.

    Raises:
        MissingError: there is no such risk.
        EmptyError: the text is empty.
        RoundNotOpenError: nothing was shown yet, so nobody can have talked about it.
        TooManyError: there are as many notes as fit.
    """
    get(workshop, Risk, risk)
    _check(text)
    if workshop.progress.round_closed < FIRST_ROUND:
        raise RoundNotOpenError(FIRST_ROUND)
    if len(notes_of(workshop, risk)) >= MOST_NOTES:
        raise TooManyError("discussion_notes", MOST_NOTES)
    place = next_position(workshop, DiscussionNote)
    note = DiscussionNote(
        id=id_, position=place, round=workshop.progress.round_closed, risk=risk, text=text
    )
    return add(workshop, note)


def note_edited(workshop: Workshop, id_: NoteId, text: str) -> Workshop:
    """The workshop with other words for a note.

    Raises:
        MissingError: it is not there.
        EmptyError: the text is empty.
    """
    _check(text)
    return edit(workshop, DiscussionNote, id_, text=text)


def note_removed(workshop: Workshop, id_: NoteId) -> Workshop:
    """The workshop without a note.

    Raises:
        MissingError: it is not there.
    """
    return removed(workshop, DiscussionNote, id_)


def _check(text: str) -> None:
    if not text.strip():
        raise EmptyError("discussion_notes", "text")
