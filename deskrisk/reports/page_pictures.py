"""The pages of a PDF as pictures: for the preview before a document is written."""

import math
import threading
from collections.abc import Iterator

import pypdfium2

from deskrisk.viewmodels.page_pictures import PagePicture

_SHAPE = math.sqrt(2)
"""Height to width of a page, nearly enough to reckon with."""

_ONE_AT_A_TIME = threading.Lock()
"""The library that draws the pages knows no threads."""

_MOST_PIXELS = 30_000_000
"""All pages together take no more memory than this, at four bytes each."""


def page_pictures(pdf: bytes, width: int) -> Iterator[PagePicture]:
    """The pages of a PDF, one after the other.

    Args:
        pdf: the file.
        width: of each picture in pixels, 1 or more; less where there are very many pages.
    """
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
        most = math.isqrt(round(_MOST_PIXELS / (max(count, 1) * _SHAPE)))
    try:
        for number in range(count):
            with _ONE_AT_A_TIME:
                picture = _picture(document, number, min(max(width, 1), most))
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
