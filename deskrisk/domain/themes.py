"""What keeps coming back: risks of different workshops that say the same thing.

Titles are compared by their words, without the little ones and without endings. It is a help for
looking, so the rule is simple and can be said in a sentence: two titles belong together when at
least two thirds of their words are the same.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deskrisk.domain.model.ids import RiskId, WorkshopId

SHARE = 2 / 3
"""So much of the words of two titles together must be the same."""

FEWEST_WORKSHOPS = 2
"""A risk of one workshop alone does not come back."""

MOST_OF_ONE_WORD = 400
"""A word in more groups than this says too little to compare by it."""

_WORD = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_STEM = 4
"""An ending goes only if so many letters stay."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How titles of a language are compared: its little words, and endings that do not matter."""

    little: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A risk by its title, and the workshop it belongs to. ``category`` is the id, or empty."""

    workshop: WorkshopId
    risk: RiskId
    title: str
    category: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Risks that say the same thing: the title used most, and where it was said.

    ``workshops`` counts each workshop once; ``risks`` holds one of each workshop.
    """

    title: str
    category: str
    workshops: int
    risks: tuple[Named, ...]


def words_of(title: str, language: Language) -> Words:
    """The words of a title by which it is compared."""
    found = [word for word in _WORD.findall(title.casefold()) if word not in language.little]
    return frozenset(_stem(word, language.endings) for word in found)


def themes(risks: Iterable[Named], language: Language) -> tuple[Theme, ...]:
    """What was said in at least two workshops, the most frequent first.

    Args:
        risks: those of all workshops that are compared.
        language: of their titles.
    """
    groups = _groups(risks, language)
    found = [_theme(group) for group in groups]
    found = [each for each in found if each.workshops >= FEWEST_WORKSHOPS]
    return tuple(sorted(found, key=lambda each: (-each.workshops, each.title.casefold())))


def _groups(risks: Iterable[Named], language: Language) -> list[list[Named]]:
    """Each risk goes to the group whose first title is nearest to its own."""
    leaders: list[Words] = []
    groups: list[list[Named]] = []
    by_word: Mapping[str, list[int]] = defaultdict(list)
    same: dict[Words, int] = {}
    for risk in sorted(risks, key=lambda each: (each.title.casefold(), each.workshop, each.risk)):
        words = words_of(risk.title, language)
        if not words:
            continue
        at = same.get(words)
        if at is None:
            at = _nearest(words, leaders, by_word)
        if at is None:
            at = len(groups)
            leaders.append(words)
            groups.append([])
            for word in words:
                by_word[word].append(at)
        same[words] = at
        groups[at].append(risk)
    return groups


def _nearest(words: Words, leaders: list[Words], by_word: Mapping[str, list[int]]) -> int | None:
    shared: set[int] = set()
    for word in words:
        held = by_word[word]
        if len(held) <= MOST_OF_ONE_WORD:
            shared.update(held)
    best, best_share = None, 0.0
    for at in sorted(shared):
        share = len(words & leaders[at]) / len(words | leaders[at])
        if share >= SHARE and share > best_share:
            best, best_share = at, share
    return best


def _theme(group: list[Named]) -> Theme:
    titles = Counter(each.title.strip() for each in group)
    title = min(titles, key=lambda each: (-titles[each], len(each), each))
    first = {each.workshop: each for each in reversed(group)}
    kinds = Counter(each.category for each in first.values())
    return Theme(
        title=title,
        category=min(kinds, key=lambda each: (-kinds[each], each)),
        workshops=len(first),
        risks=tuple(first[workshop] for workshop in sorted(first)),
    )


def _stem(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
