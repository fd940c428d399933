"""Every document that the tests look at, made once; and what can be read out of its file."""

import io
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from deskrisk.domain.documents import DocumentOptions, DocumentVersion, PageSize
from deskrisk.domain.model.workshop import Workshop
from deskrisk.reports.agreement import pdf_bytes
from deskrisk.services.samples import sample, sample_names
from tests.cruel import CRUEL
from tests.papers import CREATED

SUMMARY, TEAM, ARCHIVE = DocumentVersion

WORKSHOPS: Mapping[str, Workshop] = {**{name: sample(name) for name in sample_names()}, **CRUEL}

EVERY = [(name, version) for name in WORKSHOPS for version in DocumentVersion]
"""Every workshop in every version."""


@cache
def made(
    name: str,
    version: DocumentVersion = TEAM,
    page: PageSize = PageSize.A4,
    *,
    roles: bool = False,
) -> bytes:
    """A document of one of the workshops."""
    options = DocumentOptions(version=version, page=page, roles_for_names=roles)
    return pdf_bytes(WORKSHOPS[name], created=CREATED, options=options)


def opened(content: bytes) -> PdfReader:
    """The document, opened by somebody else's library."""
    return PdfReader(io.BytesIO(content))


def told(command: str, content: bytes, folder: Path, *options: str) -> str:
    """What a program of the system says about a document.

    Args:
        command: such as ``pdftotext``; its file name comes before the options.
        content: the document.
        folder: where it may be written.
        options: of the program.
    """
    file = folder / "document.pdf"
    file.write_bytes(content)
    done = subprocess.run(
        [command, *options[:1], str(file), *options[1:]],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def everything_in(content: bytes) -> str:
    """All that is in the file: every text object, every stream, decompressed, and all page text."""
    pdf = opened(content)
    parts = [*_strings(pdf.trailer, set()), *(page.extract_text() for page in pdf.pages)]
    return "\n".join(parts)


def _strings(held: Any, seen: set[int]) -> Iterator[str]:
    if isinstance(held, IndirectObject):
        if held.idnum in seen:
            return
        seen.add(held.idnum)
        held = held.get_object()
    if isinstance(held, StreamObject):
        yield held.get_data().decode("utf-8", "replace")
    if isinstance(held, DictionaryObject):
        for key, value in held.items():
            yield str(key)
            yield from _strings(dict.get(held, key, value), seen)
    elif isinstance(held, ArrayObject):
        for value in list.__iter__(held):
            yield from _strings(value, seen)
    elif isinstance(held, str):
        yield str(held)
    elif isinstance(held, bytes):
        yield held.decode("utf-16-be", "replace")


def boxes_of(content: bytes) -> Iterator[tuple[int, float, tuple[float, float, float, float]]]:
    """The place of all text: page from 1, the page's width, and left, bottom, right and top."""
    document = pypdfium2.PdfDocument(content)
    for number, page in enumerate(document, start=1):
        words = page.get_textpage()
        for place in range(words.count_rects()):
            yield number, page.get_width(), words.get_rect(place)


def filled_shares(content: bytes) -> list[float]:
    """How far down each page is filled, 0 to 1, between running line and foot."""
    document = pypdfium2.PdfDocument(content)
    return [_filled(page) for page in document]


def _filled(page: pypdfium2.PdfPage) -> float:
    scale = 0.5
    picture = page.render(scale=scale, grayscale=True).to_numpy()
    height = picture.shape[0]
    top, bottom = int(42 * scale), height - int(44 * scale)
    inked = [row for row in range(top, bottom) if (picture[row] < 250).any()]
    return float((max(inked, default=top) - top) / (bottom - top))
