import pytest
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.figure import Figure

from deskrisk.charts.look import look
from deskrisk.charts.target import draw_target, target_text


def labels(today: float, target: float | None) -> tuple[list[str], list[float]]:
    figure = Figure(figsize=(2.5, 0.7), dpi=72)
    FigureCanvasBase(figure)
    ax = figure.add_axes((0, 0, 1, 1))
    draw_target(ax, today, target, look("print"))
    dots = [line for line in ax.lines if line.get_marker() == "o"]
    return [text.get_text() for text in ax.texts], [float(dot.get_xdata()[0]) for dot in dots]  # type: ignore[arg-type,index]  # two numbers


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
