"""The wall of slips: one view that paints all of them; every act also by key."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from deskrisk.gui.stages.name.acts import WallActs
from deskrisk.gui.stages.name.dragging import Drag
from deskrisk.gui.stages.name.editor import WallEditor
from deskrisk.gui.stages.name.painting import WallState, paint_wall
from deskrisk.gui.stages.name.placing import (
    NO_PILE,
    Placed,
    PlacedSlip,
    Wall,
    neighbour,
    pile_at,
    placed_wall,
)
from deskrisk.gui.stages.name.wall_model import WallModel, key_of
from deskrisk.gui.widgets.announcing import announce
from deskrisk.i18n import _, ngettext
from deskrisk.viewmodels.name import NameView, PileRow

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_DIRECTIONS = {
    _Move.MoveUp: (0, -1),
    _Move.MoveDown: (0, 1),
    _Move.MoveLeft: (-1, 0),
    _Move.MoveRight: (1, 0),
}
_EMPTY = Wall((), None, 0)
_CTRL = Qt.KeyboardModifier.ControlModifier
_EDGE, _EDGE_STEP = 28, 16


class WallView(QAbstractItemView):
    """The wall.

    Arrows go from slip to slip, Space marks; what else its keys and drags mean says ``acts``.

    Signals:
        moved_on(): another slip is in hand, or another wall is shown.
    """

    moved_on = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wall")
        self.setAccessibleName(_("The wall of slips"))
        self.setProperty("own_ring", True)  # noqa: FBT003  Qt's own signature
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self._view: NameView | None = None
        self._wall = _EMPTY
        self._marks: set[str] = set()
        self._model = WallModel()
        self._model.setParent(self)
        self._model.marked = lambda placed: key_of(placed) in self._marks
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self._moved())
        self._editor = WallEditor(self.viewport())
        self._editor.finished.connect(self._to_wall)
        self.acts = WallActs(self)
        self._drag = Drag()
        self.moved_on.connect(self._say_what_is_in_hand)

    def show_wall(self, view: NameView) -> None:
        """Show the piles; the slip in hand and the marks stay."""
        self._view = view
        ids = {slip.id for pile in view.piles for slip in pile.slips}
        self._marks &= ids
        self._lay_out()
        self.moved_on.emit()

    def _say_what_is_in_hand(self) -> None:
        """To a screen reader the wall is what is in hand on it."""
        spoken = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        count = len(self._wall.placed)
        words = ngettext("{count} thing on it", "{count} things on it", count).format(count=count)
        if spoken != self.accessibleDescription() or not spoken:
            self.setAccessibleDescription(str(spoken or words))
            if self.hasFocus():
                announce(self, str(spoken or words))

    def marked(self) -> tuple[str, ...]:
        """The ids of the marked fears; without any, the one in hand."""
        row = [p.slip.id for p in self._wall.placed if isinstance(p, PlacedSlip)]
        marked = tuple(id_ for id_ in row if id_ in self._marks)
        if marked:
            return marked
        here = self.current()
        return (here.slip.id,) if isinstance(here, PlacedSlip) else ()

    def has_marks(self) -> bool:
        """Is anything marked?"""
        return bool(self._marks)

    def clear_marks(self) -> None:
        """Mark nothing any more."""
        self._marks.clear()
        self.viewport().update()

    def mark_all(self) -> None:
        """Mark every slip."""
        self._marks = {p.slip.id for p in self._wall.placed if isinstance(p, PlacedSlip)}
        self.viewport().update()

    def toggle_mark(self) -> None:
        """Mark the slip in hand, or no longer; on the name of a pile, all of the pile."""
        here = self.current()
        if isinstance(here, PlacedSlip):
            self._marks ^= {here.slip.id}
        elif here is not None:
            ids = {slip.id for slip in here.pile.slips}
            self._marks = self._marks - ids if ids <= self._marks else self._marks | ids
        self.viewport().update()

    def piles_in_hand(self) -> list[PileRow]:
        """The piles of the marked slips, the one in hand first; those without a name left out."""
        here = self.current()
        first = [] if here is None else [here.pile]
        rest = [p.pile for p in self._wall.placed if key_of(p) in self._marks]
        piles = {pile.id: pile for pile in (*first, *rest) if pile.id is not None}
        return list(piles.values())

    def current(self) -> Placed | None:
        """The slip or heading in hand."""
        at = self.currentIndex().row()
        return self._wall.placed[at] if 0 <= at < len(self._wall.placed) else None

    def show_current(self, id_: str) -> None:
        """Put the cursor on a slip."""
        for at, placed in enumerate(self._wall.placed):
            if isinstance(placed, PlacedSlip) and placed.slip.id == id_:
                self.setCurrentIndex(self._model.index(at))

    def ask_here(
        self,
        name: str,
        text: str,
        answer: Callable[[str], object],
        *,
        at: str = "",
        role: str = "strong",
    ) -> None:
        """Ask for a text, in the place of the slip in hand or of the one with this id."""
        found = [p for p in self._wall.placed if key_of(p) == at] if at else [self.current()]
        place = found[0] if found else None
        if place is not None:
            self._editor.ask(self._shifted(place.rect), name, text, answer, role)

    def _moved(self) -> None:
        self.viewport().update()
        self.moved_on.emit()

    def _to_wall(self) -> None:
        self.setFocus()

    def _lay_out(self) -> None:
        if self._view is None:
            return
        here = self.current()
        key, at = (key_of(here) if here else None), self.currentIndex().row()
        self._wall = placed_wall(self._view, max(self.viewport().width() - 8, 80))
        self._model.show_placed(self._wall.placed)
        keys = [key_of(placed) for placed in self._wall.placed]
        if key is not None and keys:
            place = keys.index(key) if key in keys else min(at, len(keys) - 1)
            self.setCurrentIndex(self._model.index(place))
        self.updateGeometries()
        self.viewport().update()

    def _shifted(self, rect: QRect) -> QRect:
        return rect.translated(4, 4 - self.verticalOffset())

    # What a view has to be able to, in Qt's names.

    def updateGeometries(self) -> None:
        """How far the wall scrolls."""
        super().updateGeometries()
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setPageStep(room)
        bar.setSingleStep(24)
        bar.setRange(0, max(self._wall.height + 8 - room, 0))

    def visualRect(self, index: _Index) -> QRect:
        """Where a slip is seen."""
        if not index.isValid() or index.row() >= len(self._wall.placed):
            return QRect()
        return self._shifted(self._wall.placed[index.row()].rect)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Which slip is at a point."""
        for at, placed in enumerate(self._wall.placed):
            if self._shifted(placed.rect).contains(point):
                return self._model.index(at)
        return QModelIndex()

    def scrollTo(
        self,
        index: _Index,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a slip into sight."""
        rect = self.visualRect(index).adjusted(0, -6, 0, 6)
        bar = self.verticalScrollBar()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > self.viewport().height():
            over = rect.bottom() - self.viewport().height()
            bar.setValue(bar.value() + min(over, rect.top()))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where an arrow leads; with Ctrl to the next thing in the order of reading, or back."""
        count = len(self._wall.placed)
        at = self.currentIndex().row()
        if not count:
            return QModelIndex()
        if at < 0:
            return self._model.index(0)
        if action in _DIRECTIONS and held & _CTRL:
            by = sum(_DIRECTIONS[action])
            return self._model.index(min(max(at + by, 0), count - 1))
        if action in _DIRECTIONS:
            return self._model.index(neighbour(self._wall.placed, at, *_DIRECTIONS[action]))
        steps = {_Move.MoveHome: -count, _Move.MoveEnd: count, _Move.MovePageUp: -8}
        by = steps.get(action, 8 if action == _Move.MovePageDown else 0)
        return self._model.index(min(max(at + by, 0), count - 1))

    def horizontalOffset(self) -> int:
        """The wall is never wider than its place."""
        return 0

    def verticalOffset(self) -> int:
        """How far the wall is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: _Index) -> bool:
        """Nothing is hidden."""
        return False

    def setSelection(self, _rect: QRect, _command: object) -> None:
        """Marks are kept by id, so that they outlive a new wall."""

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """The region of the marks is painted with the slips."""
        return QRegion()

    def event(self, event: QEvent) -> bool:
        """The keys of the wall come to it, although a menu may have them too."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.acts.wants(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the wall; letters do not search."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._drag.is_on and event.key() == Qt.Key.Key_Escape:
            self._drag.end()
            self.viewport().update()
        elif self.acts.press(event):
            return
        elif (event.text().isprintable() and event.text()) and not held & _CTRL:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # with Ctrl it belongs to the primary button
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is on a slip as soon as the wall has the focus."""
        fresh = not self.currentIndex().isValid()
        super().focusInEvent(event)
        if fresh and self._wall.placed:
            first = next(
                (at for at, p in enumerate(self._wall.placed) if isinstance(p, PlacedSlip)), 0
            )
            self.setCurrentIndex(self._model.index(first))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses, with Ctrl it marks; a drag may begin."""
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        if event.modifiers() & _CTRL:
            self.toggle_mark()
        elif event.button() == Qt.MouseButton.LeftButton:
            placed = self._wall.placed[index.row()]
            self._drag.may_begin(placed, self._marks, self._on_wall(point))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is dragged goes with the mouse; near the edges the wall scrolls."""
        point = event.position().toPoint()
        if not self._drag.move(self._on_wall(point)):
            super().mouseMoveEvent(event)
            return
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        edge = self.viewport().height() - _EDGE
        by = _EDGE_STEP if point.y() > edge else -_EDGE_STEP if point.y() < _EDGE else 0
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged lies where it was let go."""
        super().mouseReleaseEvent(event)
        self.viewport().unsetCursor()
        dragged = self._drag.end()
        if dragged is not None:
            target = pile_at(self._wall, self._on_wall(event.position().toPoint()))
            self.viewport().update()
            self._marks.clear()
            self.acts.drop(dragged.ids, dragged.pile, target or NO_PILE)

    def _on_wall(self, point: QPoint) -> QPoint:
        return point - self._shifted(QRect(0, 0, 1, 1)).topLeft()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.acts.edit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        self._lay_out()

    def viewportEvent(self, event: QEvent) -> bool:
        """A tip would say what is seen anyway."""
        if isinstance(event, QHelpEvent):
            return True
        return super().viewportEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        state = WallState(
            wall=self._wall,
            view=self._view,
            marks=frozenset(self._marks),
            current=self.currentIndex().row() if self.hasFocus() else -1,
            seen=QRect(0, self.verticalOffset(), self.width(), self.viewport().height()),
            empty_width=self.viewport().width(),
            dragged=self._drag.picture(self._wall),
        )
        painter.translate(4, 4 - self.verticalOffset())
        paint_wall(painter, state)
        painter.end()
