from deskrisk.domain.model.brief import Stage
from deskrisk.domain.notes import note_of
from deskrisk.services.meeting import Meeting
from deskrisk.services.notes import note_stage, pass_stage
from tests.builders import a_workshop


def test_typing_a_note_is_one_step() -> None:
    meeting = Meeting(a_workshop())
    for text in ("t", "ti", "tired after lunch"):
        note_stage(meeting, Stage.RANK, text)
    assert note_of(meeting.workshop, Stage.RANK).private == "tired after lunch"
    assert len(meeting.history) == 1
    meeting.undo()
    assert meeting.workshop == a_workshop()


def test_notes_of_two_stages_are_two_steps() -> None:
    meeting = Meeting(a_workshop())
    note_stage(meeting, Stage.NAME, "one")
    note_stage(meeting, Stage.RANK, "two")
    assert [step.label for step in meeting.history] == ["note.private", "note.private"]


def test_a_stage_is_passed_with_a_reason() -> None:
    meeting = Meeting(a_workshop())
    changes = pass_stage(meeting, Stage.NAME, "two people had to leave")
    assert note_of(meeting.workshop, Stage.NAME).passed_because == "two people had to leave"
    assert [change.part for change in changes.items] == ["stage_notes"]
