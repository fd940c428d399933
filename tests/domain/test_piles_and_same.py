"""Rules of sorting: split out, lay on a side, say that two slips are the same."""

import pytest

from deskrisk.domain.clusters import laid, pile_split
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.fears import (
    CircleError,
    SilenceFirstError,
    pack_fears_added,
    same_apart,
    same_laid,
    stands_for,
)
from deskrisk.domain.model.fears import Cluster, Disposition, FearKind, FearSource
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.packs import PackFear
from deskrisk.domain.parts import in_order
from tests.builders import a_fear, a_workshop

C1, C2, NEW = ClusterId("c1"), ClusterId("c2"), ClusterId("new")
F1, F2, F3 = FearId("f1"), FearId("f2"), FearId("f3")
PILES = (Cluster(id=C1, position=0, name="Money"), Cluster(id=C2, position=1, name="Time"))
OTHERS = PackFear(id="of01", kind=FearKind.PEOPLE, theme="voice", text="Nobody asks.")


def test_what_is_split_out_lies_beside_where_it_was() -> None:
    workshop = a_workshop(*PILES, a_fear("f1", cluster=C1), a_fear("f2", cluster=C1))
    split = pile_split(workshop, NEW, "Wages", (F2,))
    assert [pile.name for pile in in_order(split.clusters)] == ["Money", "Wages", "Time"]
    assert (split.fears[F1].cluster, split.fears[F2].cluster) == (C1, NEW)


def test_splitting_to_a_name_that_is_there_moves_no_pile() -> None:
    workshop = a_workshop(*PILES, a_fear("f1", cluster=C1))
    split = pile_split(workshop, NEW, "time", (F1,))
    assert [pile.id for pile in in_order(split.clusters)] == [C1, C2]
    assert split.fears[F1].cluster == C2


def test_a_pile_of_its_own_for_what_lay_in_none() -> None:
    split = pile_split(a_workshop(*PILES, a_fear("f1")), NEW, "Wages", (F1,))
    assert [pile.id for pile in in_order(split.clusters)] == [C1, C2, NEW]
    with pytest.raises(EmptyError):
        pile_split(split, ClusterId("x"), " ", (F1,))


def test_laid_on_a_pile_and_on_a_side() -> None:
    workshop = laid(a_workshop(*PILES, a_fear("f1")), (F1,), C2, FearKind.PEOPLE)
    assert (workshop.fears[F1].cluster, workshop.fears[F1].kind) == (C2, FearKind.PEOPLE)
    assert laid(workshop, (F1,), None, FearKind.OUTCOME) == a_workshop(*PILES, a_fear("f1"))


def test_the_same_lies_under_one_and_keeps_its_words() -> None:
    before = a_workshop(*map(a_fear, ("f1", "f2", "f3")))
    workshop = same_laid(same_laid(before, F2, (F1, F2)), F3, (F2,))
    assert [stands_for(workshop, id_) for id_ in (F1, F2, F3)] == [F3, F3, F3]
    assert workshop.fears[F1].disposition is Disposition.MERGED
    assert workshop.fears[F1].text == "Fear f1"
    with pytest.raises(CircleError):
        same_laid(workshop, F1, (F3,))
    assert same_apart(same_apart(workshop, F3), F2) == before


def test_others_fears_come_after_the_silence_with_their_source() -> None:
    for workshop in (a_workshop(), a_workshop(a_fear("f1", source=FearSource.PACK))):
        with pytest.raises(SilenceFirstError):
            pack_fears_added(workshop, (F2,), (OTHERS,))
    taken = pack_fears_added(a_workshop(a_fear("f1")), (F2,), (OTHERS,)).fears[F2]
    assert (taken.text, taken.kind, taken.source) == (
        "Nobody asks.",
        FearKind.PEOPLE,
        FearSource.PACK,
    )
