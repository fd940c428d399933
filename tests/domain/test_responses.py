from datetime import date

import pytest

from deskrisk.domain.categories import TooManyError
from deskrisk.domain.errors import (
    AbsentOwnerError,
    MissingError,
    NoProofError,
    NoReasonError,
)
from deskrisk.domain.model.ids import MitigationId, ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Comparator,
    Decision,
    MitigationStatus,
    Response,
    Signal,
    SignalType,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.residuals import mitigations_of
from deskrisk.domain.responses import (
    add_mitigation,
    decide,
    edit_mitigation,
    edit_response,
    edit_signal,
    move_mitigation,
    remove_mitigation,
    response_of,
    set_mitigation_owner,
    set_owner,
    set_residual,
    set_status,
    set_supporters,
)
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop

R1, R2, P1, P2 = RiskId("r1"), RiskId("r2"), ParticipantId("p1"), ParticipantId("p2")
M1, M2, M3 = MitigationId("m1"), MitigationId("m2"), MitigationId("m3")
DAY = date(2025, 4, 18)


def a_case() -> Workshop:
    return a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_participant("p1"),
        a_participant("p2", present=False),
        a_mitigation("m1", "r1"),
        a_mitigation("m2", "r2"),
        a_mitigation("m3", "r1", "r2"),
    )


def promised(workshop: Workshop, risk: RiskId) -> list[str]:
    return [each.id for each in mitigations_of(workshop, risk)]


def test_a_response_is_empty_until_something_is_decided_and_keeps_what_else_it_holds() -> None:
    workshop = a_case()
    assert response_of(workshop, R1) == Response(risk=R1)
    workshop = edit_response(workshop, R1, trigger="errors over 2 %", review_date=DAY)
    workshop = set_residual(decide(workshop, R1, Decision.WATCH), R1, 2, 3)
    assert workshop.responses[R1] == Response(
        risk=R1,
        decision=Decision.WATCH,
        trigger="errors over 2 %",
        review_date=DAY,
        residual_likelihood=2,
        residual_impact=3,
    )
    assert decide(workshop, R1, None).responses[R1].decision is None


def test_there_is_no_response_to_a_risk_that_is_gone() -> None:
    with pytest.raises(MissingError):
        decide(a_case(), RiskId("r9"), Decision.ACCEPT)
    with pytest.raises(MissingError):
        add_mitigation(a_case(), MitigationId("m9"), RiskId("r9"))


def test_owners_name_themselves_and_an_absent_one_has_to_have_agreed() -> None:
    workshop = set_owner(a_case(), R1, P1)
    assert workshop.responses[R1].owner == P1
    with pytest.raises(AbsentOwnerError):
        set_owner(workshop, R1, P2)
    assert set_owner(workshop, R1, P2, has_agreed=True).responses[R1].owner == P2
    assert set_owner(workshop, R1, None).responses[R1].owner is None
    with pytest.raises(MissingError):
        set_owner(workshop, R1, ParticipantId("p9"), has_agreed=True)
    with pytest.raises(AbsentOwnerError):
        set_mitigation_owner(workshop, M1, P2)
    agreed = set_mitigation_owner(workshop, M1, P2, has_agreed=True)
    assert agreed.mitigations[M1].owner == P2


def test_a_new_promise_comes_after_the_others() -> None:
    workshop = add_mitigation(a_case(), MitigationId("a"), R1, "Load test")
    assert promised(workshop, R1) == ["m1", "m3", "a"]
    assert workshop.mitigations[MitigationId("a")].title == "Load test"
    workshop = edit_mitigation(workshop, M1, title="Other", effort_person_days=2.5)
    assert (workshop.mitigations[M1].title, workshop.mitigations[M1].effort_person_days) == (
        "Other",
        2.5,
    )


def test_the_first_word_about_a_signal_makes_one() -> None:
    workshop = edit_signal(a_case(), M1, statement="At most 300 ms")
    assert workshop.mitigations[M1].signal == Signal(statement="At most 300 ms")
    workshop = edit_signal(workshop, M1, type=SignalType.SLO, comparator=Comparator.LESS)
    assert workshop.mitigations[M1].signal == Signal(
        statement="At most 300 ms", type=SignalType.SLO, comparator=Comparator.LESS
    )


