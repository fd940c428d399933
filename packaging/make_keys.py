"""Write the page of keyboard shortcuts from where the keys are declared.

Use: python packaging/make_keys.py

The page shows what the sheet of keys in the program shows; a test compares it with that.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # run as a script

from deskrisk.gui.shortcuts import key_sections

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "keys.md"

_HEAD = """\
# Keys

Written by `packaging/make_keys.py` from what the menus and pages declare: change those, not this
page. In the program, `?` shows the sheet with the keys of your system, and Ctrl+K finds every
action by its name, also those that have no key. On macOS, Ctrl is the command key.
"""


def page_text() -> str:
    """The whole page. A Qt application has to be there: it knows the platform's standard keys."""
    return "\n".join([_HEAD, *_lines()])


def _lines() -> Iterator[str]:
    for section in key_sections():
        yield from (f"## {section.title}", "", "| what | key |", "| --- | --- |")
        yield from (f"| {_cell(words)} | {_cell(keys)} |" for words, keys in section.rows)
        yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Write the page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  after its platform is chosen

    app = QApplication([])
    PAGE.write_text(page_text(), "utf-8")
    del app


if __name__ == "__main__":
    main()
