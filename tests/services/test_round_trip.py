"""Library, files, an empty library, files again: the same bytes, also across a copy put back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskrisk.services.backups import Reason, back_up, restore
from deskrisk.services.library import Library
from deskrisk.services.many_files import export_all, import_all
from tests.chance import a_full_workshop

NOW = datetime.now(UTC)
AT_ONCE = 20
WORKSHOPS = 200


def written(library: Library, folder: Path) -> dict[str, bytes]:
    export_all(library, folder)
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@settings(max_examples=WORKSHOPS // AT_ONCE, deadline=None)
@given(seeds=st.sets(st.integers(0, 2**32), min_size=AT_ONCE, max_size=AT_ONCE))
def test_files_come_back_byte_by_byte(
    tmp_path_factory: pytest.TempPathFactory, seeds: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    first = Library.open(folder / "first.db")
    for seed in seeds:
        first.add(a_full_workshop(seed, of_each=2))
    files = written(first, folder / "one")
    assert len(files) == len(seeds)
    with Library.open(folder / "second.db") as second:
        assert import_all(second, folder / "one") == (len(seeds), ())
        assert written(second, folder / "two") == files
    made = back_up(first, Reason.WISH, now=NOW)
    for row in first.rows(limit=5):
        first.remove(row.id)
    first, _undo = restore(first, made, now=NOW + timedelta(minutes=1))
    assert written(first, folder / "three") == files
    assert first.check().ok
    first.close()
