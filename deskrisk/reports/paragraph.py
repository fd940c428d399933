"""Paragraphs: lines of text in our faces, broken where they may be; never any markup.

Ours instead of reportlab's, which reads markup letter by letter: a document has a thousand of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.platypus import Flowable

from deskrisk.domain.texts import cleaned
from deskrisk.reports.tags import Held

_IN_ADDRESSES = "!#$%&'()*+,/:;=?@[]~"
"""What an address is made of; everything else in it is written in per cents."""

_HOLDS = {"\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}", "\N{FIGURE SPACE}"}
"""White space at which no line ends."""

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Link:
    """Where a text leads: ``target`` is a web address or ``#`` and the key of a signpost.

    ``words`` say where to, for whoever cannot see.
    """

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text that one face prints in one colour; None for the colour of the style."""

    text: str
    face: str
    colour: Any = None


Line = list[Piece]


class Text(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that says what it is, and may lead somewhere; its parts are one paragraph.

    ``repeated`` says that it stands in full elsewhere and is not to be read aloud again.
    """

    held: Held | None = None
    link: Link | None = None
    repeated = False

    def __init__(self, pieces: Sequence[Piece], style: ParagraphStyle) -> None:
        super().__init__()
        self.style = style
        self.spaceBefore, self.spaceAfter = style.spaceBefore, style.spaceAfter
        self.pieces = pieces
        self.lines: list[Line] = []
        self._broken_at = -1.0
        self._indent = float(style.firstLineIndent)

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:  # noqa: ARG002
        """All the width there is, and as many lines as that takes."""
        if avail_width != self._broken_at:
            broken = _broken_plain if len(self.pieces) == 1 else _broken
            self.lines = broken(self.pieces, self.style.fontSize, avail_width, self._indent)
            self._broken_at = avail_width
        self.width = avail_width
        self.height = len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["Text"]:
        """In two, neither of which is a line alone; nothing if that cannot be."""
        self.wrap(avail_width, avail_height)
        fitting = int((avail_height + _ROUNDING) / self.style.leading)
        total = len(self.lines)
        if fitting >= total:
            return [self]
        if fitting == total - 1:
            fitting -= 1
        if fitting <= 1:
            return []
        self.held = self.held or Held()
        return [
            self._part(self.lines[:fitting], self._indent),
            self._part(self.lines[fitting:], 0.0),
        ]

    def draw(self) -> None:
        """Draw it as a part of the tree."""
        self.draw_at(self.canv, 0.0, 0.0)

    def draw_at(self, canvas: Any, x: float, y: float) -> None:
        """Draw it with its lower left corner at a place, which is quicker than ``drawOn``."""
        tags = getattr(canvas, "tags", None)
        if tags is None or tags.is_marked:
            self._draw_lines(canvas, x, y)
        elif self.repeated:
            with tags.artifact():
                self._draw_lines(canvas, x, y)
        elif self.link is None:
            # There is no public way to mark content, and this is done for every paragraph.
            canvas._code.append(tags.opening(tags.paragraph(self.style.role, self.held)))  # noqa: SLF001
            self._draw_lines(canvas, x, y)
            canvas._code.append("EMC")  # noqa: SLF001
        else:
            self._draw_linked(canvas, x, y, self.link)

    def _part(self, lines: list[Line], indent: float) -> "Text":
        blank = Piece(" ", self.style.fontName)
        pieces = [piece for line in lines for piece in (*line, blank)][:-1]
        part = Text(pieces, self.style)
        part.held, part.link, part.repeated = self.held, self.link, self.repeated
        part.lines, part._broken_at, part._indent = lines, self._broken_at, indent
        return part

    def _draw_linked(self, canvas: Any, x: float, y: float, link: Link) -> None:
        tags = canvas.tags
        with tags.group(tags.tag(self.style.role, self.held)):
            tag = tags.tag("Link")
        with tags.marked(tag):
            self._draw_lines(canvas, x, y)
        box = (x, y, x + self.width, y + self.height)
        tags.add_link(tag, draw_link(canvas, box, link, tags.next_link()))

    def _draw_lines(self, canvas: Any, left: float, bottom: float) -> None:
        """Write the instructions themselves: reportlab's way takes twice as long."""
        style, size = self.style, self.style.fontSize
        ascent, _descent = pdfmetrics.getAscentDescent(style.fontName, size)
        base = bottom + self.height - ascent
        code = ["BT"]
        cut, colour = "", None
        for place, line in enumerate(self.lines):
            x = left + (self._indent if place == 0 else 0.0)
            if style.alignment:
                free = self.width - _line_width(line, size)
                x += free / 2 if style.alignment == 1 else free
            code.append(f"1 0 0 1 {x:.2f} {base - place * style.leading:.2f} Tm")
            for piece in line:
                ink = piece.colour or style.textColor
                if ink is not colour:
                    code.append(_ink_code(ink))
                    colour = ink
                # Only the document knows which parts of a face it holds already.
                font = pdfmetrics.getFont(piece.face)
                for subset, said in font.splitString(piece.text, canvas._doc):  # noqa: SLF001
                    name = font.getSubsetInternalName(subset, canvas._doc)  # noqa: SLF001
                    if name != cut:
                        code.append(f"{name} {size:g} Tf")
                        cut = name
                    code.append(f"({canvas._escape(said)}) Tj")  # noqa: SLF001  as reportlab does
        code.append("ET")
        canvas._code.append(" ".join(code))  # noqa: SLF001  there is no public way


@lru_cache(maxsize=64)
def _ink_code(ink: Any) -> str:
    """The instruction that sets the colour of letters."""
    return f"{ink.red:.3f} {ink.green:.3f} {ink.blue:.3f} rg"


def draw_link(canvas: Any, box: tuple[float, float, float, float], link: Link, number: int) -> Any:
    """Make a part of the page lead somewhere.

    Args:
        canvas: a reportlab canvas.
        box: left, bottom, right and top, as the canvas stands now.
        link: where to.
        number: of the link in the tree of tags.

    Returns:
        the reference to the annotation.
    """
    about: dict[str, Any] = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Link"),
        "Rect": PDFArray(canvas._absRect(box, 1)),  # noqa: SLF001  no public way to do it
        "Border": PDFArray([0, 0, 0]),
        "F": 4,
        "Contents": PDFString(" ".join(cleaned(link.words)[0].split())),
        "StructParent": number,
    }
    if link.target.startswith("#"):
        about["Dest"] = canvas._bookmarkReference(link.target[1:])  # noqa: SLF001  the same
    else:
        address = quote(cleaned(link.target)[0], safe=_IN_ADDRESSES)
        about["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
    canvas._addAnnotation(PDFDictionary(about))  # noqa: SLF001  the same
    return canvas._annotationrefs[-1]  # noqa: SLF001  the same


@lru_cache(maxsize=16384)
def width_of(text: str, face: str) -> float:
    """How wide a text is in a face of ours, in sizes of its letters."""
    return float(pdfmetrics.stringWidth(text, face, 1.0))


def _line_width(line: Line, size: float) -> float:
    return _wide(line) * size


def _broken(pieces: Sequence[Piece], size: float, width: float, indent: float) -> list[Line]:
    """The pieces in lines that are no wider than the width, the first one less by the indent."""
    lines: list[Line] = []
    line: Line = []
    whole = width / size + _ROUNDING
    taken, room = 0.0, whole - indent / size
    for gap, word in _words(pieces):
        if word is None:  # the end of a line that somebody typed
            lines.append(line)
            line, taken, room = [], 0.0, whole
            continue
        wide = _wide(word)
        blank = width_of(" ", gap.face) if line and gap is not None else 0.0
        if line and taken + blank + wide > room:
            lines.append(line)
            line, taken, room, blank = [], 0.0, whole, 0.0
        last = word
        if wide > room:
            *full, last = _parted(word, room, whole)
            lines += full
            room, wide = whole, _wide(last)
        if blank and gap is not None:
            _add(line, gap)
        for each in last:
            _add(line, each)
        taken += blank + wide
    lines.append(line)
    return lines


def _broken_plain(pieces: Sequence[Piece], size: float, width: float, indent: float) -> list[Line]:
    """The same for a single piece, as most paragraphs are: without a thought for each word."""
    (piece,) = pieces
    face = piece.face
    space = width_of(" ", face)
    whole = width / size + _ROUNDING
    taken, room = 0.0, whole - indent / size
    lines: list[str] = []
    line: list[str] = []
    for said in _runs(piece.text):
        if said == " ":
            continue
        if said == "\n":
            lines.append(" ".join(line))
            line, taken, room = [], 0.0, whole
            continue
        wide = width_of(said, face)
        if wide > whole:
            return _broken(pieces, size, width, indent)
        needed = taken + space + wide if line else wide
        if needed > room:
            if not line:  # only the first line is shorter, by its indent
                return _broken(pieces, size, width, indent)
            lines.append(" ".join(line))
            line, needed, room = [], wide, whole
        line.append(said)
        taken = needed
    lines.append(" ".join(line))
    return [[Piece(text, face, piece.colour)] if text else [] for text in lines]


def _wide(word: Line) -> float:
    """The width of a word, in sizes of its letters."""
    if len(word) == 1:  # nearly always
        return width_of(word[0].text, word[0].face)
    return sum(width_of(each.text, each.face) for each in word)


def _add(line: Line, piece: Piece) -> None:
    """Put a piece at the end of a line; one of the same face and colour is made longer."""
    last = line[-1] if line else None
    if last is not None and last.face == piece.face and last.colour is piece.colour:
        line[-1] = Piece(last.text + piece.text, piece.face, piece.colour)
    else:
        line.append(piece)


def _words(pieces: Sequence[Piece]) -> Iterator[tuple[Piece | None, list[Piece] | None]]:
    """Each word with the blank before it; no word stands for the end of a typed line."""
    gap: Piece | None = None
    word: list[Piece] = []
    for piece in pieces:
        for said in _runs(piece.text):
            if said in {"\n", " "}:
                if word:
                    yield gap, word
                    gap, word = None, []
                if said == "\n":
                    yield None, None
                    gap = None
                else:
                    gap = Piece(" ", piece.face, piece.colour)
            else:
                word.append(Piece(said, piece.face, piece.colour))
    if word:
        yield gap, word


@lru_cache(maxsize=8192)
def _runs(text: str) -> tuple[str, ...]:
    """A text as words, single blanks and ends of lines."""
    found: list[str] = []
    start = 0
    for place, character in enumerate(text):
        if character.isspace() and character not in _HOLDS:
            if place > start:
                found.append(text[start:place])
            found.append("\n" if character == "\n" else " ")
            start = place + 1
    if start < len(text):
        found.append(text[start:])
    return tuple(found)


def _parted(word: list[Piece], room: float, whole: float) -> list[Line]:
    """A word that is longer than a line, in lines; the last one may be shorter."""
    lines: list[Line] = [[]]
    taken = 0.0
    for piece in word:
        start = 0
        for place, character in enumerate(piece.text):
            wide = width_of(character, piece.face)
            if taken + wide > room and (lines[-1] or place > start):
                _close(lines, piece, start, place)
                start, taken, room = place, 0.0, whole
            taken += wide
        if start < len(piece.text):
            lines[-1].append(Piece(piece.text[start:], piece.face, piece.colour))
    return lines


def _close(lines: list[Line], piece: Piece, start: int, end: int) -> None:
    if end > start:
        lines[-1].append(Piece(piece.text[start:end], piece.face, piece.colour))
    lines.append([])
