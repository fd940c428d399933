"""The people in the room, and what they are for."""

from dataclasses import dataclass

from deskrisk.domain.model.fields import refers, words
from deskrisk.domain.model.ids import (
    EvenOverId,
    GroupId,
    ObjectiveId,
    ParticipantId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A perspective, such as product or engineering."""

    id: GroupId
    position: int
    name: str = words(advice=(1, 40))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A person in the room."""

    id: ParticipantId
    position: int
    name: str = words(advice=(1, 60))
    role: str = words(advice=(0, 60), default="")
    group: GroupId | None = refers("groups", default=None)
    present: bool = True
    scores: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """An aim of the project; what a consequence hurts."""

    id: ObjectiveId
    position: int
    text: str = words(advice=(5, 120))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvenOver:
    """A trade-off said aloud: we protect ``more`` even over ``less``."""

    id: EvenOverId
    position: int
    more: str = words(advice=(3, 80))
    less: str = words(advice=(3, 80))
