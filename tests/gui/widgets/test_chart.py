"""A chart in a window is drawn on another thread, and what is seen follows."""

import subprocess
import sys
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskrisk.charts import canvas
from deskrisk.gui.theme import apply_theme, named_theme
from deskrisk.gui.widgets import studio as studio_module
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.studio import KEPT_BYTES, Studio, Wanted, studio
from deskrisk.services.samples import sample
from deskrisk.viewmodels.spread import SpreadView, spread_view
from tests.conftest import ROOT

DRAWN = 10_000


@pytest.fixture(scope="module")
def view() -> SpreadView:
    return spread_view(sample())


@pytest.fixture
def chart(qtbot: QtBot) -> ChartView:
    found = ChartView("Where we are far apart")
    qtbot.addWidget(found)
    found.resize(500, 300)
    return found


def seen(chart: ChartView) -> QImage:
    return chart.grab().toImage()


def colours(image: QImage) -> set[int]:
    small = image.scaled(120, 80)
    return {small.pixel(x, y) for x in range(120) for y in range(80)}


def show(qtbot: QtBot, chart: ChartView, view: SpreadView) -> None:
    with qtbot.waitSignal(chart.drawn, timeout=DRAWN):
        chart.show_chart("spread", view)
        chart.show()


def test_the_picture_comes_after_the_window(
    qtbot: QtBot, chart: ChartView, view: SpreadView
) -> None:
    chart.show_chart("spread", view)
    chart.show()
    assert len(colours(seen(chart))) == 1
    assert chart.is_current is False
    qtbot.waitUntil(lambda: chart.is_current, timeout=DRAWN)
    assert len(colours(seen(chart))) > 5


