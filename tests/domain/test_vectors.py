"""The published and computed examples of the method, one test for each formula."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.agreement import kendall_w
from deskrisk.domain.ballots import Vote, tally, vote
from deskrisk.domain.calibration import brier_score
from deskrisk.domain.criteria import rank_order_centroid
from deskrisk.domain.duels import fit, strengths
from deskrisk.domain.exposures import log_quantile, quantile
from deskrisk.domain.groups import cliffs_delta
from deskrisk.domain.model.brief import DecisionRule
from deskrisk.domain.scales import exposure
from deskrisk.domain.signoff import result_of
from deskrisk.domain.spread import agreement_a, consensus, is_split
from tests.nearly import TOLERANCE, near

Case = Mapping[str, Any]

VECTORS: Mapping[str, Any] = json.loads(
    (Path(__file__).parent / "vectors.json").read_text(encoding="utf-8")
)


def cases(block: str) -> list[Case]:
    found: list[Case] = VECTORS[block]
    return found


def ranking(text: str) -> list[list[str]]:
    """``A>B=C`` as places: ``>`` above, ``=`` tied."""
    return [place.split("=") for place in text.split(">")]


def votes(case: Case) -> tuple[str, list[Vote[str]]]:
    """The items and the ballots of a case."""
    named = {item for _, text, *_ in case["ballots"] for place in ranking(text) for item in place}
    items = case.get("items", "".join(sorted(named)))
    made = [
        vote(items, ranking(text), "".join(rest).removeprefix("no_opinion:"), count)
        for count, text, *rest in case["ballots"]
    ]
    return items, made


def test_every_block_has_a_test() -> None:
    tested = {name.removeprefix("test_block_") for name in globals() if "test_block_" in name}
    assert tested == set(VECTORS) - {"tolerance"}
    assert VECTORS["tolerance"] == TOLERANCE


@pytest.mark.parametrize("case", cases("exposure"))
def test_block_exposure(case: Case) -> None:
    assert exposure(case["l"], case["m"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("log_median"))
def test_block_log_median(case: Case) -> None:
    assert log_quantile(case["x"], 0.5) == near(case["is"])


@pytest.mark.parametrize("case", cases("quantile7"))
def test_block_quantile7(case: Case) -> None:
    assert quantile(case["x"], case["q"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("consensus"))
def test_block_consensus(case: Case) -> None:
    assert consensus(case["v"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("agreement_a"))
def test_block_agreement_a(case: Case) -> None:
    assert agreement_a(case["v"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("split"))
def test_block_split(case: Case) -> None:
    assert is_split(case["x"]) is case["is"]


@pytest.mark.parametrize("case", cases("kendall_w"))
def test_block_kendall_w(case: Case) -> None:
    assert kendall_w(case["ranks"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("cliffs_delta"))
def test_block_cliffs_delta(case: Case) -> None:
    assert cliffs_delta(case["a"], case["b"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("borda"))
def test_block_borda(case: Case) -> None:
    counted = tally(*votes(case))
    assert counted.points == near(case["is"])
    for item, share in case.get("share", {}).items():
        assert counted.share[item] == near(share)


@pytest.mark.parametrize("case", cases("schulze"))
def test_block_schulze(case: Case) -> None:
    assert tally(*votes(case)).beaten_by == case["beaten_by"]


@pytest.mark.parametrize("case", cases("bradley_terry"))
def test_block_bradley_terry(case: Case) -> None:
    beta = fit(case["wins"], eta=case["eta"])
    base = beta[case["relative_to"]] if "relative_to" in case else 0.0
    assert [each - base for each in beta] == near(case["beta"])
    if "p_first_above_second" in case:
        assert strengths(case["wins"]).chance_above(0, 1) == near(case["p_first_above_second"])
    if "gain_all_pairs" in case:
        found = strengths(case["wins"])
        assert {round(found.gain(i, j), 6) for i in range(4) for j in range(i)} == {
            case["gain_all_pairs"]
        }


@pytest.mark.parametrize("case", cases("rank_order_centroid"))
def test_block_rank_order_centroid(case: Case) -> None:
    assert list(rank_order_centroid(case["n"])) == near(case["is"])


@pytest.mark.parametrize("case", cases("brier"))
def test_block_brier(case: Case) -> None:
    assert brier_score(case["p"], case["o"]) == near(case["is"])


@pytest.mark.parametrize("case", cases("signoff_consent"))
def test_block_signoff_consent(case: Case) -> None:
    levels: Sequence[int] = case["levels"]
    result = result_of(list(levels), len(levels), DecisionRule.CONSENT)
    assert result.value == case["is"]
