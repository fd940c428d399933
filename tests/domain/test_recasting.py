import pytest

from deskrisk.domain.lexicon import words_in
from deskrisk.domain.recasting import Recast, suggested
from deskrisk.viewmodels.wording import lexicon
from tests.domain.test_wording import EXAMPLES, german

ENGLISH = lexicon()


@pytest.mark.parametrize(
    ("line", "recast"),
    [
        ("Lack of monitoring.", Recast(cause="there is no monitoring today")),
        ("Not enough time for tests", Recast(cause="time for tests is short today")),
        ("We need more tests.", Recast(idea="more tests")),
        ("Add a fallback.", Recast(idea="Add a fallback")),
        (
            "Because review is slow, changes may be merged unread.",
            Recast(cause="review is slow", event="changes may be merged unread"),
        ),
        (
            "The date may slip because scope is open",
            Recast(cause="scope is open", event="The date may slip"),
        ),
        (
            "The slot may stay empty, so that members see a hole.",
            Recast(event="The slot may stay empty", consequence="members see a hole"),
        ),
        (
            "Because a, b may happen, so that c, d stop",
            Recast(cause="a", event="b may happen", consequence="c, d stop"),
        ),
        (
            "Review queues have been at four days since May.",
            Recast(cause="Review queues have been at four days since May"),
        ),
        ("The codebase is a mess.", Recast(cause="The codebase is a mess")),
    ],
)
def test_words_move_to_where_they_belong(line: str, recast: Recast) -> None:
    assert suggested(line, ENGLISH) == recast


@pytest.mark.parametrize(
    "line", ["", "People may leave.", "Is the supplier allowed?", "Because", "It may be so that"]
)
def test_what_stands_well_or_asks_stays(line: str) -> None:
    assert suggested(line, ENGLISH) is None


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["before"])
def test_no_word_is_invented(example: dict[str, str]) -> None:
    found = suggested(example["before"], ENGLISH)
    if found is None:
        return
    pattern = {word for text in ENGLISH.patterns.values() for word in words_in(text)}
    said = {word.casefold() for word in words_in(example["before"])}
    moved = f"{found.cause} {found.event} {found.consequence} {found.idea}"
    assert {word.casefold() for word in words_in(moved)} - pattern <= said


def test_another_language_moves_its_own_words() -> None:
    assert suggested("Fehlende Tests", german()) == Recast(cause="heute gibt es kein Tests")
    assert suggested("Weil es eilt, kann es brechen", german()) == Recast(
        cause="es eilt", event="kann es brechen"
    )
