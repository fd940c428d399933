"""Who reads a risk differently: a shape for every group, on one line for each risk."""

from dataclasses import replace

import pytest

from deskrisk.charts.look import look
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.readings import ReadingsView, readings_view
from tests.builders import a_workshop
from tests.charts.drawn import SIZES, assert_sound, dots, drawn, words

INK, PAPER = look("light").ink, look("light").paper


def many(groups: int, count: int) -> ReadingsView:
    """Groups with long names that read risks with long titles."""
    row = readings_view(sample()).rows[0]
    return ReadingsView(
        groups=tuple(f"Department of very large undertakings {n}" for n in range(groups)),
        rows=tuple(
            replace(
                row,
                title=f"{row.title} {'and so on ' * (place % 5)}{place}",
                now=tuple(None if n == place % 7 else 0.1 * 3 ** (n + 1) for n in range(groups)),
                before=tuple(10.0 for n in range(groups)),
                word="Department of very large undertakings 0 more worried",
            )
            for place in range(count)
        ),
        line="Groups read risks very differently.",
    )


@pytest.mark.parametrize("groups", [2, 3, 6])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(groups: int, name: str) -> None:
    for count in (1, 12, 40):
        assert_sound(drawn("gaps", many(groups, count), name))


def test_a_full_dot_and_a_ring_are_the_two_groups() -> None:
    view = readings_view(sample())
    row = replace(view.rows[0], before=())
    ax = drawn("gaps", replace(view, rows=(row,)))
    first, second = row.now
    assert first is not None
    assert second is not None
    full, rings = dots(ax, INK)[-1], dots(ax, PAPER)[-1]
    assert (full[0] < rings[0]) == (first < second)
    assert {"Product and design", "Engineering", row.word} <= set(words(ax))


def test_both_rounds_are_said_to_be_there() -> None:
    view = readings_view(sample())
    assert "small, below: the first round" in words(drawn("gaps", view))
    once = replace(view, rows=tuple(replace(row, before=()) for row in view.rows))
    assert "small, below: the first round" not in words(drawn("gaps", once))


def test_without_a_gap_it_says_so() -> None:
    view = readings_view(a_workshop())
    assert " ".join(words(drawn("gaps", view))) == view.line
    assert chart_words(view) == view.line
