"""The document as it is read back: its pages by name, and which one is on the wall."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.read_back import ReadPage
from deskrisk.viewmodels.rows import Row

_HIGH = 188


class Reading(QWidget):
    """The pages that are read back.

    Signals:
        picked(str): the key of the page that is to be on the wall.
    """

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(text_label(_("Read it back"), "strong"), 1)
        self.place = text_label("", "small", name="reading_place")
        head.addWidget(self.place)
        column.addLayout(head)
        self.list = RowList(_("Pages to read back"))
        self.list.setObjectName("reading_list")
        self.list.setFixedHeight(_HIGH)
        self.list.picked.connect(lambda key: self.picked.emit(str(key)))
        self.list.activated.connect(lambda key: self.picked.emit(str(key)))
        column.addWidget(self.list)

    def show_pages(self, pages: tuple[ReadPage, ...], current: str | None) -> None:
        """Show the pages.

        Args:
            pages: all of them.
            current: the key of the one on the wall; None while it shows something else.
        """
        rows = [
            Row(key=page.key, title=page.title, note=_("changed") if page.changed else "")
            for page in pages
        ]
        self.list.show_rows(rows)
        keys = [page.key for page in pages]
        if current is None:
            self.place.setText(_("PgDn turns the page"))
            return
        at = keys.index(current) if current in keys else 0
        self.list.show_current(keys[at] if keys else None)
        self.place.setText(_("{number} of {count}").format(number=at + 1, count=len(keys)))
