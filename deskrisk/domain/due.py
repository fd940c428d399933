"""What can be due in a workshop, as the list of a library knows it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

MOST_KEPT = 20
"""How many due things of one workshop a list needs to know, the earliest first."""


class DueKind(Enum):
    """What has to happen on the day."""

    MEETING = "meeting"
    """The workshop itself is to be held."""
    ADJOURNED = "adjourned"
    """The sign-off was put off to this day."""
    PROMISE = "promise"
    """A promise is to be kept."""
    UNPROVEN = "unproven"
    """A promise is done, and its signal has not been read."""
    ACCEPTED = "accepted"
    """A risk was accepted until this day."""
    RISK = "risk"
    """A risk is to be looked at again."""
    REVIEW = "review"
    """The whole agreement is to be looked at again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """One thing that is due.

    ``subject`` is the id of the promise or risk, ``""`` for the whole workshop; ``title`` is what
    it is called, ``who`` the name of the person who promised it, both may be empty.
    """

    day: date
    kind: DueKind
    subject: str = ""
    title: str = ""
    who: str = ""
