"""What was agreed differently: told by thing, in the order of the document."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, MitigationStatus, Response
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put, removed
from deskrisk.domain.versions import ChangeKind, Subject, VersionChange, changes_between
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_workshop,
    an_objective,
)


def the_agreement() -> Workshop:
    risks = [a_risk(f"r{n}") for n in (1, 2, 3, 4)]
    workshop = a_workshop(
        *risks,
        a_participant("p1"),
        a_participant("p2"),
        an_objective("o1"),
        a_mitigation("m1", "r1", owner=ParticipantId("p1"), due=date(2025, 4, 1)),
        Response(risk=RiskId("r1"), decision=Decision.MITIGATE),
    )
    order = tuple(RiskId(f"r{n}") for n in (1, 2, 3, 4))
    return replace(workshop, progress=replace(workshop.progress, agreed_order=order))


def ordered(workshop: Workshop, *risks: str) -> Workshop:
    order = tuple(RiskId(each) for each in risks)
    return replace(workshop, progress=replace(workshop.progress, agreed_order=order))


def told(old: Workshop, new: Workshop) -> list[tuple[Subject, ChangeKind, str, str]]:
    return [(each.subject, each.kind, each.id, each.field) for each in changes_between(old, new)]


def test_nothing_was_changed() -> None:
    assert changes_between(the_agreement(), the_agreement()) == ()


def test_a_promise_that_moved_says_from_when_to_when() -> None:
    old = the_agreement()
    later = replace(old.mitigations["m1"], due=date(2025, 4, 4))  # type: ignore[index]  # any id
    assert changes_between(old, put(old, later)) == (
        VersionChange(
            kind=ChangeKind.CHANGED,
            subject=Subject.PROMISE,
            id="m1",
            field="due",
            before=date(2025, 4, 1),
            after=date(2025, 4, 4),
            risk=RiskId("r1"),
        ),
    )


def test_promises_come_and_go_and_a_dropped_one_has_gone() -> None:
    old = put(the_agreement(), a_mitigation("m2", "r1"))
    dropped = replace(old.mitigations["m1"], status=MitigationStatus.DROPPED)  # type: ignore[index]  # any id
    new = put(old, dropped, a_mitigation("m3", "r2"))
    assert told(old, new) == [
        (Subject.PROMISE, ChangeKind.ADDED, "m3", ""),
        (Subject.PROMISE, ChangeKind.REMOVED, "m1", ""),
    ]


def test_how_a_promise_was_kept_is_no_other_agreement() -> None:
    old = the_agreement()
    kept = replace(
        old.mitigations["m1"],  # type: ignore[index]  # any id
        status=MitigationStatus.VERIFIED,
        verified_on=date(2025, 4, 1),
        seen_by="Noor",
    )
    assert changes_between(old, put(old, kept)) == ()


def test_blanks_say_nothing() -> None:
    old = the_agreement()
    assert changes_between(old, put(old, replace(old.risks[RiskId("r1")], title="Risk r1 "))) == ()


def test_the_order_is_told_by_the_fewest_moves() -> None:
    old = the_agreement()
    new = ordered(old, "r4", "r1", "r2", "r3")
    (change,) = changes_between(old, new)
    assert (change.id, change.before, change.after) == ("r4", 4, 1)


def test_a_risk_more_moves_nobody() -> None:
    old = the_agreement()
    new = ordered(put(old, a_risk("r5")), "r5", "r1", "r2", "r3", "r4")
    assert told(old, new) == [(Subject.RISK, ChangeKind.ADDED, "r5", "")]
    assert told(new, old) == [(Subject.RISK, ChangeKind.REMOVED, "r5", "")]


@given(st.permutations(["r1", "r2", "r3", "r4"]))
def test_whoever_is_not_told_as_moved_stands_in_the_old_order(order: list[str]) -> None:
    old = the_agreement()
    moved = {each.id for each in changes_between(old, ordered(old, *order))}
    stayed = [risk for risk in order if risk not in moved]
    assert stayed == sorted(stayed)
    assert bool(moved) == (order != sorted(order))


def test_decisions_aims_and_voices_are_told() -> None:
    old = the_agreement()
    new = put(
        removed(old, type(an_objective()), "o1"),
        replace(old.responses["r1"], decision=Decision.AVOID, owner=ParticipantId("p2")),
        Response(risk=RiskId("r2"), decision=Decision.ACCEPT),
        Stance(round=1, participant=ParticipantId("p2"), level=3, comment="Look again"),
    )
    assert told(old, new) == [
        (Subject.AIM, ChangeKind.REMOVED, "o1", ""),
        (Subject.RESPONSE, ChangeKind.CHANGED, "r1", "decision"),
        (Subject.RESPONSE, ChangeKind.CHANGED, "r1", "owner"),
        (Subject.RESPONSE, ChangeKind.ADDED, "r2", ""),
        (Subject.VOICE, ChangeKind.ADDED, "p2", ""),
    ]


def test_support_in_a_later_round_withdraws_an_objection() -> None:
    p1 = ParticipantId("p1")
    old = put(the_agreement(), Stance(round=1, participant=p1, level=1, comment="Not safe"))
    new = put(old, Stance(round=2, participant=p1, level=4))
    assert told(old, new) == [(Subject.VOICE, ChangeKind.REMOVED, "p1", "")]


@pytest.mark.parametrize("disposition", [Disposition.ISSUE, Disposition.QUESTION])
def test_issues_and_questions_are_agreed_too(disposition: Disposition) -> None:
    old = the_agreement()
    asked = a_fear("f1", disposition=disposition, note="Who pays?", owner=ParticipantId("p1"))
    assert told(old, put(old, asked)) == [(Subject.OPEN_ITEM, ChangeKind.ADDED, "f1", "")]
    other = replace(asked, owner=ParticipantId("p2"))
    assert told(put(old, asked), put(old, other)) == [
        (Subject.OPEN_ITEM, ChangeKind.CHANGED, "f1", "owner")
    ]
