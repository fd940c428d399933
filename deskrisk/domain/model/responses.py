"""What is decided about a risk: the response, its mitigations, and the signals that prove them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from deskrisk.domain.model.fields import WhenGone, refers, words
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId


class Decision(Enum):
    """What we do about a risk."""

    MITIGATE = "mitigate"
    AVOID = "avoid"
    WATCH = "watch"
    ACCEPT = "accept"
    ESCALATE = "escalate"
    RESOLVED = "resolved"


class Happiness(Enum):
    """Is the room happy with how a risk is mitigated?"""

    HAPPY = "happy"
    CAN_LIVE_WITH_IT = "can_live_with_it"
    NOT_YET = "not_yet"


class Treatment(Enum):
    """In which way a mitigation helps (the options of ISO 31000)."""

    AVOID = "avoid"
    REDUCE_LIKELIHOOD = "reduce_likelihood"
    REDUCE_IMPACT = "reduce_impact"
    SHARE = "share"
    LEARN = "learn"
    ACCEPT = "accept"


class SignalType(Enum):
    """What kind of sign shows that a mitigation works."""

    SLO = "slo"
    DEPLOY_CHECK = "deploy_check"
    AUTOMATED_TEST = "automated_test"
    LOAD_TEST = "load_test"
    DRILL = "drill"
    ALERT = "alert"
    METRIC = "metric"
    MILESTONE = "milestone"
    REVIEW = "review"
    INSPECTION = "inspection"
    AUDIT = "audit"
    SURVEY = "survey"
    STUDY = "study"
    TEST_SET = "test_set"


class Comparator(Enum):
    """How a reading is held against the threshold."""

    LESS = "<"
    AT_MOST = "<="
    EQUAL = "=="
    AT_LEAST = ">="
    MORE = ">"


class MitigationStatus(Enum):
    """Where a promise stands; only ``VERIFIED`` lets the number fall."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE_UNVERIFIED = "done_unverified"
    VERIFIED = "verified"
    DROPPED = "dropped"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What would show that the mitigation works; leading means that it moves before harm."""

    type: SignalType = SignalType.METRIC
    statement: str = words(advice=(5, 160), default="")
    metric: str = words(advice=(2, 80), default="")
    comparator: Comparator = Comparator.AT_MOST
    threshold: float | None = None
    unit: str = words(advice=(0, 40), default="")
    window: str = words(advice=(0, 60), default="")
    where: str = words(advice=(2, 80), default="")
    leading: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Mitigation:
    """A promise with one owner, one date and one signal; it may serve several risks.

    ``effort_person_days`` is 0 to 10000. ``required`` says that the residual of the risk depends
    on it. ``status_note`` holds the reason for dropped or blocked.
    """

    id: MitigationId
    position: int
    risks: tuple[RiskId, ...] = refers("risks", gone=WhenGone.FOLLOW)
    title: str = words(advice=(3, 60), default="")
    description: str = words(advice=(0, 200), default="")
    treatment: Treatment = Treatment.REDUCE_LIKELIHOOD
    owner: ParticipantId | None = refers("participants", default=None)
    supporters: tuple[ParticipantId, ...] = refers("participants", default=())
    due: date | None = None
    effort_person_days: float | None = None
    required: bool = True
    signal: Signal | None = None
    status: MitigationStatus = MitigationStatus.PLANNED
    status_note: str = words(advice=(0, 160), default="")
    done_on: date | None = None
    verified_on: date | None = None
    seen_by: str = words(advice=(0, 60), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The decision on one risk. Residual levels are 1 to 5: how likely, how bad when all is proven.

    ``treatments`` are the options the room chose, also where no mitigation carries them out.
    ``happy`` is what the room said when it was asked whether this is mitigated well enough.
    """

    risk: RiskId = refers("risks", gone=WhenGone.FOLLOW)
    decision: Decision | None = None
    treatments: tuple[Treatment, ...] = ()
    owner: ParticipantId | None = refers("participants", default=None)
    reason: str = words(advice=(5, 160), default="")
    trigger: str = words(advice=(5, 160), default="")
    fallback: str = words(advice=(5, 160), default="")
    residual_likelihood: int | None = None
    residual_impact: int | None = None
    leverage_note: str = words(advice=(5, 160), default="")
    review_date: date | None = None
    happy: Happiness | None = None

    @property
    def id(self) -> str:
        """The key: a risk has one response."""
        return self.risk
