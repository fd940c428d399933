from dataclasses import fields

import pytest
from hypothesis import given, settings

from deskrisk.domain import parts
from deskrisk.domain.errors import DuplicateError, MissingError
from deskrisk.domain.model.fears import Cluster, Fear, WorkingAgreement
from deskrisk.domain.model.fields import WhenGone, referred_part
from deskrisk.domain.model.ids import (
    AgreementId,
    ClusterId,
    DuelId,
    FearId,
    GroupId,
    ParticipantId,
    ReviewId,
    RiskId,
)
from deskrisk.domain.model.people import Group, Objective, Participant
from deskrisk.domain.model.responses import Mitigation, Response
from deskrisk.domain.model.reviews import Review, ReviewEntry
from deskrisk.domain.model.risks import Category, Risk
from deskrisk.domain.model.scores import Ballot, BallotScope, Duel
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.order import with_order
from deskrisk.domain.soundness import flaws
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)
from tests.strategies import filled_workshop, workshops

few = settings(max_examples=15)  # whole workshops take their time

R1, R2 = RiskId("r1"), RiskId("r2")


def test_every_kind_of_value_has_its_part() -> None:
    for name, kind in (*HEADS.items(), *PARTS.items()):
        assert parts.part_name(kind) == name
    assert parts.part_name(a_fear()) == "fears"


def test_a_value_is_added_once() -> None:
    workshop = parts.add(a_workshop(), a_fear("f1"))
    assert parts.get(workshop, Fear, "f1") == a_fear("f1")
    with pytest.raises(DuplicateError) as caught:
        parts.add(workshop, a_fear("f1", text="Another"))
    assert (caught.value.part, caught.value.id) == ("fears", "f1")


def test_put_replaces_and_leaves_the_old_workshop_alone() -> None:
    before = a_workshop(a_fear("f1"))
    after = parts.put(before, a_fear("f1", text="Changed"), a_fear("f2"))
    assert before.fears == {"f1": a_fear("f1")}
    assert after.fears[FearId("f1")].text == "Changed"
    assert len(after.fears) == 2
    assert after.risks is before.risks


def test_some_fields_are_changed() -> None:
    workshop = parts.edit(a_workshop(a_fear("f1", note="x")), Fear, "f1", text="Changed")
    assert workshop.fears[FearId("f1")] == a_fear("f1", text="Changed", note="x")


def test_what_is_not_there_cannot_be_had_changed_moved_or_removed() -> None:
    workshop = a_workshop()
    for act in (
        lambda: parts.get(workshop, Fear, "f1"),
        lambda: parts.edit(workshop, Fear, "f1", text="x"),
        lambda: parts.moved(workshop, Objective, "o1", 1),
        lambda: parts.removed(workshop, Risk, "r1"),
    ):
        with pytest.raises(MissingError):
            act()


def test_positions_count_from_nothing() -> None:
    assert parts.next_position(a_workshop(), Objective) == 0
    assert parts.next_position(a_workshop(an_objective("o4")), Objective) == 5


def test_equal_positions_stand_by_id() -> None:
    values = a_workshop(an_objective("o2", position=0), an_objective("o1", position=0))
    assert [each.id for each in parts.in_order(values.objectives)] == ["o1", "o2"]


def order_of(workshop: Workshop) -> list[str]:
    return [each.id for each in parts.in_order(workshop.objectives)]


@pytest.mark.parametrize(
    ("id_", "by", "wanted"),
    [
        ("o1", 1, ["o2", "o1", "o3"]),
        ("o3", -1, ["o1", "o3", "o2"]),
        ("o1", 2, ["o2", "o3", "o1"]),
        ("o1", 9, ["o2", "o3", "o1"]),
        ("o3", -9, ["o3", "o1", "o2"]),
        ("o2", 0, ["o1", "o2", "o3"]),
    ],
)
def test_a_value_moves_in_its_list_and_not_out_of_it(id_: str, by: int, wanted: list[str]) -> None:
    workshop = a_workshop(an_objective("o1"), an_objective("o2"), an_objective("o3"))
    after = parts.moved(workshop, Objective, id_, by)
    assert order_of(after) == wanted
    assert [each.position for each in parts.in_order(after.objectives)] == [0, 1, 2]


def test_moving_nothing_keeps_every_value_as_it_is() -> None:
    workshop = a_workshop(an_objective("o0"), an_objective("o1"))
    assert parts.moved(workshop, Objective, "o1", 5).objectives == workshop.objectives


