"""The method against what other people's programs answered (``packaging/record_oracles.py``)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.agreement import kendall_w, ranks_of
from deskrisk.domain.ballots import tally, vote
from deskrisk.domain.duels import fit, strengths
from deskrisk.domain.exposures import quantile

PLACE = Path(__file__).resolve().parent.parent / "files" / "oracles"
SAME = 1e-9
"""What is left of rounding to ten digits."""


@cache
def recorded(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((PLACE / f"{name}.json").read_text(encoding="utf-8"))
    return found


def differing(found: list[float] | tuple[float, ...], wanted: list[float]) -> bool:
    return any(abs(a - b) > SAME for a, b in zip(found, wanted, strict=True))


def test_as_many_cases_as_there_should_be() -> None:
    assert [len(recorded(name)) for name in ("ballots", "ratings", "duels")] == [500, 200, 200]


def test_the_ballots_hold_what_makes_counting_hard() -> None:
    orders = [text for case in recorded("ballots") for text in case["ballots"]]
    short = [
        case
        for case in recorded("ballots")
        if any(len(set(text) & set(case["items"])) < len(case["items"]) for text in case["ballots"])
    ]
    cyclic = [case for case in recorded("ballots") if case["beaten_by"].count(0) != 1]
    assert sum("=" in text for text in orders) > 500
    assert len(short) > 400
    assert len(cyclic) > 50


def test_schulze_and_borda() -> None:
    wrong: list[dict[str, Any]] = []
    for case in recorded("ballots"):
        items = case["items"]
        votes = []
        for text in case["ballots"]:
            count, order = text.split(" ")
            ranking = [place.split("=") for place in order.split(">")]
            votes.append(vote(items, ranking, count=int(count)))
        counted = tally(items, votes)
        beaten_by = [counted.beaten_by[item] for item in items]
        points = [counted.points[item] for item in items]
        if beaten_by != case["beaten_by"] or points != case["borda"]:
            wrong.append(case)
    assert wrong == []


def test_ranks() -> None:
    for case in recorded("ratings"):
        assert [list(ranks_of(row)) for row in case["ratings"]] == case["ranks"]


def test_quantiles() -> None:
    wrong = [
        row
        for case in recorded("ratings")
        for row, wanted in zip(case["ratings"], case["quartiles"], strict=True)
        if differing([quantile(row, q) or 0.0 for q in (0.25, 0.5, 0.75)], wanted)
    ]
    assert wrong == []


def test_kendall_w() -> None:
    for case in recorded("ratings"):
        found = kendall_w([ranks_of(row) for row in case["ratings"]])
        wanted = case["w"]
        assert found == (None if wanted is None else pytest.approx(wanted, abs=SAME))


def test_bradley_terry() -> None:
    # Both stop short of the exact maximum: the method at steps of 1e-9, the optimiser likewise.
    for case in recorded("duels"):
        assert list(fit(case["wins"])) == pytest.approx(case["beta"], abs=1e-6)


def test_the_uncertainty_of_bradley_terry() -> None:
    for case in recorded("duels"):
        found = strengths(case["wins"]).covariance
        for row, wanted in zip(found, case["covariance"], strict=True):
            assert list(row) == pytest.approx(wanted, abs=1e-5)
