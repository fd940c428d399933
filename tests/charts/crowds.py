"""Workshops with any number of risks, for charts that must hold them all."""

import random
from dataclasses import replace

from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample

LONG = "Everything that nobody has said aloud because it seemed too large to be put into words: "


def crowd(count: int, *, long: bool = False, tied: bool = False, people: int = 8) -> Workshop:
    """The sample with its risks again and again, other scores for those that come again.

    Args:
        count: how many risks.
        long: whether titles are very long.
        tied: whether everybody gave the same answer for every risk.
        people: how many of the eight have scored.
    """
    workshop = sample()
    chance = random.Random(7)  # noqa: S311  the same crowd each time
    scorers = list(workshop.participants)[:people]
    models, risks, scores = list(workshop.risks.values()), {}, {}
    for number in range(count):
        model = models[number % len(models)]
        id_ = RiskId(f"crowd-{number}")
        again = f"{model.title}, again {number}" if number >= len(models) else model.title
        title = LONG + again if long else again
        risks[id_] = replace(model, id=id_, number=number + 1, title=title)
        for score in workshop.scores.values():
            if score.risk != model.id or score.round != 1 or score.participant not in scorers:
                continue
            levels = [3, 3] if tied else [score.likelihood, score.impact]
            if number >= len(models) and not tied and None not in levels:
                levels = [
                    min(5, max(1, (each or 1) + chance.choice((-1, 0, 1)))) for each in levels
                ]
            each = replace(score, risk=id_, likelihood=levels[0], impact=levels[1])
            scores[each.id] = each
    return replace(
        workshop,
        risks=risks,
        scores=scores,
        responses={},
        mitigations={},
        order_moves={},
        discussion_notes={},
        outcomes={},
        reviews={},
        review_entries={},
        progress=replace(workshop.progress, agreed_order=(), round_closed=1),
    )
