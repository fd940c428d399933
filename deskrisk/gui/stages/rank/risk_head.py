"""The risk that is being asked about: its sign, its name, its sentence."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import hairline, text_label


class RiskHead(QWidget):
    """A heading line, the title, the sentence, and a hairline below."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(8)
        self.sign = SignMark()
        self.heading = text_label("", "soft", name="risk_heading")
        self.progress = text_label("", "soft", name="answers_progress")
        top.addWidget(self.sign)
        top.addWidget(self.heading, 1)
        top.addWidget(self.progress)
        self.title = text_label("", "title", wraps=True, most_lines=2, name="risk_title")
        self.sentence = text_label("", "soft", wraps=True, most_lines=4, name="risk_sentence")
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addWidget(hairline())

    def show_risk(self, sign: str, heading: str, title: str, sentence: str, progress: str) -> None:
        """Show a risk."""
        self.sign.show_sign(sign)
        self.heading.setText(heading)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.progress.setText(progress)
