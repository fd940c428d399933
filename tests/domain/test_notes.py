from deskrisk.domain.model.brief import Stage
from deskrisk.domain.notes import note_of, noted, passed
from tests.builders import a_workshop


def test_a_stage_without_a_note_has_an_empty_one() -> None:
    assert note_of(a_workshop(), Stage.RANK).private == ""


def test_private_words_and_the_reason_live_side_by_side() -> None:
    workshop = passed(noted(a_workshop(), Stage.RANK, "ask Maren"), Stage.RANK, "no time left")
    note = note_of(workshop, Stage.RANK)
    assert (note.private, note.passed_because) == ("ask Maren", "no time left")
    assert note_of(workshop, Stage.NAME).private == ""


def test_an_emptied_note_leaves_nothing_behind() -> None:
    workshop = noted(noted(a_workshop(), Stage.NAME, "quiet room"), Stage.NAME, "")
    assert workshop == a_workshop()


def test_emptying_what_is_empty_changes_nothing() -> None:
    workshop = a_workshop()
    assert noted(workshop, Stage.NAME, "") is workshop
