"""Charts on the wall: nothing but the very view is ever painted, at any size, in large type."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.room.layout import laid_out, units_of
from deskrisk.gui.room.painting import pages_of, paint_wall
from deskrisk.gui.room.picture import WallPicture
from deskrisk.gui.room.window import RoomWindow
from deskrisk.gui.widgets.studio import studio
from deskrisk.services.samples import sample
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show import ShowView, show_view
from tests.charts.crowds import crowd
from tests.gui.windows import desk_of, running

CHARTS = (
    Scene.SPREAD,
    Scene.HEDGING,
    Scene.GAPS,
    Scene.MAP,
    Scene.PORTFOLIO,
    Scene.TIMELINE,
    Scene.CALIBRATION,
)
PATIENCE = 20_000


def view_of(scene: Scene, name: str = "question-suggestions") -> ShowView:
    return show_view(sample(name), ShowState(scene=scene))


def painted(view: ShowView, width: int, height: int, theme: str = "light") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_wall(painter, QRectF(image.rect()), view, 0, theme)
    painter.end()
    return image


def inked(image: QImage, below: int = 120) -> int:
    """How many dark pixels there are in the middle of a picture."""
    wide, high = image.width(), image.height()
    return sum(
        image.pixelColor(x, y).lightness() < below
        for x in range(wide // 10, wide * 9 // 10, 2)
        for y in range(high // 3, high * 3 // 4, 2)
    )


@pytest.mark.parametrize("scene", CHARTS)
def test_a_chart_comes_on_the_wall_and_into_the_small_picture(qtbot: QtBot, scene: Scene) -> None:
    view = view_of(scene)
    window, small = RoomWindow("light"), WallPicture("light")
    for widget in (window, small):
        qtbot.addWidget(widget)
        widget.show()
    window.resize(960, 540)
    window.show_view(view, 0)
    small.show_view(view, 0)
    qtbot.waitUntil(lambda: inked(window.grab().toImage()) > 50, timeout=PATIENCE)
    qtbot.waitUntil(lambda: inked(small.picture.grab().toImage(), 210) > 5, timeout=PATIENCE)
    assert window.accessibleDescription()


def test_until_it_is_drawn_nothing_else_stands_in_its_place(qtbot: QtBot) -> None:
    first, other = view_of(Scene.HEDGING), view_of(Scene.HEDGING, "hospital-ward")
    painted(first, 803, 451)
    qtbot.waitUntil(lambda: inked(painted(first, 803, 451)) > 50, timeout=PATIENCE)
    held = studio()
    held.close()
    image = painted(other, 803, 451)
    ground = image.pixelColor(2, 2)
    laid = laid_out(other.scene, other.blocks, *units_of(803, 451)[:2], "light")
    chart = next(each for each in laid.pages[0] if each.piece.paints and not each.piece.inner)
    scale = units_of(803, 451)[2]
    for share in (0.2, 0.5, 0.8):
        y = round((chart.y + chart.piece.height * share) * scale)
        assert all(image.pixelColor(x, y) == ground for x in range(40, 760, 3))
    qtbot.waitUntil(held.is_idle, timeout=PATIENCE)


def test_the_curtain_covers_a_chart(qtbot: QtBot) -> None:
    open_ = view_of(Scene.HEDGING)
    qtbot.waitUntil(lambda: inked(painted(open_, 960, 540)) > 50, timeout=PATIENCE)
    covered = show_view(sample(), ShowState(scene=Scene.HEDGING, curtain=True))
    assert inked(painted(covered, 960, 540)) == 0


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (720, 900), (3840, 2160)])
@pytest.mark.parametrize("scene", CHARTS)
def test_a_chart_of_many_stays_on_its_page(scene: Scene, size: tuple[int, int]) -> None:
    for workshop in (sample(), crowd(40), crowd(12, long=True)):
        view = show_view(workshop, ShowState(scene=scene))
        wide, high, _scale = units_of(*size)
        for page in laid_out(view.scene, view.blocks, wide, high, "light").pages:
            assert page
            for placed in page:
                assert placed.y + placed.piece.height <= high - 84 + 0.5


def test_forty_risks_take_several_pages() -> None:
    view = show_view(crowd(40), ShowState(scene=Scene.SPREAD))
    assert pages_of(view, 1920, 1080, "light") > 2


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    with running(qtbot, tmp_path, sample()) as program:
        program.open_workshop(sample().id)
        yield desk_of(qtbot, program)


def test_each_chart_is_put_on_the_wall_from_the_menu(desk: DeskWindow) -> None:
    for scene in CHARTS:
        desk.actions_by_key[f"wall.{scene.value}"].trigger()
        state = desk.show_of_room.state
        assert (state.scene, state.subject) == (scene, "")


def test_a_chart_from_the_menu_does_not_raise_the_curtain(desk: DeskWindow) -> None:
    desk.show_of_room.lower_curtain()
    desk.actions_by_key["wall.hedging"].trigger()
    assert desk.show_of_room.state.curtain
