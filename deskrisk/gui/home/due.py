"""The card of what is due: most urgent first, at most three rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import QuietButton
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.home import DueRow, DueView

ROW_HEIGHT = 54
WHEN_WIDTH = 216


class DueCard(QFrame):
    """What is due.

    Signals:
        opened(DueRow): the facilitator looks at it.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("due")
        self.setProperty("ground", "surface")
        self._view: DueView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 4, 20, 4)
        self._column.setSpacing(0)

    def show_due(self, view: DueView) -> None:
        """Show what is due."""
        if view == self._view:
            return
        self._view = view
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()  # it goes when the loop comes round
                widget.deleteLater()
        for at, row in enumerate(view.rows):
            if at:
                self._column.addWidget(hairline())
            self._column.addWidget(self._row(row))

    def _row(self, row: DueRow) -> QWidget:
        place = QWidget()
        place.setFixedHeight(ROW_HEIGHT)
        across = QHBoxLayout(place)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        when = text_label(row.when, "strong", tone=row.tone)
        when.setFixedWidth(WHEN_WIDTH)
        across.addWidget(when)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(_title(row))
        words.addWidget(text_label(row.detail, "small"))
        words.addStretch(1)
        across.addLayout(words, 1)
        button = QuietButton(row.act, name="look")
        button.setAccessibleName(_("{act}: {title}").format(act=row.act, title=row.title))
        button.clicked.connect(lambda _checked=False: self.opened.emit(row))
        across.addWidget(button)
        return place


def _title(row: DueRow) -> QHBoxLayout:
    """What it is, and then whose."""
    line = QHBoxLayout()
    line.setSpacing(0)
    line.addWidget(text_label(row.title, "strong"))
    if row.rest:
        line.addWidget(text_label(row.rest, "body"))
    line.addStretch(1)
    return line
