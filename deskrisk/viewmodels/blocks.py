"""What a picture of the wall is made of: a few kinds of blocks, from top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from deskrisk.viewmodels.chart_words import chart_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text.

    ``role`` says what it is: prompt, fear, sentence, title, heading, text, item, note, count.
    ``lead`` are the program's words at its beginning, ``sign`` a category's, ``tone`` a colour
    role.
    """

    role: str
    text: str
    lead: str = ""
    sign: str = ""
    tone: str = "ink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label, and below it what is so."""

    label: str
    text: str
    tone: str = "ink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """How many of how many are in, without saying who; the dots fill from the left."""

    done: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of a scale; ``count`` how many chose it, None where nobody is asked that way."""

    level: int
    words: str
    count: int | None = None
    tone: str = "ink"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A risk in the order. ``bracket`` is first, middle, last, or empty; see ``Line``."""

    number: str
    title: str
    sign: str
    value: str
    bracket: str
    above_line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The line after the risks that get a close look."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its name among the charts, and its view model, which can be hashed."""

    chart: str
    view: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Blocks side by side; ``shares`` are the widths, of one."""

    columns: tuple[tuple["Block", ...], ...]
    shares: tuple[float, ...]


Block: TypeAlias = Words | Fact | Meter | Level | Place | Line | Chart | Columns


def texts_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of the blocks, in the order of reading; also for a screen reader."""
    for block in blocks:
        if isinstance(block, Columns):
            for column in block.columns:
                yield from texts_of(column)
        else:
            yield from _texts(block)


def _texts(block: Block) -> tuple[str, ...]:
    match block:
        case Words():
            found: tuple[str, ...] = (" ".join(filter(None, (block.lead, block.text))),)
        case Fact():
            found = (block.label, block.text)
        case Level():
            count = () if block.count is None else (str(block.count),)
            found = (" ".join((str(block.level), block.words, *count)),)
        case Place():
            found = (block.number, block.title, block.value)
        case Line():
            found = (block.words,)
        case Chart():
            found = (chart_words(block.view),)
        case _:
            found = ()
    return found
