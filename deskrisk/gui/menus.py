"""The menus and their keys, declared once: for both windows and for the sheet of shortcuts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.widgets.text import escaped_mnemonic
from deskrisk.i18n import N_, _
from deskrisk.services.printing import PAPERS
from deskrisk.viewmodels.words import said

_Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu.

    ``key`` is what is asked for when it is chosen; ``keys`` a standard sequence, one such as
    ``"F1"``, or several of them; ``role`` where the platform wants it. ``checkable`` ones of one
    ``group`` exclude each other.
    """

    key: str
    words: str
    keys: _Standard | str | tuple[str, ...] | None = None
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    checkable: bool = False
    group: str = ""


SEPARATOR = Entry("", "")
RECENT = Entry("file.recent", N_("Open recent"))
LIBRARIES = Entry("file.libraries", N_("Recent libraries"))
SUBMENUS = (RECENT, LIBRARIES)
"""They stand for the submenus of recent files and libraries."""

_FILE = (
    Entry("file.new", N_("Start a workshop"), _Standard.New),
    Entry("file.begin", N_("Start from a template or a past workshop …"), "Ctrl+Shift+N"),
    Entry("file.open", N_("Open file …"), _Standard.Open),
    Entry("file.register", N_("Import a risk register …")),
    RECENT,
    Entry("file.sample", N_("Look at the sample")),
    SEPARATOR,
    Entry("file.export", N_("Export …"), "Ctrl+E"),
    Entry("file.export_again", N_("Export as the last time"), "Ctrl+Shift+E"),
    Entry("file.review", N_("Review workshop"), "Ctrl+Shift+V"),
    Entry("file.copy", N_("Duplicate workshop")),
    Entry("file.template", N_("Keep as a template")),
    Entry("file.export_all", N_("Export all workshops as files …")),
    Entry("file.archive", N_("Archive workshop")),
    Entry("file.remove", N_("Put into the trash")),
    SEPARATOR,
    Entry("file.learned", N_("Over all workshops …"), "Ctrl+Shift+L"),
    Entry("file.library", N_("Use another library …")),
    LIBRARIES,
    Entry("file.backups", N_("Copies of the library …")),
    Entry("file.close", N_("Close workshop"), _Standard.Close),
    Entry("file.quit", N_("Quit"), "Ctrl+Q", QAction.MenuRole.QuitRole),
)
_EDIT = (
    Entry("edit.undo", N_("Undo"), _Standard.Undo),
    Entry("edit.redo", N_("Redo"), _Standard.Redo),
    SEPARATOR,
    Entry("edit.cut", N_("Cut"), _Standard.Cut),
    Entry("edit.copy", N_("Copy"), _Standard.Copy),
    Entry("edit.paste", N_("Paste"), _Standard.Paste),
    Entry("edit.select_all", N_("Select all"), _Standard.SelectAll),
    SEPARATOR,
    Entry("home.find", N_("Search all workshops"), _Standard.Find),
)
_VIEW = (
    Entry("view.theme.system", N_("As the system has it"), checkable=True, group="theme"),
    Entry("view.theme.light", N_("Light"), checkable=True, group="theme"),
    Entry("view.theme.dark", N_("Dark"), checkable=True, group="theme"),
    SEPARATOR,
    Entry("view.guide", N_("Fold or show the guide"), "F1"),
    Entry("guide.next", N_("What is read out next"), "F3"),
    Entry("guide.before", N_("What was read out before"), "Shift+F3"),
    SEPARATOR,
    Entry("time.toggle", N_("Start or pause the time"), "F7"),
    Entry("time.more", N_("Take three minutes from the next step"), "F8"),
    SEPARATOR,
    Entry("wall.room", N_("Open or close the room window"), "F5"),
    Entry("wall.curtain", N_("Lower or raise the curtain"), "F6"),
    Entry("wall.next", N_("Next page on the wall"), "F9"),
    Entry("wall.before", N_("Page before on the wall"), "Shift+F9"),
    Entry("wall.spread", N_("On the wall: where we are far apart")),
    Entry("wall.hedging", N_("On the wall: who hedges against what")),
    Entry("wall.gaps", N_("On the wall: who reads a risk differently")),
    Entry("wall.map", N_("On the wall: chance and loss")),
    Entry("wall.portfolio", N_("On the wall: all promises together")),
    Entry("wall.timeline", N_("On the wall: the promises on their days")),
    Entry("wall.calibration", N_("On the wall: what we said and what happened")),
    Entry("wall.timer", N_("Show the time on the wall"), checkable=True),
    Entry("wall.light", N_("The wall light"), checkable=True, group="wall"),
    Entry("wall.dark", N_("The wall dark"), checkable=True, group="wall"),
    SEPARATOR,
    Entry("view.full_screen", N_("Full screen"), _Standard.FullScreen),
)
_HELP = (
    Entry("help.palette", N_("Find an action …"), ("Ctrl+K", "Ctrl+Shift+P")),
    Entry("help.keys", N_("Keyboard shortcuts"), ("?", "Shift+?", "Ctrl+/")),
    Entry("help.packs", N_("Show the folder of your own packs")),
    Entry("help.log", N_("Show the log folder")),
    Entry("help.about", N_("About DeskRisk"), role=QAction.MenuRole.AboutRole),
)
_PAGE_KEYS = (
    (N_("Next page of the rail"), "Alt+PgDown"),
    (N_("Page before in the rail"), "Alt+PgUp"),
)
OTHER_KEYS = (
    (N_("The main button of the page"), "Ctrl+Return"),
    (N_("Next field, open a row"), "Return"),
    (N_("A new line in a text"), "Shift+Return"),
    (N_("A day or a number up or down"), "Up"),
)
"""Keys that are the same on every page and stand in no menu."""

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (N_("File"), _FILE),
    (N_("Edit"), _EDIT),
    (N_("View"), _VIEW),
    (
        N_("Workshop"),
        (
            *(
                Entry(f"stage.{stage.value}", f"stage.{stage.value}", f"Ctrl+Shift+{place}")
                for place, stage in enumerate(Stage, start=1)
            ),
            SEPARATOR,
            Entry("stage.next", _PAGE_KEYS[0][0], _PAGE_KEYS[0][1]),
            Entry("stage.before", _PAGE_KEYS[1][0], _PAGE_KEYS[1][1]),
            SEPARATOR,
            Entry("people.take", N_("Take people from a past workshop …")),
            Entry("slips.pass", N_("Pass the laptop round")),
            Entry("slips.import", N_("Import fears …")),
            Entry("workshop.forget", N_("Erase what was deleted and changed …")),
            SEPARATOR,
            Entry("late.fear", N_("Add a late fear"), "Ctrl+Shift+F"),
            Entry("late.risk", N_("Add a late risk"), "Ctrl+Shift+R"),
            SEPARATOR,
            Entry("gaps.show", N_("What is missing for an agreement …"), "Ctrl+Shift+M"),
        ),
    ),
    (N_("Print"), tuple(Entry(f"print.{paper.key}", paper.label) for paper in PAPERS)),
    (N_("Help"), _HELP),
)
"""All menus, in the order of the bar."""

