from deskrisk.domain.model.fears import Cluster, FearKind
from deskrisk.domain.model.ids import ClusterId
from deskrisk.services.samples import sample
from deskrisk.viewmodels.name import name_view
from tests.builders import a_fear, a_workshop

C1 = ClusterId("c1")
MONEY = Cluster(id=C1, position=0, name="Money")


def test_the_sample_lies_in_its_piles_with_the_fears_about_us_apart() -> None:
    view = name_view(sample())
    assert [(pile.name, pile.count) for pile in view.piles if pile.about_us] == [
        ("Being heard and valued", "3"),
        ("Job security", "1"),
    ]
    assert sum(len(pile.slips) for pile in view.piles) == 17
    assert view.note == "17 slips in, 4 of them about us"
    assert view.promise == "Paper slips, shuffled. No names are kept."


def test_slips_lie_in_the_order_of_their_ids_whatever_came_first() -> None:
    one = name_view(a_workshop(a_fear("f2"), a_fear("f1"), a_fear("f3")))
    other = name_view(a_workshop(a_fear("f3"), a_fear("f2"), a_fear("f1")))
    assert one == other
    assert [slip.id for slip in one.piles[0].slips] == ["f1", "f2", "f3"]


def test_a_pile_of_both_kinds_is_seen_on_both_grounds_and_an_empty_one_once() -> None:
    us = a_fear("f2", cluster=C1, kind=FearKind.PEOPLE)
    both = name_view(a_workshop(MONEY, a_fear("f1", cluster=C1), us))
    assert [(pile.name, pile.about_us) for pile in both.piles] == [
        ("Money", False),
        ("Money", True),
    ]
    empty = name_view(a_workshop(MONEY))
    assert [(pile.name, pile.count) for pile in empty.piles] == [("Money", "0")]


def test_the_first_nine_piles_have_a_key() -> None:
    piles = [Cluster(id=ClusterId(f"c{n}"), position=n, name=f"Pile {n}") for n in range(11)]
    view = name_view(a_workshop(*piles))
    assert [pile.key for pile in view.piles] == [*"123456789", "", ""]
    assert view.pile_names[0] == (None, "no pile yet")
    assert view.pile_names[9][1] == "9  Pile 8"
    assert view.pile_names[10][1] == "Pile 9"


def test_held_slips_say_so_and_an_empty_wall_speaks() -> None:
    held = name_view(a_workshop(a_fear("f1", held_back=True))).piles[0].slips[0]
    assert (held.held_back, held.sign) == (True, "held back")
    empty = name_view(a_workshop())
    assert (empty.piles, empty.empty) == ((), "The first slip breaks the silence.")
