"""Files of every format for tests, and what is written in them, read by programs of others."""

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import StreamObject

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.exports import FORMATS, export_workshop

NOW = datetime(2025, 3, 11, 17, 30, tzinfo=UTC)
TEXT_SUFFIXES = (".md", ".csv", ".actions.csv", ".ics", ".deskrisk")


def written(
    workshop: Workshop, folder: Path, suffix: str, options: DocumentOptions | None = None
) -> Path:
    """The file of one format."""
    path = folder / f"file{suffix}"
    export_workshop(workshop, path, now=NOW, options=options)
    return path


def all_written(
    workshop: Workshop, folder: Path, options: DocumentOptions | None = None
) -> dict[str, Path]:
    """The files of all formats, by their endings."""
    return {each.suffix: written(workshop, folder, each.suffix, options) for each in FORMATS}


def everything_in(path: Path) -> str:
    """All text that can be found in a file: unpacked, decompressed, what it says about itself."""
    content = path.read_bytes()
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = [packed.read(name) for name in packed.namelist()]
        return "\n".join(part.decode("utf-8", "replace") for part in parts)
    if content.startswith(b"%PDF"):
        return _text_of_pdf(content)
    return re.sub(r"\r?\n ", "", content.decode("utf-8"))  # a calendar folds its lines


def _text_of_pdf(content: bytes) -> str:
    pdf = PdfReader(io.BytesIO(content))
    pages = [page.extract_text() for page in pdf.pages]
    held = [pdf.get_object(number) for number in range(1, len(pdf.xref[0]) + 1)]
    streams = [each.get_data().decode("latin-1") for each in held if isinstance(each, StreamObject)]
    return "\n".join((*pages, *streams, str(pdf.metadata), str(pdf.outline)))
