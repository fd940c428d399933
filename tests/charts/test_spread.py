import pytest
from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from deskrisk.charts.look import look
from deskrisk.charts.spread import draw_spread, stacked
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import spread_row_words
from deskrisk.viewmodels.spread import SpreadView, spread_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def axes() -> Axes:
    figure = Figure(figsize=(2.2, 3.0), dpi=72)
    FigureCanvasBase(figure)
    return figure.add_axes((0, 0, 1, 1))


def drawn(view: SpreadView) -> Axes:
    ax = axes()
    draw_spread(ax, view, look("print"))
    return ax


def dots(ax: Axes) -> list[float]:
    return [float(line.get_xdata()[0]) for line in ax.lines if line.get_marker() == "o"]  # type: ignore[arg-type,index]  # two numbers


def test_every_answer_is_a_dot() -> None:
    view = spread_view(sample())
    assert sorted(dots(drawn(view))) == sorted(dot for row in view.rows for dot in row.dots)


def test_the_middle_answer_alone_has_the_accent() -> None:
    view = spread_view(sample())
    ax = drawn(view)
    accent = look("print").accent.lower()
    ticks = [line for line in ax.lines if to_hex(line.get_color()) == accent]
    assert [float(line.get_xdata()[0]) for line in ticks] == [row.median for row in view.rows]  # type: ignore[arg-type,index]  # two numbers
    assert all(
        to_hex(line.get_markerfacecolor()) != accent
        for line in ax.lines
        if line.get_marker() == "o"
    )


def test_the_band_holds_the_quartiles() -> None:
    view = spread_view(sample())
    bands = [patch for patch in drawn(view).patches if isinstance(patch, Rectangle)]
    assert len(bands) == len(view.rows)
    for band, row in zip(bands, view.rows, strict=True):
        assert row.q1 is not None
        assert row.q3 is not None
        assert band.get_x() <= row.q1
        assert band.get_x() + band.get_width() >= row.q3


def test_the_axis_is_logarithmic_and_holds_every_answer() -> None:
    people = [a_participant("p1"), a_participant("p2")]
    view = spread_view(
        a_workshop(*people, a_risk("r1"), a_score("p1", "r1", 1, 1), a_score("p2", "r1", 5, 5))
    )
    ax = drawn(view)
    low, high = ax.get_xlim()
    assert ax.get_xscale() == "log"
    assert low < 0.025
    assert high > 90
    assert view.low == 0.01


def test_a_risk_without_answers_draws_nothing() -> None:
    view = spread_view(a_workshop(a_risk("r1")))
    assert dots(drawn(view)) == []
    assert "nobody" in spread_row_words(view.rows[0])


def test_equal_answers_are_stacked_around_the_line() -> None:
    assert stacked((1.0, 1.0, 5.0), 0.2, 1.1) == [(1.0, -0.1), (1.0, 0.1), (5.0, 0.0)]
    heights = [height for _, height in stacked((2.0,) * 40, 0.2, 1.1)]
    assert max(heights) - min(heights) < 1
    assert sum(heights) == pytest.approx(0)


def test_the_chart_in_words_names_its_numbers() -> None:
    row = spread_view(sample()).rows[0]
    text = spread_row_words(row)
    assert row.title in text
    assert "8 answers" in text
    assert "middle answer 13" in text


@pytest.mark.parametrize("name", ["print", "light", "dark"])
def test_each_category_has_a_colour_and_a_shape_of_its_own(name: str) -> None:
    found = look(name)
    assert len(set(found.categories.values())) == 4
    assert len({shape for shape, _ in (*found.categories.values(), *found.own)}) == 6
    assert found.sign("own", 1) == found.own[1]
