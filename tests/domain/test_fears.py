from dataclasses import dataclass, fields, replace
from datetime import date

import pytest

from deskrisk.domain import fears
from deskrisk.domain.errors import EmptyError, MissingError
from deskrisk.domain.fears import CircleError, DispositionNeedsError, Place
from deskrisk.domain.model.fears import (
    Cluster,
    Disposition,
    Fear,
    FearKind,
    FearSource,
    WorkingAgreement,
)
from deskrisk.domain.model.ids import AgreementId, ClusterId, FearId, ParticipantId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import PackFear
from deskrisk.domain.parts import put
from tests.builders import a_fear, a_participant, a_risk, a_workshop

F1, F2, F3 = FearId("f1"), FearId("f2"), FearId("f3")
WA = WorkingAgreement(id=AgreementId("wa"), position=0, text="Ask before you answer")


def test_a_fear_has_nothing_that_tells_who_or_when() -> None:
    names = {declared.name for declared in fields(Fear)}
    assert names.isdisjoint({"author", "participant", "group", "position", "at", "created"})


def test_fears_are_added_as_typed() -> None:
    workshop = fears.fear_added(a_workshop(), F1, "  We stop ", kind=FearKind.PEOPLE)
    assert workshop.fears[F1] == Fear(id=F1, text="  We stop ", kind=FearKind.PEOPLE)
    with pytest.raises(EmptyError):
        fears.fear_added(workshop, F2, " \n")
    with pytest.raises(MissingError):
        fears.fear_added(workshop, F2, "x", cluster=ClusterId("none"))


def test_a_list_becomes_slips() -> None:
    texts = fears.fears_in("one\n\n\u2022 two\n")
    workshop = fears.fears_added(a_workshop(), [F1, F2], texts)
    assert [fear.text for fear in workshop.fears.values()] == ["one", "two"]


def test_kind_turns_for_all_of_them_together() -> None:
    workshop = a_workshop(a_fear("f1", kind=FearKind.PEOPLE), a_fear("f2"))
    both = fears.kind_turned(workshop, [F1, F2])
    assert {fear.kind for fear in both.fears.values()} == {FearKind.PEOPLE}
    back = fears.kind_turned(both, [F1, F2])
    assert {fear.kind for fear in back.fears.values()} == {FearKind.OUTCOME}


@pytest.mark.parametrize(
    ("disposition", "what"),
    [
        (Disposition.RECAST, "risk"),
        (Disposition.AGREEMENT, "agreement"),
        (Disposition.MERGED, "fear"),
        (Disposition.PARKED, "reason"),
    ],
)
def test_a_place_that_lacks_its_need_is_refused(disposition: Disposition, what: str) -> None:
    with pytest.raises(DispositionNeedsError) as refused:
        fears.placed(a_workshop(a_fear("f1")), F1, Place(disposition=disposition))
    assert refused.value.what == what


@pytest.mark.parametrize(
    "place",
    [
        Place(disposition=Disposition.ACKNOWLEDGED),
        Place(disposition=Disposition.ISSUE),
        Place(disposition=Disposition.QUESTION, owner=ParticipantId("p1"), due=date(2025, 4, 1)),
        Place(disposition=Disposition.PARKED, note="belongs to next year"),
        Place(disposition=Disposition.AGREEMENT, agreement=AgreementId("wa")),
        Place(disposition=Disposition.MERGED, merged_into=F2),
        Place(disposition=Disposition.RECAST),
    ],
)
def test_a_place_with_its_need_is_taken(place: Place) -> None:
    workshop = a_workshop(
        a_fear("f1"), a_fear("f2"), a_participant("p1"), WA, a_risk("r1", fears=(F1,))
    )
    fear = fears.placed(workshop, F1, place).fears[F1]
    assert fear.disposition is place.disposition
    assert (fear.agreement, fear.merged_into) == (place.agreement, place.merged_into)
    assert (fear.owner, fear.due) == (place.owner, place.due)


