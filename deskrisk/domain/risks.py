"""Rules for risks: because, may, so that; linked to fears in both directions (method A.5)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import EmptyError, MissingError, RangeError
from deskrisk.domain.fears import relinked
from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import CategoryId, FearId, ObjectiveId, RiskId
from deskrisk.domain.model.people import Objective
from deskrisk.domain.model.risks import Category, Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import add, edit, get, put, removed
from deskrisk.domain.people import StillNeededError
from deskrisk.domain.texts import cleaned

LONGEST_TITLE = 60
MOST_OBJECTIVES = 3
MOST_TAGS = 3
MOST_CASES = 1000
"""Comparable projects that a reference class counts, at most."""

_SENTENCE = ("cause", "event", "consequence")
_CLAUSE_END = re.compile(r"[,;.:\n]")
_TAG_END = re.compile(r"[,;#\n]")


def risk_added(
    workshop: Workshop, id_: RiskId, *, fears: Sequence[FearId] = (), **fields: Any
) -> Workshop:
    """The workshop with one risk more, under the next free number, linked to the fears.

    Raises:
        MissingError: a fear, the category or an objective is not there.
    """
    risk = Risk(id=id_, number=next_number(workshop))
    workshop = add(workshop, risk)
    if fields:
        workshop = risk_edited(workshop, id_, **fields)
    for fear in fears:
        workshop = linked(workshop, id_, fear)
    return workshop


def next_number(workshop: Workshop) -> int:
    """The number after the largest; the number of a removed risk is free only at the end."""
    return 1 + max((risk.number for risk in workshop.risks.values()), default=0)


def risk_edited(workshop: Workshop, id_: RiskId, **fields: Any) -> Workshop:
    """The workshop with some fields of a risk changed.

    The title follows the event for as long as nobody has written another. Other words have to be
    asked about again: do they still hold what was meant?

    Raises:
        MissingError: the risk, the category, an objective or the other risk is not there.
        TooManyError: a risk hurts at most three aims, and has at most three tags.
    """
    before = get(workshop, Risk, id_)
    _check(workshop, id_, fields)
    if "event" in fields and "title" not in fields and title_is_proposed(before):
        # Of the event as it is kept: what cannot be kept was typed, and is counted, only once.
        fields["title"] = proposed_title(cleaned(fields["event"])[0])
    if any(fields.get(name, getattr(before, name)) != getattr(before, name) for name in _SENTENCE):
        workshop = _asked_again(workshop, before)
    return edit(workshop, Risk, id_, **fields)


def _asked_again(workshop: Workshop, risk: Risk) -> Workshop:
    for id_ in risk.fears:
        fear = workshop.fears.get(id_)
        if fear is not None and fear.still_holds:
            workshop = put(workshop, replace(fear, still_holds=False))
    return workshop


def proposed_title(event: str) -> str:
    """A title made from the first clause of the event, at most 60 characters, whole words."""
    clause = " ".join(_CLAUSE_END.split(event.strip(), maxsplit=1)[0].split())
    if len(clause) > LONGEST_TITLE:
        head = clause[: LONGEST_TITLE + 1]
        clause = head.rpartition(" ")[0] or clause[:LONGEST_TITLE]
    return clause[:1].upper() + clause[1:]


def title_is_proposed(risk: Risk) -> bool:
    """Is the title still the program's, and not one that people wrote?"""
    return risk.title in ("", proposed_title(risk.event))


def linked(workshop: Workshop, risk: RiskId, fear: FearId) -> Workshop:
    """The workshop in which a risk stands for a fear; a fear without a place is recast by it.

    Raises:
        MissingError: the risk or the fear is not there.
    """
    held = get(workshop, Risk, risk)
    get(workshop, Fear, fear)
    if fear not in held.fears:
        workshop = put(workshop, replace(held, fears=(*held.fears, fear)))
    return relinked(workshop, fear)


def unlinked(workshop: Workshop, risk: RiskId, fear: FearId) -> Workshop:
    """The workshop in which a risk no longer stands for a fear; without any link it is open.

    Raises:
        MissingError: the risk is not there.
    """
    held = get(workshop, Risk, risk)
    kept = tuple(each for each in held.fears if each != fear)
    return relinked(put(workshop, replace(held, fears=kept)), fear)


def objective_toggled(workshop: Workshop, risk: RiskId, objective: ObjectiveId) -> Workshop:
    """The workshop in which a risk hurts an aim, or no longer does.

    Raises:
        TooManyError: it hurts three aims already.
        MissingError: the risk or the aim is not there.
    """
    held = get(workshop, Risk, risk).objectives
    if objective in held:
        return risk_edited(workshop, risk, objectives=tuple(o for o in held if o != objective))
    return risk_edited(workshop, risk, objectives=(*held, objective))


