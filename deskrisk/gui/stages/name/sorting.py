"""Making piles: what was meant on the wall becomes steps of the meeting."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.gui.stages.name.layout import NameLayout
from deskrisk.gui.stages.name.placing import PlacedSlip
from deskrisk.i18n import _
from deskrisk.services import clusters, fears
from deskrisk.viewmodels.name import pile_meant

if TYPE_CHECKING:
    from deskrisk.gui.stages.name.page import NamePage

T = TypeVar("T")


class Sorting:
    """Answers the acts on the wall."""

    def __init__(self, page: "NamePage", parts: NameLayout) -> None:
        self._page, self._parts = page, parts
        self._meeting = page.meeting
        self._connect_slips()
        self._connect_piles()
        self._connect_buttons()
        parts.wall.moved_on.connect(self._show_in_hand)
        self._show_in_hand()

    def hold_back(self, ids: Sequence[str]) -> None:
        """Hold these slips back, or show them again if all were held back."""
        known = self._page.meeting.workshop.fears
        held = [known[FearId(id_)] for id_ in ids if id_ in known]
        back = not all(fear.held_back for fear in held)
        wanted = [fear.id for fear in held]
        self._do(lambda: fears.hold_back(self._meeting, wanted, held_back=back))

    def say_heard(self, ids: Sequence[str]) -> None:
        """These fears about us were heard, and that is enough; or open again."""
        known = self._page.meeting.workshop.fears
        for id_ in ids:
            fear = known.get(FearId(id_))
            if fear is None or fear.kind is not FearKind.PEOPLE:
                continue
            done = fear.disposition is Disposition.ACKNOWLEDGED
            place = None if done else Disposition.ACKNOWLEDGED
            self._do(partial(self._dispose, fear.id, place))

    def agree(self, id_: str, text: str) -> None:
        """We agree on something for this fear."""
        self._do(lambda: fears.agree_for_fear(self._meeting, FearId(id_), text))

    def keep_question(self, id_: str, text: str) -> None:
        """A question stays open."""
        self._do(lambda: self._dispose(FearId(id_), Disposition.QUESTION, note=text))

    def park(self, id_: str, text: str) -> None:
        """What is argued about a fear waits for Recast."""
        self._do(lambda: fears.park_fear(self._meeting, FearId(id_), text))

    def _connect_slips(self) -> None:
        acts = self._parts.wall.acts
        acts.slip_edited.connect(
            lambda id_, text: self._do(
                lambda: fears.edit_fear(self._meeting, FearId(id_), text=text, origin=self._page)
            )
        )
        acts.removed.connect(lambda ids: self._do(lambda: fears.remove_fears(self._meeting, ids)))
        acts.turned.connect(lambda ids: self._do(lambda: fears.turn_kind(self._meeting, ids)))
        acts.held.connect(self.hold_back)
        acts.heard.connect(self.say_heard)
        acts.laid_same.connect(
            lambda kept, ids: self._do(lambda: fears.lay_together(self._meeting, FearId(kept), ids))
        )
        acts.taken_apart.connect(
            lambda id_: self._do(lambda: fears.take_apart(self._meeting, FearId(id_)))
        )
        acts.parked.connect(self.park)
        acts.agreed.connect(self.agree)
        acts.questioned.connect(self.keep_question)
        acts.left.connect(self._page.leave_wall)

    def _connect_piles(self) -> None:
        acts = self._parts.wall.acts
        acts.pile_wanted.connect(self._make_pile)
        acts.pile_split.connect(
            lambda ids, name: self._do(lambda: clusters.split_pile(self._meeting, name, ids))
        )
        acts.pile_renamed.connect(
            lambda id_, name: self._do(
                lambda: clusters.rename_pile(self._meeting, ClusterId(id_), name)
            )
        )
        acts.pile_dissolved.connect(
            lambda id_: self._do(lambda: clusters.dissolve_pile(self._meeting, ClusterId(id_)))
        )
        acts.pile_moved.connect(
            lambda id_, by: self._do(lambda: clusters.move_pile(self._meeting, ClusterId(id_), by))
        )
        acts.piles_merged.connect(
            lambda kept, other: self._do(
                lambda: clusters.merge_piles(self._meeting, ClusterId(kept), ClusterId(other))
            )
        )
        acts.put.connect(self._put)
        acts.moved_to.connect(self._move_to)
        acts.merged_with.connect(self._merge_with)
        acts.dropped.connect(self._drop)

    def _connect_buttons(self) -> None:
        parts, acts = self._parts, self._parts.wall.acts
        for button, act in (
            (parts.name_pile, acts.ask_pile_name),
            (parts.move, acts.ask_where_to),
            (parts.merge, acts.merge),
            (parts.split, acts.ask_split_name),
            (parts.same, acts.lay_same),
            (parts.agree, acts.ask_agreement),
            (parts.question, acts.ask_question),
            (parts.heard, acts.say_heard),
            (parts.park, acts.ask_why_parked),
        ):
            button.clicked.connect(lambda _on=False, act=act: act())

    def _show_in_hand(self) -> None:
        here = self._parts.wall.current()
        about_us = isinstance(here, PlacedSlip) and here.slip.about_us
        self._parts.show_in_hand(about_us=about_us)

    def _make_pile(self, ids: Sequence[FearId], name: str) -> None:
        self._do(lambda: clusters.make_pile(self._meeting, name, ids))
        if ids:
            self._parts.wall.show_current(ids[0])

    def _put(self, ids: Sequence[FearId], digit: int) -> None:
        pile = self._page.pile_of(digit)
        if digit == 0 or pile is not None:
            self._do(lambda: clusters.put_fears(self._meeting, ids, pile))

    def _move_to(self, ids: Sequence[FearId], words: str) -> None:
        pile = pile_meant(self._meeting.workshop, words)
        if words.strip() == "0" or pile is not None:
            self._do(lambda: clusters.put_fears(self._meeting, ids, pile))
        elif words.strip().isdecimal():
            self._page.say(_("There is no pile of this number."), "care")
        else:
            self._make_pile(ids, words)

    def _merge_with(self, id_: str, words: str) -> None:
        other = pile_meant(self._meeting.workshop, words)
        if other is None:
            self._page.say(_("There is no pile of this number or name."), "care")
        else:
            self._do(lambda: clusters.merge_piles(self._meeting, ClusterId(id_), other))

    def _drop(self, ids: Sequence[FearId], pile: ClusterId | None, about_us: bool) -> None:  # noqa: FBT001  a slot
        kind = FearKind.PEOPLE if about_us else FearKind.OUTCOME
        self._do(lambda: clusters.lay_fears(self._meeting, ids, pile, kind))

    def _dispose(self, id_: FearId, place: Disposition | None, **needs: str) -> object:
        return fears.dispose_fear(self._meeting, id_, place, **needs)

    def _do(self, action: Callable[[], T]) -> T | None:
        return self._page.attempt(action)
