"""What the search has found: each hit in its sentence, with its words marked."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from deskrisk.gui.theme import line_height, text_font, theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.i18n import _
from deskrisk.viewmodels.search import HitRow

HIT_HEIGHT = 60
_INSET = 12
_KIND_WIDTH = 128
_Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """The hits that are known so far.

    Signals:
        wanted(): more are wanted; asked once until they came.
    """

    RowRole = Qt.ItemDataRole.UserRole + 1
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[HitRow] = []
        self._more = False
        self._asked = False

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit, or what it says to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        spoken = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return row.spoken if role in spoken else None

    def canFetchMore(self, _parent: _Index) -> bool:
        """Are there more?"""
        return self._more and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        """Ask for more."""
        if self._more and not self._asked:
            self._asked = True
            self.wanted.emit()

    def show_rows(self, rows: Sequence[HitRow], *, more: bool) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._rows, self._more, self._asked = list(rows), more, False
        self.endResetModel()

    def append_rows(self, rows: Sequence[HitRow], *, more: bool) -> None:
        """Show more hits below."""
        self._more, self._asked = more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, at: int) -> HitRow:
        """The hit at a place."""
        return self._rows[at]


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(200, HIT_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the kind at the left, the sentence, and below it where it is."""
        row: HitRow = index.data(HitModel.RowRole)
        rect, flags = option.rect, option.state
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        focused = bool(flags & QStyle.StateFlag.State_Selected) and option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect).adjusted(0, 1, 0, -2)
        if over or focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft" if focused else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(QRectF(rect.x(), rect.bottom(), rect.width(), 1), theme().colour("line"))
        soft = theme().colour("ink_soft")
        x, y = float(rect.x() + _INSET), float(rect.y() + 9)
        kind = broken(row.kind, "label", _KIND_WIDTH - 12, 1)
        draw_lines(painter, QPointF(x, y + 2), kind, soft)
        x += _KIND_WIDTH
        room = rect.width() - 2 * _INSET - _KIND_WIDTH
        _paint_sentence(painter, x, y, room, row, focused=focused)
        draw_lines(painter, QPointF(x, y + 22), broken(row.where, "small", room, 1), soft)
        if focused:
            draw_ring(painter, box.adjusted(4, 4, -4, -4), radius=2)
        painter.restore()


class HitList(QTreeView):
    """What was found, the best first.

    Signals:
        opened(HitRow): Enter, or a double click.
        left(): the user goes back to the field, with Escape or above the first hit.
        typed(str): letters belong to the field.
    """

    opened = Signal(object)
    left = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("hits")
        self.setAccessibleName(_("What was found"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.rows = HitModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(_HitDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.opened.emit(self.rows.row(index.row())))

    def choose_first(self) -> None:
        """The first hit is the current one."""
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Escape, or Up on the first one, leaves; letters are for the field."""
        index, key = self.currentIndex(), event.key()
        if index.isValid() and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(self.rows.row(index.row()))
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Up and index.row() <= 0):
            self.left.emit()
        elif event.text().isprintable() and event.text().strip() and not _is_command(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is chosen as soon as the list has the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.choose_first()


def _is_command(event: QKeyEvent) -> bool:
    command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & command)


def _paint_sentence(
    painter: QPainter, x: float, y: float, room: float, row: HitRow, *, focused: bool
) -> None:
    """One line; what is too long ends with an ellipsis."""
    plain = "fear" if row.fear else "body"
    height, end = line_height(plain), x + room
    for text, marked in row.pieces:
        font = QFont(text_font(plain))
        if marked:
            font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        shown = text
        if x + metrics.horizontalAdvance(text) > end:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(end - x, 0))
        width = metrics.horizontalAdvance(shown)
        if marked and not focused:
            painter.fillRect(QRectF(x - 1, y, width + 2, height), theme().colour("accent_soft"))
        painter.setFont(font)
        painter.setPen(theme().colour("ink"))
        top = y + (height - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, top), shown)
        x += width
        if shown != text:
            return
