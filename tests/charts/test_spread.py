"""Where the room is far apart: every state in word and shape, for any number of risks."""

from dataclasses import replace

import pytest
from matplotlib.patches import Wedge

from deskrisk.charts.look import look
from deskrisk.domain.spread import State
from deskrisk.services.samples import sample
from deskrisk.viewmodels.spread import SpreadView, spread_view
from tests.charts.drawn import SIZES, assert_sound, dots, drawn, words


def many(count: int) -> SpreadView:
    """The sample's rows again and again, with long titles among them."""
    view = spread_view(sample(), 1)
    rows = tuple(
        replace(
            view.rows[place % 12],
            title=f"{view.rows[place % 12].title} {'and so on ' * (place % 5)}{place}",
        )
        for place in range(count)
    )
    return replace(view, rows=rows)


@pytest.mark.parametrize("count", [1, 3, 12, 40])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(count: int, name: str) -> None:
    assert_sound(drawn("spread", many(count), name))


def test_every_state_is_said_in_words() -> None:
    view = spread_view(sample(), 1)
    said = words(drawn("spread", view))
    for row in view.rows:
        assert row.word in said
    assert said.count("hedge gap") == 1


def test_split_is_two_half_dots() -> None:
    view = spread_view(sample(), 1)
    halves = [patch for patch in drawn("spread", view).patches if isinstance(patch, Wedge)]
    assert len(halves) == 2 * sum(row.state is State.SPLIT for row in view.rows)


def test_too_few_answers_have_no_dots() -> None:
    view = spread_view(sample(), 1)
    row = replace(view.rows[0], dots=(1.0, 20.0), state=State.TOO_FEW, word="too few")
    ax = drawn("spread", replace(view, rows=(row,)))
    assert "too few" in words(ax)
    assert not dots(ax, look("light").ink)


def test_what_has_no_room_is_counted() -> None:
    ax = drawn("spread", many(40), height=240.0)
    assert_sound(ax)
    assert any("and 3" in each or "and 2" in each for each in words(ax))


def test_a_narrow_window_keeps_the_answers() -> None:
    assert_sound(drawn("spread", many(12), width=420.0))
