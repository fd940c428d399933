from dataclasses import replace

import pytest

from deskrisk.domain.leverage import total
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import Response
from deskrisk.domain.parts import put
from deskrisk.domain.residuals import portfolio
from deskrisk.services.samples import sample, sample_names
from deskrisk.viewmodels.portfolio import portfolio_view
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop


@pytest.mark.parametrize("name", sample_names())
def test_the_sums_are_those_of_the_method(name: str) -> None:
    workshop = sample(name)
    sums, view = portfolio(workshop), portfolio_view(workshop)
    assert [each.points for each in view.sums] == [sums.inherent, sums.target, sums.current]
    rows = view.rows
    assert sum(row.today for row in rows) == pytest.approx(sums.inherent)
    assert sum(row.promised for row in rows) == pytest.approx(sums.target)
    assert sum(row.proven for row in rows) == pytest.approx(sums.current)
    assert view.effort.startswith(f"It takes {total(workshop).effort:g} person-days")


def test_the_sample_in_words() -> None:
    view = portfolio_view(sample())
    assert [(each.name, each.words, each.days) for each in view.sums] == [
        ("Today", "about 71 points", "about 340 person-days"),
        ("When all is kept and proven", "about 29 points", "about 140 person-days"),
        ("Proven so far", "about 36 points", "about 180 person-days"),
    ]
    assert view.sentence == (
        "Of what we expect to lose about 58\N{NO-BREAK SPACE}% would go; "
        "about 48\N{NO-BREAK SPACE}% is proven."
    )
    assert view.kept == "12 of 14 promises proven"
    assert (view.effort, view.unscored, view.empty) == ("It takes 54 person-days in all", "", "")
    assert len(view.remarks) == 2


def test_what_nobody_scored_is_said_and_not_counted() -> None:
    ward = portfolio_view(sample("hospital-ward"))
    assert ward.unscored == "one risk is not scored and not counted"
    assert "k12" not in [row.risk for row in ward.rows]
    assert ward.effort.endswith("one promise does not say what it takes")
    nothing = portfolio_view(a_workshop(a_risk("r1")))
    assert (nothing.rows, nothing.sentence, nothing.unscored) == ((), "", "")
    assert nothing.empty
    assert nothing.spoken == ""


def judged(likelihood: int | None) -> str:
    level = None if likelihood is None else 3
    response = Response(risk=RiskId("r1"), residual_likelihood=likelihood, residual_impact=level)
    workshop = a_workshop(a_risk("r1"), a_participant("p1"), a_score("p1", "r1", 3, 3), response)
    return portfolio_view(workshop).sentence


def test_what_gains_nothing_or_adds_risk_is_said_so() -> None:
    assert judged(None) == judged(3) == "Nothing is promised yet that would make it less."
    assert judged(4) == "Taken together the responses add risk."
    assert judged(1).endswith("is proven.")


def test_a_shared_promise_counts_its_effort_once() -> None:
    shared = a_mitigation("m1", "r1", "r2", effort_person_days=5.0)
    workshop = put(a_workshop(a_risk("r1"), a_risk("r2")), shared)
    assert portfolio_view(workshop).effort == "It takes 5 person-days in all"
    unsized = replace(workshop.brief, project_size_person_days=None)
    assert portfolio_view(replace(workshop, brief=unsized)).sums[0].days == ""
