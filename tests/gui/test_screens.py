import pytest
from PySide6.QtCore import QRect

from deskrisk.gui.screens import (
    SMALLEST,
    USUAL,
    Screen,
    Sharing,
    clamped,
    room_screen,
    sharing,
)

LAPTOP = QRect(0, 0, 1366, 768)
PROJECTOR = QRect(1366, 0, 1920, 1080)


@pytest.mark.parametrize(
    "wished",
    [
        QRect(100, 50, 1100, 650),
        QRect(1400, 20, 1500, 900),
        QRect(-5000, -5000, 1200, 700),
        QRect(9000, 9000, 1200, 700),
        QRect(0, 0, 5000, 5000),
        QRect(1300, 700, 1200, 700),
        QRect(10, 10, 5, 5),
        QRect(),
    ],
)
def test_a_window_is_wholly_on_a_screen(wished: QRect) -> None:
    found = clamped(wished, [LAPTOP, PROJECTOR])
    assert any(screen.contains(found) for screen in (LAPTOP, PROJECTOR))
    assert found.width() >= SMALLEST[0]
    assert found.height() >= SMALLEST[1]


def test_a_place_that_is_there_is_kept() -> None:
    wished = QRect(1500, 60, 1300, 800)
    assert clamped(wished, [LAPTOP, PROJECTOR]) == wished


def test_the_place_on_a_screen_that_is_gone_moves_to_the_main_one() -> None:
    found = clamped(QRect(1500, 60, 1300, 760), [LAPTOP])
    assert LAPTOP.contains(found)
    assert found.size() == QRect(1500, 60, 1300, 760).size()


def test_the_first_time_it_is_in_the_middle() -> None:
    found = clamped(QRect(), [PROJECTOR])
    assert (found.width(), found.height()) == USUAL
    assert abs((found.center() - PROJECTOR.center()).manhattanLength()) <= 2


DESK = Screen("LAPTOP", LAPTOP)
WALL = Screen("PROJECTOR", PROJECTOR)
OTHER = Screen("TELEVISION", QRect(0, 768, 1280, 720))


def test_the_room_looks_at_the_screen_that_the_desk_is_not_on() -> None:
    assert room_screen([DESK, WALL], DESK) == WALL
    assert room_screen([DESK, WALL], WALL) == DESK


def test_the_screen_used_last_is_liked() -> None:
    assert room_screen([DESK, WALL, OTHER], DESK, "TELEVISION") == OTHER
    assert room_screen([DESK, WALL, OTHER], DESK, "gone") == WALL


@pytest.mark.parametrize(
    "second",
    [Screen("PROJECTOR", LAPTOP), Screen("PROJECTOR", QRect(0, 0, 1024, 768))],
    ids=["mirrored", "mirrored in part"],
)
def test_a_screen_that_mirrors_the_desk_is_none_for_the_room(second: Screen) -> None:
    assert room_screen([DESK, second], DESK) is None


def test_one_screen_is_none_for_the_room() -> None:
    assert room_screen([DESK], DESK) is None
    assert room_screen([], None) is None


def test_who_sees_the_desk_is_said_as_far_as_the_screens_tell() -> None:
    laptop = Screen("laptop", QRect(0, 0, 1280, 720))
    beside = Screen("projector", QRect(1280, 0, 1920, 1080))
    same = Screen("projector", QRect(0, 0, 1280, 720))
    assert sharing((laptop, beside), laptop) is Sharing.APART
    assert sharing((laptop, same), laptop) is Sharing.MIRRORED
    assert sharing((laptop,), laptop) is Sharing.ALONE
    assert sharing((laptop, same, beside), laptop) is Sharing.APART
