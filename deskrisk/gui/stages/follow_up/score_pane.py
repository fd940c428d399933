"""New private scores at a review: one risk at a time, two keys a person, the scale beside it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from deskrisk.domain.scores import Question
from deskrisk.gui.stages.rank.part import keep_seen
from deskrisk.gui.stages.rank.risk_head import RiskHead
from deskrisk.gui.stages.rank.scale_card import ScaleCard
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.scrolling import scrolled
from deskrisk.gui.widgets.text import text_label
from deskrisk.viewmodels.rank import AnswersView, ScaleView

_GRID_WIDTH = 400


class ScorePane(QWidget):
    """The grid for the risk in hand, and the scale of the question that is asked.

    Signals:
        answered(object, object, int): person, question, level 1 to 5, or 0 for "cannot judge".
        cleared(object, object): person, question.
        question_changed(object): another question is asked.
        next_wanted(), previous_wanted(): another risk.
        left(): Escape.
    """

    answered = Signal(object, object, int)
    cleared = Signal(object, object)
    question_changed = Signal(object)
    next_wanted = Signal()
    previous_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_score_pane")
        self.head = RiskHead()
        self.grid = ScoreGrid(name="review_score_grid")
        self.area = scrolled(self.grid, "review_score_area")
        self.area.setMaximumWidth(_GRID_WIDTH)
        self.scale = ScaleCard()
        self.note = text_label("", "small", wraps=True, name="review_who_sees")
        side = QVBoxLayout()
        side.addWidget(self.scale)
        side.addWidget(self.note)
        side.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(40)
        sides.addWidget(self.area, 1)
        sides.addLayout(side, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 8, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.head)
        whole.addLayout(sides, 1)
        self.grid.answered.connect(self.answered)
        self.grid.cleared.connect(self.cleared)
        self.grid.question_changed.connect(self.question_changed)
        self.grid.next_wanted.connect(self.next_wanted)
        self.grid.previous_wanted.connect(self.previous_wanted)
        self.grid.cursor_moved.connect(lambda: keep_seen(self.area, self.grid.cursor_rect()))

    @property
    def question(self) -> Question:
        """The question that is being asked."""
        return self.grid.question

    def show_answers(self, key: object, view: AnswersView, scale: ScaleView) -> None:
        """Show the answers for the risk in hand; ``key`` tells one review from another."""
        self.head.show_risk(view.sign, view.heading, view.title, view.sentence, view.progress)
        self.grid.show_groups((str(key), view.risk), view.groups, view.progress)
        self.note.setText(view.who_sees)
        self.scale.show_scale(scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the questions."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
