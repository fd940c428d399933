"""Today, promised, proven: told apart by shape and fill, and said in numbers."""

from dataclasses import replace

import pytest

from deskrisk.charts.look import look
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.portfolio import PortfolioView, portfolio_view
from tests.builders import a_workshop
from tests.charts.crowds import crowd
from tests.charts.drawn import SIZES, assert_sound, bars, dots, drawn, words

INK, SOFT, PAPER = look("light").ink, look("light").ink_soft, look("light").paper


@pytest.fixture(scope="module")
def view() -> PortfolioView:
    return portfolio_view(sample())


@pytest.mark.parametrize("count", [1, 3, 12, 40])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(count: int, name: str) -> None:
    assert_sound(drawn("portfolio", portfolio_view(crowd(count, long=count == 12)), name))


def test_the_bars_are_as_long_as_the_sums(view: PortfolioView) -> None:
    ax = drawn("portfolio", view)
    today, promised, proven = (each.points for each in view.sums)
    solid, half = bars(ax, SOFT)
    hatched = bars(ax, PAPER)[0]
    assert hatched.get_width() / solid.get_width() == pytest.approx(promised / today)
    assert half.get_width() / solid.get_width() == pytest.approx(proven / today)
    assert half.get_height() < solid.get_height()


def test_a_row_leads_from_today_to_its_promise(view: PortfolioView) -> None:
    row = next(each for each in view.rows if each.promised < each.today)
    ax = drawn("portfolio", replace(view, rows=(row,)))
    rings = dots(ax, PAPER)
    full = dots(ax, INK)
    assert rings
    assert min(x for x, _y in rings) < max(x for x, _y in full)


def test_it_says_what_the_shapes_mean_and_every_sum(view: PortfolioView) -> None:
    said = words(drawn("portfolio", view))
    assert {"today", "when all is kept", "and it is proven", "points of loss"} <= set(said)
    assert {each.words for each in view.sums} <= set(said)


def test_rows_that_have_no_room_are_counted(view: PortfolioView) -> None:
    ax = drawn("portfolio", view, height=300.0)
    assert_sound(ax)
    assert any(each.startswith("and ") and each.endswith("more") for each in words(ax))


def test_without_scores_it_says_why() -> None:
    view = portfolio_view(a_workshop())
    assert view.empty in " ".join(words(drawn("portfolio", view)))
    assert chart_words(view) == view.empty
