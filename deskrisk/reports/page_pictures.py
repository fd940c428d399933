"""The pages of a PDF as pictures: for the preview before a document is written."""

import threading
from collections.abc import Iterator

import pypdfium2

from deskrisk.viewmodels.page_pictures import PagePicture

_ONE_AT_A_TIME = threading.Lock()
"""The library that draws the pages knows no threads."""

_MOST_PIXELS = 4_000
"""A page is never drawn wider than this."""


def page_pictures(pdf: bytes, width: int) -> Iterator[PagePicture]:
    """The pages of a PDF, one after the other.

    Args:
        pdf: the file.
        width: of each picture in pixels, 1 or more.
    """
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(count):
            with _ONE_AT_A_TIME:
                picture = _picture(document, number, min(max(width, 1), _MOST_PIXELS))
            yield picture
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def _picture(document: pypdfium2.PdfDocument, number: int, width: int) -> PagePicture:
    page = document[number]
    bitmap = page.render(scale=width / page.get_width(), force_bitmap_format=_FOUR_BYTES)
    row = bitmap.width * 4
    pixels = bytes(bitmap.buffer)
    if bitmap.stride != row:  # rows may be padded
        rows = (pixels[at : at + row] for at in range(0, len(pixels), bitmap.stride))
        pixels = b"".join(rows)
    found = PagePicture(bitmap.width, bitmap.height, pixels)
    bitmap.close()
    page.close()
    return found


_FOUR_BYTES = pypdfium2.raw.FPDFBitmap_BGRx
