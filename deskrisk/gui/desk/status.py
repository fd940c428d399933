"""The bottom line of the desk: whether all is saved, what there is, and what would be undone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.desk import SavedView

HEIGHT = 28


class _SmallLink(LinkButton):
    role = "small"
    high = 20
    aside = 4


class StatusLine(QWidget):
    """The status line.

    Signals:
        copy_wanted(): keep a copy elsewhere, because the library cannot be written.
        undo_wanted(): take the last step back.
        gaps_wanted(): show what is missing for an agreement.
    """

    copy_wanted = Signal()
    undo_wanted = Signal()
    gaps_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(6)
        self.mark = SignMark("icon:check:good", size=14)
        self.saved = text_label("", "small", name="saved")
        self.copy = _SmallLink(_("Save a copy elsewhere"), tone="accent", name="save_copy")
        self.copy.clicked.connect(self.copy_wanted)
        self.copy.hide()
        self.counts = text_label("", "small", name="counts")
        self.gaps = _SmallLink("", name="gaps")
        self.gaps.clicked.connect(self.gaps_wanted)
        self.undo = _SmallLink("", name="undo")
        self.undo.clicked.connect(self.undo_wanted)
        for each in (self.mark, self.saved, self.copy):
            row.addWidget(each)
        row.addSpacing(18)
        row.addWidget(self.counts)
        row.addSpacing(6)
        row.addWidget(self.gaps)
        row.addStretch(1)
        row.addWidget(self.undo)

    def show_saved(self, view: SavedView) -> None:
        """Show the saved mark."""
        self.mark.show_sign(view.sign)
        self.saved.show_tone(view.tone)
        self.saved.setText(view.text)
        self.copy.setVisible(view.offer_copy)

    def show_gaps(self, note: str, spoken: str) -> None:
        """Show how much is missing for an agreement; ``note`` is empty for nothing."""
        self.gaps.set_words(note or _("nothing missing"))
        self.gaps.setAccessibleName(spoken)

    def show_undo(self, words: str, key: str, *, possible: bool) -> None:
        """Show what would be undone, and by which key."""
        self.undo.set_words(words)
        self.undo.set_key(key)
        self.undo.setVisible(possible)
