"""How the blocks of a scene are set: each as pieces of a width, smaller with every step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from deskrisk.gui.room import marks
from deskrisk.gui.room.pieces import (
    Face,
    Paint,
    Piece,
    kept,
    laid_text,
    marked,
    one_piece,
    text_pieces,
)
from deskrisk.gui.theme import Theme
from deskrisk.i18n import _
from deskrisk.viewmodels.blocks import Block, Fact, Level, Line, Meter, Place, Words

STEPS = 4
"""From the largest to the smallest setting; 28 is the smallest type of the wall."""

NOTE = 28
_SIZES: Mapping[str, tuple[int, int, int, int]] = {
    "prompt": (80, 56, 40, 28),
    "fear": (80, 56, 40, 28),
    "count": (80, 80, 56, 40),
    "title": (56, 56, 40, 28),
    "said": (56, 56, 40, 28),
    "sentence": (56, 56, 40, 28),
    "heading": (56, 40, 40, 28),
    "question": (56, 40, 40, 28),
    "text": (40, 40, 28, 28),
    "item": (40, 40, 28, 28),
    "fact": (40, 40, 28, 28),
    "level": (40, 40, 28, 28),
    "slip": (40, 28, 28, 28),
    "pile": (40, 28, 28, 28),
    "note": (NOTE, NOTE, NOTE, NOTE),
    "label": (NOTE, NOTE, NOTE, NOTE),
}
_BOLD = {"prompt", "count", "title", "heading", "pile"}
_OWN_WORDS = {"fear", "said", "slip"}
_GAPS = {"sentence": 0.5, "said": 0.5, "label": 1.3, "pile": 1.3, "slip": 0.55, "note": 0.4}
_MOST_LINES = {"fear": (3, 6, 99, 99), "prompt": (3, 6, 99, 99), "said": (6, 10, 99, 99)}
"""A text of more lines than this is set smaller, even where there is room."""

_MOST_KEPT_WHOLE = 8
"""A slip of more lines may go on in the next column."""


class Setter:
    """Sets blocks in one width, one step and one theme.

    ``crowded`` says that some text has more lines than its size is good for.
    """

    def __init__(self, width: float, step: int, wall: Theme, *, centred: bool = False) -> None:
        self.width = width
        self.step = step
        self.wall = wall
        self.centred = centred
        self.crowded = False

    def face(self, role: str) -> Face:
        """How a role is set in this step."""
        weight = 600 if role in _BOLD else 400
        return Face(_SIZES[role][self.step], weight, role in _OWN_WORDS)

    def pieces(self, block: Block) -> list[Piece]:
        """A block as pieces below each other."""
        return _SETTERS[type(block)](self, block)

    def words(self, block: Words) -> list[Piece]:
        """A text, with its sign or its dot."""
        face = self.face(block.role)
        indent = face.size * 1.0 if block.sign or block.role == "item" else 0.0
        layout = laid_text(block.text, face, self.width - indent, self.wall, block.lead)
        most = _MOST_LINES.get(block.role)
        self.crowded |= most is not None and layout.lineCount() > most[self.step]
        gap = face.step * _GAPS.get(block.role, 0.35)
        pieces = text_pieces(layout, face, block.tone, x=indent, gap=gap)
        if not pieces:
            return []
        mark = _beside(block, face)
        if mark is not None:
            pieces[0] = marked(pieces[0], mark)
        if block.role in ("label", "pile", "heading", "title"):
            pieces = [kept(piece) for piece in pieces]
        whole = block.role == "slip" and len(pieces) <= _MOST_KEPT_WHOLE
        return [one_piece(pieces, gap=gap)] if whole else pieces

    def fact(self, block: Fact) -> list[Piece]:
        """A label, and below it what is so."""
        small, face = self.face("label"), self.face("fact")
        label = laid_text(block.label, small, self.width, self.wall)
        text = laid_text(block.text, face, self.width, self.wall)
        above = text_pieces(label, small, "ink_soft", gap=small.step * 0.7)
        return [*map(kept, above), *text_pieces(text, face, block.tone)]

    def meter(self, block: Meter) -> list[Piece]:
        """How many are in: words and dots, in the middle on the curtain, else in one row."""
        face = self.face("count") if self.centred else self.face("text")
        face = replace(face, weight=600)
        layout = laid_text(meter_words(block), face, self.width, self.wall)
        radius = face.size * 0.27 if self.centred else 14.0
        radius = min(radius, self.width / (block.count * 3.2 + 1) * (1.0 if self.centred else 0.5))
        wide = (block.count - 1) * radius * 3.2
        text = text_pieces(layout, face, "ink", gap=face.step * 0.6)[0]
        if self.centred:
            line = replace(text.lines[0], x=(self.width - text.rects()[0].width()) / 2)
            row = radius * 4
            dots = marks.meter_dots(
                block.done, block.count, radius, (self.width - wide) / 2, face.step + row / 2
            )
            return [Piece(height=face.step + row, lines=(line,), paints=(dots,))]
        x = text.rects()[0].width() + 40 + radius
        return [marked(text, marks.meter_dots(block.done, block.count, radius, x, face.step / 2))]

    def level(self, block: Level) -> list[Piece]:
        """A level of a scale, with how many chose it where somebody was asked."""
        face = self.face("level")
        indent, counted = face.size * 1.1, block.count is not None
        room = self.width * 0.55 if counted else self.width
        number = laid_text(str(block.level), replace(face, weight=600), indent, self.wall)
        words = laid_text(block.words, face, room - indent, self.wall)
        lead = text_pieces(number, face, "accent", gap=face.step * 0.2)[0]
        body = text_pieces(words, face, block.tone, x=indent)
        first = replace(body[0], lines=(*lead.lines, *body[0].lines), gap=lead.gap)
        if counted:
            first = self._counted(first, block, face, room + indent)
        return [one_piece([first, *body[1:]], gap=lead.gap)]

    def place(self, block: Place) -> list[Piece]:
        """A risk in the order: bracket, place, sign, title, value."""
        face = self.face("item")
        tone = "ink" if block.above_line else "ink_soft"
        left, sign = face.size * 0.8, face.size * 1.9
        value = laid_text(block.value, face, self.width * 0.3, self.wall)
        wide = max((line.rect().width() for line in _lines(value, face, tone)), default=0.0)
        room = self.width - left - sign - face.size - (wide + face.size if block.value else 0)
        title = laid_text(block.title, replace(face, weight=600), room, self.wall)
        number = laid_text(block.number, face, sign, self.wall)
        body = text_pieces(title, face, tone, x=left + sign + face.size, gap=face.step * 0.15)
        extra = _lines(number, face, "ink_soft", x=left)[:1]
        extra += _lines(value, face, tone, x=self.width - wide)[:1] if block.value else []
        body[0] = replace(body[0], lines=(*body[0].lines, *extra))
        paints: list[Paint] = []
        if block.sign:
            side = face.size * 0.6
            paints.append(marks.sign_mark(block.sign, side, left + sign, (face.step - side) / 2))
        rows = [one_piece(body)] if len(body) <= _MOST_KEPT_WHOLE else body
        rows[0] = replace(rows[0], gap=face.step * 0.15, paints=tuple(paints))
        if block.bracket:
            return [marked(row, marks.bracket(block.bracket, row.height, 4)) for row in rows]
        return rows

    def line(self, block: Line) -> list[Piece]:
        """The line through the order, with its words under it."""
        face = self.face("note")
        layout = laid_text(block.words, face, self.width, self.wall)
        body = one_piece(text_pieces(layout, face, "accent"))
        under = Piece(height=body.height + 16, gap=10, inner=((0.0, 14.0, body),))
        return [marked(under, marks.rule(self.width, 4))]

    def _counted(self, piece: Piece, block: Level, face: Face, x: float) -> Piece:
        count = block.count or 0
        layout = laid_text(str(count), replace(face, weight=600), face.size * 2, self.wall)
        radius = min(face.size * 0.22, (self.width - x - face.size * 2) / (max(count, 1) * 3.2))
        dots = [
            marks.bullet(
                radius, x + face.size * 1.8 + place * radius * 3.2, face.step / 2, block.tone
            )
            for place in range(count)
        ]
        lines = _lines(layout, face, block.tone, x=x)
        return replace(piece, lines=(*piece.lines, *lines), paints=(*piece.paints, *dots))


def meter_words(meter: Meter) -> str:
    """The meter as it is said."""
    return _("{done} of {count} in").format(done=meter.done, count=meter.count)


def _lines(layout: Any, face: Face, tone: str, x: float = 0.0) -> list[Any]:
    return [line for piece in text_pieces(layout, face, tone, x=x) for line in piece.lines]


def _beside(block: Words, face: Face) -> Paint | None:
    if block.sign:
        side = face.size * 0.62
        return marks.sign_mark(block.sign, side, 0, (face.step - side) / 2)
    if block.role == "item":
        return marks.bullet(face.size * 0.13, face.size * 0.35, face.step / 2, block.tone)
    return None


_SETTERS: Mapping[type[Any], Callable[[Setter, Any], list[Piece]]] = {
    Words: Setter.words,
    Fact: Setter.fact,
    Meter: Setter.meter,
    Level: Setter.level,
    Place: Setter.place,
    Line: Setter.line,
}


def stacked_height(pieces: Sequence[Piece]) -> float:
    """How high pieces are below each other."""
    return sum(piece.height + (piece.gap if place else 0) for place, piece in enumerate(pieces))
