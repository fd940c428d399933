"""Begin with a template or like a past workshop, and take the people of one."""

from typing import TYPE_CHECKING

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.tasks import finished
from deskrisk.services.continuing import continue_from
from deskrisk.services.people import take_people
from deskrisk.services.templates import begin_like, begin_with, known_templates
from deskrisk.viewmodels.beginnings import (
    CONTINUE,
    LIKE,
    PEOPLE,
    TEMPLATE,
    beginning_offers,
    people_offers,
)
from deskrisk.viewmodels.palette import Offer

if TYPE_CHECKING:
    from deskrisk.gui.program import Program

_PAST = 200
"""How many past workshops are offered, the newest ones."""


class Beginnings:
    """Offers what there is to begin with, and does what was chosen."""

    def __init__(self, program: "Program") -> None:
        self._program = program

    def offers(self) -> tuple[Offer, ...]:
        """Templates and past workshops."""
        return beginning_offers(known_templates().templates, self._past())

    def people(self) -> tuple[Offer, ...]:
        """Workshops whose people can be taken; none while no workshop is open."""
        desk = self._program.desk
        if desk is None:
            return ()
        return people_offers(self._past(), desk.meeting.workshop.id)

    def take(self, key: str) -> bool:
        """Do what was chosen.

        Args:
            key: of an offer, of any kind.

        Returns:
            whether it was one of these.
        """
        kind, colon, id_ = key.partition(":")
        acts = {
            TEMPLATE: self._begin_with,
            CONTINUE: self._continue_from,
            LIKE: self._begin_like,
            PEOPLE: self._take_people,
        }
        act = acts.get(kind + colon)
        if act is not None:
            act(id_)
        return act is not None

    def _past(self) -> tuple[LibraryRow, ...]:
        library = self._program.library
        return self._program.attempt(lambda: finished(lambda: library.rows(_PAST, 0))) or ()

    def _workshop(self, id_: str) -> Workshop | None:
        library = self._program.library
        return self._program.attempt(lambda: finished(lambda: library.workshop(WorkshopId(id_))))

    def _begin_with(self, id_: str) -> None:
        template = next(each for each in known_templates().templates if each.id == id_)
        self._program.start_workshop(lambda meeting: begin_with(meeting, template))

    def _begin_like(self, id_: str) -> None:
        past = self._workshop(id_)
        if past is not None:
            self._program.start_workshop(lambda meeting: begin_like(meeting, past))

    def _continue_from(self, id_: str) -> None:
        past = self._workshop(id_)
        if past is not None:
            self._program.start_workshop(lambda meeting: continue_from(meeting, past))

    def _take_people(self, id_: str) -> None:
        desk = self._program.desk
        past = self._workshop(id_)
        if desk is not None and past is not None:
            self._program.attempt(lambda: take_people(desk.meeting, past))
