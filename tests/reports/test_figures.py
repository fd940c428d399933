"""Every chart on paper: vectors, words that can be searched, the same bytes each time."""

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from deskrisk.charts import CHARTS
from deskrisk.charts.look import look
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.series import series
from deskrisk.reports.figures import Chart, figure_of, figures_of
from deskrisk.reports.fonts import register
from deskrisk.reports.text import Setter
from deskrisk.services.samples import sample
from deskrisk.viewmodels.calibration import calibration_view
from deskrisk.viewmodels.hedging import hedging_view
from deskrisk.viewmodels.map import map_view
from deskrisk.viewmodels.movement import movement_view
from deskrisk.viewmodels.portfolio import portfolio_view
from deskrisk.viewmodels.promise_dates import promise_dates_view
from deskrisk.viewmodels.readings import readings_view
from deskrisk.viewmodels.spread import spread_view
from deskrisk.viewmodels.trend import trend_view
from tests.charts.crowds import crowd

VIEWS: Mapping[str, tuple[Callable[[Workshop], Any], str]] = {
    "calibration": (calibration_view, "3 of 6 happened"),
    "gaps": (readings_view, "more worried"),
    "hedging": (hedging_view, "Product and design"),
    "map": (map_view, "Slow responses"),
    "movement": (lambda w: movement_view(w, next(iter(w.risks))), "the middle"),
    "portfolio": (portfolio_view, "about 71 points"),
    "spread": (spread_view, "Slow responses"),
    "strip": (spread_view, ""),
    "timeline": (lambda w: promise_dates_view(w, date(2025, 4, 1)), "Off switch"),
    "trend": (lambda w: trend_view(series([w])), "12 of 14"),
}


def setter() -> Setter:
    register()
    return Setter(soft_ink="#4A4F57")


def paper(*charts: Chart) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    for chart in charts:
        assert chart.height <= 780
        chart.drawOn(canvas, 48, 810 - chart.height)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_every_chart_is_tried() -> None:
    assert set(VIEWS) == set(CHARTS)


@pytest.mark.parametrize("chart", VIEWS)
def test_a_chart_is_vectors_and_text(chart: str) -> None:
    make, words = VIEWS[chart]
    figure = figure_of(chart, make(sample()), 499, look("print"), setter())
    data = paper(figure)
    page = PdfReader(BytesIO(data)).pages[0]
    assert words in page.extract_text().replace("\n", " ")
    assert not page.images
    assert figure.alternative
    again = figure_of(chart, make(sample()), 499, look("print"), setter())
    assert paper(again) == data


def test_a_long_list_takes_several_pages() -> None:
    view = spread_view(crowd(40))
    found = figures_of("spread", view, (499, 400), look("print"), setter())
    assert len(found) > 1
    pages = PdfReader(BytesIO(paper(*found))).pages
    text = " ".join(page.extract_text() for page in pages)
    assert len(pages) == len(found)
    assert "more" not in text
    assert sum(text.count(row.word) for row in view.rows[-1:]) > 0


def test_the_words_of_a_figure_are_those_of_its_page() -> None:
    view = spread_view(crowd(40))
    first, *_rest = figures_of("spread", view, (499, 400), look("print"), setter())
    assert view.rows[0].title in first.alternative
    assert view.rows[-1].title not in first.alternative


def test_a_hidden_group_is_on_no_figure() -> None:
    view = hedging_view(sample("hospital-ward"))
    page = PdfReader(BytesIO(paper(figure_of("hedging", view, 499, look("print"), setter())))).pages
    assert "Offices" not in page[0].extract_text()
