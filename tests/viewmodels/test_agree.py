from dataclasses import replace
from datetime import date

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.model.brief import DecisionRule, InputMode, Stage
from deskrisk.domain.model.ids import AmendmentId, ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, Response
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.publishing import published
from deskrisk.domain.stages import conditions
from deskrisk.domain.stances import add_amendment, ask_again, edit_stance, owner_decides, set_stance
from deskrisk.services.samples import sample
from deskrisk.viewmodels.agree import agree_view
from deskrisk.viewmodels.places import Place
from tests.builders import a_participant, a_risk, a_workshop

P1, P2, P3 = ParticipantId("p1"), ParticipantId("p2"), ParticipantId("p3")


def a_room(rule: DecisionRule = DecisionRule.CONSENT) -> Workshop:
    people = (a_participant("p1"), a_participant("p2"), a_participant("p3", present=False))
    return a_workshop(*people, a_risk("r1"), decision_rule=rule)


def say(workshop: Workshop, first: int, second: int) -> Workshop:
    return set_stance(set_stance(workshop, P1, first), P2, second)


def test_those_who_are_not_here_come_last_and_are_asked_later() -> None:
    rows = agree_view(a_room()).rows
    assert [(row.name, row.later) for row in rows] == [
        ("Person p1", False),
        ("Person p2", False),
        ("Person p3", True),
    ]
    assert rows[2].words == "asked later"
    late = agree_view(set_stance(a_room(), P3, 4))
    assert late.rows[2].words == "asked later: I support it"
    assert late.answered == "1 of 3"


def test_while_the_laptop_goes_round_nobody_sees_who_said_what() -> None:
    going = replace(a_room(), brief=replace(a_room().brief, input_signoff=InputMode.PASS))
    view = agree_view(set_stance(going, P1, 1))
    assert (view.sealed, view.rows, view.turnout) == (True, (), "1 of 2 are in")
    assert view.result == "Answers are coming in"
    assert not view.can_ask_again
    assert not view.asks_amendment
    assert view.objectors == ()
    assert not published(set_stance(going, P1, 1), DocumentOptions()).stances
    assert len(published(say(going, 1, 5), DocumentOptions()).stances) == 2
    whole = agree_view(say(going, 1, 5))
    assert not whole.sealed
    assert [row.level for row in whole.rows] == [1, 5, None]


def test_words_can_be_about_an_aim_or_a_risk() -> None:
    view = agree_view(a_room())
    assert view.items == (("r1", "Risk r1", "operational"),)
    about = edit_stance(set_stance(a_room(), P1, 1), P1, item="r1")
    assert agree_view(about).rows[0].place
    assert not agree_view(edit_stance(about, P1, item="the tea")).rows[0].place


def test_all_levels_look_alike_but_a_reservation_and_an_objection() -> None:
    tones = {}
    for level in (5, 4, 3, 2, 1):
        row = agree_view(set_stance(a_room(), P1, level)).rows[0]
        tones[level] = (row.tone, row.asks)
    assert tones == {
        5: ("ink_soft", ()),
        4: ("ink_soft", ()),
        3: ("care", ("comment", "item")),
        2: ("ink_soft", ()),
        1: ("alarm", ("comment", "item", "acceptable_if")),
    }


def test_words_stay_seen_at_any_level_and_what_is_missing_is_asked_in_turn() -> None:
    workshop = set_stance(a_room(), P1, 1)
    asked = []
    for field in ("comment", "item", "acceptable_if"):
        asked.append(agree_view(workshop).rows[0].missing)
        workshop = edit_stance(workshop, P1, **{field: "words"})
    assert len(set(asked)) == 3
    assert agree_view(workshop).rows[0].missing == ""
    kept = agree_view(set_stance(workshop, P1, 5)).rows[0]
    assert kept.asks == ("comment", "item", "acceptable_if")


def test_the_result_is_said_in_words() -> None:
    cases = {
        (4, 5): ("Adopted", "ink", True),
        (3, 3): ("Adopted, with two reservations", "ink", True),
        (1, 5): ("One objection is open", "alarm", False),
    }
    for levels, wanted in cases.items():
        view = agree_view(say(a_room(), *levels))
        assert (view.result, view.result_tone, view.adopted) == wanted
    assert agree_view(a_room()).result == "Nobody has been asked yet"
    one = agree_view(set_stance(a_room(), P1, 5))
    assert one.result == "One has answered, it takes two"
    assert agree_view(set_stance(a_room(), P1, 5)).answered == "1 of 2"
    majority = say(a_room(DecisionRule.MAJORITY_TWO_THIRDS), 1, 1)
    assert agree_view(majority).result_tone == "alarm"


