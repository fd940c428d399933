import json
from dataclasses import replace

from deskrisk import assets
from deskrisk.domain.wording import FEAR_RULES, RISK_RULES, Code, Offer
from deskrisk.viewmodels.wording import (
    FEAR_QUESTIONS,
    RISK_QUESTIONS,
    fear_hints,
    lexicon,
    name_in,
    risk_hints,
    risk_is_well_said,
)
from tests.builders import a_participant, a_risk, a_workshop


def test_every_rule_has_its_question() -> None:
    assert {rule.code for rule in FEAR_RULES} == set(FEAR_QUESTIONS)
    assert {rule.code for rule in RISK_RULES} == set(RISK_QUESTIONS)


def test_at_most_two_questions_at_a_time() -> None:
    risk = a_risk(cause="", event="Bad quality", consequence="")
    hints = risk_hints(a_workshop(), risk)
    assert [hint.code for hint in hints] == [Code.FACT, Code.EFFECT_ONLY]
    assert hints[0].question.startswith("True today")
    assert hints[0].offers == (Offer.MOVE_TO_CAUSE, Offer.ADD_MAY)


def test_a_name_is_the_only_thing_asked_while_fears_are_written() -> None:
    workshop = a_workshop(a_participant("p1", name="Tomas Beck"))
    hint = name_in(workshop, "They never listen to Tomas")
    assert hint is not None
    assert hint.code is Code.NAMES_PERSON
    assert name_in(workshop, "They never listen to us") is None


def test_a_fear_is_asked_about_in_recasting() -> None:
    codes = [hint.code for hint in fear_hints(a_workshop(), "They never listen to us.")]
    assert codes == [Code.BLAME, Code.ABSOLUTE]


def test_a_finished_risk_gets_a_quiet_tick() -> None:
    risk = a_risk(event="a field may stay empty for a day")
    assert risk_is_well_said(a_workshop(), risk)
    assert risk_hints(a_workshop(), risk) == ()
    assert not risk_is_well_said(a_workshop(), replace(risk, consequence=""))


def test_every_list_that_a_rule_needs_is_there_in_english() -> None:
    needed = {name for rule in (*FEAR_RULES, *RISK_RULES) for name in rule.needs}
    assert lexicon().knows(needed)


def test_no_entry_of_a_list_stands_there_twice() -> None:
    held = json.loads(assets.path("wording", "en.json").read_text("utf-8"))["lists"]
    twice = {
        name: words
        for name, words in held.items()
        if len({w.casefold() for w in words}) < len(words)
    }
    assert not twice
