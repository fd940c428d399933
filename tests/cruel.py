"""Workshops that a document must survive: far too much of everything, or next to nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.fears import Cluster, Disposition, FearKind, WorkingAgreement
from deskrisk.domain.model.ids import AgreementId, AmendmentId, ClusterId, GroupId, RiskId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.responses import Decision, Response, Signal
from deskrisk.domain.model.risks import FIXED_CATEGORIES
from deskrisk.domain.model.signoff import Amendment, Stance
from deskrisk.domain.model.workshop import Workshop
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)

LONG = ("Four thousand characters, of which each one was typed by a person. " * 60)[:4000]
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
ADDRESS = "https://example.org/" + "a-very-long-path-without-any-blank/" * 8

NAMES = (
    "Zażółć Gęślą-Jaźń",
    "Łukasz Święcicki",
    "Żaneta Błaszczyk",
    "Αλέξανδρος Παπαδόπουλος",
    "Ευφροσύνη Χατζηγεωργίου",
    "Ιωάννης Ξενάκης",
)


@cache
def crowded() -> Workshop:
    """Forty risks, thirty people, long texts and words, five reservations, and no promise."""
    groups = [Group(id=GroupId(f"g{n}"), position=n, name=f"Γκρουπ {n}") for n in range(4)]
    people = [
        a_participant(
            f"p{n}",
            name=f"{NAMES[n % len(NAMES)]} {n}",
            role="Kierownik działu zapewnienia jakości" if n % 2 else WORD[:60],
            group=groups[n % 4].id,
        )
        for n in range(30)
    ]
    risks = [
        a_risk(
            f"r{n}",
            title=LONG[:300]
            if n == 1
            else WORD[:90]
            if n == 2
            else f"Ryzyko numer {n} z czterdziestu",
            cause=LONG if n == 1 else "a cause of ordinary length that was written down in a hurry",
            event=WORD if n == 3 else "something may happen that nobody wants",
            consequence=LONG if n == 4 else "everybody has to stay late",
            category=FIXED_CATEGORIES[n % 4],
        )
        for n in range(1, 41)
    ]
    scores = [
        a_score(p.id, r.id, 1 + (r.number + p.position) % 5, 1 + (r.number * p.position) % 5)
        for p in people
        for r in risks
    ]
    start = date(2025, 3, 11)
    responses = [
        Response(
            risk=r.id,
            decision=Decision.WATCH if r.number % 2 else Decision.ACCEPT,
            owner=people[r.number % 30].id,
            reason=LONG if r.number == 20 else "because it is rare",
            trigger=WORD if r.number == 21 else "when the phone rings twice",
            fallback="call the plumber",
            review_date=start + timedelta(days=7 * r.number),
        )
        for r in risks
    ]
    stances = [
        Stance(
            round=1,
            participant=p.id,
            level=3 if p.position < 5 else 4,
            comment=LONG
            if p.position == 0
            else f"Zastrzeżenie {p.position}: " + LONG[:200]
            if p.position < 5
            else "",
            item=risks[p.position].id,
        )
        for p in people
    ]
    clusters = [Cluster(id=ClusterId(f"c{n}"), position=n, name=f"Στοίβα {n}") for n in range(8)]
    fears = [
        a_fear(f"f{n}", text=f"Fear number {n} {WORD[:80]}", cluster=clusters[n % 8].id)
        for n in range(120)
    ]
    made = a_workshop(
        *groups,
        *people,
        *(an_objective(f"o{n}", text=f"Cel numer {n} " + LONG[:100]) for n in range(1, 8)),
        *clusters,
        *fears,
        *risks,
        *scores,
        *responses,
        *stances,
        *(WorkingAgreement(id=AgreementId(f"a{n}"), position=n, text=LONG[:150]) for n in range(5)),
        Amendment(id=AmendmentId("x1"), sequence=1, after_round=1, item=WORD, change=LONG),
        StageNote(stage=Stage.RANK, private="Only mine", passed_because=LONG[:160]),
        title=f"{LONG[:200]} {WORD}",
        project="Ευρωπαϊκό πρόγραμμα " + WORD[:80],
        purpose=LONG,
        organisation=WORD,
        facilitator="Józef Źdźbło",
        focus_count=10,
        project_size_person_days=480.0,
    )
    return closed(made)


@cache
def one_risk() -> Workshop:
    """One risk, three people, one promise whose sign can be seen on the web."""
    people = [a_participant(f"p{n}", name=NAMES[n], role="Rola") for n in range(3)]
    scores = [a_score(p.id, "r1", 4, 4) for p in people]
    promise = a_mitigation(
        "m1",
        "r1",
        owner=people[0].id,
        due=date(2025, 4, 4),
        signal=Signal(statement="No call at night", where=ADDRESS),
    )
    decided = Response(
        risk=RiskId("r1"), decision=Decision.MITIGATE, owner=people[1].id, trigger="t", fallback="f"
    )
    fear = a_fear("f1", kind=FearKind.PEOPLE, disposition=Disposition.ACKNOWLEDGED)
    return closed(a_workshop(*people, fear, a_risk("r1"), *scores, decided, promise, focus_count=3))


@cache
def nothing() -> Workshop:
    """A title and nothing else."""
    return a_workshop(title="")


def closed(workshop: Workshop) -> Workshop:
    """The same with the first round closed, so that its answers may be printed."""
    return replace(workshop, progress=replace(workshop.progress, round_closed=1))


CRUEL: Mapping[str, Workshop] = {
    "crowded": crowded(),
    "one risk": one_risk(),
    "nothing": nothing(),
}
