"""A list of rows in one column: one widget for any number of rows, heights from their texts."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import Lines, broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_sign
from deskrisk.gui.widgets.text import show_tip
from deskrisk.viewmodels.rows import Row

__all__ = ["Row", "RowList", "RowsModel"]

_Index = QModelIndex | QPersistentModelIndex
_ASIDE = 12
_ABOVE = 9
_MOST_LINES = 4


class RowsModel(QAbstractListModel):
    """Rows by their place; another set of rows changes only what differs."""

    RowRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or what it says to a screen reader."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == self.RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(each for each in (row.number, row.title, row.soft, row.note) if each)
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        if not index.isValid() or self._rows[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def row(self, at: int) -> Row:
        """The row at a place."""
        return self._rows[at]

    def place(self, key: Hashable) -> int | None:
        """Where the row with a key is."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), None)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, keeping what stays."""
        old, new = [row.key for row in self._rows], [row.key for row in rows]
        if old != new:
            self._replace_middle(list(rows), old, new)
        for at, row in enumerate(rows):
            if self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def _replace_middle(self, rows: list[Row], old: list[Hashable], new: list[Hashable]) -> None:
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if head < len(old) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            del self._rows[head : len(old) - tail]
            self.endRemoveRows()
        if head < len(new) - tail:
            self.beginInsertRows(QModelIndex(), head, len(new) - tail - 1)
            self._rows[head:head] = rows[head : len(new) - tail]
            self.endInsertRows()


