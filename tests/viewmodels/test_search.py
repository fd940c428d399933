from datetime import date

import pytest

from deskrisk.domain.library import Shelf
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.search import Found, Hit, HitKind, Passage, marked, words_of
from deskrisk.viewmodels.search import AROUND, found_words, hit_row


def a_hit(text: str, typed: str, *, shelf: Shelf = Shelf.OPEN, kind: HitKind = HitKind.FEAR) -> Hit:
    return Hit(
        workshop=WorkshopId("w"),
        workshop_title="Trial",
        held_on=date(2025, 3, 11),
        shelf=shelf,
        passage=Passage(kind=kind, part="fears", id="f1", text=text),
        marks=marked(text, words_of(typed)),
    )


def test_a_hit_shows_its_words_in_their_sentence() -> None:
    row = hit_row(a_hit("That the ledger\nis lost", "ledg"))
    assert row.pieces == (("That the ", False), ("ledger", True), (" is lost", False))
    assert (row.kind, row.fear) == ("Fear", True)
    assert row.where.startswith("Trial")
    assert not hit_row(a_hit("x", "x", kind=HitKind.RISK)).fear


def test_a_long_text_is_shown_around_its_first_hit() -> None:
    row = hit_row(a_hit("word " * 500 + "ledger" + " word" * 500, "ledger"))
    shown = "".join(text for text, _marked in row.pieces)
    assert ("ledger", True) in row.pieces
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) <= AROUND + 4


def test_an_archived_workshop_is_said_to_be_so() -> None:
    assert hit_row(a_hit("x", "x", shelf=Shelf.ARCHIVED)).where.endswith("archived")


@pytest.mark.parametrize(
    ("count", "more", "unread", "words"),
    [
        (0, False, 0, "Nothing was found."),
        (1, False, 0, "1 place"),
        (2, True, 0, "The best 2 places"),
        (0, False, 3, "Nothing was found.  ·  3 workshops are still being read"),
    ],
)
def test_how_much_was_found_is_said(count: int, more: bool, unread: int, words: str) -> None:  # noqa: FBT001
    hits = tuple(a_hit("x", "x") for _each in range(count))
    assert found_words(Found(hits=hits, workshops=count, more=more), unread) == words
