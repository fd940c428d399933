"""Did we forget one of these? Fears that others had, to be ticked; nothing is taken by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.packs import PackFear
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.rows import Row, RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.pack_fears import pack_rows


class TickList(RowList):
    """Rows that are ticked by Space, Enter or a click.

    Signals:
        ticked(object): the key of a row.
    """

    ticked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.tick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def tick(self, index: QModelIndex) -> None:
        """Tick the row at an index, unless it is a heading."""
        self._tell(self.ticked, index)


class PackDialog(QDialog):
    """The list; ``chosen`` are the fears that were ticked when it was accepted."""

    def __init__(self, parent: QWidget, offered: Sequence[PackFear]) -> None:
        super().__init__(parent)
        self.setObjectName("pack")
        self.setWindowTitle("DeskRisk")
        self.resize(620, 560)
        self._offered = tuple(offered)
        self._ticked: set[str] = set()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text_label(_("Did we forget one of these?"), "heading"))
        whole.addWidget(
            text_label(
                _("Read them out. Space ticks what somebody here carries, too; leave the rest."),
                "soft",
                wraps=True,
            )
        )
        self.list = TickList(_("Fears that others had"))
        self.list.setObjectName("pack_list")
        self.list.ticked.connect(self._tick)
        self.list.activated.connect(self._tick)
        self.list.clicked.connect(self.list.tick)
        whole.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        leave = QuietButton(_("None of them"), name="pack_none")
        leave.clicked.connect(lambda _on=False: self.reject())
        self._take = PrimaryButton("", "Ctrl+Enter", name="pack_take")
        self._take.clicked.connect(lambda _on=False: self.accept())
        row.addWidget(leave)
        row.addWidget(self._take)
        whole.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._take.click)
        self._show()
        self.list.show_current(self._offered[0].id)
        self.list.setFocus()

    @property
    def chosen(self) -> tuple[PackFear, ...]:
        """The fears that are ticked, in the order of the list."""
        return tuple(each for each in self._offered if each.id in self._ticked)

    def _tick(self, key: object) -> None:
        self._ticked ^= {str(key)}
        self._show()

    def _show(self) -> None:
        rows: list[Row] = pack_rows(self._offered, self._ticked)
        self.list.show_rows(rows)
        count = len(self._ticked)
        words = ngettext("Take {count}", "Take {count}", count).format(count=count)
        self._take.set_words(words if count else _("Take what is ticked"))
        self._take.setEnabled(bool(count))


def ask_forgotten(parent: QWidget, offered: Sequence[PackFear]) -> tuple[PackFear, ...]:
    """Which of these fears the room forgot; none if the list is left."""
    dialog = PackDialog(parent, offered)
    taken = dialog.chosen if dialog.exec() else ()
    dialog.deleteLater()
    return taken
