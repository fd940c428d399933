from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from deskrisk.domain.model.brief import DecisionRule, OrderMethod, Preset, Stage
from deskrisk.domain.model.fears import Cluster, Disposition
from deskrisk.domain.model.ids import (
    CategoryId,
    ClusterId,
    NoteId,
    ParticipantId,
    ReviewId,
    RiskId,
)
from deskrisk.domain.model.responses import (
    Decision,
    Mitigation,
    MitigationStatus,
    Response,
    Signal,
)
from deskrisk.domain.model.reviews import Review, ReviewEntry
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Risk
from deskrisk.domain.model.scores import Ballot, BallotScope, DiscussionNote
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import with_order
from deskrisk.domain.parts import edit, put
from deskrisk.domain.stages import STAGES, Condition, conditions, stage_done, stage_reached
from deskrisk.services.samples import sample, sample_names
from tests.builders import (
    a_brief,
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)

R1 = RiskId("r1")
PILE = Cluster(id=ClusterId("c1"), position=0, name="Speed")


def one(workshop: Workshop, stage: Stage, key: str) -> Condition:
    return next(each for each in conditions(workshop, stage) if each.key == key)


def counts(workshop: Workshop, stage: Stage, key: str) -> tuple[bool, int | None, int | None]:
    found = one(workshop, stage, key)
    return found.met, found.done, found.wanted


def prepared(**fields: Any) -> Workshop:
    return a_workshop(
        a_participant("p1"),
        a_participant("p2"),
        an_objective("o1"),
        an_objective("o2"),
        **fields,
    )


def recast() -> Workshop:
    fear = a_fear("f1", cluster=PILE.id, disposition=Disposition.RECAST)
    other = a_fear("f2", cluster=PILE.id, disposition=Disposition.ACKNOWLEDGED)
    aim = an_objective("o1")
    risk = a_risk("r1", fears=(fear.id,), objectives=(aim.id,))
    workshop = put(prepared(), PILE, fear, other, risk)
    rest = tuple(each for each in FIXED_CATEGORIES if each != risk.category)
    return replace(workshop, progress=replace(workshop.progress, looked_at=rest))


def ranked() -> Workshop:
    workshop = put(recast(), a_score("p1", "r1", 3, 4), a_score("p2", "r1", 3, 4))
    return with_order(workshop, (R1,), confirmed=True)


def responded() -> Workshop:
    response = Response(
        risk=R1,
        decision=Decision.MITIGATE,
        owner=ParticipantId("p1"),
        trigger="two wrong fields in a day",
        fallback="switch it off within the hour",
        residual_likelihood=1,
        residual_impact=3,
        review_date=date(2025, 4, 1),
    )
    promise = a_mitigation(
        "m1",
        "r1",
        owner=ParticipantId("p2"),
        due=date(2025, 4, 1),
        signal=Signal(statement="no wrong field in a week"),
    )
    return put(ranked(), response, promise)


def signed() -> Workshop:
    yes = [Stance(round=1, participant=ParticipantId(who), level=4) for who in ("p1", "p2")]
    return put(responded(), *yes)


def reviewed() -> Workshop:
    review = Review(id=ReviewId("v1"), held_on=date(2025, 4, 8))
    entry = ReviewEntry(review=review.id, risk=R1, reading="none in a week")
    workshop = put(signed(), review, entry)
    return edit(workshop, Mitigation, "m1", status=MitigationStatus.VERIFIED)


WALK = (prepared, recast, recast, ranked, responded, signed, reviewed)


@pytest.mark.parametrize(("stage", "made"), list(zip(STAGES, WALK, strict=True)))
def test_each_stage_of_a_whole_walk_is_done(stage: Stage, made: Callable[[], Workshop]) -> None:
    workshop = made()
    assert [each for each in conditions(workshop, stage) if not each.met] == []
    assert stage_done(workshop, stage)


@pytest.mark.parametrize("stage", STAGES)
def test_an_empty_workshop_has_no_stage_done(stage: Stage) -> None:
    assert not stage_done(a_workshop(), stage)


def test_the_stage_reached_moves_on_when_a_stage_is_done() -> None:
    assert stage_reached(a_workshop()) is Stage.PREPARE
    assert stage_reached(prepared()) is Stage.NAME
    assert stage_reached(put(prepared(), a_fear("f1"))) is Stage.NAME
    assert stage_reached(recast()) is Stage.RANK
    assert stage_reached(put(recast(), a_score("p1", "r1", 3, 4))) is Stage.RANK
    assert stage_reached(ranked()) is Stage.RESPOND
    assert stage_reached(responded()) is Stage.AGREE
    assert stage_reached(signed()) is Stage.FOLLOW_UP
    assert stage_reached(reviewed()) is Stage.FOLLOW_UP


