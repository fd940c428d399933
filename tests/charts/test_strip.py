import math

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from deskrisk.charts.axis import EDGE
from deskrisk.charts.canvas import new_figure
from deskrisk.charts.look import LOOKS, look
from deskrisk.charts.strip import LogScale, draw_strip, stacked
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import spread_row_words
from deskrisk.viewmodels.spread import SpreadView, spread_view
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.charts.drawn import bars, dots

WIDE, HIGH = 160.0, 220.0
PAPER = look("print")


def drawn(view: SpreadView) -> Axes:
    ax = new_figure(WIDE, HIGH).axes[0]
    draw_strip(ax, view, PAPER)
    return ax


def scale_of(view: SpreadView) -> LogScale:
    return LogScale(view.low / EDGE, view.high * EDGE, 0.0, WIDE)


def test_every_answer_is_a_dot_in_its_place() -> None:
    view = spread_view(sample())
    wanted = sorted(scale_of(view).at(dot) for row in view.rows for dot in row.dots)
    found = [x for x, _y in dots(drawn(view), PAPER.ink)]
    assert found == pytest.approx(wanted)


def test_the_middle_answer_alone_has_the_accent() -> None:
    view = spread_view(sample())
    ax = drawn(view)
    lines = [line for line in ax.lines if to_hex(line.get_color()) == PAPER.accent.lower()]
    found = [float(line.get_xdata()[0]) for line in lines]  # type: ignore[arg-type,index]  # two numbers
    assert found == pytest.approx([scale_of(view).at(row.median or 0) for row in view.rows])
    assert not dots(ax, PAPER.accent)


def test_the_band_holds_the_quartiles() -> None:
    view = spread_view(sample())
    found = bars(drawn(view), PAPER.band)
    assert len(found) == len(view.rows)
    for band, row in zip(found, view.rows, strict=True):
        assert band.get_x() <= scale_of(view).at(row.q1 or 0)
        assert band.get_x() + band.get_width() >= scale_of(view).at(row.q3 or 0)


def test_the_axis_is_logarithmic_and_holds_every_answer() -> None:
    scale = LogScale(0.1, 100.0, 10.0, 310.0)
    assert [scale.at(value) for value in (0.1, 1.0, 10.0, 100.0)] == pytest.approx(
        [10, 110, 210, 310]
    )
    assert scale.at(0.001) == 10
    people = [a_participant("p1"), a_participant("p2")]
    view = spread_view(
        a_workshop(*people, a_risk("r1"), a_score("p1", "r1", 1, 1), a_score("p2", "r1", 5, 5))
    )
    assert view.low == 0.01
    assert math.isclose(scale_of(view).low, 0.008)


def test_a_risk_without_answers_draws_nothing() -> None:
    view = spread_view(a_workshop(a_risk("r1")))
    assert dots(drawn(view), PAPER.ink) == []
    assert "nobody" in spread_row_words(view.rows[0])


def test_equal_answers_are_stacked_around_the_line() -> None:
    assert stacked((10.0, 10.0, 50.0), 4, 4, 20) == [(10.0, -2.0), (10.0, 2.0), (50.0, 0.0)]
    heights = [height for _, height in stacked((2.0,) * 40, 4, 4, 20)]
    assert max(heights) - min(heights) < 20
    assert sum(heights) == pytest.approx(0)


def test_the_chart_in_words_names_its_numbers() -> None:
    row = spread_view(sample()).rows[0]
    text = spread_row_words(row)
    assert row.title in text
    assert "8 answers" in text
    assert "middle answer 13" in text


@pytest.mark.parametrize("name", LOOKS)
def test_each_category_has_a_colour_and_a_shape_of_its_own(name: str) -> None:
    found = look(name)
    assert len(set(found.categories.values())) == 4
    assert len({shape for shape, _ in (*found.categories.values(), *found.own)}) == 6
    assert found.sign("own", 1) == found.sign("own-2") == found.own[1]
    assert found.sign("") == ("ring", found.ink_soft)


def test_the_wall_has_the_type_of_the_wall() -> None:
    assert min(look("wall-light").small_size, look("wall-dark").text_size) >= 28
