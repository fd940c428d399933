"""Workshops of any size, the same ones every time."""

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from deskrisk.domain.model.brief import Brief
from deskrisk.domain.model.ids import GroupId, MitigationId, ParticipantId, RiskId, WorkshopId
from deskrisk.domain.model.people import Group, Participant
from deskrisk.domain.model.responses import Mitigation, Response
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Risk
from deskrisk.domain.model.scores import Ballot, BallotScope, Score
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.parts import part_name

GROUPS = 3
ASKED_AGAIN = 0.3
"""Share of the answers that were given a second time."""


def a_room(risks: int, people: int) -> Workshop:
    """So many risks scored by so many people of three groups, ballots on all of them, responses."""
    chance = random.Random(f"{risks} {people}")  # noqa: S311  the same room every time
    ids = [RiskId(f"r{number}") for number in range(1, risks + 1)]
    who = [ParticipantId(f"p{number}") for number in range(1, people + 1)]
    groups = [GroupId(f"g{number}") for number in range(GROUPS)]
    brief = Brief(title="Large room", held_on=date(2025, 3, 11), horizon=date(2025, 6, 30))
    workshop = Workshop(id=WorkshopId("w"), brief=replace(brief, project_size_person_days=480.0))
    return _with(
        workshop,
        [Group(id=id_, position=place, name=id_) for place, id_ in enumerate(groups)],
        [
            Participant(id=id_, position=place, name=id_, group=groups[place % GROUPS])
            for place, id_ in enumerate(who)
        ],
        [
            Risk(id=id_, number=number, category=FIXED_CATEGORIES[number % 4])
            for number, id_ in enumerate(ids, start=1)
        ],
        [
            Score(
                round=round_,
                participant=person,
                risk=risk,
                likelihood=chance.randint(1, 5),
                impact=chance.randint(1, 5),
            )
            for person in who
            for risk in ids
            for round_ in (1, 2)
            if round_ == 1 or chance.random() < ASKED_AGAIN
        ],
        [
            Ballot(
                participant=person,
                scope=BallotScope.ALL,
                ranking=tuple((risk,) for risk in chance.sample(ids, risks)),
            )
            for person in who
        ],
        [Response(risk=risk, residual_likelihood=2, residual_impact=2) for risk in ids],
        [
            Mitigation(
                id=MitigationId(f"m{risk}"),
                position=place,
                risks=(risk,),
                title="x",
                effort_person_days=5.0,
            )
            for place, risk in enumerate(ids)
        ],
    )


def forgotten(workshop: Workshop) -> Workshop:
    """An equal workshop of which nothing is remembered."""
    return replace(workshop, scores=dict(workshop.scores))


def _with(workshop: Workshop, *parts: Iterable[Part]) -> Workshop:
    fresh: dict[str, Any] = {}
    for values in parts:
        row = list(values)
        fresh[part_name(row[0])] = {value.id: value for value in row}
    return replace(workshop, **fresh)
