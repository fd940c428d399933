"""What lies on the wall, slip by slip, as a list for keyboard and screen reader."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from deskrisk.gui.stages.name.placing import Placed, PlacedHeading, PlacedSlip
from deskrisk.i18n import _

_Index = QModelIndex | QPersistentModelIndex


class WallModel(QAbstractListModel):
    """Slips and headings, in the order in which they lie."""

    def __init__(self) -> None:
        super().__init__()
        self.placed: tuple[Placed, ...] = ()
        self.marked: Callable[[Placed], bool] = lambda _placed: False

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many slips and headings there are."""
        return 0 if parent is not None and parent.isValid() else len(self.placed)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a slip or a heading."""
        if not index.isValid():
            return None
        placed = self.placed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return placed.slip.text if isinstance(placed, PlacedSlip) else placed.pile.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(placed, marked=self.marked(placed))
        return None

    def show_placed(self, placed: tuple[Placed, ...]) -> None:
        """Show another wall."""
        self.beginResetModel()
        self.placed = placed
        self.endResetModel()


def key_of(placed: Placed) -> str:
    """What tells a slip or a heading from all others."""
    if isinstance(placed, PlacedSlip):
        return placed.slip.id
    return f"pile/{placed.pile.id}/{placed.pile.about_us}"


def _spoken(placed: Placed, *, marked: bool) -> str:
    if isinstance(placed, PlacedHeading):
        return _("Pile {name}, {count}").format(name=placed.pile.name, count=placed.pile.count)
    words = [placed.slip.text]
    words += [_("the same: {text}").format(text=text) for text in placed.slip.same]
    if placed.slip.about_us:
        words.append(_("about us"))
    if placed.slip.held_back:
        words.append(_("held back"))
    if marked:
        words.append(_("marked"))
    return ", ".join(words)
