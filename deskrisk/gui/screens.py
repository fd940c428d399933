"""Screens as values, and where windows may be: remembered places, on a screen that is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

SMALLEST = (1000, 620)
USUAL = (1280, 800)


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen: its name as the system says it, and its place in pixels."""

    name: str
    place: QRect


class Sharing(Enum):
    """What the room sees of the screens: another one, the desk's own as well, or nobody knows."""

    APART = "apart"
    MIRRORED = "mirrored"
    ALONE = "alone"


def screens_now() -> tuple[Screen, ...]:
    """The screens that are there."""
    return tuple(Screen(each.name(), each.geometry()) for each in QGuiApplication.screens())


def room_screen(screens: Sequence[Screen], desk: Screen | None, liked: str = "") -> Screen | None:
    """The screen that people in the room look at.

    Args:
        screens: those that are there.
        desk: the facilitator's, where the desk is.
        liked: the name of the one used last.

    Returns:
        a screen that shows nothing of the desk's, the liked one first; None if there is none, as
        when there is one screen or the second one mirrors it.
    """
    if desk is None:
        return None
    others = [
        each for each in screens if each.name != desk.name and not each.place.intersects(desk.place)
    ]
    return min(others, key=lambda each: each.name != liked, default=None)


def sharing(screens: Sequence[Screen], desk: Screen | None) -> Sharing:
    """Who sees the desk.

    With one screen nobody can tell: what a projector mirrors by hardware looks like one screen.
    """
    if room_screen(screens, desk) is not None:
        return Sharing.APART
    return Sharing.MIRRORED if len(screens) > 1 else Sharing.ALONE


def clamped(wished: QRect, screens: Sequence[QRect]) -> QRect:
    """The place nearest to the wished one that is wholly on a screen.

    Args:
        wished: the remembered place; an empty one gives the usual size in the middle.
        screens: the free areas of the screens, the main one first.
    """
    if not screens:
        return wished
    if wished.isEmpty():
        size = QRect(0, 0, *USUAL)
        size.moveCenter(screens[0].center())
        return clamped(size, screens)
    home = max(screens, key=lambda each: _shared(each, wished))
    if _shared(home, wished) == 0:
        home = screens[0]
    width = min(max(wished.width(), SMALLEST[0]), home.width())
    height = min(max(wished.height(), SMALLEST[1]), home.height())
    left = min(max(wished.left(), home.left()), home.left() + home.width() - width)
    top = min(max(wished.top(), home.top()), home.top() + home.height() - height)
    return QRect(left, top, width, height)


def place_window(window: QWidget, geometry: Sequence[int], *, maximised: bool) -> None:
    """Put a window where it was, on a screen that is there."""
    screens = [each.availableGeometry() for each in QGuiApplication.screens()]
    main = QGuiApplication.primaryScreen()
    if main is not None:
        screens.sort(key=lambda each: each != main.availableGeometry())
    window.setGeometry(clamped(QRect(*geometry) if geometry else QRect(), screens))
    if maximised:
        window.showMaximized()


def _shared(screen: QRect, wished: QRect) -> int:
    both = screen.intersected(wished)
    return both.width() * both.height() if both.isValid() else 0
