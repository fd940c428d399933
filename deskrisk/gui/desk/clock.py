"""The time in the header: figures that go down, and a button that pauses them."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from deskrisk.gui.theme import text_font, theme
from deskrisk.gui.widgets.lines import broken
from deskrisk.gui.widgets.text import show_tip
from deskrisk.viewmodels.timer import TimerView

_HIGH = 32
_ASIDE = 8
_GAP = 6
_UNLIMITED = 16_000_000


class Clock(QAbstractButton):
    """Shows the time of the step; Space or a click pauses it and lets it go on."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("clock")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._view: TimerView | None = None
        self.hide()

    def show_time(self, view: TimerView | None) -> None:
        """Show the time; None for nothing to show."""
        if view == self._view:
            return
        self._view = view
        self.setVisible(view is not None)
        if view is None:
            return
        if view.spoken != self.accessibleName():
            self.setAccessibleName(view.spoken)
        show_tip(self, f"{view.step} · {view.hint}")
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What it shows, as one line."""
        return " ".join(text for text, _role, _tone in self._parts())

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        wide = sum(_width(text, role) + _GAP for text, role, _tone in self._parts()) - _GAP
        return QSize(max(wide, 0) + 2 * _ASIDE, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """The time does not shrink."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint figures and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view is not None and self._view.tone == "care":
            self._paint_ground(painter, "care_soft")
        elif self.underMouse():
            self._paint_ground(painter, "sunken")
        x = float(_ASIDE)
        for text, role, tone in self._parts():
            wide = _width(text, role)
            painter.setFont(text_font(role))
            painter.setPen(theme().colour(tone))
            box = QRectF(x, 0, wide + 2, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            x += wide + _GAP

    def _paint_ground(self, painter: QPainter, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(colour))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)

    def _parts(self) -> list[tuple[str, str, str]]:
        """Text, text role and colour of each part that is shown, from left to right."""
        view = self._view
        if view is None:
            return []
        soft = "care" if view.tone == "care" else "ink_soft"
        figure = view.tone if view.running else soft
        parts = (
            (view.before, "small", soft),
            (view.figure, "heading", figure),
            (view.note, "small", soft),
        )
        return [part for part in parts if part[0]]


def _width(text: str, role: str) -> int:
    return broken(text, role, _UNLIMITED).width
