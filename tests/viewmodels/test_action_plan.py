from datetime import date
from typing import Any

from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import ParticipantId
from deskrisk.domain.model.responses import Comparator, MitigationStatus, Signal
from deskrisk.domain.model.workshop import Workshop
from deskrisk.viewmodels.action_plan import action_plan_table
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_workshop

P1 = ParticipantId("p1")


def rows_of(workshop: Workshop) -> list[dict[str, Any]]:
    table = action_plan_table(workshop)
    keys = [head.key for head in table.heads]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def a_plan() -> Workshop:
    signal = Signal(metric="errors", comparator=Comparator.LESS, threshold=0.5, unit="%")
    return a_workshop(
        a_participant("p1"),
        a_participant("p2"),
        a_risk("r1"),
        a_risk("r2"),
        a_mitigation("m1", "r2", "r1", owner=P1, due=date(2025, 5, 1), signal=signal),
        a_mitigation("m2", "r1", supporters=(ParticipantId("p2"),)),
        a_mitigation("m3", "r1", due=date(2025, 4, 1), status=MitigationStatus.BLOCKED),
        a_fear("f1", disposition=Disposition.ISSUE, note="Lift", owner=P1, due=date(2025, 4, 15)),
        a_fear("f2", disposition=Disposition.PARKED, note="not here"),
    )


def test_the_plan_is_sorted_by_day_and_open_days_are_last() -> None:
    rows = rows_of(a_plan())
    assert [row["number"] or row["kind"] for row in rows] == ["M4", "Issue", "M2", "M3"]
    assert [row["due"] for row in rows][-1] is None


def test_a_promise_says_all_there_is_about_it() -> None:
    row = rows_of(a_plan())[2]
    assert row["title"] == "Promise m1"
    assert row["risks"] == "R1 Risk r1; R2 Risk r2"
    assert row["owner"] == "Person p1"
    assert row["due"] == date(2025, 5, 1)
    assert row["reading"] == "errors: less than 0.5\N{NO-BREAK SPACE}%"
    assert row["required"] == "Yes"


def test_an_issue_shows_what_the_room_noted_and_never_the_fear() -> None:
    rows = rows_of(a_plan())
    assert rows[1]["title"] == "Lift"
    assert rows[1]["owner"] == "Person p1"
    assert rows[1]["status"] == "Open"
    assert not any("Fear" in str(value) or "not here" in str(value) for value in rows[1].values())


def test_supporters_and_status_are_words() -> None:
    rows = rows_of(a_plan())
    assert rows[0]["status"] == "Blocked"
    assert rows[3]["supporters"] == "Person p2"
