from pathlib import Path

import pytest

from deskrisk.domain.errors import EmptyError, TooLongError
from deskrisk.domain.model.fears import FearKind
from deskrisk.domain.model.fields import MAX_TEXT
from deskrisk.domain.model.ids import FearId
from deskrisk.services.booth import open_box, seal_slip, sealed_count
from deskrisk.services.library import Library
from deskrisk.services.meeting import Meeting
from deskrisk.services.slip_box import SealedSlip, SlipBox
from tests.builders import a_workshop
from tests.nasty import NASTY, expected


def a_slip(id: str, text: str = "We are late") -> SealedSlip:
    return SealedSlip(FearId(id), text)


def boxes(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if "-box-" in file.name]


def test_slips_lie_in_the_order_of_their_ids_in_memory_and_in_the_file(tmp_path: Path) -> None:
    for order in ("cab", "abc"):
        box = SlipBox(tmp_path / order)
        for id_ in order:
            box.seal(a_slip(id_))
        assert [slip.id for slip in box.slips()] == ["a", "b", "c"]
    assert (tmp_path / "cab").read_bytes() == (tmp_path / "abc").read_bytes()


def test_a_crash_in_the_middle_of_a_round_loses_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.create("Round")
        seal_slip(meeting, "We are late")
        seal_slip(meeting, "Nobody asks", about_us=True)
        id_ = meeting.workshop.id
        library.flush(10)
        assert not meeting.workshop.fears  # nothing on the wall before the round ends
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.open_meeting(id_)
        assert sealed_count(meeting) == 2
        assert open_box(meeting) == 2
        kinds = {fear.text: fear.kind for fear in meeting.workshop.fears.values()}
        assert kinds == {"We are late": FearKind.OUTCOME, "Nobody asks": FearKind.PEOPLE}
        assert boxes(tmp_path) == []
        meeting.undo()
        assert not meeting.workshop.fears
        assert open_box(meeting) == 0


def test_a_round_that_was_stored_just_before_the_crash_is_not_stored_twice(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.create("Round")
        seal_slip(meeting, "We are late")
        (file,) = boxes(tmp_path)
        content = file.read_bytes()
        open_box(meeting)
        id_ = meeting.workshop.id
    file.write_bytes(content)  # as if the power went before the file was removed
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.open_meeting(id_)
        assert open_box(meeting) == 0
        assert len(meeting.workshop.fears) == 1
        assert boxes(tmp_path) == []


def test_the_file_stays_while_the_disk_refuses_the_library(tmp_path: Path) -> None:
    stored = [False]
    box = SlipBox(tmp_path / "box", durable=lambda: stored[0])
    box.seal(a_slip("a"))
    box.empty()
    assert box.slips() == ()
    box.seal(a_slip("b"))
    assert {slip.id for slip in SlipBox(tmp_path / "box").slips()} == {"a", "b"}
    stored[0] = True
    box.empty()
    assert not (tmp_path / "box").exists()


def test_a_box_that_cannot_be_written_says_so_and_keeps_its_slips(tmp_path: Path) -> None:
    box = SlipBox(tmp_path / "missing" / "box")
    box.seal(a_slip("a"))
    assert box.problem
    assert len(box.slips()) == 1


@pytest.mark.parametrize("content", [b"", b"[", b"{}", b'[{"id": 1}]', b"\xff", b"[" * 100_000])
def test_a_damaged_box_is_laid_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "box").write_bytes(content)
    box = SlipBox(tmp_path / "box")
    assert box.slips() == ()
    if content != b"{}":  # as good as empty
        assert (tmp_path / "box.damaged").read_bytes() == content


def test_removing_the_workshop_takes_its_box_too(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.create("Round")
        seal_slip(meeting, "We are late")
        assert len(boxes(tmp_path)) == 1
        library.remove(meeting.workshop.id)
        assert boxes(tmp_path) == []


def test_a_workshop_cannot_name_a_box_outside_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    with Library.open(tmp_path / "inner" / "library.db") as library:
        library.add(a_workshop(id="../../x"))
        seal_slip(library.open_meeting(a_workshop(id="../../x").id), "We are late")
    assert len(boxes(tmp_path / "inner")) == 1


def test_empty_and_endless_slips_are_refused() -> None:
    meeting = Meeting(a_workshop())
    with pytest.raises(EmptyError):
        seal_slip(meeting, " \n")
    with pytest.raises(TooLongError):
        seal_slip(meeting, "x" * (MAX_TEXT + 1))
    assert sealed_count(meeting) == 0


def test_nasty_slips_come_out_as_they_went_in(tmp_path: Path) -> None:
    said = [text for text in NASTY if text.strip()]
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.create("Round")
        for text in said:
            seal_slip(meeting, text)
        id_ = meeting.workshop.id
    with Library.open(tmp_path / "library.db") as library:
        meeting = library.open_meeting(id_)
        open_box(meeting)
        found = sorted(fear.text for fear in meeting.workshop.fears.values())
        assert found == sorted(map(expected, said))
