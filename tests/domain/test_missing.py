from dataclasses import replace
from datetime import date
from typing import Any

from deskrisk.domain.missing import Lack, Missing, missing
from deskrisk.domain.model.brief import DecisionRule, OrderMethod, Stage
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId, MoveId, ObjectiveId, ParticipantId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import OrderMove
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.parts import put
from deskrisk.services.samples import sample
from tests.builders import a_fear, a_participant, a_risk, a_score, a_workshop, an_objective

R1 = RiskId("r1")


def lacks(workshop: Workshop) -> list[Lack]:
    return [each.lack for each in missing(workshop)]


def a_room(*parts: Part, **fields: Any) -> Workshop:
    """Everything up to the risks is there."""
    frame: tuple[Part, ...] = (
        *(a_participant(f"p{n}") for n in (1, 2)),
        *(an_objective(f"o{n}") for n in (1, 2)),
    )
    return a_workshop(*frame, *parts, **{"purpose": "We agree what to do", **fields})


def a_whole_risk(id_: str = "r1") -> Risk:
    return a_risk(id_, objectives=(ObjectiveId("o1"),))


def test_a_workshop_that_has_just_begun() -> None:
    assert lacks(a_workshop()) == [
        Lack.PURPOSE,
        Lack.AIMS,
        Lack.PEOPLE,
        Lack.FEARS,
        Lack.RISKS,
    ]


def test_the_frame_needs_a_last_day_and_somebody_who_decides() -> None:
    fields = {"horizon": date(2025, 3, 11), "decision_rule": DecisionRule.OWNER_AFTER_ADVICE}
    assert lacks(a_room(a_fear("f1", disposition=Disposition.PARKED), **fields)) == [
        Lack.HORIZON,
        Lack.DECISION_OWNER,
        Lack.RISKS,
    ]


def test_fears_without_a_place_are_counted_in_one_line() -> None:
    workshop = a_room(a_fear("f1"), a_fear("f2"), a_fear("f3", disposition=Disposition.PARKED))
    assert missing(workshop)[0] == Missing(
        stage=Stage.RECAST, lack=Lack.FEAR_PLACE, fear=FearId("f1"), count=2
    )


def test_a_sentence_needs_all_its_parts() -> None:
    bare = a_risk("r1", cause=" ", event="", consequence="", category=None, red_line=True)
    assert lacks(a_room(bare))[:6] == [
        Lack.CAUSE,
        Lack.EVENT,
        Lack.CONSEQUENCE,
        Lack.AIM,
        Lack.KIND,
        Lack.RED_LINE_REASON,
    ]


def test_answers_then_the_order() -> None:
    workshop = a_room(a_whole_risk(), a_score("p1", "r1", 2, 2))
    assert [(each.lack, each.count) for each in missing(workshop)[:2]] == [
        (Lack.ANSWERS, 1),
        (Lack.ORDER, 0),
    ]


def test_a_late_risk_waits_for_answers() -> None:
    workshop = a_room(
        *(a_whole_risk(f"r{n}") for n in (1, 2)),
        *(a_score(f"p{n}", "r1", 2, 2) for n in (1, 2)),
    )
    closed = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    late = [each.risk for each in missing(closed) if each.lack is Lack.LATE_ANSWERS]
    assert late == ["r2"]


def test_who_is_far_apart_talks_until_the_order_holds() -> None:
    people = [a_participant(f"p{n}") for n in range(3, 7)]
    ends = [(f"p{n}", level) for n, level in zip(range(1, 7), (1, 1, 1, 5, 5, 5), strict=True)]
    workshop = a_room(
        *people, a_whole_risk(), *(a_score(who, "r1", level, level) for who, level in ends)
    )
    closed = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    assert Lack.TALK in lacks(closed)
    held = replace(closed, progress=replace(closed.progress, order_confirmed=True))
    assert Lack.TALK not in lacks(held)
    assert Lack.ORDER not in lacks(held)


def test_a_move_across_a_tier_needs_a_reason() -> None:
    move = OrderMove(
        id=MoveId("v1"),
        sequence=1,
        risk=R1,
        from_position=2,
        to_position=1,
        crosses_tier=True,
    )
    workshop = a_room(a_whole_risk(), move)
    assert Lack.MOVE_REASON in lacks(workshop)
    assert Lack.MOVE_REASON not in lacks(put(workshop, replace(move, reason="a red line")))


def test_ballots_count_where_only_they_do() -> None:
    workshop = a_room(a_whole_risk(), order_method=OrderMethod.BALLOT_ONLY)
    assert next((each.lack, each.count) for each in missing(workshop)) == (Lack.BALLOTS, 2)


def test_every_risk_needs_an_answer_first_those_above_the_line() -> None:
    workshop = a_room(*(a_whole_risk(f"r{n}") for n in (1, 2)), focus_count=1)
    found = [each for each in missing(workshop) if each.lack is Lack.RESPONSE]
    assert [each.risk for each in found] == ["r1", "r2"]


def test_once_somebody_is_asked_all_are() -> None:
    objected = Stance(round=1, participant=ParticipantId("p1"), level=1, comment="No", item="r1")
    found = missing(a_room(a_whole_risk(), objected))
    assert [(e.lack, e.person, e.field) for e in found if e.stage is Stage.AGREE] == [
        (Lack.STANCE, "p2", ""),
        (Lack.STANCE_WORDS, "p1", "acceptable_if"),
    ]
    agreed = Stance(round=1, participant=ParticipantId("p2"), level=5)
    both = missing(a_room(a_whole_risk(), replace(objected, acceptable_if="later"), agreed))
    assert [(e.lack, e.person) for e in both if e.stage is Stage.AGREE] == [(Lack.OBJECTION, "p1")]


def test_the_sample_misses_nothing_and_the_ward_three_things() -> None:
    assert missing(sample()) == ()
    ward = [(each.lack, each.risk or each.person) for each in missing(sample("hospital-ward"))]
    assert ward == [(Lack.AIM, "k11"), (Lack.LATE_ANSWERS, "k12"), (Lack.STANCE, "h12")]


def test_an_open_round_tells_how_many_answers_are_to_come_and_nothing_else() -> None:
    risks = [a_whole_risk(f"r{n}") for n in (1, 2)]
    quiet = a_room(*risks, a_score("p1", "r1", 1, 1), focus_count=1)
    loud = a_room(*risks, a_score("p1", "r2", 5, 5), focus_count=1)
    assert missing(quiet) == missing(loud)
    assert [each.count for each in missing(quiet) if each.lack is Lack.ANSWERS] == [3]
    first = [each.risk for each in missing(loud) if each.lack is Lack.RESPONSE]
    assert first == ["r1", "r2"]
    closed = replace(loud, progress=replace(loud.progress, round_closed=1))
    assert [each.risk for each in missing(closed) if each.lack is Lack.RESPONSE] == ["r2", "r1"]


def test_a_late_risk_is_missing_until_its_round_is_closed() -> None:
    workshop = a_room(*(a_whole_risk(f"r{n}") for n in (1, 2)), a_score("p1", "r1", 2, 2))
    closed = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    answered = put(closed, a_score("p1", "r2", 3, 3, round=2))
    done = replace(answered, progress=replace(answered.progress, round_closed=2))
    late = [Lack.LATE_ANSWERS in lacks(each) for each in (closed, answered, done)]
    assert late == [True, True, False]
