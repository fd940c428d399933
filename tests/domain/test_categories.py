import pytest

from deskrisk.domain import categories
from deskrisk.domain.errors import EmptyError, FixedError
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import COST, FIXED_CATEGORIES, OPERATIONAL
from tests.builders import a_risk, a_workshop

OWN = CategoryId("own")


def test_own_kinds_come_go_and_are_renamed() -> None:
    workshop = categories.category_added(a_workshop(), OWN, "Law")
    workshop = categories.category_renamed(workshop, OWN, "Legal")
    assert workshop.categories[OWN].name == "Legal"
    assert set(categories.category_removed(workshop, OWN).categories) == set(FIXED_CATEGORIES)
    with pytest.raises(EmptyError):
        categories.category_renamed(workshop, OWN, "")


def test_the_four_stay() -> None:
    with pytest.raises(FixedError):
        categories.category_removed(a_workshop(), COST)
    with pytest.raises(FixedError):
        categories.category_renamed(a_workshop(), COST, "Money")


def test_there_is_room_for_four_of_ones_own() -> None:
    workshop = a_workshop()
    for number in range(4):
        workshop = categories.category_added(workshop, CategoryId(f"own{number}"), "x")
    with pytest.raises(categories.TooManyError):
        categories.category_added(workshop, OWN, "x")


def test_an_empty_kind_can_be_ticked_as_looked_for() -> None:
    workshop = a_workshop(a_risk("r1", category=OPERATIONAL))
    assert COST in [each.id for each in categories.empty_categories(workshop)]
    assert OPERATIONAL not in [each.id for each in categories.empty_categories(workshop)]
    looked = categories.looked_for(workshop, COST, none_found=True)
    assert looked.progress.looked_at == (COST,)
    assert categories.looked_for(looked, COST, none_found=True) == looked
    assert categories.looked_for(looked, COST, none_found=False) == workshop
