"""The list of the home window: one row a workshop, its columns painted by one delegate."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.gui.home.cards import CARD_HEIGHT, card_is_whole, paint_card, paint_reached
from deskrisk.gui.theme import theme
from deskrisk.gui.widgets.focus import draw_ring
from deskrisk.gui.widgets.lines import broken, draw_lines
from deskrisk.gui.widgets.signs import ICON_SIZE, paint_sign
from deskrisk.gui.widgets.text import show_tip
from deskrisk.i18n import N_, _
from deskrisk.viewmodels.home import HomeRow

ROW_HEIGHT = 64
_Index = QModelIndex | QPersistentModelIndex

COLUMNS: tuple[tuple[str, int], ...] = (
    (N_("Workshop"), 0),
    (N_("Held"), 112),
    (N_("Reached"), 116),
    (N_("First on the list"), 0),
    (N_("Promises"), 96),
    (N_("Next"), 96),
)
"""The heads of the columns, and their widths in pixels; 0 shares what is left."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Left edge and width of each column."""

    edges: tuple[tuple[int, int], ...]


def column_spans(width: int) -> Spans:
    """Where the columns are in a list of a width."""
    left = width - sum(size for _name, size in COLUMNS)
    at, edges = 0, []
    for _name, size in COLUMNS:
        room = size or left // 2
        edges.append((at, room - 16 if size != COLUMNS[-1][1] or at + room < width - 2 else room))
        at += room
    return Spans(tuple(edges))


class Look(Enum):
    """How the workshops are shown."""

    COLUMNS = "columns"
    CARDS = "cards"


class HomeModel(QAbstractListModel):
    """The rows that were read so far; more come when the list is scrolled.

    Signals:
        wanted(): more rows are wanted; asked once until they came.
    """

    RowRole = Qt.ItemDataRole.UserRole + 1
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[HomeRow] = []
        self._more = False
        self._asked = False

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many rows were read."""
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
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None

    def canFetchMore(self, _parent: _Index) -> bool:
        """Are there more than were read?"""
        return self._more and not self._asked

    def fetchMore(self, _parent: _Index) -> None:
        """Ask for more."""
        if self._more and not self._asked:
            self._asked = True
            self.wanted.emit()

    def show_rows(self, rows: Sequence[HomeRow], *, more: bool) -> None:
        """Show other rows, and perhaps there are more."""
        self.beginResetModel()
        self._rows, self._more, self._asked = list(rows), more, False
        self.endResetModel()

    def append_rows(self, rows: Sequence[HomeRow], *, more: bool) -> None:
        """Show more rows below, and perhaps there are even more."""
        self._more, self._asked = more, False
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, at: int) -> HomeRow:
        """The row at a place."""
        return self._rows[at]

    def place(self, id_: WorkshopId | None) -> int | None:
        """Where a workshop is."""
        return next((at for at, row in enumerate(self._rows) if row.id == id_), None)


class _HomeDelegate(QStyledItemDelegate):
    look = Look.COLUMNS

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """All rows are of one height."""
        return QSize(200, CARD_HEIGHT if self.look is Look.CARDS else ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the columns of a row."""
        row: HomeRow = index.data(HomeModel.RowRole)
        rect = option.rect
        flags = option.state
        chosen = bool(flags & QStyle.StateFlag.State_Selected)
        over = bool(flags & QStyle.StateFlag.State_MouseOver)
        focused = chosen and option.widget.hasFocus()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.look is Look.CARDS:
            paint_card(painter, rect, row, over=over, focused=focused)
            painter.restore()
            return
        box = QRectF(rect).adjusted(0, 1, 0, -2)
        if over or focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft" if focused else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(QRectF(rect.x(), rect.bottom(), rect.width(), 1), theme().colour("line"))
        inner = rect.adjusted(INSET, 0, -INSET, 0)
        _paint_columns(painter, inner, row)
        if focused:
            draw_ring(painter, box.adjusted(4, 4, -4, -4), radius=2)
        painter.restore()


INSET = 12
"""Room at both ends of a row for its ring, in pixels."""


