"""The hints beside a fear or a risk: one quiet line, at most two at a time."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from deskrisk import assets
from deskrisk.domain.lexicon import Lexicon
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.wording import (
    FEAR_RULES,
    MOST_SHOWN,
    RISK_RULES,
    Code,
    Offer,
    Rule,
    fear_codes,
    is_finished,
    offers_of,
    risk_codes,
)
from deskrisk.i18n import N_, _, language

FEAR_QUESTIONS: Mapping[Code, str] = {
    Code.NAMES_PERSON: N_("A name is in here. What happens, whoever does it?"),
    Code.BLAME: N_("What happens, and what is not settled, that lets it happen?"),
    Code.EMOTION_ONLY: N_(
        "What might happen that this feeling warns about? If nothing can be done, it is heard."
    ),
    Code.ABSOLUTE: N_("When did it last happen? What was different when it did not?"),
    Code.PEOPLE_VOICE: N_("This may be about us, not about the system. Would an agreement help?"),
    Code.PEOPLE_STANDING: N_(
        "This may be about us, not about the system. Would an agreement help?"
    ),
    Code.PEOPLE_SECURITY: N_(
        "This may be about us, not about the system. Would an agreement help?"
    ),
}
"""What is asked about a fear."""

RISK_QUESTIONS: Mapping[Code, str] = {
    Code.NAMES_PERSON: N_("Say the situation instead of the person."),
    Code.QUESTION: N_("That is a question. Who finds out, by when?"),
    Code.SOLUTION: N_("That is something to do. What would it protect us from?"),
    Code.MISSING_SOLUTION: N_("What is missing is the cause. What may happen because of it?"),
    Code.ISSUE: N_("It is happening. Give it an owner, or keep it as the cause: what may follow?"),
    Code.FACT: N_("True today, or may it happen? If it is true, it is the cause."),
    Code.EFFECT_ONLY: N_("Why would that happen? One reason for each risk."),
    Code.COMPOUND: N_("More than one thing may happen here. Split it?"),
    Code.NO_CAUSE: N_("What is true today that makes this possible?"),
    Code.NO_CONSEQUENCE: N_("Which aim would it hurt? How would somebody outside notice?"),
    Code.VAGUE: N_("How would we notice? One number, or one thing to see."),
    Code.LONG: N_("Can you say it in one breath?"),
    Code.BLAME: N_("What happens, whoever does it?"),
}
"""What is asked about a risk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One question, and what may be offered beside it."""

    code: Code
    question: str
    offers: tuple[Offer, ...]


def lexicon(code: str = "") -> Lexicon:
    """The word lists of the language that is spoken, or of another; English where it has none.

    Args:
        code: of the other language, e.g. ``"de"``.
    """
    return _lexicon(assets.content_language("wording", "{code}.json", code or language()))


@cache
def _lexicon(code: str) -> Lexicon:
    held = json.loads(assets.path("wording", f"{code}.json").read_text("utf-8"))
    return Lexicon(
        language=held["language"],
        lists={name: tuple(words) for name, words in held["lists"].items()},
        names_when_capital=tuple(held["names_when_capital"]),
        patterns=held["patterns"],
    )


def fear_hints(workshop: Workshop, text: str) -> tuple[Hint, ...]:
    """The questions about a fear, at most two."""
    found = fear_codes(text, lexicon(), _names(workshop))
    return _hints(found, FEAR_QUESTIONS, FEAR_RULES)


def name_in(workshop: Workshop, text: str) -> Hint | None:
    """The question about a name in a fear: the only one that is asked while fears are written."""
    found = fear_codes(text, lexicon(), _names(workshop))
    only = [code for code in found if code is Code.NAMES_PERSON]
    return next(iter(_hints(only, FEAR_QUESTIONS, FEAR_RULES)), None)


def risk_hints(workshop: Workshop, risk: Risk) -> tuple[Hint, ...]:
    """The questions about a risk, at most two, the most important one first."""
    return risk_questions(workshop, risk)[:MOST_SHOWN]


def risk_questions(workshop: Workshop, risk: Risk) -> tuple[Hint, ...]:
    """All questions about a risk, for who leaves some of them out."""
    found = risk_codes(risk.cause, risk.event, risk.consequence, lexicon(), _names(workshop))
    return _all_hints(found, RISK_QUESTIONS, RISK_RULES)


def risk_is_well_said(workshop: Workshop, risk: Risk) -> bool:
    """Is it whole, and does nothing need to be asked? Shown as a quiet tick."""
    return is_finished(risk.cause, risk.event, risk.consequence, lexicon(), _names(workshop))


def _names(workshop: Workshop) -> tuple[str, ...]:
    return tuple(person.name for person in workshop.participants.values())


def _hints(
    found: Iterable[Code], questions: Mapping[Code, str], rules: Iterable[Rule]
) -> tuple[Hint, ...]:
    return _all_hints(tuple(found)[:MOST_SHOWN], questions, rules)


def _all_hints(
    found: Iterable[Code], questions: Mapping[Code, str], rules: Iterable[Rule]
) -> tuple[Hint, ...]:
    return tuple(
        Hint(code=code, question=_(questions[code]), offers=offers_of(code, rules))
        for code in found
    )
