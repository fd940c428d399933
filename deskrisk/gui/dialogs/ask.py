"""Questions: what it is about, what would happen, and buttons that say what they do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.text import text_label

Choice = tuple[str, str]
"""A key, and what its button says."""


class AskDialog(QDialog):
    """One question with two or three answers; the last one is the primary button.

    Escape answers with the first key, which must be the harmless one.
    """

    def __init__(
        self, parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle("DeskRisk")
        self.setMinimumWidth(460)
        self.answer = choices[0][0]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(text_label(title, "heading", wraps=True, most_lines=3))
        whole.addWidget(text_label(text, "body", wraps=True, most_lines=12))
        whole.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        for key, words in choices[:-1]:
            row.addWidget(self._answering(QuietButton(words, name=f"answer_{key}"), key))
        key, words = choices[-1]
        last = self._answering(PrimaryButton(words, "", name=f"answer_{key}"), key)
        row.addWidget(last)
        whole.addLayout(row)
        last.setDefault(True)
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answering(
        self, button: QuietButton | PrimaryButton, key: str
    ) -> QuietButton | PrimaryButton:
        button.clicked.connect(lambda _checked=False: self._answered(key))
        return button

    def _answered(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(parent: QWidget | None, title: str, text: str, choices: Sequence[Choice]) -> str:
    """Ask one question and wait for the answer.

    Args:
        parent: the window it belongs to.
        title: the question in one sentence.
        text: what each answer does, where the buttons do not say it.
        choices: keys and words; the first is what Escape means, the last what Enter means.

    Returns:
        the key of the answer.
    """
    dialog = AskDialog(parent, title, text, choices)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def tell(parent: QWidget | None, title: str, text: str, button: str) -> None:
    """Say one thing that has to be seen."""
    ask(parent, title, text, (("seen", button),))
