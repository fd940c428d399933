"""The sheet of keyboard shortcuts."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deskrisk.gui.menus import MENUS, OTHER_KEYS, entry_words, native_keys
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _


def shortcuts() -> list[tuple[str, list[tuple[str, str]]]]:
    """All keys by menu: what they do, and how they are written here."""
    found = []
    for name, entries in MENUS:
        rows = [(entry_words(each), native_keys(each)) for each in entries if native_keys(each)]
        if rows:
            found.append((_(name), rows))
    native = QKeySequence.SequenceFormat.NativeText
    others = [(_(words), QKeySequence(keys).toString(native)) for words, keys in OTHER_KEYS]
    return [*found, (_("On a page"), others)]


class KeysDialog(QDialog):
    """Shows every shortcut; nothing to decide."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(520, 560)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addWidget(text_label(_("Keyboard shortcuts"), "title"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(_("Keyboard shortcuts"))
        area.setWidget(_sheet())
        whole.addWidget(area, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        done = PrimaryButton(_("Close"), "", name="close")
        done.clicked.connect(self.accept)
        row.addWidget(done)
        whole.addLayout(row)


def _sheet() -> QWidget:
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 8, 8, 8)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    at = 0
    for name, rows in shortcuts():
        heading = text_label(name, "label")
        heading.setContentsMargins(0, 12, 0, 0)
        grid.addWidget(heading, at, 0)
        for place, (words, keys) in enumerate(rows, start=at + 1):
            grid.addWidget(text_label(words), place, 0)
            grid.addWidget(text_label(keys, "soft"), place, 1)
        at += len(rows) + 1
    return sheet
