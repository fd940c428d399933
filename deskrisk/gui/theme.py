"""The look of the windows: colours, type and spaces from the shared tokens, light and dark."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from deskrisk import assets
from deskrisk.gui.style import style_sheet

TEXT_ROLES: Mapping[str, tuple[str, int, str]] = {
    "body": ("body", 400, "ink"),
    "strong": ("body", 600, "ink"),
    "soft": ("body", 400, "ink_soft"),
    "small": ("small", 400, "ink_soft"),
    "label": ("small", 600, "ink_soft"),
    "heading": ("heading", 600, "ink"),
    "large": ("title", 400, "ink"),
    "sentence": ("heading", 400, "ink"),
    "title": ("title", 600, "ink"),
    "display": ("display", 600, "ink"),
    "accent": ("body", 600, "accent"),
    "fear": ("body", 400, "ink"),
    "fear_large": ("title", 400, "ink"),
    "fear_reading": ("heading", 400, "ink"),
    "fear_display": ("display", 400, "ink"),
}
"""What a text is for: its size, its weight and its colour. ``fear`` is in the person's own face."""

LINE_HEIGHTS: Mapping[int, int] = {12: 16, 14: 20, 17: 24, 22: 30, 30: 40}
"""From the top of one line to the top of the next, by size, in pixels."""


class ThemeChoice(Enum):
    """What the facilitator wishes: as the system has it, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role for one of the two themes, ``"light"`` or ``"dark"``."""

    name: str
    colours: Mapping[str, str]

    def colour(self, role: str) -> QColor:
        """The colour of a role of the look, such as ``"ink_soft"``."""
        return QColor(self.colours[role])


@cache
def tokens() -> dict[str, Any]:
    """All tokens of the look, as ``resources/theme/tokens.json`` has them."""
    text = assets.path("theme", "tokens.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def named_theme(name: str) -> Theme:
    """The theme ``"light"`` or ``"dark"``."""
    return Theme(name, tokens()["colours"][name])


@cache
def wall_theme(name: str) -> Theme:
    """The theme ``"light"`` or ``"dark"`` for the wall, whose texts are read from afar."""
    return Theme(name, {**tokens()["colours"][name], **tokens()["wall"][name]})


_shown: list[Theme] = []


def theme() -> Theme:
    """The theme that the windows show now."""
    return _shown[0] if _shown else named_theme("light")


def category_look(sign: str, theme_name: str = "") -> tuple[str, QColor]:
    """Shape and colour of a category's sign.

    Args:
        sign: a fixed category's id, or ``"own-1"``, ``"own-2"`` ... for the room's own ones.
        theme_name: ``"light"`` or ``"dark"``; empty for the theme that the windows show.
    """
    fixed = tokens()["categories"].get(sign)
    if fixed is None:
        own = tokens()["own_categories"]
        number = int(sign.removeprefix("own-")) if sign.removeprefix("own-").isdigit() else 1
        fixed = own[(number - 1) % len(own)]
    return fixed["shape"], QColor(fixed[theme_name or theme().name])


@cache
def load_fonts() -> tuple[str, str]:
    """Load the shipped fonts once; the names of the text face and of the fears' face.

    A face whose file is missing is replaced by the system's.
    """
    faces = tokens()["type"]
    for file in sorted(assets.path("fonts").glob("*.ttf")):
        if file.name.startswith(("Inter", "NotoSerif")):
            QFontDatabase.addApplicationFont(str(file))
    known = set(QFontDatabase.families())
    text, fear = faces["family"], faces["fear_family"]
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    serif = next((name for name in (fear, "DejaVu Serif", "Georgia") if name in known), system)
    return (text if text in known else system), serif


@cache
def text_font(role: str) -> QFont:
    """The font of a text role; figures are all of one width."""
    text, fear = load_fonts()
    size_name, weight, _colour = TEXT_ROLES[role]
    size: int = tokens()["type"]["window"][size_name]
    font = QFont(fear if role.startswith("fear") else text)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(role.startswith("fear"))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def line_height(role: str) -> int:
    """From line to line of a text role, in pixels."""
    return LINE_HEIGHTS[text_font(role).pixelSize()]


def wished_theme(app: QApplication, choice: ThemeChoice) -> Theme:
    """The theme that a choice means on this machine now."""
    if choice is ThemeChoice.SYSTEM:
        dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return named_theme("dark" if dark else "light")
    return named_theme(choice.value)


def apply_theme(app: QApplication, chosen: Theme) -> None:
    """Give every window the look of a theme, now and for windows to come."""
    _shown[:] = [chosen]
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(text_font("body"))
    app.setPalette(_palette(chosen))
    tick = assets.path("theme", f"tick-{chosen.name}.svg")
    app.setStyleSheet(style_sheet(chosen.colours, tick))
    from deskrisk.gui.widgets.focus import watch_focus  # noqa: PLC0415  the ring reads the theme
    from deskrisk.gui.widgets.spoken import speak_painted_lists  # noqa: PLC0415  its neighbour

    watch_focus(app)
    speak_painted_lists()


def _palette(chosen: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink_soft",
        QPalette.ColorRole.Highlight: "accent_soft",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Dark: "edge",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, chosen.colour(name))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, chosen.colour("ink_soft"))
    return palette
