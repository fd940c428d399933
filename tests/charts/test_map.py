"""Every risk between chance and loss, with labels that find their place."""

import pytest

from deskrisk.charts.heights import named_on_map, wished_height
from deskrisk.charts.labels import Mark, Places
from deskrisk.charts.look import look
from deskrisk.charts.sheet import Box
from deskrisk.services.samples import sample
from deskrisk.viewmodels.map import map_view
from tests.charts.crowds import crowd
from tests.charts.drawn import SIZES, assert_sound, drawn, words


@pytest.mark.parametrize("count", [1, 3, 12, 40])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(count: int, name: str) -> None:
    assert_sound(drawn("map", map_view(crowd(count)), name))


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("tied", [False, True])
def test_nothing_collides_in_a_heap(*, long: bool, tied: bool) -> None:
    for count in (12, 40):
        view = map_view(crowd(count, long=long, tied=tied))
        assert_sound(drawn("map", view))
        assert_sound(drawn("map", view, "wall-dark", height=640.0))


def test_every_risk_of_the_sample_is_named_in_full() -> None:
    view = map_view(sample())
    said = " ".join(words(drawn("map", view)))
    for row in view.rows:
        for word in row.title.split():
            assert word in said


def test_what_is_not_named_has_a_number_and_a_key() -> None:
    view = map_view(crowd(40))
    shown = look("light")
    wide = 720.0
    named = named_on_map(40, wide, wished_height("map", view, wide, shown), shown)
    assert 3 <= named < 40
    said = words(drawn("map", view, width=wide))
    for row in view.rows[named:]:
        assert said.count(str(row.number)) >= 2


def test_without_room_for_a_key_the_rest_is_counted() -> None:
    said = words(drawn("map", map_view(crowd(40)), "wall-light", height=640.0))
    assert any("more, small and without names" in each for each in said)


def test_signs_tell_kinds_apart_without_colour() -> None:
    kinds = {row.sign for row in map_view(sample()).rows}
    assert len({look("light").sign(kind)[0] for kind in kinds}) == len(kinds)


def test_a_label_without_a_free_place_is_not_set() -> None:
    places = Places(Box(0, 0, 100, 100), 10)
    places.take(Box(0, 0, 100, 100))
    assert places.find(Mark(50, 50, 4), 20, 10) is None


def test_a_label_stands_beside_its_mark_if_it_can() -> None:
    places = Places(Box(0, 0, 100, 100), 10)
    found = places.find(Mark(50, 50, 4), 20, 10)
    assert found is not None
    assert 54 < found.left < 60
    again = places.find(Mark(50, 50, 4), 20, 10)
    assert again is not None
    assert not again.meets(found)
