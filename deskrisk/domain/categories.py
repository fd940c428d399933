"""Rules for the kinds of risk, and for a kind that nobody found a risk of (method A.1, A.5)."""

from dataclasses import dataclass, replace

from deskrisk.domain.errors import DeskError, EmptyError, FixedError
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Category
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, in_order, next_position, removed

MOST_OWN_CATEGORIES = 4


@dataclass(eq=False)
class TooManyError(DeskError):
    """The method has room for no more of these."""

    part: str
    limit: int


def category_added(workshop: Workshop, id_: CategoryId, name: str) -> Workshop:
    """The workshop with one kind of risk of its own more.

    Raises:
        EmptyError: the name is empty.
        TooManyError: there are four of its own already.
    """
    _check(name)
    if len(workshop.categories) - len(FIXED_CATEGORIES) >= MOST_OWN_CATEGORIES:
        raise TooManyError("categories", MOST_OWN_CATEGORIES)
    place = next_position(workshop, Category)
    return add(workshop, Category(id=id_, position=place, name=name))


def category_renamed(workshop: Workshop, id_: CategoryId, name: str) -> Workshop:
    """The workshop with a kind of its own called differently.

    Raises:
        EmptyError: the name is empty.
        FixedError: it is one of the four.
    """
    _check(name)
    _check_own(id_)
    return edit(workshop, Category, id_, name=name)


def category_removed(workshop: Workshop, id_: CategoryId) -> Workshop:
    """The workshop without a kind of its own; its risks stay, of no kind.

    Raises:
        FixedError: it is one of the four.
    """
    _check_own(id_)
    return removed(workshop, Category, id_)


def looked_for(workshop: Workshop, id_: CategoryId, *, none_found: bool) -> Workshop:
    """The workshop in which the room said of an empty kind "we looked, there is none", or not."""
    get(workshop, Category, id_)
    others = tuple(each for each in workshop.progress.looked_at if each != id_)
    looked = (*others, id_) if none_found else others
    return replace(workshop, progress=replace(workshop.progress, looked_at=looked))


def empty_categories(workshop: Workshop) -> tuple[Category, ...]:
    """The kinds without a risk, in their order."""
    taken = {risk.category for risk in workshop.risks.values()}
    return tuple(each for each in in_order(workshop.categories) if each.id not in taken)


def _check(name: str) -> None:
    if not name.strip():
        raise EmptyError("categories", "name")


def _check_own(id_: CategoryId) -> None:
    if id_ in FIXED_CATEGORIES:
        raise FixedError("categories", id_)
