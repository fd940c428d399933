"""What a file says about itself, whatever its format."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Who made what, and when. ``mark`` stands on every page; empty for none."""

    title: str
    author: str
    subject: str
    mark: str
    created: datetime
