from dataclasses import replace
from datetime import date

import pytest

from deskrisk.domain.due import DueKind
from deskrisk.domain.due_dates import due_items
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.responses import Decision, MitigationStatus, Response
from deskrisk.domain.model.reviews import Review
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop

DAY = date(2025, 4, 2)


def kinds(workshop: Workshop, stage: Stage = Stage.RESPOND) -> list[DueKind]:
    return [each.kind for each in due_items(workshop, stage)]


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (MitigationStatus.PLANNED, [DueKind.PROMISE]),
        (MitigationStatus.BLOCKED, [DueKind.PROMISE]),
        (MitigationStatus.DONE_UNVERIFIED, [DueKind.UNPROVEN]),
        (MitigationStatus.VERIFIED, []),
        (MitigationStatus.DROPPED, []),
    ],
)
def test_a_promise_is_due_until_it_is_settled(
    status: MitigationStatus, found: list[DueKind]
) -> None:
    promise = a_mitigation("m1", "r1", due=DAY, status=status, owner="p1")
    workshop = a_workshop(a_participant("p1", name="Ana"), a_risk("r1"), promise)
    assert kinds(workshop) == found
    for item in due_items(workshop, Stage.RESPOND):
        assert (item.day, item.subject, item.who) == (DAY, "m1", "Ana")


def test_a_risk_is_due_until_a_review_has_looked() -> None:
    accepted = Response(risk=RiskId("r1"), decision=Decision.ACCEPT, review_date=DAY)
    watched = Response(risk=RiskId("r2"), decision=Decision.WATCH, review_date=DAY)
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), accepted, watched)
    assert kinds(workshop) == [DueKind.ACCEPTED, DueKind.RISK]
    looked = put(workshop, Review(id=ReviewId("v1"), held_on=DAY))
    assert kinds(looked) == []


def test_an_agreement_is_looked_at_again_on_its_own_day_or_on_the_usual_ones() -> None:
    workshop = a_workshop(a_risk("r1"))
    (usual,) = due_items(workshop, Stage.FOLLOW_UP)
    assert (usual.kind, usual.day) == (DueKind.REVIEW, date(2025, 3, 25))
    chosen = replace(workshop, progress=replace(workshop.progress, next_review=DAY))
    assert [each.day for each in due_items(chosen, Stage.FOLLOW_UP)] == [DAY]
    looked = put(chosen, Review(id=ReviewId("v1"), held_on=DAY))
    assert all(each.day > DAY for each in due_items(looked, Stage.FOLLOW_UP))
    assert kinds(workshop) == []


def test_a_meeting_to_come_and_one_that_was_put_off_are_due() -> None:
    workshop = a_workshop()
    assert kinds(workshop, Stage.PREPARE) == [DueKind.MEETING]
    off = replace(workshop, progress=replace(workshop.progress, adjourned_to=DAY))
    assert kinds(off, Stage.AGREE) == [DueKind.ADJOURNED]


def test_the_earliest_comes_first() -> None:
    promises = [a_mitigation(f"m{n}", "r1", due=date(2025, 5, 9 - n)) for n in range(1, 4)]
    workshop = a_workshop(a_risk("r1"), *promises)
    assert [each.subject for each in due_items(workshop, Stage.RESPOND)] == ["m3", "m2", "m1"]