def test_references_to_a_removed_thing_are_cleared() -> None:
    workshop = a_workshop(
        Cluster(id=ClusterId("c1"), position=0, name="Pile"),
        WorkingAgreement(id=AgreementId("a1"), position=0, text="We ask first."),
        a_fear("f1", cluster="c1", agreement="a1", owner="p1"),
        a_fear("f2", merged_into="f1"),
        a_participant("p1", group="g1"),
        Group(id=GroupId("g1"), position=0, name="Team"),
    )
    for kind, id_ in ((Cluster, "c1"), (WorkingAgreement, "a1"), (Participant, "p1")):
        workshop = parts.removed(workshop, kind, id_)
    fear = workshop.fears[FearId("f1")]
    assert (fear.cluster, fear.agreement, fear.owner) == (None, None, None)
    after = parts.removed(workshop, Fear, "f1")
    assert after.fears[FearId("f2")].merged_into is None


def test_a_removed_group_leaves_its_people() -> None:
    workshop = a_workshop(Group(id=GroupId("g1"), position=0, name="T"), a_participant(group="g1"))
    assert parts.removed(workshop, Group, "g1").participants[ParticipantId("p1")].group is None


def test_what_makes_no_sense_without_a_risk_goes_with_it() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_risk("r2", secondary_to="r1"),
        a_participant(),
        a_score("p1", "r1", 3, 3),
        a_score("p1", "r2", 3, 3),
        Response(risk=R1),
        a_mitigation("m1", "r1"),
        a_mitigation("m2", "r1", "r2"),
        Duel(id=DuelId("d1"), sequence=1, a=R1, b=R2),
        Review(id=ReviewId("v1"), held_on=a_workshop().brief.held_on),
        ReviewEntry(review=ReviewId("v1"), risk=R1),
    )
    after = parts.removed(with_order(workshop, [R1, R2]), Risk, "r1")
    assert set(after.scores) == {"1/p1/r2"}
    assert (after.responses, after.duels, after.review_entries) == ({}, {}, {})
    assert {each.id: each.risks for each in after.mitigations.values()} == {"m2": ("r2",)}
    assert after.risks[R2].secondary_to is None
    assert after.progress.agreed_order == ("r2",)
    assert set(after.reviews) == {"v1"}


def test_a_removed_risk_leaves_no_empty_place_on_a_ballot() -> None:
    ballot = Ballot(
        participant=ParticipantId("p1"),
        scope=BallotScope.ALL,
        ranking=((R1,), (R2, RiskId("r3"))),
        no_opinion=(RiskId("r4"),),
    )
    workshop = a_workshop(a_participant(), *(a_risk(f"r{n}") for n in range(1, 5)), ballot)
    (after,) = parts.removed(workshop, Risk, "r1").ballots.values()
    assert after.ranking == (("r2", "r3"),)
    (after,) = parts.removed(workshop, Risk, "r2").ballots.values()
    assert after.ranking == (("r1",), ("r3",))
    (after,) = parts.removed(workshop, Risk, "r4").ballots.values()
    assert after.no_opinion == ()


def test_a_removed_person_takes_their_answers_and_leaves_their_promises() -> None:
    workshop = a_workshop(
        a_risk(),
        a_participant(),
        a_score("p1", "r1", 3, 3),
        a_mitigation("m1", "r1", owner="p1", supporters=("p1",)),
        decision_owner="p1",
    )
    after = parts.removed(workshop, Participant, "p1")
    (mitigation,) = after.mitigations.values()
    assert (after.scores, after.brief.decision_owner) == ({}, None)
    assert (mitigation.owner, mitigation.supporters) == (None, ())


def test_only_the_parts_that_are_touched_are_new() -> None:
    workshop = filled_workshop()
    after = parts.removed(workshop, Review, next(iter(workshop.reviews)))
    assert after.scores is workshop.scores
    assert after.brief is workshop.brief


@few
@given(workshops())
def test_a_workshop_stays_sound_whatever_is_removed(workshop: Workshop) -> None:
    for name, kind in PARTS.items():
        for id_ in list(parts.mapping(workshop, name)):
            if kind is Category or id_ not in parts.mapping(workshop, name):
                continue
            after = parts.removed(workshop, kind, id_)
            assert id_ not in parts.mapping(after, name)
            assert list(flaws(after)) == []


def test_every_reference_says_what_happens_when_it_breaks() -> None:
    for kind in (*HEADS.values(), *PARTS.values()):
        for declared in fields(kind):
            target = referred_part(declared)
            assert target is None or target in PARTS
            assert target is None or declared.metadata["gone"] in WhenGone


def test_a_mitigation_of_the_last_risk_goes() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_mitigation("m1", "r1", "r2"))
    workshop = parts.removed(parts.removed(workshop, Risk, "r1"), Risk, "r2")
    assert parts.mapping(workshop, parts.part_name(Mitigation)) == {}
