import pytest

from deskrisk.domain.lexicon import Lexicon, names_somebody, sentences_in, words_in


def a_lexicon(**lists: tuple[str, ...]) -> Lexicon:
    return Lexicon(language="xx", lists=lists)


def holds(entry: str, text: str) -> bool:
    return a_lexicon(one=(entry,)).has("one", text)


@pytest.mark.parametrize(
    ("entry", "text", "found"),
    [
        ("may", "It MAY break", True),
        ("may", "It maybe breaks", False),
        ("may", "dismay", False),
        ("may", "may", True),
        ("burned out", "I am burned  out.", True),
        ("burned out", "burned, out", False),
        ("idiot*", "idiotic", True),
        ("idiot*", "idiot", True),
        ("idiot*", "an Idiots' plan", True),
        ("^since", "Since review is slow", True),
        ("^since", "  since review is slow", True),
        ("^since", "slow since May", False),
        ("%", "30% of users", True),
        ("%", "30 % of users", True),
        ("don't care", "they don\u2019t care", True),
        ("i'm", "I\u2019m lost", True),
        ("no", "no.", True),
        ("no", "nothing", False),
        ("über*", "ÜBERFORDERT", True),
    ],
)
def test_an_entry_matches_whole_words(entry: str, text: str, *, found: bool) -> None:
    assert holds(entry, text) is found


def test_a_list_that_is_not_there_finds_nothing() -> None:
    lexicon = a_lexicon()
    assert not lexicon.has("one", "anything")
    assert lexicon.count("one", "anything") == 0
    assert lexicon.opening("one", "anything") == ""
    assert lexicon.place("one", "anything") is None
    assert not lexicon.follows("one", "two", "anything", between=2)
    assert not lexicon.knows(("one",))


def test_hits_are_counted() -> None:
    assert a_lexicon(one=("may", "might")).count("one", "It may, it might, it may not.") == 3


def test_the_longest_entry_opens_and_is_given_as_typed() -> None:
    lexicon = a_lexicon(one=("we need", "we need to"))
    assert lexicon.opening("one", "  We need to test") == "We need to"
    assert lexicon.opening("one", "Tests we need") == ""


def test_a_place_can_cut_the_text() -> None:
    text = "it breaks so that people wait"
    place = a_lexicon(one=("so that",)).place("one", text)
    assert place == (10, 17)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they ignore us", True),
        ("they simply always ignore us", True),
        ("they one two three ignore us", False),
        ("they left. Ignore it", False),
        ("ignore them", False),
    ],
)
def test_one_word_follows_another_with_few_between(text: str, *, found: bool) -> None:
    lexicon = a_lexicon(who=("they",), what=("ignore",))
    assert lexicon.follows("who", "what", text, between=2) is found


def test_the_month_may_is_no_doubt() -> None:
    lexicon = Lexicon(language="en", lists={"one": ("may",)}, names_when_capital=("May",))
    assert not lexicon.has("one", "It is due in May")
    assert lexicon.has("one", "May it break?")
    assert lexicon.has("one", "It is due. May it break?")
    assert lexicon.has("one", "It may be due in May")


def test_words_keep_their_apostrophes_and_hyphens() -> None:
    assert words_in("I don\u2019t re-tune it, 2 times") == (
        "I",
        "don't",
        "re-tune",
        "it",
        "2",
        "times",
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("   ", 0),
        ("One thing", 1),
        ("One thing. Another one.", 2),
        ("Is it so? Yes it is! Good", 3),
        ("It costs approx. half as much", 1),
        ("It takes 1.5 days", 1),
        ("He said \u201cso.\u201d then left", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert sentences_in(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Maren is the only one", True),
        ("Ask Holt", True),
        ("Maren's idea", True),
        ("maren is the only one", True),
        ("Ann wrote it", False),
        ("the will to win", False),
        ("Will is away", True),
        ("Marens", False),
        ("J was here", False),
    ],
)
def test_first_and_last_names_are_seen(text: str, *, found: bool) -> None:
    lexicon = a_lexicon(one=("will",))
    people = ("Maren Ann Holt", "Will", "J")
    assert names_somebody(text, people, lexicon) is found


def test_nobody_is_named_without_names() -> None:
    assert not names_somebody("Maren", (), a_lexicon())
    assert not names_somebody("", ("", "  "), a_lexicon())
