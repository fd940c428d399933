import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from deskrisk.domain.file_errors import FileMissingError, FolderMissingError, NotAFileError
from deskrisk.domain.sheets import sheets_in
from deskrisk.domain.tables import TableError
from deskrisk.services.meeting import Meeting
from deskrisk.services.samples import sample
from deskrisk.services.scores import hand_in, seal_sheet
from deskrisk.services.sheets import (
    MOST_BYTES,
    read_table,
    write_ballot_sheets,
    write_score_sheets,
    write_table,
)
from deskrisk.viewmodels.problems import sentence
from tests.builders import a_participant, a_risk, a_workshop
from tests.domain.test_sheets import P1, R1, R2, a_room, a_sheet
from tests.nasty import NASTY

NOW = datetime(2025, 3, 11, 9, 0, tzinfo=UTC)


def pages(path: Path) -> list[str]:
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_a_sheet_is_one_step_that_names_nobody() -> None:
    meeting = Meeting(a_room())
    seal_sheet(meeting, a_sheet(P1, R1, R2))
    (step,) = meeting.history
    assert (step.label, step.args) == ("sheet.seal", {})
    meeting.undo()
    assert meeting.workshop.scores == {}
    hand_in(meeting, (a_sheet(P1, R1),))
    assert meeting.history[-1].label == "sheet.import"


def test_the_table_begins_with_the_mark_that_spreadsheets_need(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write_table(a_room(), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfPerson,Number,Risk,")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_filled_in_table_is_read_in_any_encoding_that_says_so(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "table.csv"
    write_table(a_room(), path)
    lines = path.read_text("utf-8-sig").splitlines()
    filled = "\n".join([lines[0], *(line[:-1] + "4,2" for line in lines[1:])])
    path.write_bytes(filled.encode(encoding))
    meeting = Meeting(a_room())
    hand_in(meeting, read_table(meeting.workshop, path))
    assert sheets_in(meeting.workshop).everybody


def test_files_that_are_no_table_are_refused_in_words(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    for content, words in (
        (b"\xff\xf3\x00\x80", "UTF-8"),
        (b"x" * (MOST_BYTES + 1), "too large"),
        (b"person,number,risk,likely,bad\nCleo,1,,4,2\n", "Line 2: Nobody who scores"),
    ):
        odd.write_bytes(content)
        with pytest.raises(TableError) as refused:
            read_table(a_room(), odd)
        assert words in sentence(refused.value)
        assert sentence(refused.value).endswith("Nothing was taken.")
    with pytest.raises(FileMissingError):
        read_table(a_room(), tmp_path / "none.csv")
    with pytest.raises(NotAFileError):
        read_table(a_room(), tmp_path)
    with pytest.raises(FolderMissingError):
        write_table(a_room(), tmp_path / "none" / "table.csv")


def test_sheets_have_a_page_a_person_with_every_risk_and_both_scales(tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    write_score_sheets(sample(), path, now=NOW)
    found = pages(path)
    room = sample()
    assert len(found) == len(room.participants)
    for person, page in zip(room.participants.values(), found, strict=True):
        assert person.name in page
        assert all(risk.title in page for risk in room.risks.values())
        assert "Could go either way (20-50 %)" in page
        assert "Project-ending or worse" in page
    write_score_sheets(sample(), path, now=NOW, named=False)
    numbered = pages(path)
    assert "Sheet 3" in numbered[2]
    assert all(person.name not in numbered[2] for person in room.participants.values())


def test_ballots_have_the_risks_of_the_bracket(tmp_path: Path) -> None:
    path = tmp_path / "ballots.pdf"
    write_ballot_sheets(sample(), path, now=NOW)
    (first, *_rest) = pages(path)
    assert "A system nobody can maintain" in first
    assert "Slow responses" not in first


def test_any_text_can_be_printed(tmp_path: Path) -> None:
    people = [a_participant(f"p{n}", name=text[:200]) for n, text in enumerate(NASTY)]
    room = a_workshop(*people, a_risk("r1", title=NASTY[0][:200], event=NASTY[1][:500]))
    path = tmp_path / "sheets.pdf"
    write_score_sheets(room, path, now=NOW)
    assert len(pages(path)) >= len(people)
