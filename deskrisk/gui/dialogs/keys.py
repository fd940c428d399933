"""The sheet of keyboard shortcuts: to be read here, or printed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.shortcuts import KeySection

_KEY_WIDTH = 92


class KeysDialog(QDialog):
    """Shows every shortcut in two columns; nothing to decide.

    Signals:
        print_wanted(): it should be written as a page to be printed.
    """

    print_wanted = Signal()

    def __init__(self, parent: QWidget, sections: Sequence[KeySection]) -> None:
        super().__init__(parent)
        self.setObjectName("keys")
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(940, 640)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(text_label(_("Keyboard shortcuts"), "title"))
        self.area = QScrollArea()
        self.area.setObjectName("keys_area")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(_("Keyboard shortcuts"))
        self.area.setAccessibleDescription(
            "; ".join(f"{words}: {keys}" for each in sections for words, keys in each.rows)
        )
        self.area.setWidget(_sheet(sections))
        whole.addWidget(self.area, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        paper = QuietButton(_("Save as a page to print …"), name="print_keys")
        paper.clicked.connect(self.print_wanted)
        done = PrimaryButton(_("Close"), "", name="close")
        done.clicked.connect(self.accept)
        row.addWidget(paper)
        row.addWidget(done)
        whole.addLayout(row)
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)


def _sheet(sections: Sequence[KeySection]) -> QWidget:
    sheet = QWidget()
    columns = QHBoxLayout(sheet)
    columns.setContentsMargins(4, 8, 16, 8)
    columns.setSpacing(32)
    for half in _halves(sections):
        column = QVBoxLayout()
        column.setSpacing(16)
        for section in half:
            column.addWidget(_section(section))
        column.addStretch(1)
        columns.addLayout(column, 1)
    return sheet


def _section(section: KeySection) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(4)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(0, 1)
    grid.setColumnMinimumWidth(1, _KEY_WIDTH)
    grid.addWidget(text_label(section.title, "strong"), 0, 0, 1, 2)
    grid.addWidget(hairline(), 1, 0, 1, 2)
    for place, (words, keys) in enumerate(section.rows, start=2):
        grid.addWidget(text_label(words, wraps=True), place, 0)
        grid.addWidget(text_label(keys, "soft"), place, 1, Qt.AlignmentFlag.AlignTop)
    return block


def _halves(sections: Sequence[KeySection]) -> tuple[Sequence[KeySection], Sequence[KeySection]]:
    """The sections in two columns of about the same length, in their order."""
    lengths = [len(each.rows) + 2 for each in sections]
    at = min(
        range(len(sections) + 1),
        key=lambda cut: (abs(sum(lengths[:cut]) - sum(lengths[cut:])), cut),
    )
    return sections[:at], sections[at:]
