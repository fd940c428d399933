from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.model.brief import DecisionRule, Progress
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.signoff import SignOffResult, result_of, sign_off, stances_of
from tests.builders import a_participant, a_workshop

CONSENT = DecisionRule.CONSENT
CONSENT_THEN_OWNER = DecisionRule.CONSENT_THEN_OWNER
MAJORITY = DecisionRule.MAJORITY_TWO_THIRDS
OWNER = DecisionRule.OWNER_AFTER_ADVICE

answers = st.lists(st.integers(1, 5), min_size=1, max_size=20)


def result(levels: list[int], rule: DecisionRule, present: int = 0, **more: Any) -> SignOffResult:
    return result_of(levels, present or len(levels), rule, **more)


def a_room(
    *levels: int | None, rounds: int = 1, progress: Progress | None = None, **fields: Any
) -> Workshop:
    """People who all gave these answers in each of so many rounds; None has not answered."""
    workshop = a_workshop(
        *(a_participant(f"p{n}") for n in range(len(levels))),
        *(
            Stance(round=round_, participant=ParticipantId(f"p{n}"), level=level)
            for n, level in enumerate(levels)
            if level is not None
            for round_ in range(1, rounds + 1)
        ),
        **fields,
    )
    return workshop if progress is None else replaced(workshop, progress)


def replaced(workshop: Workshop, progress: Progress) -> Workshop:
    return Workshop(
        id=workshop.id,
        brief=workshop.brief,
        progress=progress,
        participants=workshop.participants,
        stances=workshop.stances,
    )


@pytest.mark.parametrize("rule", list(DecisionRule))
@pytest.mark.parametrize(("given_", "present"), [(0, 0), (0, 3), (1, 2), (3, 5), (5, 8), (1, 3)])
def test_two_thirds_must_have_answered(rule: DecisionRule, given_: int, present: int) -> None:
    assert result([5] * given_, rule, present) is SignOffResult.NOT_ENOUGH


@pytest.mark.parametrize(("given_", "present"), [(1, 1), (2, 2), (2, 3), (3, 4), (4, 5), (6, 8)])
def test_and_two_thirds_are_enough(given_: int, present: int) -> None:
    assert result([5] * given_, CONSENT, present) is SignOffResult.ADOPTED


def test_one_objection_stops_consent() -> None:
    assert result([5, 5, 5, 1], CONSENT) is SignOffResult.OPEN_OBJECTION
    assert result([3, 3, 1], CONSENT_THEN_OWNER) is SignOffResult.OPEN_OBJECTION


def test_the_owner_may_settle_an_objection_only_where_the_rule_says_so() -> None:
    decided = SignOffResult.OWNER_DECIDED
    assert result([5, 5, 1], CONSENT_THEN_OWNER, owner_decided=True) is decided
    assert result([5, 5, 1], CONSENT, owner_decided=True) is SignOffResult.OPEN_OBJECTION
    assert result([5, 5], CONSENT_THEN_OWNER, owner_decided=True) is SignOffResult.ADOPTED


def test_a_reservation_is_adopted_and_said() -> None:
    for rule in (CONSENT, CONSENT_THEN_OWNER, MAJORITY):
        assert result([5, 4, 3], rule) is SignOffResult.ADOPTED_WITH_RESERVATIONS


def test_standing_aside_is_an_answer_and_no_support() -> None:
    assert result([2, 2, 2], CONSENT) is SignOffResult.ADOPTED
    assert result([2, 2, 2], MAJORITY) is SignOffResult.NOT_ADOPTED
    assert result([4, 2, 2], MAJORITY) is SignOffResult.ADOPTED


def test_a_majority_is_two_thirds_of_those_who_vote() -> None:
    assert result([4, 4, 1], MAJORITY) is SignOffResult.ADOPTED
    assert result([4, 1], MAJORITY) is SignOffResult.NOT_ADOPTED
    assert result([4, 4, 4, 1, 1], MAJORITY) is SignOffResult.NOT_ADOPTED
    assert result([4, 4, 4, 4, 1, 1], MAJORITY) is SignOffResult.ADOPTED
    assert result([3, 4, 1], MAJORITY) is SignOffResult.ADOPTED_WITH_RESERVATIONS


