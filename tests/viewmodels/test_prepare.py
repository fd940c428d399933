from dataclasses import replace
from datetime import date

import pytest

from deskrisk.domain.model.brief import DecisionRule, Progress
from deskrisk.domain.model.ids import CategoryId, GroupId, ParticipantId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.risks import Category
from deskrisk.domain.model.workshop import Part
from deskrisk.services.samples import sample
from deskrisk.viewmodels.prepare import prepare_view
from tests.builders import a_participant, a_workshop, an_objective

G1 = GroupId("g1")


def test_the_sample_lacks_nothing() -> None:
    view = prepare_view(sample())
    assert (view.missing, view.ready) == ("Nothing is missing", True)
    assert view.people_note == "8 score, in 2 groups"
    assert [(group.name, group.count) for group in view.groups] == [
        ("Product and design", "3 score"),
        ("Engineering", "5 score"),
    ]
    assert [aim.number for aim in view.aims] == ["1", "2", "3", "4", "5"]


def test_an_empty_workshop_says_what_is_missing() -> None:
    view = prepare_view(a_workshop())
    assert view.missing == "Still missing: two people, two aims and what this is for"
    assert view.aims_note == "Two aims are enough to start."
    assert view.people_note == "Two people are enough to start."
    assert [(group.id, group.people) for group in view.groups] == [(None, ())]


def test_an_owner_is_asked_for_where_the_rule_has_one() -> None:
    parts: list[Part] = [
        a_participant("p1"),
        a_participant("p2"),
        an_objective("o1"),
        an_objective("o2"),
    ]
    rule = DecisionRule.OWNER_AFTER_ADVICE
    view = prepare_view(a_workshop(*parts, purpose="why", decision_rule=rule))
    assert view.missing == "Still missing: who decides in the end"
    row = next(row for row in view.deciding if row.field == "decision_owner")
    assert [words for _value, words in row.options] == ["nobody yet", "Person p1", "Person p2"]
    consent = prepare_view(a_workshop(*parts, purpose="why"))
    assert "decision_owner" not in [row.field for row in consent.deciding]
    assert consent.ready


@pytest.mark.parametrize(
    ("horizon", "note", "fits"),
    [
        (date(2025, 3, 12), "That is less than two weeks after the meeting.", False),
        (date(2025, 6, 30), "every chance is before this day", True),
        (date(2029, 1, 1), "That is more than three years after the meeting.", False),
    ],
)
def test_the_horizon_is_advised_not_refused(horizon: date, note: str, *, fits: bool) -> None:
    view = prepare_view(a_workshop(horizon=horizon))
    assert (view.horizon_note, view.horizon_fits) == (note, fits)


def test_a_group_under_three_scorers_is_told_and_loners_come_last() -> None:
    group = Group(id=G1, position=0, name="Product")
    people = [a_participant(f"p{n}", group=G1 if n < 4 else None) for n in range(1, 5)]
    view = prepare_view(a_workshop(group, *people))
    assert [(rows.name, bool(rows.warning)) for rows in view.groups] == [
        ("Product", False),
        ("In no group", False),
    ]
    small = a_workshop(group, *people[:3])
    who = ParticipantId("p1")
    absent = replace(
        small,
        participants={
            **small.participants,
            who: replace(small.participants[who], scores=False),
        },
    )
    assert "Fewer than three" in prepare_view(absent).groups[0].warning


def test_many_aims_and_people_are_advised_against() -> None:
    parts: list[Part] = [
        *(an_objective(f"o{n}") for n in range(7)),
        *(a_participant(f"p{n}") for n in range(13)),
    ]
    view = prepare_view(a_workshop(*parts))
    assert view.aims_note == "More than six aims are hard to hold in mind."
    assert view.people_note == "Over twelve: two tables work better."


def test_rules_are_settled_once_scores_are_seen() -> None:
    workshop = a_workshop(Category(id=CategoryId("own"), position=9, name="Legal"))
    assert prepare_view(workshop).settled_note == "fixed before anybody scores"
    seen = prepare_view(replace(workshop, progress=Progress(round_closed=1)))
    assert seen.settled_note == "fixed, scores are seen"
    assert seen.own_kinds == (("own", "Legal"),)
    assert seen.kinds_note == "the four and 1"
