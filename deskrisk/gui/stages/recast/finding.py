"""The field that finds a risk on the list by its name: to link it, or to merge it."""

from PySide6.QtCore import QObject, Signal

from deskrisk.domain.model.ids import RiskId
from deskrisk.gui.stages.recast.layout import RecastLayout
from deskrisk.i18n import _
from deskrisk.viewmodels.recast import found_risks
from deskrisk.viewmodels.rows import Row


class RiskFinder(QObject):
    """Words narrow the list, arrows choose on it, Enter takes the chosen one.

    Signals:
        link_wanted(object): the chosen risk also stands for the fear; None for the one in hand.
        merge_wanted(object): the chosen risk says the same as the one in hand.
        left(): nothing is looked for any more.
    """

    link_wanted = Signal(object)
    merge_wanted = Signal(object)
    left = Signal()

    def __init__(self, parts: RecastLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._find, self._list = parts.find, parts.risks
        self._rows: tuple[Row, ...] = ()
        self._in_hand: RiskId | None = None
        self._merging = False
        self._find.typed.connect(self._narrow)
        self._find.stepped.connect(self._step)
        self._find.left.connect(self.leave)
        self._find.entered.connect(self._take)
        self._ask()

    def show_risks(self, rows: tuple[Row, ...], in_hand: RiskId | None) -> None:
        """Show the risks, of which one is in hand; words in the field still narrow them."""
        self._rows, self._in_hand = rows, in_hand
        self._find.setVisible(bool(rows))
        if self._find.text():
            self._list.show_rows(found_risks(rows, self._find.text()))
        else:
            self._list.show_rows(rows)
            self._list.show_current(in_hand)

    def begin(self, *, merging: bool) -> None:
        """Go to the field."""
        self._merging = merging
        self._ask()
        self._find.clear_entry()
        self._find.setFocus()

    def leave(self) -> None:
        """Empty the field and show all risks again."""
        self._merging = False
        self._ask()
        self._find.clear_entry()
        self.show_risks(self._rows, self._in_hand)
        self.left.emit()

    def _ask(self) -> None:
        words = _("Which one says the same?") if self._merging else _("Find one, Alt+L")
        self._find.ask(words)

    def _narrow(self, words: str) -> None:
        rows = found_risks(self._rows, words)
        self._list.show_rows(rows)
        first = next((row.key for row in rows), None)
        self._list.show_current(first if words.strip() else self._in_hand)

    def _step(self, by: int) -> None:
        keys = [row.key for row in self._list.rows()]
        now = self._list.current_key()
        if keys:
            at = keys.index(now) + by if now in keys else 0
            self._list.show_current(keys[min(max(at, 0), len(keys) - 1)])

    def _take(self) -> None:
        key = self._list.current_key()
        wanted = self.merge_wanted if self._merging else self.link_wanted
        if key is not None:
            wanted.emit(key)