def test_the_owner_is_asked_only_where_the_rule_says_so() -> None:
    workshop = say(a_room(DecisionRule.OWNER_AFTER_ADVICE), 1, 5)
    view = agree_view(workshop)
    assert (view.owner_may_decide, view.owner_decided, view.adopted) == (True, False, False)
    decided = agree_view(owner_decides(workshop, "go"))
    assert (decided.owner_decided, decided.owner_reason, decided.adopted) == (True, "go", True)
    assert not agree_view(say(a_room(), 1, 5)).owner_may_decide


def test_a_further_round_is_named() -> None:
    view = agree_view(ask_again(say(a_room(), 1, 5)))
    assert (view.round_note, view.can_ask_again) == ("round 2", False)
    assert [row.level for row in view.rows] == [None, None, None]


def test_a_change_says_after_which_round_and_whom_it_answers() -> None:
    assert not agree_view(say(a_room(), 4, 5)).asks_amendment
    objected = say(a_room(), 1, 5)
    view = agree_view(objected)
    assert (view.asks_amendment, view.objectors) == (True, (P1,))
    first = add_amendment(objected, AmendmentId("a"), "One per cent first", answers=(P1,))
    second = add_amendment(ask_again(first), AmendmentId("b"), "Look again in May")
    rows = agree_view(second).amendments
    assert [(row.change, row.note) for row in rows] == [
        ("One per cent first", "after round 1, for Person p1"),
        ("Look again in May", "after round 2"),
    ]


def test_each_gap_leads_to_where_it_is_mended() -> None:
    gaps = agree_view(a_room()).gaps
    assert [(gap.text, gap.met, gap.place) for gap in gaps] == [
        ("The order is not confirmed yet", False, Place(stage=Stage.RANK)),
        ("Prepare: two things", False, Place(stage=Stage.PREPARE, field="purpose_field")),
        ("Rank: one thing", False, Place(stage=Stage.RANK)),
        ("Risk r1: a decision", False, at_risk("r1", "decision_field")),
    ]


def at_risk(risk: str, field: str) -> Place:
    return Place(stage=Stage.RESPOND, thing=risk, field=field)


def test_risks_below_the_line_are_counted_in_one_line_until_they_are_decided() -> None:
    workshop = a_workshop(*(a_risk(f"r{n}") for n in (1, 2, 3)), focus_count=1)
    last = agree_view(workshop).gaps[-1]
    assert last.text == "2 risks below the line: watch or accept?"
    assert last.place == at_risk("r2", "decision_field")
    watched = Response(risk=RiskId("r3"), decision=Decision.WATCH, reason="small", owner=P1)
    after = agree_view(put(workshop, a_participant("p1"), watched)).gaps[-1]
    assert after.text == "Risk r3: the first sign, when to look again"
    assert after.place == at_risk("r3", "trigger_field")


def test_the_sample_is_adopted_and_its_owners_hold_much() -> None:
    workshop = sample()
    view = agree_view(workshop)
    assert (view.result, view.answered) == ("Adopted, with one reservation", "8 of 8")
    assert [gap.text for gap in view.gaps if not gap.met] == [
        "Noor Castell holds three promises",
        "Priya Dahl holds three promises",
    ]
    later = replace(workshop.progress, adjourned_to=date(2025, 3, 18))
    assert "Adjourned" in agree_view(replace(workshop, progress=later)).gaps[-1].text


def test_no_tick_tells_a_sealed_answer() -> None:
    people = [a_participant(f"p{n}") for n in (1, 2, 3)]
    going = a_workshop(*people, a_risk("r1"), input_signoff=InputMode.PASS)
    for second in (1, 5):
        settled = conditions(say(going, 5, second), Stage.AGREE)[1]
        assert not settled.met
    assert conditions(set_stance(say(going, 5, 5), P3, 4), Stage.AGREE)[1].met
