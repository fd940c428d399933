"""What becomes of the fear in hand: begun here, and a step as soon as what it needs is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from deskrisk.domain.changes import Changes
from deskrisk.domain.fears import risks_of
from deskrisk.domain.model.fears import Disposition, Fear
from deskrisk.domain.model.ids import AgreementId, FearId
from deskrisk.i18n import _
from deskrisk.services import fears, recasting, working_agreements

if TYPE_CHECKING:
    from deskrisk.gui.stages.recast.page import RecastPage

_AT_ONCE = {None, Disposition.ACKNOWLEDGED, Disposition.ISSUE, Disposition.QUESTION}
"""What a fear can become without anything else being there."""


class FearPlacing:
    """Connects what stands under the fear with the services; ``begun`` still needs something."""

    def __init__(self, page: "RecastPage") -> None:
        self._page = page
        self.begun: Disposition | None = None
        self.sent_away: set[tuple[FearId, str]] = set()
        parts, needs = page.parts, page.parts.needs
        parts.disposition.chosen.connect(
            lambda value: self.choose(cast("Disposition | None", value))
        )
        parts.mates.activated.connect(lambda key: page.show_fear(FearId(str(key))))
        parts.still_holds.chosen.connect(self._say_it_holds)
        needs.agreed.connect(self._agree)
        needs.agreement_chosen.connect(self._choose_agreement)
        needs.noted.connect(self._note)
        needs.owner_chosen.connect(lambda who: self._edit(owner=who))
        needs.due_chosen.connect(lambda day: self._edit(due=day))
        needs.hint_sent_away.connect(self._send_hint_away)
        needs.due.flaw_found.connect(lambda words: page.say(words, "care"))
        needs.twin_chosen.connect(
            lambda twin: self._place(Disposition.MERGED, merged_into=twin) if twin else None
        )

    def _send_hint_away(self, code: str) -> None:
        """Do not ask this again about the fear, as long as its workshop is open."""
        fear = self._fear()
        if fear is not None:
            self.sent_away.add((fear.id, code))
            self._page.refresh(None)

    def ask(self) -> None:
        """Open the list of what a fear can become."""
        if self._page.parts.disposition.isVisible():
            self._page.parts.disposition.setFocus()
            self._page.parts.disposition.showPopup()

    def choose(self, disposition: Disposition | None) -> None:
        """Say what becomes of the fear, or begin it; then go to what it needs."""
        fear = self._fear()
        if fear is None:
            return
        self.begun = None
        ready: dict[Disposition | None, bool] = {
            Disposition.RECAST: bool(risks_of(self._page.meeting.workshop, fear.id)),
            Disposition.PARKED: bool(fear.note.strip()),
        }
        if disposition in _AT_ONCE or ready.get(disposition):
            self._place(disposition)
        else:
            self.begun = disposition
        self._page.refresh(None)
        if disposition is Disposition.RECAST:
            self._page.first_focus().setFocus()
        else:
            field = self._page.parts.needs.first_field(disposition)
            if field is not None:
                field.setFocus()

    def why_no_fear(self) -> str:
        """Why nothing can become of a fear now; empty if something can."""
        return "" if self._fear() is not None else _("There is no fear yet.")

    def _fear(self) -> Fear | None:
        id_ = self._page.fear_in_hand()
        return self._page.meeting.workshop.fears.get(id_) if id_ else None

    def _place(self, disposition: Disposition | None, **needs: object) -> None:
        done = self._with_fear(
            lambda fear: fears.dispose_fear(self._page.meeting, fear, disposition, **needs)
        )
        if done is not None:
            self.begun = None
        self._page.refresh(None)

    def _edit(self, **fields: object) -> None:
        self._with_fear(
            lambda fear: fears.edit_fear(self._page.meeting, fear, origin=self._page, **fields)
        )

    def _with_fear(self, action: Callable[[FearId], Changes]) -> Changes | None:
        fear = self._page.fear_in_hand()
        return None if fear is None else self._page.attempt(lambda: action(fear))

    def _agree(self, text: str) -> None:
        fear, page = self._fear(), self._page
        if fear is None or not text.strip():
            return
        held = fear.agreement
        if held is not None:
            page.attempt(
                lambda: working_agreements.edit_agreement(page.meeting, held, text, origin=page)
            )
        else:
            page.attempt(lambda: fears.agree_for_fear(page.meeting, fear.id, text))

    def _choose_agreement(self, value: object) -> None:
        agreement = cast("AgreementId | None", value)
        if agreement is not None:
            self._place(Disposition.AGREEMENT, agreement=agreement)

    def _note(self, text: str) -> None:
        if self.begun is Disposition.PARKED:
            self._place(Disposition.PARKED, note=text)
        else:
            self._edit(note=text)

    def _say_it_holds(self, holds: object) -> None:
        self._with_fear(
            lambda fear: recasting.say_it_holds(self._page.meeting, fear, holds=bool(holds))
        )