class HomeList(QTreeView):
    """The workshops, newest first.

    Signals:
        opened(WorkshopId): Enter, or a double click.
        removed(WorkshopId): Delete.
        chosen(WorkshopId): another one is the current one.
    """

    opened = Signal(object)
    removed = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("workshops")
        self.setAccessibleName(_("Workshops"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.rows = HomeModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self._painter = _HomeDelegate(self)
        self.setItemDelegate(self._painter)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._double_clicked)
        self.entered.connect(self._show_rest)
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_look(self, look: Look) -> None:
        """Show columns or cards; what is chosen stays in sight."""
        if look is not self._painter.look:
            self._painter.look = look
            self.scheduleDelayedItemsLayout()
            self.scrollTo(self.currentIndex())

    def current(self) -> WorkshopId | None:
        """The workshop that is chosen."""
        index = self.currentIndex()
        return self.rows.row(index.row()).id if index.isValid() else None

    def show_current(self, id_: WorkshopId | None) -> None:
        """Choose a workshop, the first if it is not there."""
        at = self.rows.place(id_)
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at or 0))

    def look(self) -> Look:
        """How the workshops are shown."""
        return self._painter.look

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()).id)

    def _current_changed(self, now: QModelIndex) -> None:
        if now.isValid():
            self._show_rest(now)
            self.chosen.emit(self.rows.row(now.row()).id)

    def _show_rest(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        width = self.viewport().width() - 2 * INSET
        if self._painter.look is Look.CARDS:
            hidden = not card_is_whole(row, width)
        else:
            spans = column_spans(width).edges
            hidden = (
                not broken(row.title, "strong", spans[0][1], 1).whole
                or not broken(row.project, "small", spans[0][1], 1).whole
                or not broken(row.first, "body", spans[3][1] - ICON_SIZE - 6, 1).whole
            )
        whole = f"{row.title}\n{row.project}\n{row.first}"
        show_tip(self.viewport(), whole if hidden else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes."""
        current = self.current()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if current and plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(current)
        elif current and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is chosen as soon as the list has the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.show_current(None)


class HomeHeads(QWidget):
    """The heads of the list's columns."""

    def __init__(self, rows: QAbstractItemView) -> None:
        super().__init__()
        self._rows = rows
        rows.viewport().installEventFilter(self)
        self.setFixedHeight(32)
        self.setAccessibleName(", ".join(_(name) for name, _size in COLUMNS))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stand over the columns when a scroll bar makes them narrower."""
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them, and the line below."""
        painter = QPainter(self)
        colour = theme().colour("ink_soft")
        spans = column_spans(self._rows.viewport().width() - 2 * INSET).edges
        for at, (name, _size) in enumerate(COLUMNS):
            left, room = spans[at]
            line = broken(_(name), "label", room, 1)
            last = at == len(COLUMNS) - 1
            x = INSET + (left + room - line.width if last else left)
            draw_lines(painter, QPointF(x, 8), line, colour)
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme().colour("line"))


def _paint_columns(painter: QPainter, rect: QRect, row: HomeRow) -> None:
    ink, soft = theme().colour("ink"), theme().colour("ink_soft")
    spans = [(rect.x() + left, room) for left, room in column_spans(rect.width()).edges]
    top, middle = rect.y(), rect.y() + (ROW_HEIGHT - 20) / 2
    x, room = spans[0]
    y = top + 12 if row.project else middle
    draw_lines(painter, QPointF(x, y), broken(row.title, "strong", room, 1), ink)
    if row.project:
        project = broken(row.project, "small", room, 1)
        draw_lines(painter, QPointF(x, top + 35), project, soft)
    x, room = spans[1]
    draw_lines(painter, QPointF(x, middle), broken(row.held, "soft", room, 1), soft)
    paint_reached(painter, spans[2][0], top + 18, row)
    x, room = spans[3]
    if row.sign:
        paint_sign(painter, QRectF(x - 2, middle + 2, ICON_SIZE, ICON_SIZE), row.sign)
        x, room = x + ICON_SIZE + 4, room - ICON_SIZE - 4
    first = broken(row.first, "body", room, 1)
    draw_lines(painter, QPointF(x, middle), first, ink if row.has_first else soft)
    x, room = spans[4]
    draw_lines(painter, QPointF(x, middle), broken(row.promises, "body", room, 1), ink)
    x, room = spans[5]
    due = broken(row.next, "soft", room, 1)
    draw_lines(painter, QPointF(x + room - due.width, middle), due, soft)
