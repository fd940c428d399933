from datetime import UTC, datetime
from pathlib import Path

import pytest

from deskrisk.domain.file_errors import FolderMissingError, NotAFileError
from deskrisk.services.key_sheet import write_key_sheet
from deskrisk.viewmodels.shortcuts import KeySection

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SECTIONS = (KeySection("File", (("Quit", "Ctrl+Q"),)),)


def test_the_sheet_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "keys.pdf"
    path.write_text("old")
    write_key_sheet(SECTIONS, path, now=NOW)
    assert path.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.iterdir()] == ["keys.pdf"]


def test_what_the_disk_refuses_has_a_name(tmp_path: Path) -> None:
    with pytest.raises(FolderMissingError):
        write_key_sheet(SECTIONS, tmp_path / "gone" / "keys.pdf", now=NOW)
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(NotAFileError):
        write_key_sheet(SECTIONS, tmp_path / "folder.pdf", now=NOW)
