"""The second sample: its figures, worked out by other programs, and the odd cases it holds."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import pytest

from deskrisk.domain.agreement import ListAgreement, group_agreements, list_agreement
from deskrisk.domain.ballots import BallotResult, TieBreak, ballot_result
from deskrisk.domain.calibration import calibration
from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.duels import Stop
from deskrisk.domain.exposures import FINAL, risk_exposures, standing_scores
from deskrisk.domain.groups import group_exposures, group_gaps, worry
from deskrisk.domain.leverage import leverages, total
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.responses import Decision, MitigationStatus
from deskrisk.domain.model.reviews import Occurred, RiskStatus
from deskrisk.domain.model.scores import BallotScope
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import boundary_tier, focus_risks, must_respond, ranked, stability
from deskrisk.domain.proposal import gut_check, propose_order
from deskrisk.domain.reference import reference_class
from deskrisk.domain.residuals import required_mitigations
from deskrisk.domain.signoff import SignOffResult, sign_off, stances_of
from deskrisk.domain.soundness import flaws
from deskrisk.domain.spread import State, spreads
from deskrisk.services.samples import sample
from tests.conftest import ROOT
from tests.nearly import near

GOLDEN: Mapping[str, Any] = json.loads(
    (ROOT / "tests" / "golden" / "hospital-ward.json").read_text("utf-8")
)
both_rounds = pytest.mark.parametrize(("block", "round_"), [("round1", 1), ("final", FINAL)])

K01, K02, K03, K04, K05, K06, K07, K08, K09, K10, K11, K12 = (
    RiskId(f"k{number:02}") for number in range(1, 13)
)


@cache
def ward() -> Workshop:
    return sample("hospital-ward")


def wanted(block: str) -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = GOLDEN[block]["per_risk"]
    return found


def each_near(values: Iterable[float | None]) -> list[Any]:
    return [near(value) for value in values]


def by_points() -> BallotResult:
    order = tuple(each.risk for each in ranked(ward()))
    return ballot_result(ward(), order, BallotScope.ALL)


# The figures


@both_rounds
def test_exposures(block: str, round_: int) -> None:
    for risk, each in risk_exposures(ward(), round_).items():
        row = wanted(block)[risk]
        assert (each.n, each.abstained, each.missing) == (
            row["n"],
            row["abstained"],
            row["missing"],
        )
        assert each.under_scored is row["under_scored"]
        assert [each.median, each.q1, each.q3, each.mean, each.p_mean] == each_near(
            row.get(name) for name in ("median", "q1", "q3", "mean", "p_mean")
        )


@both_rounds
def test_order_and_tiers(block: str, round_: int) -> None:
    row = ranked(ward(), round_)
    assert [each.risk for each in row] == GOLDEN[block]["order"]
    tiers = GOLDEN[block]["tiers"]
    for place, tier in enumerate(tiers, start=1):
        assert [each.risk for each in row if each.tier == place] == tier
    assert {each.tier for each in row} == {*range(1, len(tiers) + 1), None}


@both_rounds
def test_leave_one_out(block: str, round_: int) -> None:
    found = stability(ward(), round_)
    assert found.runs == 12
    assert found.times_in_focus == GOLDEN[block]["times_in_focus"]


@both_rounds
def test_spread(block: str, round_: int) -> None:
    for risk, each in spreads(ward(), round_).items():
        row = wanted(block)[risk]
        assert [each.iqr_likelihood, each.iqr_impact] == each_near(row["iqr"])
        assert [each.likelihood.split, each.impact.split] == row["split"]
        assert (each.state.value, each.lone_alarm) == (row["state"], row["lone_alarm"])


@both_rounds
def test_groups(block: str, round_: int) -> None:
    for risk, groups in group_exposures(ward(), round_).items():
        row = wanted(block)[risk]["groups"]
        assert [each.group for each in groups] == list(row)
        for each in groups:
            of_group = row[each.group]
            assert (each.n, each.hidden) == (of_group["n"], of_group["hidden"])
            assert each.median == near(of_group["median"])


@both_rounds
def test_gaps(block: str, round_: int) -> None:
    for risk, gaps in group_gaps(ward(), round_).items():
        row = wanted(block)[risk]["gaps"]
        assert [f"{gap.a}|{gap.b}" for gap in gaps] == list(row)
        for gap, of_pair in zip(gaps, row.values(), strict=True):
            figures = [of_pair[name] for name in ("delta", "ratio", "steps")]
            assert [gap.delta, gap.ratio, gap.steps] == near(figures)
            assert gap.hedge_gap is of_pair["hedge_gap"]


def same_agreement(found: ListAgreement, row: Mapping[str, Any]) -> bool:
    assert found.w == near(row["w"])
    return (sorted(found.people), sorted(found.risks)) == (row["people"], sorted(row["risks"]))


@both_rounds
def test_agreement(block: str, round_: int) -> None:
    assert same_agreement(list_agreement(ward(), round_), GOLDEN[block]["agreement"])
    of_groups = GOLDEN[block]["agreement_in_groups"]
    found = group_agreements(ward(), round_)
    assert set(found) == {group for group, row in of_groups.items() if len(row["people"]) >= 3}
    for group, each in found.items():
        assert same_agreement(each, of_groups[group])


@both_rounds
def test_worry(block: str, round_: int) -> None:
    found, row = worry(ward(), round_), GOLDEN[block]["worry"]
    assert set(found.groups) == set(row["shares"])
    for group, shares in found.groups.items():
        assert shares == near(row["shares"][group])
    assert {f"{d.a}|{d.b}": d.distance for d in found.distances} == near(row["distance"])


@both_rounds
def test_queue(block: str, round_: int) -> None:
    assert [each.risk for each in discussion_queue(ward(), round_)] == GOLDEN[block]["queue"]


def test_duels() -> None:
    found, row = propose_order(ward()).duels, GOLDEN["duels"]
    assert found is not None
    assert list(found.items) == row["items"] == GOLDEN["boundary_tier"]
    assert list(found.strengths.beta) == near(row["beta"])
    assert list(found.order) == row["order"]
    assert found.chance_at_cut == near(row["chance_at_cut"])


def test_ballots() -> None:
    found, row = by_points(), GOLDEN["ballots"]
    judged = [risk for risk in found.order if risk not in found.unjudged]
    assert {risk: found.tally.beaten_by[risk] for risk in judged} == row["beaten_by"]
    assert {risk: found.tally.share[risk] for risk in judged} == near(row["share"])
    assert (list(found.unjudged), found.voters) == (row["unjudged"], row["voters"])


def test_responses() -> None:
    for risk, each in leverages(ward()).items():
        row, held = GOLDEN["responses"][risk], each.residual
        assert [held.inherent, held.residual, held.current] == each_near(
            [row["inherent"], row["residual"], row["current"]]
        )
        assert [each.effort, each.leverage] == each_near([row["effort"], row["leverage"]])
        assert held.all_required_verified is row["proven"]


def test_portfolio() -> None:
    found = total(ward())
    assert {
        "inherent": found.inherent,
        "target": found.target,
        "current": found.current,
        "effort": found.effort,
        "effort_unknown": found.effort_unknown,
    } == near(GOLDEN["portfolio"])


def test_forecasts() -> None:
    found = {each.risk: each for each in calibration(ward()).forecasts}
    assert set(found) == set(GOLDEN["forecasts"])
    for risk, row in GOLDEN["forecasts"].items():
        each = found[RiskId(risk)]
        assert [each.stated, each.in_force] == near([row["stated"], row["in_force"]])
        assert (each.from_residual, each.occurred) == (row["from_residual"], row["occurred"])


# The odd cases of the method that it holds, by the section they belong to


def test_it_is_sound() -> None:
    assert list(flaws(ward())) == []


def test_b2_a_risk_nobody_scored_one_that_two_scored_and_one_that_is_under_scored() -> None:
    n = {risk: each.n for risk, each in risk_exposures(ward()).items()}
    assert (n[K12], n[K11]) == (0, 2)
    assert {risk for risk, each in risk_exposures(ward()).items() if each.under_scored} == {
        K11,
        K12,
    }


def test_b2_cannot_judge_is_counted_apart_from_not_answered() -> None:
    found = risk_exposures(ward(), 1)
    assert (found[K01].abstained, found[K01].missing) == (1, 0)
    assert (found[K10].abstained, found[K10].missing) == (0, 1)


def test_b2_an_abstention_replaces_a_score_and_a_score_an_abstention() -> None:
    first, last = standing_scores(ward(), 1), standing_scores(ward())
    left, came = ParticipantId("h11"), ParticipantId("h12")
    assert (first[K10][left].complete, last[K10][left].abstain) == (True, True)
    assert (first[K09][came].abstain, last[K09][came].complete) == (True, True)


def test_b2_and_b5_a_lone_alarm_two_camps_a_spread_and_too_few() -> None:
    found = spreads(ward())
    assert (found[K07].state, found[K07].lone_alarm) == (State.TOGETHER, True)
    assert (found[K06].state, found[K10].state) == (State.SPLIT, State.SPLIT)
    assert (found[K03].state, found[K11].state) == (State.SPREAD, State.TOO_FEW)
    assert spreads(ward(), 1)[K05].state is State.SPREAD
    assert found[K05].state is State.TOGETHER


def test_b3_equal_medians_at_the_line_and_a_tier_that_the_line_falls_into() -> None:
    row = {each.risk: each for each in ranked(ward())}
    assert (row[K05].shown_rank, row[K07].shown_rank, row[K07].position) == (4, 4, 5)
    assert ward().brief.focus_count == 4
    assert boundary_tier(ranked(ward()), 4) == (K01, K04, K03, K05, K07)
    assert set(stability(ward()).borderline) == {K03, K07, K10}


def test_b3_the_room_moved_a_risk_across_tiers_and_a_red_line_stands_below_the_line() -> None:
    (move,) = ward().order_moves.values()
    assert move.crosses_tier
    assert move.reason
    below = set(must_respond(ward())) - set(focus_risks(ward()))
    assert below == {K03}
    assert ward().risks[K03].red_line


def test_b6_a_person_and_two_risks_are_left_out_and_a_group_is_too_small() -> None:
    found = list_agreement(ward(), 1)
    assert (found.people_left_out, found.risks_left_out) == (("h12",), (K11, K12))
    assert "offices" not in group_agreements(ward(), 1)


def test_b7_a_small_group_takes_another_with_it_and_an_empty_one_does_not() -> None:
    hidden = {
        risk: {each.group for each in groups if each.hidden}
        for risk, groups in group_exposures(ward()).items()
    }
    assert hidden[K01] == {"offices", "doctors"}  # complementary
    assert hidden[K10] == {"offices"}  # nobody of them has an answer that stands
    assert hidden[K11] == set(ward().groups)
    assert "offices" not in worry(ward()).groups


def test_b7_groups_that_do_not_overlap_though_the_room_looks_together() -> None:
    gap = next(gap for gap in group_gaps(ward())[K02] if gap.hedge_gap)
    assert (gap.delta, gap.more_worried) == (1.0, "nursing")
    assert spreads(ward())[K02].state is State.TOGETHER
    assert not any(gap.hedge_gap for gap in group_gaps(ward())[K01])


def test_b8_ballots_with_ties_without_an_end_without_an_opinion_and_empty() -> None:
    cast = list(ward().ballots.values())
    assert any(len(tied) > 1 for each in cast for tied in each.ranking)
    assert any(
        0 < sum(map(len, each.ranking)) + len(each.no_opinion) < len(ward().risks) for each in cast
    )
    assert any(each.no_opinion and each.ranking for each in cast)
    assert any(not each.ranking and len(each.no_opinion) == 2 for each in cast)  # ties everything
    assert any(len(each.no_opinion) == len(ward().risks) for each in cast)  # abstains
    assert by_points().unjudged == (K11, K12)


def test_b9_ties_of_the_method_also_at_the_line_are_broken_by_points() -> None:
    found = by_points()
    assert found.order[:5] == (K01, K05, K04, K07, K10)
    assert (found.decided_by[0], found.decided_by[3]) == (TieBreak.SHARE, TieBreak.SHARE)
    assert found.tied_at(4)
    assert found.decided_by[-1] is TieBreak.EXPOSURE  # between the two nobody judged


def test_b10_duels_with_a_skipped_vote_an_equal_and_a_clear_end_before_the_limit() -> None:
    held = ward().duels.values()
    assert any(each.skipped for each in held)
    assert any(each.equal for each in held)
    found = propose_order(ward()).duels
    assert found is not None
    assert (found.stop, found.held < found.most) == (Stop.CLEAR, True)


def test_b11_the_gut_ranks_a_risk_three_places_lower_than_the_scores() -> None:
    found = gut_check(ward())
    assert found is not None
    assert [(each.item, each.first, each.second) for each in found.moved] == [(K03, 3, 6)]
    assert found.distance == near(6 / 66)


def test_b12_residuals_above_inherent_no_effort_unknown_effort_and_weak_leverage() -> None:
    found = leverages(ward())
    assert (found[K02].reduction or 0.0) < 0
    assert found[K04].weak
    assert ward().responses[K04].leverage_note
    assert (found[K03].effort, found[K03].leverage) == (None, None)
    assert (found[K08].effort, found[K08].leverage) == (0, None)
    assert found[K12].residual.inherent is None


def test_b12_proven_unproven_and_dropped_promises_and_one_for_two_risks() -> None:
    states = {each.status for each in ward().mitigations.values()}
    assert states == set(MitigationStatus) - {MitigationStatus.PLANNED}
    assert any(each.risks == (K01, K02) for each in ward().mitigations.values())
    assert leverages(ward())[K04].residual.current == near(0.75)
    assert required_mitigations(ward(), K06)
    assert leverages(ward())[K06].residual.residual is None  # verified, and no residual agreed
    assert set(Decision) == {each.decision for each in ward().responses.values()}


def test_b13_an_objection_an_amendment_a_second_round_one_aside_and_one_to_be_asked() -> None:
    first, second = sign_off(ward(), 1), sign_off(ward(), 2)
    assert first.result is SignOffResult.OPEN_OBJECTION
    assert second.result is SignOffResult.ADOPTED_WITH_RESERVATIONS
    assert any(each.level == 2 for each in stances_of(ward(), 1))
    assert second.later == ("h13",)
    assert second.owner_may_decide
    assert len(ward().amendments) == 1


def test_b14_too_few_to_judge_cannot_tell_and_proof_before_and_after_the_day() -> None:
    found = calibration(ward())
    assert (len(found.forecasts), found.brier) == (5, None)
    assert ward().outcomes[K08].occurred is Occurred.CANNOT_TELL
    assert [each.risk for each in found.forecasts if each.from_residual] == [K04]
    (late,) = required_mitigations(ward(), K07)
    resolved = ward().outcomes[K07].resolved_on
    assert late.verified_on is not None
    assert resolved is not None
    assert late.verified_on > resolved


def test_b14_a_risk_that_was_closed_without_an_outcome_is_left_out() -> None:
    closed = {
        each.risk for each in ward().review_entries.values() if each.status is RiskStatus.CLOSED
    }
    assert closed - set(ward().outcomes) == {K09}


def test_b15_comparable_projects() -> None:
    found = reference_class(ward().risks[K07])
    assert found is not None
    assert (found.k, found.n, found.cautious) == (4, 9, near(5 / 11))


def test_fears_of_many_fates_and_a_kind_of_risk_of_its_own() -> None:
    fates = {each.disposition for each in ward().fears.values()}
    assert fates >= {Disposition.RECAST, Disposition.AGREEMENT, Disposition.PARKED}
    assert ward().categories["people"].name == "People"  # type: ignore[index]  # a plain id
