import errno
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from deskrisk.domain.library import (
    DamagedLibraryError,
    LibraryError,
    LibraryFullError,
    LibraryGoneError,
    LibraryLockedError,
    ReadOnlyLibraryError,
    StorageError,
)
from deskrisk.storage import opening
from deskrisk.storage.driver import connect, problem_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "a folder #1 ?x=%20" / "library.db"
    made.parent.mkdir()
    opening.create(made)
    return made


def _pragma(connection: Any, name: str) -> Any:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return value


@pytest.mark.parametrize("writing", [True, False])
def test_every_connection_has_the_settings_that_keep_data_safe(path: Path, writing: bool) -> None:  # noqa: FBT001  a case
    connection = connect(path, writing=writing)
    assert _pragma(connection, "synchronous") == 2  # FULL
    assert _pragma(connection, "foreign_keys") == 1
    assert _pragma(connection, "secure_delete") == 1
    assert _pragma(connection, "trusted_schema") == 0
    assert _pragma(connection, "cell_size_check") == 1
    assert _pragma(connection, "busy_timeout") <= 200
    if writing:
        assert _pragma(connection, "journal_mode") == "wal"
        assert _pragma(connection, "wal_autocheckpoint") > 0
    connection.close()


def test_only_the_writer_can_write_and_checkpoint(path: Path) -> None:
    reader = connect(path, writing=False)
    assert _pragma(reader, "wal_autocheckpoint") == 0
    with pytest.raises(dbapi2.OperationalError):
        reader.execute("DELETE FROM workshop")
    reader.close()


def test_the_sqlite_inside_has_no_known_fault_of_the_log() -> None:
    assert dbapi2.sqlite_version_info >= (3, 51, 3)


def test_connecting_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(dbapi2.OperationalError) as refused:
        connect(tmp_path / "library.db", writing=True)
    assert isinstance(problem_of(refused.value), LibraryGoneError)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (1, DamagedLibraryError),
        (5, LibraryLockedError),
        (6, LibraryLockedError),
        (8, ReadOnlyLibraryError),
        (10, StorageError),
        (11, DamagedLibraryError),
        (13, LibraryFullError),
        (14, LibraryGoneError),
        (26, DamagedLibraryError),
    ],
)
def test_what_sqlite_says_gets_a_meaning(code: int, kind: type[LibraryError]) -> None:
    error = dbapi2.OperationalError("with words of people")
    error.sqlite_errorcode = code
    assert type(problem_of(error)) is kind
    error.sqlite_errorcode = code | (3 << 8)  # the extended codes of the same kind
    assert type(problem_of(error)) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, LibraryFullError),
        (errno.EROFS, ReadOnlyLibraryError),
        (errno.EACCES, ReadOnlyLibraryError),
        (errno.ENOENT, LibraryGoneError),
        (errno.EIO, StorageError),
    ],
)
def test_what_the_system_says_gets_a_meaning(number: int, kind: type[LibraryError]) -> None:
    assert type(problem_of(OSError(number, "words"))) is kind


def test_a_meaning_has_no_words_of_people() -> None:
    found = problem_of(ValueError("a secret fear"))
    assert isinstance(found, StorageError)
    assert found.cause == "ValueError"