def tags_in(text: str) -> tuple[str, ...]:
    """The tags of a typed line, parted by commas, semicolons or number signs; each one once."""
    found = (" ".join(each.split()) for each in _TAG_END.split(text))
    return tuple({each.casefold(): each for each in found if each}.values())


def idea_added(workshop: Workshop, id_: RiskId, idea: str) -> Workshop:
    """The workshop with one idea more on the shelf of a risk; one that lies there stays once.

    Raises:
        EmptyError: the idea is empty.
        MissingError: the risk is not there.
    """
    ideas = get(workshop, Risk, id_).ideas
    if not idea.strip():
        raise EmptyError("risks", "ideas")
    return edit(workshop, Risk, id_, ideas=tuple(dict.fromkeys((*ideas, idea.strip()))))


def idea_removed(workshop: Workshop, id_: RiskId, idea: str) -> Workshop:
    """The workshop without one idea on the shelf of a risk.

    Raises:
        MissingError: the risk is not there.
    """
    kept = tuple(each for each in get(workshop, Risk, id_).ideas if each != idea)
    return edit(workshop, Risk, id_, ideas=kept)


def rate_set(workshop: Workshop, id_: RiskId, n: int | None, k: int | None) -> Workshop:
    """The workshop in which k of n comparable projects had a risk; None for what nobody knows.

    Raises:
        RangeError: n is outside 0 to 1000, or k outside 0 to n.
        MissingError: the risk is not there.
    """
    for name, value, most in (
        ("base_rate_n", n, MOST_CASES),
        ("base_rate_k", k, MOST_CASES if n is None else n),
    ):
        if value is not None and not 0 <= value <= most:
            raise RangeError("risks", name, str(value), f"0 to {most}")
    return edit(workshop, Risk, id_, base_rate_n=n, base_rate_k=k)


def hint_sent_away(workshop: Workshop, id_: RiskId, code: str) -> Workshop:
    """The workshop in which a wording hint is not shown again for a risk.

    Raises:
        MissingError: the risk is not there.
    """
    off = get(workshop, Risk, id_).hints_off
    return edit(workshop, Risk, id_, hints_off=tuple(dict.fromkeys((*off, code))))


def risk_split(workshop: Workshop, id_: RiskId, new_id: RiskId) -> Workshop:
    """The workshop with a second risk of the same cause; its event and consequence are to come."""
    source = get(workshop, Risk, id_)
    return risk_added(
        workshop,
        new_id,
        fears=source.fears,
        cause=source.cause,
        category=source.category,
        objectives=source.objectives,
    )


def risk_duplicated(workshop: Workshop, id_: RiskId, new_id: RiskId) -> Workshop:
    """The workshop with a copy of a risk under the next number; answers are not copied."""
    source = get(workshop, Risk, id_)
    return add(workshop, replace(source, id=new_id, number=next_number(workshop), hints_off=()))


def risk_removed(workshop: Workshop, id_: RiskId, *, for_good: bool = False) -> Workshop:
    """The workshop without a risk; fears that only it stood for are open again.

    Raises:
        StillNeededError: answers or promises hang on it, and ``for_good`` is not said.
    """
    risk = get(workshop, Risk, id_)
    answers, duties = answers_about(workshop, id_), promises_for(workshop, id_)
    if (answers or duties) and not for_good:
        raise StillNeededError("risks", answers, duties)
    workshop = removed(workshop, Risk, id_)
    for fear in risk.fears:
        workshop = relinked(workshop, fear)
    return workshop


def answers_about(workshop: Workshop, id_: RiskId) -> int:
    """How many scores would go with a risk."""
    return sum(1 for score in workshop.scores.values() if score.risk == id_)


def promises_for(workshop: Workshop, id_: RiskId) -> int:
    """How many promises would lose this risk."""
    return sum(1 for promise in workshop.mitigations.values() if id_ in promise.risks)


def _check(workshop: Workshop, id_: RiskId, fields: dict[str, Any]) -> None:
    source: RiskId | None = fields.get("secondary_to")
    if source is not None and (source == id_ or source not in workshop.risks):
        raise MissingError("risks", source)
    if len(fields.get("tags", ())) > MOST_TAGS:
        raise TooManyError("tags", MOST_TAGS)
    category: CategoryId | None = fields.get("category")
    if category is not None:
        get(workshop, Category, category)
    objectives: Sequence[ObjectiveId] = fields.get("objectives", ())
    for objective in objectives:
        get(workshop, Objective, objective)
    if len(objectives) > MOST_OBJECTIVES:
        raise TooManyError("objectives", MOST_OBJECTIVES)
