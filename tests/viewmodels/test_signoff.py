"""The result of a sign-off in one sentence under every rule, and what comes next."""

from dataclasses import replace
from datetime import date

import pytest

from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.brief import DecisionRule, InputMode
from deskrisk.domain.model.ids import ParticipantId, VersionId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.signoff import SignOffResult, sign_off
from deskrisk.domain.stances import ask_again, owner_decides, set_stance
from deskrisk.viewmodels.signoff import (
    MODE_WORDS,
    NEXT_WORDS,
    Next,
    next_thing,
    result_sentence,
    result_tone,
)
from tests.builders import a_participant, a_risk, a_workshop

CONSENT, OWNER, TWO_THIRDS, ADVICE = (
    DecisionRule.CONSENT,
    DecisionRule.CONSENT_THEN_OWNER,
    DecisionRule.MAJORITY_TWO_THIRDS,
    DecisionRule.OWNER_AFTER_ADVICE,
)


def a_room(rule: DecisionRule, *levels: int, people: int = 0) -> Workshop:
    here = [a_participant(f"p{n}") for n in range(1, max(people, len(levels)) + 1)]
    workshop = a_workshop(
        a_risk("r1"), *here, decision_rule=rule, decision_owner=ParticipantId("p1")
    )
    for number, level in enumerate(levels, start=1):
        workshop = set_stance(workshop, ParticipantId(f"p{number}"), level)
    return workshop


def said(workshop: Workshop) -> str:
    return result_sentence(workshop, sign_off(workshop))


@pytest.mark.parametrize(
    ("rule", "levels", "words", "then"),
    [
        (CONSENT, (5, 4, 2), "Adopted", Next.FREEZE),
        (CONSENT, (5, 3, 3), "Adopted, with two reservations", Next.FREEZE),
        (CONSENT, (5, 1, 3), "One objection is open", Next.AGAIN),
        (OWNER, (1, 1, 3), "Two objections are open", Next.AGAIN),
        (
            TWO_THIRDS,
            (5, 3, 1),
            "Adopted by two of three, with one reservation and one objection",
            Next.FREEZE,
        ),
        (TWO_THIRDS, (5, 1, 1), "Not adopted: one of three is for it, it takes two", Next.AGAIN),
        (TWO_THIRDS, (2, 2, 2), "Not adopted: everybody stands aside", Next.AGAIN),
        (ADVICE, (5, 1, 3), "Everybody has been heard, now Person p1 decides", Next.OWNER),
        (CONSENT, (5,), "Adopted as one person's own decision", Next.FREEZE),
    ],
)
def test_the_result_is_one_sentence(
    rule: DecisionRule, levels: tuple[int, ...], words: str, then: Next
) -> None:
    workshop = a_room(rule, *levels)
    assert said(workshop) == words
    assert next_thing(workshop) is then


def test_after_the_second_round_the_owner_may_decide_an_objection() -> None:
    second = ask_again(a_room(OWNER, 1, 4, 4))
    for number, level in enumerate((1, 4, 4), start=1):
        second = set_stance(second, ParticipantId(f"p{number}"), level)
    assert said(second) == "One objection is open; Person p1 may decide now"
    decided = owner_decides(second, "We try it for two weeks")
    assert said(decided) == "Decided by Person p1, with one objection"
    assert next_thing(decided) is Next.FREEZE


def test_too_few_answers_say_how_many_are_needed() -> None:
    workshop = a_room(CONSENT, 5, people=6)
    assert said(workshop) == "One has answered, it takes four"
    assert next_thing(workshop) is Next.ASK
    assert said(a_room(CONSENT, people=2)) == "Nobody has been asked yet"


def test_the_laptop_goes_round_until_everybody_is_in() -> None:
    workshop = a_room(CONSENT, 5, 5, people=3)
    going = replace(workshop, brief=replace(workshop.brief, input_signoff=InputMode.PASS))
    assert next_thing(going) is Next.HAND_OVER
    assert next_thing(set_stance(going, ParticipantId("p3"), 5)) is Next.FREEZE


def test_what_is_frozen_is_printed() -> None:
    workshop = a_room(CONSENT, 5, 5)
    frozen = freeze(workshop, VersionId("v1"), date(2025, 3, 11))
    assert next_thing(frozen) is Next.EXPORT


def test_every_result_has_a_tone_and_every_mode_its_words() -> None:
    assert {result_tone(result) for result in SignOffResult} == {"alarm", "ink", "ink_soft"}
    assert set(MODE_WORDS) == set(InputMode)
    assert set(NEXT_WORDS) == set(Next)
