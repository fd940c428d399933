"""Which words may be printed: the names of piles, and fears in people's own words, one by one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.dialogs.pack import TickList
from deskrisk.gui.widgets.buttons import PrimaryButton
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.meeting import Meeting
from deskrisk.services.releasing import release_fear, release_pile
from deskrisk.viewmodels.exporting import release_rows, released_words


class ReleaseDialog(QDialog):
    """Ticks what the room has released; every tick is a step that can be undone.

    Signals:
        released(): something may be printed, or may not any more.
    """

    released = Signal()

    def __init__(self, parent: QWidget, meeting: Meeting) -> None:
        super().__init__(parent)
        self.setObjectName("release")
        self.setWindowTitle("DeskRisk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 600)
        self._meeting = meeting
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text_label(_("Print these in people's own words?"), "heading"))
        explained = _(
            "Ask the room first, for each one. What is not ticked stays in the room: no summary and"
            " no team version holds it. Space ticks."
        )
        whole.addWidget(text_label(explained, "soft", wraps=True))
        self.list = TickList(_("Words that may be printed"))
        self.list.setObjectName("release_list")
        self.list.ticked.connect(self._tick)
        self.list.activated.connect(self._tick)
        self.list.clicked.connect(self.list.tick)
        whole.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.count = text_label("", "soft", wraps=True, name="release_count")
        done = PrimaryButton(_("Done"), "Ctrl+Enter", name="release_done")
        done.clicked.connect(lambda _on=False: self.accept())
        row.addWidget(self.count, 1)
        row.addWidget(done)
        whole.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self._ticks = 0
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self._undo)
        self._show(meeting.workshop)
        self.list.setFocus()

    def _tick(self, key: object) -> None:
        kind, id_ = key if isinstance(key, tuple) else ("", "")
        workshop = self._meeting.workshop
        if kind == "pile":
            pile = ClusterId(str(id_))
            release_pile(self._meeting, pile, released=not workshop.clusters[pile].released)
        elif kind == "fear":
            fear = FearId(str(id_))
            release_fear(self._meeting, fear, released=not workshop.fears[fear].released)
        self._ticks += 1
        self._tell()

    def _undo(self) -> None:
        """Take back the last tick that was made here."""
        if self._ticks:
            self._ticks -= 1
            self._meeting.undo()
            self._tell()

    def _tell(self) -> None:
        self._show(self._meeting.workshop)
        self.released.emit()

    def _show(self, workshop: Workshop) -> None:
        self.list.show_rows(release_rows(workshop))
        self.count.setText(released_words(workshop))
