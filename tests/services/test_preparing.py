"""Brief, people, aims, categories, working agreements and risks: one function an act."""

from datetime import date

import pytest

from deskrisk.domain.brief import SettledError
from deskrisk.domain.categories import TooManyError
from deskrisk.domain.fears import CircleError
from deskrisk.domain.model.brief import Preset
from deskrisk.domain.model.ids import ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.model.risks import COST
from deskrisk.domain.parts import in_order
from deskrisk.domain.people import StillNeededError
from deskrisk.services import aims, brief, categories, people, risks, working_agreements
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.problems import sentence
from deskrisk.viewmodels.steps import STEP_WORDS, step_words
from tests.builders import a_brief, a_participant, a_risk, a_workshop, an_objective

P1, R1 = ParticipantId("p1"), RiskId("r1")


def undone(meeting: Meeting) -> Meeting:
    for step in reversed(meeting.history):
        assert step_words(step)
        meeting.undo()
    return meeting


def test_typing_in_two_fields_is_two_steps() -> None:
    meeting = Meeting(a_workshop())
    for text in ("N", "New", "New site"):
        brief.edit_brief(meeting, title=text)
    brief.edit_brief(meeting, purpose="why")
    assert [step_words(step) for step in meeting.history] == ["change title", "change purpose"]
    brief.edit_brief(meeting, preset=Preset.EXPRESS_60)
    brief.edit_brief(meeting, preset=Preset.DEEP_2X90)
    assert len(meeting.history) == 4  # choices are steps of their own
    assert undone(meeting).workshop == a_workshop()


def test_every_field_of_the_brief_has_its_words() -> None:
    for name in a_brief().__dataclass_fields__:
        assert f"brief.{name}" in STEP_WORDS


def test_people_and_groups() -> None:
    meeting = Meeting(a_workshop(a_participant("p1")))
    group = people.add_group(meeting, "Product")
    people.rename_group(meeting, group, "Design")
    people.add_people(meeting, "Ada, engineer\nBob", group=group)
    people.add_person(meeting, "Eve", role="lead", group=group)
    people.edit_person(meeting, P1, group=group)
    people.move_person(meeting, P1, 1)
    names = [p.name for p in in_order(meeting.workshop.participants)]
    assert names == ["Ada", "Person p1", "Bob", "Eve"]
    people.remove_person(meeting, P1)
    people.remove_group(meeting, group)
    assert undone(meeting).workshop == a_workshop(a_participant("p1"))


def test_aims_and_trade_offs() -> None:
    meeting = Meeting(a_workshop(an_objective("o1")))
    aims.add_aim(meeting, "be fast")
    aims.add_aims(meeting, "be kind\nbe safe")
    aims.edit_aim(meeting, ObjectiveId("o1"), "be first")
    aims.move_aim(meeting, ObjectiveId("o1"), 1)
    texts = [aim.text for aim in in_order(meeting.workshop.objectives)]
    assert texts == ["be fast", "be first", "be kind", "be safe"]
    id_ = aims.add_even_over(meeting, "safety", "speed")
    aims.edit_even_over(meeting, id_, "privacy", "speed")
    aims.remove_even_over(meeting, id_)
    aims.remove_aim(meeting, ObjectiveId("o1"))
    assert undone(meeting).workshop == a_workshop(an_objective("o1"))


def test_categories_and_agreements() -> None:
    meeting = Meeting(a_workshop())
    own = categories.add_category(meeting, "Legal")
    categories.rename_category(meeting, own, "Law")
    categories.look_for(meeting, COST, none_found=True)
    categories.remove_category(meeting, own)
    first = working_agreements.add_agreement(meeting, "Ask first")
    second = working_agreements.add_agreement(meeting, "Say thanks")
    working_agreements.edit_agreement(meeting, first, "Ask before you answer")
    working_agreements.move_agreement(meeting, second, -1)
    working_agreements.remove_agreement(meeting, first)
    assert [each.text for each in meeting.workshop.working_agreements.values()] == ["Say thanks"]
    assert undone(meeting).workshop == a_workshop()


def test_risks_by_hand_split_copied_and_removed() -> None:
    meeting = Meeting(a_workshop(a_risk("r1")))
    made = risks.add_risk(meeting, event="it may stop")
    for text in ("no", "no test", "no test system"):
        risks.edit_risk(meeting, made, cause=text)
    risks.edit_risk(meeting, made, category=COST)
    split = risks.split_risk(meeting, made)
    copy = risks.duplicate_risk(meeting, made)
    numbers = {risk.id: risk.number for risk in meeting.workshop.risks.values()}
    assert (numbers[made], numbers[split], numbers[copy]) == (2, 3, 4)
    assert meeting.workshop.risks[split].cause == "no test system"
    risks.remove_risk(meeting, R1)
    assert undone(meeting).workshop == a_workshop(a_risk("r1"))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            SettledError("focus_count"),
            "This was fixed before anybody scored, so that nobody can bend it. It stays.",
        ),
        (TooManyError("objectives", 3), "There is room for 3. Take one away first."),
        (
            StillNeededError("risks", 2, 1),
            "2 answers and 1 promise would go too. Remove it once more if that is right.",
        ),
        (CircleError(), "The other fear is already the same as this one."),
    ],
)
def test_refusals_are_said_in_words(error: Exception, words: str) -> None:
    assert sentence(error) == words  # type: ignore[arg-type]  # all of them are DeskErrors


def test_a_day_is_a_step_of_its_own() -> None:
    meeting = Meeting(a_workshop())
    brief.edit_brief(meeting, horizon=date(2025, 9, 1))
    assert [step_words(step) for step in meeting.history] == ["change horizon"]
