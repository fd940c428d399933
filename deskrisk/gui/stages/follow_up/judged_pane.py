"""How well did we judge? The picture of our percentages, and what each settled risk was."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.calibration import CalibrationView
from deskrisk.viewmodels.figures import percent
from deskrisk.viewmodels.rows import Row

_LIST_WIDTH = 360


class JudgedPane(QWidget):
    """The verdict in a sentence, the picture where there is enough for one, and the list.

    Signals:
        left(): Escape.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("judged_pane")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 8, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(text_label(_("How well did we judge?"), "title"))
        self.verdict = text_label("", "body", wraps=True, most_lines=4, name="judged_verdict")
        whole.addWidget(self.verdict)
        sides = QHBoxLayout()
        sides.setSpacing(32)
        self.list = RowList(_("Settled risks"))
        self.list.setObjectName("judged_list")
        self.list.setFixedWidth(_LIST_WIDTH)
        right = QVBoxLayout()
        self.chart = ChartView(_("Said and happened"))
        self.score = text_label("", "small", wraps=True, name="judged_score")
        right.addWidget(self.chart)
        right.addWidget(self.score)
        right.addStretch(1)
        sides.addWidget(self.list)
        sides.addLayout(right, 1)
        whole.addLayout(sides, 1)

    def show_judged(self, view: CalibrationView) -> None:
        """Show how well the percentages did."""
        self.verdict.setText(view.verdict)
        self.list.show_rows(
            [
                Row(
                    key=row.risk,
                    title=row.title,
                    soft=f"{row.expected}, {row.basis}",
                    note=row.happened,
                )
                for row in view.rows
            ]
        )
        self.chart.setVisible(bool(view.brier))
        self.score.setVisible(bool(view.brier))
        if view.brier:
            self.chart.show_chart("calibration", view)
        words = _("Brier score {brier}: 0 is perfect, 0.25 is always saying {half}.")
        self.score.setText(words.format(brier=view.brier, half=percent(0.5)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the questions."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
