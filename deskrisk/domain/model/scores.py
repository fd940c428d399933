"""Private answers about risks: scores, notes of the talk, ballots, duels, moves in the order."""

from dataclasses import dataclass
from enum import Enum

from deskrisk.domain.model.fields import WhenGone, refers, words
from deskrisk.domain.model.ids import DuelId, MoveId, NoteId, ParticipantId, RiskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One person's answer for one risk in one round (1 or 2).

    Levels are 1 to 5. ``abstain`` says "I cannot judge" and leaves both levels empty. While cards
    are keyed in, a score may hold a likelihood and wait for its impact: then it does not count.
    """

    round: int
    participant: ParticipantId = refers("participants", gone=WhenGone.FOLLOW)
    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    likelihood: int | None = None
    impact: int | None = None
    abstain: bool = False

    @property
    def id(self) -> str:
        """The key: there is one score a round, person and risk."""
        return f"{self.round}/{self.participant}/{self.risk}"

    @property
    def complete(self) -> bool:
        """Both levels are there, so that it counts."""
        return not self.abstain and self.likelihood is not None and self.impact is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionNote:
    """What we heard about a risk between the rounds; no names."""

    id: NoteId
    position: int
    round: int
    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    text: str = words(advice=(5, 200))


class BallotScope(Enum):
    """Which risks a ballot is about."""

    BOUNDARY_TIER = "boundary_tier"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """A private ranking: places in order, each a set of tied risks; unranked risks are last."""

    participant: ParticipantId = refers("participants", gone=WhenGone.FOLLOW)
    scope: BallotScope
    ranking: tuple[tuple[RiskId, ...], ...] = refers("risks", default=())
    no_opinion: tuple[RiskId, ...] = refers("risks", default=())

    @property
    def id(self) -> str:
        """The key: one ballot a person and scope."""
        return f"{self.scope.value}/{self.participant}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duel:
    """A private choice of the room between two risks; only the counts are kept."""

    id: DuelId
    sequence: int
    a: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    b: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    wins_a: int = 0
    wins_b: int = 0
    equal: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMove:
    """A risk moved by the room; positions count from 1."""

    id: MoveId
    sequence: int
    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    from_position: int
    to_position: int
    crosses_tier: bool
    reason: str = words(advice=(5, 160), default="")
