"""What a file says about itself, whatever its format."""

from dataclasses import dataclass
from datetime import datetime

from deskrisk.domain.texts import cleaned

MOST_IN_PROPERTY = 255
"""Characters that Word and Excel take in what a file says about itself."""

MOST_RUNNING = 80
"""Characters of a title that is repeated on every page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Who made what, and when. ``mark`` stands on every page; empty for none."""

    title: str
    author: str
    subject: str
    mark: str
    created: datetime


def property_text(text: str) -> str:
    """A text for what a file says about itself: one line, and not longer than that may be."""
    return " ".join(cleaned(text)[0].split())[:MOST_IN_PROPERTY]


def running_text(text: str) -> str:
    """A title for every page, where it stands in full in the document itself."""
    line = " ".join(cleaned(text)[0].split())
    if len(line) <= MOST_RUNNING:
        return line
    return f"{line[:MOST_RUNNING].rpartition(' ')[0] or line[:MOST_RUNNING]}\N{HORIZONTAL ELLIPSIS}"
