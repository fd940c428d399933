"""Work the figures of the second sample out once more, with other people's programs.

Nothing here comes from the program: the workshop file is read as plain JSON, quantiles are numpy's,
Kendall's W and Cliff's delta scipy's, Schulze pref_voting's, duels a general optimiser's. The test
of the sample holds the program against it. To renew it, in an environment with
``packaging/oracle-requirements.txt``:

    python packaging/record_sample.py

It writes ``tests/golden/hospital-ward.json``.
"""

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from pref_voting.margin_based_methods import beat_path_defeat
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.scoring_methods import symmetric_borda_scores
from scipy.optimize import minimize
from scipy.special import expit
from scipy.stats import friedmanchisquare, mannwhitneyu, norm, rankdata

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "samples" / "hospital-ward.deskrisk"
GOLDEN = ROOT / "tests" / "golden" / "hospital-ward.json"

CHANCE = dict(enumerate((0.025, 0.125, 0.35, 0.65, 0.9), start=1))
LOSS = dict(enumerate((1, 3, 10, 30, 100), start=1))
LARGE = 0.474
DIGITS = 9

Levels = Mapping[str, tuple[int, int]]


class Ward:
    """The sample as plain values, and the last word or one round of everybody."""

    def __init__(self) -> None:
        self.w = json.loads(SAMPLE.read_text("utf-8"))["workshop"]
        self.risks = {each["id"]: each for each in self.w["risks"]}
        self.group = {each["id"]: each["group"] for each in self.w["participants"]}
        self.groups = [each["id"] for each in self.w["groups"]]
        self.focus = self.w["brief"]["focus_count"]
        self.asked = {
            each["id"] for each in self.w["participants"] if each["present"] and each["scores"]
        }

    def levels(self, risk: str, last: int) -> tuple[Levels, int]:
        """The levels of those who scored, and how many cannot judge; rounds up to ``last``."""
        said: dict[str, Any] = {}
        for each in sorted(self.w["scores"], key=lambda score: score["round"]):
            if each["risk"] == risk and each["round"] <= last:
                said[each["participant"]] = each
        scored = {
            who: (each["likelihood"], each["impact"])
            for who, each in said.items()
            if not each["abstain"]
        }
        return scored, len(said) - len(scored)


def points(levels: Levels) -> dict[str, float]:
    """Each exposure, in points."""
    return {who: CHANCE[a] * LOSS[b] for who, (a, b) in levels.items()}


def middle(values: Sequence[float], q: float = 0.5) -> float:
    """The quantile of the logarithms, in points."""
    return float(10 ** np.quantile(np.log10(values), q))


def per_risk(ward: Ward, last: int) -> dict[str, Any]:
    """What was said about each risk, until a round."""
    found = {}
    for risk in ward.risks:
        levels, abstained = ward.levels(risk, last)
        e = points(levels)
        values, n = list(e.values()), len(e)
        row: dict[str, Any] = {"n": n, "abstained": abstained, "missing": 12 - n - abstained}
        row["under_scored"] = n < 3 or n < len(ward.asked) / 2
        if n:
            row |= {"median": middle(values), "q1": middle(values, 0.25)}
            row |= {"q3": middle(values, 0.75), "mean": float(np.mean(values))}
            row |= {"p_mean": float(np.mean([CHANCE[a] for a, _ in levels.values()]))}
        row |= spread(levels, values)
        row["groups"] = groups_of(ward, e)
        row["gaps"] = gaps_of(ward, e, row["groups"])
        found[risk] = row
    return found


def spread(levels: Levels, values: Sequence[float]) -> dict[str, Any]:
    """How far apart the answers are."""
    n = len(levels)
    scales = [[pair[place] for pair in levels.values()] for place in (0, 1)]
    iqr = [float(np.subtract(*np.quantile(row, [0.75, 0.25]))) if n > 1 else None for row in scales]
    camp = max(2, math.ceil(0.3 * n))
    split = [
        sum(x <= 2 for x in row) >= camp and sum(x >= 4 for x in row) >= camp for row in scales
    ]
    wide = any(each is not None and each > 1 for each in iqr)
    state = "too_few" if n < 3 else "split" if any(split) else "spread" if wide else "together"
    loud = sum(x >= 10 * middle(values) for x in values) if n >= 3 else 0
    alarm = n >= 3 and state != "split" and 1 <= loud <= max(1, math.floor(0.15 * n))
    return {"iqr": iqr, "split": split, "state": state, "lone_alarm": alarm}


