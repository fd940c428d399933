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

from deskrisk.gui.stages.name.editor import WallEditor
from deskrisk.gui.stages.name.field import alt_digit
from deskrisk.gui.stages.name.painting import WallState, paint_wall
from deskrisk.gui.stages.name.placing import (
    Placed,
    PlacedHeading,
    PlacedSlip,
    Wall,
    neighbour,
    placed_wall,
)
from deskrisk.gui.stages.name.wall_model import WallModel, key_of
from deskrisk.i18n import _
from deskrisk.viewmodels.name import NameView

_Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction
_DIRECTIONS = {
    _Move.MoveUp: (0, -1),
    _Move.MoveDown: (0, 1),
    _Move.MoveLeft: (-1, 0),
    _Move.MoveRight: (1, 0),
}
_EMPTY = Wall((), None, 0)


class WallView(QAbstractItemView):
    """The wall.

    Arrows go from slip to slip, Space marks, F2 or Enter edits, Ctrl+G makes a pile, Delete
    removes, K turns "about us", H holds back, Alt and a digit puts on a pile, Escape goes back.

    Signals:
        slip_edited(str, str): a fear's id and its new words.
        pile_wanted(object, str): the ids of fears, and the name of their pile.
        pile_renamed(str, str): a pile's id and its new name.
        pile_dissolved(str): Delete on the heading of a pile.
        pile_moved(str, int): Alt+Left or Alt+Right on a heading.
        removed(object): the ids of fears.
        turned(object): the ids of fears that are about us, or no longer.
        held(object): the ids of fears to hold back, or no longer.
        put(object, int): the ids of fears and the digit of a pile.
        left(): Escape with nothing marked.
    """

    slip_edited = Signal(str, str)
    pile_wanted = Signal(object, str)
    pile_renamed = Signal(str, str)
    pile_dissolved = Signal(str)
    pile_moved = Signal(str, int)
    removed = Signal(object)
    turned = Signal(object)
    held = Signal(object)
    put = Signal(object, int)
    left = Signal()

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
        self._editor = WallEditor(self.viewport())
        self._editor.finished.connect(self._to_wall)
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self._toggle_mark,
            Qt.Key.Key_F2: self._edit,
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_K: lambda: self._tell(self.turned.emit),
            Qt.Key.Key_H: lambda: self._tell(self.held.emit),
            Qt.Key.Key_Escape: self._give_up,
        }

    def show_wall(self, view: NameView) -> None:
        """Show the piles; the slip in hand and the marks stay."""
        self._view = view
        ids = {slip.id for pile in view.piles for slip in pile.slips}
        self._marks &= ids
        self._lay_out()

    def marked(self) -> tuple[str, ...]:
        """The ids of the marked fears; without any, the one in hand."""
        row = [p.slip.id for p in self._wall.placed if isinstance(p, PlacedSlip)]
        marked = tuple(id_ for id_ in row if id_ in self._marks)
        if marked:
            return marked
        here = self._current()
        return (here.slip.id,) if isinstance(here, PlacedSlip) else ()

    def show_current(self, id_: str) -> None:
        """Put the cursor on a slip."""
        for at, placed in enumerate(self._wall.placed):
            if isinstance(placed, PlacedSlip) and placed.slip.id == id_:
                self.setCurrentIndex(self._model.index(at))

    def ask_pile_name(self) -> None:
        """Ask for the name of a pile of the marked slips, at the slip in hand."""
        ids = self.marked()
        if not ids:
            return
        first = next(p for p in self._wall.placed if key_of(p) == ids[0])
        self._editor.ask(
            self._shifted(first.rect),
            _("Name of the pile"),
            "",
            lambda name: self._name_pile(ids, name),
        )

    def _name_pile(self, ids: tuple[str, ...], name: str) -> None:
        self._marks.clear()
        self.pile_wanted.emit(ids, name)

    def _edit(self) -> None:
        here = self._current()
        if isinstance(here, PlacedSlip):
            id_ = here.slip.id
            self._editor.ask(
                self._shifted(here.rect),
                _("The slip"),
                here.slip.text,
                lambda text: self.slip_edited.emit(id_, text),
                role="fear",
            )
        elif here is not None and here.pile.id is not None:
            pile = here.pile.id
            self._editor.ask(
                self._shifted(here.rect),
                _("Name of the pile"),
                here.pile.name,
                lambda name: self.pile_renamed.emit(pile, name),
            )

    def _remove(self) -> None:
        here = self._current()
        if isinstance(here, PlacedHeading) and not self._marks:
            if here.pile.id is not None:
                self.pile_dissolved.emit(here.pile.id)
            return
        self._tell(self.removed.emit)

    def _tell(self, emit: Callable[[object], None]) -> None:
        ids = self.marked()
        if ids:
            self._marks.clear()
            emit(ids)

    def _toggle_mark(self) -> None:
        here = self._current()
        if isinstance(here, PlacedSlip):
            self._marks ^= {here.slip.id}
        elif here is not None:
            ids = {slip.id for slip in here.pile.slips}
            self._marks = self._marks - ids if ids <= self._marks else self._marks | ids
        self.viewport().update()

    def _give_up(self) -> None:
        if self._marks:
            self._marks.clear()
            self.viewport().update()
        else:
            self.left.emit()

    def _to_wall(self) -> None:
        self.setFocus()

    def _current(self) -> Placed | None:
        at = self.currentIndex().row()
        return self._wall.placed[at] if 0 <= at < len(self._wall.placed) else None

    def _lay_out(self) -> None:
        if self._view is None:
            return
        here = self._current()
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
        self, action: QAbstractItemView.CursorAction, _held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Where an arrow leads."""
        count = len(self._wall.placed)
        at = self.currentIndex().row()
        if not count:
            return QModelIndex()
        if at < 0:
            return self._model.index(0)
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
        """Ctrl+A marks all slips here, although a menu has it too."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() in {Qt.Key.Key_A, Qt.Key.Key_G}
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the wall; letters do not search."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        digit = alt_digit(event)
        if digit is not None:
            self._tell(lambda ids: self.put.emit(ids, digit))
        elif held == ctrl and event.key() == Qt.Key.Key_G:
            self.ask_pile_name()
        elif held == ctrl and event.key() == Qt.Key.Key_A:
            self._marks = {p.slip.id for p in self._wall.placed if isinstance(p, PlacedSlip)}
            self.viewport().update()
        elif held == alt and event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._move_pile(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif held == Qt.KeyboardModifier.NoModifier and event.key() in self._keys:
            self._keys[event.key()]()
        elif event.text().isprintable() and event.text() and held != ctrl:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # with Ctrl it belongs to the primary button
        else:
            super().keyPressEvent(event)

    def _move_pile(self, by: int) -> None:
        here = self._current()
        if isinstance(here, PlacedHeading) and here.pile.id is not None:
            self.pile_moved.emit(here.pile.id, by)

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
        """A click chooses, with Ctrl it marks."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._toggle_mark()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._edit()

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
        )
        painter.translate(4, 4 - self.verticalOffset())
        paint_wall(painter, state)
        painter.end()
