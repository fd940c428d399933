"""What the facilitator has chosen for this computer: where the library is, the theme, the window.

One JSON file in the user's configuration folder. A damaged file, or a value that makes no sense, is
replaced by the default: settings never keep the program from starting.
"""

import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path, user_log_path

from deskrisk.i18n import N_

APP = "deskrisk"
MOST_RECENT = 8
THEMES = ("system", "light", "dark")
WALL_THEMES = ("light", "dark")
HOME_LOOKS = ("columns", "cards")


def _setting(default: Any, help_text: str) -> Any:
    return field(default=default, metadata={"help": help_text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings; the help of each stands in its declaration.

    ``geometry`` is x, y, width and height of the window in pixels, empty before the first time.
    """

    library: str = _setting("", N_("The file that keeps your workshops; empty for the usual place"))
    recent_libraries: tuple[str, ...] = _setting((), N_("Libraries opened lately, newest first"))
    recent_files: tuple[str, ...] = _setting((), N_("Workshop files opened lately, newest first"))
    theme: str = _setting("system", N_("Light, dark, or as the system has it"))
    wall_theme: str = _setting("light", N_("Light or dark on the wall"))
    room_screen: str = _setting("", N_("The screen that the room looked at last"))
    geometry: tuple[int, ...] = _setting((), N_("Where the window was"))
    maximised: bool = _setting(default=False, help_text=N_("Whether the window filled the screen"))
    guide_folded: bool = _setting(default=False, help_text=N_("Whether the guide is folded away"))
    recent_actions: tuple[str, ...] = _setting(
        (), N_("Actions chosen by name lately, newest first")
    )
    home_look: str = _setting("columns", N_("Workshops in columns or as cards"))
    export_folder: str = _setting("", N_("The folder that was last exported to"))
    export_format: str = _setting("pdf", N_("The format that was last exported"))
    export_version: str = _setting("team", N_("Summary, team or archive, as last exported"))
    export_roles: bool = _setting(
        default=False, help_text=N_("Whether roles stood in the place of names")
    )
    export_page: str = _setting("a4", N_("The paper of documents: a4 or letter"))
    export_logo: str = _setting("", N_("A picture for the first page of documents"))
    export_organisation: str = _setting("", N_("The organisation on the first page of documents"))

    def with_recent_file(self, file: Path) -> "Settings":
        """The settings with a workshop file at the front of the recent ones."""
        others = [each for each in self.recent_files if each != str(file)]
        return replace(self, recent_files=(str(file), *others)[:MOST_RECENT])

    def without_recent_files(self, files: Iterable[str]) -> "Settings":
        """The settings without these among the recent workshop files."""
        gone = set(files)
        left = tuple(each for each in self.recent_files if each not in gone)
        return replace(self, recent_files=left)

    def with_recent_action(self, key: str) -> "Settings":
        """The settings with an action at the front of those chosen by name."""
        others = [each for each in self.recent_actions if each != key]
        return replace(self, recent_actions=(key, *others)[:MOST_RECENT])

    def with_library(self, file: Path) -> "Settings":
        """The settings with another library, remembered at the front of the recent ones."""
        others = [each for each in self.recent_libraries if each != str(file)]
        kept = (str(file), *others)[:MOST_RECENT]
        return replace(self, library=str(file), recent_libraries=kept)


def settings_file() -> Path:
    """Where the settings are kept."""
    return user_config_path(APP, appauthor=False) / "settings.json"


def log_folder() -> Path:
    """Where reports about faults are kept; they hold no words of people."""
    return user_log_path(APP, appauthor=False)


def packs_folder() -> Path:
    """Where a facilitator's own content packs lie; it does not have to exist."""
    return user_data_path(APP, appauthor=False) / "packs"


def templates_folder() -> Path:
    """Where a facilitator's own templates lie; it does not have to exist."""
    return user_data_path(APP, appauthor=False) / "templates"


def usual_library() -> Path:
    """Where the library is unless another place was chosen."""
    return user_data_path(APP, appauthor=False) / "library.db"


def library_path(wished: Path | None = None) -> Path:
    """The library to open: the wished one, else the chosen one, else the usual one."""
    if wished is not None:
        return wished
    chosen = load_settings().library
    return Path(chosen) if chosen else usual_library()


def load_settings() -> Settings:
    """The settings as they were kept; the default for each that is missing or makes no sense."""
    try:
        held = json.loads(settings_file().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _read(held) if isinstance(held, dict) else Settings()


def save_settings(settings: Settings) -> bool:
    """Keep the settings, whole or not at all.

    Returns:
        False if the folder cannot be written; the program works on without.
    """
    file = settings_file()
    held = {each.name: getattr(settings, each.name) for each in fields(settings)}
    text = json.dumps(held, indent=2, ensure_ascii=True) + "\n"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".settings")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(name).replace(file)
    except OSError:
        with suppress(OSError):
            Path(name).unlink()
        return False
    return True


def _read(held: Mapping[str, Any]) -> Settings:
    found: dict[str, Any] = {}
    for each in fields(Settings):
        value = held.get(each.name)
        if isinstance(each.default, tuple) and isinstance(value, list):
            kind = int if each.name == "geometry" else str
            value = tuple(item for item in value if type(item) is kind)
        if type(value) is type(each.default):
            found[each.name] = value
    if found.get("theme") not in THEMES:
        found.pop("theme", None)
    if found.get("home_look") not in HOME_LOOKS:
        found.pop("home_look", None)
    if found.get("wall_theme") not in WALL_THEMES:
        found.pop("wall_theme", None)
    if len(found.get("geometry", ())) != 4:
        found.pop("geometry", None)
    return Settings(**found)
