"""What one key does with the words of a sentence, and with whole risks."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.services import recasting, risks
from deskrisk.services.meeting import Meeting
from deskrisk.viewmodels.recast_risk import Move

T = TypeVar("T")


class Hand(Protocol):
    """What the moves need of the page: what is in hand, and how to do and to show something."""

    meeting: Meeting

    def fear_in_hand(self) -> FearId | None:
        """The fear in hand."""

    def risk_in_hand(self) -> Risk | None:
        """The risk in hand, with everything typed so far."""

    def attempt(self, action: Callable[[], T]) -> T | None:
        """Do something; what is refused is said."""

    def take_risk(self, risk: RiskId | None) -> None:
        """Take another risk in hand and go to the first empty part of its sentence."""

    def take_place(self, disposition: Disposition) -> None:
        """Say what becomes of the fear in hand, and go to what that needs."""


class RiskMoves:
    """The moves of the page Recast; each is one step that can be undone."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._asked: tuple[str, RiskId] | None = None

    def do(self, move: Move) -> None:
        """Do what a question under the sentence offers."""
        {
            Move.CAUSE: self._to_cause,
            Move.SHELF: self._to_shelf,
            Move.ISSUE: lambda: self.give_back(Disposition.ISSUE),
            Move.QUESTION: lambda: self.give_back(Disposition.QUESTION),
            Move.SPLIT: self._split,
        }[move]()

    def give_back(self, disposition: Disposition) -> None:
        """Make the fear an issue or a question; words of the sentence in hand become its note."""
        hand, risk, fear = self._hand, self._hand.risk_in_hand(), self._hand.fear_in_hand()
        begun = risk is not None and (risk.event.strip() or risk.cause.strip())
        ours = risk is not None and fear in risk.fears and not risk.consequence.strip()
        if risk is not None and fear is not None and begun and ours:
            held = risk.id
            done = hand.attempt(
                lambda: recasting.give_back_to_fear(hand.meeting, held, fear, disposition)
            )
            if done is None:
                return
        hand.take_place(disposition)

    def merge(self, other: RiskId) -> bool:
        """Bring another risk into the one in hand; with answers only when asked for once more."""
        hand, risk = self._hand, self._hand.risk_in_hand()
        if risk is None or risk.id == other:
            return False
        again = self._again("merge", other)
        done = hand.attempt(
            lambda: recasting.merge_risks(hand.meeting, risk.id, other, for_good=again)
        )
        return done is not None

    def remove(self, risk: RiskId) -> None:
        """Remove a risk; where answers would go too, only when it is asked for once more."""
        hand, again = self._hand, self._again("remove", risk)
        hand.attempt(lambda: risks.remove_risk(hand.meeting, risk, for_good=again))

    def duplicate(self) -> None:
        """Copy the risk in hand and take the copy."""
        hand, risk = self._hand, self._hand.risk_in_hand()
        if risk is not None:
            hand.take_risk(hand.attempt(lambda: risks.duplicate_risk(hand.meeting, risk.id)))

    def send_hint_away(self, code: str) -> None:
        """Do not ask this again about the risk in hand."""
        hand, risk = self._hand, self._hand.risk_in_hand()
        if risk is not None and code:
            hand.attempt(lambda: recasting.send_hint_away(hand.meeting, risk.id, code))

    def _to_cause(self) -> None:
        self._move_words(recasting.move_to_cause)

    def _to_shelf(self) -> None:
        self._move_words(recasting.put_on_shelf)

    def _move_words(self, service: Callable[[Meeting, RiskId], object]) -> None:
        hand, risk = self._hand, self._hand.risk_in_hand()
        if risk is None:
            return
        done = hand.attempt(lambda: service(hand.meeting, risk.id))
        if done is not None:
            hand.take_risk(risk.id)

    def _split(self) -> None:
        hand, risk = self._hand, self._hand.risk_in_hand()
        if risk is None:
            return
        hand.take_risk(hand.attempt(lambda: recasting.split_in_two(hand.meeting, risk.id)))

    def _again(self, act: str, risk: RiskId) -> bool:
        asked, self._asked = self._asked, (act, risk)
        return asked == (act, risk)