@pytest.mark.parametrize("levels", [[5, 5], [1, 1], [3, 2]])
def test_after_advice_the_owner_decides_whatever_the_levels(levels: list[int]) -> None:
    assert result(levels, OWNER) is SignOffResult.OWNER_DECIDES
    assert result(levels, OWNER, owner_decided=True) is SignOffResult.OWNER_DECIDED


def test_one_person_decides_alone() -> None:
    assert sign_off(a_room(5)).result is SignOffResult.ADOPTED


@given(answers, st.sampled_from([CONSENT, CONSENT_THEN_OWNER, MAJORITY]))
def test_more_support_never_undoes_an_adoption(levels: list[int], rule: DecisionRule) -> None:
    adopted = (SignOffResult.ADOPTED, SignOffResult.ADOPTED_WITH_RESERVATIONS)
    if result(levels, rule) in adopted:
        assert result([*levels, 5], rule) in adopted


@given(answers, st.sampled_from(list(DecisionRule)))
def test_who_said_what_does_not_matter(levels: list[int], rule: DecisionRule) -> None:
    assert result(levels[::-1], rule) is result(levels, rule)


@given(answers)
def test_a_majority_is_exact(levels: list[int]) -> None:
    votes = [level for level in levels if level != 2]
    adopted = bool(votes) and 3 * sum(level >= 3 for level in votes) >= 2 * len(votes)
    assert (result(levels, MAJORITY) is not SignOffResult.NOT_ADOPTED) == adopted


def test_a_round_is_counted_and_names_its_people() -> None:
    found = sign_off(a_room(5, 3, None, 1))
    assert found.counts == {1: 1, 2: 0, 3: 1, 4: 0, 5: 1}
    assert (found.answered, found.present, found.later) == (3, 4, ())
    assert [each.participant for each in found.objections] == ["p3"]
    assert [each.participant for each in found.reservations] == ["p1"]
    assert found.result is SignOffResult.OPEN_OBJECTION


def test_absent_people_are_asked_later() -> None:
    workshop = a_workshop(
        a_participant("p1"),
        a_participant("p2", present=False),
        a_participant("p3", present=False),
        Stance(round=1, participant=ParticipantId("p1"), level=5),
        Stance(round=1, participant=ParticipantId("p3"), level=4),
    )
    found = sign_off(workshop)
    assert (found.present, found.later) == (2, ("p2",))
    assert found.result is SignOffResult.ADOPTED


def test_rounds_are_counted_apart() -> None:
    workshop = a_workshop(
        a_participant("p1"),
        Stance(round=1, participant=ParticipantId("p1"), level=1),
        Stance(round=2, participant=ParticipantId("p1"), level=4),
    )
    assert sign_off(workshop).round == 1
    assert sign_off(workshop).result is SignOffResult.OPEN_OBJECTION
    assert sign_off(workshop, 2).result is SignOffResult.ADOPTED
    assert sign_off(workshop, 3).result is SignOffResult.NOT_ENOUGH


@pytest.mark.parametrize(
    ("rule", "round_", "may"),
    [
        (CONSENT, 2, False),
        (CONSENT_THEN_OWNER, 1, False),
        (CONSENT_THEN_OWNER, 2, True),
        (MAJORITY, 2, False),
        (OWNER, 1, True),
    ],
)
def test_from_when_on_the_owner_may_decide(rule: DecisionRule, round_: int, *, may: bool) -> None:
    found = sign_off(a_room(5, 1, rounds=2, decision_rule=rule), round_)
    assert found.owner_may_decide is may


def test_a_decision_of_the_owner_belongs_to_the_present_round() -> None:
    progress = Progress(sign_off_round=2, owner_decided=True)
    workshop = a_room(5, 5, 1, rounds=2, decision_rule=CONSENT_THEN_OWNER, progress=progress)
    assert sign_off(workshop).result is SignOffResult.OWNER_DECIDED
    assert sign_off(workshop, 1).result is SignOffResult.OPEN_OBJECTION


def test_stances_stand_in_the_order_of_the_people() -> None:
    workshop = a_workshop(
        a_participant("p2"),
        a_participant("p1"),
        Stance(round=1, participant=ParticipantId("p2"), level=5),
        Stance(round=1, participant=ParticipantId("p1"), level=5),
    )
    assert [each.participant for each in stances_of(workshop, 1)] == ["p1", "p2"]
