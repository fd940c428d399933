from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import FilterKind, Offered, State, Wish
from deskrisk.viewmodels.filters import (
    count_words,
    filter_views,
    nothing_words,
    shelf_title,
    state_options,
)


def options(kind: FilterKind, *values: str) -> list[tuple[str, str]]:
    views = filter_views({kind: [Offered(value=each, count=1) for each in values]})
    (view,) = (each for each in views if each.kind is kind)
    return [(each.words, each.sign) for each in view.options]


def test_every_filter_begins_with_anything() -> None:
    assert [view.kind for view in filter_views({})] == list(FilterKind)
    assert [view.options[0].value for view in filter_views({})] == [""] * len(FilterKind)


def test_the_options_stand_in_an_order_that_can_be_searched() -> None:
    assert options(FilterKind.PERSON, "bo", "Ana")[1:] == [("Ana", ""), ("bo", "")]
    assert [words for words, _sign in options(FilterKind.YEAR, "2019", "2024")][1:] == [
        "2024",
        "2019",
    ]
    stages = options(FilterKind.STAGE, "follow_up", "name")
    assert [words for words, _sign in stages][1:] == ["Name", "Follow up"]


def test_a_category_has_its_words_and_its_sign() -> None:
    found = options(FilterKind.CATEGORY, "Our own", "cost", "operational")
    assert found[1:] == [("Operational", "operational"), ("Cost", "cost"), ("Our own", "")]


def test_an_empty_list_says_why() -> None:
    assert nothing_words(Wish(state=State.DUE)) == "No workshop fits what you chose."
    texts = {nothing_words(Wish(shelf=shelf)) for shelf in Shelf}
    assert len(texts) == len(Shelf)
    assert len({shelf_title(shelf) for shelf in Shelf}) == len(Shelf)


def test_workshops_are_counted_as_they_are_wished_for() -> None:
    assert [count_words(Wish(), count) for count in (0, 1, 2)] == ["", "1 workshop", "2 workshops"]
    assert count_words(Wish(state=State.DUE), 0) == "0 workshops fit"
    assert [state for state, _words in state_options()] == list(State)
