"""The running program: one library, the home window, and the desk of the open workshop."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from deskrisk import settings as kept
from deskrisk.domain.errors import DeskError
from deskrisk.domain.listing import Wish
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.register_files import REGISTER_SUFFIXES
from deskrisk.gui import memory
from deskrisk.gui.dropping import FileDrops
from deskrisk.gui.home.feed import HomeFeed
from deskrisk.gui.home.rows import Look
from deskrisk.gui.home.window import HomeWindow
from deskrisk.gui.menus import (
    DESK_ONLY,
    LIBRARIES,
    make_menus,
    mark_theme,
    show_lines,
    show_recent,
)
from deskrisk.gui.screens import place_window
from deskrisk.gui.tasks import Task, finished
from deskrisk.gui.theme import ThemeChoice, apply_theme, wished_theme
from deskrisk.i18n import _
from deskrisk.services.library import Library
from deskrisk.viewmodels.home import DueRow
from deskrisk.viewmodels.libraries import library_choices
from deskrisk.viewmodels.search import HitRow

if TYPE_CHECKING:  # none of it is needed for the first window, and all of it takes long to load
    from deskrisk.domain.model.workshop import Workshop
    from deskrisk.gui.desk.window import DeskWindow
    from deskrisk.gui.filing import Filing
    from deskrisk.gui.home.places import Place
    from deskrisk.gui.keeping import Keeping
    from deskrisk.gui.program_menu import MenuAnswers
    from deskrisk.services.meeting import Meeting
    from deskrisk.viewmodels.exporting import ExportChoice

T = TypeVar("T")

KEEPING_MS = 2_000
"""How long after the start the copies of the library are looked after."""

FLUSH_SECONDS = 3.0
"""How long closing waits for the disk before it asks what to do."""


class Program(QObject):
    """Opens and closes windows and does what their menus ask for.

    Signals:
        painted(): the home window with its list has been shown.
        library_changed(Path): another library is open.
    """

    painted = Signal()
    library_changed = Signal(object)

    def __init__(self, app: QApplication, library: Library, settings: kept.Settings) -> None:
        super().__init__(app)
        self._app = app
        self.library = library
        self.settings = settings
        self.desk: DeskWindow | None = None
        self._left = False
        self.home = HomeWindow(datetime.now(UTC).astimezone().date())
        self.home_actions = make_menus(self.home, DESK_ONLY, self._answer)
        mark_theme(self.home_actions, settings.theme)
        self.feed = HomeFeed(self.home, lambda: self.library)
        QTimer.singleShot(KEEPING_MS, self, lambda: self.keeping)
        self.home.show_look(Look(settings.home_look))
        self._connect_home()
        app.styleHints().colorSchemeChanged.connect(self._system_theme_changed)

    @cached_property
    def _menu(self) -> "MenuAnswers":
        from deskrisk.gui.program_menu import MenuAnswers  # noqa: PLC0415  later than the first window

        return MenuAnswers(self)

    @cached_property
    def filing(self) -> "Filing":
        """What brings workshops in and takes them out."""
        from deskrisk.gui.filing import Filing  # noqa: PLC0415  later than the first window

        return Filing(self, new_workshop_id)

    @cached_property
    def keeping(self) -> "Keeping":
        """What looks after the copies of the library."""
        from deskrisk.gui.keeping import Keeping  # noqa: PLC0415  later than the first window

        return Keeping(self)

    def start(self) -> None:
        """Show the home window."""
        place_window(self.home, self.settings.geometry, maximised=self.settings.maximised)
        self.show_home()

    def show_home(self) -> None:
        """Show the library as it is now."""
        self.attempt(self.feed.refresh)
        show_recent(self.home_actions["file.recent"], self.settings.recent_files, self.open_recent)
        choices = library_choices(
            self.settings.recent_libraries, self.library.path, kept.usual_library()
        )
        lines = [(each.path, each.words) for each in choices]
        show_lines(
            self.home_actions[LIBRARIES.key], lines, lambda path: self.use_library(Path(path))
        )
        self.home.show()
        self.home.activateWindow()
        self.painted.emit()

    def window(self) -> QMainWindow:
        """The window that is seen."""
        return self.desk or self.home

    def open_workshop(
        self, id_: WorkshopId, place: "Callable[[Workshop], Place | None] | None" = None
    ) -> None:
        """Open a workshop of the library on the desk.

        Args:
            id_: which.
            place: where on the desk; where the workshop stands if it gives None.
        """
        meeting = self.attempt(lambda: finished(lambda: self.library.open_meeting(id_)))
        if meeting is None or self._left:
            return
        self._show_desk(meeting)
        where = None if place is None else place(meeting.workshop)
        if where is not None and self.desk is not None:
            self.desk.pages.lead_to(*where)

    def open_due(self, row: DueRow) -> None:
        """Open a workshop where something is due."""
        from deskrisk.gui.home.places import due_place  # noqa: PLC0415  later than the first window

        self.open_workshop(row.workshop, lambda w: due_place(w, row.kind, row.subject))

    def open_hit(self, row: HitRow) -> None:
        """Open a workshop where something was found."""
        from deskrisk.gui.home.places import place_of  # noqa: PLC0415  later than the first window

        self.open_workshop(row.workshop, lambda w: place_of(w, row.part, row.id))

    def start_workshop(self, prepare: "Callable[[Meeting], object] | None" = None) -> None:
        """Start a workshop; its title is the first thing to type.

        Args:
            prepare: what it begins with; None for nothing.
        """
        from deskrisk.viewmodels.prepare import UNTITLED  # noqa: PLC0415  later than the first window

        meeting = self.attempt(lambda: self.library.create(_(UNTITLED)))
        if meeting is None:
            return
        if prepare is not None:
            self.attempt(lambda: prepare(meeting))
        self._show_desk(meeting)

    def open_sample(self) -> None:
        """Open the sample; it is put into the library once."""
        id_ = self.filing.take_sample()
        if id_ is not None:
            self.open_workshop(id_)

    def open_file(self, path: Path) -> None:
        """Take a workshop file into the library and open it; a risk register is looked at first."""
        if path.suffix.lower() in REGISTER_SUFFIXES:
            from deskrisk.gui.registers import bring_in_register  # noqa: PLC0415  seldom wanted

            bring_in_register(self, path)
            return
        id_ = self.filing.take_file(path)
        if id_ is not None and not self._left:
            self.open_workshop(id_)

    def open_recent(self, path: str) -> None:
        """Open one of the recent files again."""
        self.open_file(Path(path))

    def export(
        self, workshop: "Workshop", path: Path, choice: "ExportChoice | None" = None
    ) -> Task:
        """Write a workshop to a file, off the window's thread.

        Args:
            workshop: what is written.
            path: where; whoever calls has asked whether a file there may be replaced.
            choice: which version, and with what; None for what the format usually holds.
        """
        self.keep(replace(self.settings, export_folder=str(path.parent)))
        now = datetime.now(UTC).astimezone()

        def write(_ticket: object) -> Path:
            from deskrisk.services.chosen_exports import export_chosen  # noqa: PLC0415  later than the first window
            from deskrisk.services.exports import export_workshop  # noqa: PLC0415  later than the first window

            if choice is None:
                export_workshop(workshop, path, now=now)
            else:
                export_chosen(workshop, choice, path, now=now)
            return path

        task = Task(self, write)
        task.done.connect(self._exported)
        task.refused.connect(self.refused)
        self._app.setOverrideCursor(Qt.CursorShape.BusyCursor)
        task.destroyed.connect(QApplication.restoreOverrideCursor)
        return task.start()

    def back_home(self) -> None:
        """Close the desk and show the library."""
        desk = self.desk
        if desk is None:
            return
        desk.hand_over()
        self._remember_place(desk)
        place_window(self.home, self.settings.geometry, maximised=self.settings.maximised)
        self.desk = None
        self.show_home()
        desk.end()
        memory.let_go()
        self.keeping.after_workshop(desk.meeting.workshop)

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Show the light or the dark theme from now on, or follow the system."""
        self.keep(replace(self.settings, theme=choice.value))
        apply_theme(self._app, wished_theme(self._app, choice))
        mark_theme(self.home_actions, choice.value)
        if self.desk is not None:
            mark_theme(self.desk.actions_by_key, choice.value)

    def keep(self, settings: kept.Settings) -> None:
        """Keep other settings."""
        self.settings = settings
        kept.save_settings(settings)

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something; say in a dialog what was refused."""
        try:
            return action()
        except DeskError as problem:
            self.refused(problem)
            return None

    def use_library(self, path: Path) -> None:
        """Use another library from now on; this one is stored and closed first."""
        if path.resolve() == self.library.path:
            return
        other = self.attempt(lambda: finished(lambda: Library.open(path)))
        if other is None or self._left:
            return
        if self.desk is not None:
            self.back_home()
        self.feed.stop()
        self.filing.stop()
        self.keeping.stop()
        self.library.close()
        self.keep(self.settings.with_library(self.library.path).with_library(other.path))
        self.library = other
        other.warm_up()
        self.library_changed.emit(other.path)
        self.home.leave_search()
        self.feed.show_wish(Wish())
        self.show_home()

    def reopen_library(self) -> None:
        """Open the library again if it was closed for something that was refused."""
        if self.library.closed:
            path = self.library.path
            opened = self.attempt(lambda: Library.open(path))
            if opened is not None:
                self.library = opened
                self.show_home()

    def leave(self, *, asking: bool = False) -> None:
        """Hand over what is typed, wait for the disk, and let go of the library.

        Args:
            asking: whether somebody is there to be asked when the disk does not take it. When the
                computer ends the program nobody is, and a question would never be answered.
        """
        if self._left:
            return
        self._left = True
        memory.let_go()
        window = self.window()
        if self.desk is not None:
            self.desk.hand_over()
        self._remember_place(window)
        while not self.library.flush(FLUSH_SECONDS) and asking and self._waits_for_disk(window):
            continue
        if self.desk is not None:
            self.desk.end()
            self.desk = None
        self.home.hide()
        self.feed.stop()
        if "filing" in self.__dict__:
            self.filing.stop()
        if "keeping" in self.__dict__:  # nothing was done that a copy should hold
            self.keeping.stop(leaving=True)
        self.home.deleteLater()
        self.library.close()

    def _waits_for_disk(self, window: QMainWindow) -> bool:
        from deskrisk.gui.dialogs.ask import ask  # noqa: PLC0415  later than the first window

        answer = ask(
            window,
            _("Not everything is saved yet"),
            _("The disk does not take it. Save a copy elsewhere first, or wait a little longer."),
            (("wait", _("Wait")), ("leave", _("Close without saving")), ("copy", _("Save a copy"))),
        )
        if answer == "copy":
            self._menu.save_copy()
        return answer != "leave"

    def _connect_home(self) -> None:
        self.home.opened.connect(self.open_workshop)
        self.home.due_opened.connect(self.open_due)
        self.home.hit_opened.connect(self.open_hit)
        self.home.look_chosen.connect(self._look_chosen)
        self.home.removed.connect(partial(self._file_away, "throw_away"))
        self.home.put_back.connect(partial(self._file_away, "put_back"))
        self.home.erased.connect(partial(self._file_away, "erase"))
        self.home.begun.connect(self.start_workshop)
        self.home.sample_wanted.connect(self.open_sample)
        self.home.file_wanted.connect(partial(self._answer, "file.open"))
        self.home.place_wanted.connect(partial(self._answer, "file.where"))
        FileDrops(self.home).dropped.connect(self.open_file)
        self.home.closing.connect(self._window_closed)

    def _show_desk(self, meeting: "Meeting") -> None:
        from deskrisk.gui.desk.window import DeskWindow  # noqa: PLC0415  later than the first window

        before = self.window()
        self._remember_place(before)
        folded = self.settings.guide_folded
        desk = DeskWindow(
            meeting,
            self.library,
            guide_folded=folded,
            wall_theme=self.settings.wall_theme,
            room_screen=self.settings.room_screen,
        )
        desk.wall.kept.connect(self._wall_kept)
        desk.chosen.connect(self._menu.answer)
        desk.left.connect(self.back_home)
        desk.export_wanted.connect(self._export_wanted)
        desk.copy_wanted.connect(self._menu.save_copy)
        desk.guide_folded.connect(self._guide_folded)
        desk.closing.connect(self._window_closed)
        FileDrops(desk).dropped.connect(self.open_file)
        mark_theme(desk.actions_by_key, self.settings.theme)
        show_recent(desk.recent_menu(), self.settings.recent_files, self.open_recent)
        old, self.desk = self.desk, desk
        place_window(desk, self.settings.geometry, maximised=self.settings.maximised)
        desk.show()
        desk.activateWindow()
        self.home.hide()
        if old is not None:
            old.hand_over()
            old.end()
        desk.open_reached()
        memory.hold_still()

    def _answer(self, key: str) -> None:
        self._menu.answer(key)

    def _file_away(self, act: str, id_: WorkshopId) -> None:
        getattr(self.filing, act)(id_)

    def _export_wanted(self) -> None:
        self._menu.export()

    def _exported(self, path: Path) -> None:
        from deskrisk.gui.dialogs.ask import ask  # noqa: PLC0415  later than the first window
        from deskrisk.gui.exporting import show_file  # noqa: PLC0415  later than the first window

        answer = ask(
            self.window(),
            _("It is written"),
            str(path),
            (
                ("done", _("Done")),
                ("folder", _("Show in folder")),
                ("open", _("Open it")),
            ),
        )
        if answer != "done":
            show_file(path if answer == "open" else path.parent)

    def refused(self, problem: object) -> None:
        """Say in a dialog what did not work."""
        from deskrisk.gui.dialogs.ask import tell  # noqa: PLC0415  later than the first window
        from deskrisk.viewmodels.problems import sentence  # noqa: PLC0415  later than the first window

        text = sentence(problem) if isinstance(problem, DeskError) else ""
        tell(self.window(), _("That did not work"), text, _("Close"))

    def _look_chosen(self, look: Look) -> None:
        self.home.show_look(look)
        self.keep(replace(self.settings, home_look=look.value))

    def _guide_folded(self, folded: bool) -> None:  # noqa: FBT001  a slot
        self.keep(replace(self.settings, guide_folded=folded))

    def _wall_kept(self, theme_name: str, screen: str) -> None:
        self.keep(replace(self.settings, wall_theme=theme_name, room_screen=screen))

    def _remember_place(self, window: QMainWindow) -> None:
        maximised = window.isMaximized()
        place = window.normalGeometry() if maximised else window.geometry()
        if window.isVisible() and not window.isFullScreen():
            rect = (place.x(), place.y(), place.width(), place.height())
            self.keep(replace(self.settings, geometry=rect, maximised=maximised))

    def _system_theme_changed(self) -> None:
        if self.settings.theme == ThemeChoice.SYSTEM.value:
            apply_theme(self._app, wished_theme(self._app, ThemeChoice.SYSTEM))

    def _window_closed(self) -> None:
        self.leave(asking=True)
        with suppress(RuntimeError):
            self._app.quit()


def new_workshop_id() -> WorkshopId:
    """An id for a workshop that is kept beside its original."""
    return WorkshopId(secrets.token_hex(16))
