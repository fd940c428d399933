"""What the four ways of taking answers have in common."""

from functools import cache

from PySide6.QtCore import Signal

from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.packs import Pack
from deskrisk.domain.scores import FIRST_ROUND, SECOND_ROUND, Question
from deskrisk.gui.stages.rank.part import Foot, Part
from deskrisk.gui.widgets.page import StagePage
from deskrisk.i18n import _
from deskrisk.services import scores as services
from deskrisk.services.packs import known_packs
from deskrisk.viewmodels.rank import CANNOT_JUDGE, anchors_of


@cache
def packs_at_hand() -> tuple[Pack, ...]:
    """The packs that can be used, read once a run."""
    return known_packs().packs


class AnswerPart(Part):
    """One way of taking answers in a round.

    Signals:
        talk_wanted(): this risk was asked once more; the room goes on talking.
    """

    talk_wanted = Signal()

    def __init__(self, page: StagePage) -> None:
        super().__init__(page)
        self.round = FIRST_ROUND

    def has_more(self) -> bool:
        """Does the primary button still lead on within this way, and not to closing the round?"""
        raise NotImplementedError

    def talks_aside(self) -> bool:
        """Is the way aside the next talk, and not closing the round?"""
        return False

    def anchors(self, risk: RiskId | None) -> tuple[str, ...]:
        """What the levels of impact look like for the kind of a risk."""
        return anchors_of(self.meeting.workshop, risk, packs_at_hand())

    def key_in(self, who: object, risk: RiskId, question: Question, level: int) -> bool:
        """Record one key; True if it was taken."""
        person = ParticipantId(str(who))
        if level == CANNOT_JUDGE:
            done = self.page.attempt(
                lambda: services.abstain(
                    self.meeting, person, risk, round_=self.round, origin=self.page
                )
            )
        else:
            done = self.page.attempt(
                lambda: services.set_answer(
                    self.meeting,
                    person,
                    risk,
                    question,
                    level,
                    round_=self.round,
                    origin=self.page,
                )
            )
        return done is not None

    def take_back(self, who: object, risk: RiskId, question: Question) -> bool:
        """Take one answer back; True if it was taken."""
        person = ParticipantId(str(who))
        done = self.page.attempt(
            lambda: services.clear_answer(
                self.meeting, person, risk, question, round_=self.round, origin=self.page
            )
        )
        return done is not None

    def round_foot(
        self, *, closed: bool, onward: tuple[str, str] | None, message: str, tone: str = "plain"
    ) -> Foot:
        """What comes next in a round.

        Args:
            closed: the round is closed.
            onward: words and key while there is more to do in it; None leads to closing it.
            message: what is said beside it.
            tone: how it is said.
        """
        number = self.round
        if closed:
            aside = _("Open round {round} again").format(round=number)
            onward_words = _("See the difference") if number < SECOND_ROUND else _("See what moved")
            return Foot(primary=onward_words, aside=aside, message=message, tone=tone)
        close = _("Close round {round} ...").format(round=number)
        words, key = onward or (close, "Ctrl+Enter")
        return Foot(
            primary=words,
            key=key,
            aside=close if onward else "",
            aside_key="Ctrl+R" if onward else "",
            message=message,
            tone=tone,
        )
