"""What stands below the promises: new risks from this one, and quiet remarks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.retired import retire
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import text_label
from deskrisk.i18n import _
from deskrisk.viewmodels.respond import BroughtRisk


class QuietLines(QWidget):
    """Remarks, one soft line each with a small mark; nothing to do, only to read."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 2, 0, 2)
        self._column.setSpacing(4)
        self._lines: list[QWidget] = []
        self._texts: tuple[str, ...] = ()

    def show_lines(self, texts: tuple[str, ...]) -> None:
        """Show these remarks; built anew only when they differ."""
        self.setVisible(bool(texts))
        if texts == self._texts:
            return
        self._texts = texts
        for line in self._lines:
            self._column.removeWidget(line)
            retire(line)
        self._lines = [self._line(text) for text in texts]
        for line in self._lines:
            self._column.addWidget(line)
            line.show()  # now, not when the events are next looked at

    def _line(self, text: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(SignMark("icon:info:ink_soft"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text_label(text, "soft", wraps=True, most_lines=3, name="remark"), 1)
        return line


class BroughtRisks(QWidget):
    """The new risks that a response brings.

    Signals:
        recast_wanted(object): go to the sentence of this risk.
        score_wanted(object): go where this risk is judged.
    """

    recast_wanted = Signal(object)
    score_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("brought_risks")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 2, 0, 2)
        self._column.setSpacing(0)
        self._rows: list[QWidget] = []
        self._shown: tuple[BroughtRisk, ...] = ()

    def show_risks(self, risks: tuple[BroughtRisk, ...]) -> None:
        """Show these risks; built anew only when they differ."""
        self.setVisible(bool(risks))
        if risks == self._shown:
            return
        self._shown = risks
        for row in self._rows:
            self._column.removeWidget(row)
            retire(row)
        self._rows = [self._row(risk) for risk in risks]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()  # now, so that it can take the focus

    def _row(self, risk: BroughtRisk) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = _("It brings a new risk: {title}, {note}").format(title=risk.title, note=risk.note)
        row.addWidget(text_label(words, "soft", wraps=True, most_lines=3, name="brought_risk"), 1)
        recast = LinkButton(_("Sentence"), name="recast_brought", tone="accent")
        recast.setAccessibleName(_("To the sentence of {title}").format(title=risk.title))
        recast.clicked.connect(lambda _on=False: self.recast_wanted.emit(risk.id))
        row.addWidget(recast, 0, Qt.AlignmentFlag.AlignTop)
        score = LinkButton(_("Judge it"), name="score_brought", tone="accent")
        score.setAccessibleName(_("Judge {title}").format(title=risk.title))
        score.clicked.connect(lambda _on=False: self.score_wanted.emit(risk.id))
        row.addWidget(score, 0, Qt.AlignmentFlag.AlignTop)
        if risk.scored:
            score.hide()
        return line
