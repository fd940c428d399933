from collections.abc import Iterator
from pathlib import Path

import pytest

from deskrisk.domain.library import Shelf
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.library import Library
from deskrisk.services.many_files import export_all, import_all
from deskrisk.services.workshop_files import read_workshop_file
from tests.builders import a_workshop


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        for id_, title in (("a", "Same: name?"), ("b", "same  NAME"), ("c", "../other/..")):
            opened.add(a_workshop(id=id_, title=title))
        yield opened


def test_every_workshop_has_a_file_of_its_own_that_any_system_takes(
    library: Library, tmp_path: Path
) -> None:
    library.put_on_shelf(WorkshopId("c"), Shelf.ARCHIVED)
    shares: list[float] = []
    assert export_all(library, tmp_path / "out", told=shares.append) == 3
    files = sorted((tmp_path / "out").iterdir())
    assert len({each.name.casefold() for each in files}) == 3
    assert {read_workshop_file(each).id for each in files} == {"a", "b", "c"}
    assert "2025-03-11 other.deskrisk" in {each.name for each in files}
    assert shares[-1] == 1.0


def test_only_what_is_chosen_and_not_the_trash_is_written(library: Library, tmp_path: Path) -> None:
    assert export_all(library, tmp_path / "one", (WorkshopId("b"),)) == 1
    library.put_on_shelf(WorkshopId("a"), Shelf.TRASH)
    assert export_all(library, tmp_path / "rest") == 2
    assert export_all(library, tmp_path / "none", stopped=lambda: True) == 0


def test_a_folder_comes_in_and_what_is_wrong_is_named(library: Library, tmp_path: Path) -> None:
    export_all(library, tmp_path / "out")
    (tmp_path / "out" / "wrong.deskrisk").write_text("[]")
    (tmp_path / "out" / "other.txt").write_text("no workshop")
    library.remove(WorkshopId("a"))
    assert import_all(library, tmp_path / "out") == (1, ("wrong.deskrisk",))
    assert library.count() == 3
