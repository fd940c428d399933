"""The room window by its keys: opened, covered, closed, on one screen and on two."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.gui.room.window import RoomWindow
from deskrisk.services.fears import name_fear
from deskrisk.services.samples import sample
from deskrisk.services.scores import reopen_round
from deskrisk.viewmodels.scenes import Scene
from tests.gui.windows import desk_of, running

CHILD = Path(__file__).with_name("two_screens.py")
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, sample()) as found:
        found.open_workshop(sample().id)
        yield found


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> DeskWindow:
    return desk_of(qtbot, program)


@pytest.fixture
def room(qtbot: QtBot, desk: DeskWindow) -> RoomWindow:
    QTest.keyClick(desk, Qt.Key.Key_F5)
    window = desk.wall.room.window
    assert window is not None
    qtbot.waitUntil(window.isVisible)
    return window


def word(desk: DeskWindow) -> str:
    label = desk.findChild(QLabel, "wall_word")
    assert isinstance(label, QLabel)
    return label.text()


def press(qtbot: QtBot, desk: DeskWindow, key: Qt.Key) -> None:
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    QTest.keyClick(desk, key)


def test_it_opens_and_closes_by_its_key(qtbot: QtBot, desk: DeskWindow, room: RoomWindow) -> None:
    assert not room.isFullScreen()  # there is one screen: it is an ordinary window
    assert word(desk) == "review"
    press(qtbot, desk, Qt.Key.Key_F5)
    assert desk.wall.room.window is None
    assert word(desk) == "not open"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5])
def test_it_closes_by_a_key_of_its_own(desk: DeskWindow, room: RoomWindow, key: Qt.Key) -> None:
    QTest.keyClick(room, key)
    assert not desk.wall.room.is_open


def test_its_close_button_closes_it(desk: DeskWindow, room: RoomWindow) -> None:
    room.close()
    assert desk.wall.room.window is None


def test_on_a_screen_of_its_own_it_gives_the_keyboard_back(
    qtbot: QtBot, desk: DeskWindow, room: RoomWindow
) -> None:
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    room.showFullScreen()
    room.activateWindow()  # as some window managers do with every window that appears
    qtbot.waitUntil(desk.isActiveWindow)
    QTest.keyClick(desk, Qt.Key.Key_F6)
    assert desk.show_of_room.state.curtain


def test_its_title_says_nothing_of_people(room: RoomWindow) -> None:
    assert room.windowTitle() == "Room"


def test_the_curtain_is_down_by_itself_where_private_things_are_on_the_desk(
    desk: DeskWindow, room: RoomWindow
) -> None:
    reopen_round(desk.meeting, 2)
    reopen_round(desk.meeting, 1)
    down = {}
    for stage in Stage:
        desk.pages.show_stage(stage)
        down[stage] = desk.show_of_room.state.curtain
    assert [stage for stage, covered in down.items() if covered] == [Stage.NAME, Stage.RANK]
    assert room.accessibleDescription().startswith("Follow up")


def test_the_curtain_falls_and_rises_by_its_key(
    qtbot: QtBot, desk: DeskWindow, room: RoomWindow
) -> None:
    desk.pages.show_stage(Stage.RECAST)
    for covered in (True, False):
        press(qtbot, desk, Qt.Key.Key_F6)
        assert desk.show_of_room.state.curtain is covered
        assert desk.wall.curtain_button.isChecked() is covered
        assert (word(desk) == "curtain") is covered
        assert ("so that" in room.accessibleDescription()) is not covered


def test_each_page_asks_for_its_scene(desk: DeskWindow) -> None:
    shown = []
    for stage in Stage:
        desk.pages.show_stage(stage)
        shown.append(desk.show_of_room.state.scene)
    assert shown == [
        Scene.TITLE,
        Scene.PROMPT,
        Scene.SENTENCE,
        Scene.ORDER,
        Scene.RESPONSE,
        Scene.STANCES,
        Scene.REVIEW,
    ]


def test_a_slip_that_is_typed_in_is_not_on_the_wall(desk: DeskWindow, room: RoomWindow) -> None:
    desk.pages.show_stage(Stage.NAME)
    before = room.grab().toImage()
    name_fear(desk.meeting, "Nobody may read this on the wall")
    assert room.grab().toImage() == before
    assert "Nobody may" not in room.accessibleDescription()


def test_the_wall_follows_what_changes(desk: DeskWindow, room: RoomWindow) -> None:
    desk.pages.show_stage(Stage.PREPARE)
    before = room.accessibleDescription()
    desk.show_of_room.show(Scene.FEAR, next(iter(desk.meeting.workshop.fears)))
    assert room.accessibleDescription() != before
    assert desk.wall.picture.picture.accessibleDescription() == room.accessibleDescription()


def test_pages_are_turned_from_the_desk_and_from_the_wall(
    desk: DeskWindow, room: RoomWindow
) -> None:
    desk.show_of_room.show(Scene.PILES)
    assert room.pages() > 1
    desk.actions_by_key["wall.next"].trigger()
    assert desk.show_of_room.state.page == 1
    QTest.keyClick(room, Qt.Key.Key_PageUp)
    assert desk.show_of_room.state.page == 0
    desk.rail.setFocus()
    QTest.keyClick(desk.rail, Qt.Key.Key_PageDown)
    assert desk.show_of_room.state.page == 1


def test_the_wall_has_a_theme_of_its_own_that_is_kept(
    desk: DeskWindow, room: RoomWindow, program: Program
) -> None:
    light = room.grab().toImage().pixelColor(4, 4)
    desk.actions_by_key["wall.dark"].trigger()
    assert room.grab().toImage().pixelColor(4, 4).lightness() < 60 < light.lightness()
    assert program.settings.wall_theme == "dark"
    assert desk.actions_by_key["wall.dark"].isChecked()
    desk.actions_by_key["wall.light"].trigger()
    assert room.grab().toImage().pixelColor(4, 4) == light


def test_the_time_can_be_left_off_the_wall(desk: DeskWindow) -> None:
    assert desk.actions_by_key["wall.timer"].isChecked()
    desk.actions_by_key["wall.timer"].trigger()
    assert not desk.show_of_room.state.timer_on_wall
    assert not desk.actions_by_key["wall.timer"].isChecked()


def test_the_picture_goes_with_the_names_of_the_rail(desk: DeskWindow) -> None:
    desk.rail.show_narrow(narrow=True)
    assert not desk.wall.picture.isVisible()
    desk.rail.show_narrow(narrow=False)
    assert desk.wall.picture.isVisible()


def test_leaving_the_workshop_takes_the_wall_down(program: Program, room: RoomWindow) -> None:
    program.back_home()
    assert not room.isVisible()


def played(folder: Path, second: tuple[int, int, int, int], factors: str) -> dict[str, str]:
    """What is noticed on a laptop of 1366x768 with this second screen."""
    x, y, width, height = second
    screens = [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768},
        {"name": "PROJECTOR", "x": x, "y": y, "width": width, "height": height},
    ]
    usual = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": [{**usual, **each} for each in screens]}), "utf-8")
    done = subprocess.run(
        [sys.executable, str(CHILD), str(folder)],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "QT_SCREEN_SCALE_FACTORS": factors,
            "PYTHONPATH": str(ROOT),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return dict(line.split(": ", 1) for line in done.stdout.splitlines())


def test_two_screens_of_different_sharpness(tmp_path: Path) -> None:
    """The room fills the second one, and moves when the desk comes over."""
    assert played(tmp_path, (1366, 0, 1920, 1080), "1;2") == {
        "desk": "LAPTOP",
        "room": "PROJECTOR",
        "full": "True",
        "size": "960x540",
        "sharpness": "2.0",
        "pixels": "1920",
        "kept": "PROJECTOR",
        "note": "none",
        "covered": "True",
        "desk moved": "PROJECTOR",
        "room then": "LAPTOP",
    }


def test_screens_that_show_the_same(tmp_path: Path) -> None:
    """The room never covers the desk, is curtained, and the desk says who reads along."""
    seen = played(tmp_path, (0, 0, 1366, 768), "1;1")
    assert (seen["full"], seen["covered"], seen["kept"]) == ("False", "True", "")
    assert seen["note"].startswith("Mirrored screens: the room reads along.")


def test_on_one_screen_it_is_said_that_a_projector_may_read_along(
    qtbot: QtBot, desk: DeskWindow
) -> None:
    note = desk.findChild(QLabel, "who_sees")
    assert isinstance(note, QLabel)
    desk.pages.show_stage(Stage.RECAST)
    assert not note.isVisible()
    desk.pages.show_stage(Stage.NAME)
    assert note.text().startswith("One screen: where a projector mirrors it")
    desk.pages.show_stage(Stage.RECAST)
    press(qtbot, desk, Qt.Key.Key_F5)
    assert note.text() == "One screen: the wall is a window on it."
