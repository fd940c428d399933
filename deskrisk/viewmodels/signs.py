"""Which sign a category has: the fixed ones their own, the room's own ones by their order."""

from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.summary import own_place


def category_sign(workshop: Workshop, category: CategoryId | None) -> str:
    """The key of a category's sign for windows and paper.

    Returns:
        the id of a fixed category, ``"own-1"`` to ``"own-4"`` for the room's own ones in their
        order, ``""`` for none.
    """
    if category is None or category in FIXED_CATEGORIES:
        return category or ""
    place = own_place(workshop, category)
    return f"own-{place}" if place else ""
