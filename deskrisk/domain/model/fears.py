"""Fears, the piles they lie in, and the agreements they lead to. A fear has no author anywhere."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from deskrisk.domain.model.fields import refers, words
from deskrisk.domain.model.ids import AgreementId, ClusterId, FearId, ParticipantId


class FearKind(Enum):
    """Is the fear about us, or about the work?"""

    PEOPLE = "people"
    OUTCOME = "outcome"


class Disposition(Enum):
    """What became of a fear; exactly one, or none yet."""

    RECAST = "recast"
    AGREEMENT = "agreement"
    ACKNOWLEDGED = "acknowledged"
    ISSUE = "issue"
    QUESTION = "question"
    MERGED = "merged"
    PARKED = "parked"


class FearSource(Enum):
    """Where the words come from: the room, or the starter pack after the silent stage."""

    ROOM = "room"
    PACK = "pack"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A pile of fears with a name; ``released`` lets that name into the printed document."""

    id: ClusterId
    position: int
    name: str = words(advice=(2, 40))
    released: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fear:
    """What someone is afraid of, in their words.

    There is no author, no group, no position and no time on purpose: what is not stored cannot
    leak. ``theme`` is voice, standing, security, blame, overload, or the id of a category.
    ``owner`` and ``due`` belong to an issue or a question; ``note`` holds the question, the issue,
    or the reason for parking. ``released`` lets the words into the printed document.
    ``still_holds`` says that the room was asked whether the sentence of the risk still holds what
    was meant, and said yes.
    """

    id: FearId
    text: str = words(advice=(3, 200))
    kind: FearKind = FearKind.OUTCOME
    theme: str = words(advice=(0, 40), default="")
    cluster: ClusterId | None = refers("clusters", default=None)
    disposition: Disposition | None = None
    agreement: AgreementId | None = refers("working_agreements", default=None)
    merged_into: FearId | None = refers("fears", default=None)
    note: str = words(advice=(0, 240), default="")
    owner: ParticipantId | None = refers("participants", default=None)
    due: date | None = None
    released: bool = False
    held_back: bool = False
    still_holds: bool = False
    source: FearSource = FearSource.ROOM


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingAgreement:
    """How we want to treat each other from now on."""

    id: AgreementId
    position: int
    text: str = words(advice=(5, 160))
