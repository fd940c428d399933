import pytest
from matplotlib.patches import Circle

from deskrisk.charts.axis import EDGE
from deskrisk.charts.canvas import new_figure
from deskrisk.charts.look import look
from deskrisk.charts.target import draw_target, target_text

WIDTH = 180.0


def labels(today: float, target: float | None) -> tuple[list[str], list[float]]:
    """The words of the chart, and the points at which its dots stand."""
    ax = new_figure(WIDTH, 50.0).axes[0]
    draw_target(ax, today, target, look("print"))
    dots = [patch for patch in ax.patches if isinstance(patch, Circle)]
    low, high = 0.1 / EDGE, 100 * EDGE
    places = [low * (high / low) ** (dot.center[0] / WIDTH) for dot in dots]
    return [text.get_text() for text in ax.texts], [round(place, 6) for place in places]


def test_today_and_target_are_dots_with_words() -> None:
    words, places = labels(12.5, 2.5)
    assert "Today 13" in words
    assert "Target 2.5" in words
    assert places == [2.5, 12.5]


def test_without_a_target_there_is_one_dot() -> None:
    words, places = labels(12.5, None)
    assert places == [12.5]
    assert not any("Target" in word for word in words)


@pytest.mark.parametrize(("today", "target"), [(0.02, 0.01), (95.0, 300.0)])
def test_what_lies_beyond_the_axis_stands_at_its_end(today: float, target: float) -> None:
    _, places = labels(today, target)
    assert all(0.1 <= place <= 100 for place in places)


def test_the_chart_in_words() -> None:
    assert target_text(12.5, 2.5) == "Today about 13 points, target about 2.5."
    assert target_text(12.5, None) == "Today about 13 points; no target."
