"""What the room heard between the two rounds."""

from dataclasses import replace

import pytest

from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import EmptyError, MissingError, RoundNotOpenError
from deskrisk.domain.model.ids import NoteId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.scores import asked_again, still_missing
from deskrisk.domain.talks import (
    MOST_NOTES,
    note_added,
    note_edited,
    note_removed,
    notes_of,
    talked_about,
)
from tests.builders import a_participant, a_risk, a_score, a_workshop

R1, R2 = RiskId("r1"), RiskId("r2")
N1 = NoteId("n1")


def a_room(closed: int = 1) -> Workshop:
    room = a_workshop(
        a_participant("p1"),
        a_risk("r1"),
        a_risk("r2"),
        a_score("p1", "r1", 3, 3),
        a_score("p1", "r2", 3, 3),
    )
    return replace(room, progress=replace(room.progress, round_closed=closed))


def test_a_note_makes_the_second_round_ask_about_its_risk() -> None:
    room = note_added(a_room(), N1, R1, "The adapter has no timeout.")
    (note,) = notes_of(room, R1)
    assert (note.text, note.round, note.risk) == ("The adapter has no timeout.", 1, R1)
    assert notes_of(room, R2) == ()
    assert (asked_again(room, R1), asked_again(room, R2)) == (True, False)
    assert (talked_about(room, R1), talked_about(room, R2)) == (True, False)
    assert still_missing(room, R1, 2) == ("p1",)


def test_a_risk_that_was_answered_once_more_was_talked_about_and_a_late_one_was_not() -> None:
    again = put(a_room(), a_score("p1", "r1", 4, 4, round=2), a_risk("r3"))
    assert talked_about(again, R1)
    assert asked_again(again, RiskId("r3"))
    assert not talked_about(again, RiskId("r3"))


def test_notes_stand_in_the_order_in_which_they_came_and_there_are_at_most_five() -> None:
    room = a_room()
    for number in range(MOST_NOTES):
        room = note_added(room, NoteId(f"n{9 - number}"), R1, f"Said {number}")
    assert [note.text for note in notes_of(room, R1)] == [f"Said {n}" for n in range(MOST_NOTES)]
    with pytest.raises(TooManyError) as error:
        note_added(room, N1, R1, "One more")
    assert (error.value.part, error.value.limit) == ("discussion_notes", 5)
    assert len(notes_of(note_added(room, N1, R2, "Of another"), R2)) == 1


def test_a_note_after_the_second_round_belongs_to_it() -> None:
    (note,) = notes_of(note_added(a_room(2), N1, R1, "Still split"), R1)
    assert note.round == 2


def test_nothing_is_noted_before_all_answers_are_shown_or_without_words_or_risk() -> None:
    with pytest.raises(RoundNotOpenError):
        note_added(a_room(0), N1, R1, "Too early")
    with pytest.raises(EmptyError):
        note_added(a_room(), N1, R1, "  ")
    with pytest.raises(MissingError):
        note_added(a_room(), N1, RiskId("gone"), "Of nothing")


def test_a_note_is_changed_and_removed() -> None:
    room = note_edited(note_added(a_room(), N1, R1, "Said"), N1, "Said better")
    assert [note.text for note in notes_of(room, R1)] == ["Said better"]
    with pytest.raises(EmptyError):
        note_edited(room, N1, " ")
    assert notes_of(note_removed(room, N1), R1) == ()
    with pytest.raises(MissingError):
        note_removed(a_room(), N1)
