from dataclasses import replace
from typing import Any

import pytest

from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.risks import COST, DELIVERY
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put, removed
from deskrisk.services.samples import sample
from deskrisk.viewmodels.hedging import HedgingView, distance_word, hedging_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def closed(workshop: Workshop, round_: int = 1) -> Workshop:
    return replace(workshop, progress=replace(workshop.progress, round_closed=round_))


def a_room(*sizes: int, **fields: Any) -> Workshop:
    """Groups of these sizes: the first fears r1 (cost), the others r2 (not delivering)."""
    parts: list[Any] = [a_risk("r1", category=COST), a_risk("r2", category=DELIVERY)]
    number = 0
    for place, size in enumerate(sizes):
        group = f"g{place}"
        parts.append(Group(id=GroupId(group), position=place, name=f"Team {place}"))
        for _ in range(size):
            number += 1
            low, high = ("r2", "r1") if place == 0 else ("r1", "r2")
            parts.append(a_participant(f"p{number}", group=group))
            parts.append(a_score(f"p{number}", high, 3, 5))
            parts.append(a_score(f"p{number}", low, 3, 1))
    return closed(a_workshop(*parts, **fields))


def texts(found: HedgingView) -> str:
    return repr(found)


def test_the_ward_says_who_worries_about_what() -> None:
    found = hedging_view(sample("hospital-ward"))
    assert found.groups == ("Nursing", "Doctors", "Estates and logistics")
    assert found.line == (
        "Nursing puts most of its worry on “Operational”, Estates and logistics on "
        "“Not delivering”: far apart. The talk brought them closer."
    )
    people = next(row for row in found.kinds if row.name == "People")
    assert people.sign == "own-1"
    assert [(cell.text, cell.was) for cell in people.cells] == [
        ("37\xa0%", "40\xa0%"),
        ("22\xa0%", "21\xa0%"),
        ("5\xa0%", "0\xa0%"),
    ]
    assert [row.word for row in found.distances] == [
        "some way apart",
        "far apart",
        "some way apart",
    ]
    assert found.hidden == (
        "Not shown, because too few of them answered: Offices. For nine risks not shown either, so "
        "that no answer can be worked out: Doctors."
    )


def test_gaps_stand_in_the_order_that_holds_with_what_they_were() -> None:
    found = hedging_view(sample("hospital-ward"))
    assert [row.number for row in found.gaps] == [5, 6, 3, 10, 2, 9, 8]
    first = found.gaps[0]
    assert first.title == "First night with strangers"
    assert (
        first.sentence == "Nursing is more worried than Estates and logistics, by about one step."
    )
    assert first.was == "Before the talk by about four steps."
    assert not first.closed


def test_what_the_talk_closed_is_said_last() -> None:
    found = hedging_view(sample())
    shut = [row for row in found.gaps if row.closed]
    assert found.gaps[-2:] == tuple(shut)
    assert [row.number for row in shut] == [8, 7]
    assert shut[1].sentence == "After the talk they read it alike."
    assert shut[1].was == (
        "Before the talk: Engineering is more worried than Product and design, "
        "by about three steps."
    )


def test_groups_that_worry_about_different_things() -> None:
    found = hedging_view(a_room(3, 3))
    assert found.line == (
        "Team 0 puts most of its worry on “Cost”, Team 1 on “Not delivering”: far apart."
    )
    assert [row.sentence for row in found.gaps] == [
        "Team 0 is more worried than Team 1, by about four steps.",
        "Team 1 is more worried than Team 0, by about four steps.",
    ]
    assert {cell.was for row in found.kinds for cell in row.cells} == {""}
    assert found.hidden == ""


@pytest.mark.parametrize(
    ("room", "line"),
    [
        (a_room(), "There are no groups, so there is nothing to compare."),
        (a_room(2, 2), "No group has enough answers to be shown."),
        (a_room(4), "Only Team 0 has enough answers to be shown, so nothing can be compared."),
        (
            a_room(4, 4, anonymity=Anonymity.ANONYMOUS),
            "This room looks at itself as a whole: groups are not compared.",
        ),
        (closed(a_room(4, 4), 0), "The groups appear when the first round is closed."),
    ],
)
def test_it_says_why_nothing_can_be_compared(room: Workshop, line: str) -> None:
    found = hedging_view(room)
    assert found.line == line
    assert (found.distances, found.gaps) == ((), ())


def test_a_small_group_is_nowhere_and_takes_another_out_of_the_risks() -> None:
    found = hedging_view(a_room(4, 1, 3))
    assert found.groups == ("Team 0", "Team 2")
    assert found.gaps == ()
    assert "g1" not in texts(found)
    assert found.hidden == (
        "Not shown, because too few of them answered: Team 1. For two risks not shown either, so "
        "that no answer can be worked out: Team 2."
    )


def test_nothing_of_a_half_finished_second_round_is_shown() -> None:
    room = a_room(3, 3)
    half = put(room, a_score("p1", "r1", 1, 1, round=2))
    assert hedging_view(half) == hedging_view(room)


def test_a_gap_of_groups_that_are_hidden_now_is_not_called_closed() -> None:
    room = a_room(3, 3)
    left = [a_score("p1", "r1", None, None, round=2, abstain=True)]
    found = hedging_view(closed(put(room, *left), 2))
    row = next(row for row in found.gaps if row.number == 1)
    assert not row.closed
    assert row.sentence == "It can no longer be compared without giving somebody away."


def test_a_risk_of_no_kind_has_a_row() -> None:
    room = a_room(3, 3)
    room = put(room, replace(room.risks[next(iter(room.risks))], category=None))
    assert [row.name for row in hedging_view(room).kinds] == ["Not delivering", "risks of no kind"]


def test_an_empty_room_with_groups() -> None:
    room = a_workshop(Group(id=GroupId("g"), position=0, name="Team"))
    assert hedging_view(closed(room)).line == "No group has enough answers to be shown."
    assert hedging_view(closed(removed(room, Group, "g"))).kinds == ()


@pytest.mark.parametrize(
    ("distance", "word"),
    [
        (0.0, "close"),
        (0.19, "close"),
        (0.2, "some way apart"),
        (0.4, "far apart"),
        (1, "far apart"),
    ],
)
def test_distances_have_words(distance: float, word: str) -> None:
    assert distance_word(distance) == word
