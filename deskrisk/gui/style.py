"""The small style sheet: fields, lists, menus, scroll bars. Everything else paints itself."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

_SHEET = Template("""
QWidget { outline: none; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px 8px; }
QLineEdit, QPlainTextEdit {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: 6px;
  padding: 0 9px; placeholder-text-color: $ink_soft;
  selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit { padding: 3px 7px; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: $line; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {
  background: transparent; border-color: transparent;
}
QLineEdit[bare="true"] { padding: 0 3px; }
QPlainTextEdit[bare="true"] { padding: 3px 1px; }
QLineEdit[bare="true"]:hover, QPlainTextEdit[bare="true"]:hover { border-color: $line; }
QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus {
  background: $surface; border-color: $line;
}
QLineEdit[flawed="true"] { border-color: $alarm; }
QLineEdit:disabled, QPlainTextEdit:disabled { background: $sunken; color: $ink_soft; }
QLineEdit[bare="true"]:disabled, QPlainTextEdit[bare="true"]:disabled { background: transparent; }
QScrollArea, QAbstractItemView { background: transparent; border: none; }
QComboBox QAbstractItemView {
  background: $surface; color: $ink; border: 1px solid $line; padding: 4px;
  selection-background-color: $accent_soft; selection-color: $ink;
}
QMenuBar { background: $paper; color: $ink; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected, QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu { background: $surface; color: $ink; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 4px; }
QMenu::item:disabled { color: $ink_soft; }
QMenu::indicator {
  width: 14px; height: 14px; left: 6px;
  border: 1px solid $edge; border-radius: 4px; background: $surface;
}
QMenu::indicator:exclusive { border-radius: 8px; }
QMenu::indicator:checked { border-color: $accent; background: $accent; image: url("$tick"); }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QFrame#rail, QFrame[ground="sunken"] { background: $sunken; }
QFrame[ground="surface"] { background: $surface; border: 1px solid $line; border-radius: 10px; }
QFrame[hairline="true"] { background: $line; border: none; }
""")


def style_sheet(colours: Mapping[str, str], tick: Path) -> str:
    """The style sheet in the colours of a theme; ``tick`` is the picture in a ticked box."""
    return _SHEET.substitute(colours, tick=tick.as_posix())
