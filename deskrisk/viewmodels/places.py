"""A place on a page where one thing can be mended."""

from dataclasses import dataclass

from deskrisk.domain.model.brief import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which page, which thing on it, and which field.

    ``thing`` is the id of a risk, a fear or a person, or empty. ``field`` is the name that the
    field has among the widgets of its page; ``within`` that of the card in which it stands. Where
    there is no such field the page decides.
    """

    stage: Stage
    thing: str = ""
    field: str = ""
    within: str = ""
