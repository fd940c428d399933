"""Word files: looked at through another library, and opened by LibreOffice."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from docx.shared import Cm

from deskrisk.domain.documents import DocumentOptions, DocumentVersion, PageSize
from deskrisk.reports.docx import docx_bytes
from deskrisk.viewmodels.pieces import Grid, Heading, Items, Piece
from tests.nasty import NASTY, expected
from tests.office import AS_TEXT, converted
from tests.papers import bare
from tests.reports.outlined import ABOUT, of_sample, pieces_of, texts_of


def opened(pieces: tuple[Piece, ...]) -> WordFile:
    return Document(io.BytesIO(docx_bytes(pieces, ABOUT)))


def test_headings_lists_and_tables_are_real() -> None:
    pieces = of_sample()
    file = opened(pieces)
    styles = [paragraph.style.name for paragraph in file.paragraphs if paragraph.style]
    wanted = [piece for piece in pieces if isinstance(piece, Heading)]
    names = {1: "Title", 2: "Heading 1", 3: "Heading 2"}
    assert [name for name in styles if name in names.values()] == [
        names[piece.level] for piece in wanted
    ]
    lists = sum(len(piece.texts) for piece in pieces if isinstance(piece, Items))
    assert styles.count("List Bullet") + styles.count("List Number") == lists
    tables = [piece.table for piece in pieces if isinstance(piece, Grid)]
    assert [len(table.rows) - 1 for table in file.tables] == [len(table.rows) for table in tables]
    for table in file.tables:
        first = table.rows[0]._tr
        assert first.trPr is not None
        assert first.trPr.find(qn("w:tblHeader")) is not None


def test_the_file_says_what_it_is_and_holds_no_word_of_its_template() -> None:
    told = opened(of_sample()).core_properties
    assert (told.title, told.author, told.subject) == (ABOUT.title, ABOUT.author, ABOUT.subject)
    assert (told.comments, told.language) == ("", "en-GB")
    assert told.created == told.modified
    assert told.created == datetime(2025, 3, 11, 17, 30, tzinfo=UTC)


def test_the_mark_of_the_archive_stands_on_every_page() -> None:
    about = replace(ABOUT, mark="Confidential: the facilitator's archive")
    file = Document(io.BytesIO(docx_bytes(of_sample(), about)))
    assert file.sections[0].header.paragraphs[0].text.endswith(about.mark)
    archive = of_sample(options=DocumentOptions(version=DocumentVersion.ARCHIVE))
    assert any("Confidential" in text for piece in archive for text in texts_of(piece))


@pytest.mark.parametrize(("page", "width"), [(PageSize.A4, Cm(21.0)), (PageSize.LETTER, Cm(21.59))])
def test_the_paper_is_the_one_that_was_asked_for(page: PageSize, width: int) -> None:
    file = Document(io.BytesIO(docx_bytes(of_sample(), ABOUT, page=page)))
    assert abs((file.sections[0].page_width or 0) - width) < Cm(0.01)


def test_alike_twice_and_on_no_day_of_its_own() -> None:
    first, second = (docx_bytes(of_sample(), ABOUT) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What LibreOffice reads in the samples, and in a file of nasty texts."""
    folder = tmp_path_factory.mktemp("office")
    files = {
        "first": of_sample(),
        "ward": of_sample("hospital-ward"),
        "summary": of_sample(options=DocumentOptions(version=DocumentVersion.SUMMARY)),
        "nasty": tuple(piece for text in NASTY for piece in pieces_of(text)),
    }
    for name, pieces in files.items():
        (folder / f"{name}.docx").write_bytes(docx_bytes(pieces, ABOUT))
    paths = [folder / f"{name}.docx" for name in files]
    return {path.stem: read(path) for path in converted(folder, AS_TEXT, *paths)}


def read(path: Path) -> str:
    return path.read_text("utf-8-sig")


@pytest.mark.parametrize("name", ["first", "ward", "summary"])
def test_libreoffice_reads_a_sample_whole_and_in_order(shown: dict[str, str], name: str) -> None:
    pieces = {
        "first": of_sample(),
        "ward": of_sample("hospital-ward"),
        "summary": of_sample(options=DocumentOptions(version=DocumentVersion.SUMMARY)),
    }[name]
    text, at = bare(shown[name]), 0
    for wanted in (text for piece in pieces for text in texts_of(piece)):
        found = text.find(bare(wanted), at)
        assert found >= 0, wanted
        at = found + len(bare(wanted))


def test_libreoffice_reads_nasty_texts_as_they_are(shown: dict[str, str]) -> None:
    text, at = bare(shown["nasty"]), 0
    for piece in (piece for nasty in NASTY for piece in pieces_of(expected(nasty))):
        for wanted in texts_of(piece):
            found = text.find(bare(wanted), at)
            assert found >= 0, repr(wanted)
            at = found + len(bare(wanted))
