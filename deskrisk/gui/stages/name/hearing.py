"""Reading aloud: one fear after the other on desk and wall alike."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from deskrisk.domain.model.ids import FearId
from deskrisk.gui.stages.name.reading import Ask, ReadingCard
from deskrisk.gui.stages.name.sorting import Sorting
from deskrisk.services import fears
from deskrisk.viewmodels.reading import next_to_read, reading_view
from deskrisk.viewmodels.scenes import Scene

if TYPE_CHECKING:
    from deskrisk.gui.stages.name.page import NamePage


class Hearing:
    """Where the reading is, and what was heard; known while the workshop is open, never kept."""

    def __init__(self, page: "NamePage", card: ReadingCard, sorting: Sorting) -> None:
        self._page, self._card, self._sorting = page, card, sorting
        self._here: FearId | None = None
        self._heard: set[FearId] = set()
        card.stepped.connect(self._step)
        card.sentence_said.connect(self._said)
        card.held.connect(self.hold_back)
        card.acknowledged.connect(lambda: self._about(sorting.say_heard))
        card.turned.connect(
            lambda: self._about(
                lambda ids: page.attempt(
                    lambda: fears.turn_kind(page.meeting, [FearId(id_) for id_ in ids])
                )
            )
        )

    @property
    def here(self) -> FearId | None:
        """The fear being read."""
        return self._here

    def refresh(self) -> None:
        """Show the fear being read as it is now, or the next one if it is read no more."""
        workshop = self._page.meeting.workshop
        self._here = next_to_read(workshop, self._here, 0)
        view = reading_view(workshop, self._here, self._heard)
        self._card.show_reading(view)

    def put_on_wall(self) -> None:
        """Let the room see the fear being read, and nothing else."""
        self.refresh()
        if self._here is None:
            self._page.room.show(Scene.FEAR, "", curtain=True)
            return
        self._page.room.show(Scene.FEAR, self._here, curtain=False)
        self._heard.add(self._here)
        self.refresh()

    def hold_back(self) -> None:
        """Hold the fear back that is being read, and go on."""
        self._about(self._sorting.hold_back)
        self.put_on_wall()

    def _step(self, by: int) -> None:
        self._here = next_to_read(self._page.meeting.workshop, self._here, by)
        self.put_on_wall()

    def _said(self, asked: Ask, text: str) -> None:
        if self._here is None:
            return
        keep = {
            Ask.PARK: self._sorting.park,
            Ask.AGREE: self._sorting.agree,
            Ask.QUESTION: self._sorting.keep_question,
        }[asked]
        keep(self._here, text)

    def _about(self, act: Callable[[Sequence[str]], object]) -> None:
        if self._here is not None:
            act([self._here])
