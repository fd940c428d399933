"""What can be on the wall, and what is on it now: the state of the show."""

from dataclasses import dataclass, replace
from enum import Enum


class Scene(Enum):
    """One thing to look at. What a scene's subject is stands beside it."""

    CLOSED = "closed"  # nothing
    TITLE = "title"  # nothing
    PROMPT = "prompt"  # the number of the prompt from 0, as text; "" is the first
    COUNT = "count"  # nothing
    FEAR = "fear"  # the id of a fear
    PILES = "piles"  # nothing
    SENTENCE = "sentence"  # the ids of a fear and a risk, see ``pair``; either may be ""
    SCALES = "scales"  # the id of a risk; at a review, the review's before it
    SPREAD = "spread"  # the id of a risk; "" is all of them
    HEDGING = "hedging"  # nothing
    GAPS = "gaps"  # nothing
    MAP = "map"  # nothing
    ORDER = "order"  # nothing
    BALLOT = "ballot"  # a value of ``BallotScope``
    DUEL = "duel"  # the ids of the two risks, see ``pair``
    RESPONSE = "response"  # the id of a risk
    PORTFOLIO = "portfolio"  # nothing
    TIMELINE = "timeline"  # nothing
    READ_BACK = "read_back"  # the key of a page of the agreement; "" is the first
    STANCES = "stances"  # nothing
    REVIEW = "review"  # the id of a review; "" is the latest
    CALIBRATION = "calibration"  # nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowState:
    """What is on the wall. ``page`` counts from 0; it lives in memory alone, never in the file.

    ``by_hand`` says that the facilitator lowered the curtain: then no page raises it. ``draft``
    holds the fields of the sentence or response on the wall that are being typed, before they are
    handed over.
    """

    scene: Scene = Scene.CLOSED
    subject: str = ""
    page: int = 0
    curtain: bool = False
    by_hand: bool = False
    timer_on_wall: bool = True
    draft: tuple[tuple[str, str], ...] = ()

    @property
    def covered(self) -> bool:
        """Is nothing of the workshop to be seen?

        While answers come in, the curtain that a page lowers is the scene of the scales itself:
        the risk, the scales, and how many are in; no answer is ever in it (method A.6).
        """
        return self.curtain and (self.by_hand or self.scene is not Scene.SCALES)

    def showing(self, scene: Scene, subject: str = "") -> "ShowState":
        """The state with another thing to look at, from its first page; the same one stays."""
        if (scene, subject) == (self.scene, self.subject):
            return self
        return replace(self, scene=scene, subject=subject, page=0, draft=())


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLeft:
    """What the timer says: seconds, below 0 when it is over; ``amber`` near the end."""

    seconds: float
    amber: bool = False


BEGUN = "begun"
"""Stands in a pair for a risk that is begun and not there yet."""


def pair(fear: str | None, risk: str | None) -> str:
    """The subject of ``Scene.SENTENCE``, and of two risks that of ``Scene.DUEL``."""
    return f"{fear or ''}/{risk or ''}"


def parts_of(subject: str) -> tuple[str, str]:
    """The ids of fear and risk in such a subject."""
    fear, _slash, risk = subject.partition("/")
    return fear, risk
