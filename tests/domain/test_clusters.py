import pytest

from deskrisk.domain import clusters
from deskrisk.domain.errors import EmptyError, MissingError
from deskrisk.domain.model.fears import Cluster, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from tests.builders import a_fear, a_workshop

F1, F2 = FearId("f1"), FearId("f2")
C1, C2 = ClusterId("c1"), ClusterId("c2")


def a_pile(id: str, name: str) -> Cluster:
    return Cluster(id=ClusterId(id), position=int(id[1:]), name=name)


def test_marked_fears_become_a_pile() -> None:
    workshop = clusters.pile_made(a_workshop(a_fear("f1"), a_fear("f2")), C1, "Money", [F1])
    assert workshop.clusters[C1].name == "Money"
    assert clusters.fears_of(workshop, C1) == (F1,)
    assert clusters.fears_of(workshop, None) == (F2,)


def test_a_pile_that_is_called_so_takes_them() -> None:
    workshop = a_workshop(a_pile("c1", "Money"), a_fear("f1"))
    after = clusters.pile_made(workshop, C2, " money ", [F1])
    assert list(after.clusters) == [C1]
    assert after.fears[F1].cluster == C1


def test_a_pile_needs_a_name_and_its_fears() -> None:
    with pytest.raises(EmptyError):
        clusters.pile_made(a_workshop(), C1, " ")
    with pytest.raises(MissingError):
        clusters.pile_made(a_workshop(), C1, "Money", [F1])


def test_two_of_one_name_become_one() -> None:
    workshop = a_workshop(
        a_pile("c1", "Money"),
        a_pile("c2", "Time"),
        a_fear("f1", cluster=C1),
        a_fear("f2", cluster=C2),
    )
    after = clusters.pile_renamed(workshop, C2, "Money")
    assert list(after.clusters) == [C1]
    assert clusters.fears_of(after, C1) == (F1, F2)
    assert clusters.pile_renamed(workshop, C2, "Clock").clusters[C2].name == "Clock"


def test_a_pile_taken_apart_loses_no_fear() -> None:
    workshop = a_workshop(a_pile("c1", "Money"), a_fear("f1", cluster=C1))
    after = clusters.pile_dissolved(workshop, C1)
    assert not after.clusters
    assert clusters.fears_of(after, None) == (F1,)


def test_piles_move_and_merge_with_themselves_without_harm() -> None:
    workshop = a_workshop(a_pile("c1", "Money"), a_pile("c2", "Time"))
    moved = clusters.pile_moved(workshop, C2, -1)
    assert [pile.id for pile in in_order(moved.clusters)] == [C2, C1]
    assert clusters.piles_merged(workshop, C1, C1) == workshop


def test_piles_stand_in_the_order_they_were_made() -> None:
    workshop = clusters.pile_made(a_workshop(), ClusterId("z"), "Night")
    workshop = clusters.pile_made(workshop, ClusterId("a"), "Day")
    rows = [(pile.position, pile.name) for pile in in_order(workshop.clusters)]
    assert rows == [(0, "Night"), (1, "Day")]


def test_slips_go_only_onto_a_pile_that_is_there() -> None:
    with pytest.raises(MissingError):
        clusters.put_into(a_workshop(a_fear("f1")), [FearId("f1")], ClusterId("none"))


def names(workshop: Workshop) -> list[str]:
    return [pile.name for pile in in_order(workshop.clusters)]


def test_a_part_of_a_pile_gets_its_own_place_beside_it() -> None:
    workshop = a_workshop(*(a_fear(f"f{n}") for n in (1, 2, 3)))
    workshop = clusters.pile_made(workshop, ClusterId("a"), "Night", [FearId("f1"), FearId("f2")])
    workshop = clusters.pile_made(workshop, ClusterId("b"), "Day", [FearId("f3")])
    split = clusters.pile_split(workshop, ClusterId("c"), "First night", [FearId("f2")])
    assert names(split) == ["Night", "First night", "Day"]
    assert clusters.fears_of(split, ClusterId("c")) == ("f2",)
    assert clusters.fears_of(split, ClusterId("a")) == ("f1",)


def test_slips_of_no_pile_or_for_a_pile_of_that_name_are_only_gathered() -> None:
    workshop = a_workshop(a_fear("f1"), a_fear("f2"))
    loose = clusters.pile_split(workshop, ClusterId("a"), "Night", [FearId("f1")])
    assert clusters.fears_of(loose, ClusterId("a")) == ("f1",)
    again = clusters.pile_split(loose, ClusterId("b"), "night", [FearId("f1"), FearId("f2")])
    assert names(again) == ["Night"]
    assert clusters.fears_of(again, ClusterId("a")) == ("f1", "f2")
    assert names(clusters.pile_split(again, ClusterId("c"), "Empty", [])) == ["Night", "Empty"]


def test_slips_are_laid_onto_a_pile_and_a_side() -> None:
    workshop = clusters.pile_made(a_workshop(a_fear("f1"), a_fear("f2")), ClusterId("a"), "Us")
    laid = clusters.laid(workshop, [FearId("f2")], ClusterId("a"), FearKind.PEOPLE)
    assert [(each.cluster, each.kind) for each in laid.fears.values()] == [
        (None, FearKind.OUTCOME),
        ("a", FearKind.PEOPLE),
    ]
