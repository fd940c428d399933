"""Two risks that are one: what both hold comes together (method A.5)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import get, put
from deskrisk.domain.people import StillNeededError
from deskrisk.domain.risk_moves import joined
from deskrisk.domain.risks import (
    MOST_OBJECTIVES,
    MOST_TAGS,
    answers_about,
    linked,
    risk_edited,
    risk_removed,
)


def risks_merged(
    workshop: Workshop, kept: RiskId, other: RiskId, *, for_good: bool = False
) -> Workshop:
    """The workshop in which one risk stands for two; the words of both stay.

    Fears, aims, tags (three of each at most), ideas and promises of the other come over. Its
    answers do not: people judged another sentence.

    Raises:
        StillNeededError: answers about the other would go, and ``for_good`` is not said.
        MissingError: one of them is not there.
    """
    one, two = get(workshop, Risk, kept), get(workshop, Risk, other)
    if kept == other:
        return workshop
    answers = answers_about(workshop, other)
    if answers and not for_good:
        raise StillNeededError("risks", answers, 0)
    workshop = risk_edited(workshop, kept, **_united(one, two))
    workshop = _handed_over(workshop, kept, other)
    for fear in two.fears:
        workshop = linked(workshop, kept, fear)
    return risk_removed(workshop, other, for_good=True)


def _united(one: Risk, two: Risk) -> dict[str, Any]:
    secondary = one.secondary_to or two.secondary_to
    rated = one if one.base_rate_n is not None else two
    return {
        **{
            name: joined(getattr(one, name), getattr(two, name))
            for name in ("cause", "event", "consequence", "red_line_reason")
        },
        "title": one.title or two.title,
        "category": one.category or two.category,
        "objectives": _both(one.objectives, two.objectives)[:MOST_OBJECTIVES],
        "tags": _both(one.tags, two.tags)[:MOST_TAGS],
        "ideas": _both(one.ideas, two.ideas),
        "red_line": one.red_line or two.red_line,
        "base_rate_n": rated.base_rate_n,
        "base_rate_k": rated.base_rate_k,
        "secondary_to": None if secondary in (one.id, two.id) else secondary,
    }


def _handed_over(workshop: Workshop, kept: RiskId, other: RiskId) -> Workshop:
    """The workshop in which promises and later risks of the other belong to the kept one."""
    for promise in workshop.mitigations.values():
        if other in promise.risks:
            taken = dict.fromkeys(kept if each == other else each for each in promise.risks)
            workshop = put(workshop, replace(promise, risks=tuple(taken)))
    for risk in workshop.risks.values():
        if risk.secondary_to == other and risk.id != kept:
            workshop = put(workshop, replace(risk, secondary_to=kept))
    return workshop


def _both(one: Iterable[Any], two: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys((*one, *two)))
