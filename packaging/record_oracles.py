"""Record what other people's programs make of random ballots, ratings and duels.

The tests hold the method against these answers. They are recorded, so that the set-up of the tests
stays small. To renew them, in an environment with ``packaging/oracle-requirements.txt``:

    python packaging/record_oracles.py

It writes ``tests/files/oracles/*.json``. The same versions write the same files.

Ballots are written "A>B=C" (``>`` above, ``=`` tied, the rest of the items unranked), after the
number of people who cast them: "2 A>B=C".
"""

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pref_voting.margin_based_methods import beat_path_defeat
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.scoring_methods import symmetric_borda_scores
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import friedmanchisquare, rankdata

PLACE = Path(__file__).resolve().parent.parent / "tests" / "files" / "oracles"
SEED = 20250311

PROFILES = 500
RATINGS = 200
TABLES = 200

DIGITS = 10
"""So many digits are kept."""

ETA = 0.5
"""Virtual wins and losses of each item against a fixed one, as in the method."""


def ballots(chance: random.Random) -> dict[str, Any]:
    """A random profile with ties and truncation, and its Schulze and Borda counts.

    Schulze is by winning votes, Borda has half a point for a tie; an unranked item stands below
    all ranked ones.
    """
    items = "ABCDEFG"[: chance.randint(2, 7)]
    cast = [(chance.randint(1, 4), _ranking(chance, items)) for _ in range(chance.randint(1, 8))]
    profile = ProfileWithTies(
        [
            {items.index(item): at for at, tied in enumerate(row) for item in tied}
            for _, row in cast
        ],
        rcounts=[count for count, _ in cast],
        candidates=list(range(len(items))),
    )
    profile.use_extended_strict_preference()
    defeats = beat_path_defeat(profile, strength_function=profile.support)
    symmetric = symmetric_borda_scores(profile)
    voters = sum(count for count, _ in cast)
    return {
        "items": items,
        "ballots": [f"{count} {'>'.join('='.join(tied) for tied in row)}" for count, row in cast],
        "beaten_by": [defeats.in_degree(place) for place in range(len(items))],
        "borda": [
            float(symmetric[place] + voters * (len(items) - 1)) / 2 for place in range(len(items))
        ],
    }


def ratings(chance: random.Random) -> dict[str, Any]:
    """A random table of ratings with ties, its ranks, quartiles and Kendall's W."""
    people, risks = chance.randint(2, 12), chance.randint(3, 15)
    table = [[chance.choice((1, 3, 10, 30, 100)) for _ in range(risks)] for _ in range(people)]
    ranks = [rankdata([-each for each in row]) for row in table]
    with np.errstate(invalid="ignore", divide="ignore"):
        squared = friedmanchisquare(*np.array(ranks).T).statistic
    w = squared / (people * (risks - 1))
    return {
        "ratings": table,
        "ranks": [[float(rank) for rank in row] for row in ranks],
        "quartiles": [_rounded(np.quantile(row, [0.25, 0.5, 0.75])) for row in table],
        "w": None if np.isnan(w) else round(float(w), DIGITS),
    }


def duels(chance: random.Random) -> dict[str, Any]:
    """A random table of wins, and its estimate by a general optimiser."""
    items = chance.randint(2, 8)
    wins = np.zeros((items, items))
    for i in range(items):
        for j in range(i):
            if chance.random() < 0.6:
                wins[i, j] = chance.randint(0, 20) / 2
                wins[j, i] = chance.randint(0, 20) / 2

    def loss(beta: np.ndarray) -> float:
        apart = beta[:, None] - beta[None, :]
        virtual = np.log(expit(beta)) + np.log(expit(-beta))
        return float(-(wins * np.log(expit(apart))).sum() - ETA * virtual.sum())

    def slope(beta: np.ndarray) -> np.ndarray:
        apart = beta[:, None] - beta[None, :]
        pull = wins * expit(-apart)
        return -(pull.sum(axis=1) - pull.sum(axis=0) + ETA * (1 - 2 * expit(beta)))

    def curve(beta: np.ndarray) -> np.ndarray:
        apart = beta[:, None] - beta[None, :]
        weight = (wins + wins.T) * expit(apart) * expit(-apart)
        own = weight.sum(axis=1) + 2 * ETA * expit(beta) * expit(-beta)
        return np.diag(own) - weight

    found = minimize(
        loss, np.zeros(items), method="trust-exact", jac=slope, hess=curve, options={"gtol": 1e-11}
    )
    return {
        "wins": wins.tolist(),
        "beta": _rounded(found.x),
        "covariance": [_rounded(row) for row in np.linalg.inv(curve(found.x))],
    }


def _ranking(chance: random.Random, items: str) -> list[list[str]]:
    """Some of the items in a random order, some of them tied."""
    ranked = chance.sample(items, chance.randint(1, len(items)))
    places: list[list[str]] = [[ranked[0]]]
    for item in ranked[1:]:
        if chance.random() < 0.25:
            places[-1].append(item)
        else:
            places.append([item])
    return places


def _rounded(values: Iterable[float]) -> list[float]:
    return [round(float(value), DIGITS) + 0.0 for value in values]


def write(name: str, cases: Sequence[Mapping[str, Any]]) -> None:
    """One case a line, so that a change can be read."""
    PLACE.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    (PLACE / f"{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


def main() -> None:
    """Record everything."""
    for name, make, count in (
        ("ballots", ballots, PROFILES),
        ("ratings", ratings, RATINGS),
        ("duels", duels, TABLES),
    ):
        chance = random.Random(f"{SEED} {name}")  # noqa: S311  the same cases every time
        write(name, [make(chance) for _ in range(count)])


if __name__ == "__main__":
    main()