def test_a_place_that_points_to_nothing_is_refused() -> None:
    workshop = a_workshop(a_fear("f1"))
    for place in (
        Place(disposition=Disposition.MERGED, merged_into=F2),
        Place(disposition=Disposition.AGREEMENT, agreement=AgreementId("none")),
        Place(disposition=Disposition.ISSUE, owner=ParticipantId("none")),
    ):
        with pytest.raises(MissingError):
            fears.placed(workshop, F1, place)


def test_words_owner_and_date_outlive_a_change_of_mind() -> None:
    workshop = a_workshop(a_fear("f1"), a_participant("p1"))
    question = Place(
        disposition=Disposition.QUESTION,
        note="how many?",
        owner=ParticipantId("p1"),
        due=date(2025, 4, 1),
    )
    workshop = fears.placed(workshop, F1, question)
    workshop = fears.placed(workshop, F1, Place(disposition=Disposition.ISSUE))
    fear = workshop.fears[F1]
    assert (fear.note, fear.owner, fear.due) == ("how many?", "p1", date(2025, 4, 1))


def test_fears_cannot_be_the_same_in_a_circle() -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"), a_fear("f3"))
    for one, other in ((F1, F2), (F2, F3)):
        place = Place(disposition=Disposition.MERGED, merged_into=other)
        workshop = fears.placed(workshop, one, place)
    for target in (F1, F2, F3):
        with pytest.raises(CircleError):
            fears.placed(workshop, F3, Place(disposition=Disposition.MERGED, merged_into=target))


def test_those_that_were_the_same_as_a_removed_fear_are_open_again() -> None:
    workshop = a_workshop(
        a_fear("f1"), a_fear("f2", disposition=Disposition.MERGED, merged_into=F1)
    )
    fear = fears.fears_removed(workshop, [F1]).fears[F2]
    assert (fear.disposition, fear.merged_into) == (None, None)
    assert not fears.fears_removed(workshop, [F1, F2]).fears


def test_a_removed_fear_leaves_its_risk() -> None:
    workshop = a_workshop(a_fear("f1"), a_risk("r1", fears=(F1,)))
    after = fears.fears_removed(workshop, [F1])
    assert [risk.fears for risk in after.risks.values()] == [()]


def test_words_of_a_fear_change_but_never_to_nothing() -> None:
    workshop = a_workshop(a_fear("f1"))
    assert fears.fear_edited(workshop, F1, text="new", held_back=True).fears[F1].text == "new"
    with pytest.raises(EmptyError):
        fears.fear_edited(workshop, F1, text="")


PILE = Cluster(id=ClusterId("c1"), position=0, name="Night")


def test_slips_go_onto_a_pile_as_they_come() -> None:
    workshop = fears.fears_added(
        a_workshop(PILE), [F1, F2], ["one", "two"], cluster=PILE.id, kind=FearKind.PEOPLE
    )
    assert {(each.cluster, each.kind) for each in workshop.fears.values()} == {
        (PILE.id, FearKind.PEOPLE)
    }


def test_another_place_lets_go_of_what_the_old_one_pointed_to() -> None:
    workshop = fears.placed(
        a_workshop(a_fear("f1"), WA), F1, Place(disposition=Disposition.AGREEMENT, agreement=WA.id)
    )
    again = fears.placed(workshop, F1, Place(disposition=Disposition.AGREEMENT, note="slowly"))
    assert (again.fears[F1].agreement, again.fears[F1].note) == (WA.id, "slowly")
    heard = fears.placed(workshop, F1, Place(disposition=Disposition.ACKNOWLEDGED))
    assert heard.fears[F1].agreement is None


def test_the_same_as_another_stays_so_only_while_it_is_called_so() -> None:
    same = Place(disposition=Disposition.MERGED, merged_into=F2)
    workshop = fears.placed(a_workshop(a_fear("f1"), a_fear("f2")), F1, same)
    again = fears.placed(workshop, F1, Place(disposition=Disposition.MERGED, note="yes"))
    assert again.fears[F1].merged_into == F2
    heard = fears.placed(workshop, F1, Place(disposition=Disposition.ACKNOWLEDGED))
    assert heard.fears[F1].merged_into is None


