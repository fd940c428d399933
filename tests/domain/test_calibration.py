from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain.calibration import (
    BandRow,
    brier_score,
    calibration,
    forecasts,
    skill_score,
)
from deskrisk.domain.freezing import agreed_side, seal_of, snapshot_of
from deskrisk.domain.model.ids import RiskId, VersionId
from deskrisk.domain.model.responses import MitigationStatus, Response
from deskrisk.domain.model.reviews import Occurred, Outcome
from deskrisk.domain.model.signoff import AgreementVersion
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.parts import put
from deskrisk.services.samples import sample
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

R1 = RiskId("r1")
SETTLED = date(2025, 4, 29)


def settled(*parts: Part, occurred: Occurred = Occurred.NO, on: date | None = SETTLED) -> Workshop:
    """One risk at 65 percent that was settled."""
    return a_workshop(
        a_risk(),
        a_participant(),
        a_score("p1", "r1", 4, 3),
        Outcome(risk=R1, occurred=occurred, resolved_on=on),
        *parts,
    )


def proven(day: date | None, **more: object) -> tuple[Part, Part]:
    return (
        Response(risk=R1, residual_likelihood=1, residual_impact=3),
        a_mitigation(
            "m1", "r1", **{"status": MitigationStatus.VERIFIED, "verified_on": day, **more}
        ),
    )


def many(happened: int, not_happened: int, likelihood: int = 4) -> Workshop:
    """So many risks, all at one level."""
    n = happened + not_happened
    return a_workshop(
        a_participant(),
        *(a_risk(f"r{number}") for number in range(1, n + 1)),
        *(a_score("p1", f"r{number}", likelihood, 3) for number in range(1, n + 1)),
        *(
            Outcome(
                risk=RiskId(f"r{number}"),
                occurred=Occurred.YES if number <= happened else Occurred.NO,
                resolved_on=SETTLED,
            )
            for number in range(1, n + 1)
        ),
    )


@pytest.mark.parametrize(
    ("verified", "in_force"),
    [(date(2025, 4, 28), 0.025), (SETTLED, 0.025), (date(2025, 4, 30), 0.65), (None, 0.65)],
)
def test_the_residual_counts_from_the_day_it_was_proven(
    verified: date | None, in_force: float
) -> None:
    (found,) = forecasts(settled(*proven(verified)))
    assert (found.stated, found.in_force) == (0.65, in_force)
    assert found.from_residual is (in_force == 0.025)


def test_every_required_mitigation_must_be_proven() -> None:
    second = a_mitigation("m2", "r1", status=MitigationStatus.DONE_UNVERIFIED)
    (found,) = forecasts(settled(*proven(SETTLED), second))
    assert not found.from_residual
    optional = a_mitigation("m2", "r1", required=False)
    (found,) = forecasts(settled(*proven(SETTLED), optional))
    assert found.from_residual


def test_a_proof_that_was_taken_back_does_not_count() -> None:
    taken_back = proven(SETTLED, status=MitigationStatus.BLOCKED)
    (found,) = forecasts(settled(*taken_back))
    assert not found.from_residual


def test_without_a_day_or_a_residual_the_stated_percentage_counts() -> None:
    (undated,) = forecasts(settled(*proven(SETTLED), on=None))
    (no_residual,) = forecasts(settled(proven(SETTLED)[1]))
    (no_mitigation,) = forecasts(settled(proven(SETTLED)[0]))
    assert not undated.from_residual
    assert not no_residual.from_residual
    assert not no_mitigation.from_residual


def test_what_nobody_can_tell_is_left_out() -> None:
    assert forecasts(settled(occurred=Occurred.CANNOT_TELL)) == ()


def test_a_risk_without_an_outcome_or_a_score_is_left_out() -> None:
    workshop = a_workshop(a_risk("r1"), a_risk("r2"), a_score("p1", "r2", 3, 3))
    unscored = a_workshop(a_risk(), Outcome(risk=R1, occurred=Occurred.YES))
    assert forecasts(workshop) == ()
    assert forecasts(unscored) == ()


def test_it_is_about_risks_and_never_about_a_person() -> None:
    (found,) = forecasts(settled())
    assert {each.name for each in fields(found)} == {
        "risk",
        "stated",
        "in_force",
        "from_residual",
        "occurred",
    }


