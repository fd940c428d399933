"""The top of the desk: back to the library, the title, and the way out as a document."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton, QuietButton
from deskrisk.gui.widgets.text import hairline, text_label
from deskrisk.i18n import _

HEIGHT = 52


class Header(QWidget):
    """The header.

    Signals:
        left(): back to the library.
        export_wanted(): export this workshop.
    """

    left = Signal()
    export_wanted = Signal()

    def __init__(self, clock: QWidget) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        across = QWidget()
        row = QHBoxLayout(across)
        row.setContentsMargins(8, 0, 16, 0)
        row.setSpacing(12)
        back = LinkButton(_("Library"), sign="icon:chevron-left", name="to_library")
        back.setAccessibleName(_("Back to the library"))
        back.clicked.connect(self.left)
        row.addWidget(back)
        line = hairline(upright=True)
        line.setFixedHeight(20)
        row.addWidget(line)
        self.title = text_label("", "strong", name="workshop_title")
        row.addWidget(self.title, 1)
        row.addWidget(clock)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(8)
        row.addLayout(self._beside)
        export = QuietButton(_("Export"), name="export")
        export.clicked.connect(self.export_wanted)
        row.addWidget(export)
        whole.addWidget(across, 1)
        whole.addWidget(hairline())

    def stand_beside(self, *buttons: QWidget) -> None:
        """Put buttons before the last one."""
        for button in buttons:
            self._beside.addWidget(button)
