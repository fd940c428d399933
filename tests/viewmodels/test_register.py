from datetime import date
from typing import Any

from deskrisk.domain.model.ids import ReviewId, RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.domain.model.reviews import Review, ReviewEntry, RiskStatus
from deskrisk.domain.order import standing_order
from deskrisk.services.samples import sample
from deskrisk.viewmodels.figures import points
from deskrisk.viewmodels.register import register_table
from deskrisk.viewmodels.tabled import Kind, Table
from tests.builders import a_risk, a_score, a_workshop


def cell(table: Table, row: int, key: str) -> Any:
    keys = [head.key for head in table.heads]
    return table.rows[row][keys.index(key)]


def test_the_sample_stands_in_the_agreed_order_with_real_values() -> None:
    table = register_table(sample())
    numbers = [sample().risks[risk].number for risk in standing_order(sample())]
    keys = [head.key for head in table.heads]
    assert [row[keys.index("number")] for row in table.rows] == [f"R{each}" for each in numbers]
    assert cell(table, 0, "place") == 1
    assert cell(table, 0, "points") == 13
    assert points(12.5) == "13"
    assert cell(table, 0, "target_points") == 2.5
    assert cell(table, 0, "person_days") == 60
    assert cell(table, 0, "review") == date(2025, 4, 8)
    assert cell(table, 0, "owner") == "Amara Nkemi"
    assert cell(table, 0, "promises") == "M1; M2"
    assert cell(table, 0, "red_line") == "Yes"


def test_each_value_is_of_the_kind_of_its_column() -> None:
    wanted: dict[Kind, tuple[type, ...]] = {
        Kind.TEXT: (str,),
        Kind.WHOLE: (int,),
        Kind.NUMBER: (int, float),
        Kind.SHARE: (float,),
        Kind.DAY: (date,),
    }
    for name in ("question-suggestions", "hospital-ward"):
        table = register_table(sample(name))
        for row in table.rows:
            for head, value in zip(table.heads, row, strict=True):
                if value is not None:
                    assert isinstance(value, wanted[head.kind]), head


def test_a_bare_risk_is_there_and_says_what_is_missing() -> None:
    table = register_table(a_workshop(a_risk("r1", category=None)))
    assert len(table.rows) == 1
    assert cell(table, 0, "category") == ""
    assert cell(table, 0, "points") is None
    assert cell(table, 0, "agreement") == "not scored"
    assert cell(table, 0, "decision") == "Not decided yet"
    assert register_table(a_workshop()).rows == ()


def test_it_says_what_the_last_review_saw_and_what_an_imported_register_said() -> None:
    first = Review(id=ReviewId("v1"), held_on=date(2025, 4, 1))
    later = Review(id=ReviewId("v0"), held_on=date(2025, 5, 1))
    workshop = a_workshop(
        a_risk("r1", note="Severity: blocker"),
        a_score("p1", "r1", 3, 3),
        Response(risk=RiskId("r1"), residual_likelihood=1, residual_impact=5),
        later,
        first,
        ReviewEntry(review=later.id, risk=RiskId("r1"), status=RiskStatus.CLOSED, reading="late"),
        ReviewEntry(review=first.id, risk=RiskId("r1"), reading="early"),
    )
    table = register_table(workshop)
    assert cell(table, 0, "status") == "Closed"
    assert cell(table, 0, "reading") == "late"
    assert cell(table, 0, "note") == "Severity: blocker"
    assert cell(table, 0, "target_impact") == "Project-ending or worse"
