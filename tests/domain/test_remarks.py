from datetime import date

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import (
    Decision,
    MitigationStatus,
    Response,
    Signal,
    SignalType,
    Treatment,
)
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.remarks import Remark, RemarkKind, remarks, remarks_on, remarks_on_all
from deskrisk.services.samples import sample
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop

R1 = RiskId("r1")
K = RemarkKind
SEEN = Signal(statement="300 ms")


def kinds(*parts: Part) -> list[RemarkKind]:
    return [each.kind for each in remarks_on(a_workshop(a_risk("r1"), *parts), R1)]


def judged(likelihood: int, impact: int) -> Workshop:
    response = Response(
        risk=R1,
        decision=Decision.MITIGATE,
        residual_likelihood=likelihood,
        residual_impact=impact,
    )
    return a_workshop(a_risk("r1"), a_participant("p1"), a_score("p1", "r1", 3, 3), response)


def test_what_gains_nothing_or_adds_risk_is_remarked() -> None:
    found = {level: [r.kind for r in remarks_on(judged(level, 3), R1)] for level in (2, 3, 4)}
    assert found == {2: [], 3: [K.NOTHING_GAINED], 4: [K.ADDS_RISK]}


def test_words_without_a_number_are_remarked() -> None:
    vague = Signal(statement="Monitoring is better")
    assert kinds(a_mitigation("m1", "r1", signal=vague)) == [K.NO_NUMBER]
    counted = Signal(statement="Monitoring is better", metric="alarms", threshold=3)
    assert kinds(a_mitigation("m1", "r1", signal=counted)) == []
    assert kinds(a_mitigation("m1", "r1", signal=SEEN)) == []
    accepted = a_mitigation("m1", "r1", signal=vague, treatment=Treatment.ACCEPT)
    assert kinds(accepted) == []


def test_one_leading_signal_is_enough() -> None:
    late = Signal(statement="300 ms", leading=False)
    assert kinds(a_mitigation("m1", "r1", signal=late)) == [K.ONLY_LAGGING]
    both = (a_mitigation("m1", "r1", signal=late), a_mitigation("m2", "r1", signal=SEEN))
    assert kinds(*both) == []
    dropped = a_mitigation("m2", "r1", signal=SEEN, status=MitigationStatus.DROPPED)
    assert kinds(both[0], dropped) == [K.ONLY_LAGGING]


def test_more_than_four_promises_are_remarked() -> None:
    row = [a_mitigation(f"m{n}", "r1") for n in range(5)]
    assert kinds(*row[:4]) == []
    assert kinds(*row) == [K.MANY_PROMISES]


def test_days_after_the_last_day_are_remarked() -> None:
    after = date(2025, 7, 1)
    assert kinds(a_mitigation("m1", "r1", due=date(2025, 6, 30))) == []
    assert kinds(a_mitigation("m1", "r1", due=after)) == [K.PROMISE_TOO_LATE]
    assert kinds(Response(risk=R1, review_date=after)) == [K.REVIEW_TOO_LATE]


def test_only_more_meetings_are_remarked_when_they_are_the_majority() -> None:
    def rows(*types: SignalType) -> Workshop:
        signals = [Signal(type=each, statement="3 signed") for each in types]
        row = [a_mitigation(f"m{n}", "r1", signal=each) for n, each in enumerate(signals)]
        return a_workshop(a_risk("r1"), *row)

    gates = (SignalType.REVIEW, SignalType.AUDIT)
    assert remarks_on_all(rows(SignalType.REVIEW)) == ()
    assert remarks_on_all(rows(*gates, SignalType.SLO, SignalType.ALERT)) == ()
    assert remarks_on_all(rows(*gates, SignalType.SLO)) == (
        Remark(kind=K.ONLY_GATES, count=2, total=3),
    )


def test_the_samples_are_remarked_on() -> None:
    found = [(each.kind, each.owner or each.risk) for each in remarks(sample())]
    assert found == [(K.HEAVY_OWNER, "p8"), (K.HEAVY_OWNER, "p7")]
    ward = [(each.kind, each.risk) for each in remarks(sample("hospital-ward"))]
    assert ward == [(K.ONLY_LAGGING, "k03")]
