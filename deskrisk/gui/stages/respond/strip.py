"""The risks one after the other: number, sign, a tick where nothing is missing, and a face."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskrisk.domain.model.ids import RiskId
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_icon, paint_sign
from deskrisk.gui.widgets.text import show_tip
from deskrisk.i18n import _
from deskrisk.viewmodels.respond import StripItem

_HIGH = 34
_WIDE = 61
_FACE = 18
"""Room for a face, once the room was asked whether it is happy about any of them."""

_LINE_GAP = 16
_INSET = 4


class RiskStrip(QWidget):
    """The risks that need a response, a line, then the others; arrow keys go along.

    Signals:
        picked(object): another risk is in hand.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("risk_strip")
        self.setAccessibleName(_("Risks in their order"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._items: tuple[StripItem, ...] = ()
        self._current: RiskId | None = None

    def show_items(self, items: tuple[StripItem, ...], current: RiskId | None) -> None:
        """Show the risks, one of them in hand."""
        self._items, self._current = items, current
        spoken = next((item.spoken for item in items if item.id == current), "")
        self.setAccessibleDescription(spoken)
        self._fit()

    def _rects(self) -> list[QRectF]:
        found = []
        x, y = float(_INSET), float(_INSET)
        wide = _WIDE + (_FACE if any(item.happy for item in self._items) else 0)
        for at, item in enumerate(self._items):
            if at and self._items[at - 1].needed and not item.needed:
                x += _LINE_GAP
            if x + wide > self.width() - _INSET and x > _INSET:
                x, y = float(_INSET), y + _HIGH + 4
            found.append(QRectF(x, y, wide - 3, _HIGH))
            x += wide
        return found

    def _fit(self) -> None:
        rects = self._rects()
        self.setFixedHeight(int(rects[-1].bottom()) + _INSET if rects else 1)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(400, self.height())

    def minimumSizeHint(self) -> QSize:
        """A few risks on a line."""
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            ids = [item.id for item in self._items]
            if self._current in ids:
                by = -1 if event.key() == Qt.Key.Key_Left else 1
                at = min(max(ids.index(self._current) + by, 0), len(ids) - 1)
                self.picked.emit(ids[at])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a risk in hand."""
        super().mousePressEvent(event)
        item = self._item_at(event.position())
        if item is not None:
            self.picked.emit(item.id)

    def event(self, event: QEvent) -> bool:
        """Say the title of a risk on hover."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(QPointF(event.pos()))
            show_tip(self, item.title if item else "")
        return super().event(event)

    def _item_at(self, point: QPointF) -> StripItem | None:
        pairs = zip(self._items, self._rects(), strict=True)
        return next((item for item, rect in pairs if rect.contains(point)), None)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rects = self._rects()
        for at, (item, rect) in enumerate(zip(self._items, rects, strict=True)):
            if at and self._items[at - 1].needed and not item.needed and rect.x() > _INSET:
                line = QRectF(rect.x() - _LINE_GAP / 2 - 2, rect.y() + 6, 1, _HIGH - 12)
                painter.fillRect(line, theme().colour("edge"))
            self._paint_item(painter, item, rect)

    def _paint_item(self, painter: QPainter, item: StripItem, rect: QRectF) -> None:
        in_hand = item.id == self._current
        if in_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft"))
            painter.drawRoundedRect(rect, 6, 6)
        role = "strong" if in_hand else "body"
        number = broken(item.number, role, 24, 1)
        ink = theme().colour("ink" if in_hand else "ink_soft")
        top = rect.y() + (_HIGH - number.height) / 2
        draw_lines(painter, QPointF(rect.x() + 19 - number.width, top), number, ink)
        middle = rect.y() + (_HIGH - ICON_SIZE) / 2
        if item.sign:
            paint_sign(painter, QRectF(rect.x() + 22, middle, ICON_SIZE, ICON_SIZE), item.sign)
        if item.done:
            tick = QRectF(rect.x() + 39, middle, ICON_SIZE, ICON_SIZE)
            paint_icon(painter, tick, "check", "good")
        if item.happy:
            face = QRectF(rect.x() + 39 + _FACE, middle, ICON_SIZE, ICON_SIZE)
            paint_sign(painter, face, item.happy)
        if in_hand and self.hasFocus():
            draw_ring(painter, rect.adjusted(2, 2, -2, -2), radius=4)
