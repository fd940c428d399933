"""The same pages without any thought: every string and stroke of a document on a bare canvas.

What reads, lays out and tags a document is measured against this.
"""

import io
import re
from collections.abc import Callable
from typing import Any, cast

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject
from reportlab.pdfgen.canvas import Canvas

from deskrisk.reports import fonts

_PAIR = re.compile(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>")
Drawing = list[tuple[str, tuple[Any, ...]]]


def drawings_of(content: bytes) -> list[Drawing]:
    """What a plain program would draw on each page.

    Args:
        content: a document of ours.
    """
    return [_drawing(page) for page in PdfReader(io.BytesIO(content)).pages]


def bare_document(pages: list[Drawing], size: tuple[float, float]) -> bytes:
    """The pages as a PDF, by reportlab's canvas alone."""
    fonts.register()
    target = io.BytesIO()
    canvas = Canvas(
        target, pagesize=size, invariant=1, pageCompression=1, initialFontName=fonts.REGULAR
    )
    for page in pages:
        path: Any = None
        for name, given in page:
            if name == "begin":
                path = canvas.beginPath()
            elif name in _ON_PATH:
                getattr(path, name)(*given)
            elif name in {"drawPath", "clipPath"}:
                stroke, fill = given
                getattr(canvas, name)(path, stroke=stroke, fill=fill)
            else:
                getattr(canvas, name)(*given)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


_ON_PATH = {"moveTo", "lineTo", "curveTo", "rect", "close"}

_SAME: dict[bytes, str] = {
    b"q": "saveState",
    b"Q": "restoreState",
    b"cm": "transform",
    b"w": "setLineWidth",
    b"J": "setLineCap",
    b"j": "setLineJoin",
    b"rg": "setFillColorRGB",
    b"RG": "setStrokeColorRGB",
    b"m": "moveTo",
    b"l": "lineTo",
    b"c": "curveTo",
    b"re": "rect",
    b"h": "close",
}
_PAINTED: dict[bytes, tuple[str, tuple[int, int]]] = {
    b"S": ("drawPath", (1, 0)),
    b"f": ("drawPath", (0, 1)),
    b"f*": ("drawPath", (0, 1)),
    b"B": ("drawPath", (1, 1)),
    b"B*": ("drawPath", (1, 1)),
    b"n": ("drawPath", (0, 0)),
}


def _drawing(page: Any) -> Drawing:
    faces = _faces(page)
    found: Drawing = []
    open_path = False
    face, size, place = fonts.REGULAR, 9.0, (0.0, 0.0)
    read: Callable[[bytes], str] = lambda raw: raw.decode("latin-1")  # noqa: E731  one of two
    stream = ContentStream(page["/Contents"].get_object(), page.pdf)
    for operands, operator in stream.operations:
        given = tuple(float(each) for each in operands if isinstance(each, int | float))
        if operator in (b"m", b"re") and not open_path:
            found.append(("begin", ()))
            open_path = True
        if operator in _SAME:
            found.append((_SAME[operator], given))
        elif operator in _PAINTED and open_path:
            found.append(_PAINTED[operator])
            open_path = False
        elif operator == b"Tf":
            (face, read), size = faces[str(operands[0])], float(operands[1])
        elif operator == b"Tm":
            place = (given[4], given[5])
        elif operator == b"Td":
            place = (place[0] + given[0], place[1] + given[1])
        elif operator == b"T*":
            place = (place[0], place[1] - size * 1.3)
        elif operator == b"Tj":
            text = read(_raw(operands[0]))
            found += [("setFont", (face, size)), ("drawString", (*place, text))]
    return found


def _raw(held: Any) -> bytes:
    return held.original_bytes if hasattr(held, "original_bytes") else bytes(held)


def _faces(page: Any) -> dict[str, tuple[str, Callable[[bytes], str]]]:
    """The face and the reading of each font of the page."""
    found = {}
    named = {file.removesuffix(".ttf"): face for face, file in fonts.FILES.items()}
    for key, held in page["/Resources"]["/Font"].items():
        font = cast("DictionaryObject", held.get_object())
        base = str(font["/BaseFont"]).split("+")[-1].removeprefix("/")
        table = cast("Any", font["/ToUnicode"]).get_object().get_data()
        pairs = {
            int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in _PAIR.findall(table)
        }
        found[str(key)] = (named.get(base, fonts.REGULAR), _reading(pairs))
    return found


def _reading(pairs: dict[int, str]) -> Callable[[bytes], str]:
    return lambda raw: "".join(pairs.get(code, "") for code in raw)