class _RowDelegate(QStyledItemDelegate):
    """Paints a row: sign, number, title over soft line, note at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its texts at the width of the list."""
        row: Row = index.data(RowsModel.RowRole)
        width = _list_width(option)
        if row.heading:
            return QSize(width, 36)
        title, soft, _note = _texts(row, width)
        below = soft.height if soft else 0
        return QSize(width, title.height + below + 2 * _ABOVE + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint it."""
        row: Row = index.data(RowsModel.RowRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            _paint_heading(painter, rect, row)
        else:
            _paint_row(painter, rect, row, _state(option))
        painter.restore()


class RowList(QTreeView):
    """Rows to read and to choose from, by keyboard or mouse.

    Signals:
        picked(object): another row has become the current one; its key.
        activated(object): Enter or a double click on a row; its key.
        moved(object, int): Alt+Up or Alt+Down on a row; its key, and -1 or 1.
        removed(object): Delete on a row; its key.
    """

    picked = Signal(object)
    activated = Signal(object)
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self._model = RowsModel()
        self._model.setParent(self)
        self._silent = False
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda index: self._tell(self.activated, index))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen one and the place on the list stay where they can."""
        chosen, at = self.current_key(), self.verticalScrollBar().value()
        self._silent = True
        self._model.show_rows(rows)
        if chosen is not None and self.current_key() != chosen:
            self.show_current(chosen)
        self._silent = False
        self.verticalScrollBar().setValue(at)

    def rows(self) -> tuple[Row, ...]:
        """The rows that are shown."""
        return tuple(self._model.row(at) for at in range(self._model.rowCount()))

    def current_key(self) -> Hashable | None:
        """The key of the chosen row."""
        index = self.currentIndex()
        return self._model.row(index.row()).key if index.isValid() else None

    def show_current(self, key: Hashable | None) -> None:
        """Choose a row without telling anyone; None chooses none."""
        at = None if key is None else self._model.place(key)
        silent, self._silent = self._silent, True
        self.setCurrentIndex(QModelIndex() if at is None else self._model.index(at))
        self._silent = silent

    def _current_changed(self, now: QModelIndex) -> None:
        if not self._silent and now.isValid():
            self._tell(self.picked, now)

    def _tell(self, signal: SignalInstance, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if not row.heading:
            signal.emit(row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Alt with an arrow moves, Delete removes; Ctrl+Enter is the page's."""
        index, key, held = self.currentIndex(), event.key(), event.modifiers()
        if not index.isValid() or held & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._tell(self.activated, index)
        elif held & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.moved.emit(self._model.row(index.row()).key, -1 if key == Qt.Key.Key_Up else 1)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._tell(self.removed, index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is chosen as soon as the list has the focus, so that the ring is seen."""
        if not self.currentIndex().isValid():  # before Qt makes a row current without choosing it
            first = next((at for at, row in enumerate(self.rows()) if not row.heading), None)
            if first is not None:
                self.setCurrentIndex(self._model.index(first))
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            choose = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self.currentIndex(), choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show on hover what a row had to hide."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            show_tip(self.viewport(), _hidden_text(self, index) if index.isValid() else "")
        return super().viewportEvent(event)


def _hidden_text(view: RowList, index: QModelIndex) -> str:
    row: Row = index.data(RowsModel.RowRole)
    title, soft, _note = _texts(row, view.viewport().width())
    whole = title.whole and (soft is None or soft.whole)
    return "" if whole else "\n".join(each for each in (row.title, row.soft) if each)


def _list_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return int(view.viewport().width()) if isinstance(view, QAbstractItemView) else 240


def _state(option: QStyleOptionViewItem) -> tuple[bool, bool, bool]:
    flags = option.state
    view = option.widget
    chosen = bool(flags & QStyle.StateFlag.State_Selected)
    over = bool(flags & QStyle.StateFlag.State_MouseOver)
    return chosen, over, chosen and bool(view.hasFocus())


def _texts(row: Row, width: int) -> tuple[Lines, Lines | None, Lines | None]:
    room = width - 2 * _ASIDE - _lead(row)
    note = broken(row.note, "small", max(width // 3, 40), 1) if row.note else None
    beside = room - (note.width + _ASIDE if note else 0)
    role = "fear" if row.fear else "strong" if row.strong else "soft" if row.quiet else "body"
    title = broken(row.title, role, max(beside, 20), _MOST_LINES)
    soft = broken(row.soft, "small", max(room, 20), 2) if row.soft else None
    return title, soft, note


def _lead(row: Row) -> int:
    return (ICON_SIZE + 6 if row.sign else 0) + (24 if row.number else 0)


def _paint_heading(painter: QPainter, rect: QRect, row: Row) -> None:
    line = broken(row.title, "label", rect.width() - 2 * _ASIDE, 1)
    draw_lines(
        painter, QPointF(rect.x() + _ASIDE, rect.bottom() - 22), line, theme().colour("ink_soft")
    )
    if row.note:
        note = broken(row.note, "small", rect.width() // 2, 1)
        at = QPointF(rect.right() + 1 - _ASIDE - note.width, rect.bottom() - 22)
        draw_lines(painter, at, note, theme().colour(row.tone))


def _paint_row(painter: QPainter, rect: QRect, row: Row, state: tuple[bool, bool, bool]) -> None:
    chosen, over, focused = state
    box = QRectF(rect).adjusted(4, 2, -4, -3)
    if chosen or over:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft" if chosen else "sunken"))
        painter.drawRoundedRect(box, 6, 6)
    if not chosen:
        hairline = QRectF(rect.x() + _ASIDE, rect.bottom(), rect.width() - 2 * _ASIDE, 1)
        painter.fillRect(hairline, theme().colour("line"))
    title, soft, note = _texts(row, rect.width())
    x, y = float(rect.x() + _ASIDE), float(rect.y() + _ABOVE)
    if row.sign:
        paint_sign(painter, QRectF(x, y + 2, ICON_SIZE, ICON_SIZE), row.sign)
        x += ICON_SIZE + 6
    if row.number:
        number = broken(row.number, "soft", 24, 1)
        at = QPointF(x + 16 - number.width, y)
        draw_lines(painter, at, number, theme().colour("accent" if chosen else "ink_soft"))
        x += 24
    draw_lines(painter, QPointF(x, y), title, theme().colour("ink_soft" if row.quiet else "ink"))
    if soft:
        draw_lines(painter, QPointF(x, y + title.height), soft, theme().colour("ink_soft"))
    if note:
        at = QPointF(rect.right() + 1 - _ASIDE - note.width, y + 2)
        draw_lines(painter, at, note, theme().colour(row.tone))
    if focused:
        draw_ring(painter, box.adjusted(3, 3, -3, -3), radius=3)
