import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.comparison import DifferentItemsError, Moved, kendall_distance, moved_far

orders = st.permutations("ABCDE")


def test_the_worked_example() -> None:
    assert kendall_distance("ABCD", "BADC") == pytest.approx(2 / 6)


def test_a_tied_pair_counts_half() -> None:
    assert kendall_distance(["A", "B"], ["AB"]) == 0.5
    assert kendall_distance(["AB"], ["A", "B"]) == 0.5
    assert kendall_distance(["AB"], ["AB"]) == 0.5


def test_fewer_than_two_items_have_no_distance() -> None:
    assert kendall_distance("A", "A") is None
    assert kendall_distance("", "") is None


def test_other_items_cannot_be_compared() -> None:
    with pytest.raises(DifferentItemsError) as caught:
        kendall_distance("AB", "AC")
    assert caught.value.items == ("B", "C")
    with pytest.raises(DifferentItemsError):
        moved_far("AB", "A")


def test_risks_three_places_apart_are_asked_about() -> None:
    assert moved_far("ABCDE", "BCDAE") == (Moved(item="A", first=1, second=4),)
    assert moved_far("ABCDE", "BCADE") == ()
    assert moved_far("ABCDE", "EBCDA") == (
        Moved(item="A", first=1, second=5),
        Moved(item="E", first=5, second=1),
    )


@given(orders, orders)
def test_the_distance_is_one_between_orders(a: list[str], b: list[str]) -> None:
    distance = kendall_distance(a, b)
    assert distance is not None
    assert distance == kendall_distance(b, a)
    assert distance == pytest.approx(1 - (kendall_distance(a, b[::-1]) or 0))
    assert (distance == 0) == (a == b)
