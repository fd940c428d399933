from dataclasses import replace
from datetime import timedelta

import pytest

from deskrisk.charts.look import look
from deskrisk.domain.series import SeriesPoint, series
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.trend import TrendView, trend_view
from tests.charts.drawn import SIZES, assert_sound, bars, dots, drawn, words

INK, SOFT, PAPER = look("light").ink, look("light").ink_soft, look("light").paper


def a_series(count: int) -> tuple[SeriesPoint, ...]:
    (first,) = series([sample()])
    return tuple(
        replace(
            first,
            held_on=first.held_on + timedelta(days=80 * n),
            inherent=first.inherent / (n + 1),
            target=first.target / (n + 2),
            kept=n % 5,
            promises=n % 7,
        )
        for n in range(count)
    )


@pytest.mark.parametrize("count", [0, 1, 3, 12, 40])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(count: int, name: str) -> None:
    assert_sound(drawn("trend", trend_view(a_series(count)), name))


def test_points_stand_as_high_as_their_losses() -> None:
    view = trend_view(a_series(3))
    ax = drawn("trend", view)
    heights = [y for _x, y in dots(ax, INK) if y > look("light").small_size]  # not of the key
    assert heights == sorted(heights)
    down = [y - heights[0] for y in heights]
    gone = [view.rows[0].today - row.today for row in view.rows]
    assert down[1] / down[2] == pytest.approx(gone[1] / gone[2])


def test_bars_are_full_as_far_as_promises_are_kept() -> None:
    view = trend_view(tuple(replace(each, kept=3, promises=6) for each in a_series(2)))
    ax = drawn("trend", view)
    full, open_ = bars(ax, SOFT), bars(ax, PAPER)
    assert len(full) == len(open_) == 2
    assert full[0].get_height() == pytest.approx(open_[0].get_height() / 2)
    assert words(ax).count("3 of 6") == 2


def test_the_line_says_what_became_of_it() -> None:
    view = trend_view(a_series(3))
    assert view.line == (
        "In three workshops the expected loss went from about 71 points to about 24 points; "
        "3 of 3 promises kept."
    )
    assert view.rows[0].words in chart_words(view)
    assert trend_view(()) == TrendView(rows=(), line="No workshop yet.")
    assert trend_view(a_series(1)).line.startswith("One workshop so far: about 71 points")
