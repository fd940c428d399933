"""The faces of the document: our own cuts, embedded, with a chain for characters a face lacks."""

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts

from deskrisk import assets

REGULAR = "DeskRisk-Regular"
BOLD = "DeskRisk-SemiBold"
DISPLAY = "DeskRisk-Display"
OWN_WORDS = "DeskRisk-OwnWords"
_WIDE = "DeskRisk-Wide"
_EMOJI = "DeskRisk-Emoji"

FILES = {
    REGULAR: "Inter-Regular.ttf",
    BOLD: "Inter-SemiBold.ttf",
    DISPLAY: "InterDisplay-SemiBold.ttf",
    OWN_WORDS: "NotoSerif-Italic.ttf",
    _WIDE: "DejaVuSans.ttf",
    _EMOJI: "NotoEmoji-Regular.ttf",
}
_CHAINS = {
    REGULAR: (REGULAR, _WIDE, _EMOJI),
    BOLD: (BOLD, REGULAR, _WIDE, _EMOJI),
    DISPLAY: (DISPLAY, BOLD, _WIDE, _EMOJI),
    OWN_WORDS: (OWN_WORDS, REGULAR, _WIDE, _EMOJI),
}

FIRST_PLANE = 0xFFFF


def register() -> None:
    """Make the four faces known to reportlab; does nothing the second time."""
    ttfonts.makeToUnicodeCMap = _to_unicode_map
    pdfdoc.PDFStream.format = _stream_format
    for face in _CHAINS:
        _font(face)


@cache
def face_for(character: str, face: str) -> str | None:
    """The first face of the chain that can print the character; None if no face can."""
    code = ord(character)
    for each in _CHAINS[face]:
        if code in _font(each).face.charToGlyph:
            return each
    return None


def has(face: str, character: str) -> bool:
    """Can this very face print the character? Others of its chain are not even opened."""
    return ord(character) in _font(face).face.charToGlyph


@cache
def _font(face: str) -> Any:
    font = ttfonts.TTFont(face, assets.path("fonts", FILES[face]), asciiReadable=0)
    pdfmetrics.registerFont(font)
    # One cut serves as its own bold and italic: nothing is ever faked or taken from elsewhere.
    pdfmetrics.registerFontFamily(face, normal=face, bold=face, italic=face, boldItalic=face)
    return font


_plain_stream_format = pdfdoc.PDFStream.format


def _stream_format(stream: Any, document: Any) -> bytes:
    """A stream that ends as a lasting file wants it.

    reportlab puts the word that ends it directly behind the content, or takes the end of line that
    should be between for a part of it.
    """
    made: bytes = _plain_stream_format(stream, document).removesuffix(b"endstream\n")
    # Behind a byte that looks like the end of a line, a line feed alone would seem to belong to it.
    end = b"\r\n" if made.endswith((b"\r", b"\n")) else b"\n"
    return made + end + b"endstream\n"


def _to_unicode_map(font_name: str, subset: list[int]) -> str:
    """The table that gives the text back when it is copied or read aloud.

    Ours takes the place of reportlab's, which writes characters beyond the first plane as numbers
    that no reader understands, and unused places as NUL.
    """
    pairs = [
        f"<{place:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for place, code in enumerate(subset)
        if code
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):  # the format allows a hundred at a time
        some = pairs[start : start + 100]
        lines += [f"{len(some)} beginbfchar", *some, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
