"""Dragging slips, or a whole pile by its name; nothing is stored before it is let go."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from deskrisk.gui.stages.name.placing import Placed, PlacedHeading, PlacedSlip, Wall, pile_at
from deskrisk.viewmodels.name import PileRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Dragged:
    """What was dragged: slips by their ids, or a ``pile``."""

    ids: tuple[str, ...]
    pile: PileRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DragPicture:
    """What is painted over the wall: the thing in hand moved ``by``, and where it would lie."""

    placed: Placed
    by: QPoint
    count: int
    targets: tuple[QRect, ...]


class Drag:
    """A drag that may begin, goes on, or is not there. Points are those of the wall."""

    def __init__(self) -> None:
        self._placed: Placed | None = None
        self._marked: tuple[str, ...] = ()
        self._start = QPoint()
        self._now = QPoint()
        self.is_on = False

    def may_begin(self, placed: Placed, marks: AbstractSet[str], point: QPoint) -> None:
        """The button went down on something; marked slips go along with a marked one."""
        self._placed, self._start, self._now, self.is_on = placed, point, point, False
        own = (placed.slip.id,) if isinstance(placed, PlacedSlip) else ()
        self._marked = tuple(marks) if own and own[0] in marks else own

    def move(self, point: QPoint) -> bool:
        """The mouse moved; True while something is dragged."""
        if self._placed is None:
            return False
        self._now = point
        far = (point - self._start).manhattanLength() >= QApplication.startDragDistance()
        loose = isinstance(self._placed, PlacedHeading) and self._placed.pile.id is None
        self.is_on = self.is_on or (far and not loose)
        return self.is_on

    def end(self) -> Dragged | None:
        """What was let go; None if nothing was dragged."""
        placed, was_on = self._placed, self.is_on
        self._placed, self.is_on = None, False
        if placed is None or not was_on:
            return None
        pile = placed.pile if isinstance(placed, PlacedHeading) else None
        return Dragged(ids=self._marked, pile=pile)

    def picture(self, wall: Wall) -> DragPicture | None:
        """How it looks now; None while nothing is dragged."""
        if self._placed is None or not self.is_on:
            return None
        target = pile_at(wall, self._now)
        rects = tuple(
            each.rect
            for each in wall.placed
            if isinstance(each, PlacedHeading) and target is not None and each.pile is target
        )
        return DragPicture(
            placed=self._placed,
            by=self._now - self._start,
            count=len(self._marked),
            targets=rects,
        )
