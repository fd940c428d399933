"""A ballot in the making: one key puts a risk on the next place."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.slips import Slip, named, taken_back, tie_next, unsure_next
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_sign
from deskrisk.i18n import _
from deskrisk.viewmodels.ballots import SlipRow, SlipView

_ROW = 38
_PLACE = 110
_KEY = 30
_WIDEST = 760


class BallotSlip(QWidget):
    """The risks with their keys, and the places they have so far.

    Signals:
        slip_changed(object): the slip is another one, a ``Slip``.
        handed_in(): Enter was pressed.
        left(): Escape was pressed.
    """

    slip_changed = Signal(object)
    handed_in = Signal()
    left = Signal()

    def __init__(self, name: str = "ballot_slip") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(_("Your ballot"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_WIDEST)
        self.slip = Slip(risks=())
        self._view = SlipView(rows=(), hint="", ready=False)

    def show_slip(self, slip: Slip, view: SlipView) -> None:
        """Show a ballot."""
        self.slip, self._view = slip, view
        rows = "; ".join(row.spoken for row in view.rows)
        self.setAccessibleDescription(f"{view.hint} {rows}")
        self.setFixedHeight(max(len(view.rows) * _ROW + 8, 1))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A risk's key names it, 0 and = announce, Backspace takes back, Enter hands in."""
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        key, text = event.key(), event.text().lower()
        if held:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.handed_in.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace:
            self._change(taken_back(self.slip))
        elif text == "=":
            self._change(tie_next(self.slip))
        elif text == "0":
            self._change(unsure_next(self.slip))
        elif self._risk(text) is not None:
            self._name(self._risk(text))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click names a risk, as its key does."""
        super().mousePressEvent(event)
        at = int(event.position().y()) // _ROW
        if 0 <= at < len(self._view.rows):
            self._name(self._view.rows[at].id)

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(520, self.height())

    def minimumSizeHint(self) -> QSize:
        """All rows, narrower."""
        return QSize(260, self.height())

    def _risk(self, key: str) -> RiskId | None:
        return next((row.id for row in self._view.rows if key and row.key == key), None)

    def _name(self, risk: RiskId | None) -> None:
        if risk is not None:
            self._change(named(self.slip, risk))

    def _change(self, slip: Slip) -> None:
        if slip != self.slip:
            self.slip = slip
            self.slip_changed.emit(slip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, row in enumerate(self._view.rows):
            self._paint_row(painter, row, at * _ROW + 4.0)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()).adjusted(4, 4, -4, -4))

    def _paint_row(self, painter: QPainter, row: SlipRow, y: float) -> None:
        ink = theme().colour("ink_soft" if row.place else "ink")
        cap = QRectF(8, y + 5, _KEY - 4, _ROW - 10)
        painter.setPen(QPen(theme().colour("line" if row.place else "edge"), 1))
        painter.setBrush(theme().colour("sunken" if row.place else "surface"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        key = broken(row.key, "strong", _KEY, 1)
        spot = QPointF(cap.center().x() - key.width / 2, cap.center().y() - key.height / 2)
        draw_lines(painter, spot, key, ink)
        x = 8.0 + _KEY + 8
        paint_sign(painter, QRectF(x, y + 11, ICON_SIZE, ICON_SIZE), row.sign)
        x += ICON_SIZE + 8
        room = max(int(self.width() - x - _PLACE - 12), 40)
        title = broken(row.title, "body" if row.place else "strong", room, 1)
        draw_lines(painter, QPointF(x, y + (_ROW - title.height) / 2), title, ink)
        if row.place:
            role = "heading" if row.place.strip("=").isdigit() else "soft"
            place = broken(row.place, role, _PLACE, 1)
            spot = QPointF(self.width() - place.width - 14, y + (_ROW - place.height) / 2)
            draw_lines(painter, spot, place, theme().colour("accent"))
