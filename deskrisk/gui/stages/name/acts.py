"""What can be done with the slips on the wall, each by one key."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from deskrisk.gui.stages.name.field import alt_digit
from deskrisk.gui.stages.name.placing import PlacedHeading, PlacedSlip
from deskrisk.i18n import _
from deskrisk.viewmodels.name import PileRow

if TYPE_CHECKING:
    from deskrisk.gui.stages.name.wall import WallView

_Mod = Qt.KeyboardModifier
Keys = tuple[Qt.KeyboardModifier, int]


class WallActs(QObject):
    """Turns keys and drops on the wall into what was meant.

    Signals:
        slip_edited(str, str): a fear's id and its new words.
        pile_wanted(tuple, str): these fears in a pile of this name.
        pile_split(tuple, str): these fears out of their pile, into one of this name.
        pile_renamed(str, str), pile_dissolved(str), pile_moved(str, int): a pile.
        piles_merged(object, str): into the pile of an id, the pile of another.
        moved_to(tuple, str): these fears to the pile of this number or name.
        merged_with(str, str): the pile of an id with that of this number or name.
        removed(tuple), turned(tuple), held(tuple), heard(tuple): these fears.
        laid_same(str, tuple): these fears say the same as the first.
        taken_apart(str): what lay under this fear lies by itself again.
        parked(str, str), agreed(str, str), questioned(str, str): a fear and a sentence.
        put(tuple, int): these fears on the pile of a digit, 0 for none.
        dropped(tuple, object, bool): these fears on a pile, or on none; about us or not.
        left(): Escape with nothing marked.
    """

    slip_edited = Signal(str, str)
    pile_wanted = Signal(object, str)
    pile_split = Signal(object, str)
    pile_renamed = Signal(str, str)
    pile_dissolved = Signal(str)
    pile_moved = Signal(str, int)
    piles_merged = Signal(str, str)
    moved_to = Signal(object, str)
    merged_with = Signal(str, str)
    removed = Signal(object)
    turned = Signal(object)
    held = Signal(object)
    heard = Signal(object)
    laid_same = Signal(str, object)
    taken_apart = Signal(str)
    parked = Signal(str, str)
    agreed = Signal(str, str)
    questioned = Signal(str, str)
    put = Signal(object, int)
    dropped = Signal(object, object, bool)
    left = Signal()

    def __init__(self, wall: "WallView") -> None:
        super().__init__(wall)
        self._wall = wall
        none, ctrl, shift = _Mod.NoModifier, _Mod.ControlModifier, _Mod.ShiftModifier
        self._keys: dict[Keys, Callable[[], None]] = {
            (none, Qt.Key.Key_Space): wall.toggle_mark,
            (none, Qt.Key.Key_F2): self.edit,
            (none, Qt.Key.Key_Return): self.edit,
            (none, Qt.Key.Key_Enter): self.edit,
            (none, Qt.Key.Key_Delete): self.remove,
            (none, Qt.Key.Key_Escape): self._give_up,
            (none, Qt.Key.Key_K): lambda: self._tell(self.turned.emit),
            (none, Qt.Key.Key_H): lambda: self._tell(self.held.emit),
            (none, Qt.Key.Key_Y): self.say_heard,
            (none, Qt.Key.Key_M): self.ask_where_to,
            (none, Qt.Key.Key_D): self.lay_same,
            (shift, Qt.Key.Key_D): self.take_apart,
            (none, Qt.Key.Key_P): self.ask_why_parked,
            (none, Qt.Key.Key_A): self.ask_agreement,
            (none, Qt.Key.Key_Q): self.ask_question,
            (ctrl, Qt.Key.Key_G): self.ask_pile_name,
            (ctrl | shift, Qt.Key.Key_G): self.ask_split_name,
            (ctrl, Qt.Key.Key_M): self.merge,
            (ctrl, Qt.Key.Key_A): wall.mark_all,
            (_Mod.AltModifier, Qt.Key.Key_Left): lambda: self._move_pile(-1),
            (_Mod.AltModifier, Qt.Key.Key_Right): lambda: self._move_pile(1),
        }

    def wants(self, event: QKeyEvent) -> bool:
        """Is it a key of the wall that a menu might take away?"""
        keys = (_held(event), event.key())
        return keys in self._keys and bool(keys[0] & _Mod.ControlModifier)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False if it asks for nothing here."""
        digit = alt_digit(event)
        if digit is not None:
            self._tell(lambda ids: self.put.emit(ids, digit))
            return True
        act = self._keys.get((_held(event), event.key()))
        if act is not None:
            act()
        return act is not None

    def ask_pile_name(self) -> None:
        """Ask for the name of a pile of the marked slips, at the slip in hand."""
        self._ask_for_marked(_("Name of the pile"), "", self.pile_wanted.emit)

    def ask_split_name(self) -> None:
        """Ask for the name of a pile that the marked slips go out into."""
        self._ask_for_marked(_("Name of their own pile"), "", self.pile_split.emit)

    def ask_where_to(self) -> None:
        """Ask on which pile the marked slips belong, by number or by name."""
        self._ask_for_marked(_("Pile: number or name"), "", self.moved_to.emit)

    def merge(self) -> None:
        """Make one of the marked piles; with one alone, ask which other one."""
        piles = self._wall.piles_in_hand()
        if len(piles) > 1:
            kept, *others = piles
            self._wall.clear_marks()
            for other in others:
                self.piles_merged.emit(kept.id, other.id)
        elif piles:
            pile = piles[0].id
            self._wall.ask_here(
                _("Pile: number or name"),
                "",
                lambda words: self.merged_with.emit(pile, words),
            )

    def lay_same(self) -> None:
        """The marked slips say the same as the one in hand."""
        here = self._wall.current()
        others = [id_ for id_ in self._wall.marked() if self._is_other(id_)]
        if isinstance(here, PlacedSlip) and others:
            self._wall.clear_marks()
            self.laid_same.emit(here.slip.id, tuple(others))

    def take_apart(self) -> None:
        """What lies under the slip in hand lies by itself again."""
        here = self._wall.current()
        if isinstance(here, PlacedSlip) and here.slip.same:
            self.taken_apart.emit(here.slip.id)

    def say_heard(self) -> None:
        """The marked slips about us were heard."""
        self._tell(self.heard.emit)

    def ask_why_parked(self) -> None:
        """Ask what is argued about the slip in hand."""
        self._ask_about(_("What is argued about, in a sentence, for later"), self.parked.emit)

    def ask_agreement(self) -> None:
        """Ask what we agree on, for the slip in hand if it is about us."""
        self._ask_about(_("What we agree on"), self.agreed.emit, us=True)

    def ask_question(self) -> None:
        """Ask which question stays, for the slip in hand if it is about us."""
        self._ask_about(_("The question that stays open"), self.questioned.emit, us=True)

    def edit(self) -> None:
        """Write the slip in hand, or the name of the pile, anew."""
        here = self._wall.current()
        if isinstance(here, PlacedSlip):
            id_ = here.slip.id
            self._wall.ask_here(
                _("The slip"),
                here.slip.text,
                lambda text: self.slip_edited.emit(id_, text),
                role="fear",
            )
        elif here is not None and here.pile.id is not None:
            pile = here.pile.id
            self._wall.ask_here(
                _("Name of the pile"),
                here.pile.name,
                lambda name: self.pile_renamed.emit(pile, name),
            )

    def remove(self) -> None:
        """Take the marked slips away; a pile in hand is only taken apart."""
        here = self._wall.current()
        if isinstance(here, PlacedHeading) and not self._wall.has_marks():
            if here.pile.id is not None:
                self.pile_dissolved.emit(here.pile.id)
            return
        self._tell(self.removed.emit)

    def drop(self, things: Sequence[str], pile: PileRow | None, target: PileRow) -> None:
        """Slips, or a whole pile, were dragged onto a pile.

        Args:
            things: the ids of the slips.
            pile: the pile that was dragged by its heading; None for slips.
            target: where they were let go; one without an id stands for no pile.
        """
        if pile is None:
            self.dropped.emit(tuple(things), target.id, target.about_us)
        elif pile.id is not None and target.id is not None and pile.id != target.id:
            self.piles_merged.emit(target.id, pile.id)

    def _is_other(self, id_: str) -> bool:
        here = self._wall.current()
        return not (isinstance(here, PlacedSlip) and here.slip.id == id_)

    def _ask_for_marked(
        self, name: str, text: str, told: Callable[[tuple[str, ...], str], object]
    ) -> None:
        ids = self._wall.marked()
        if not ids:
            return

        def answer(words: str) -> None:
            self._wall.clear_marks()
            told(ids, words)

        self._wall.ask_here(name, text, answer, at=ids[0])

    def _ask_about(
        self, name: str, told: Callable[[str, str], object], *, us: bool = False
    ) -> None:
        here = self._wall.current()
        if isinstance(here, PlacedSlip) and (here.slip.about_us or not us):
            id_ = here.slip.id
            self._wall.ask_here(name, "", lambda words: told(id_, words))

    def _tell(self, emit: Callable[[object], None]) -> None:
        ids = self._wall.marked()
        if ids:
            self._wall.clear_marks()
            emit(ids)

    def _give_up(self) -> None:
        if self._wall.has_marks():
            self._wall.clear_marks()
        else:
            self.left.emit()

    def _move_pile(self, by: int) -> None:
        here = self._wall.current()
        if isinstance(here, PlacedHeading) and here.pile.id is not None:
            self.pile_moved.emit(here.pile.id, by)


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_Mod.KeypadModifier
