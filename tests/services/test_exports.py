"""Exports: the ending of the name chooses the format, and the disk's troubles get a sentence."""

import csv
import errno
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from openpyxl import load_workbook

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.file_errors import (
    DiskFullError,
    FileInUseError,
    FolderMissingError,
    FolderReadOnlyError,
    NotAFileError,
    PathError,
    UnknownFormatError,
    WritingCancelledError,
)
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.parts import put
from deskrisk.domain.publishing import published
from deskrisk.services.exports import FORMATS, export_workshop, format_of
from deskrisk.services.made_files import MAKERS
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file
from deskrisk.viewmodels.problems import sentence
from tests.builders import a_workshop
from tests.exported import written
from tests.nasty import NASTY, expected
from tests.papers import a_small_agreement, bare, with_text

NOW = datetime(2025, 3, 11, 12, 0, tzinfo=UTC)
SUFFIXES = [each.suffix for each in FORMATS]
TEAM = DocumentOptions()
NO_ROOM = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from deskrisk.domain.file_errors import PathError
from deskrisk.services.exports import export_workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.problems import sentence

held, now = sample("hospital-ward"), datetime(2025, 3, 11, tzinfo=UTC)
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, 1_000))
try:
    export_workshop(held, Path(sys.argv[1]), now=now)
except PathError as error:
    print(sentence(error))
