"""The agreement as Markdown (CommonMark with tables), to be pasted into a wiki.

People's words are data: whatever could be markup in them is escaped here, and nowhere else.
"""

import re
from collections.abc import Iterator, Sequence

from deskrisk.domain.texts import cleaned
from deskrisk.viewmodels.pieces import Grid, Heading, Items, Passage, Piece
from deskrisk.viewmodels.tabled import Head, Kind, Table, in_words

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"})
_MARKS = re.compile(r"([\\`*_\[\]~$#@{}])")
_LINKS = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_LINE_START = re.compile(r"^(?:([-+=:])|(\d{1,9})([.)]))")
_BREAK = "\\\n"
_TURNED = (Kind.WHOLE, Kind.NUMBER, Kind.SHARE)
"""Kinds of columns that stand on the right."""


def markdown_bytes(pieces: Sequence[Piece]) -> bytes:
    """The pieces as Markdown in UTF-8; the same pieces give the same bytes."""
    blocks = (block for piece in pieces for block in _blocks(piece))
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "replace")


def escaped(text: str) -> str:
    """A line of text in which nothing is markup; line ends and runs of blanks become one blank."""
    return _escaped_line(" ".join(cleaned(text)[0].split()))


def _escaped_line(line: str) -> str:
    line = _MARKS.sub(r"\\\1", line)
    line = _LINKS.sub(lambda found: f"\\{found[0]}", line)
    line = _LINE_START.sub(_as_text, line)
    return line.translate(_ENTITIES)


def _as_text(found: re.Match[str]) -> str:
    sign, number, dot = found.groups()
    return f"\\{sign}" if sign else f"{number}\\{dot}"


def _lines(text: str) -> list[str]:
    """The lines of a text, escaped, without blanks around them."""
    lines = cleaned(text)[0].strip().split("\n")
    return [_escaped_line(line.strip(" \t")) for line in lines]


def _blocks(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield f"{'#' * piece.level} {escaped(piece.text)}"
        case Passage():
            yield _paragraph(piece)
        case Items():
            yield "\n".join(_items(piece))
        case Grid():
            yield "\n".join(_table(piece.table))


def _paragraph(piece: Passage) -> str:
    lead = escaped(piece.lead)
    lines = _lines(piece.text)
    if piece.quoted:
        return "\n".join(f"> {line}" for line in _BREAK.join(lines).split("\n"))
    text = _BREAK.join(lines)
    return " ".join(part for part in (f"**{lead}**" if lead else "", text) if part)


def _items(piece: Items) -> Iterator[str]:
    for number, text in enumerate(piece.texts, start=1):
        mark = f"{number}." if piece.numbered else "-"
        indent = " " * (len(mark) + 1)
        yield f"{mark} " + f"{_BREAK}{indent}".join(_lines(text))


def _table(table: Table) -> Iterator[str]:
    yield _row([escaped(head.words) for head in table.heads])
    yield _row(["--:" if head.kind in _TURNED else "---" for head in table.heads])
    for row in table.rows:
        pairs = zip(row, table.heads, strict=True)
        yield _row([_cell(in_words(value, head.kind), head) for value, head in pairs])


def _cell(text: str, head: Head) -> str:
    if head.kind is not Kind.TEXT:
        return escaped(text)
    return "<br>".join(line for line in _lines(text) if line)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
