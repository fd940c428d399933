"""The word lists of a language, and how they are matched (method C.1).

A list holds words and phrases. They match without regard to case, whole words only; ``*`` at the
end stands for any ending, ``^`` at the start for the beginning of the text. The lists are data of
a language: nothing here knows one.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

_SENTENCE_END = re.compile(r"[.!?]+[\"')\]]*\s+(?=\S)")
_WORD = re.compile(r"\w[\w'-]*")
_BETWEEN = r"(?:[^\w.!?]+\w[\w'-]*){0,%d}[^\w.!?]+"
_TYPED_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The lists of one language, by name.

    ``names_when_capital`` are words that mean something else when they are written exactly so
    inside a sentence, such as the month May. ``patterns`` are phrases with ``{rest}`` for words
    that change their place.
    """

    language: str
    lists: Mapping[str, tuple[str, ...]]
    names_when_capital: tuple[str, ...] = ()
    patterns: Mapping[str, str] = field(default_factory=dict)

    def __hash__(self) -> int:
        """A lexicon is read once and stays: which one it is says enough."""
        return id(self)

    def knows(self, names: Collection[str]) -> bool:
        """Are all these lists there? A rule without its lists is switched off."""
        return all(name in self.lists for name in names)

    def has(self, name: str, text: str) -> bool:
        """Is a word of the list in the text? Never, if there is no such list."""
        return name in self.lists and _found(self, name).search(self.plain(text)) is not None

    def count(self, name: str, text: str) -> int:
        """How many words of the list are in the text."""
        return len(_found(self, name).findall(self.plain(text))) if name in self.lists else 0

    def opening(self, name: str, text: str) -> str:
        """The word of the list, as it was typed, that the text starts with; empty for none."""
        if name not in self.lists:
            return ""
        start = text.lstrip()
        found = _found(self, name).match(self.plain(start))
        return "" if found is None else start[: found.end()]

    def place(self, name: str, text: str) -> tuple[int, int] | None:
        """Where the first word of the list begins and ends; None for none."""
        if name not in self.lists:
            return None
        found = _found(self, name).search(self.plain(text))
        return None if found is None else found.span()

    def follows(self, first: str, then: str, text: str, *, between: int) -> bool:
        """Does a word of one list follow one of another, with at most so many words between?"""
        if not self.knows((first, then)):
            return False
        return _following(self, first, then, between).search(self.plain(text)) is not None

    def plain(self, text: str) -> str:
        """The text as it is matched: same length, straight quotes, names out of the way."""
        straight = text.translate(_TYPED_QUOTES)
        for name in self.names_when_capital:
            straight = _inside_a_sentence(name).sub("_" * len(name), straight)
        return straight


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(_WORD.findall(text.translate(_TYPED_QUOTES)))


def sentences_in(text: str) -> int:
    """How many sentences a text has. A stop before a small letter is an abbreviation's."""
    ends = _SENTENCE_END.finditer(text.strip())
    starts = [text.strip()[end.end()] for end in ends]
    return 1 + sum(not start.islower() for start in starts) if text.strip() else 0


def names_somebody(text: str, names: Iterable[str], lexicon: Lexicon) -> bool:
    """Is the first or last name of one of these people in the text?

    A name counts as it is written, and in small letters too unless the language has that word.
    """
    spoken = set(words_in(text))
    spoken |= {word.removesuffix("'s").removesuffix("'") for word in spoken}
    known = _all_words(lexicon)
    for name in names:
        parts = words_in(name)
        for part in {*parts[:1], *parts[-1:]}:
            small = part.casefold()
            if len(part) > 1 and (part in spoken or (small in spoken and small not in known)):
                return True
    return False


@lru_cache(maxsize=256)
def _found(lexicon: Lexicon, name: str) -> re.Pattern[str]:
    return re.compile(_either(lexicon.lists[name]), re.IGNORECASE)


@lru_cache(maxsize=64)
def _following(lexicon: Lexicon, first: str, then: str, between: int) -> re.Pattern[str]:
    ways = (_either(lexicon.lists[first]), _BETWEEN % between, _either(lexicon.lists[then]))
    return re.compile("".join(ways), re.IGNORECASE)


@lru_cache(maxsize=64)
def _inside_a_sentence(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=[^.!?\s]\s){re.escape(name)}\b")


@lru_cache(maxsize=16)
def _all_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        word.strip("*^").casefold() for words in lexicon.lists.values() for word in words
    )


def _either(entries: Iterable[str]) -> str:
    """Longest first, so that "we need to" is not taken for "we need"."""
    ways = sorted({_way(entry) for entry in entries}, key=len, reverse=True)
    return f"(?:{'|'.join(ways)})"


def _way(entry: str) -> str:
    bare = entry.removeprefix("^").removesuffix("*")
    way = r"\s+".join(re.escape(part) for part in bare.split())
    if bare[0].isalnum():
        way = rf"(?<!\w){way}"
    if entry.endswith("*"):
        way = rf"{way}\w*"
    elif bare[-1].isalnum():
        way = rf"{way}(?!\w)"
    return rf"\A\s*{way}" if entry.startswith("^") else way
