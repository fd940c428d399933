"""The copies of the library: what is in each, and putting one back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.errors import DeskError
from deskrisk.gui.tasks import Task
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.services.backups import Backup, backups_of, look_into
from deskrisk.viewmodels.backups import BackupRow, backup_row
from deskrisk.viewmodels.rows import Row


class BackupsDialog(QDialog):
    """Lists the copies, the newest first, read on a thread of its own.

    Signals:
        copy_wanted(): make one now.
        restore_wanted(Backup): put this one in the place of the library.
    """

    copy_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget, library: Path) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle("DeskRisk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 560)
        self._library = library
        self._copies: dict[str, Backup] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text_label(_("Copies of this library"), "title"))
        words = _(
            "Made by themselves after a workshop and every half hour while something changes; the "
            "last ones of seven days, four weeks and twelve months stay."
        )
        whole.addWidget(text_label(words, "soft", wraps=True))
        self.said = text_label("", "small", name="backups_said")
        whole.addWidget(self.said)
        self.list = RowList(_("Copies"))
        self.list.setObjectName("backup_list")
        self.list.picked.connect(self._picked)
        self.list.activated.connect(lambda _key: self._restore())
        whole.addWidget(self.list, 1)
        whole.addLayout(self._foot())
        self.show_copies()

    def show_copies(self) -> None:
        """Read which copies there are."""
        self.said.setText(_("Looking into the copies …"))
        library = self._library

        def read(_ticket: object) -> list[tuple[Backup, BackupRow]]:
            return [(each, _row_of(library, each)) for each in backups_of(library)]

        task = Task(self, read)
        task.done.connect(self._show)
        task.refused.connect(lambda _problem: self.said.setText(_("They cannot be read.")))
        task.start()

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.make = QuietButton(_("Make a copy now"), name="make_copy")
        self.make.clicked.connect(self.copy_wanted)
        close = QuietButton(_("Close"), name="close_backups")
        close.clicked.connect(self.close)
        self.restore = PrimaryButton(_("Put it back …"), "", name="restore")
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        foot.addWidget(self.make)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.restore)
        return foot

    def _show(self, read: Sequence[tuple[Backup, BackupRow]]) -> None:
        self._copies = {each.name: each for each, row in read if row.whole}
        self.list.show_rows(
            [
                Row(
                    key=row.name,
                    title=f"{row.when}, {row.why}",
                    soft=row.inside,
                    note=row.size,
                    tone="ink_soft" if row.whole else "alarm",
                )
                for _each, row in read
            ]
        )
        nothing = _("There is no copy yet.")
        self.said.setText("" if read else nothing)
        if read:
            self.list.show_current(read[0][1].name)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._picked(None)

    def _picked(self, _key: object) -> None:
        self.restore.setEnabled(self.list.current_key() in self._copies)

    def _restore(self) -> None:
        wanted = self._copies.get(str(self.list.current_key()))
        if wanted is not None:
            self.restore_wanted.emit(wanted)


def _row_of(library: Path, backup: Backup) -> BackupRow:
    try:
        return backup_row(backup, look_into(library, backup))
    except DeskError:
        return backup_row(backup, None)
