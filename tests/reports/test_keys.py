from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader

from deskrisk.reports.keys import keys_bytes
from deskrisk.viewmodels.shortcuts import KeySection
from tests.nasty import NASTY

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
SECTIONS = (
    KeySection(
        "File", (("Start a workshop", "Ctrl+N"), ("Export …", "Ctrl+E"), ("Quit", "Ctrl+Q"))
    ),
    KeySection("Respond", (("Another promise for this risk", "Alt+N"),)),
)


def words_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_every_key_stands_on_the_page(tmp_path: Path) -> None:
    path = tmp_path / "keys.pdf"
    path.write_bytes(keys_bytes(SECTIONS, created=NOW))
    said = words_of(path)
    for section in SECTIONS:
        assert section.title in said
        for words, keys in section.rows:
            assert words in said
            assert keys in said
    assert PdfReader(path).metadata.title == "DeskRisk: Keyboard shortcuts"  # type: ignore[union-attr]  # it has some


def test_the_same_sheet_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(keys_bytes(SECTIONS, created=NOW))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_any_words_are_printed_as_words(tmp_path: Path) -> None:
    rows = tuple((text[:200], "Ctrl+X") for text in NASTY)
    (tmp_path / "keys.pdf").write_bytes(keys_bytes((KeySection("<b>Any</b>", rows),), created=NOW))
    assert "<b>Any</b>" in words_of(tmp_path / "keys.pdf")