def test_a_later_stage_counts_although_an_earlier_one_is_open() -> None:
    assert stage_reached(a_workshop(a_risk("r1"))) is Stage.RECAST


def test_prepare_counts_people_and_aims() -> None:
    workshop = a_workshop(a_participant("p1"))
    assert counts(workshop, Stage.PREPARE, "people.enough") == (False, 1, 2)
    assert counts(workshop, Stage.PREPARE, "aims.enough") == (False, 0, 2)


def test_prepare_needs_a_horizon_after_the_meeting() -> None:
    day = date(2025, 3, 11)
    assert not one(prepared(held_on=day, horizon=day), Stage.PREPARE, "horizon.set").met


def test_a_rule_with_an_owner_needs_the_owner() -> None:
    workshop = prepared(decision_rule=DecisionRule.OWNER_AFTER_ADVICE)
    assert not one(workshop, Stage.PREPARE, "rule.set").met
    owned = a_brief(
        decision_rule=DecisionRule.OWNER_AFTER_ADVICE, decision_owner=ParticipantId("p1")
    )
    assert one(replace(workshop, brief=owned), Stage.PREPARE, "rule.set").met


def test_naming_wants_one_fear_for_each_person_present() -> None:
    workshop = put(prepared(), a_participant("p3", present=False), a_fear("f1"))
    assert counts(workshop, Stage.NAME, "fears.named") == (False, 1, 2)
    assert counts(put(workshop, a_fear("f2")), Stage.NAME, "fears.named") == (True, 2, 2)


def test_a_fear_held_back_counts_as_named_but_needs_no_pile() -> None:
    workshop = put(prepared(), PILE, a_fear("f1", held_back=True), a_fear("f2", cluster=PILE.id))
    assert one(workshop, Stage.NAME, "fears.named").met
    assert counts(workshop, Stage.NAME, "fears.piled") == (True, 1, 1)


def test_a_fear_without_a_place_keeps_recasting_open() -> None:
    workshop = put(recast(), a_fear("f3"))
    assert counts(workshop, Stage.RECAST, "fears.placed") == (False, 2, 3)


@pytest.mark.parametrize("field", ["cause", "event", "consequence"])
def test_a_risk_without_one_of_its_parts_is_not_whole(field: str) -> None:
    workshop = edit(recast(), Risk, "r1", **{field: "  "})
    assert counts(workshop, Stage.RECAST, "risks.whole") == (False, 0, 1)


def test_a_risk_without_an_aim_is_not_whole() -> None:
    workshop = edit(recast(), Risk, "r1", objectives=())
    assert not one(workshop, Stage.RECAST, "risks.whole").met


def test_an_empty_kind_asks_until_somebody_looked() -> None:
    workshop = recast()
    workshop = replace(workshop, progress=replace(workshop.progress, looked_at=()))
    assert counts(workshop, Stage.RECAST, "categories.looked") == (False, 1, 4)
    looked = (CategoryId("cost"), CategoryId("delivery"))
    workshop = replace(workshop, progress=replace(workshop.progress, looked_at=looked))
    assert counts(workshop, Stage.RECAST, "categories.looked") == (False, 3, 4)


@pytest.mark.parametrize(
    ("preset", "limit"), [(Preset.EXPRESS_60, 8), (Preset.STANDARD_120, 15), (Preset.DEEP_2X90, 20)]
)
def test_more_risks_than_the_hard_limit_are_too_many(preset: Preset, limit: int) -> None:
    risks = [a_risk(f"r{number}") for number in range(1, limit + 1)]
    workshop = a_workshop(*risks, preset=preset)
    assert one(workshop, Stage.RECAST, "risks.few").met
    more = put(workshop, a_risk(f"r{limit + 1}"))
    assert counts(more, Stage.RECAST, "risks.few") == (False, limit + 1, limit)


def test_scores_are_counted_by_person_and_risk() -> None:
    workshop = put(recast(), a_risk("r2"), a_score("p1", "r1", 3, 4))
    workshop = put(workshop, a_score("p2", "r1", 3, None))
    assert counts(workshop, Stage.RANK, "scores.in") == (False, 1, 4)


def test_a_closed_round_is_enough() -> None:
    workshop = put(recast(), a_score("p1", "r1", 3, 4))
    workshop = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    assert counts(workshop, Stage.RANK, "scores.in") == (True, 1, 2)


