"""The page Name: one field, type, Enter, next; and the wall of slips."""

from collections.abc import Sequence
from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from deskrisk.domain.changes import Changes
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.gui.stages.name.layout import NameLayout
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.page import StagePage
from deskrisk.gui.widgets.page_actions import PageKey
from deskrisk.gui.widgets.tabbing import tab_as_read
from deskrisk.i18n import N_, _
from deskrisk.services import clusters, fears
from deskrisk.viewmodels.name import name_view
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.wording import name_in


class NamePage(StagePage):
    """Fears come in as fast as one can type, and are sorted into piles.

    Which slip was the last one is known to this page alone, and only while it is open.
    """

    stage = Stage.NAME

    def build(self) -> None:
        """Make the widgets."""
        self._status = ""
        self._last: FearId | None = None
        self._changing: FearId | None = None
        self.parts = NameLayout(self.body)
        self._hold = LinkButton(_("Hold this slip back"), "H", name="hold_back")
        self._hold.clicked.connect(lambda _on=False: self._hold_back(self.parts.wall.marked()))
        self.foot.addWidget(self._hold)
        self.set_primary(_("Recast them"), lambda: self.go_to.emit(Stage.RECAST))
        self.parts.kind.show_value(FearKind.OUTCOME)
        self._show_field_hint()
        self._connect_field()
        self._connect_wall()

    def refresh(self, _changes: Changes | None) -> None:
        """Show the workshop as it is."""
        view = name_view(self.meeting.workshop)
        self.parts.promise.setText(view.promise)
        self.parts.pile.show_options(view.pile_names)
        if self.parts.pile.value() is None:
            self.parts.pile.show_value(None)
        self.parts.wall.show_wall(view)
        if self._changing is not None and self._changing not in self.meeting.workshop.fears:
            self._stop_changing()
        tab_as_read(self)
        self._status = view.note
        if not self._refused:
            self.say("")

    def put_on_wall(self) -> None:
        """The prompt alone, while slips are typed in."""
        asked = self.room.state
        number = asked.subject if asked.scene is Scene.PROMPT else ""
        self.room.show(Scene.PROMPT, number, curtain=True)

    def first_focus(self) -> QWidget:
        """The field."""
        return self.parts.field

    def say(self, text: str, tone: str = "plain") -> None:
        """Say one thing in the message line; with nothing to say, how many slips are in."""
        super().say(text or self._status, tone)

    def _connect_field(self) -> None:
        field = self.parts.field
        field.entered.connect(self._enter)
        field.listed.connect(self._add_list)
        field.last_asked.connect(self._change_last)
        field.given_up.connect(self._stop_changing)
        field.pile_asked.connect(self._choose_pile)
        field.kind_turned.connect(self._turn_kind)
        self.parts.pile.chosen.connect(lambda _pile: field.setFocus())

    def _connect_wall(self) -> None:
        wall = self.parts.wall
        wall.slip_edited.connect(
            lambda id_, text: self.attempt(
                lambda: fears.edit_fear(self.meeting, FearId(id_), text=text, origin=self)
            )
        )
        wall.pile_wanted.connect(self._make_pile)
        wall.pile_renamed.connect(
            lambda id_, name: self.attempt(
                lambda: clusters.rename_pile(self.meeting, ClusterId(id_), name)
            )
        )
        wall.pile_dissolved.connect(
            lambda id_: self.attempt(lambda: clusters.dissolve_pile(self.meeting, ClusterId(id_)))
        )
        wall.pile_moved.connect(
            lambda id_, by: self.attempt(
                lambda: clusters.move_pile(self.meeting, ClusterId(id_), by)
            )
        )
        wall.removed.connect(
            lambda ids: self.attempt(lambda: fears.remove_fears(self.meeting, ids))
        )
        wall.turned.connect(lambda ids: self.attempt(lambda: fears.turn_kind(self.meeting, ids)))
        wall.held.connect(self._hold_back)
        wall.put.connect(self._put)
        wall.left.connect(self.parts.field.setFocus)

    def _enter(self) -> None:
        text = str(self.parts.field.value())
        if not text.strip():
            return
        if self._changing is not None:
            self._change(self._changing, text)
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        id_ = self.attempt(
            lambda: fears.name_fear(
                self.meeting, text, cluster=self._pile(), kind=self._kind(), origin=self
            )
        )
        if id_ is None:
            return
        self._last = id_
        self.parts.field.clear_entry()
        hint = name_in(self.meeting.workshop, text)
        if hint is not None:
            self.say(hint.question, "hint")

    def _add_list(self, text: str) -> None:
        ids = self.attempt(
            lambda: fears.name_fears(self.meeting, text, cluster=self._pile(), kind=self._kind())
        )
        if ids:
            self._last = ids[-1]
            self.parts.field.clear_entry()

    def _change_last(self) -> None:
        fear = self.meeting.workshop.fears.get(self._last) if self._last else None
        if fear is None:
            return
        self._changing = fear.id
        self.parts.field.show_value(fear.text)
        self._show_field_hint()

    def _change(self, id_: FearId, text: str) -> None:
        done = self.attempt(lambda: fears.edit_fear(self.meeting, id_, text=text, origin=self))
        if done is not None:
            self._stop_changing()

    def _stop_changing(self) -> None:
        if self._changing is not None:
            self._changing = None
            self.parts.field.clear_entry()
            self._show_field_hint()

    def _show_field_hint(self) -> None:
        changing = _("The last slip again: Enter keeps the change, Escape leaves it")
        plain = _("Enter, next slip  \N{MIDDLE DOT}  Up, the last one again")
        self.parts.hint.setText(changing if self._changing else plain)

    def _turn_kind(self) -> None:
        about_us = self._kind() is FearKind.PEOPLE
        self.parts.kind.show_value(FearKind.OUTCOME if about_us else FearKind.PEOPLE)

    def _choose_pile(self, digit: int) -> None:
        pile = self._pile_of(digit)
        if digit == 0 or pile is not None:
            self.parts.pile.show_value(pile)

    def _make_pile(self, ids: Sequence[FearId], name: str) -> None:
        self.attempt(lambda: clusters.make_pile(self.meeting, name, ids))
        if ids:
            self.parts.wall.show_current(ids[0])

    def _put(self, ids: Sequence[FearId], digit: int) -> None:
        pile = self._pile_of(digit)
        if digit == 0 or pile is not None:
            self.attempt(lambda: clusters.put_fears(self.meeting, ids, pile))

    def _hold_back(self, ids: Sequence[str]) -> None:
        held = [self.meeting.workshop.fears[FearId(id_)] for id_ in ids]
        back = not all(fear.held_back for fear in held)
        wanted = [fear.id for fear in held]
        self.attempt(lambda: fears.hold_back(self.meeting, wanted, held_back=back))

    def _pile(self) -> ClusterId | None:
        return cast("ClusterId | None", self.parts.pile.value())

    def _kind(self) -> FearKind:
        return cast("FearKind", self.parts.kind.value())

    def _pile_of(self, digit: int) -> ClusterId | None:
        names = name_view(self.meeting.workshop).pile_names  # the first one is "no pile"
        return names[digit][0] if 0 < digit < len(names) else None

    page_keys: ClassVar = (
        PageKey(N_("The last slip again"), "Up"),
        PageKey(N_("New slips about us, or about the work"), "Alt+K"),
        PageKey(N_("The pile of new slips, or of the marked ones"), "Alt+1"),
        PageKey(N_("Mark a slip"), "Space"),
        PageKey(N_("Mark all slips"), "Ctrl+A"),
        PageKey(N_("A pile of the marked slips"), "Ctrl+G"),
        PageKey(N_("Edit a slip or the name of a pile"), "F2"),
        PageKey(N_("Remove the marked slips"), "Delete"),
        PageKey(N_("The marked slips about us, or about the work"), "K"),
        PageKey(N_("Hold the marked slips back, or no longer"), "H"),
        PageKey(N_("A pile to the left or to the right"), "Alt+Right"),
    )
