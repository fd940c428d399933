"""What a search finds: the sentence, what it is of, and where in it the words stand.

A word that is typed stands for every word that begins with it; large and small letters, and marks
on letters, make no difference. All words must be in one workshop, in whatever places.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache

from deskrisk.domain.library import Shelf
from deskrisk.domain.model.ids import WorkshopId

MOST_WORDS = 8
"""More words narrow nothing down any more."""

_ALONE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Signs of scripts without spaces between words; each is taken as a word."""

_WORD = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]+")
_UNMARKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe"}
)
"""Letters that Unicode does not take apart into a letter and its mark."""


class HitKind(Enum):
    """What a text is of."""

    TITLE = "title"
    PROJECT = "project"
    PERSON = "person"
    RISK = "risk"
    PROMISE = "promise"
    FEAR = "fear"
    PILE = "pile"
    AIM = "aim"
    AGREEMENT = "agreement"
    RESPONSE = "response"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text of a workshop: ``part`` and ``id`` name the value that it is a field of."""

    kind: HitKind
    part: str
    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One text that was found; ``marks`` are start and end of each word in it, in characters."""

    workshop: WorkshopId
    workshop_title: str
    held_on: date
    shelf: Shelf
    passage: Passage
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search has found, the best first.

    ``workshops`` counts those that the hits are of, and ``more`` says that there are others.
    """

    hits: tuple[Hit, ...] = ()
    workshops: int = 0
    more: bool = False


def folded(text: str) -> str:
    """A text without marks on its letters, in small ones."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    return bare.casefold().translate(_UNMARKED)


def spelled(text: str) -> str:
    """The words of a text, folded, with a space between them: what a search is made of."""
    return " ".join(_WORD.findall(folded(text)))


def words_of(text: str) -> tuple[str, ...]:
    """The words that are looked for, folded, each once, at most ``MOST_WORDS``."""
    found = dict.fromkeys(_WORD.findall(folded(text)))
    return tuple(found)[:MOST_WORDS]


@lru_cache(maxsize=256)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![^\W_{_ALONE}])(?:{'|'.join(map(re.escape, longest_first))})")


def counted(text: str, words: tuple[str, ...]) -> int:
    """How many of the words begin a word of the text."""
    return len(set(_beginning(words).findall(folded(text))))


def marked(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where words of the text begin with one of the words: start and end, in characters."""
    return tuple(
        (match.start(), match.end())
        for match in _WORD.finditer(text)
        if folded(match.group()).startswith(words)
    )


def best_passages(
    passages: Iterable[Passage], words: tuple[str, ...], order: Sequence[HitKind], most: int
) -> tuple[Passage, ...]:
    """The passages with the most of the words.

    Args:
        passages: of one workshop.
        words: folded.
        order: which kind comes first where passages hold equally many.
        most: how many are wanted; all further ones hold no word that these do not.
    """
    scored = [
        (-count, order.index(each.kind), len(each.text), each.text, each)
        for each in passages
        if (count := counted(each.text, words))
    ]
    scored.sort(key=lambda each: each[:4])
    return tuple(each[-1] for each in scored[:most])
