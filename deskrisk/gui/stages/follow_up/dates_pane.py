"""All promises on their days, in place of the questions of a review."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.promise_dates import PromiseDatesView


class DatesPane(QWidget):
    """The picture of the promises and the later looks; nothing to fill in.

    Signals:
        left(): Escape.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dates_pane")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(text_label(_("What we promised, and when"), "title"))
        self.line = text_label("", "body", wraps=True, name="dates_line")
        whole.addWidget(self.line)
        self.chart = ChartView(_("The promises on their days"))
        self.chart.setObjectName("dates_chart")
        inside = QWidget()
        room = QVBoxLayout(inside)
        room.setContentsMargins(8, 8, 12, 8)  # the ring of the area stays off the letters
        room.addWidget(self.chart)
        self.area = scrolled(inside, "dates_area")
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
        self.area.setAccessibleName(_("The promises on their days"))
        whole.addWidget(self.area, 1)

    def show_dates(self, view: PromiseDatesView) -> None:
        """Show all promises."""
        self.line.setText(view.line)
        self.chart.show_chart("timeline", view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the questions."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
