"""The gap check: what is missing for an agreement; Enter on a line leads to where it is mended."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.gaps import GapView, gap_rows
from deskrisk.viewmodels.places import Place


class GapCheck(QDialog):
    """Everything that is missing; ``chosen`` is the place to go to, None while it is only read."""

    def __init__(self, parent: QWidget, view: GapView) -> None:
        super().__init__(parent)
        self.setObjectName("gap_check")
        self.setWindowTitle("DeskRisk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(660, 580 if view.lines or view.remarks else 180)
        self._view = view
        self.chosen: Place | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(8)
        if not view.count:
            top.addWidget(SignMark("icon:check:good"))
        top.addWidget(text_label(view.heading, "heading", name="gap_heading"), 1)
        whole.addLayout(top)
        self.note = text_label(_note(view), "soft", wraps=True, most_lines=3, name="gap_note")
        whole.addWidget(self.note)
        self.list = RowList(_("What is missing"))
        self.list.setObjectName("gap_list")
        self.list.activated.connect(self._go)
        self.list.show_rows(gap_rows(view))
        self.list.setVisible(bool(view.lines or view.remarks))
        whole.addWidget(self.list, 1)
        whole.addStretch(0)
        row = QHBoxLayout()
        row.addStretch(1)
        self.go = PrimaryButton("", "Enter", name="gap_go")
        self.go.clicked.connect(lambda _on=False: self._pressed())
        row.addWidget(self.go)
        whole.addLayout(row)
        self.list.picked.connect(lambda _key: self._show_act())
        first = next((line.key for line in (*view.lines, *view.remarks)), None)
        self.list.show_current(first)
        self._show_act()
        (self.list if first is not None else self.go).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the button's, wherever the focus is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pressed()
        else:
            super().keyPressEvent(event)

    def _show_act(self) -> None:
        place = self._view.place(self.list.current_key())
        self.go.set_words(_("Go there") if place is not None else _("Close"))

    def _pressed(self) -> None:
        self._go(self.list.current_key())

    def _go(self, key: object) -> None:
        self.chosen = self._view.place(key)
        self.accept()


def _note(view: GapView) -> str:
    if view.lines:
        return _("For an agreement that holds. Enter leads to where it is mended.")
    if view.remarks:
        return _("The room can be asked for its agreement. Some things are worth a word.")
    return _("The room can be asked for its agreement.")


def check_gaps(parent: QWidget, view: GapView, go: Callable[[Place], object]) -> GapCheck:
    """Open the gap check over a window; the window waits until it is closed.

    Args:
        parent: the window.
        view: what is missing.
        go: goes to a place, once the check is closed.
    """
    dialog = GapCheck(parent, view)

    def closed(_result: int) -> None:
        if dialog.chosen is not None:
            go(dialog.chosen)

    dialog.finished.connect(closed)
    dialog.setModal(True)
    dialog.open()
    return dialog
