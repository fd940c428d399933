from dataclasses import replace
from datetime import date

from deskrisk.domain.due import DueItem, DueKind
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.responses import MitigationStatus, Response
from deskrisk.domain.model.reviews import Review
from deskrisk.domain.model.risks import COST
from deskrisk.domain.parts import put
from deskrisk.domain.stages import stage_reached
from deskrisk.domain.summary import Summary, summary_of
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_score, a_workshop

HELD = date(2025, 3, 11)


def test_a_workshop_with_nothing_in_it_is_being_prepared_for_its_day() -> None:
    meeting = DueItem(day=HELD, kind=DueKind.MEETING)
    wanted = Summary(stage=Stage.PREPARE, next_date=HELD, due=(meeting,))
    assert summary_of(a_workshop()) == wanted


def test_the_stage_is_the_one_that_the_rail_shows() -> None:
    workshop = a_workshop(a_participant("p1"), a_fear(), a_risk("r1"))
    for part in (a_score("p1", "r1", 3, 3), Response(risk=RiskId("r1"))):
        workshop = put(workshop, part)
        assert summary_of(workshop).stage is stage_reached(workshop)
    assert summary_of(workshop).stage is Stage.RESPOND


def test_the_first_risk_is_the_first_in_the_order_that_holds() -> None:
    workshop = a_workshop(
        a_participant("p1"),
        a_risk("r1"),
        a_risk("r2"),
        a_score("p1", "r1", 1, 1),
        a_score("p1", "r2", 5, 5),
    )
    assert summary_of(workshop).first_risk == "Risk r1"  # nobody is to know before all are shown
    workshop = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    assert summary_of(workshop).first_risk == "Risk r2"
    agreed = replace(workshop.progress, agreed_order=(RiskId("r1"), RiskId("r2")))
    assert summary_of(replace(workshop, progress=agreed)).first_risk == "Risk r1"


def test_a_risk_without_a_title_is_named_by_what_may_happen() -> None:
    assert summary_of(a_workshop(a_risk(title="", event="it breaks"))).first_risk == "it breaks"


def test_a_promise_counts_until_it_is_dropped_and_is_kept_when_verified() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_mitigation("m1", "r1", status=MitigationStatus.VERIFIED, due=date(2025, 3, 20)),
        a_mitigation("m2", "r1", status=MitigationStatus.DONE_UNVERIFIED, due=date(2025, 4, 2)),
        a_mitigation("m3", "r1", status=MitigationStatus.DROPPED, due=date(2025, 3, 21)),
    )
    found = summary_of(workshop)
    assert (found.promises_kept, found.promises) == (1, 2)
    assert found.next_date == date(2025, 4, 2)


def test_the_next_date_is_the_next_look_after_the_last_review() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        Response(risk=RiskId("r1"), review_date=date(2025, 4, 20)),
        Response(risk=RiskId("r2"), review_date=date(2025, 5, 20)),
    )
    assert summary_of(workshop).next_date == date(2025, 4, 20)
    looked = put(workshop, Review(id=ReviewId("one"), held_on=date(2025, 4, 20)))
    assert summary_of(looked).next_date == date(2025, 4, 22)  # six weeks after the meeting
    again = put(looked, Review(id=ReviewId("two"), held_on=date(2025, 5, 1)))
    assert summary_of(again).next_date == date(2025, 5, 20)
    last = put(again, Review(id=ReviewId("end"), held_on=date(2025, 7, 1)))
    assert summary_of(last).next_date is None


def test_the_kind_of_the_first_risk_is_told() -> None:
    assert summary_of(a_workshop()).first_risk_category is None
    assert summary_of(a_workshop(a_risk(category=COST))).first_risk_category == COST


def test_a_promise_is_kept_only_when_it_is_verified() -> None:
    kept = (a_mitigation(f"m{n}", "r1", status=MitigationStatus.VERIFIED) for n in (1, 2, 3))
    workshop = a_workshop(a_risk("r1"), *kept, a_mitigation("m4", "r1"))
    found = summary_of(workshop)
    assert (found.promises_kept, found.promises) == (3, 4)
