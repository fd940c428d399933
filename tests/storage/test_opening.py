import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from deskrisk.domain.library import (
    DamagedLibraryError,
    ForeignFileError,
    LibraryBusyError,
    LibraryError,
    NewerLibraryError,
    ReadOnlyLibraryError,
)
from deskrisk.services.library import Library
from deskrisk.storage import lock, opening, schema
from tests.chance import a_full_workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def full(path: Path) -> Path:
    """A library with a workshop in it."""
    with Library.open(path) as library:
        library.add(a_full_workshop(1))
    return path


def _files(folder: Path) -> dict[str, str]:
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Dear diary, SQLite format 3", encoding="utf-8")


def _short_head(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(20))


def _short_text(path: Path) -> None:
    path.write_bytes(b"SQL")


def _other_program(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE workshop (id)")
    connection.commit()
    connection.close()


def _encrypted(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 32)


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (_empty, DamagedLibraryError),
        (_short_head, DamagedLibraryError),
        (_short_text, DamagedLibraryError),
        (_text, ForeignFileError),
        (_other_program, ForeignFileError),
        (_encrypted, ForeignFileError),
    ],
)
def test_a_file_that_is_no_library_is_refused_and_left_alone(
    path: Path, spoil: Callable[[Path], None], kind: type[LibraryError]
) -> None:
    spoil(path)
    before = _files(path.parent)
    with pytest.raises(kind):
        Library.open(path)
    assert _files(path.parent) == before


def test_a_library_that_is_open_here_is_not_even_read(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing any handle on it would drop the locks that SQLite holds on it."""
    looked: list[Path] = []
    with Library.open(full) as library:
        monkeypatch.setattr(opening, "look_at", looked.append)
        with pytest.raises(LibraryBusyError):
            Library.open(full)
        assert looked == []
        assert library.check().ok


def test_an_empty_file_is_called_empty(path: Path) -> None:
    _empty(path)
    with pytest.raises(DamagedLibraryError) as refused:
        Library.open(path)
    assert refused.value.empty


def test_a_newer_version_is_refused_with_its_number_and_not_touched(full: Path) -> None:
    connection = dbapi2.connect(str(full))
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 3}")
    connection.execute("CREATE TABLE something_new (a)")
    connection.close()
    before = _files(full.parent)
    with pytest.raises(NewerLibraryError) as refused:
        Library.open(full)
    assert (refused.value.version, refused.value.known) == (schema.VERSION + 3, schema.VERSION)
    assert _files(full.parent) == before


def test_our_mark_without_our_tables_is_damage(path: Path) -> None:
    connection = dbapi2.connect(str(path))
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.close()
    with pytest.raises(DamagedLibraryError):
        Library.open(path)


def test_a_library_cut_short_is_refused_wherever_it_is_cut(full: Path) -> None:
    whole = full.read_bytes()
    for length in range(0, len(whole), len(whole) // 40):
        full.write_bytes(whole[:length])
        with pytest.raises(DamagedLibraryError):
            Library.open(full)
    full.write_bytes(whole)
    with Library.open(full) as library:
        assert library.check().ok


def test_a_library_opens_again_after_a_refusal(path: Path) -> None:
    path.write_bytes(b"")
    with pytest.raises(DamagedLibraryError):
        Library.open(path)
    path.unlink()
    with Library.open(path) as library:
        assert library.count() == 0


def test_a_library_that_was_not_finished_is_made_again(path: Path) -> None:
    path.with_name("library.db.new").write_bytes(b"half")
    with Library.open(path) as library:
        assert library.count() == 0
    assert {each.name for each in path.parent.iterdir()} == {"library.db", "library.db.lock"}


def test_a_folder_that_may_not_be_written_is_said_to_be_so(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(lock, "hold", refuse)
    with pytest.raises(ReadOnlyLibraryError):
        Library.open(path)


def test_the_file_says_what_it_is(full: Path) -> None:
    head = full.read_bytes()[:100]
    assert head[68:72] == b"Desk"
    assert int.from_bytes(head[60:64], "big") == schema.VERSION
