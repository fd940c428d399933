import pytest

from deskrisk.domain import people
from deskrisk.domain.errors import EmptyError, MissingError
from deskrisk.domain.model.ids import GroupId, ParticipantId
from deskrisk.domain.model.people import Group
from deskrisk.domain.parts import in_order
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_score, a_workshop


def a_group(id: str) -> Group:
    return Group(id=GroupId(id), position=int(id[1:]), name=f"Group {id}")


def test_a_person_comes_at_the_end() -> None:
    workshop = people.person_added(a_workshop(a_participant("p1")), ParticipantId("x"), "Ada")
    assert [p.name for p in in_order(workshop.participants)] == ["Person p1", "Ada"]


def test_a_person_needs_a_name_and_a_group_that_is_there() -> None:
    with pytest.raises(EmptyError):
        people.person_added(a_workshop(), ParticipantId("x"), " ")
    with pytest.raises(MissingError):
        people.person_added(a_workshop(), ParticipantId("x"), "Ada", group=GroupId("none"))
    workshop = a_workshop(a_participant("p1"))
    with pytest.raises(EmptyError):
        people.person_edited(workshop, ParticipantId("p1"), name="")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ada, engineer\nBob", [("Ada", "engineer"), ("Bob", "")]),
        ("Ada\tengineer, lead", [("Ada", "engineer, lead")]),
        ("Ada ; engineer", [("Ada", "engineer")]),
        (", nobody\n\nEve", [("Eve", "")]),
    ],
)
def test_a_pasted_list_gives_names_and_roles(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(p.name, p.role) for p in people.people_in(text)] == wanted


def test_many_people_come_in_the_order_of_the_list() -> None:
    found = people.people_in("Ada, a\nBob, b\nEve, e")
    ids = [ParticipantId(each) for each in ("z", "y", "x")]
    workshop = people.people_added(a_workshop(a_group("g1")), ids, found, group=GroupId("g1"))
    rows = in_order(workshop.participants)
    assert [(p.name, p.role, p.group) for p in rows] == [
        ("Ada", "a", "g1"),
        ("Bob", "b", "g1"),
        ("Eve", "e", "g1"),
    ]


def test_a_person_moves_among_their_own_group() -> None:
    g1, g2 = GroupId("g1"), GroupId("g2")
    workshop = a_workshop(
        a_group("g1"),
        a_group("g2"),
        a_participant("p1", group=g1),
        a_participant("p2", group=g2),
        a_participant("p3", group=g1),
    )
    up = people.person_moved(workshop, ParticipantId("p3"), -1)
    assert [p.id for p in in_order(up.participants) if p.group == g1] == ["p3", "p1"]
    assert people.person_moved(up, ParticipantId("p3"), -1) == up
    down = people.person_moved(up, ParticipantId("p3"), 1)
    assert [p.id for p in in_order(down.participants) if p.group == g1] == ["p1", "p3"]


def test_a_person_with_answers_or_duties_goes_only_for_good() -> None:
    workshop = a_workshop(
        a_participant("p1"),
        a_risk("r1"),
        a_score("p1", "r1", 3, 3),
        a_mitigation("m1", "r1", owner=ParticipantId("p1")),
        a_fear("f1", owner=ParticipantId("p1")),
    )
    with pytest.raises(people.StillNeededError) as refused:
        people.person_removed(workshop, ParticipantId("p1"))
    assert (refused.value.answers, refused.value.duties) == (1, 2)
    gone = people.person_removed(workshop, ParticipantId("p1"), for_good=True)
    assert not gone.participants
    assert not gone.scores
    assert [m.owner for m in gone.mitigations.values()] == [None]


def test_a_group_goes_and_its_people_stay() -> None:
    workshop = a_workshop(a_group("g1"), a_participant("p1", group=GroupId("g1")))
    after = people.group_removed(workshop, GroupId("g1"))
    assert [p.group for p in after.participants.values()] == [None]


def test_groups_are_added_renamed_and_counted() -> None:
    workshop = people.group_added(a_workshop(), GroupId("g"), "Product")
    workshop = people.group_renamed(workshop, GroupId("g"), "Design")
    assert workshop.groups[GroupId("g")].name == "Design"
    workshop = people.person_added(workshop, ParticipantId("a"), "Ada", group=GroupId("g"))
    workshop = people.person_added(workshop, ParticipantId("b"), "Bob", group=GroupId("g"))
    workshop = people.person_edited(workshop, ParticipantId("b"), scores=False)
    assert people.scorers(workshop, GroupId("g")) == 1
    assert people.scorers(workshop, None) == 0
    with pytest.raises(EmptyError):
        people.group_renamed(workshop, GroupId("g"), " ")


def test_a_person_may_come_without_a_role_and_a_group_has_a_place() -> None:
    workshop = people.person_added(a_workshop(), ParticipantId("x"), "Ada")
    assert workshop.participants[ParticipantId("x")].role == ""
    workshop = people.group_added(workshop, GroupId("z"), "Nights")
    workshop = people.group_added(workshop, GroupId("a"), "Days")
    assert [(g.position, g.name) for g in in_order(workshop.groups)] == [(0, "Nights"), (1, "Days")]


def test_answers_alone_and_duties_alone_keep_a_person() -> None:
    who = ParticipantId("p1")
    answered = a_workshop(a_participant("p1"), a_risk("r1"), a_score("p1", "r1", 3, 3))
    decides = a_workshop(a_participant("p1"), decision_owner=who)
    assert (people.duties_of(answered, who), people.duties_of(decides, who)) == (0, 1)
    for workshop in (answered, decides):
        with pytest.raises(people.StillNeededError):
            people.person_removed(workshop, who)


def test_a_person_goes_to_a_group_that_is_there() -> None:
    workshop = a_workshop(a_participant("p1"), a_group("g1"))
    moved = people.person_edited(workshop, ParticipantId("p1"), group=GroupId("g1"))
    assert moved.participants[ParticipantId("p1")].group == "g1"
    with pytest.raises(MissingError):
        people.person_edited(workshop, ParticipantId("p1"), group=GroupId("none"))
