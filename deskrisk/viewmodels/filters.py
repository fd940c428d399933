"""By what the list of workshops can be narrowed, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import FilterKind, Offered, State, Wish
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Category
from deskrisk.i18n import N_, _, ngettext
from deskrisk.viewmodels.words import category_name, said

_NAMES = {
    FilterKind.PROJECT: (N_("Project"), N_("Any project")),
    FilterKind.PERSON: (N_("Person"), N_("Anybody")),
    FilterKind.CATEGORY: (N_("Category"), N_("Any category")),
    FilterKind.STAGE: (N_("Stage"), N_("Any stage")),
    FilterKind.YEAR: (N_("Year"), N_("Any year")),
}
_STATES = {
    State.ANY: N_("Any state"),
    State.DUE: N_("Something due"),
    State.OVERDUE: N_("Overdue"),
    State.PROMISED: N_("Promises open"),
    State.PROVEN: N_("All promises proven"),
}
_TITLES = {
    Shelf.OPEN: N_("Workshops"),
    Shelf.ARCHIVED: N_("Archive"),
    Shelf.TRASH: N_("Trash"),
}
_NOTHING = {
    Shelf.OPEN: N_("No workshop lies open here. Those that you archived are in the archive."),
    Shelf.ARCHIVED: N_(
        "Nothing is archived. Put a workshop here when nothing of it is due any more: "
        "it stays in the search."
    ),
    Shelf.TRASH: N_("The trash is empty."),
}


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One value of a filter: ``""`` for any, its words, and perhaps the key of its sign."""

    value: str
    words: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class FilterView:
    """One filter: what a screen reader calls it, and its options, the first of which is any."""

    kind: FilterKind
    name: str
    options: tuple[FilterOption, ...]


def filter_views(offered: Mapping[FilterKind, Sequence[Offered]]) -> tuple[FilterView, ...]:
    """All filters with what there is to choose from."""
    return tuple(_filter(kind, offered.get(kind, ())) for kind in FilterKind)


def state_options() -> tuple[tuple[object, str], ...]:
    """The states by which the list can be narrowed."""
    return tuple((state, _(words)) for state, words in _STATES.items())


def shelf_title(shelf: Shelf) -> str:
    """The heading over the list of a shelf."""
    return _(_TITLES[shelf])


def nothing_words(wish: Wish) -> str:
    """What an empty list says."""
    if wish.narrowed:
        return _("No workshop fits what you chose.")
    return _(_NOTHING[wish.shelf])


def count_words(wish: Wish, count: int) -> str:
    """How many workshops there are of those that are asked for."""
    if wish.narrowed:
        fits = ngettext("{count} workshop fits", "{count} workshops fit", count)
        return fits.format(count=count)
    if not count:
        return ""
    return ngettext("{count} workshop", "{count} workshops", count).format(count=count)


def _filter(kind: FilterKind, offered: Sequence[Offered]) -> FilterView:
    name, anything = _NAMES[kind]
    options = [_option(kind, each.value) for each in offered]
    options.sort(key=lambda each: _place(kind, each))
    return FilterView(kind, _(name), (FilterOption("", _(anything)), *options))


def _option(kind: FilterKind, value: str) -> FilterOption:
    if kind is FilterKind.STAGE:
        return FilterOption(value, said(Stage(value)))
    if kind is FilterKind.CATEGORY and value in FIXED_CATEGORIES:
        return FilterOption(value, category_name(Category(id=CategoryId(value), position=0)), value)
    return FilterOption(value, value)


def _place(kind: FilterKind, option: FilterOption) -> tuple[int, str]:
    if kind is FilterKind.STAGE:
        return tuple(Stage).index(Stage(option.value)), ""
    if kind is FilterKind.YEAR:
        return -int(option.value), ""
    if kind is FilterKind.CATEGORY and option.value in FIXED_CATEGORIES:
        return FIXED_CATEGORIES.index(CategoryId(option.value)) - 9, ""
    return 0, option.words.casefold()
