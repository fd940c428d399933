"""Exports: the ending of the name chooses the format, and the disk's troubles get a sentence."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskrisk.domain.file_errors import (
    DiskFullError,
    FolderMissingError,
    FolderReadOnlyError,
    NotAFileError,
    PathError,
    UnknownFormatError,
)
from deskrisk.services.exports import FORMATS, export_workshop, format_of
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file
from deskrisk.viewmodels.problems import sentence
from tests.builders import a_workshop

NOW = datetime(2025, 3, 11, 12, 0, tzinfo=UTC)


def test_each_format_has_its_own_key_and_ending() -> None:
    assert len({each.key for each in FORMATS}) == len(FORMATS)
    assert len({each.suffix for each in FORMATS}) == len(FORMATS)
    assert all(each.suffix.startswith(".") and each.label for each in FORMATS)


@pytest.mark.parametrize("name", ["a.deskrisk", "A.DESKRISK", "two.dots.deskrisk"])
def test_a_workshop_file_is_what_is_read_back(tmp_path: Path, name: str) -> None:
    export_workshop(sample(), tmp_path / name, now=NOW)
    assert read_workshop_file(tmp_path / name) == sample()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_pdf_is_written_whole_and_alike_twice(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.PDF"):
        export_workshop(sample(), tmp_path / name, now=NOW)
    first, second = (tmp_path / "a.pdf").read_bytes(), (tmp_path / "b.PDF").read_bytes()
    assert first.startswith(b"%PDF-")
    assert first.rstrip().endswith(b"%%EOF")
    assert first == second
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "b.PDF"]


@pytest.mark.parametrize("name", ["a", "a.doc", ".pdf", "pdf", "a.pdf.txt"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownFormatError) as caught:
        format_of(tmp_path / name)
    assert ".pdf" in sentence(caught.value)
    with pytest.raises(UnknownFormatError):
        export_workshop(a_workshop(), tmp_path / name, now=NOW)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [each.suffix for each in FORMATS])
def test_a_missing_folder_is_named(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "none" / f"a{suffix}"
    with pytest.raises(FolderMissingError) as caught:
        export_workshop(a_workshop(), path, now=NOW)
    assert str(path) in sentence(caught.value)
    assert not path.parent.exists()


@pytest.mark.parametrize("suffix", [each.suffix for each in FORMATS])
def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderMissingError):
        export_workshop(a_workshop(), tmp_path / "file" / f"a{suffix}", now=NOW)
    folder = tmp_path / f"folder{suffix}"
    folder.mkdir()
    with pytest.raises(NotAFileError):
        export_workshop(a_workshop(), folder, now=NOW)


@pytest.mark.parametrize("suffix", [each.suffix for each in FORMATS])
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
