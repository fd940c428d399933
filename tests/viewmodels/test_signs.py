from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Category
from deskrisk.viewmodels.signs import category_sign
from tests.builders import a_workshop


def test_fixed_categories_have_their_own_sign() -> None:
    assert [category_sign(a_workshop(), each) for each in FIXED_CATEGORIES] == list(
        FIXED_CATEGORIES
    )


def test_own_ones_have_theirs_by_their_order() -> None:
    legal = Category(id=CategoryId("zz"), position=4, name="Legal")
    people = Category(id=CategoryId("aa"), position=5, name="People")
    workshop = a_workshop(legal, people)
    assert category_sign(workshop, legal.id) == "own-1"
    assert category_sign(workshop, people.id) == "own-2"


def test_none_and_gone_ones_have_no_sign() -> None:
    assert category_sign(a_workshop(), None) == ""
    assert category_sign(a_workshop(), CategoryId("gone")) == ""
