from dataclasses import replace
from datetime import date

import pytest

from deskrisk.domain.errors import (
    MissingError,
    NobodyAskedError,
    NoReasonError,
    OwnerMayNotDecideError,
    SealedError,
)
from deskrisk.domain.model.brief import DecisionRule, InputMode
from deskrisk.domain.model.ids import AmendmentId, ParticipantId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.signoff import SignOffResult, is_sealed, sign_off, without_sealed
from deskrisk.domain.stances import (
    add_amendment,
    adjourn,
    ask_again,
    clear_stance,
    edit_amendment,
    edit_stance,
    owner_decides,
    remove_amendment,
    rest_later,
    seal_stance,
    set_stance,
    stance_gaps,
    stance_of,
    take_back_owner,
)
from tests.builders import a_participant, a_workshop

P1, P2, P3 = ParticipantId("p1"), ParticipantId("p2"), ParticipantId("p3")


def a_room(rule: DecisionRule = DecisionRule.CONSENT) -> Workshop:
    people = [a_participant(id_) for id_ in (P1, P2, P3)]
    return a_workshop(*people, decision_rule=rule)


def all_say(workshop: Workshop, *levels: int) -> Workshop:
    for who, level in zip((P1, P2, P3), levels, strict=True):
        workshop = set_stance(workshop, who, level)
    return workshop


def test_words_survive_a_wrong_key() -> None:
    workshop = edit_stance(set_stance(a_room(), P1, 3), P1, comment="Look again in May")
    workshop = set_stance(set_stance(workshop, P1, 5), P1, 3)
    held = stance_of(workshop, P1)
    assert held is not None
    assert (held.level, held.comment) == (3, "Look again in May")


def test_an_answer_can_be_taken_back_and_words_need_an_answer() -> None:
    workshop = set_stance(a_room(), P1, 4)
    assert stance_of(clear_stance(workshop, P1), P1) is None
    assert clear_stance(workshop, P2) is workshop
    with pytest.raises(MissingError):
        edit_stance(workshop, P2, comment="?")
    with pytest.raises(MissingError):
        set_stance(workshop, ParticipantId("p9"), 4)


def test_a_reservation_needs_its_text_and_an_objection_all_three() -> None:
    workshop = all_say(a_room(), 1, 3, 5)
    assert stance_gaps(workshop) == (
        (P1, "comment"),
        (P1, "item"),
        (P1, "acceptable_if"),
        (P2, "comment"),
    )
    workshop = edit_stance(workshop, P2, comment="thin")
    workshop = edit_stance(workshop, P1, comment="harm", item="aim 1", acceptable_if="later")
    assert stance_gaps(workshop) == ()


def test_asking_again_starts_empty_and_keeps_the_old_answers() -> None:
    workshop = ask_again(all_say(a_room(), 1, 4, 5))
    assert workshop.progress.sign_off_round == 2
    assert stance_of(workshop, P1) is None
    assert sign_off(workshop, 1).result is SignOffResult.OPEN_OBJECTION
    assert sign_off(workshop).result is SignOffResult.NOT_ENOUGH
    again = all_say(workshop, 3, 4, 5)
    assert sign_off(again).result is SignOffResult.ADOPTED_WITH_RESERVATIONS
    with pytest.raises(NobodyAskedError):
        ask_again(workshop)


def test_under_consent_the_owner_has_nothing_to_decide() -> None:
    with pytest.raises(OwnerMayNotDecideError):
        owner_decides(all_say(a_room(), 1, 4, 5), "time")


def test_consent_then_owner_waits_for_the_second_round_and_asks_for_a_reason() -> None:
    first = all_say(a_room(DecisionRule.CONSENT_THEN_OWNER), 1, 4, 5)
    with pytest.raises(OwnerMayNotDecideError):
        owner_decides(first, "time")
    second = all_say(ask_again(first), 1, 4, 5)
    with pytest.raises(NoReasonError):
        owner_decides(second, "")
    decided = owner_decides(second, "We try it for two weeks")
    assert sign_off(decided).result is SignOffResult.OWNER_DECIDED
    assert decided.progress.owner_reason == "We try it for two weeks"
    assert sign_off(take_back_owner(decided)).result is SignOffResult.OPEN_OBJECTION
    third = ask_again(decided)
    assert (third.progress.owner_decided, third.progress.owner_reason) == (False, "")


def test_the_owner_does_not_overrule_an_agreement() -> None:
    agreed = ask_again(all_say(a_room(DecisionRule.CONSENT_THEN_OWNER), 4, 4, 5))
    with pytest.raises(OwnerMayNotDecideError):
        owner_decides(all_say(agreed, 4, 4, 5), "because")


