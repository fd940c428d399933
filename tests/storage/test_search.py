from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.library import Shelf
from deskrisk.domain.listing import FilterKind, Wish
from deskrisk.domain.model.fears import Cluster
from deskrisk.domain.model.ids import ClusterId, WorkshopId
from deskrisk.domain.model.workshop import PARTS
from deskrisk.domain.search import HitKind
from deskrisk.services.fears import name_fear
from deskrisk.services.library import Library
from deskrisk.storage import search
from deskrisk.storage.driver import connect
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop
from tests.chance import a_full_workshop

SOON = 5.0


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        opened.add(
            a_workshop(
                a_participant("p1", name="Zażółć Gęślą"),
                a_fear("f1", text="That the ledger breaks on a Friday night"),
                a_fear("f3", text="漢字 is lost"),
                a_risk("r1", title="Ledger lost", ideas=("copy the ledger weekly",)),
                a_mitigation("m1", "r1", title="Restore a backup"),
                Cluster(id=ClusterId("c1"), position=0, name="Money"),
                id="one",
                title="Ledger migration",
                project="Harbour",
            )
        )
        opened.add(a_workshop(a_fear("f2", text="Ledger again"), id="two", project="Lantern"))
        assert opened._writer.tidied(SOON)
        yield opened


def _texts(library: Library, text: str) -> list[tuple[str, str]]:
    return [(hit.passage.kind.value, hit.passage.text) for hit in library.search(text).hits]


def test_a_hit_says_its_sentence_its_kind_and_where_the_words_are(library: Library) -> None:
    hit = library.search("friday").hits[0]
    assert (hit.workshop, hit.workshop_title) == ("one", "Ledger migration")
    assert (hit.passage.kind, hit.passage.part, hit.passage.id) == (HitKind.FEAR, "fears", "f1")
    assert [hit.passage.text[start:end] for start, end in hit.marks] == ["Friday"]


def test_titles_come_before_risks_and_risks_before_fears(library: Library) -> None:
    kinds = [kind for kind, _text in _texts(library, "ledger")]
    assert kinds == ["title", "risk", "fear", "fear"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mon", [("pile", "Money")]),
        ("zazolc GESLA", [("person", "Zażółć Gęślą")]),
        ("漢", [("fear", "漢字 is lost")]),
        ("字漢", [("fear", "漢字 is lost")]),
        ("weekly", [("note", "copy the ledger weekly")]),
        ("harb", [("project", "Harbour")]),
        ("restore", [("promise", "Restore a backup")]),
        ("ledger nowhere", []),
        ("edger", []),
        ("l", []),
        ("  ", []),
        ('"(* OR NEAR', []),
    ],
)
def test_words_are_found_by_their_beginnings(
    library: Library, typed: str, found: list[tuple[str, str]]
) -> None:
    assert _texts(library, typed) == found


def test_words_of_one_workshop_may_stand_in_different_places(library: Library) -> None:
    assert [kind for kind, _text in _texts(library, "backup gesla")] == ["person", "promise"]


def test_filters_count_and_the_trash_does_not(library: Library) -> None:
    wish = Wish(filters=((FilterKind.PROJECT, "Lantern"),))
    assert {hit.workshop for hit in library.search("ledger", wish).hits} == {"two"}
    library.put_on_shelf(WorkshopId("two"), Shelf.TRASH)
    assert library.search("ledger", wish).hits == ()
    library.put_on_shelf(WorkshopId("two"), Shelf.ARCHIVED)
    assert [hit.shelf for hit in library.search("again").hits] == [Shelf.ARCHIVED]


def test_what_is_typed_is_found_after_its_commit(library: Library) -> None:
    meeting = library.open_meeting(WorkshopId("two"))
    name_fear(meeting, "Quicksilver")
    assert library.flush(SOON)
    assert library._writer.tidied(SOON)
    assert _texts(library, "quicks") == [("fear", "Quicksilver")]
    meeting.undo()
    assert library._writer.tidied(SOON)
    assert _texts(library, "quicks") == []


def test_a_crash_before_the_search_was_brought_up_to_date_is_made_up_for(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(a_workshop(title="Quicksilver"))
    with Library.open(path) as library:
        assert library.unread() == 1
        assert library._writer.tidied(SOON)
        assert library.unread() == 0
        assert len(library.search("quick").hits) == 1


@pytest.mark.parametrize("table", ["search", "search_doc", "search_tag"])
def test_a_damaged_search_is_made_anew(tmp_path: Path, table: str) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        library.add(a_workshop(title="Quicksilver"))
    raw = connect(path, writing=True)
    raw.execute(f"DROP TABLE {table}")
    raw.close()
    with Library.open(path) as library:
        assert library._writer.tidied(SOON)
        assert len(library.search("quick").hits) == 1


def test_more_workshops_come_page_by_page(tmp_path: Path) -> None:
    many = search.MOST_WORKSHOPS + 5
    with Library.open(tmp_path / "library.db") as library:
        for number in range(many):
            library.add(a_workshop(id=f"w{number}", title=f"Quicksilver {number}"))
        assert library._writer.tidied(SOON)
        first = library.search("quick")
        rest = library.search("quick", skip=first.workshops)
    assert (first.more, rest.more) == (True, False)
    assert len({hit.workshop for hit in (*first.hits, *rest.hits)}) == many


def test_every_text_of_people_can_be_found(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    workshop = a_full_workshop(7)
    with Library.open(path) as library:
        library.add(workshop)
    raw: Any = connect(path, writing=False)
    (texts,) = search._texts(raw, [workshop.id]).values()
    raw.close()
    parts = {part for _kind, part, _key, _text in texts}
    without = {
        "groups", "even_over", "categories", "scores", "ballots", "duels", "versions", "reviews",
        "review_scores", "outcomes",
    }  # fmt: skip
    assert parts >= set(PARTS) - without - {"order_moves"}
    assert workshop.brief.title in {text for *_rest, text in texts}
