"""The room as the desk opens it: which screen it fills, what it shows, when it hides."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from deskrisk.gui.room.window import RoomWindow, now
from deskrisk.gui.screens import Screen, Sharing, room_screen, screens_now, sharing
from deskrisk.gui.widgets.studio import studio
from deskrisk.services.meeting import Meeting
from deskrisk.services.show import Show
from deskrisk.viewmodels.scenes import ShowState
from deskrisk.viewmodels.show import ShowView, subjects_in_turn

TICK = 500
"""How often the time on the wall is looked at, in milliseconds."""

FREE_SIZE = QSize(960, 540)


class Room(QObject):
    """Keeps the room window where the room sees it and nowhere else.

    It fills the screen that the desk is not on. When that screen goes it hides at once, and comes
    back with it. On one screen, or on two that show the same, it is an ordinary window.

    Signals:
        shown(ShowView, int): what the room sees, and on which page, has changed.
        state_changed(): opened, closed, hidden, or the curtain has moved.
        screen_found(str): the name of the screen that it fills.
    """

    shown = Signal(object, int)
    state_changed = Signal()
    screen_found = Signal(str)
    _told = Signal()

    def __init__(
        self, desk: QMainWindow, meeting: Meeting, show: Show, *, theme_name: str, liked: str = ""
    ) -> None:
        super().__init__(desk)
        self.show = show
        self._desk, self._meeting = desk, meeting
        self._theme_name, self._liked = theme_name, liked
        self._wanted = False
        self._free = False
        self._typed_in: QWidget | None = None
        self._window: RoomWindow | None = None
        self._seen: tuple[object, ...] = ()
        self.view: ShowView = show.view(meeting.workshop, now())
        self._told.connect(self.refresh)
        self._stops: list[Callable[[], object]] = [show.listen(self._hear)]
        self._clock = QTimer(self)
        self._clock.setInterval(TICK)
        self._clock.timeout.connect(self.refresh)
        self._clock.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screen_added)
            app.screenRemoved.connect(self._screen_removed)
            app.primaryScreenChanged.connect(self._screens_changed)
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._screens_changed)

    @property
    def window(self) -> RoomWindow | None:
        """The room window, seen or hidden; None while it is closed."""
        return self._window

    @property
    def is_open(self) -> bool:
        """Has the facilitator opened it? It may be hidden until its screen is back."""
        return self._wanted

    @property
    def waits(self) -> bool:
        """Is it hidden because its screen is gone?"""
        return self._wanted and self._window is not None and not self._window.isVisible()

    @property
    def sharing(self) -> Sharing:
        """Who sees the desk's own screen, as far as the screens can tell."""
        there = screens_now()
        return sharing(there, self._here(there))

    def toggle(self) -> None:
        """Open the room window, or close it."""
        if self._wanted:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Open it where the room sees it; on one screen as an ordinary window."""
        self._wanted = True
        studio().warm_up()
        if self._window is None:
            self._window = RoomWindow(self._theme_name)
            self._window.left.connect(self.close)
            self._window.curtain_wanted.connect(self.show.toggle_curtain)
            self._window.turned.connect(self.turn_page)
            self._window.keyboard_taken.connect(self._give_back_keyboard)
        self.refresh()
        self._window.show_view(self.view, self.show.state.page)  # before anybody sees it
        self._free = self._target() is None
        self._place()
        self.state_changed.emit()

    def close(self) -> None:
        """Close it; nothing is on the wall any more."""
        self._wanted = False
        window, self._window = self._window, None
        if window is not None:
            window.hide()
            window.deleteLater()
        self.state_changed.emit()

    def end(self) -> None:
        """The workshop is left: close it, and listen no longer."""
        while self._stops:
            self._stops.pop()()
        self._clock.stop()
        self.close()

    def turn_page(self, by: int) -> None:
        """A page on or back within what is shown."""
        follow = subjects_in_turn(self._meeting.workshop, self.show.state.scene)
        self.show.turn_page(by, self.pages(), follow)

    def pages(self) -> int:
        """How many pages the scene has."""
        return self._window.pages() if self._window is not None else 1

    def show_theme(self, name: str) -> None:
        """Show the wall light or dark."""
        self._theme_name = name
        if self._window is not None:
            self._window.show_theme(name)

    @Slot()
    def refresh(self) -> None:
        """Show what the room sees now."""
        state = self.show.state
        left = self.show.clock(now())
        seen = (self._meeting.workshop, state, left)
        if len(self._seen) == len(seen) and all(map(_is_same, seen, self._seen)):
            return
        self._seen = seen
        self.view = self.show.view(self._meeting.workshop, now())
        if self._window is not None:
            self._window.show_view(self.view, state.page)
        self.shown.emit(self.view, state.page)

    def _hear(self, _state: ShowState) -> None:
        """On whatever thread the show was changed; on the window's own it is shown at once."""
        self._told.emit()

    def _target(self) -> Screen | None:
        there = screens_now()
        return room_screen(there, self._here(there), self._liked)

    def _here(self, there: tuple[Screen, ...]) -> Screen | None:
        name = self._desk.screen().name()
        return next((each for each in there if each.name == name), None)

    def _place(self) -> None:
        """Put the window where it belongs now, or hide it."""
        window = self._window
        if window is None:
            return
        target = self._target()
        if target is None:
            if self._free:
                if not window.isVisible() or window.isFullScreen():
                    window.stand_free(FREE_SIZE)
            else:
                window.hide()
            return
        self._free = False
        self._liked = target.name
        if window.isVisible() and window.geometry() == target.place and window.isFullScreen():
            return
        window.hide()  # it never slides from one screen to another
        screen = next(each for each in QGuiApplication.screens() if each.name() == target.name)
        window.setScreen(screen)
        window.fill_screen(target.place)
        self.screen_found.emit(target.name)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _before: QWidget | None, now_: QWidget | None) -> None:
        window = None if now_ is None else now_.window()
        if window is not None and window is not self._window:
            self._typed_in = window

    def _give_back_keyboard(self) -> None:
        """Let the facilitator, or whoever is in the booth, type on."""
        held = self._typed_in
        usable = held is not None and isValid(held) and held.isVisible()
        (held if usable and held is not None else self._desk).activateWindow()

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens_changed)
        self._screens_changed()

    def _screen_removed(self, screen: QScreen) -> None:
        # Qt moves what is left on a screen that goes to the first one, in front of the facilitator.
        if self._window is not None and self._window.screen() is screen and not self._free:
            self._window.hide()
        self._screens_changed()

    def _screens_changed(self) -> None:
        self._place()
        self.state_changed.emit()

    @Slot()
    def desk_moved(self) -> None:
        """The desk is on another screen now: the room is not to cover it."""
        if self._wanted:
            self._place()
            self.state_changed.emit()


def _is_same(one: object, other: object) -> bool:
    return one is other or (not hasattr(one, "brief") and one == other)
