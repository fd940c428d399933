from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from deskrisk.domain.errors import EmptyError
from deskrisk.domain.file_errors import FolderMissingError
from deskrisk.services.printing import PAPERS, paper_of, print_paper
from deskrisk.services.samples import sample
from tests.builders import a_participant, a_workshop

NOW = datetime(2025, 3, 11, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("key", [each.key for each in PAPERS])
def test_every_paper_is_written_alike_twice(tmp_path: Path, key: str) -> None:
    contents = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.pdf"
        print_paper(key, sample(), path, now=NOW)
        contents.append(path.read_bytes())
    assert contents[0] == contents[1]
    assert PdfReader(tmp_path / "one.pdf").pages


@pytest.mark.parametrize("key", ["slips", "poster", "poster-a4", "cards"])
def test_what_lies_on_the_table_before_the_meeting_needs_no_people(
    tmp_path: Path, key: str
) -> None:
    print_paper(key, a_workshop(), tmp_path / "a.pdf", now=NOW)
    assert PdfReader(tmp_path / "a.pdf").pages


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissingError):
        print_paper("poster", a_workshop(), tmp_path / "no" / "a.pdf", now=NOW)


def test_papers_are_told_apart() -> None:
    assert len({each.key for each in PAPERS}) == len(PAPERS)
    assert len({each.name for each in PAPERS}) == len(PAPERS)
    assert all("{title}" in each.name for each in PAPERS)
    assert paper_of("cards").key == "cards"


@pytest.mark.parametrize("key", ["sheets", "ballots"])
def test_a_paper_for_nobody_is_refused(tmp_path: Path, key: str) -> None:
    for workshop in (a_workshop(), a_workshop(a_participant("p1"))):
        with pytest.raises(EmptyError):
            print_paper(key, workshop, tmp_path / "a.pdf", now=NOW)
    assert not list(tmp_path.iterdir())