def test_nine_outcomes_are_too_few_to_judge() -> None:
    found = calibration(many(4, 5))
    assert (found.enough, len(found.forecasts), found.occurred) == (False, 9, 4)
    assert (found.brier, found.brier_stated, found.skill, found.bias) == (None,) * 4
    assert (found.base_rate, found.mean_p, found.reference, found.bands) == (None, None, None, ())


def test_ten_are_enough() -> None:
    found = calibration(many(4, 6))
    assert found.enough
    assert found.brier == near(0.4 * 0.35**2 + 0.6 * 0.65**2)
    assert (found.reference, found.bias) == (near(0.24), near(0.25))
    assert found.skill == near(1 - 0.3025 / 0.24)
    assert found.bands == (BandRow(level=4, n=10, mean_p=near(0.65), happened=0.4),)


@pytest.mark.parametrize(("happened", "not_happened"), [(10, 0), (0, 10)])
def test_if_all_or_nothing_happened_there_is_no_skill(happened: int, not_happened: int) -> None:
    found = calibration(many(happened, not_happened))
    assert (found.reference, found.skill) == (0, None)
    assert found.brier is not None


def test_no_forecast_has_no_score() -> None:
    assert brier_score([], []) is None
    assert skill_score(None, 0.2) is None


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=20))
def test_the_score_is_between_perfect_and_worst(pairs: list[tuple[float, bool]]) -> None:
    chances, happened = [p for p, _ in pairs], [o for _, o in pairs]
    score = brier_score(chances, happened)
    assert score is not None
    assert 0 <= score <= 1
    assert brier_score([1 - p for p in chances], [not o for o in happened]) == pytest.approx(score)
    assert brier_score([float(o) for o in happened], happened) == 0


def test_percentages_are_those_that_were_frozen() -> None:
    """Whoever scores again, or expects something else, changes no verdict on what was agreed."""
    before = calibration(sample())
    frozen = frozen_on(sample(), sample().brief.held_on)
    assert calibration(frozen).brier == before.brier
    changed = replace(
        frozen,
        scores={key: replace(each, likelihood=5) for key, each in frozen.scores.items()},
        responses={
            key: replace(each, residual_likelihood=5, residual_impact=5)
            for key, each in frozen.responses.items()
        },
    )
    assert calibration(changed).brier == before.brier
    unfrozen = replace(changed, versions={})
    assert calibration(unfrozen).brier != before.brier


def test_a_later_version_counts_from_its_day_on() -> None:
    first = frozen_on(sample(), sample().brief.held_on)
    doubted = replace(
        first, scores={key: replace(each, likelihood=5) for key, each in first.scores.items()}
    )
    second = frozen_on(doubted, date(2025, 6, 1))
    stated = {each.risk: each.stated for each in calibration(second).forecasts}
    early = {each.risk: each.stated for each in calibration(first).forecasts}
    settled = {id_: each.resolved_on for id_, each in sample().outcomes.items()}
    for risk, chance in stated.items():
        day = settled[risk]
        assert day is not None
        assert (chance == early[risk]) is (day < date(2025, 6, 1))


def test_a_broken_seal_and_an_unknown_risk_fall_back_to_the_workshop() -> None:
    frozen = frozen_on(sample(), sample().brief.held_on)
    (version,) = frozen.versions.values()
    broken = replace(frozen, versions={version.id: replace(version, seal="0" * 64)})
    assert calibration(broken).brier == calibration(sample()).brier
    empty = frozen_on(replace(sample(), risks={}, scores={}, responses={}), date(2025, 3, 11))
    later = replace(sample(), versions=empty.versions)
    assert calibration(later).brier == calibration(sample()).brier


def frozen_on(workshop: Workshop, day: date) -> Workshop:
    """The workshop with one more frozen version."""
    number = len(workshop.versions) + 1
    snapshot = snapshot_of(agreed_side(workshop))
    version = AgreementVersion(
        id=VersionId(f"v{number}"),
        number=number,
        agreed_on=day,
        snapshot=snapshot,
        seal=seal_of(snapshot),
    )
    return put(workshop, version)
