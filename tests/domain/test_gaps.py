from dataclasses import replace
from datetime import date

from deskrisk.domain.gaps import GapKind, agreement_gaps, gaps_of, heavy_owners, undecided_others
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import (
    Decision,
    Happiness,
    MitigationStatus,
    Response,
    Signal,
    Treatment,
)
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop

R1, P1 = RiskId("r1"), ParticipantId("p1")
DAY = date(2025, 4, 8)


def kinds(workshop: Workshop) -> list[GapKind]:
    return [gap.kind for gap in gaps_of(workshop, R1)]


def a_response(**fields: object) -> Response:
    whole: dict[str, object] = {"risk": R1, "owner": P1, "review_date": DAY, **fields}
    return Response(**whole)  # type: ignore[arg-type]  # fields of the test


def a_case(response: Response) -> Workshop:
    return a_workshop(a_risk("r1"), a_participant("p1"), response)


def test_without_a_decision_nothing_else_is_asked() -> None:
    assert kinds(a_workshop(a_risk("r1"))) == [GapKind.DECISION]


def test_to_mitigate_needs_everything() -> None:
    bare = a_workshop(a_risk("r1"), Response(risk=R1, decision=Decision.MITIGATE))
    assert kinds(bare) == [
        GapKind.OWNER,
        GapKind.PROMISE,
        GapKind.TRIGGER,
        GapKind.RESIDUAL,
        GapKind.REVIEW_DATE,
    ]


def test_to_accept_needs_a_reason_and_neither_sign_nor_promise() -> None:
    assert kinds(a_case(a_response(decision=Decision.ACCEPT))) == [GapKind.REASON]
    assert kinds(a_case(a_response(decision=Decision.ACCEPT, reason="small"))) == []


def test_a_first_sign_needs_what_we_do_then() -> None:
    watched = a_response(decision=Decision.WATCH, reason="small", trigger="errors")
    assert kinds(a_case(watched)) == [GapKind.FALLBACK]


def test_a_promise_needs_a_name_an_owner_a_day_and_a_sign() -> None:
    response = a_response(
        decision=Decision.MITIGATE,
        trigger="errors",
        fallback="switch off",
        residual_likelihood=1,
        residual_impact=2,
    )
    bare = put(a_case(response), a_mitigation("m1", "r1", title=" "))
    assert [(gap.kind, gap.mitigation) for gap in gaps_of(bare, R1)] == [
        (GapKind.PROMISE_TITLE, "m1"),
        (GapKind.PROMISE_OWNER, "m1"),
        (GapKind.PROMISE_DUE, "m1"),
        (GapKind.PROMISE_SIGNAL, "m1"),
    ]
    whole = {"owner": P1, "due": DAY, "signal": Signal(statement="300 ms")}
    assert kinds(put(a_case(response), a_mitigation("m1", "r1", **whole))) == []
    accepting = a_mitigation("m1", "r1", owner=P1, due=DAY, treatment=Treatment.ACCEPT)
    assert kinds(put(a_case(response), accepting)) == []
    dropped = a_mitigation("m1", "r1", status=MitigationStatus.DROPPED, title="")
    assert kinds(put(a_case(response), dropped)) == [GapKind.PROMISE]
    measured = {**whole, "signal": Signal(metric="p95", threshold=300)}
    assert kinds(put(a_case(response), a_mitigation("m1", "r1", **measured))) == []


def test_what_costs_more_than_it_saves_needs_a_line_why() -> None:
    response = a_response(
        decision=Decision.MITIGATE,
        trigger="errors",
        fallback="switch off",
        residual_likelihood=3,
        residual_impact=2,
    )
    whole = {"owner": P1, "due": DAY, "signal": Signal(statement="300 ms")}
    dear = a_workshop(
        a_risk("r1"),
        a_participant("p1"),
        a_score("p1", "r1", 3, 3),
        a_mitigation("m1", "r1", effort_person_days=900, **whole),
        response,
        project_size_person_days=100,
    )
    assert kinds(dear) == [GapKind.LEVERAGE_NOTE]
    assert kinds(put(dear, replace(response, leverage_note="it serves an aim"))) == []
    assert kinds(put(dear, replace(response, decision=Decision.WATCH, reason="small"))) == []


def test_not_happy_yet_is_a_gap_and_living_with_it_is_none() -> None:
    said = {
        happy: kinds(a_case(a_response(decision=Decision.ACCEPT, reason="small", happy=happy)))
        for happy in (None, *Happiness)
    }
    assert said == {
        None: [],
        Happiness.HAPPY: [],
        Happiness.CAN_LIVE_WITH_IT: [],
        Happiness.NOT_YET: [GapKind.NOT_HAPPY],
    }


def test_the_agreement_lacks_what_the_risks_above_the_line_and_the_red_lines_lack() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_risk("r3", red_line=True), focus_count=1)
    assert [gap.risk for gap in agreement_gaps(workshop)] == ["r1", "r3"]
    assert undecided_others(workshop) == ("r2",)
    decided = put(workshop, Response(risk=RiskId("r2"), decision=Decision.ACCEPT))
    assert undecided_others(decided) == ()


def test_an_owner_of_three_promises_is_worth_a_remark_and_a_dropped_one_does_not_count() -> None:
    held = [a_mitigation(f"m{n}", "r1", owner=P1) for n in range(1, 4)]
    workshop = a_workshop(a_risk("r1"), a_participant("p1"), *held)
    assert heavy_owners(workshop) == ((P1, 3),)
    dropped = a_mitigation("m3", "r1", owner=P1, status=MitigationStatus.DROPPED)
    assert heavy_owners(put(workshop, dropped)) == ()


def test_over_forty_per_cent_of_all_is_heavy_too() -> None:
    people = [a_participant(f"p{n}") for n in range(1, 4)]
    owners = ("p1", "p1", "p2", "p3")
    held = [a_mitigation(f"m{n}", "r1", owner=who) for n, who in enumerate(owners, 1)]
    assert heavy_owners(a_workshop(a_risk("r1"), *people, *held)) == ((P1, 2),)


def shares(*counts: int) -> Workshop:
    """Persons p1, p2 ... with so many promises each."""
    owners = [f"p{n}" for n, count in enumerate(counts, start=1) for _ in range(count)]
    return a_workshop(
        a_risk("r1"),
        *(a_participant(f"p{n}") for n in range(1, len(counts) + 1)),
        *(a_mitigation(f"m{n}", "r1", owner=who) for n, who in enumerate(owners)),
    )


def test_two_promises_are_heavy_only_as_a_large_share_of_many() -> None:
    assert heavy_owners(shares(2, 1)) == ()
    assert heavy_owners(shares(2, 2, 1)) == ()
    assert heavy_owners(shares(2, 1, 1)) == (("p1", 2),)