def test_what_was_agreed_stays_true_when_it_becomes_a_risk_too() -> None:
    workshop = a_workshop(a_fear("f1"), WA, a_risk("r1", fears=(F1,)))
    agreed = Place(disposition=Disposition.AGREEMENT, agreement=WA.id)
    workshop = fears.placed(workshop, F1, agreed)
    both = fears.placed(workshop, F1, Place(disposition=Disposition.RECAST))
    assert both.fears[F1].agreement == WA.id
    with pytest.raises(DispositionNeedsError):
        fears.placed(both, F1, Place(disposition=Disposition.MERGED))


def lying(workshop: Workshop) -> list[FearId | None]:
    return [each.merged_into for each in workshop.fears.values()]


def test_fears_that_are_the_same_lie_under_one_and_come_apart_again() -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"), a_fear("f3"))
    same = fears.same_laid(workshop, F1, [F1, F2, F3])
    assert lying(same) == [None, F1, F1]
    assert same.fears[F1].disposition is None
    assert {same.fears[each].disposition for each in (F2, F3)} == {Disposition.MERGED}
    assert fears.stands_for(same, F3) == F1
    assert fears.stands_for(same, F1) == F1
    apart = fears.same_apart(same, F1)
    assert lying(apart) == [None, None, None]
    assert {each.disposition for each in apart.fears.values()} == {None}
    assert fears.same_apart(same, F2) == same


def test_the_one_that_stands_for_others_is_found_through_several() -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"), a_fear("f3"))
    chain = fears.same_laid(fears.same_laid(workshop, F2, [F3]), F1, [F2])
    assert fears.stands_for(chain, F3) == F1
    round_ = put(chain, replace(chain.fears[F1], disposition=Disposition.MERGED, merged_into=F3))
    assert fears.stands_for(round_, F3) in {F1, F2, F3}  # a damaged file does not hang it


def test_slips_are_held_back_and_shown_again() -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"))
    hidden = fears.held_back(workshop, [F2], held_back=True)
    assert [each.held_back for each in hidden.fears.values()] == [False, True]
    assert fears.held_back(hidden, [F1, F2], held_back=False) == workshop


def test_fears_of_a_pack_come_after_the_room_s_own_and_say_so() -> None:
    offered = [
        PackFear(id="x", kind=FearKind.PEOPLE, theme="voice", text="I am not heard."),
        PackFear(id="y", kind=FearKind.OUTCOME, theme="cost", text="It costs."),
    ]
    with pytest.raises(fears.SilenceFirstError):
        fears.pack_fears_added(a_workshop(), [F2, F3], offered)
    workshop = fears.pack_fears_added(a_workshop(a_fear("f1")), [F3, F2], offered)
    assert list(workshop.fears) == [F1, F2, F3]
    assert workshop.fears[F3] == Fear(
        id=F3,
        text="I am not heard.",
        kind=FearKind.PEOPLE,
        theme="voice",
        source=FearSource.PACK,
    )
    assert workshop.fears[F2].text == "It costs."
    with pytest.raises(ValueError, match="zip"):
        fears.pack_fears_added(workshop, [F2], offered)


@dataclass(frozen=True, kw_only=True)
class Written:
    id: FearId
    text: str
    kind: FearKind


def test_slips_of_a_round_go_in_by_their_random_ids() -> None:
    slips = [
        Written(id=F2, text="two", kind=FearKind.PEOPLE),
        Written(id=F1, text="one", kind=FearKind.OUTCOME),
    ]
    workshop = fears.slips_added(a_workshop(), slips)
    assert [(each.id, each.text, each.kind) for each in workshop.fears.values()] == [
        (F1, "one", FearKind.OUTCOME),
        (F2, "two", FearKind.PEOPLE),
    ]
