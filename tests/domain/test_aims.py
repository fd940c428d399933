import pytest

from deskrisk.domain import aims
from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.ids import EvenOverId, ObjectiveId
from deskrisk.domain.parts import in_order
from tests.builders import a_risk, a_workshop, an_objective

O1, O2 = ObjectiveId("o1"), ObjectiveId("o2")


def test_aims_are_added_in_order_and_move() -> None:
    workshop = aims.aims_added(a_workshop(), [O2, O1], ["be fast", "be kind"])
    assert [aim.text for aim in in_order(workshop.objectives)] == ["be fast", "be kind"]
    moved = aims.aim_moved(workshop, O1, -1)
    assert [aim.text for aim in in_order(moved.objectives)] == ["be kind", "be fast"]


def test_an_empty_aim_is_refused() -> None:
    with pytest.raises(EmptyError):
        aims.aim_added(a_workshop(), O1, "\n")
    with pytest.raises(EmptyError):
        aims.aim_edited(a_workshop(an_objective("o1")), O1, "")


def test_risks_let_go_of_a_removed_aim() -> None:
    workshop = a_workshop(an_objective("o1"), an_objective("o2"), a_risk("r1", objectives=(O1, O2)))
    after = aims.aim_removed(workshop, O1)
    assert [risk.objectives for risk in after.risks.values()] == [(O2,)]


def test_trade_offs() -> None:
    id_ = EvenOverId("e")
    workshop = aims.even_over_added(a_workshop(), id_, "safety", "speed")
    workshop = aims.even_over_edited(workshop, id_, "privacy", "speed")
    assert [(e.more, e.less) for e in workshop.even_over.values()] == [("privacy", "speed")]
    with pytest.raises(EmptyError):
        aims.even_over_edited(workshop, id_, "privacy", "")
    assert not aims.even_over_removed(workshop, id_).even_over


def test_a_fourth_trade_off_is_refused() -> None:
    workshop = a_workshop()
    for number in range(3):
        workshop = aims.even_over_added(workshop, EvenOverId(f"e{number}"), "safety", "speed")
    with pytest.raises(TooManyError):
        aims.even_over_added(workshop, EvenOverId("e3"), "safety", "speed")


def test_an_aim_gets_other_words() -> None:
    workshop = aims.aim_edited(a_workshop(an_objective("o1"), an_objective("o2")), O1, "be kind")
    assert [aim.text for aim in in_order(workshop.objectives)] == ["be kind", "Aim o2"]


def test_a_trade_off_stands_after_the_others_and_gets_other_words() -> None:
    first, second = EvenOverId("z"), EvenOverId("a")
    workshop = aims.even_over_added(a_workshop(), first, "safety", "speed")
    workshop = aims.even_over_added(workshop, second, "calm", "show")
    rows = [(e.position, e.more, e.less) for e in in_order(workshop.even_over)]
    assert rows == [(0, "safety", "speed"), (1, "calm", "show")]
    other = aims.even_over_edited(workshop, first, "privacy", "reach")
    assert (other.even_over[first].more, other.even_over[first].less) == ("privacy", "reach")