def test_the_owner_after_advice_decides_in_the_first_round() -> None:
    workshop = all_say(a_room(DecisionRule.OWNER_AFTER_ADVICE), 1, 2, 5)
    assert sign_off(owner_decides(workshop, "go")).result is SignOffResult.OWNER_DECIDED


def test_the_sign_off_can_go_on_another_day() -> None:
    later = adjourn(a_room(), date(2025, 3, 18))
    assert later.progress.adjourned_to == date(2025, 3, 18)
    assert adjourn(later, None).progress.adjourned_to is None


def test_amendments_follow_each_other_and_say_whom_they_answer() -> None:
    first, second = AmendmentId("a1"), AmendmentId("a2")
    workshop = add_amendment(all_say(a_room(), 1, 4, 5), first, "One per cent first", answers=(P1,))
    workshop = add_amendment(ask_again(workshop), second, "Review on 20 May", item="r07")
    assert [each.sequence for each in workshop.amendments.values()] == [1, 2]
    assert [each.after_round for each in workshop.amendments.values()] == [1, 2]
    assert workshop.amendments[first].answers == (P1,)
    changed = edit_amendment(workshop, second, change="Review on 27 May")
    assert changed.amendments[second].change == "Review on 27 May"
    assert list(remove_amendment(changed, first).amendments) == [second]


def test_an_amendment_says_where_and_whom_it_answers() -> None:
    workshop = add_amendment(all_say(a_room(), 1, 4, 4), AmendmentId("a"), "no move at night")
    first = workshop.amendments[AmendmentId("a")]
    assert (first.sequence, first.after_round, first.item, first.change, first.answers) == (
        (1, 1, "", "no move at night", ())
    )
    workshop = add_amendment(
        ask_again(workshop), AmendmentId("b"), "more time", item="r1", answers=(P1, P2)
    )
    second = workshop.amendments[AmendmentId("b")]
    assert (second.sequence, second.after_round, second.item, second.change, second.answers) == (
        (2, 2, "r1", "more time", (P1, P2))
    )


def test_a_decision_that_is_taken_back_leaves_nothing() -> None:
    workshop = replace(
        a_room(), progress=replace(a_room().progress, owner_decided=True, owner_reason="time")
    )
    back = take_back_owner(workshop).progress
    assert (back.owner_decided, back.owner_reason) == (False, "")


def test_a_stance_can_change() -> None:
    workshop = set_stance(set_stance(a_room(), P1, 5), P1, 2)
    held = stance_of(workshop, P1)
    assert held is not None
    assert held.level == 2


def three(mode: InputMode = InputMode.PASS) -> Workshop:
    return a_workshop(*(a_participant(f"p{n}") for n in (1, 2, 3)), input_signoff=mode)


def test_what_is_sealed_goes_in_with_its_words_and_only_once() -> None:
    who = ParticipantId("p1")
    sealed = seal_stance(three(), who, 1, comment="harm", item="r1", acceptable_if="less")
    held = stance_of(sealed, who)
    assert held is not None
    assert (held.level, held.comment, held.item, held.acceptable_if) == (1, "harm", "r1", "less")
    with pytest.raises(SealedError):
        seal_stance(sealed, who, 5)
    with pytest.raises(MissingError):
        seal_stance(sealed, ParticipantId("p9"), 5)
    assert stance_of(seal_stance(ask_again(sealed), who, 5), who) is not None


def test_answers_are_sealed_only_while_the_laptop_goes_round() -> None:
    workshop = three()
    assert not is_sealed(workshop)
    for number in (1, 2):
        workshop = seal_stance(workshop, ParticipantId(f"p{number}"), 4)
        assert is_sealed(workshop)
        assert without_sealed(workshop).stances == {}
    again = ask_again(workshop)
    assert without_sealed(seal_stance(again, ParticipantId("p1"), 1)).stances == again.stances
    whole = seal_stance(workshop, ParticipantId("p3"), 4)
    assert not is_sealed(whole)
    assert without_sealed(whole) is whole
    assert not is_sealed(set_stance(three(InputMode.CARDS), ParticipantId("p1"), 4))


def test_whoever_has_not_answered_is_asked_later() -> None:
    with pytest.raises(NobodyAskedError):
        rest_later(three())
    counted = rest_later(seal_stance(three(), ParticipantId("p2"), 5))
    assert [each.present for each in counted.participants.values()] == [False, True, False]
    assert sign_off(counted).later == ("p1", "p3")
    assert sign_off(counted).result is SignOffResult.ADOPTED
