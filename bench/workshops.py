"""Realistic workshops by the thousand, the same for the same seed: to measure and to try with."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from bench import sayings
from deskrisk.domain.model.brief import Anonymity, Brief, Progress
from deskrisk.domain.model.fears import Cluster, Disposition, Fear, FearKind
from deskrisk.domain.model.ids import (
    ClusterId,
    FearId,
    GroupId,
    MitigationId,
    NoteId,
    ObjectiveId,
    ParticipantId,
    ReviewId,
    RiskId,
    WorkshopId,
)
from deskrisk.domain.model.people import Group, Objective, Participant
from deskrisk.domain.model.responses import (
    Decision,
    Mitigation,
    MitigationStatus,
    Response,
    Signal,
)
from deskrisk.domain.model.reviews import Occurred, Outcome, Review
from deskrisk.domain.model.risks import FIXED_CATEGORIES, Risk
from deskrisk.domain.model.scores import DiscussionNote, Score
from deskrisk.domain.model.signoff import Stance
from deskrisk.domain.model.workshop import Part, Workshop
from deskrisk.domain.parts import put

PEOPLE, FEARS, RISKS, PROMISES = 12, 60, 40, 20
"""How much is in a full workshop, as in the figures for the speed of the library."""

FIRST_DAY = date(2017, 1, 9)
_DECISIONS = (Decision.MITIGATE, Decision.MITIGATE, Decision.WATCH, Decision.ACCEPT)
_STATES = (
    MitigationStatus.VERIFIED,
    MitigationStatus.VERIFIED,
    MitigationStatus.VERIFIED,
    MitigationStatus.DONE_UNVERIFIED,
    MitigationStatus.IN_PROGRESS,
    MitigationStatus.DROPPED,
)


def chance_of(seed: str) -> Random:
    """A source of chance that gives the same again for the same seed."""
    return Random(seed)  # noqa: S311  no secret


def new_id(chance: Random) -> str:
    """Random 128-bit text."""
    return f"{chance.getrandbits(128):032x}"


def a_brief(chance: Random, days: int) -> Brief:
    """Settings of a workshop that is held within so many days from the first one."""
    held = FIRST_DAY + timedelta(days=chance.randrange(days))
    project = chance.choice(sayings.PROJECTS)
    return Brief(
        title=sayings.a_title(chance, project),
        project=project,
        purpose=sayings.a_purpose(chance),
        organisation=chance.choice(sayings.ORGANISATIONS),
        facilitator=chance.choice(sayings.PEOPLE),
        held_on=held,
        horizon=held + timedelta(days=chance.choice((90, 120, 180))),
        anonymity=Anonymity.ROLE_ONLY,
    )


def some_fears(chance: Random, count: int = FEARS) -> Iterator[Fear]:
    """Fears in the words of people; one in six is about us."""
    for _each in range(count):
        about_us = chance.random() < 1 / 6
        yield Fear(
            id=FearId(new_id(chance)),
            text=sayings.a_fear(chance, about_us=about_us),
            kind=FearKind.PEOPLE if about_us else FearKind.OUTCOME,
            cluster=ClusterId(f"c{chance.randrange(8)}"),
            disposition=chance.choice(tuple(Disposition)[:4]),
        )


def workshops(count: int, *, seed: int = 1, days: int = 3600) -> Iterator[Workshop]:
    """Workshops at every stage, one made after the other."""
    for place in range(count):
        chance = chance_of(f"{seed}/{place}")
        yield a_workshop(chance, days)


def a_workshop(chance: Random, days: int) -> Workshop:
    """One workshop: four of five have been followed up, the rest stopped on the way."""
    made = Workshop(id=WorkshopId(new_id(chance)), brief=a_brief(chance, days))
    made = put(made, *_room(chance))
    if chance.random() < 0.05:
        return made
    made = put(made, *some_fears(chance), *_risks(chance))
    if chance.random() < 0.1:
        return made
    made = put(made, *_answers(chance, made))
    return _followed_up(chance, made) if chance.random() < 0.9 else made


def _room(chance: Random) -> Iterator[Part]:
    for place, name in enumerate(sayings.GROUPS):
        yield Group(id=GroupId(f"g{place}"), position=place, name=name)
    for place, name in enumerate(chance.sample(sayings.PEOPLE, PEOPLE)):
        yield Participant(
            id=ParticipantId(f"p{place}"),
            position=place,
            name=name,
            role=chance.choice(sayings.ROLES),
            group=GroupId(f"g{place % len(sayings.GROUPS)}"),
        )
    for place in range(3):
        text = sayings.an_aim(chance)
        yield Objective(id=ObjectiveId(f"o{place}"), position=place, text=text)
    for place, name in enumerate(chance.sample(sayings.PILES, 8)):
        yield Cluster(id=ClusterId(f"c{place}"), position=place, name=name)


def _risks(chance: Random) -> Iterator[Part]:
    for place in range(RISKS):
        cause, event, consequence, title = sayings.a_risk(chance)
        yield Risk(
            id=RiskId(f"r{place}"),
            number=place + 1,
            title=title,
            cause=cause,
            event=event,
            consequence=consequence,
            category=chance.choice(FIXED_CATEGORIES),
            objectives=(ObjectiveId(f"o{place % 3}"),),
        )


def _answers(chance: Random, made: Workshop) -> Iterator[Part]:
    for risk in made.risks:
        middle = chance.randint(1, 5), chance.randint(1, 5)
        for person in made.participants:
            likelihood, impact = (min(max(m + chance.choice((-1, 0, 0, 1)), 1), 5) for m in middle)
            yield Score(
                round=1, participant=person, risk=risk, likelihood=likelihood, impact=impact
            )
    for place in range(6):
        text = sayings.a_note(chance)
        yield DiscussionNote(
            id=NoteId(f"n{place}"), position=place, round=1, risk=RiskId(f"r{place}"), text=text
        )


def _followed_up(chance: Random, made: Workshop) -> Workshop:
    held = made.brief.held_on
    people = tuple(made.participants)
    made = put(made, *_promises(chance, held, people), *_responses(chance, held, people))
    made = put(made, *(Stance(round=1, participant=each, level=4) for each in people))
    order = tuple(sorted(made.risks, key=lambda _id: chance.random()))
    progress = Progress(
        aims_confirmed=True,
        rule_read_out=True,
        agreed_order=order,
        order_confirmed=True,
        round_closed=1,
    )
    made = replace(made, progress=progress)
    looks = [made.brief.horizon + timedelta(days=1)] if chance.random() < 0.9 else []
    for place, day in enumerate((held + timedelta(weeks=6), *looks)):
        made = put(made, Review(id=ReviewId(f"v{place}"), held_on=day, attended=people[:5]))
    known = [Occurred.YES, Occurred.NO, Occurred.NO]
    for risk in order[:7]:
        made = put(made, Outcome(risk=risk, occurred=chance.choice(known)))
    return made


def _promises(
    chance: Random, held: date, people: tuple[ParticipantId, ...]
) -> Iterator[Mitigation]:
    open_ones = chance.random() < 0.05  # most were settled long ago
    for place in range(PROMISES):
        status = chance.choice(_STATES if open_ones else _STATES[:3])
        yield Mitigation(
            id=MitigationId(f"m{place}"),
            position=place,
            risks=(RiskId(f"r{place % 7}"),),
            title=sayings.a_promise(chance),
            owner=chance.choice(people),
            due=held + timedelta(days=chance.randint(14, 120)),
            signal=Signal(statement=sayings.a_signal(chance), metric="share of requests"),
            status=status,
        )


def _responses(chance: Random, held: date, people: tuple[ParticipantId, ...]) -> Iterator[Response]:
    for place in range(7):
        decision = chance.choice(_DECISIONS)
        looked = held + timedelta(days=chance.randint(30, 90))
        yield Response(
            risk=RiskId(f"r{place}"),
            decision=decision,
            owner=chance.choice(people),
            reason=sayings.a_note(chance),
            trigger=sayings.a_signal(chance),
            fallback=sayings.a_promise(chance),
            review_date=looked if decision is Decision.ACCEPT else None,
        )
