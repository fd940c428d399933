from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.due import DueKind
from deskrisk.domain.library import DamagedLibraryError, Shelf
from deskrisk.domain.listing import FilterKind, Offered, State, Wish
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.risks import COST
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.library import Library
from deskrisk.storage import home, search
from deskrisk.storage.driver import connect
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop

TODAY = date(2025, 6, 1)
WEEK = TODAY + timedelta(days=7)


def _a_story(number: int) -> Workshop:
    """A workshop with a promise that is due ``number`` days from today, kept by every second."""
    kept = MitigationStatus.VERIFIED if number % 2 else MitigationStatus.PLANNED
    due = TODAY + timedelta(days=number - 1)
    return a_workshop(
        a_participant("p1", name=f"Ana {number % 2}"),
        a_fear(),
        a_risk("r1", category=COST),
        a_mitigation("m1", "r1", due=due, status=kept, owner="p1"),
        id=f"w{number}",
        title=f"Workshop {number}",
        project="Harbour" if number < 3 else "Lantern",
        held_on=date(2020 + number, 1, 1),
    )


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Any]:
    """A library of five workshops; the first was added first."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for number in range(5):
            library.add(_a_story(number))
    opened = connect(path, writing=True)
    while search.catch_up(opened):
        continue
    yield opened
    opened.close()


def _ids(connection: Any, wish: Wish) -> list[str]:
    return [row.id for row in home.page(connection, wish, TODAY).rows]


def test_pages_follow_each_other_the_last_changed_first(connection: Any) -> None:
    pages = [home.rows(connection, 2, offset) for offset in (0, 2, 4, 6)]
    assert [[row.id for row in page] for page in pages] == [["w4", "w3"], ["w2", "w1"], ["w0"], []]
    assert home.count(connection) == 5


def test_a_page_begins_where_the_one_before_ended(connection: Any) -> None:
    wish, found, before, more = Wish(), [], home.NEVER, True
    while more:
        page = home.page(connection, wish, TODAY, before=before, limit=2)
        found += [row.id for row in page.rows]
        before, more = page.rows[-1].touched, page.more
    assert found == ["w4", "w3", "w2", "w1", "w0"]


@pytest.mark.parametrize(
    ("filters", "state", "wanted"),
    [
        ({FilterKind.PROJECT: "Harbour"}, State.ANY, ["w2", "w1", "w0"]),
        ({FilterKind.PERSON: "Ana 1"}, State.ANY, ["w3", "w1"]),
        ({FilterKind.PROJECT: "Harbour", FilterKind.PERSON: "Ana 1"}, State.ANY, ["w1"]),
        ({FilterKind.CATEGORY: "cost"}, State.ANY, ["w4", "w3", "w2", "w1", "w0"]),
        ({FilterKind.CATEGORY: "delivery"}, State.ANY, []),
        ({FilterKind.YEAR: "2024"}, State.ANY, ["w4"]),
        ({FilterKind.STAGE: "agree"}, State.ANY, []),
        ({}, State.OVERDUE, ["w0"]),
        ({}, State.DUE, ["w4", "w2", "w0"]),
        ({}, State.PROVEN, ["w3", "w1"]),
        ({}, State.PROMISED, ["w4", "w2", "w0"]),
        ({FilterKind.PROJECT: "Lantern"}, State.PROVEN, ["w3"]),
    ],
)
def test_the_list_can_be_narrowed(
    connection: Any, filters: dict[FilterKind, str], state: State, wanted: list[str]
) -> None:
    wish = Wish(filters=tuple(filters.items()), state=state)
    assert _ids(connection, wish) == wanted
    assert home.count(connection, wish, TODAY) == len(wanted)
    assert wish.narrowed


def test_what_it_can_be_narrowed_to_is_counted(connection: Any) -> None:
    projects = home.offered(connection, FilterKind.PROJECT, 9)
    assert projects == (Offered(value="Harbour", count=3), Offered(value="Lantern", count=2))
    people = home.offered(connection, FilterKind.PERSON, 1)
    assert people == (Offered(value="Ana 0", count=3),)


def test_what_is_due_comes_in_the_order_of_its_days(connection: Any) -> None:
    found = home.due(connection, TODAY, WEEK, 2)
    assert [each.workshop for each in found.entries] == ["w0", "w2"]
    assert [each.item.kind for each in found.entries] == [DueKind.PROMISE] * 2
    assert found.entries[0].item.who == "Ana 0"
    assert (found.things, found.overdue, found.more) == (3, 1, False)


def test_a_meeting_is_due_until_its_day(tmp_path: Path) -> None:
    path = tmp_path / "meetings.db"
    with Library.open(path) as library:
        for days in (-1, 0, 1):
            day = TODAY + timedelta(days)
            library.add(a_workshop(id=f"d{days}", held_on=day))
        found = library.due(TODAY, WEEK, 9)
    assert [each.workshop for each in found.entries] == ["d0", "d1"]
    assert found.overdue == 0


def test_what_lies_on_another_shelf_is_neither_listed_nor_due(connection: Any) -> None:
    moved = "UPDATE workshop SET shelf = 'trash', shelved_at = '2025-01-01T00:00Z'"
    connection.execute(f"{moved} WHERE id = 'w0'")
    assert _ids(connection, Wish()) == ["w4", "w3", "w2", "w1"]
    assert _ids(connection, Wish(shelf=Shelf.TRASH)) == ["w0"]
    assert [each.workshop for each in home.due(connection, TODAY, WEEK, 9).entries] == ["w2", "w4"]
    assert home.shelved_before(connection, "2025-01-01T00:00Z") == ()
    assert home.shelved_before(connection, "2025-01-01T00:01Z") == ("w0",)
    assert dict(home.titles(connection)).keys() == {"w1", "w2", "w3", "w4"}


def test_no_list_reads_the_whole_library(connection: Any) -> None:
    everything = tuple((kind, "x") for kind in FilterKind)
    plans: list[str] = []
    asked: list[str] = []
    connection.set_trace_callback(asked.append)
    for state in State:
        for filters in ((), everything):
            home.page(connection, Wish(filters=filters, state=state), TODAY)
    home.due(connection, TODAY, WEEK, 3)
    home.rows(connection, 5, 0)
    for kind in FilterKind:
        home.offered(connection, kind, 3)
    connection.set_trace_callback(None)
    for statement in asked:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        plans += [line for *_numbers, line in plan]
    assert len(asked) == 2 * len(State) + 2 + len(FilterKind)
    assert not [line for line in plans if line.startswith("SCAN")]


def test_titles_come_with_their_ids(connection: Any) -> None:
    assert home.titles(connection)[0] == ("w4", "Workshop 4")
    assert home.is_there(connection, WorkshopId("w0"))
    assert not home.is_there(connection, WorkshopId("w9"))
    found = home.row(connection, WorkshopId("w0"))
    assert found is not None
    assert replace(found, touched=0).title == "Workshop 0"
    assert home.row(connection, WorkshopId("w9")) is None


@pytest.mark.parametrize("wrong", ["held_on = 'yesterday'", "stage = 'nowhere'"])
def test_a_row_that_no_row_can_be_is_damage(connection: Any, wrong: str) -> None:
    connection.execute(f"UPDATE workshop SET {wrong}")  # noqa: S608  texts of this test
    with pytest.raises(DamagedLibraryError):
        home.rows(connection, 5, 0)


@pytest.mark.parametrize("wrong", ["[", "[1]", '[{"day": "soon"}]'])
def test_a_due_thing_that_cannot_be_read_is_damage(connection: Any, wrong: str) -> None:
    connection.execute("UPDATE workshop SET due = ?", (wrong,))
    with pytest.raises(DamagedLibraryError):
        home.due(connection, TODAY, WEEK, 3)


def test_the_order_does_not_follow_the_clock(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with Library.open(path) as library:
        library.add(a_workshop(id="first"))
    earlier = connect(path, writing=True)
    earlier.execute("UPDATE workshop SET changed_at = '2199-01-01T00:00Z'")
    earlier.close()
    with Library.open(path) as library:
        library.add(a_workshop(id="second"))
        assert [row.id for row in library.rows()] == ["second", "first"]
