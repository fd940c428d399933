"""Rules for the aims of the project and what is protected even over what (method A.1, A.2)."""

from collections.abc import Sequence

from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.ids import EvenOverId, ObjectiveId
from deskrisk.domain.model.people import EvenOver, Objective
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.opening import aims_asked_again
from deskrisk.domain.parts import add, edit, moved, next_position, removed

FEWEST_AIMS = 2
"""With fewer, a consequence hangs in the air (method A.1)."""
MOST_AIMS = 6
MOST_EVEN_OVER = 3
"""Trade-offs said aloud; with more of them none is one (method A.8)."""


def aim_added(workshop: Workshop, id_: ObjectiveId, text: str) -> Workshop:
    """The workshop with one aim more, at the end.

    Raises:
        EmptyError: the text is empty.
    """
    _check("objectives", "text", text)
    place = next_position(workshop, Objective)
    return aims_asked_again(workshop, add(workshop, Objective(id=id_, position=place, text=text)))


def aims_added(workshop: Workshop, ids: Sequence[ObjectiveId], texts: Sequence[str]) -> Workshop:
    """The workshop with several aims more, in their order; one id a text."""
    for id_, text in zip(ids, texts, strict=True):
        workshop = aim_added(workshop, id_, text)
    return workshop


def aim_edited(workshop: Workshop, id_: ObjectiveId, text: str) -> Workshop:
    """The workshop with other words for an aim.

    Raises:
        EmptyError: the text is empty.
    """
    _check("objectives", "text", text)
    return aims_asked_again(workshop, edit(workshop, Objective, id_, text=text))


def aim_moved(workshop: Workshop, id_: ObjectiveId, by: int) -> Workshop:
    """The workshop with an aim moved up (negative) or down."""
    return moved(workshop, Objective, id_, by)


def aim_removed(workshop: Workshop, id_: ObjectiveId) -> Workshop:
    """The workshop without an aim; risks that hurt it let go of it."""
    return aims_asked_again(workshop, removed(workshop, Objective, id_))


def even_over_added(workshop: Workshop, id_: EvenOverId, more: str, less: str) -> Workshop:
    """The workshop with one trade-off more: we protect ``more`` even over ``less``.

    Raises:
        EmptyError: one side is empty.
        TooManyError: there are three already.
    """
    _check("even_over", "more", more)
    _check("even_over", "less", less)
    if len(workshop.even_over) >= MOST_EVEN_OVER:
        raise TooManyError("even_over", MOST_EVEN_OVER)
    place = next_position(workshop, EvenOver)
    return add(workshop, EvenOver(id=id_, position=place, more=more, less=less))


def even_over_edited(workshop: Workshop, id_: EvenOverId, more: str, less: str) -> Workshop:
    """The workshop with other words for a trade-off.

    Raises:
        EmptyError: one side is empty.
    """
    _check("even_over", "more", more)
    _check("even_over", "less", less)
    return edit(workshop, EvenOver, id_, more=more, less=less)


def even_over_removed(workshop: Workshop, id_: EvenOverId) -> Workshop:
    """The workshop without a trade-off."""
    return removed(workshop, EvenOver, id_)


def _check(part: str, field: str, text: str) -> None:
    if not text.strip():
        raise EmptyError(part, field)
