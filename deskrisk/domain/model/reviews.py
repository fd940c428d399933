"""Later looks at what was agreed."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from deskrisk.domain.model.fields import WhenGone, refers, words
from deskrisk.domain.model.ids import ParticipantId, ReviewId, RiskId


class RiskStatus(Enum):
    """Where a risk stands at a review."""

    OPEN = "open"
    MATERIALISED = "materialised"
    CLOSED = "closed"
    SUPERSEDED = "superseded"


class Occurred(Enum):
    """Did it happen?"""

    YES = "yes"
    NO = "no"
    CANNOT_TELL = "cannot_tell"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One later look: the day and who was there.

    ``scores_shown`` says that the new private scores of this review were shown to everyone.
    """

    id: ReviewId
    held_on: date
    attended: tuple[ParticipantId, ...] = refers("participants", default=())
    scores_shown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEntry:
    """What a review saw about one risk. ``trigger_fired`` is None while nobody has said."""

    review: ReviewId = refers("reviews", gone=WhenGone.FOLLOW)
    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    status: RiskStatus = RiskStatus.OPEN
    trigger_fired: bool | None = None
    reading: str = words(advice=(0, 120), default="")
    note: str = words(advice=(0, 240), default="")

    @property
    def id(self) -> str:
        """The key: one entry a review and risk."""
        return f"{self.review}/{self.risk}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewScore:
    """One person's private answer for one risk at a review; levels and abstaining as in a score.

    It is kept apart from the scores of the workshop, so that no figure can mix the two.
    """

    review: ReviewId = refers("reviews", gone=WhenGone.FOLLOW)
    participant: ParticipantId = refers("participants", gone=WhenGone.FOLLOW)
    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    likelihood: int | None = None
    impact: int | None = None
    abstain: bool = False

    @property
    def id(self) -> str:
        """The key: one answer a review, person and risk."""
        return f"{self.review}/{self.participant}/{self.risk}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Whether a risk happened, and since when that is known."""

    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    occurred: Occurred
    resolved_on: date | None = None

    @property
    def id(self) -> str:
        """The key: a risk has one outcome."""
        return self.risk
