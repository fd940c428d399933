from datetime import date

import pytest

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.responses import MitigationStatus, Response
from deskrisk.domain.residuals import portfolio
from deskrisk.domain.series import project_key, series
from deskrisk.services.samples import sample
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop


def test_names_of_a_project_are_the_same_but_for_case_and_blanks() -> None:
    assert project_key(" Question  Suggestions") == project_key("question suggestions")
    assert project_key("A") != project_key("B")


def test_a_series_goes_by_the_day_of_the_meeting() -> None:
    later = a_workshop(id="b", held_on=date(2025, 9, 1), horizon=date(2025, 12, 1))
    assert [each.workshop for each in series([later, a_workshop(id="a")])] == ["a", "b"]


def test_a_point_sums_up_loss_and_promises() -> None:
    workshop = a_workshop(
        a_risk("r1"),
        a_participant("p1"),
        a_score("p1", "r1", 4, 4),
        Response(risk=RiskId("r1"), residual_likelihood=1, residual_impact=1),
        a_mitigation("m1", "r1", status=MitigationStatus.VERIFIED),
        a_mitigation("m2", "r1", status=MitigationStatus.DROPPED),
    )
    (point,) = series([workshop])
    assert (point.risks, point.kept, point.promises) == (1, 1, 1)
    assert (point.inherent, point.current) == pytest.approx((19.5, 0.025))


def test_the_sample_is_what_its_portfolio_says() -> None:
    (point,) = series([sample()])
    sums = portfolio(sample())
    assert (point.inherent, point.current, point.target) == (
        sums.inherent,
        sums.current,
        sums.target,
    )
    assert (point.kept, point.promises) == (12, 14)