def test_a_split_wants_to_be_talked_about() -> None:
    people = [a_participant(f"p{number}") for number in range(1, 7)]
    scores = [a_score(f"p{number}", "r1", 1 if number < 4 else 5, 3) for number in range(1, 7)]
    before = put(recast(), *people, *scores)
    assert counts(before, Stage.RANK, "talks.held") == (False, 0, 0)
    workshop = replace(before, progress=replace(before.progress, round_closed=1))
    assert counts(workshop, Stage.RANK, "talks.held") == (False, 0, 1)
    note = DiscussionNote(id=NoteId("n1"), position=0, round=1, risk=R1, text="two data sets")
    assert counts(put(workshop, note), Stage.RANK, "talks.held") == (True, 1, 1)
    over = replace(workshop, progress=replace(workshop.progress, round_closed=2))
    assert one(over, Stage.RANK, "talks.held").met


def test_a_ballot_alone_asks_for_ballots_and_not_for_scores() -> None:
    brief = a_brief(order_method=OrderMethod.BALLOT_ONLY)
    workshop = replace(recast(), brief=brief)
    first = Ballot(participant=ParticipantId("p1"), scope=BallotScope.ALL, ranking=((R1,),))
    assert counts(put(workshop, first), Stage.RANK, "ballots.in") == (False, 1, 2)
    keys = [each.key for each in conditions(workshop, Stage.RANK)]
    assert keys == ["ballots.in", "order.agreed"]


def test_an_order_is_agreed_when_it_is_confirmed() -> None:
    workshop = with_order(ranked(), (R1,), confirmed=False)
    assert not one(workshop, Stage.RANK, "order.agreed").met


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("owner", "responses.owned"),
        ("trigger", "responses.signs"),
        ("fallback", "responses.signs"),
        ("residual_likelihood", "responses.proofs"),
    ],
)
def test_a_response_without_one_thing_is_not_finished(field: str, key: str) -> None:
    empty = "" if field in {"trigger", "fallback"} else None
    workshop = edit(responded(), Response, "r1", **{field: empty})
    assert counts(workshop, Stage.RESPOND, key) == (False, 0, 1)
    assert one(workshop, Stage.RESPOND, "responses.decided").met


def test_a_promise_without_a_signal_proves_nothing() -> None:
    workshop = edit(responded(), Mitigation, "m1", signal=None)
    assert not one(workshop, Stage.RESPOND, "responses.proofs").met


def test_the_others_need_a_decision_too() -> None:
    workshop = replace(put(responded(), a_risk("r2")), brief=a_brief(focus_count=1))
    assert counts(workshop, Stage.RESPOND, "others.decided") == (False, 0, 1)
    watched = put(workshop, Response(risk=RiskId("r2"), decision=Decision.WATCH))
    assert one(watched, Stage.RESPOND, "others.decided").met


def test_an_objection_keeps_the_agreement_open_unless_it_is_adjourned() -> None:
    no = Stance(round=1, participant=ParticipantId("p2"), level=1)
    workshop = put(signed(), no)
    assert not one(workshop, Stage.AGREE, "signoff.settled").met
    assert one(workshop, Stage.AGREE, "stances.in").met
    progress = replace(workshop.progress, adjourned_to=date(2025, 4, 1))
    assert one(replace(workshop, progress=progress), Stage.AGREE, "signoff.settled").met


@pytest.mark.parametrize(
    ("status", "open_"),
    [
        (MitigationStatus.PLANNED, True),
        (MitigationStatus.IN_PROGRESS, True),
        (MitigationStatus.BLOCKED, True),
        (MitigationStatus.DONE_UNVERIFIED, False),
        (MitigationStatus.VERIFIED, False),
        (MitigationStatus.DROPPED, False),
    ],
)
def test_a_promise_past_its_day_keeps_the_follow_up_open(
    status: MitigationStatus, *, open_: bool
) -> None:
    late = edit(reviewed(), Mitigation, "m1", status=status)
    assert one(late, Stage.FOLLOW_UP, "promises.settled").met is not open_
    in_time = edit(late, Mitigation, "m1", due=date(2025, 4, 8))
    assert one(in_time, Stage.FOLLOW_UP, "promises.settled").met


@pytest.mark.parametrize("name", sample_names())
def test_the_samples_have_come_to_the_follow_up(name: str) -> None:
    assert stage_reached(sample(name)) is Stage.FOLLOW_UP


def test_the_sample_has_finished_everything_before() -> None:
    workshop = sample("question-suggestions")
    assert all(stage_done(workshop, stage) for stage in STAGES[:-1])


def test_a_review_wants_an_entry_for_each_risk_that_must_have_a_response() -> None:
    review = Review(id=ReviewId("v1"), held_on=date(2025, 4, 8))
    workshop = put(signed(), review)
    assert counts(workshop, Stage.FOLLOW_UP, "reviews.entries") == (False, 0, 1)
