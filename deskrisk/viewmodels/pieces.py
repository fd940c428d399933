"""What a text that people go on editing is made of: headings, paragraphs, lists, tables.

The PDF has its own layout; Markdown and Word get the same pieces, so that both say the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from deskrisk.viewmodels.tabled import Head, Kind, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the title, there is one of it."""

    level: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text after a bold ``lead``.

    ``quoted`` are people's own words, ``soft`` may be skipped, ``tight`` belongs to what follows.
    """

    text: str
    lead: str = ""
    quoted: bool = False
    soft: bool = False
    tight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; what it shows is said by the heading above it."""

    table: Table


Piece: TypeAlias = Heading | Passage | Items | Grid


def words_table(key: str, heads: Mapping[str, int], rows: tuple[tuple[str, ...], ...]) -> Table:
    """A table of texts; ``heads`` gives the width of each column in characters."""
    return Table(
        key=key,
        name=next(iter(heads)),
        heads=tuple(
            Head(key=words, words=words, kind=Kind.TEXT, width=width)
            for words, width in heads.items()
        ),
        rows=rows,
    )


def labelled(*pairs: tuple[str, str]) -> Iterator[Piece]:
    """A line for each label that has something to say."""
    for label, text in pairs:
        if text.strip():
            yield Passage(lead=f"{label}:", text=text, tight=True)


def section(title: str, *pieces: Piece, level: int = 2) -> Iterator[Piece]:
    """A heading and what stands below it; nothing where nothing stands."""
    if pieces:
        yield Heading(level=level, text=title)
        yield from pieces


def listed(*texts: str, numbered: bool = False) -> tuple[Piece, ...]:
    """A list of these texts; nothing for none."""
    return (Items(texts=texts, numbered=numbered),) if texts else ()
