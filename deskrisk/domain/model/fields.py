"""How a field of a value is declared: what it refers to, and how long a text is meant to be.

The declarations serve four readers: the check of an imported file, the removal of a thing that
others point to, the counters in the windows, and the test that walks every field.
"""

from dataclasses import MISSING, Field, field
from enum import Enum
from typing import Any

MAX_TEXT = 10_000
"""No text of a workshop is longer than this; the shorter advice of a field only makes it count."""


class WhenGone(Enum):
    """What happens to a value when the thing that it points to is removed."""

    CLEAR = "clear"
    """The field is emptied, or the entry leaves the list."""
    FOLLOW = "follow"
    """The value makes no sense any more and goes too."""


def refers(part: str, *, gone: WhenGone = WhenGone.CLEAR, default: Any = MISSING) -> Any:
    """Declare a field that holds the id, or a tuple of ids, of another part of the workshop.

    Args:
        part: the name of the mapping in ``Workshop`` that must hold the id, e.g. ``"risks"``.
        gone: what happens to this value when that thing is removed.
        default: as for ``dataclasses.field``.
    """
    return field(default=default, metadata={"refers": part, "gone": gone})


def words(*, advice: tuple[int, int], default: Any = MISSING) -> Any:
    """Declare a text with the length that the method advises.

    Args:
        advice: fewest and most characters; outside of it a window counts, and nothing is refused.
        default: as for ``dataclasses.field``.
    """
    return field(default=default, metadata={"advice": advice})


def sealed(*, longest: int) -> Any:
    """Declare a text that the program wrote and that may be longer than what people write.

    Args:
        longest: the most characters that it may have.
    """
    return field(metadata={"longest": longest})


def longest_text(declared: Field[Any]) -> int:
    """The most characters that a text in this field may have."""
    longest: int = declared.metadata.get("longest", MAX_TEXT)
    return longest


def referred_part(declared: Field[Any]) -> str | None:
    """The part that the ids in this field belong to; None for any other field."""
    part: str | None = declared.metadata.get("refers")
    return part


def advised_length(declared: Field[Any]) -> tuple[int, int] | None:
    """The advised fewest and most characters; None where the method says nothing."""
    advice: tuple[int, int] | None = declared.metadata.get("advice")
    return advice
