"""The numbers of the sample workshop, computed once by an independent program."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.agreement import group_agreements, list_agreement
from deskrisk.domain.calibration import calibration
from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.exposures import FINAL, risk_exposures
from deskrisk.domain.groups import group_exposures, group_gaps, person_worry, worry
from deskrisk.domain.leverage import leverages, total
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import boundary_tier, ranked, stability
from deskrisk.domain.proposal import propose_order
from deskrisk.domain.signoff import sign_off
from deskrisk.domain.spread import spreads
from deskrisk.services.samples import sample
from tests.nearly import near

COMPUTED: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "sample_computed.json").read_text(encoding="utf-8")
)
ROUNDS = (("round1", 1), ("final", FINAL))

both_rounds = pytest.mark.parametrize(("block", "round_"), ROUNDS)


@cache
def the_sample() -> Workshop:
    return sample()


def per_risk(block: str) -> Mapping[RiskId, Mapping[str, Any]]:
    found: Mapping[RiskId, Mapping[str, Any]] = COMPUTED[block]["per_risk"]
    return found


@both_rounds
def test_exposures(block: str, round_: int) -> None:
    for risk, each in risk_exposures(the_sample(), round_).items():
        wanted = per_risk(block)[risk]
        assert each.answers == near(wanted["exposures"])
        assert (each.n, each.abstained) == (wanted["n"], wanted["abstained"])
        assert [each.median, each.q1, each.q3, each.mean, each.maximum, each.p_mean] == (
            near(
                [
                    wanted["median_exposure"],
                    wanted["q1"],
                    wanted["q3"],
                    wanted["mean_exposure"],
                    wanted["max_exposure"],
                    wanted["p_mean"],
                ]
            )
        )


@both_rounds
def test_order(block: str, round_: int) -> None:
    row = ranked(the_sample(), round_)
    assert [each.risk for each in row] == COMPUTED[block]["order"]
    for each in row:
        wanted = per_risk(block)[each.risk]
        assert each.position == wanted["position"]
        assert each.shown_rank == wanted["shown_rank"]


@both_rounds
def test_tiers(block: str, round_: int) -> None:
    found = {each.risk: each.tier for each in ranked(the_sample(), round_)}
    assert found == {risk: wanted["tier"] for risk, wanted in per_risk(block).items()}


@both_rounds
def test_total(block: str, round_: int) -> None:
    medians = [each.median or 0.0 for each in risk_exposures(the_sample(), round_).values()]
    assert sum(medians) == near(COMPUTED[block]["total_median_exposure"])


@both_rounds
def test_spread(block: str, round_: int) -> None:
    for risk, each in spreads(the_sample(), round_).items():
        wanted = per_risk(block)[risk]
        for scale, held in (("likelihood", each.likelihood), ("impact", each.impact)):
            assert [held.median, held.iqr, held.consensus, held.agreement] == near(
                [
                    wanted[f"median_{scale}"],
                    wanted[f"iqr_{scale}"],
                    wanted[f"consensus_{scale}"],
                    wanted[f"agreement_A_{scale}"],
                ]
            )
            assert held.split is wanted[f"split_{scale}"]
        assert each.state.value == wanted["state"]
        assert each.lone_alarm is wanted["lone_alarm"]


@both_rounds
def test_groups(block: str, round_: int) -> None:
    for risk, groups in group_exposures(the_sample(), round_).items():
        wanted = per_risk(block)[risk]["groups"]
        assert {each.group for each in groups} == set(wanted)
        for each in groups:
            of_group = wanted[each.group]
            assert (each.n, each.hidden) == (of_group["n"], of_group["suppressed"])
            shown = None if each.hidden else of_group["median"]
            assert each.median == near(shown)


@both_rounds
def test_divergence(block: str, round_: int) -> None:
    wanted = COMPUTED["divergence"]["product|engineering"][block]
    found = {risk: gaps[0] for risk, gaps in group_gaps(the_sample(), round_).items() if gaps}
    assert set(found) == {risk for risk, each in wanted.items() if "ratio" in each}
    for risk, gap in found.items():
        each = wanted[risk]
        assert (gap.a, gap.b) == ("product", "engineering")
        assert [gap.median_a, gap.median_b, gap.ratio, gap.steps, gap.delta] == near(
            [
                each["median_product"],
                each["median_engineering"],
                each["ratio"],
                each["steps"],
                each["cliffs_delta"],
            ]
        )
        assert gap.hedge_gap is each["hedge_gap"]
        assert gap.more_worried == each["more_worried"]


@both_rounds
def test_kendall_w(block: str, round_: int) -> None:
    wanted = COMPUTED[block]["kendall_w"]
    found = list_agreement(the_sample(), round_)
    assert found.w == near(wanted["value"])
    assert (len(found.people), len(found.risks)) == (wanted["participants"], wanted["risks"])


@both_rounds
def test_kendall_w_groups(block: str, round_: int) -> None:
    wanted = COMPUTED[block]["kendall_w_groups"]
    found = group_agreements(the_sample(), round_)
    assert set(found) == set(wanted)
    for group, each in found.items():
        of_group = wanted[group]
        assert each.w == near(of_group["value"])
        assert (len(each.people), len(each.risks)) == (of_group["participants"], of_group["risks"])


@both_rounds
def test_discussion_queue(block: str, round_: int) -> None:
    found = [each.risk for each in discussion_queue(the_sample(), round_)]
    assert found == COMPUTED[block]["discussion_queue"]


def test_worry_share_of_people() -> None:
    wanted = COMPUTED["worry_share"]["per_participant"]
    found = person_worry(the_sample())
    assert set(found) == set(wanted)
    for person, shares in found.items():
        assert shares == near(wanted[person])


@pytest.mark.parametrize(("suffix", "round_"), [("", FINAL), ("_round1", 1)])
def test_worry_share_of_groups(suffix: str, round_: int) -> None:
    found = worry(the_sample(), round_)
    wanted = COMPUTED["worry_share"]
    assert set(found.groups) == set(wanted[f"groups{suffix}"])
    for group, shares in found.groups.items():
        assert shares == near(wanted[f"groups{suffix}"][group])
    distances = {f"{each.a}|{each.b}": each.distance for each in found.distances}
    assert distances == near(wanted[f"tvd{suffix}"])


def test_leave_one_out() -> None:
    wanted = COMPUTED["leave_one_out"]
    found = stability(the_sample())
    assert the_sample().brief.focus_count == wanted["focus_count"]
    assert found.runs == wanted["runs"]
    assert found.times_in_focus == wanted["times_in_focus"]
    assert list(found.firm) == wanted["firm"]
    assert list(found.borderline) == wanted["borderline"]


def test_boundary_tier() -> None:
    row = ranked(the_sample())
    risks = boundary_tier(row, the_sample().brief.focus_count)
    assert list(risks) == COMPUTED["boundary_tier"]["risks"]
    assert {each.tier for each in row if each.risk in risks} == {COMPUTED["boundary_tier"]["tier"]}


def test_ballot() -> None:
    wanted = COMPUTED["ballot"]
    found = propose_order(the_sample()).ballot
    assert found is not None
    counted = found.tally
    assert counted.preferred == wanted["pairwise"]
    assert counted.strength == wanted["path_strength"]
    assert counted.beaten_by == wanted["beaten_by"]
    assert counted.points == near(wanted["borda"])
    assert counted.share == near(wanted["borda_share"])
    assert list(found.order) == wanted["order"]
    assert found.voters == sum(
        each.scope is BallotScope.BOUNDARY_TIER for each in the_sample().ballots.values()
    )


def test_ballot_scope() -> None:
    assert list(propose_order(the_sample()).open) == COMPUTED["ballot"]["scope_risks"]


def test_proposed_order() -> None:
    found = propose_order(the_sample())
    assert list(found.order) == COMPUTED["proposed_order"]
    assert found.tied_at_cut == ("r07", "r09")


def test_residual() -> None:
    wanted = COMPUTED["residual"]
    found = leverages(the_sample())
    assert set(found) == set(wanted)
    for risk, each in found.items():
        of_risk = wanted[risk]
        assert [
            each.residual.inherent,
            each.residual.current,
            each.effort,
            each.residual.residual,
            each.reduction,
            each.share,
            each.leverage,
        ] == [
            near(value)
            for value in (
                of_risk["inherent"],
                of_risk["current"],
                of_risk["effort_person_days"],
                of_risk["residual"],
                of_risk.get("reduction"),
                of_risk.get("reduction_share"),
                of_risk["leverage"],
            )
        ]
        assert each.weak is of_risk.get("weak_leverage", False)
        assert each.residual.all_required_verified is of_risk.get("all_required_verified", False)


def test_portfolio() -> None:
    found = total(the_sample())
    assert {
        "inherent_total": found.inherent,
        "target_total": found.target,
        "current_total": found.current,
        "inherent_total_person_days": found.inherent_person_days,
        "planned_effort_person_days": found.effort,
    } == near(COMPUTED["portfolio"])


def test_calibration_rows() -> None:
    wanted = COMPUTED["calibration"]["rows"]
    found = calibration(the_sample()).forecasts
    assert [each.risk for each in found] == [row["risk"] for row in wanted]
    for each, row in zip(found, wanted, strict=True):
        assert [each.stated, each.in_force, each.squared_error] == near(
            [row["p_stated"], row["p_in_force"], row["squared_error"]]
        )
        assert each.from_residual is (row["basis"] == "residual")
        assert each.occurred is row["occurred"]


def test_calibration() -> None:
    wanted = COMPUTED["calibration"]
    found = calibration(the_sample())
    assert (len(found.forecasts), found.occurred, found.enough) == (
        wanted["n"],
        wanted["occurred"],
        wanted["enough_to_judge"],
    )
    assert [
        found.base_rate,
        found.brier,
        found.brier_stated,
        found.reference,
        found.skill,
        found.mean_p,
    ] == near(
        [
            wanted["base_rate"],
            wanted["brier_in_force"],
            wanted["brier_stated"],
            wanted["brier_reference"],
            wanted["skill_in_force"],
            wanted["mean_p_in_force"],
        ]
    )


def test_signoff() -> None:
    wanted = COMPUTED["signoff"]
    found = sign_off(the_sample(), wanted["round"])
    assert {str(level): n for level, n in found.counts.items()} == wanted["counts"]
    assert len(found.objections) == wanted["objections"]
    assert len(found.reservations) == wanted["reservations"]
    assert (found.answered, found.present) == (wanted["responded"], wanted["present"])
    assert found.result.value == wanted["result"]


def test_every_block_of_the_numbers_has_a_test() -> None:
    assert set(COMPUTED) == {
        "round1",
        "final",
        "divergence",
        "worry_share",
        "leave_one_out",
        "boundary_tier",
        "ballot",
        "proposed_order",
        "residual",
        "portfolio",
        "calibration",
        "signoff",
    }
