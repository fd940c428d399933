import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskrisk.domain.backups import BadBackupError, NoBackupError, Reason
from deskrisk.domain.library import DamagedLibraryError, LibraryError
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.services.backups import (
    back_up,
    back_up_file,
    backup_named,
    backups_of,
    copies_with,
    erase_in_copies,
    file_beside,
    is_changed,
    is_time,
    keep_as_file,
    look_into,
    restore,
    restore_file,
)
from deskrisk.services.fears import name_fear
from deskrisk.services.library import Library
from deskrisk.services.workshop_files import read_workshop_file
from deskrisk.storage import backups as files
from tests.builders import a_fear, a_workshop
from tests.chance import a_full_workshop

NOW = datetime.now(UTC)
LATER = NOW + timedelta(minutes=31)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library.open(path) as opened:
        opened.add(a_workshop(a_fear(text="the first fear"), id="one", title="First"))
        yield opened


@pytest.mark.parametrize("reason", Reason)
def test_a_copy_says_when_why_and_what_is_in_it(library: Library, reason: Reason) -> None:
    made = back_up(library, reason, now=NOW)
    (found,) = backups_of(library.path)
    assert found == made
    assert (found.reason, found.made_at) == (reason, NOW)
    inside = look_into(library.path, found)
    assert (inside.workshops, inside.titles) == (1, ("First",))
    file = files.path_of(library.path, found)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert {each.name for each in file.parent.iterdir()} == {file.name}


@pytest.mark.parametrize("reason", Reason)
def test_every_kind_of_copy_can_be_put_back_and_that_undone(path: Path, reason: Reason) -> None:
    library = Library.open(path)
    library.add(a_full_workshop(1))
    before = library.workshop(library.rows()[0].id)
    made = back_up(library, reason, now=NOW)
    library.add(a_workshop(id="two", title="Second"))
    library, undo = restore(library, made, now=LATER)
    assert [row.id for row in library.rows()] == [before.id]
    assert library.workshop(before.id) == before
    assert library.check().ok
    library, _again = restore(library, undo, now=LATER + timedelta(minutes=1))
    assert {row.title for row in library.rows()} == {before.brief.title, "Second"}
    assert library.check().ok
    library.close()


def test_a_workshop_goes_on_where_the_copy_was_made_with_its_undo(path: Path) -> None:
    library = Library.open(path)
    meeting = library.create("First")
    name_fear(meeting, "kept")
    made = back_up(library, Reason.WISH, now=NOW)
    name_fear(meeting, "lost")
    library, _undo = restore(library, made, now=LATER)
    again = library.open_meeting(meeting.workshop.id)
    assert [each.text for each in again.workshop.fears.values()] == ["kept"]
    again.undo()
    assert again.workshop.fears == {}
    library.close()


def test_a_copy_that_is_not_whole_is_never_put_back(path: Path) -> None:
    library = Library.open(path)
    library.add(a_full_workshop(1))
    made = back_up(library, Reason.TIME, now=NOW)
    file = files.path_of(path, made)
    content = bytearray(file.read_bytes())
    content[8192:16384] = bytes(8192)
    file.write_bytes(content)
    with pytest.raises((BadBackupError, DamagedLibraryError)):
        restore(library, made, now=LATER)
    assert library.closed
    with Library.open(path) as still:
        assert still.check().ok


def test_what_is_not_there_cannot_be_put_back(library: Library) -> None:
    made = back_up(library, Reason.TIME, now=NOW)
    files.drop(library.path, made)
    with pytest.raises(NoBackupError):
        restore(library, made, now=LATER)
    assert not library.closed
    with pytest.raises(NoBackupError):
        backup_named(library.path, "nowhere")


def test_a_damaged_library_is_replaced_by_its_copy(path: Path) -> None:
    with Library.open(path) as library:
        library.add(a_workshop(title="Safe"))
        made = back_up(library, Reason.TIME, now=NOW)
    path.write_bytes(b"")
    with pytest.raises(LibraryError):
        Library.open(path)
    assert restore_file(path, backup_named(path, "newest"), now=LATER) is None
    assert made in backups_of(path)
    with Library.open(path) as library:
        assert [row.title for row in library.rows()] == ["Safe"]


def test_copies_made_while_somebody_writes_are_whole(library: Library) -> None:
    meeting = library.create("Busy")
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            name_fear(meeting, f"fear {number}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    made = [
        back_up_file(library.path, Reason.TIME, now=NOW + timedelta(seconds=each))
        for each in range(20)
    ]
    stop.set()
    writer.join()
    for each in made:
        files.check(files.path_of(library.path, each))


def test_changes_ask_for_a_copy_after_half_an_hour(library: Library) -> None:
    path = library.path
    library.flush()
    assert is_changed(path)
    assert is_time(path, NOW)
    soon = datetime.now(UTC) + timedelta(seconds=5)
    back_up(library, Reason.TIME, now=soon)
    assert not is_changed(path)
    assert not is_time(path, LATER + timedelta(hours=1))
    assert not is_changed(path.with_name("nowhere.db"))


def test_old_copies_go_by_themselves(library: Library) -> None:
    for days in range(60, 0, -1):
        back_up(library, Reason.TIME, now=NOW - timedelta(days=days))
    assert len(backups_of(library.path)) < 16


def test_a_workshop_lies_beside_as_a_file(library: Library) -> None:
    workshop = library.workshop(WorkshopId("one"))
    file = keep_as_file(library.path, workshop)
    assert file == file_beside(library.path, workshop.id)
    assert read_workshop_file(file) == workshop
    assert "First" not in file.name


def test_a_workshop_is_erased_in_the_copies_too(library: Library) -> None:
    other = a_workshop(a_fear(text="unspeakable"), id="two")
    library.add(other)
    back_up(library, Reason.TIME, now=NOW)
    library.remove(other.id)
    back_up(library, Reason.TIME, now=LATER)
    copies = copies_with(library.path, other.id)
    assert [each.made_at for each in copies] == [NOW]
    broken = files.folder_of(library.path) / copies[0].name.replace("time", "wish")
    broken.write_bytes(b"no library")
    copies = copies_with(library.path, other.id)
    shares: list[float] = []
    gone = erase_in_copies(library.path, other.id, copies, shares.append)
    assert [each.reason for each in gone] == [Reason.WISH]
    assert shares == [0.5, 1.0]
    assert copies_with(library.path, other.id) == ()
    for each in backups_of(library.path):
        assert b"unspeakable" not in files.path_of(library.path, each).read_bytes()
        assert look_into(library.path, each).workshops == 1


def test_the_copy_that_a_migration_leaves_is_one_of_them(library: Library) -> None:
    made = back_up(library, Reason.TIME, now=NOW)
    beside = library.path.with_name(f"{library.path.name}.version-1")
    beside.write_bytes(files.path_of(library.path, made).read_bytes())
    found = {each.reason: each for each in backups_of(library.path)}
    assert look_into(library.path, found[Reason.MIGRATION]).titles == ("First",)
    assert replace(found[Reason.MIGRATION], size=0).name == beside.name