def test_it_is_drawn_on_another_thread(
    qtbot: QtBot, chart: ChartView, view: SpreadView, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    real = canvas.drawn_pixels

    def watched(*arguments: object) -> canvas.Pixels:
        threads.append(threading.get_ident())
        return real(*arguments)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(canvas, "drawn_pixels", watched)
    chart.resize(501, 301)
    show(qtbot, chart, view)
    assert threads
    assert threading.get_ident() not in threads


def test_nothing_is_drawn_while_it_is_hidden(qtbot: QtBot, chart: ChartView) -> None:
    view = spread_view(sample("hospital-ward"))
    chart.show_chart("spread", view)
    qtbot.wait(20)
    assert studio().is_idle()
    assert studio().picture(Wanted("spread", view, "light", 500, 300, 1.0)) is None


def test_it_says_what_it_shows(chart: ChartView, view: SpreadView) -> None:
    chart.show_chart("spread", view)
    found = QAccessible.queryAccessibleInterface(chart)
    assert found.role() is QAccessible.Role.Graphic
    assert found.text(QAccessible.Text.Name) == "Where we are far apart"
    assert view.rows[0].title in chart.accessibleDescription()
    chart.clear()
    assert chart.accessibleDescription() == ""


def test_the_old_picture_stays_until_the_new_one_is_there(
    qtbot: QtBot, chart: ChartView, view: SpreadView
) -> None:
    show(qtbot, chart, view)
    before = seen(chart)
    fewer = replace(view, rows=view.rows[:3])
    chart.show_chart("spread", fewer)
    assert seen(chart) == before
    assert not chart.is_current
    qtbot.waitUntil(lambda: chart.is_current, timeout=DRAWN)
    assert seen(chart) != before


def test_it_follows_size_and_theme(
    qtbot: QtBot, qapp: QApplication, chart: ChartView, view: SpreadView
) -> None:
    show(qtbot, chart, view)
    light = seen(chart)
    apply_theme(qapp, named_theme("dark"))
    qtbot.waitUntil(lambda: chart.is_current, timeout=DRAWN)
    assert seen(chart) != light
    with qtbot.waitSignal(chart.drawn, timeout=DRAWN):
        chart.resize(640, 400)
    assert chart.is_current


def test_what_was_drawn_is_not_drawn_again(
    qtbot: QtBot, chart: ChartView, view: SpreadView
) -> None:
    show(qtbot, chart, view)
    twin = ChartView("The same")
    qtbot.addWidget(twin)
    twin.resize(500, 300)
    twin.show_chart("spread", view)
    twin.show()
    assert twin.is_current
    assert studio().is_idle()


def test_it_may_be_closed_while_it_is_drawn(qtbot: QtBot, view: SpreadView) -> None:
    for width in range(300, 330):
        chart = ChartView("Short-lived")
        chart.resize(width, 200)
        chart.show_chart("spread", view)
        chart.show()
        chart.close()
        chart.deleteLater()
        qtbot.wait(3)
    qtbot.waitUntil(studio().is_idle, timeout=DRAWN)


def test_only_the_newest_wish_of_an_asker_is_drawn(qtbot: QtBot, view: SpreadView) -> None:
    told: list[Wanted] = []
    here = Studio()
    here.drawn.connect(told.append)
    wishes = [Wanted("spread", view, "light", 300 + place, 100, 1.0) for place in range(12)]
    for wish in wishes:
        here.ask("one", wish)
    qtbot.waitUntil(lambda: wishes[-1] in told, timeout=DRAWN)
    assert len(told) <= 3


def test_the_oldest_pictures_are_given_up(
    qtbot: QtBot, view: SpreadView, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert KEPT_BYTES > 3 * 3840 * 2160 * 2
    monkeypatch.setattr(studio_module, "KEPT_BYTES", 200_000)
    here = Studio()
    wishes = [Wanted("spread", view, "light", 300 + place, 100, 1.0) for place in range(4)]
    for place, wish in enumerate(wishes):
        here.ask(place, wish)
    qtbot.waitUntil(lambda: here.picture(wishes[-1]) is not None, timeout=DRAWN)
    assert here.picture(wishes[0]) is None


def test_closing_the_studio_waits_for_the_picture_in_hand(view: SpreadView) -> None:
    here = Studio()
    here.ask("one", Wanted("spread", view, "light", 310, 100, 1.0))
    here.close()
    assert here.is_idle()


def test_it_may_be_warmed_up_and_closed_at_once() -> None:
    here = Studio()
    here.warm_up()
    here.warm_up()
    here.close()
    assert not [each for each in threading.enumerate() if each.name == "deskrisk-charts-load"]


def test_it_is_as_sharp_as_the_screen(qtbot: QtBot, view: SpreadView) -> None:
    here = Studio()
    wish = Wanted("spread", view, "light", 300, 100, 2.0)
    here.ask("one", wish)
    qtbot.waitUntil(lambda: here.picture(wish) is not None, timeout=DRAWN)
    picture = here.picture(wish)
    assert picture is not None
    assert picture.size() == QSize(600, 200)
    assert picture.deviceIndependentSize().toSize() == QSize(300, 100)


@pytest.mark.parametrize("wait", [0.0, 0.3, 0.8])
def test_a_program_may_end_while_a_chart_is_drawn(wait: float) -> None:
    code = (
        "import time; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from deskrisk.gui.widgets.studio import Wanted, studio;"
        "from deskrisk.viewmodels.spread import spread_view;"
        "from deskrisk.services.samples import sample;"
        "view = spread_view(sample()); studio().warm_up();"
        "[studio().ask(n, Wanted('spread', view, 'light', 300 + n, 200, 1.0)) for n in range(3)];"
        f"time.sleep({wait})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0


def test_asking_how_high_it_is_loads_nothing_heavy() -> None:
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from deskrisk.gui.widgets.chart import ChartView;"
        "from deskrisk.viewmodels.spread import spread_view;"
        "from deskrisk.services.samples import sample;"
        "view = ChartView('x'); view.show_chart('spread', spread_view(sample()));"
        "assert view.sizeHint().height() > 200;"
        "sys.exit('matplotlib' in sys.modules or 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 0
