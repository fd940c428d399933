"""What is at hand for a risk: its shelf of ideas, promises of other risks, and content packs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from deskrisk.domain.model.ids import MitigationId, RiskId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.packs import Pack, PackMitigation, PackRisk, PackTrigger
from deskrisk.domain.parts import add, get, in_order, next_position
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import edit_response, response_of

T = TypeVar("T")

_FEWEST_LETTERS = 5
_STEM = 6
"""Words are held against each other by their beginnings, so that forms of one word agree."""

_TAG_POINTS, _WORD_POINTS, _CATEGORY_POINTS = 4, 2, 1
_MOST_WORDS = 3
CLOSE = 3
"""From so many points on a risk of a pack is close; a risk of the same kind alone has one."""

_WORD = re.compile(r"[^\W\d_]+")
_AND = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class PackIdeas:
    """What packs offer for a risk, the best first; what is ``close`` fits more than its kind."""

    promises: tuple[PackMitigation, ...]
    signs: tuple[PackTrigger, ...]
    close: frozenset[str]


def pack_ideas(risk: Risk, packs: Iterable[Pack]) -> PackIdeas:
    """The promises and first signs of packs that fit a risk by its tags, its words or its kind.

    Nothing enters a workshop by itself: this is only what can be chosen from.
    """
    promises: dict[str, tuple[int, PackMitigation]] = {}
    signs: dict[str, tuple[int, PackTrigger]] = {}
    for pack in packs:
        points = {each.id: closeness(risk, each) for each in pack.risks}
        for promise in pack.mitigations:
            best = max((points.get(each, 0) for each in promise.risks), default=0)
            promises.setdefault(promise.id, (best, promise))
        for sign in pack.triggers:
            best = max((points.get(each, 0) for each in sign.risks), default=0)
            signs.setdefault(sign.id, (best, sign))
    found = {id_: best for id_, (best, _each) in (*promises.items(), *signs.items())}
    return PackIdeas(
        promises=_best_first(promises.values()),
        signs=_best_first(signs.values()),
        close=frozenset(id_ for id_, best in found.items() if best >= CLOSE),
    )


def closeness(risk: Risk, other: PackRisk) -> int:
    """How well a risk of a pack fits: its tags count most, then words in common, then the kind."""
    tags = {tag.casefold() for tag in risk.tags} & {tag.casefold() for tag in other.tags}
    own = _stems(risk.title, risk.cause, risk.event, *risk.tags)
    common = own & _stems(other.title, other.event, *other.tags)
    return (
        _TAG_POINTS * len(tags)
        + _WORD_POINTS * min(len(common), _MOST_WORDS)
        + _CATEGORY_POINTS * (risk.category == other.category)
    )


def shelf(workshop: Workshop, risk: RiskId) -> tuple[str, ...]:
    """The ideas that were kept while recasting and have not become a promise or sign yet.

    Raises:
        MissingError: there is no such risk.
    """
    response = response_of(workshop, risk)
    used = {each.title for each in mitigations_of(workshop, risk)}
    used |= {part for text in (response.trigger, response.fallback) for part in text.split(_AND)}
    return tuple(idea for idea in get(workshop, Risk, risk).ideas if idea not in used)


def others_promises(workshop: Workshop, risk: RiskId) -> tuple[Mitigation, ...]:
    """The promises for other risks that could serve this one too; dropped ones cannot."""
    return tuple(
        each
        for each in in_order(workshop.mitigations)
        if risk not in each.risks and each.status is not MitigationStatus.DROPPED
    )


def promise_taken(
    workshop: Workshop, id_: MitigationId, risk: RiskId, idea: PackMitigation
) -> Workshop:
    """A promise made of one of a pack: its words, its effort and its signal, to be edited.

    Raises:
        MissingError: there is no such risk.
    """
    get(workshop, Risk, risk)
    return add(
        workshop,
        Mitigation(
            id=id_,
            position=next_position(workshop, Mitigation),
            risks=(risk,),
            title=idea.title,
            treatment=idea.treatment,
            effort_person_days=idea.effort_person_days,
            signal=idea.signal,
        ),
    )


def sign_taken(workshop: Workshop, risk: RiskId, trigger: str, fallback: str) -> Workshop:
    """A first sign, and what we do then, beside what is written there already.

    Raises:
        MissingError: there is no such risk.
    """
    response = response_of(workshop, risk)
    return edit_response(
        workshop,
        risk,
        trigger=_both(response.trigger, trigger),
        fallback=_both(response.fallback, fallback),
    )


def _both(held: str, new: str) -> str:
    if not new.strip() or new in held.split(_AND):
        return held
    return f"{held}{_AND}{new}" if held.strip() else new


def _stems(*texts: str) -> set[str]:
    words = (word.casefold() for text in texts for word in _WORD.findall(text))
    return {word[:_STEM] for word in words if len(word) >= _FEWEST_LETTERS}


def _best_first(rated: Iterable[tuple[int, T]]) -> tuple[T, ...]:
    fitting = [each for each in rated if each[0] > 0]
    return tuple(each for _points, each in sorted(fitting, key=lambda pair: -pair[0]))