"""
"""A program for which no file may grow beyond a thousand bytes."""


def test_each_format_has_its_own_key_and_ending() -> None:
    assert len({each.key for each in FORMATS}) == len(FORMATS)
    assert len({each.suffix for each in FORMATS}) == len(FORMATS)
    assert all(each.suffix.startswith(".") and each.label for each in FORMATS)


@pytest.mark.parametrize("name", ["a.deskrisk", "A.DESKRISK", "two.dots.deskrisk"])
def test_a_workshop_file_is_what_is_read_back(tmp_path: Path, name: str) -> None:
    export_workshop(sample(), tmp_path / name, now=NOW)
    assert read_workshop_file(tmp_path / name) == sample()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_workshop_file_of_a_version_holds_that_version_alone(tmp_path: Path) -> None:
    held = put(sample(), StageNote(stage=Stage.RANK, private="a private note"))
    path = tmp_path / "a.deskrisk"
    for options in (TEAM, DocumentOptions(version=DocumentVersion.ARCHIVE)):
        export_workshop(held, path, now=NOW, options=options)
        assert read_workshop_file(path) == published(held, options)
        assert b"a private note" not in path.read_bytes()
    export_workshop(
        held,
        path,
        now=NOW,
        options=DocumentOptions(version=DocumentVersion.ARCHIVE, private_notes=True),
    )
    assert read_workshop_file(path) == held


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_workshop_and_moment_give_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    contents = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}{suffix}"
        export_workshop(sample("hospital-ward"), path, now=NOW)
        contents.append(path.read_bytes())
    assert contents[0] == contents[1]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_nearly_empty_workshop_has_every_file(tmp_path: Path, suffix: str) -> None:
    for version in DocumentVersion:
        path = tmp_path / f"{version.value}{suffix}"
        options = DocumentOptions(version=version, roles_for_names=True)
        export_workshop(a_workshop(), path, now=NOW, options=options)
        assert path.stat().st_size > 0


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    told: list[float] = []
    export_workshop(sample(), tmp_path / "a.md", now=NOW, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("asked", [1, 2])
def test_cancelled_in_time_it_writes_nothing(tmp_path: Path, asked: int) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    answers = iter([False] * (asked - 1) + [True])
    with pytest.raises(WritingCancelledError) as caught:
        export_workshop(sample(), path, now=NOW, cancelled=lambda: next(answers))
    assert str(path) in sentence(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_program_holds_open_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "locked")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileInUseError) as caught:
        export_workshop(sample(), path, now=NOW)
    assert "open in another program" in sentence(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_several_threads_write_at_once_and_none_disturbs_another(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}{suffix}" for number in range(2) for suffix in SUFFIXES]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda path: export_workshop(sample(), path, now=NOW), paths))
    for suffix in SUFFIXES:
        first, second = ((tmp_path / f"{number}{suffix}").read_bytes() for number in range(2))
        assert first == second


def test_a_pdf_is_written_whole_and_alike_twice(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.PDF"):
        export_workshop(sample(), tmp_path / name, now=NOW)
    first, second = (tmp_path / "a.pdf").read_bytes(), (tmp_path / "b.PDF").read_bytes()
    assert first.startswith(b"%PDF-")
    assert first.rstrip().endswith(b"%%EOF")
    assert first == second
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.PDF"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("plan.csv", "csv"),
        ("plan.actions.csv", "actions"),
        ("PLAN.Actions.CSV", "actions"),
        ("actions.csv", "csv"),
        ("a.b.md", "markdown"),
        ("days.ics", "calendar"),
        ("a.xlsx", "xlsx"),
        ("a.docx", "docx"),
    ],
)
def test_the_longest_ending_that_fits_decides(name: str, key: str) -> None:
    assert format_of(Path(name)).key == key


def test_every_format_has_what_makes_it() -> None:
    assert MAKERS.keys() == {each.key for each in FORMATS}


@pytest.mark.parametrize("name", ["a", "a.doc", ".pdf", "pdf", "a.pdf.txt"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        format_of(tmp_path / name)
    assert all(each.suffix in sentence(caught.value) for each in FORMATS)
    with pytest.raises(UnknownFormatError):
        export_workshop(a_workshop(), tmp_path / name, now=NOW)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_missing_folder_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "none" / f"a{suffix}"
    with pytest.raises(FolderMissingError) as caught:
        export_workshop(a_workshop(), path, now=NOW)
    assert str(path) in sentence(caught.value)
    assert not path.parent.exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderMissingError):
        export_workshop(a_workshop(), tmp_path / "file" / f"a{suffix}", now=NOW)
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    with pytest.raises(NotAFileError):
        export_workshop(a_workshop(), folder, now=NOW)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    ("number", "error"),
    [(errno.ENOSPC, DiskFullError), (errno.EROFS, FolderReadOnlyError)],
)
def test_a_full_or_read_only_disk_leaves_the_old_file(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
    number: int,
    error: type[PathError],
) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(error) as caught:
        export_workshop(sample(), path, now=NOW)
    assert sentence(caught.value).count(".") >= 1
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_in_every_field_is_in_every_file(tmp_path: Path, text: str) -> None:
    workshop = with_text(a_small_agreement(), text)
    wanted = bare(expected(text))
    for suffix in (".docx", ".xlsx", ".csv", ".actions.csv", ".ics"):
        path = written(workshop, tmp_path, suffix)
        assert wanted in bare(words_of(path)), suffix


def words_of(path: Path) -> str:
    """The words of a file as a library of others reads them."""
    if path.suffix == ".docx":
        file = Document(str(path))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        return "\n".join((*(each.text for each in file.paragraphs), *cells))
    if path.suffix == ".xlsx":
        rows = load_workbook(path)["Risk register"].iter_rows(values_only=True)
        return "\n".join(str(value) for row in rows for value in row)
    if path.suffix == ".csv":
        rows_read = csv.reader(path.read_text("utf-8-sig").splitlines(keepends=True))
        return "\n".join(cell for row in rows_read for cell in row)
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return "\n".join(f"{each['summary']}\n{each['description']}" for each in events)


def test_the_workbook_holds_as_many_answers_as_its_version_may(tmp_path: Path) -> None:
    sheets = {
        version: load_workbook(
            written(sample(), tmp_path, ".xlsx", DocumentOptions(version=version))
        ).sheetnames
        for version in DocumentVersion
    }
    both = ["Risk register", "Action plan"]
    assert sheets[DocumentVersion.SUMMARY] == both
    assert sheets[DocumentVersion.TEAM] == [*both, "Answers"]
    assert sheets[DocumentVersion.ARCHIVE] == [*both, "Answers", "Each answer"]


@pytest.mark.parametrize("suffix", [".docx", ".md", ".xlsx", ".csv", ".ics", ".deskrisk"])
def test_a_disk_that_takes_no_more_is_said_and_the_old_file_stays(
    tmp_path: Path, suffix: str
) -> None:
    if os.name == "nt":
        return  # Windows has no such limit
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", NO_ROOM, str(path)], capture_output=True, text=True, check=False
    )
    assert "The disk is full" in done.stdout, done.stderr
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
