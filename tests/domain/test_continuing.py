from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from deskrisk.domain.brief import SettledError
from deskrisk.domain.continuing import (
    LessonKind,
    continued,
    duplicated,
    latest_entry,
    lessons,
    open_risks,
)
from deskrisk.domain.model.ids import CategoryId, ReviewId, RiskId, WorkshopId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.reviews import Occurred, Outcome, Review, ReviewEntry, RiskStatus
from deskrisk.domain.model.risks import Category
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.soundness import flaws
from deskrisk.services.samples import sample
from tests.builders import (
    a_fear,
    a_mitigation,
    a_participant,
    a_risk,
    a_score,
    a_workshop,
    an_objective,
)

V1, V2 = ReviewId("v1"), ReviewId("v2")
R1, R2, R3, R4 = (RiskId(f"r{n}") for n in (1, 2, 3, 4))
OWN = CategoryId("own")


def past() -> Workshop:
    """Four risks: one happened, one was closed, one was replaced and taken up again, one is new."""
    aim = an_objective("o1")
    return a_workshop(
        aim,
        a_participant("p1"),
        Category(id=OWN, position=4, name="Law"),
        a_fear("f1"),
        a_risk("r1"),
        a_risk("r2"),
        a_risk("r3", category=OWN, objectives=(aim.id,), fears=("f1",), ideas=("Ask",)),
        a_risk("r4", secondary_to=R1),
        *(a_score("p1", risk, 2, 2) for risk in (R1, R2, R3, R4)),
        Review(id=V1, held_on=date(2025, 4, 1)),
        Review(id=V2, held_on=date(2025, 5, 1)),
        Outcome(risk=R1, occurred=Occurred.YES),
        ReviewEntry(review=V1, risk=R1, note="The night shift was alone"),
        ReviewEntry(review=V1, risk=R2, status=RiskStatus.CLOSED),
        ReviewEntry(review=V1, risk=R3, status=RiskStatus.SUPERSEDED),
        ReviewEntry(review=V2, risk=R3, status=RiskStatus.OPEN, note="Back again"),
        a_mitigation("m1", "r1", title="Switch", status=MitigationStatus.VERIFIED),
        a_mitigation("m2", "r1", title="Drill", status=MitigationStatus.DROPPED, status_note="No"),
        a_mitigation("m3", "r1", title="Alert"),
        project="Shop",
        focus_count=3,
    )


def carried() -> Workshop:
    ids = (f"n{number}" for number in count())
    fresh = a_workshop(id="new", title="Second", held_on=date(2025, 7, 1))
    return continued(fresh, past(), lambda: next(ids))


def test_open_is_what_neither_happened_nor_was_closed_at_the_last_look() -> None:
    assert set(open_risks(past())) == {R3, R4}
    assert latest_entry(past(), R3) == past().review_entries["v2/r3"]
    assert latest_entry(past(), R4) is None


def test_lessons_are_what_happened_what_was_noted_and_what_held() -> None:
    told = [(each.kind, each.about, each.note) for each in lessons(past())]
    assert sorted(told, key=str) == sorted(
        [
            (LessonKind.HAPPENED, "Risk r1", "The night shift was alone"),
            (LessonKind.SEEN, "Risk r3", "Back again"),
            (LessonKind.PROVEN, "Switch", ""),
            (LessonKind.NOT_KEPT, "Drill", "No"),
        ],
        key=str,
    )


def test_open_risks_come_along_without_fears_scores_or_responses() -> None:
    workshop = carried()
    assert [each.title for each in workshop.risks.values()] == ["Risk r3", "Risk r4"]
    assert [each.number for each in workshop.risks.values()] == [1, 2]
    assert not workshop.scores
    assert not workshop.fears
    assert not workshop.mitigations
    assert workshop.brief.continues == "w"
    assert (workshop.brief.title, workshop.brief.project) == ("Second", "Shop")
    assert list(flaws(workshop)) == []


def test_kinds_and_aims_of_a_risk_are_found_again_by_their_words() -> None:
    workshop = carried()
    (third, fourth) = workshop.risks.values()
    assert third.category is not None
    assert workshop.categories[third.category].name == "Law"
    assert [workshop.objectives[each].text for each in third.objectives] == ["Aim o1"]
    assert (third.fears, third.ideas, fourth.secondary_to) == ((), ("Ask",), None)


def test_a_workshop_that_has_risks_goes_on_with_its_numbers() -> None:
    ids = (f"n{number}" for number in count())
    fresh = continued(a_workshop(a_risk("r7"), id="new"), past(), lambda: next(ids))
    assert sorted(each.number for each in fresh.risks.values()) == [7, 8, 9]


def test_once_scores_are_seen_nothing_is_taken() -> None:
    scored = a_workshop(a_risk("r1"), a_participant("p1"), a_score("p1", "r1", 1, 1), id="new")
    closed = replace(scored, progress=replace(scored.progress, round_closed=1))
    with pytest.raises(SettledError):
        continued(closed, past(), lambda: "x")


def test_the_sample_goes_on_with_what_is_still_open() -> None:
    ids = (f"n{number}" for number in count())
    workshop = continued(a_workshop(id="new"), sample(), lambda: next(ids))
    assert len(workshop.participants) == len(sample().participants)
    assert len(workshop.risks) == len(open_risks(sample())) > 0
    assert list(flaws(workshop)) == []


def test_a_copy_has_everything_but_what_was_agreed() -> None:
    copy = duplicated(past(), WorkshopId("copy"), "Trial, copy")
    assert (copy.id, copy.brief.title, copy.versions) == ("copy", "Trial, copy", {})
    assert copy.risks == past().risks
    assert put(copy, a_risk("r9")).risks != past().risks
