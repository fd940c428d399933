"""The wall as the desk holds it: the two buttons, the small picture, the keys, the room window."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from deskrisk.gui.room.picture import WallPicture
from deskrisk.gui.room.room import Room
from deskrisk.gui.screens import Sharing
from deskrisk.gui.widgets.buttons import FilledButton, QuietButton
from deskrisk.i18n import _
from deskrisk.services.meeting import Meeting
from deskrisk.services.show import Show
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.show import ShowView

PAGE_KEYS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
CHART_SCENES = (
    Scene.SPREAD,
    Scene.HEDGING,
    Scene.GAPS,
    Scene.MAP,
    Scene.PORTFOLIO,
    Scene.TIMELINE,
    Scene.CALIBRATION,
)
"""What the facilitator can put on the wall at any time; a curtain that is down stays down."""

_USUAL_SHAPE = QSize(16, 9)


class Wall(QObject):
    """Opens the room window, lowers the curtain, and shows on the desk what the room sees.

    Signals:
        kept(str, str): the wall's theme and the name of its screen, for the next time.
    """

    kept = Signal(str, str)

    def __init__(
        self, desk: QMainWindow, meeting: Meeting, show: Show, theme_name: str, liked: str
    ) -> None:
        super().__init__(desk)
        self.show = show
        self._theme_name, self._liked = theme_name, liked
        self._actions: Mapping[str, QAction] = {}
        self.room = Room(desk, meeting, show, theme_name=theme_name, liked=liked)
        self.picture = WallPicture(theme_name)
        self.room_button = QuietButton(_("Room"), "F5", name="room_button")
        self.curtain_button = FilledButton(_("Curtain"), "F6", name="curtain_button")
        self.curtain_button.setCheckable(True)
        self.room_button.clicked.connect(self.room.toggle)
        self.curtain_button.clicked.connect(show.toggle_curtain)
        self.room.shown.connect(self._shown)
        self.room.state_changed.connect(self._show_state)
        self.room.screen_found.connect(self._screen_found)
        self.acts: Mapping[str, Callable[[], object]] = {
            "wall.room": self.room.toggle,
            "wall.curtain": show.toggle_curtain,
            "wall.next": lambda: self.room.turn_page(1),
            "wall.before": lambda: self.room.turn_page(-1),
            "wall.timer": lambda: show.show_timer(shown=not show.state.timer_on_wall),
            "wall.light": lambda: self._choose_theme("light"),
            "wall.dark": lambda: self._choose_theme("dark"),
            **{f"wall.{scene.value}": partial(show.show, scene) for scene in CHART_SCENES},
        }
        self._shown(self.room.view, 0)

    @property
    def buttons(self) -> tuple[QWidget, ...]:
        """What stands in the header."""
        return (self.room_button, self.curtain_button)

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """The lines of the menu, whose marks follow the wall."""
        self._actions = actions
        self._show_state()

    def take_key(self, event: QKeyEvent) -> bool:
        """A key that nothing on the desk wanted: Page Down and Up turn the wall's pages.

        Returns:
            whether it was one of them.
        """
        by = PAGE_KEYS.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self.room.turn_page(by)
        return True

    def _shown(self, view: ShowView, page: int) -> None:
        self.picture.show_view(view, page)
        self._show_state()

    def _show_state(self) -> None:
        window, view = self.room.window, self.room.view
        word = view.word
        if not self.room.is_open:
            word = _("not open")
        elif self.room.waits:
            word = _("no screen")
        self.picture.word.setText(word)
        self.picture.show_note(*who_sees(self.room.sharing, opened=self.room.is_open, view=view))
        self.picture.show_shape(window.size() if window is not None else _USUAL_SHAPE)
        self.room_button.set_sign("dot:accent" if self.room.is_open else "")
        opened, closed = _("Room, open"), _("Room, closed")
        self.room_button.setAccessibleName(opened if self.room.is_open else closed)
        self.curtain_button.setChecked(view.curtain)
        down, up = _("Curtain, down"), _("Curtain, up")
        self.curtain_button.setAccessibleName(down if view.curtain else up)
        for key, on in (
            ("wall.timer", self.show.state.timer_on_wall),
            ("wall.light", self._theme_name == "light"),
            ("wall.dark", self._theme_name == "dark"),
        ):
            if key in self._actions:
                self._actions[key].setChecked(on)

    def _choose_theme(self, name: str) -> None:
        self._theme_name = name
        self.room.show_theme(name)
        self.picture.show_theme(name)
        self._show_state()
        self.kept.emit(self._theme_name, self._liked)

    def _screen_found(self, name: str) -> None:
        if name != self._liked:
            self._liked = name
            self.kept.emit(self._theme_name, self._liked)


def who_sees(sharing: Sharing, *, opened: bool, view: ShowView) -> tuple[str, str]:
    """Who else sees the desk, in words, and their tone (method A.0: say it honestly).

    Args:
        sharing: what the screens tell.
        opened: whether the room window is open.
        view: what is on the wall; behind its curtain the desk holds what is private.
    """
    if sharing is Sharing.MIRRORED and view.curtain:
        return _("Mirrored screens: the room reads along. Darken the projector, or extend."), "care"
    if sharing is Sharing.MIRRORED:
        return _("Mirrored screens: the room sees this desk, not only the wall."), ""
    if sharing is Sharing.ALONE and view.curtain:
        return _("One screen: where a projector mirrors it, the room reads along."), ""
    if sharing is Sharing.ALONE and opened:
        return _("One screen: the wall is a window on it."), ""
    return "", ""
