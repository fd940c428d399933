"""A document as it would be written, before it is written; nothing is stored."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.file_errors import (
    FileMissingError,
    FileUnreadableError,
    NotAFileError,
    NotAPictureError,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.viewmodels.page_pictures import PagePicture

MOST_LOGO_BYTES = 2_000_000
"""A logo is the size of a stamp; anything larger is another picture."""

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG files begin."""


def preview(
    workshop: Workshop,
    options: DocumentOptions,
    width: int,
    *,
    now: datetime,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[PagePicture, ...]:
    """The pages of the agreement as pictures. Safe on any thread.

    Args:
        workshop: any workshop.
        options: for whom, and on what paper.
        width: of each picture, in pixels.
        now: printed as the moment of writing.
        cancelled: is asked between the pages; then the rest is left out.
    """
    # reportlab, matplotlib and the drawing of pages take a second to load.
    from deskrisk.reports.agreement import pdf_bytes  # noqa: PLC0415
    from deskrisk.reports.page_pictures import page_pictures  # noqa: PLC0415

    if cancelled():
        return ()
    found = []
    for picture in page_pictures(pdf_bytes(workshop, created=now, options=options), width):
        found.append(picture)
        if cancelled():
            break
    return tuple(found)


def read_logo(path: Path) -> bytes:
    """A picture for the head of the first page.

    Raises:
        FileMissingError, FileUnreadableError, NotAFileError: the file.
        NotAPictureError: it is no PNG or JPEG, or far too large.
    """
    if path.exists() and not path.is_file():
        raise NotAFileError(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(MOST_LOGO_BYTES + 1)
    except FileNotFoundError:
        raise FileMissingError(str(path)) from None
    except (OSError, ValueError):
        raise FileUnreadableError(str(path)) from None
    if len(content) > MOST_LOGO_BYTES or not content.startswith(_PICTURES):
        raise NotAPictureError(str(path))
    return content
