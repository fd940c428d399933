"""Typing slips in: type, Enter, next."""

from typing import TYPE_CHECKING, cast

from shiboken6 import isValid

from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.ids import ClusterId, FearId
from deskrisk.gui.stages.name.layout import NameLayout
from deskrisk.i18n import _
from deskrisk.services import fears
from deskrisk.viewmodels.name import NameView
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show_fears import prompt_count
from deskrisk.viewmodels.wording import name_in

if TYPE_CHECKING:
    from deskrisk.gui.stages.name.page import NamePage


class Typing:
    """The field and what stands around it.

    Which slip was the last one is known here alone, and only while the page is open.
    """

    def __init__(self, page: "NamePage", parts: NameLayout) -> None:
        self._page, self._parts = page, parts
        self._last: FearId | None = None
        self._changing: FearId | None = None
        self._prompt = ""  # comes back when the page is opened again
        field = parts.field
        field.entered.connect(self._enter)
        field.listed.connect(self._add_list)
        field.last_asked.connect(self._change_last)
        field.given_up.connect(self._give_up)
        field.pile_asked.connect(self._choose_pile)
        field.kind_turned.connect(self._turn_kind)
        field.prompt_turned.connect(self.turn_prompt)
        parts.prompt.clicked.connect(lambda _on=False: self.turn_prompt(1))
        parts.pile.chosen.connect(lambda _pile: field.setFocus())
        parts.kind.chosen.connect(lambda _kind: field.setFocus())
        parts.kind.show_value(FearKind.OUTCOME)
        self._show_hint()
        page.room.listen(self._wall_turned)

    def show_piles(self, view: NameView) -> None:
        """Offer the piles that there are; a slip that is gone is not changed any more."""
        self._parts.pile.show_options(view.pile_names)
        if self._parts.pile.value() is None:
            self._parts.pile.show_value(None)
        if self._changing is not None and self._changing not in self._page.meeting.workshop.fears:
            self.stop_changing()

    def put_on_wall(self) -> None:
        """The prompt alone, behind the curtain."""
        self._page.room.show(Scene.PROMPT, self._prompt_subject(), curtain=True)
        self._show_prompt()

    def turn_prompt(self, by: int) -> None:
        """Another prompt on the wall; after the last one comes the first."""
        number = (int(self._prompt_subject() or 0) + by) % prompt_count()
        self._page.room.show(Scene.PROMPT, str(number), curtain=True)
        self._show_prompt()

    def stop_changing(self) -> None:
        """Go back to new slips."""
        if self._changing is not None:
            self._changing = None
            self._parts.field.clear_entry()
            self._show_hint()

    def _give_up(self) -> None:
        """Escape: the last slip stays as it was; what was asked about it is asked no more."""
        self.stop_changing()
        self._page.say("")

    def _wall_turned(self, state: ShowState) -> None:
        """The guide, or whoever else drives the wall, has turned to another prompt."""
        if state.scene is Scene.PROMPT and isValid(self._parts.prompt):
            self._show_prompt()

    def _prompt_subject(self) -> str:
        asked = self._page.room.state
        if asked.scene is Scene.PROMPT:
            self._prompt = asked.subject
        return self._prompt

    def _show_prompt(self) -> None:
        number = int(self._prompt_subject() or 0) + 1
        words = _("Prompt {number} of {count}").format(number=number, count=prompt_count())
        self._parts.prompt.set_words(words)

    def _enter(self) -> None:
        text = str(self._parts.field.value())
        if not text.strip():
            return
        if self._changing is not None:
            self._change(self._changing, text)
        else:
            self._add(text)

    def _add(self, text: str) -> None:
        page = self._page
        id_ = page.attempt(
            lambda: fears.name_fear(
                page.meeting, text, cluster=self._pile(), kind=self._kind(), origin=page
            )
        )
        if id_ is None:
            return
        self._last = id_
        self._parts.field.clear_entry()
        hint = name_in(page.meeting.workshop, text)
        if hint is not None:
            page.say(hint.question, "hint")

    def _add_list(self, text: str) -> None:
        page = self._page
        ids = page.attempt(
            lambda: fears.name_fears(page.meeting, text, cluster=self._pile(), kind=self._kind())
        )
        if ids:
            self._last = ids[-1]
            self._parts.field.clear_entry()

    def _change_last(self) -> None:
        fear = self._page.meeting.workshop.fears.get(self._last) if self._last else None
        if fear is None:
            return
        self._changing = fear.id
        self._parts.field.show_value(fear.text)
        self._show_hint()

    def _change(self, id_: FearId, text: str) -> None:
        page = self._page
        done = page.attempt(lambda: fears.edit_fear(page.meeting, id_, text=text, origin=page))
        if done is not None:
            self.stop_changing()

    def _show_hint(self) -> None:
        changing = _("The last slip again: Enter keeps the change, Escape leaves it")
        plain = _("Enter, next slip  \N{MIDDLE DOT}  Up, the last one")
        self._parts.hint.setText(changing if self._changing else plain)

    def _turn_kind(self) -> None:
        about_us = self._kind() is FearKind.PEOPLE
        self._parts.kind.show_value(FearKind.OUTCOME if about_us else FearKind.PEOPLE)

    def _choose_pile(self, digit: int) -> None:
        pile = self._page.pile_of(digit)
        if digit == 0 or pile is not None:
            self._parts.pile.show_value(pile)

    def _pile(self) -> ClusterId | None:
        return cast("ClusterId | None", self._parts.pile.value())

    def _kind(self) -> FearKind:
        return cast("FearKind", self._parts.kind.value())