def groups_of(ward: Ward, e: Mapping[str, float]) -> dict[str, Any]:
    """Three answers or hidden; a lone hidden group takes the smallest other with it."""
    held = {g: [x for who, x in e.items() if ward.group[who] == g] for g in ward.groups}
    hidden = [g for g in held if len(held[g]) < 3]
    rest = [g for g in held if g not in hidden]
    if rest and len([g for g in hidden if held[g]]) == 1:
        hidden.append(min(rest, key=lambda g: (len(held[g]), ward.groups.index(g))))
    return {
        g: {"n": len(row), "hidden": g in hidden, "median": None if g in hidden else middle(row)}
        for g, row in held.items()
    }


def gaps_of(ward: Ward, e: Mapping[str, float], groups: Mapping[str, Any]) -> dict[str, Any]:
    """Each two groups that can be shown, compared."""
    found = {}
    for a, b in combinations([g for g in ward.groups if not groups[g]["hidden"]], 2):
        first = [x for who, x in e.items() if ward.group[who] == a]
        second = [x for who, x in e.items() if ward.group[who] == b]
        u = mannwhitneyu(first, second).statistic
        delta = float(2 * u / (len(first) * len(second)) - 1)
        ratio = max(middle(first), middle(second)) / min(middle(first), middle(second))
        found[f"{a}|{b}"] = {
            "delta": delta,
            "ratio": ratio,
            "steps": 2 * math.log10(ratio),
            "hedge_gap": bool(abs(delta) >= LARGE and ratio >= 3 - 1e-9),
        }
    return found


def order_of(figures: Mapping[str, Any], numbers: Mapping[str, Any]) -> list[str]:
    """The risks, the largest first; unscored ones last."""

    def key(risk: str) -> tuple[bool, float, float, float, int]:
        row = figures[risk]
        low = [round(-row.get(name, 0), DIGITS) for name in ("median", "q3", "mean")]
        return (row["n"] == 0, low[0], low[1], low[2], numbers[risk]["number"])

    return sorted(figures, key=key)


def tiers_of(order: Sequence[str], figures: Mapping[str, Any]) -> list[list[str]]:
    """Neighbours within half of the first of their tier."""
    found: list[list[str]] = []
    for risk in (each for each in order if figures[each]["n"]):
        if not found or figures[found[-1][0]]["median"] / figures[risk]["median"] >= 2 - 1e-9:
            found.append([])
        found[-1].append(risk)
    return found


def left_out(ward: Ward, last: int) -> dict[str, int]:
    """How often each risk is among the first when one person is left out at a time."""
    answers = {risk: points(ward.levels(risk, last)[0]) for risk in ward.risks}
    people = {who for row in answers.values() for who in row}
    times = dict.fromkeys(ward.risks, 0)
    for person in people:
        figures = {}
        for risk, row in answers.items():
            rest = [x for who, x in row.items() if who != person]
            if rest:
                figures[risk] = {
                    "n": len(rest),
                    "median": middle(rest),
                    "q3": middle(rest, 0.75),
                    "mean": float(np.mean(rest)),
                }
        for risk in order_of(figures, ward.risks)[: ward.focus]:
            times[risk] += 1
    return times


def agreement(ward: Ward, last: int, people: Sequence[str]) -> dict[str, Any]:
    """Kendall's W from Friedman's chi-squared, which minds ties."""
    answers = {risk: points(ward.levels(risk, last)[0]) for risk in ward.risks}
    scored = {who: sum(who in row for row in answers.values()) for who in people}
    kept = [who for who in people if scored[who] >= 2 * len(ward.risks) / 3]
    shared = [risk for risk, row in answers.items() if kept and all(who in row for who in kept)]
    row: dict[str, Any] = {"people": kept, "risks": shared, "w": None}
    if len(kept) >= 2 and len(shared) >= 3:
        table = [[answers[risk][who] for risk in shared] for who in kept]
        ranks = [rankdata([-x for x in person]) for person in table]
        chi = friedmanchisquare(*np.array(ranks).T).statistic
        row["w"] = float(chi / (len(kept) * (len(shared) - 1)))
    return row


