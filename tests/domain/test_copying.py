from datetime import date
from itertools import count

from deskrisk.domain.aims import even_over_added
from deskrisk.domain.brief import edited
from deskrisk.domain.categories import category_added
from deskrisk.domain.copying import begun_like, people_taken
from deskrisk.domain.model.brief import DecisionRule, InputMode, Preset
from deskrisk.domain.model.ids import AgreementId, CategoryId, EvenOverId, GroupId, ParticipantId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order, put
from deskrisk.domain.people import group_added
from deskrisk.domain.soundness import flaws
from deskrisk.domain.working_agreements import agreement_added
from tests.builders import a_fear, a_participant, a_workshop, an_objective


def taken_people(workshop: Workshop, past: Workshop) -> Workshop:
    numbers = count(1)
    return people_taken(workshop, past, lambda: f"new{next(numbers)}")


def begun(workshop: Workshop, past: Workshop) -> Workshop:
    numbers = count(1)
    return begun_like(workshop, past, lambda: f"new{next(numbers)}")


def the_past() -> Workshop:
    past = a_workshop(
        an_objective("o1", text="Keep the site up"),
        a_fear("f1"),
        id="past",
        title="Spring",
        purpose="Agree what we do first",
        held_on=date(2025, 3, 11),
        horizon=date(2025, 6, 30),
        preset=Preset.EXPRESS_60,
        focus_count=4,
        input_scores=InputMode.PASS,
    )
    past = group_added(past, GroupId("g1"), "Product")
    for number, (name, group) in enumerate((("Ada", "g1"), ("Bob", "g1"), ("Eve", None)), start=1):
        person = a_participant(
            f"p{number}",
            position=number,
            name=name,
            role="tester",
            group=GroupId(group) if group else None,
            scores=name != "Eve",
            present=name != "Bob",
        )
        past = put(past, person)
    past = edited(
        past,
        decision_rule=DecisionRule.CONSENT_THEN_OWNER,
        decision_owner=ParticipantId("p2"),
    )
    past = category_added(past, CategoryId("c9"), "People")
    past = even_over_added(past, EvenOverId("e1"), "Quality", "speed")
    return agreement_added(past, AgreementId("a1"), "No figures of single persons.")


def test_people_come_with_role_and_group_and_are_here() -> None:
    workshop = taken_people(a_workshop(), the_past())
    names = {group.id: group.name for group in workshop.groups.values()}
    found = [
        (p.name, p.role, names.get(p.group) if p.group else None, p.present, p.scores)
        for p in in_order(workshop.participants)
    ]
    assert found == [
        ("Ada", "tester", "Product", True, True),
        ("Bob", "tester", "Product", True, True),
        ("Eve", "tester", None, True, False),
    ]
    assert not set(workshop.participants) & set(the_past().participants)


def test_nobody_comes_twice() -> None:
    once = taken_people(a_workshop(a_participant("x", name="  ada ")), the_past())
    assert sorted(p.name.strip() for p in once.participants.values()) == ["Bob", "Eve", "ada"]
    again = taken_people(once, the_past())
    assert again == once


def test_a_group_of_the_same_name_is_the_same() -> None:
    here = group_added(a_workshop(), GroupId("mine"), "product")
    workshop = taken_people(here, the_past())
    assert list(workshop.groups) == ["mine"]


def test_everything_that_was_prepared_is_there_and_nothing_that_was_said() -> None:
    workshop = begun(a_workshop(title="Autumn", held_on=date(2025, 9, 1)), the_past())
    brief = workshop.brief
    assert (brief.title, brief.held_on, brief.horizon) == (
        "Autumn",
        date(2025, 9, 1),
        date(2025, 12, 21),
    )
    assert brief.purpose == "Agree what we do first"
    assert (brief.preset, brief.focus_count) == (Preset.EXPRESS_60, 4)
    assert brief.input_scores is InputMode.PASS
    assert [each.text for each in workshop.objectives.values()] == ["Keep the site up"]
    assert [each.name for each in in_order(workshop.categories)][-1] == "People"
    assert len(workshop.even_over) == len(workshop.working_agreements) == 1
    assert not workshop.fears
    assert not list(flaws(workshop))


def test_the_owner_of_the_decision_is_the_person_of_that_name() -> None:
    workshop = begun(a_workshop(), the_past())
    owner = workshop.brief.decision_owner
    assert owner is not None
    assert workshop.participants[owner].name == "Bob"


def test_everything_that_is_copied_gets_a_new_id() -> None:
    workshop = begun(a_workshop(), the_past())
    own = [each for each in workshop.categories.values() if each.name == "People"]
    parts = (workshop.objectives, workshop.even_over, workshop.working_agreements, workshop.groups)
    ids = [each.id for each in own] + [id_ for part in parts for id_ in part]
    assert len(ids) == 5
    assert all(id_.startswith("new") for id_ in ids)
    assert len(set(ids)) == 5
