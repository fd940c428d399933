"""After "erase for good" nothing that was said is in any file of the program."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from deskrisk.domain.errors import MissingError
from deskrisk.domain.library import NoSuchWorkshopError, Shelf
from deskrisk.domain.model.ids import FearId, WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.backups import (
    Reason,
    back_up,
    backups_of,
    copies_with,
    erase_in_copies,
    keep_as_file,
)
from deskrisk.services.erasing import (
    erase_history,
    erase_item,
    erase_old_trash,
    erase_workshops,
)
from deskrisk.services.fears import edit_fear, name_fear, remove_fears
from deskrisk.services.library import Library
from deskrisk.services.slip_box import SealedSlip
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop

SOON = 5.0
WORDS = 50
KEPT = "Keepsake"


@pytest.fixture
def words() -> list[str]:
    """Fifty words that occur nowhere by chance."""
    return [f"plant{secrets.token_hex(6)}" for _each in range(WORDS)]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        opened.add(a_workshop(a_fear(text=KEPT), id="kept", title="To stay"))
        yield opened


def planted(words: list[str], id_: str = "gone") -> Workshop:
    """A workshop with a word in every kind of thing that has one."""
    fears = [a_fear(f"f{at}", text=f"That {word} happens") for at, word in enumerate(words[:30])]
    return a_workshop(
        *fears,
        a_participant("p1", name=words[30], role=words[31]),
        a_risk("r1", title=words[32], cause=words[33], event=words[34], consequence=words[35]),
        a_mitigation("m1", "r1", title=words[36], description=words[37], status_note=words[38]),
        id=id_,
        title=words[39],
        project=words[40],
        purpose=words[41],
        organisation=words[42],
        facilitator=words[43],
    )


def found(folder: Path, words: list[str]) -> set[str]:
    """The words that are in any file below a folder, whatever their letters."""
    content = b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file()).lower()
    return {word for word in words if word.encode() in content or word[::-1].encode() in content}


def test_a_workshop_leaves_no_word_anywhere(
    library: Library, words: list[str], tmp_path: Path
) -> None:
    library.add(planted(words))
    meeting = library.open_meeting(WorkshopId("gone"))
    for word in words[44:48]:
        name_fear(meeting, word)
    edit_fear(meeting, FearId("f0"), text=words[48])
    remove_fears(meeting, [FearId("f1")])
    meeting.box.seal(SealedSlip(FearId("slip"), words[49]))
    assert library.flush(SOON)
    assert library._writer.tidied(SOON)
    keep_as_file(library.path, meeting.workshop)
    assert library.search(words[0]).hits == ()  # edited away
    assert len(library.search(words[2]).hits) == 1
    assert found(tmp_path, words) == set(words)
    erase_workshops(library, (WorkshopId("gone"),))
    assert found(tmp_path, words) == set()
    assert library.search(words[2]).hits == ()
    assert len(library.search(KEPT).hits) == 1
    assert library.check().ok
    library.close()
    assert found(tmp_path, words) == set()


def test_copies_are_named_and_erased_in(library: Library, words: list[str], tmp_path: Path) -> None:
    library.add(planted(words[:44] + words[44:]))
    assert library._writer.tidied(SOON)
    back_up(library, Reason.TIME, now=datetime.now(UTC))
    erase_workshops(library, (WorkshopId("gone"),))
    copies = copies_with(library.path, WorkshopId("gone"))
    assert copies == backups_of(library.path)
    assert found(tmp_path, words[:44]) == set(words[:44])
    erase_in_copies(library.path, WorkshopId("gone"), copies)
    assert found(tmp_path, words) == set()
    assert backups_of(library.path)[0].name == copies[0].name


def test_a_fear_leaves_no_word_and_nothing_can_bring_it_back(
    library: Library, words: list[str], tmp_path: Path
) -> None:
    library.add(planted(words))
    id_ = WorkshopId("gone")
    meeting = library.open_meeting(id_)
    fear = name_fear(meeting, words[44])
    edit_fear(meeting, fear, text=words[45])
    keep_as_file(library.path, meeting.workshop)
    assert library._writer.tidied(SOON)
    erase_item(library, id_, "fears", fear)
    assert found(tmp_path, words[44:46]) == set()
    assert found(tmp_path, words[:44]) == set(words[:44])
    again = library.open_meeting(id_)
    assert again.history == ()
    assert again is not meeting
    with pytest.raises(MissingError):
        erase_item(library, id_, "fears", fear)


def test_what_was_deleted_can_be_erased_while_the_rest_stays(
    library: Library, words: list[str], tmp_path: Path
) -> None:
    library.add(planted(words))
    id_ = WorkshopId("gone")
    meeting = library.open_meeting(id_)
    remove_fears(meeting, [FearId("f0")])
    assert library.flush(SOON)
    assert words[0] in found(tmp_path, words)
    left = meeting.workshop
    erase_history(library, id_)
    assert found(tmp_path, words) == set(words[1:44])
    assert library.workshop(id_) == left


def test_the_trash_is_erased_after_its_days(library: Library, tmp_path: Path) -> None:
    library.add(a_workshop(a_fear(text="unspeakable"), id="old"))
    library.put_on_shelf(WorkshopId("old"), Shelf.TRASH)
    now = datetime.now(UTC)
    assert erase_old_trash(library, now + timedelta(days=29)) == 0
    library.put_on_shelf(WorkshopId("old"), Shelf.OPEN)
    assert erase_old_trash(library, now + timedelta(days=31)) == 0
    library.put_on_shelf(WorkshopId("old"), Shelf.TRASH)
    assert erase_old_trash(library, now + timedelta(days=31)) == 1
    assert found(tmp_path, ["unspeakable"]) == set()
    assert [row.id for row in library.rows()] == ["kept"]


def test_what_is_not_there_cannot_be_erased(library: Library) -> None:
    with pytest.raises(NoSuchWorkshopError):
        erase_workshops(library, (WorkshopId("nobody"),))