DESK_ONLY = (
    "edit.undo",
    "edit.redo",
    "file.close",
    "view.guide",
    "stage.",
    "guide.",
    "time.",
    "late.",
    "gaps.",
    "people.",
    "print.",
    "slips.",
    "workshop.",
    "wall.",
)
"""What needs a workshop on the desk; the beginning of keys."""

HOME_ONLY = (
    "file.archive",
    "file.review",
    "file.remove",
    "file.export_all",
    "file.libraries",
    "home.",
)
"""What is about the list of the home window."""


def entry_words(entry: Entry) -> str:
    """What a line of a menu says."""
    kind, _dot, name = entry.key.partition(".")
    if kind == "stage" and name in {stage.value for stage in Stage}:
        return said(Stage(name))
    return _(entry.words)


def native_keys(entry: Entry) -> str:
    """The key of a line as this platform writes it; empty for none."""
    if entry.keys is None:
        return ""
    first = entry.keys[0] if isinstance(entry.keys, tuple) else entry.keys
    return written_keys(first)


def written_keys(keys: _Standard | str) -> str:
    """A sequence as this platform writes it."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return native.replace("Return", "Enter")  # as buttons and people call it


def make_menus(
    window: QMainWindow, without: Sequence[str], chosen: Callable[[str], object]
) -> Mapping[str, QAction]:
    """Give a window its menu bar.

    Args:
        window: the window.
        without: the beginnings of keys that make no sense there.
        chosen: takes the key of the line that was chosen.

    Returns:
        the actions by key; the submenus of recent files and libraries as actions too.
    """
    made: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for name, entries in MENUS:
        kept = [each for each in entries if not each.key or not each.key.startswith(tuple(without))]
        if not any(each.key for each in kept):
            continue
        menu = window.menuBar().addMenu(_(name))
        for entry in _without_double_lines(kept):
            if not entry.key:
                menu.addSeparator()
            elif entry in SUBMENUS:
                made[entry.key] = menu.addMenu(_(entry.words)).menuAction()
            else:
                made[entry.key] = _action(window, menu, entry, chosen, groups)
    return made


def mark_theme(actions: Mapping[str, QAction], choice: str) -> None:
    """Mark the theme that was chosen: ``"system"``, ``"light"`` or ``"dark"``."""
    actions[f"view.theme.{choice}"].setChecked(True)


def show_recent(action: QAction, files: Sequence[str], chosen: Callable[[str], object]) -> None:
    """Fill the submenu of recent files.

    Args:
        action: of the submenu.
        files: paths, newest first.
        chosen: takes the path that was chosen.
    """
    show_lines(action, [(file, file) for file in files], chosen)


def show_lines(
    action: QAction, lines: Sequence[tuple[str, str]], chosen: Callable[[str], object]
) -> None:
    """Fill a submenu.

    Args:
        action: of the submenu.
        lines: for each line its key and its words.
        chosen: takes the key that was chosen.
    """
    menu = action.menu()
    if not isinstance(menu, QMenu):
        return
    menu.clear()
    action.setEnabled(bool(lines))
    for key, words in lines:
        line = menu.addAction(escaped_mnemonic(words))
        line.triggered.connect(lambda _checked=False, key=key: chosen(key))


def _action(
    window: QMainWindow,
    menu: QMenu,
    entry: Entry,
    chosen: Callable[[str], object],
    groups: dict[str, QActionGroup],
) -> QAction:
    action = menu.addAction(escaped_mnemonic(entry_words(entry)))
    action.setObjectName(entry.key)
    action.setMenuRole(entry.role)
    action.setCheckable(entry.checkable)
    if isinstance(entry.keys, _Standard):
        action.setShortcuts(entry.keys)  # every key that the platform has for it
    elif isinstance(entry.keys, tuple):
        action.setShortcuts([QKeySequence(each) for each in entry.keys])
    elif entry.keys is not None:
        action.setShortcut(QKeySequence(entry.keys))
    if entry.group:
        groups.setdefault(entry.group, QActionGroup(window)).addAction(action)
    action.triggered.connect(lambda _checked=False: chosen(entry.key))
    return action


def _without_double_lines(entries: Iterable[Entry]) -> list[Entry]:
    found: list[Entry] = []
    for each in entries:
        if each.key or (found and found[-1].key):
            found.append(each)
    while found and not found[-1].key:
        found.pop()
    return found