def test_promises_change_places_within_their_risk_only() -> None:
    workshop = a_case()
    down = move_mitigation(workshop, R1, M1, 1)
    assert promised(down, R1) == ["m3", "m1"]
    assert promised(down, R2) == ["m2", "m3"]
    up = move_mitigation(down, R1, M1, -1)
    assert promised(up, R1) == ["m1", "m3"]
    assert move_mitigation(workshop, R1, M1, -1) == workshop
    assert move_mitigation(workshop, R1, M2, 1) is workshop


def test_a_promise_can_be_taken_back() -> None:
    assert promised(remove_mitigation(a_case(), M1), R1) == ["m3"]
    with pytest.raises(MissingError):
        remove_mitigation(a_case(), MitigationId("m9"))


def test_proven_needs_a_day_and_somebody_who_saw_it() -> None:
    workshop = a_case()
    proven = MitigationStatus.VERIFIED
    for on, seen_by in ((None, "Noor"), (DAY, "  ")):
        with pytest.raises(NoProofError):
            set_status(workshop, M1, proven, on=on, seen_by=seen_by)
    held = set_status(workshop, M1, proven, on=DAY, seen_by="Noor").mitigations[M1]
    assert (held.status, held.verified_on, held.seen_by, held.done_on) == (
        proven,
        DAY,
        "Noor",
        DAY,
    )


def test_the_day_it_was_done_outlives_the_proof_but_not_a_step_back() -> None:
    done = set_status(a_case(), M1, MitigationStatus.DONE_UNVERIFIED, on=date(2025, 4, 2))
    proven = set_status(done, M1, MitigationStatus.VERIFIED, on=DAY, seen_by="Noor")
    assert proven.mitigations[M1].done_on == date(2025, 4, 2)
    back = set_status(proven, M1, MitigationStatus.IN_PROGRESS).mitigations[M1]
    assert (back.done_on, back.verified_on, back.seen_by) == (None, None, "")


@pytest.mark.parametrize("status", [MitigationStatus.DROPPED, MitigationStatus.BLOCKED])
def test_what_stops_needs_a_reason_which_goes_when_it_goes_on(status: MitigationStatus) -> None:
    with pytest.raises(NoReasonError):
        set_status(a_case(), M1, status)
    stopped = set_status(a_case(), M1, status, note="no budget")
    assert stopped.mitigations[M1].status_note == "no budget"
    assert set_status(stopped, M1, MitigationStatus.PLANNED).mitigations[M1].status_note == ""


def test_a_promise_may_begin_without_a_title() -> None:
    workshop = add_mitigation(a_case(), MitigationId("m9"), R1)
    assert workshop.mitigations[MitigationId("m9")].title == ""


def test_a_status_takes_along_only_what_belongs_to_it() -> None:
    given = {"on": DAY, "seen_by": "Ada", "note": "why"}
    for status in MitigationStatus:
        held = set_status(a_case(), M1, status, **given).mitigations[M1]  # type: ignore[arg-type]  # mypy joins the values
        stopped = status in {MitigationStatus.DROPPED, MitigationStatus.BLOCKED}
        proven = status is MitigationStatus.VERIFIED
        done = proven or status is MitigationStatus.DONE_UNVERIFIED
        assert held.status is status
        assert held.status_note == ("why" if stopped else "")
        assert held.done_on == (DAY if done else None)
        assert (held.verified_on, held.seen_by) == ((DAY, "Ada") if proven else (None, ""))


def test_proof_needs_somebody_who_saw_it() -> None:
    with pytest.raises(NoProofError):
        set_status(a_case(), M1, MitigationStatus.VERIFIED, on=DAY)


def test_at_most_four_people_help_and_the_owner_is_no_helper() -> None:
    people = [a_participant(f"p{n}") for n in range(1, 7)]
    workshop = a_workshop(a_risk("r1"), *people, a_mitigation("m1", "r1", owner=P1))
    ids = [each.id for each in people]
    helped = set_supporters(workshop, M1, [P1, P2, P2, *ids[2:5]])
    assert helped.mitigations[M1].supporters == ("p2", "p3", "p4", "p5")
    with pytest.raises(TooManyError):
        set_supporters(workshop, M1, ids)
    with pytest.raises(MissingError):
        set_supporters(workshop, M1, [ParticipantId("p9")])
    assert set_supporters(helped, M1, []).mitigations[M1].supporters == ()
