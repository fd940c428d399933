"""The grid of private answers: one key each, and the cursor runs on by itself."""

from collections.abc import Hashable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.domain.scores import Question
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.i18n import _
from deskrisk.viewmodels.rank import ScorerGroup, ScorerRow

CELL_WIDTH = 64
GAP = 12
ROW_HEIGHTS = ((6, 44), (9, 38))
"""Up to how many people a row is how high; with more it is ``LOWEST_ROW``."""
LOWEST_ROW = 34
HEADING = 32
_BETWEEN_GROUPS = 12
_MARGIN = 10
_QUESTIONS = (Question.LIKELIHOOD, Question.IMPACT)
_LEVEL_KEYS = {getattr(Qt.Key, f"Key_{level}"): level for level in range(6)}
_NEXT = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown}

CellId = tuple[int, Question]
"""Place of a row, and the question."""


class ScoreGrid(QWidget):
    """Two answers a row; the keyboard does it all.

    With cards the rows are people, and the cursor runs down all likelihoods, then down all impacts.
    By row they are the risks of one person's sheet, and it runs across.

    Signals:
        answered(object, object, int): row, question, level 1 to 5, or 0 for "cannot judge".
        cleared(object, object): Backspace on an answer: row, question.
        question_changed(object): the cursor is in the cells of another question.
        next_wanted(), previous_wanted(): Enter or Page Down, Page Up.
        cursor_moved(): the cell in hand is another one.
    """

    answered = Signal(object, object, int)
    cleared = Signal(object, object)
    question_changed = Signal(object)
    next_wanted = Signal()
    previous_wanted = Signal()
    cursor_moved = Signal()

    def __init__(self, *, by_row: bool = False, name: str = "score_grid") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Private answers"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._by_row = by_row
        self._key: Hashable = None
        self._groups: tuple[ScorerGroup, ...] = ()
        self._progress = ""
        self._rows: tuple[ScorerRow, ...] = ()
        self._at: CellId | None = None
        self._question = Question.LIKELIHOOD

    def show_groups(self, key: Hashable, groups: tuple[ScorerGroup, ...], progress: str) -> None:
        """Show answers; another sheet starts at its first empty cell.

        Args:
            key: tells one sheet from another, e.g. risk and round.
            groups: the rows below their headings.
            progress: what a screen reader hears when all is answered.
        """
        rows = tuple(row for group in groups for row in group.rows)
        other = key != self._key or [row.id for row in rows] != [row.id for row in self._rows]
        self._key, self._groups, self._rows, self._progress = key, groups, rows, progress
        if other or (self._at is None and self._first_empty() is not None):
            self._put(self._first_empty())
        self.setAccessibleDescription(self._spoken())
        self.setFixedHeight(self._height())
        self.update()

    @property
    def question(self) -> Question:
        """The question that is being asked."""
        return self._question

    @property
    def in_hand(self) -> tuple[Hashable, Question] | None:
        """The cell in hand; None when everything has been asked."""
        if self._at is None:
            return None
        return self._rows[self._at[0]].id, self._at[1]

    def advance(self) -> None:
        """Go on to the next empty cell."""
        cells = self._cells()
        start = cells.index(self._at) + 1 if self._at in cells else 0
        later = [cell for cell in cells[start:] if not self._filled(cell)]
        self._put(next(iter(later), None) or self._first_empty())

    def cursor_rect(self) -> QRectF:
        """Where the cell in hand is."""
        if self._at is None:
            return QRectF()
        return self._cell_rect(*self._at)

    def _cells(self) -> list[CellId]:
        places = range(len(self._rows))
        if self._by_row:
            cells = [(at, question) for at in places for question in _QUESTIONS]
        else:
            cells = [(at, question) for question in _QUESTIONS for at in places]
        return [(at, asked) for at, asked in cells if not self._rows[at].cell(asked).skipped]

    def _filled(self, cell: CellId) -> bool:
        return self._rows[cell[0]].cell(cell[1]).filled

    def _first_empty(self) -> CellId | None:
        return next((cell for cell in self._cells() if not self._filled(cell)), None)

    def _put(self, cell: CellId | None) -> None:
        self._at = cell
        question = cell[1] if cell else Question.IMPACT if self._rows else Question.LIKELIHOOD
        if question is not self._question:
            self._question = question
            self.question_changed.emit(question)
        self.setAccessibleDescription(self._spoken())
        self.cursor_moved.emit()
        self.update()

    def _spoken(self) -> str:
        if self._at is None:
            return self._progress
        return self._rows[self._at[0]].spoken

    def _step(self, by: int) -> None:
        cells = self._cells()
        if not cells:
            return
        if self._at not in cells:
            self._put(cells[-1] if by < 0 else cells[0])
            return
        self._put(cells[min(max(cells.index(self._at) + by, 0), len(cells) - 1)])

    def _step_row(self, by: int) -> None:
        """One row up or down; with cards the cursor runs on into the other column."""
        if not self._by_row or self._at is None:
            self._step(by)
            return
        column = [cell for cell in self._cells() if cell[1] is self._at[1]]
        at = column.index(self._at) if self._at in column else 0
        if column:
            self._put(column[min(max(at + by, 0), len(column) - 1)])

    def _across(self, question: Question) -> None:
        if self._at is not None and not self._rows[self._at[0]].cell(question).skipped:
            self._put((self._at[0], question))

    def _take_back(self) -> None:
        if self._at is None or not self._filled(self._at):
            self._step(-1)
        if self._at is not None and self._filled(self._at):
            self.cleared.emit(self._rows[self._at[0]].id, self._at[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 answer, 0 cannot judge, Backspace takes back, Enter goes on, arrows move."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _LEVEL_KEYS:
            if self._at is not None:
                self.answered.emit(self._rows[self._at[0]].id, self._at[1], _LEVEL_KEYS[key])
        elif key == Qt.Key.Key_Backspace:
            self._take_back()
        elif key in _NEXT:
            self.next_wanted.emit()
        elif key == Qt.Key.Key_PageUp:
            self.previous_wanted.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._step_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            left = key == Qt.Key.Key_Left
            self._across(Question.LIKELIHOOD if left else Question.IMPACT)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a cell in hand."""
        super().mousePressEvent(event)
        for cell in self._cells():
            if self._cell_rect(*cell).contains(event.position()):
                self._put(cell)

    def sizeHint(self) -> QSize:
        """Names and two cells."""
        return QSize(400, self._height())

    def minimumSizeHint(self) -> QSize:
        """A short name and two cells."""
        return QSize(260, self._height())

    def _row_height(self) -> int:
        count = len(self._rows)
        return next((high for most, high in ROW_HEIGHTS if count <= most), LOWEST_ROW)

    def _height(self) -> int:
        groups = len(self._groups)
        between = max(groups - 1, 0) * _BETWEEN_GROUPS
        return groups * HEADING + len(self._rows) * self._row_height() + between + _MARGIN

    def _top(self, at: int) -> float:
        y, first = 0.0, 0
        for group in self._groups:
            y += HEADING
            if at < first + len(group.rows):
                return y + (at - first) * self._row_height()
            y += len(group.rows) * self._row_height() + _BETWEEN_GROUPS
            first += len(group.rows)
        return y

    def _cell_rect(self, at: int, question: Question) -> QRectF:
        right = self.width() - _MARGIN - CELL_WIDTH
        x = right if question is Question.IMPACT else right - CELL_WIDTH - GAP
        return QRectF(x, self._top(at) + 4, CELL_WIDTH, self._row_height() - 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint headings, names and cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at = 0
        for number, group in enumerate(self._groups):
            self._paint_heading(painter, group.name, self._top(at) - HEADING, first=number == 0)
            for row in group.rows:
                self._paint_row(painter, at, row)
                at += 1

    def _paint_heading(self, painter: QPainter, name: str, y: float, *, first: bool) -> None:
        room = self.width() - 2 * CELL_WIDTH - 3 * GAP - 2 * _MARGIN
        soft = theme().colour("ink_soft")
        draw_lines(painter, QPointF(_MARGIN, y + 8), broken(name, "label", room, 1), soft)
        if not first:
            return
        heads = {Question.LIKELIHOOD: _("How likely"), Question.IMPACT: _("How bad")}
        for question, words in heads.items():
            here = question is self._question and self._at is not None
            line = broken(words, "label", CELL_WIDTH + GAP, 1)
            x = self._cell_rect(0, question).center().x() - line.width / 2
            draw_lines(painter, QPointF(x, y + 8), line, theme().colour("accent") if here else soft)

    def _paint_row(self, painter: QPainter, at: int, row: ScorerRow) -> None:
        in_hand = self._at is not None and self._at[0] == at
        high, top = self._row_height(), self._top(at)
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft"))
            painter.drawRoundedRect(QRectF(0, top, self.width(), high), 6, 6)
        note = broken(row.note, "small", 96, 1) if row.note else None
        room = self.width() - 2 * CELL_WIDTH - 3 * GAP - 2 * _MARGIN
        beside = room - (note.width + GAP if note else 0)
        name = broken(row.name, "strong" if in_hand else "body", max(beside, 20), 1)
        ink = theme().colour("ink_soft" if row.note else "ink")
        draw_lines(painter, QPointF(_MARGIN, top + (high - name.height) / 2), name, ink)
        if note:
            spot = QPointF(_MARGIN + room - note.width, top + (high - note.height) / 2)
            draw_lines(painter, spot, note, theme().colour("ink_soft"))
        for question in _QUESTIONS:
            self._paint_cell(painter, (at, question), row)

    def _paint_cell(self, painter: QPainter, cell: CellId, row: ScorerRow) -> None:
        held, rect = row.cell(cell[1]), self._cell_rect(*cell)
        in_hand = cell == self._at
        if held.skipped and not held.filled:
            return
        filled = held.filled and not in_hand
        if in_hand or not held.filled:
            painter.setPen(QPen(theme().colour("line" if in_hand else "edge"), 1))
            painter.setBrush(theme().colour("surface"))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("sunken"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        text = broken(held.text, "heading" if filled or held.filled else "body", CELL_WIDTH, 1)
        spot = QPointF(rect.center().x() - text.width / 2, rect.center().y() - text.height / 2)
        draw_lines(painter, spot, text, theme().colour("ink"))
        if in_hand and not held.filled:
            painter.fillRect(
                QRectF(rect.center().x() - 1, rect.center().y() - 9, 2, 18),
                theme().colour("accent"),
            )
        if in_hand and self.hasFocus():
            draw_ring(painter, rect.adjusted(2, 2, -2, -2))
