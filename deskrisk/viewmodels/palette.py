"""What the palette offers, and which of it answers to what was typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST_ROWS = 60
"""Rows that are shown; whoever wants more types another letter."""

_WORD = re.compile(r"\w+")
_MOST_RANKED = 500
"""So many are weighed one by one; of more only those that begin with the words."""

_INITIALS_BELOW = 5
"""As many letters may be the initials of words: ``gr`` for "Go to Risk"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something that can be done or gone to.

    ``kind`` says where it belongs, e.g. a menu; ``keys`` are as this platform writes them;
    ``refused`` is the reason why it cannot be done now. ``wanted_for`` are more words that find it.
    ``asked`` ones wait until something is typed.
    """

    key: str
    words: str
    kind: str = ""
    keys: str = ""
    refused: str = ""
    wanted_for: str = ""
    asked: bool = False


@dataclass(frozen=True, slots=True)
class _Prepared:
    place: int
    text: str
    initials: str


class Finder:
    """Finds offers by words, in any order, by their beginnings, middles or initials.

    Args:
        offers: all of them, those that matter here and now first.
        recent: keys of what was done lately, the last one first.
    """

    def __init__(self, offers: Sequence[Offer], recent: Sequence[str] = ()) -> None:
        late = {key: place for place, key in enumerate(recent)}
        self._offers = sorted(offers, key=lambda each: late.get(each.key, len(late)))
        self._late = sum(each.key in late for each in self._offers)
        self._prepared = tuple(_prepared(at, each) for at, each in enumerate(self._offers))

    def found(self, typed: str, most: int = MOST_ROWS) -> tuple[Offer, ...]:
        """The offers that answer to what was typed, the likeliest first.

        Args:
            typed: any text; without a word in it everything that need not be asked for.
            most: how many at most.
        """
        words = _WORD.findall(typed.casefold())
        if not words:
            return tuple(each for each in self._offers if not each.asked)[:most]
        kept: Sequence[_Prepared] = self._prepared
        for word in words:
            kept = [each for each in kept if word in each.text or _is_initials(word, each)]
        if len(kept) > _MOST_RANKED:
            kept = _likelier(kept, words, most)
        ranked = sorted(kept, key=lambda each: (self._rank(each, words), each.place))
        return tuple(self._offers[each.place] for each in ranked[:most])

    def _rank(self, each: _Prepared, words: Sequence[str]) -> tuple[int, bool]:
        """Less is better: how many words do not begin a word, then whether it is not recent."""
        inside = sum(f" {word}" not in each.text for word in words)
        return (inside - each.text.startswith(f" {words[0]}"), each.place >= self._late)


def _prepared(place: int, offer: Offer) -> _Prepared:
    words = _WORD.findall(f"{offer.words} {offer.kind} {offer.wanted_for}".casefold())
    return _Prepared(place, " " + " ".join(words), "".join(word[0] for word in words))


def _likelier(found: Sequence[_Prepared], words: Sequence[str], wanted: int) -> Sequence[_Prepared]:
    """Of very many those that begin with the first word, then those whose words begin so."""
    first = f" {words[0]}"
    likely = [each for each in found if each.text.startswith(first)]
    if len(likely) < wanted:
        for word in words:
            found = [each for each in found if f" {word}" in each.text] or found
        likely += [each for each in found if not each.text.startswith(first)]
    return likely[:_MOST_RANKED]


def _is_initials(word: str, each: _Prepared) -> bool:
    return 1 < len(word) < _INITIALS_BELOW and word in each.initials
