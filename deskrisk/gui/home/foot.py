"""The foot of the home window: ways to begin, or what can be done on another shelf."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from deskrisk.domain.library import TRASH_DAYS, Shelf
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton
from deskrisk.gui.widgets.text import TextLabel, text_label
from deskrisk.i18n import _, ngettext

FOOT_HEIGHT = 64


class Foot(QStackedWidget):
    """The buttons below the list.

    Signals:
        begun(), sample_wanted(), file_wanted(), place_wanted(): with the workshops.
        put_back(), erased(): about the workshop that is chosen, on another shelf.
    """

    begun = Signal()
    sample_wanted = Signal()
    file_wanted = Signal()
    place_wanted = Signal()
    put_back = Signal()
    erased = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(FOOT_HEIGHT)
        self.addWidget(self._beginnings())
        self.addWidget(self._shelf())

    def show_shelf(self, shelf: Shelf, *, anything: bool) -> None:
        """Show what can be done with the workshops of a shelf, if there are any."""
        self.setCurrentIndex(0 if shelf is Shelf.OPEN else 1)
        days = ngettext(
            "What lies here is erased after {days} day.",
            "What lies here is erased after {days} days.",
            TRASH_DAYS,
        )
        trash = shelf is Shelf.TRASH
        self.note.setText(days.format(days=TRASH_DAYS) if trash else "")
        self.erase.setVisible(trash and anything)
        self.back.setVisible(anything)

    def _beginnings(self) -> QWidget:
        foot, row = _row()
        row.addWidget(text_label(_("Kept in one file on this computer."), "soft"))
        self.where = LinkButton(_("Show where"), tone="accent", name="show_where")
        self.where.clicked.connect(self.place_wanted)
        row.addWidget(self.where)
        row.addStretch(1)
        sample = LinkButton(_("Look at the sample"), name="look_at_sample")
        sample.clicked.connect(self.sample_wanted)
        file = QuietButton(_("Open file …"), native_key("Ctrl+O"), name="open_file")
        file.clicked.connect(self.file_wanted)
        start = PrimaryButton(_("Start a workshop"), native_key("Ctrl+N"))
        start.clicked.connect(self.begun)
        for each in (sample, file, start):
            row.addWidget(each)
        return foot

    def _shelf(self) -> QWidget:
        foot, row = _row()
        self.note: TextLabel = text_label("", "soft", name="shelf_note")
        row.addWidget(self.note)
        row.addStretch(1)
        self.erase = QuietButton(_("Erase for good …"), name="erase")
        self.erase.clicked.connect(self.erased)
        self.back = PrimaryButton(_("Put back"), "", name="put_back")
        self.back.clicked.connect(self.put_back)
        row.addWidget(self.erase)
        row.addWidget(self.back)
        return foot


def native_key(portable: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText)


def _row() -> tuple[QWidget, QHBoxLayout]:
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(12, 0, 12, 0)
    row.setSpacing(12)
    return foot, row
