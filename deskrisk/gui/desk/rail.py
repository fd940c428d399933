"""The rail: the seven stages, which are done, and how far the others are. It never blocks."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.theme import text_font, theme
from deskrisk.gui.widgets.handover import flush_focused
from deskrisk.gui.widgets.lines import broken
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_icon
from deskrisk.gui.widgets.text import show_tip
from deskrisk.i18n import _
from deskrisk.viewmodels.rail import RailRow

WIDTH = 184
NARROW = 56
ROW_HEIGHT = 36


class _StageButton(QAbstractButton):
    def __init__(self, row: RailRow) -> None:
        super().__init__()
        self._row = row
        self._narrow = False
        self.setCheckable(True)
        self.setObjectName(f"rail_{row.stage.value}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(row.spoken)

    def show_row(self, row: RailRow) -> None:
        """Show how far the stage is."""
        if row != self._row:
            self._row = row
            self.setAccessibleName(row.spoken)
            self.update()

    def show_narrow(self, *, narrow: bool) -> None:
        """Show the number alone."""
        self._narrow = narrow
        show_tip(self, self._row.spoken if narrow else "")
        self.update()

    def sizeHint(self) -> QSize:
        """A row of the rail."""
        return QSize(40, ROW_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number, name and note."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self.isChecked()
        if current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft" if current else "line"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        role = "strong" if current else "body"
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(text_font(role))
        painter.setPen(theme().colour("accent" if current else "ink_soft"))
        painter.drawText(QRectF(12, 0, 20, self.height()), vertical, str(self._row.number))
        if self._narrow:
            return
        begun = current or self._row.done or bool(self._row.note)
        painter.setPen(theme().colour("ink" if begun else "ink_soft"))
        name = broken(self._row.name, role, self.width() - 36 - 56, 1).lines[0]
        painter.drawText(QRectF(36, 0, self.width() - 36, self.height()), vertical, name)
        right = QRectF(0, 0, self.width() - 10, self.height())
        if self._row.done:
            at = QRectF(self.width() - 10 - ICON_SIZE, (self.height() - ICON_SIZE) / 2, 16, 16)
            paint_icon(painter, at, "check", "good")
        elif self._row.note:
            painter.setFont(text_font("small"))
            painter.setPen(theme().colour("ink_soft"))
            painter.drawText(right, vertical | Qt.AlignmentFlag.AlignRight, self._row.note)


class Rail(QFrame):
    """The seven stages; arrow keys go from one to the next.

    Signals:
        chosen(Stage): the facilitator goes to this stage.
    """

    chosen = Signal(object)

    def __init__(self, rows: Sequence[RailRow]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(_("Stages"))
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[Stage, _StageButton] = {}
        self._stages = [row.stage for row in rows]
        for at, row in enumerate(rows):
            button = _StageButton(row)
            self._buttons[row.stage] = button
            self._group.addButton(button, at)
            column.addWidget(button)
        column.addStretch(1)
        self._column = column
        self._foot: QWidget | None = None
        self._group.idClicked.connect(self._clicked)

    def stand_at_foot(self, widget: QWidget) -> None:
        """Put something at the foot; it goes while only the numbers are seen."""
        self._foot = widget
        self._column.addWidget(widget)

    def show_rows(self, rows: Sequence[RailRow]) -> None:
        """Show how far the stages are."""
        for row in rows:
            self._buttons[row.stage].show_row(row)

    def show_current(self, stage: Stage) -> None:
        """Mark the stage whose page is open; Tab leads to it, arrow keys to the others."""
        self._buttons[stage].setChecked(True)
        for each, button in self._buttons.items():
            tabbed = each is stage
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if tabbed else Qt.FocusPolicy.ClickFocus
            )

    def show_narrow(self, *, narrow: bool) -> None:
        """Keep the numbers only."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        for button in self._buttons.values():
            button.show_narrow(narrow=narrow)
        if self._foot is not None:
            self._foot.setVisible(not narrow)

    def _clicked(self, at: int) -> None:
        flush_focused()
        self.chosen.emit(self._stages[at])