def worry(ward: Ward, last: int) -> dict[str, Any]:
    """How the groups spend one unit of worry, and how far apart they are."""
    spent: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for risk, each in ward.risks.items():
        for who, x in points(ward.levels(risk, last)[0]).items():
            spent[who][each["category"]] += x
    shares: dict[str, dict[str, float]] = {}
    kinds = [each["id"] for each in ward.w["categories"]]
    for group in ward.groups:
        rows = [spent[who] for who in spent if ward.group[who] == group]
        if len(rows) >= 3:
            units = np.array([[row[kind] / sum(row.values()) for kind in kinds] for row in rows])
            shares[group] = dict(zip(kinds, units.mean(axis=0).tolist(), strict=True))
    distance = {
        f"{a}|{b}": 0.5 * sum(abs(shares[a][kind] - shares[b][kind]) for kind in kinds)
        for a, b in combinations(shares, 2)
    }
    return {"shares": shares, "distance": distance}


def queue(figures: Mapping[str, Any], ward: Ward) -> list[str]:
    """What to talk about, the most pressing first."""
    found = []
    for risk, row in figures.items():
        gaps = [gap["steps"] for gap in row["gaps"].values() if gap["hedge_gap"]]
        if row["state"] == "split":
            rank = 0
        elif row["lone_alarm"] or any(steps >= 2 - 1e-9 for steps in gaps):
            rank = 1
        elif row["state"] == "spread":
            rank = 2
        elif gaps:
            rank = 3
        else:
            continue
        found.append((rank, -round(row["q3"], DIGITS), ward.risks[risk]["number"], risk))
    return [each[-1] for each in sorted(found)]


def duels(ward: Ward, items: Sequence[str], inside: int) -> dict[str, Any]:
    """Strengths of the items, and how clear the line is."""
    size = len(items)
    wins = np.zeros((size, size))
    for duel in ward.w["duels"]:
        a, b = items.index(duel["a"]), items.index(duel["b"])
        wins[a, b] += duel["wins_a"] + duel["equal"] / 2
        wins[b, a] += duel["wins_b"] + duel["equal"] / 2

    def surprise(beta: Any) -> float:
        apart = beta[:, None] - beta[None, :]
        prior = 0.5 * (np.logaddexp(0, -beta) + np.logaddexp(0, beta)).sum()
        return float((wins * np.logaddexp(0, -apart)).sum() + prior)

    beta = minimize(surprise, np.zeros(size), method="BFGS", options={"gtol": 1e-10}).x
    met = wins + wins.T
    p = expit(beta[:, None] - beta[None, :])
    weight = met * p * (1 - p)
    own = expit(beta)
    sigma = np.linalg.inv(np.diag(weight.sum(axis=1) + own * (1 - own)) - weight)
    order = sorted(range(size), key=lambda at: -beta[at])
    last, first = order[inside - 1], order[inside]
    width = math.sqrt(sigma[last, last] + sigma[first, first] - 2 * sigma[last, first])
    return {
        "items": list(items),
        "beta": [round(float(each), 7) for each in beta],
        "order": [items[at] for at in order],
        "chance_at_cut": round(float(norm.cdf((beta[last] - beta[first]) / width)), 6),
        "skipped": sum(each["skipped"] for each in ward.w["duels"]),
    }


def gut(ward: Ward, order: Sequence[str]) -> dict[str, Any]:
    """Schulze and Borda on the risks that at least one ballot has judged.

    A ballot takes no part in the pairs of what it cannot judge.
    """
    ballots = ward.w["ballots"]
    judged = [r for r in order if any(r not in each["no_opinion"] for each in ballots)]
    profile = ProfileWithTies(
        [_ranks(each, judged) for each in ballots], candidates=range(len(judged))
    )
    beats = beat_path_defeat(profile, strength_function=profile.support)
    beaten = {judged[i]: len(list(beats.predecessors(i))) for i in range(len(judged))}
    got, possible = dict.fromkeys(judged, 0.0), dict.fromkeys(judged, 0)
    for each in ballots:
        ranks = _ranks(each, judged)
        if len(ranks) < 2:
            continue
        alone = ProfileWithTies([ranks], candidates=sorted(ranks))
        for i, score in symmetric_borda_scores(alone).items():
            got[judged[i]] += (score + len(ranks) - 1) / 2
            possible[judged[i]] += len(ranks) - 1
    return {
        "beaten_by": beaten,
        "share": {r: got[r] / possible[r] for r in judged},
        "unjudged": [r for r in order if r not in judged],
        "voters": sum(bool(_ranks(each, judged)) for each in ballots),
    }


