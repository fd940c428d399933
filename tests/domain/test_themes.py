import json

import pytest

from deskrisk import assets
from deskrisk.domain.model.ids import RiskId, WorkshopId
from deskrisk.domain.themes import Language, Named, Theme, themes, words_of

_PLAIN = json.loads(assets.path("wording", "comparing-en.json").read_text("utf-8"))
ENGLISH = Language(little=frozenset(_PLAIN["little"]), endings=tuple(_PLAIN["endings"]))


def named(workshop: str, title: str, category: str = "") -> Named:
    risk = RiskId(f"{workshop}-{title}")
    return Named(workshop=WorkshopId(workshop), risk=risk, title=title, category=category)


def found(*risks: Named) -> tuple[Theme, ...]:
    return themes(risks, ENGLISH)


def test_little_words_and_endings_do_not_matter() -> None:
    assert words_of("The reviews cannot keep up", ENGLISH) == words_of("Review keeps", ENGLISH)
    assert words_of("Is it so?", ENGLISH) == frozenset()


def test_what_two_workshops_said_comes_back() -> None:
    (theme,) = found(
        named("a", "Review cannot keep up", "cost"),
        named("b", "Reviews cannot keep up", "cost"),
        named("c", "Review cannot keep up", "operational"),
        named("c", "The supplier goes away"),
    )
    assert (theme.title, theme.workshops, theme.category) == ("Review cannot keep up", 3, "cost")
    assert [each.workshop for each in theme.risks] == ["a", "b", "c"]


def test_one_workshop_alone_makes_no_theme_however_often_it_says_it() -> None:
    assert found(named("a", "Orders are lost"), named("a", "Lost orders")) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Private data becomes visible", "Private data is visible", True),
        ("Search index breaks", "Search index lags", False),
        ("Datenverlust beim Umzug", "Datenverlust beim Umzug", True),
        ("供应商失败", "供应商失败", True),
    ],
)
def test_two_thirds_of_the_words_must_be_the_same(one: str, other: str, *, same: bool) -> None:
    assert bool(found(named("a", one), named("b", other))) is same


def test_the_most_frequent_comes_first_and_the_rest_by_name() -> None:
    risks = [named(at, "Cost explodes") for at in "abc"]
    risks += [named(at, title) for at in "ab" for title in ("Orders vanish", "Key person leaves")]
    assert [(each.title, each.workshops) for each in found(*risks)] == [
        ("Cost explodes", 3),
        ("Key person leaves", 2),
        ("Orders vanish", 2),
    ]


def test_the_order_in_which_risks_come_does_not_matter() -> None:
    risks = [named(at, f"Topic {number} fails") for at in "abcd" for number in range(20)]
    assert found(*risks) == found(*reversed(risks))
