from datetime import UTC, datetime, timedelta, timezone

import pytest

from deskrisk.domain.library import LibraryFullError, SaveState
from deskrisk.services.brief import edit_brief
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.desk import desk_view, file_name, redo_words, saved_view, undo_words
from tests.builders import a_fear, a_participant, a_risk, a_workshop
from tests.nasty import NASTY

NOON = datetime(2025, 3, 11, 12, 2, 11, tzinfo=UTC)


def test_the_frame_counts_what_there_is() -> None:
    workshop = a_workshop(a_participant(), a_fear("f1"), a_fear("f2"), a_risk(), title=" T ")
    view = desk_view(workshop)
    assert view.title == "T"
    assert [part.strip() for part in view.counts.split("·")] == ["1 person", "2 fears", "1 risk"]
    assert desk_view(a_workshop(title="  ")).title == "Without a title"


def test_saved_is_said_with_the_time_on_the_users_clock() -> None:
    view = saved_view(SaveState(saved_at=NOON), timezone(timedelta(hours=2)))
    assert (view.text, view.offer_copy) == ("Everything saved 14:02", False)
    assert view.sign


def test_what_waits_is_not_called_saved() -> None:
    assert saved_view(SaveState(saved_at=NOON, pending=1)).text == "Saving …"


def test_a_problem_is_said_until_it_is_gone() -> None:
    view = saved_view(SaveState(saved_at=NOON, pending=3, problem=LibraryFullError()))
    assert view.text.startswith("Not saved: ")
    assert (view.tone, view.offer_copy) == ("alarm", True)


def test_undo_and_redo_name_the_step() -> None:
    meeting = Meeting(a_workshop())
    assert (undo_words(meeting.next_undo), redo_words(meeting.next_redo)) == ("Undo", "Redo")
    edit_brief(meeting, title="Another")
    assert undo_words(meeting.next_undo).startswith("Undo: ")
    meeting.undo()
    assert redo_words(meeting.next_redo).startswith("Redo: ")


@pytest.mark.parametrize("text", [*NASTY, "", "..", "a/b", "CON:1"], ids=repr)
def test_every_title_makes_a_file_name(text: str) -> None:
    name = file_name(text, ".pdf")
    assert name.endswith(".pdf")
    assert 4 < len(name) <= 84 + 4
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith(".")
