from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.library import DamagedLibraryError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.library import Library
from deskrisk.storage import home
from deskrisk.storage.driver import connect
from tests.builders import a_workshop


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Any]:
    """A library of five workshops; the first was added first."""
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        for number in range(5):
            library.add(a_workshop(id=f"w{number}", title=f"Workshop {number}"))
    opened = connect(path, writing=True)
    yield opened
    opened.close()


def test_pages_follow_each_other_the_last_changed_first(connection: Any) -> None:
    pages = [home.rows(connection, 2, offset) for offset in (0, 2, 4, 6)]
    assert [[row.id for row in page] for page in pages] == [["w4", "w3"], ["w2", "w1"], ["w0"], []]
    assert home.count(connection) == 5


def test_titles_come_with_their_ids(connection: Any) -> None:
    assert home.titles(connection)[0] == ("w4", "Workshop 4")
    assert home.is_there(connection, WorkshopId("w0"))
    assert not home.is_there(connection, WorkshopId("w9"))


@pytest.mark.parametrize("wrong", ["held_on = 'yesterday'", "stage = 'nowhere'"])
def test_a_row_that_no_row_can_be_is_damage(connection: Any, wrong: str) -> None:
    connection.execute(f"UPDATE workshop SET {wrong}")  # noqa: S608  texts of this test
    with pytest.raises(DamagedLibraryError):
        home.rows(connection, 5, 0)


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
