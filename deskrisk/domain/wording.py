"""The wording aid: fixed rules that ask about a sentence, and never rewrite it (method C.1).

Every rule is an entry of a table. What it looks for are the lists of a language; a rule whose lists
are missing is switched off. Feelings are no errors: nothing here judges.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from deskrisk.domain.lexicon import Lexicon, names_somebody, sentences_in, words_in

MOST_SHOWN = 2
"""At most this many hints at a time."""

FEELING_WORDS = 10
"""A feeling with nothing else is at most this many words long."""

LONG_WORDS = 25
"""An event with more words than this is not said in one breath."""

WORDS_BETWEEN = 2
"""So many words may stand between a subject and what it is blamed for."""


class Code(Enum):
    """What a rule found."""

    NAMES_PERSON = "NAMES_PERSON"
    BLAME = "BLAME"
    EMOTION_ONLY = "EMOTION_ONLY"
    ABSOLUTE = "ABSOLUTE"
    PEOPLE_VOICE = "PEOPLE:voice"
    PEOPLE_STANDING = "PEOPLE:standing"
    PEOPLE_SECURITY = "PEOPLE:security"
    QUESTION = "QUESTION"
    SOLUTION = "SOLUTION"
    MISSING_SOLUTION = "MISSING_SOLUTION"
    ISSUE = "ISSUE"
    FACT = "FACT"
    EFFECT_ONLY = "EFFECT_ONLY"
    COMPOUND = "COMPOUND"
    NO_CAUSE = "NO_CAUSE"
    NO_CONSEQUENCE = "NO_CONSEQUENCE"
    VAGUE = "VAGUE"
    LONG = "LONG"


class Offer(Enum):
    """What the page may offer beside the question."""

    EDIT = "edit"
    KEEP = "keep"
    RECAST = "recast"
    ACKNOWLEDGE = "acknowledge"
    PEOPLE_FEAR = "people_fear"
    AGREEMENT = "agreement"
    MAKE_QUESTION = "make_question"
    SHELVE = "shelve"
    START_RISK = "start_risk"
    MOVE_TO_CAUSE = "move_to_cause"
    MAKE_ISSUE = "make_issue"
    ADD_MAY = "add_may"
    SPLIT = "split"
    FOCUS_CAUSE = "focus_cause"
    FOCUS_CONSEQUENCE = "focus_consequence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What is looked at: a fear in ``event`` alone, or the three parts of a risk.

    ``found`` holds the codes of the rules before; some rules stand back behind others.
    """

    event: str
    cause: str = ""
    consequence: str = ""
    names: tuple[str, ...] = ()
    lexicon: Lexicon
    found: Collection[Code] = ()

    def has(self, name: str) -> bool:
        """Is a word of the list in the event?"""
        return self.lexicon.has(name, self.event)

    def starts(self, name: str) -> bool:
        """Does the event start with a word of the list?"""
        return bool(self.lexicon.opening(name, self.event))

    @property
    def parts(self) -> tuple[str, str, str]:
        """All three texts."""
        return self.cause, self.event, self.consequence

    @property
    def is_plan_or_question(self) -> bool:
        """Has one of the rules for questions and solutions hit?"""
        return any(code in self.found for code in _NOT_YET_AN_EVENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: when it holds, what it offers, and the lists without which it is switched off."""

    code: Code
    holds: Callable[[Sentence], bool]
    offers: tuple[Offer, ...]
    needs: tuple[str, ...] = ()


_NOT_YET_AN_EVENT = (Code.QUESTION, Code.SOLUTION, Code.MISSING_SOLUTION)


def blames(text: str, lexicon: Lexicon) -> bool:
    """Does the text accuse, in one of three ways: a deed, a label, or a judgement felt?"""
    accused = any(
        lexicon.follows("other_subjects", deed, text, between=WORDS_BETWEEN)
        for deed in ("blame_verbs", "sweeping")
    )
    felt = lexicon.follows("states", "faux_feelings", text, between=WORDS_BETWEEN)
    labelled = lexicon.has("blame_labels", text) and (
        lexicon.has("other_subjects", text)
        or (lexicon.knows(("first_person",)) and not lexicon.has("first_person", text))
    )
    return accused or felt or labelled


def _named(sentence: Sentence) -> bool:
    return any(
        names_somebody(text, sentence.names, sentence.lexicon) for text in sentence.parts if text
    )


def _blamed(sentence: Sentence) -> bool:
    return any(blames(text, sentence.lexicon) for text in sentence.parts if text)


def _only_a_feeling(sentence: Sentence) -> bool:
    return (
        sentence.has("emotions")
        and not sentence.has("uncertainty")
        and not sentence.has("observables")
        and len(words_in(sentence.event)) <= FEELING_WORDS
    )


def _asks(sentence: Sentence) -> bool:
    if sentence.event.rstrip().endswith("?"):
        return True
    return sentence.starts("question_openers") and not sentence.has("uncertainty")


def _goes_on(sentence: Sentence) -> bool:
    return (
        bool(sentence.event.strip())
        and not sentence.has("uncertainty")
        and not sentence.is_plan_or_question
    )


def _many_things(sentence: Sentence) -> bool:
    modals = sentence.lexicon.count("modals", sentence.event)
    return modals > 1 or sentences_in(sentence.event) > 1


def _without_cause(sentence: Sentence) -> bool:
    return not sentence.cause.strip() and not sentence.has("cause_links")


def _without_consequence(sentence: Sentence) -> bool:
    return not sentence.consequence.strip() and not sentence.has("consequence_links")


def _vague(sentence: Sentence) -> bool:
    known = sentence.lexicon
    return any(
        known.has("vague", text) and not known.has("observables", text)
        for text in (sentence.event, sentence.consequence)
    )


def _theme(code: Code) -> Rule:
    words = f"theme_{code.value.split(':')[1]}"
    return Rule(
        code=code,
        holds=lambda sentence: sentence.has(words),
        offers=(Offer.PEOPLE_FEAR, Offer.AGREEMENT, Offer.MAKE_QUESTION),
        needs=(words,),
    )


FEAR_RULES: tuple[Rule, ...] = (
    Rule(code=Code.NAMES_PERSON, holds=_named, offers=(Offer.EDIT, Offer.KEEP)),
    Rule(code=Code.BLAME, holds=_blamed, offers=(Offer.RECAST, Offer.ACKNOWLEDGE)),
    Rule(
        code=Code.EMOTION_ONLY,
        holds=_only_a_feeling,
        offers=(Offer.RECAST, Offer.ACKNOWLEDGE),
        needs=("emotions", "uncertainty", "observables"),
    ),
    Rule(
        code=Code.ABSOLUTE,
        holds=lambda sentence: sentence.has("absolutes"),
        offers=(Offer.EDIT, Offer.KEEP),
        needs=("absolutes",),
    ),
    _theme(Code.PEOPLE_VOICE),
    _theme(Code.PEOPLE_STANDING),
    _theme(Code.PEOPLE_SECURITY),
)
"""The rules for a fear, in their order."""

RISK_RULES: tuple[Rule, ...] = (
    Rule(code=Code.NAMES_PERSON, holds=_named, offers=(Offer.EDIT,)),
    Rule(code=Code.QUESTION, holds=_asks, offers=(Offer.MAKE_QUESTION,), needs=("uncertainty",)),
    Rule(
        code=Code.SOLUTION,
        holds=lambda each: each.starts("solution_openers") and not each.has("uncertainty"),
        offers=(Offer.SHELVE, Offer.START_RISK),
        needs=("solution_openers", "uncertainty"),
    ),
    Rule(
        code=Code.MISSING_SOLUTION,
        holds=lambda each: each.starts("negated_solution") and not each.has("uncertainty"),
        offers=(Offer.MOVE_TO_CAUSE,),
        needs=("negated_solution", "uncertainty"),
    ),
    Rule(
        code=Code.ISSUE,
        holds=lambda each: _goes_on(each) and each.has("already"),
        offers=(Offer.MAKE_ISSUE, Offer.MOVE_TO_CAUSE),
        needs=("uncertainty", "already"),
    ),
    Rule(
        code=Code.FACT,
        holds=lambda each: _goes_on(each) and not each.has("already"),
        offers=(Offer.MOVE_TO_CAUSE, Offer.ADD_MAY),
        needs=("uncertainty", "already"),
    ),
    Rule(
        code=Code.EFFECT_ONLY,
        holds=lambda each: _without_cause(each) and each.has("effect_only"),
        offers=(Offer.FOCUS_CAUSE,),
        needs=("effect_only", "cause_links"),
    ),
    Rule(code=Code.COMPOUND, holds=_many_things, offers=(Offer.SPLIT,), needs=("modals",)),
    Rule(
        code=Code.NO_CAUSE,
        holds=_without_cause,
        offers=(Offer.FOCUS_CAUSE,),
        needs=("cause_links",),
    ),
    Rule(
        code=Code.NO_CONSEQUENCE,
        holds=_without_consequence,
        offers=(Offer.FOCUS_CONSEQUENCE,),
        needs=("consequence_links",),
    ),
    Rule(code=Code.VAGUE, holds=_vague, offers=(Offer.EDIT,), needs=("vague", "observables")),
    Rule(
        code=Code.LONG,
        holds=lambda each: len(words_in(each.event)) > LONG_WORDS,
        offers=(Offer.EDIT,),
    ),
    Rule(code=Code.BLAME, holds=_blamed, offers=(Offer.EDIT,)),
)
"""The rules for a risk, in their order: the first two that hold are shown."""


def fear_codes(text: str, lexicon: Lexicon, names: Iterable[str] = ()) -> tuple[Code, ...]:
    """What the rules find in a fear, in their order.

    Args:
        text: the fear as it was said.
        lexicon: the lists of its language.
        names: the people in the room, first and last names.
    """
    sentence = Sentence(event=text, names=tuple(names), lexicon=lexicon)
    return _codes(sentence, FEAR_RULES)


def risk_codes(
    cause: str, event: str, consequence: str, lexicon: Lexicon, names: Iterable[str] = ()
) -> tuple[Code, ...]:
    """What the rules find in a risk, in their order; a single line is an event.

    Nothing is asked about a risk in which nothing is written yet.
    """
    sentence = Sentence(
        event=event, cause=cause, consequence=consequence, names=tuple(names), lexicon=lexicon
    )
    return _codes(sentence, RISK_RULES)


def is_finished(
    cause: str, event: str, consequence: str, lexicon: Lexicon, names: Iterable[str] = ()
) -> bool:
    """Are all three parts there, and does no rule ask anything? A quiet tick, no praise."""
    whole = all(text.strip() for text in (cause, event, consequence))
    return whole and not risk_codes(cause, event, consequence, lexicon, names)


def offers_of(code: Code, rules: Iterable[Rule]) -> tuple[Offer, ...]:
    """What may be offered for a code of these rules."""
    return next((rule.offers for rule in rules if rule.code is code), ())


def _codes(sentence: Sentence, rules: Iterable[Rule]) -> tuple[Code, ...]:
    if not any(text.strip() for text in sentence.parts):
        return ()
    found: list[Code] = []
    looked_at = replace(sentence, found=found)  # later rules see what earlier ones found
    for rule in rules:
        if sentence.lexicon.knows(rule.needs) and rule.holds(looked_at):
            found.append(rule.code)  # noqa: PERF401  the list has to grow while rules look at it
    return tuple(found)
