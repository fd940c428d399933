"""How text gets onto paper: the only place that sets it in faces or draws it.

People's words are data, never markup. They are set in a face that has each character, and what no
face has is printed as a substitute and counted, so that the document can say so.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from deskrisk.domain.texts import SUBSTITUTE, cleaned
from deskrisk.reports import fonts
from deskrisk.reports.paragraph import Link, Piece, Text

_RIGHT_TO_LEFT = {"R", "AL"}
_SELECTORS = range(0xFE00, 0xFE10)
"""They choose between colour and plain emoji; on paper all are plain."""

_LONGEST_LINE = 200
"""No running line holds more characters than this."""


class Voice(Enum):
    """How a run of text is set."""

    PLAIN = "plain"
    BOLD = "bold"
    SOFT = "soft"
    OWN = "own"


_VOICE_FACES = {Voice.BOLD: fonts.BOLD, Voice.OWN: fonts.OWN_WORDS}


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one voice."""

    text: str
    voice: Voice = Voice.PLAIN


def bold(text: str) -> Run:
    """Text that the eye should find."""
    return Run(text, Voice.BOLD)


def soft(text: str) -> Run:
    """Text that may be skipped."""
    return Run(text, Voice.SOFT)


def own(text: str) -> Run:
    """A person's own words."""
    return Run(text, Voice.OWN)


@dataclass(slots=True)
class Losses:
    """What could not be printed as typed.

    ``missing`` counts characters that no face has, ``invisible`` marks that show nothing on paper;
    ``right_to_left`` says that such a script was printed, letter by letter.
    """

    missing: int = 0
    invisible: int = 0
    right_to_left: bool = False


@dataclass(slots=True)
class Setter:
    """Sets the text of one document and counts what it could not print.

    ``soft_ink`` is the colour of soft text, as ``#RRGGBB``.
    """

    soft_ink: str
    losses: Losses = field(default_factory=Losses)

    def paragraph(self, style: ParagraphStyle, *runs: Run | str, link: Link | None = None) -> Text:
        """A paragraph of these runs; text from people goes in as it is."""
        pieces = [piece for run in runs for piece in self._set(_as_run(run), style.fontName)]
        made = Text(pieces, style)
        made.link = link
        return made

    def _set(self, run: Run, face: str) -> Iterator[Piece]:
        colour = _ink(self.soft_ink) if run.voice is Voice.SOFT else None
        face = _VOICE_FACES.get(run.voice, face)
        for name, text in self._pieces(run.text, face, self.losses):
            yield Piece(text, name, colour)

    def _pieces(self, text: str, face: str, losses: Losses) -> Iterator[tuple[str, str]]:
        """The text in runs that one face can print; what is lost is counted."""
        if _plain_in(face).issuperset(text):  # nearly always
            if text:
                yield face, text
            return
        printed = [_printed(each, face) for each in cleaned(text)[0].expandtabs(4)]
        losses.missing += sum(each.missing for each in printed)
        losses.invisible += sum(not each.shown for each in printed)
        losses.right_to_left |= any(each.right_to_left for each in printed)
        shown = (each for each in printed if each.shown)
        for name, run in groupby(shown, key=lambda each: each.face):
            yield name, "".join(each.shown for each in run)

    def width(self, text: str, face: str, size: float) -> float:
        """How wide a line of text is, in points."""
        pieces = self._pieces(text, face, Losses())  # counted where the text stands in full
        return float(sum(pdfmetrics.stringWidth(part, name, size) for name, part in pieces))

    def draw(
        self,
        canvas: Any,
        at: tuple[float, float],
        text: str,
        face: str,
        size: float,
        *,
        end: float = 0,
    ) -> None:
        """Draw one line of text on a canvas.

        Args:
            canvas: a reportlab canvas.
            at: x and y of the base line, in points.
            text: any text; line ends become blanks.
            face: one of the faces of ``fonts``.
            size: in points.
            end: 0 starts the text at x, 1 ends it there, 0.5 centres it.
        """
        line = " ".join(text.split("\n"))
        x, y = at
        x -= end * self.width(line, face, size)
        for name, part in self._pieces(line, face, Losses()):
            canvas.setFont(name, size)
            canvas.drawString(x, y, part)
            x += pdfmetrics.stringWidth(part, name, size)


def is_lost(character: str) -> bool:
    """Does a substitute stand for the character, because no face has it?"""
    return _printed(character, fonts.REGULAR).missing


def runs_backward(character: str) -> bool:
    """Is it of a script that is written from right to left, which is printed letter by letter?"""
    return _printed(character, fonts.REGULAR).right_to_left


def one_line(text: str) -> str:
    """The text for a place that is no page: a bookmark, or what the file says about itself."""
    return " ".join(cleaned(text)[0].split())


def shortened(setter: Setter, text: str, room: float, face: str, size: float) -> str:
    """A running line that fits: whole words from the start, then an ellipsis.

    Only for lines that repeat what stands in full elsewhere in the document.
    """
    line = " ".join(text[:_LONGEST_LINE].split())
    if len(text) > _LONGEST_LINE:
        line = f"{line}\N{HORIZONTAL ELLIPSIS}"
    while line and setter.width(line, face, size) > room:
        line = line[: max(len(line) * 9 // 10, 0) - 1].rstrip(" \N{HORIZONTAL ELLIPSIS}")
        line = f"{line}\N{HORIZONTAL ELLIPSIS}" if line else ""
    return line


@cache
def _plain_in(face: str) -> frozenset[str]:
    """The usual characters that a face prints just as they are."""
    known = map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2010, 0x2040)))
    return frozenset(
        each
        for each in known
        if fonts.has(face, each)
        and unicodedata.category(each) != "Cf"
        and unicodedata.bidirectional(each) not in _RIGHT_TO_LEFT
    )


@cache
def _ink(code: str) -> Any:
    return HexColor(code)


def _as_run(run: Run | str) -> Run:
    return run if isinstance(run, Run) else Run(run)


@dataclass(frozen=True, slots=True)
class _Printed:
    """How one character gets onto paper; ``shown`` is empty for one that shows nothing."""

    shown: str
    face: str
    missing: bool = False
    right_to_left: bool = False


@cache
def _printed(character: str, face: str) -> _Printed:
    category = unicodedata.category(character)
    if category == "Cf" or ord(character) in _SELECTORS:
        return _Printed("", face)
    if character == "\n":
        return _Printed(character, face)
    found = fonts.face_for(character, face)
    if found is not None:
        backward = unicodedata.bidirectional(character) in _RIGHT_TO_LEFT
        return _Printed(character, found, right_to_left=backward)
    if category == "Zs":
        return _Printed(" ", face)
    return _Printed(SUBSTITUTE, fonts.face_for(SUBSTITUTE, face) or face, missing=True)