def _ranks(ballot: Mapping[str, Any], judged: Sequence[str]) -> dict[int, int]:
    at = {r: place for place, tied in enumerate(ballot["ranking"]) for r in tied}
    return {
        i: at.get(r, len(judged)) for i, r in enumerate(judged) if r not in ballot["no_opinion"]
    }


def responses(ward: Ward, figures: Mapping[str, Any]) -> dict[str, Any]:
    """What each response should bring, and for how much work."""
    day = ward.w["brief"]["project_size_person_days"] / 100
    found = {}
    for each in ward.w["responses"]:
        risk, inherent = each["risk"], figures[each["risk"]].get("median")
        asked = [
            m
            for m in ward.w["mitigations"]
            if risk in m["risks"] and m["required"] and m["status"] != "dropped"
        ]
        efforts = [m["effort_person_days"] for m in asked]
        effort = None if None in efforts else sum(efforts)
        proven = bool(asked) and all(m["status"] == "verified" for m in asked)
        after = None
        if each["residual_likelihood"] and each["residual_impact"]:
            after = CHANCE[each["residual_likelihood"]] * LOSS[each["residual_impact"]]
        leverage = None
        if after is not None and inherent is not None and effort:
            leverage = (inherent - after) * day / effort
        found[risk] = {
            "inherent": inherent,
            "residual": after,
            "current": after if proven and after is not None else inherent,
            "effort": effort,
            "leverage": leverage,
            "proven": proven,
        }
    return found


def portfolio(ward: Ward, rows: Mapping[str, Any]) -> dict[str, Any]:
    """The sums."""
    required = [m for m in ward.w["mitigations"] if m["required"] and m["status"] != "dropped"]
    return {
        "inherent": sum(row["inherent"] or 0 for row in rows.values()),
        "target": sum(
            (row["inherent"] if row["residual"] is None else row["residual"]) or 0
            for row in rows.values()
        ),
        "current": sum(row["current"] or 0 for row in rows.values()),
        "effort": sum(m["effort_person_days"] or 0 for m in required),
        "effort_unknown": sum(m["effort_person_days"] is None for m in required),
    }


def forecasts(ward: Ward, figures: Mapping[str, Any]) -> dict[str, Any]:
    """What was expected of the risks that are settled."""
    found = {}
    said = {each["risk"]: each for each in ward.w["responses"]}
    for each in ward.w["outcomes"]:
        if each["occurred"] == "cannot_tell":
            continue
        risk = each["risk"]
        asked = [m for m in ward.w["mitigations"] if risk in m["risks"] and m["required"]]
        proven = bool(asked) and all(
            m["verified_on"] and m["verified_on"] <= each["resolved_on"] for m in asked
        )
        level = said[risk]["residual_likelihood"]
        stated = figures[risk]["p_mean"]
        found[risk] = {
            "stated": stated,
            "in_force": CHANCE[level] if proven and level else stated,
            "from_residual": bool(proven and level),
            "occurred": each["occurred"] == "yes",
        }
    return found


def main() -> None:
    """Work everything out and write it down."""
    ward = Ward()
    found: dict[str, Any] = {}
    for name, last in (("round1", 1), ("final", 2)):
        figures = per_risk(ward, last)
        order = order_of(figures, ward.risks)
        found[name] = {
            "per_risk": figures,
            "order": order,
            "tiers": tiers_of(order, figures),
            "times_in_focus": left_out(ward, last),
            "agreement": agreement(ward, last, sorted(ward.asked)),
            "agreement_in_groups": {
                g: agreement(
                    ward, last, [who for who in sorted(ward.asked) if ward.group[who] == g]
                )
                for g in ward.groups
            },
            "worry": worry(ward, last),
            "queue": queue(figures, ward),
        }
    final = found["final"]
    tier = next(row for row in final["tiers"] if final["order"][ward.focus] in row)
    inside = ward.focus - final["order"].index(tier[0])
    found["boundary_tier"] = tier
    found["duels"] = duels(ward, tier, inside)
    found["ballots"] = gut(ward, final["order"])
    found["responses"] = responses(ward, final["per_risk"])
    found["portfolio"] = portfolio(ward, found["responses"])
    found["forecasts"] = forecasts(ward, final["per_risk"])
    GOLDEN.write_text(json.dumps(_rounded(found), indent=1) + "\n", encoding="utf-8")


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _rounded(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_rounded(each) for each in value]
    return round(value, 8) if isinstance(value, float) else value


if __name__ == "__main__":
    main()
