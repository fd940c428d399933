"""What the facilitator decides before the meeting (method, stage 0), and how far the meeting is."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from deskrisk.domain.model.fields import refers, words
from deskrisk.domain.model.ids import CategoryId, ParticipantId, RiskId


class Preset(Enum):
    """How much time there is."""

    EXPRESS_60 = "express_60"
    STANDARD_120 = "standard_120"
    DEEP_2X90 = "deep_2x90"


class OrderMethod(Enum):
    """How the order is found; fixed before anybody scores."""

    SCORES_ONLY = "scores_only"
    SCORES_THEN_BALLOT = "scores_then_ballot_on_boundary_tier"
    SCORES_THEN_DUELS = "scores_then_duels_on_boundary_tier"
    BALLOT_ONLY = "ballot_only"


class DecisionRule(Enum):
    """How the room decides at the end."""

    CONSENT = "consent"
    CONSENT_THEN_OWNER = "consent_then_owner"
    MAJORITY_TWO_THIRDS = "majority_two_thirds"
    OWNER_AFTER_ADVICE = "owner_after_advice"


class Anonymity(Enum):
    """What of the scores survives closing, and who is compared."""

    ANONYMOUS = "anonymous"
    ROLE_ONLY = "role_only"
    NAMED = "named"


class InputMode(Enum):
    """How private answers come in."""

    PAPER = "paper"
    CARDS = "cards"
    PASS = "pass"  # noqa: S105  the laptop is passed round
    IMPORT = "import"


class Stage(Enum):
    """The seven stages of the rail, in their order."""

    PREPARE = "prepare"
    NAME = "name"
    RECAST = "recast"
    RANK = "rank"
    RESPOND = "respond"
    AGREE = "agree"
    FOLLOW_UP = "follow_up"


DEFAULT_FOCUS_COUNT = {Preset.EXPRESS_60: 3, Preset.STANDARD_120: 5, Preset.DEEP_2X90: 7}
"""How many risks get a close look, K, unless the facilitator says otherwise (method A.0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The settings of a workshop. Dates are days; ``focus_count`` is K, 1 to 10.

    ``continues`` is the id of the past workshop that this one goes on from, or empty; that workshop
    may be in another library, or gone.
    """

    title: str = words(advice=(3, 80))
    project: str = words(advice=(3, 80), default="")
    purpose: str = words(advice=(10, 200), default="")
    organisation: str = words(advice=(0, 80), default="")
    facilitator: str = words(advice=(0, 60), default="")
    facilitator_scores: bool = False
    held_on: date
    horizon: date
    preset: Preset = Preset.STANDARD_120
    focus_count: int = DEFAULT_FOCUS_COUNT[Preset.STANDARD_120]
    order_method: OrderMethod = OrderMethod.SCORES_THEN_BALLOT
    decision_rule: DecisionRule = DecisionRule.CONSENT
    decision_owner: ParticipantId | None = refers("participants", default=None)
    anonymity: Anonymity = Anonymity.ROLE_ONLY
    input_fears: InputMode = InputMode.PAPER
    input_scores: InputMode = InputMode.CARDS
    input_ballots: InputMode = InputMode.PASS
    input_signoff: InputMode = InputMode.CARDS
    project_size_person_days: float | None = None
    continues: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What the meeting itself has settled beside its lists.

    ``aims_confirmed`` and ``rule_read_out`` belong to the opening: the room has confirmed the aims
    by a show of hands, and it has heard how it will decide.
    ``first_order_method`` is how the order was to be found before that was changed although scores
    had been seen, and ``order_method_reason`` says why; None and empty if it never was.
    ``round_closed`` is the last round of scores that was closed: 0, 1 or 2.
    ``owner_decided`` says that the decision owner has settled an open objection, and why.
    ``looked_at`` holds categories without a risk for which the room said "none found".
    ``next_review`` is the day of the next look; None leaves it to the method's dates.
    """

    aims_confirmed: bool = False
    rule_read_out: bool = False
    agreed_order: tuple[RiskId, ...] = refers("risks", default=())
    order_confirmed: bool = False
    order_note: str = words(advice=(0, 400), default="")
    first_order_method: OrderMethod | None = None
    order_method_reason: str = words(advice=(5, 160), default="")
    round_closed: int = 0
    looked_at: tuple[CategoryId, ...] = refers("categories", default=())
    sign_off_round: int = 1
    owner_decided: bool = False
    owner_reason: str = words(advice=(0, 160), default="")
    adjourned_to: date | None = None
    next_review: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageNote:
    """What the facilitator noted about a stage.

    ``private`` never leaves the desk. ``passed_because`` is the one line why the stage was passed
    unfinished; it is printed in the method note.
    """

    stage: Stage
    private: str = words(advice=(0, 2000), default="")
    passed_because: str = words(advice=(0, 160), default="")

    @property
    def id(self) -> str:
        """The key: one note a stage."""
        return self.stage.value
