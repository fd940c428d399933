"""Notes of a talk as steps that can be undone."""

from dataclasses import replace

import pytest

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.scores import asked_again
from deskrisk.domain.talks import notes_of
from deskrisk.services.meeting import Meeting
from deskrisk.services.talks import add_note, ask_again, edit_note, remove_note
from deskrisk.viewmodels.desk import undo_words
from tests.builders import a_risk, a_workshop

R1 = RiskId("r1")


def a_meeting() -> Meeting:
    room = a_workshop(a_risk("r1"))
    return Meeting(replace(room, progress=replace(room.progress, round_closed=1)))


def texts(meeting: Meeting) -> list[str]:
    return [note.text for note in notes_of(meeting.workshop, R1)]


def test_a_note_is_added_changed_removed_and_brought_back() -> None:
    meeting = a_meeting()
    note = add_note(meeting, R1, "A slow disk")
    edit_note(meeting, note, "A slow disk at night")
    assert texts(meeting) == ["A slow disk at night"]
    remove_note(meeting, note)
    assert texts(meeting) == []
    assert undo_words(meeting.next_undo) == "Undo: remove what we heard"
    meeting.undo()
    meeting.undo()
    assert texts(meeting) == ["A slow disk"]
    meeting.undo()
    assert texts(meeting) == []


def test_asking_again_says_that_nothing_was_noted_only_where_nothing_was() -> None:
    meeting = a_meeting()
    assert ask_again(meeting, R1) == R1
    assert texts(meeting) == ["We talked about it; nothing was noted."]
    ask_again(meeting, R1)
    assert len(texts(meeting)) == 1
    assert asked_again(meeting.workshop, R1)
    other = a_meeting()
    add_note(other, R1, "Heard")
    ask_again(other, R1)
    assert texts(other) == ["Heard"]


def test_an_empty_note_is_refused() -> None:
    meeting = a_meeting()
    with pytest.raises(EmptyError):
        add_note(meeting, R1, "")
    assert meeting.history == ()
