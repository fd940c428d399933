"""The sign-off: stances, five to one, amendments that answer objections, frozen versions."""

from dataclasses import dataclass
from datetime import date

from deskrisk.domain.model.fields import WhenGone, refers, sealed, words
from deskrisk.domain.model.ids import AmendmentId, ParticipantId, VersionId

MAX_SNAPSHOT = 2_000_000
"""The most characters of one frozen agreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """One person's answer in one round of the sign-off; level 5 (full support) to 1 (objection).

    ``item`` names what the comment is about (a risk, an aim, any text). ``acceptable_if`` is the
    smallest change that would make it safe enough to try.
    """

    round: int
    participant: ParticipantId = refers("participants", gone=WhenGone.FOLLOW)
    level: int
    comment: str = words(advice=(0, 240), default="")
    item: str = words(advice=(0, 80), default="")
    acceptable_if: str = words(advice=(0, 240), default="")

    @property
    def id(self) -> str:
        """The key: one stance a round and person."""
        return f"{self.round}/{self.participant}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change of the document after a round of the sign-off, and whose stance it answers."""

    id: AmendmentId
    sequence: int
    after_round: int
    item: str = words(advice=(0, 80), default="")
    change: str = words(advice=(5, 200))
    answers: tuple[ParticipantId, ...] = refers("participants", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementVersion:
    """What was agreed on one day, frozen; ``number`` counts from 1.

    ``snapshot`` is a workshop as canonical JSON, without what a document must never hold; ``seal``
    is its SHA-256 as 64 hexadecimal digits. ``changed`` says in a line why there is a new version.
    """

    id: VersionId
    number: int
    agreed_on: date
    snapshot: str = sealed(longest=MAX_SNAPSHOT)
    seal: str
    changed: str = words(advice=(0, 200), default="")
