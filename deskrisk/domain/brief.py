"""Rules for what the facilitator decides before the meeting (method A.1)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any

from deskrisk.domain.errors import DeskError, EmptyError, MissingError, SealedError
from deskrisk.domain.model.brief import (
    DEFAULT_FOCUS_COUNT,
    Brief,
    DecisionRule,
    InputMode,
    Preset,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.opening import rule_asked_again

SOONEST_HORIZON = timedelta(days=14)
LATEST_HORIZON_YEARS = 3
FIXED_BY_SCORES = ("focus_count", "order_method")
"""Settled before anybody sees a score, so that nobody can bend them later (method A.1)."""
SEALED = {"input_scores": "scores", "input_ballots": "ballots"}
"""What comes in sealed while the laptop goes round, by the field that says how it comes in."""
RULES_WITH_OWNER = (DecisionRule.CONSENT_THEN_OWNER, DecisionRule.OWNER_AFTER_ADVICE)


@dataclass(eq=False)
class SettledError(DeskError):
    """A rule of the meeting cannot change any more: a round of scores is closed."""

    field: str


class HorizonAdvice(Enum):
    """What can be said about the day that every chance is "before"."""

    FINE = "fine"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"


def edited(workshop: Workshop, **fields: Any) -> Workshop:
    """The workshop with some fields of its brief changed.

    A new preset brings its own focus count only while the old preset's was untouched.

    Raises:
        EmptyError: the title would be empty.
        MissingError: the decision owner is not among the people.
        SettledError: scores have been seen, and the field was fixed before that.
        SealedError: answers are in that nobody but their authors has seen.
    """
    before = workshop.brief
    _check(workshop, fields)
    if "preset" in fields and "focus_count" not in fields and not scores_seen(workshop):
        fields["focus_count"] = _count_for(before, fields["preset"])
    return rule_asked_again(workshop, replace(workshop, brief=replace(before, **fields)))


def scores_seen(workshop: Workshop) -> bool:
    """Has the room seen a closed round of scores?"""
    return workshop.progress.round_closed > 0


def needs_owner(brief: Brief) -> bool:
    """Does the decision rule call for an owner who is not named yet?"""
    return brief.decision_rule in RULES_WITH_OWNER and brief.decision_owner is None


def horizon_advice(brief: Brief) -> HorizonAdvice:
    """Is the horizon 14 days to 3 years after the meeting, as the method advises?"""
    if brief.horizon < brief.held_on + SOONEST_HORIZON:
        return HorizonAdvice.TOO_SOON
    if brief.horizon > latest_horizon(brief.held_on):
        return HorizonAdvice.TOO_FAR
    return HorizonAdvice.FINE


def latest_horizon(held_on: date) -> date:
    """The day three years later; 28 February for a leap day."""
    year = min(held_on.year + LATEST_HORIZON_YEARS, date.max.year)
    try:
        return held_on.replace(year=year)
    except ValueError:
        return held_on.replace(year=year, day=28)


def _check(workshop: Workshop, fields: dict[str, Any]) -> None:
    if "title" in fields and not fields["title"].strip():
        raise EmptyError("brief", "title")
    owner = fields.get("decision_owner")
    if owner is not None and owner not in workshop.participants:
        raise MissingError("participants", owner)
    if scores_seen(workshop):
        for name in FIXED_BY_SCORES:
            if name in fields and fields[name] != getattr(workshop.brief, name):
                raise SettledError(name)
    for name, part in SEALED.items():
        sealed = getattr(workshop.brief, name) is InputMode.PASS and getattr(workshop, part)
        if sealed and fields.get(name, InputMode.PASS) is not InputMode.PASS:
            raise SealedError(part)


def _count_for(brief: Brief, preset: Preset) -> int:
    untouched = brief.focus_count == DEFAULT_FOCUS_COUNT[brief.preset]
    return DEFAULT_FOCUS_COUNT[preset] if untouched else brief.focus_count
