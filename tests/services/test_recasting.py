from collections.abc import Callable

import pytest

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.recasting import Recast
from deskrisk.services import recasting
from deskrisk.services.meeting import Meeting
from deskrisk.services.show import Show
from deskrisk.viewmodels.scenes import BEGUN, Scene, pair
from deskrisk.viewmodels.steps import step_words
from tests.builders import a_fear, a_risk, a_workshop

R1, R2, F1 = RiskId("r1"), RiskId("r2"), FearId("f1")
Act = Callable[[Meeting], object]


def a_meeting() -> Meeting:
    return Meeting(
        a_workshop(
            a_fear("f1", disposition=Disposition.RECAST),
            a_risk("r1", fears=(F1,), event="a may break and b may stop", ideas=("x",)),
            a_risk("r2"),
        )
    )


ACTS: dict[str, Act] = {
    "part": lambda m: recasting.part_line(m, R1, Recast(cause="a", event="b may")),
    "begin": lambda m: recasting.part_line(m, None, Recast(event="b may"), fear=F1),
    "cause": lambda m: recasting.move_to_cause(m, R1),
    "shelf": lambda m: recasting.put_on_shelf(m, R1),
    "issue": lambda m: recasting.give_back_to_fear(m, R1, F1, Disposition.ISSUE),
    "split": lambda m: recasting.split_in_two(m, R1),
    "merge": lambda m: recasting.merge_risks(m, R1, R2),
    "idea": lambda m: recasting.add_idea(m, R1, "y"),
    "idea away": lambda m: recasting.remove_idea(m, R1, "x"),
    "tags": lambda m: recasting.set_tags(m, R1, "a, b"),
    "rate": lambda m: recasting.set_rate(m, R1, 9, 4),
    "hint": lambda m: recasting.send_hint_away(m, R1, "VAGUE"),
    "holds": lambda m: recasting.say_it_holds(m, F1, holds=True),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_move_is_one_step_with_words_and_comes_back(name: str) -> None:
    meeting = a_meeting()
    start = meeting.workshop
    ACTS[name](meeting)
    assert meeting.workshop != start
    assert len(meeting.history) == 1
    assert meeting.next_undo is not None
    assert step_words(meeting.next_undo)
    done = meeting.workshop
    meeting.undo()
    assert meeting.workshop == start
    meeting.redo()
    assert meeting.workshop == done


def test_a_line_that_begins_a_risk_stands_for_its_fear() -> None:
    meeting = Meeting(a_workshop(a_fear("f1")))
    id_ = recasting.part_line(meeting, None, Recast(cause="a", event="b may"), fear=F1)
    assert meeting.workshop.risks[id_].fears == (F1,)
    assert meeting.workshop.fears[F1].disposition is Disposition.RECAST


def test_a_line_leaves_the_field_that_held_it() -> None:
    meeting = Meeting(a_workshop(a_risk("r1", cause="b may, so that c", event="", consequence="")))
    recasting.part_line(meeting, R1, Recast(event="b may", consequence="c"), emptied="cause")
    risk = meeting.workshop.risks[R1]
    assert (risk.cause, risk.event, risk.consequence) == ("", "b may", "c")


def test_a_draft_is_on_the_wall_only_with_its_own_sentence() -> None:
    show, workshop = Show(), a_meeting().workshop
    subject = pair(F1, R1)
    show.draft(subject, cause="too early")  # something else is on the wall
    show.show(Scene.SENTENCE, subject)
    assert "too early" not in show.view(workshop).spoken()
    show.draft(subject, cause="as it is typed")
    assert "as it is typed" in show.view(workshop).spoken()
    show.show(Scene.SENTENCE, pair(F1, BEGUN))
    assert "as it is typed" not in show.view(workshop).spoken()
    assert "a may break" not in show.view(workshop).spoken()  # another one is begun
    show.draft(pair(F1, BEGUN), cause="a new one")
    assert "a new one" in show.view(workshop).spoken()
    show.lower_curtain()
    assert "a new one" not in show.view(workshop).spoken()
