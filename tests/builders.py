"""Small values for tests: everything has a default, a test names only what it is about."""

from datetime import date
from typing import Any

from deskrisk.domain.model.brief import Brief
from deskrisk.domain.model.fears import Fear
from deskrisk.domain.model.ids import (
    FearId,
    MitigationId,
    ObjectiveId,
    ParticipantId,
    RiskId,
    WorkshopId,
)
from deskrisk.domain.model.people import Objective, Participant
from deskrisk.domain.model.responses import Mitigation
from deskrisk.domain.model.risks import OPERATIONAL, Risk
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.parts import put


def a_brief(**fields: Any) -> Brief:
    return Brief(
        **{
            "title": "Trial",
            "held_on": date(2025, 3, 11),
            "horizon": date(2025, 6, 30),
            **fields,
        }
    )


def a_workshop(*parts: Part, id: str = "w", **fields: Any) -> Workshop:
    return put(Workshop(id=WorkshopId(id), brief=a_brief(**fields)), *parts)


def a_participant(id: str = "p1", **fields: Any) -> Participant:
    return Participant(
        **{"id": ParticipantId(id), "position": int(id[1:] or 0), "name": f"Person {id}", **fields}
    )


def a_fear(id: str = "f1", **fields: Any) -> Fear:
    return Fear(**{"id": FearId(id), "text": f"Fear {id}", **fields})


def an_objective(id: str = "o1", **fields: Any) -> Objective:
    return Objective(
        **{"id": ObjectiveId(id), "position": int(id[1:] or 0), "text": f"Aim {id}", **fields}
    )


def a_risk(id: str = "r1", **fields: Any) -> Risk:
    return Risk(
        **{
            "id": RiskId(id),
            "number": int(id[1:] or 1),
            "title": f"Risk {id}",
            "cause": "the old interface has no test system",
            "event": "a wrong field may reach live orders",
            "consequence": "customers receive the wrong goods",
            "category": OPERATIONAL,
            **fields,
        }
    )


def a_score(
    participant: str, risk: str, likelihood: int | None, impact: int | None, **fields: Any
) -> Score:
    return Score(
        **{
            "round": 1,
            "participant": ParticipantId(participant),
            "risk": RiskId(risk),
            "likelihood": likelihood,
            "impact": impact,
            **fields,
        }
    )


def a_mitigation(id: str = "m1", *risks: str, **fields: Any) -> Mitigation:
    return Mitigation(
        **{
            "id": MitigationId(id),
            "position": int(id[1:] or 0),
            "risks": tuple(RiskId(each) for each in risks),
            "title": f"Promise {id}",
            **fields,
        }
    )
