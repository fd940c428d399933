from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain import groups
from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.ids import GroupId, ParticipantId, RiskId
from deskrisk.domain.model.people import Group
from deskrisk.domain.model.risks import COST, DELIVERY, OPERATIONAL
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.nearly import near

A, B, C = GroupId("a"), GroupId("b"), GroupId("c")
R1 = RiskId("r1")

values = st.lists(st.sampled_from([0.025, 0.35, 3.5, 10.5, 27.0, 90.0]), min_size=1, max_size=8)


def a_room(*sizes: int, likelihood: tuple[int, ...] = (3, 3, 3), **fields: Any) -> Workshop:
    """One risk, and groups of these sizes that all scored it; each group of one mind."""
    workshop = a_workshop(a_risk(), **fields)
    parts: list[Any] = []
    number = 0
    for place, (id_, size) in enumerate(zip((A, B, C), sizes, strict=False)):
        parts.append(Group(id=id_, position=place, name=id_))
        for _ in range(size):
            number += 1
            parts.append(a_participant(f"p{number}", group=id_))
            parts.append(a_score(f"p{number}", "r1", likelihood[place], 3))
    return a_workshop(*workshop.risks.values(), *parts, **fields)


def shown(workshop: Workshop) -> set[GroupId]:
    return {each.group for each in groups.group_exposures(workshop)[R1] if not each.hidden}


def test_groups_of_three_are_shown() -> None:
    assert shown(a_room(3, 3)) == {A, B}


def test_a_lone_small_group_takes_the_smallest_other_with_it() -> None:
    assert shown(a_room(2, 3)) == set()
    assert shown(a_room(2, 4, 3)) == {B}
    assert shown(a_room(1, 3, 4)) == {C}


def test_two_small_groups_hide_each_other() -> None:
    assert shown(a_room(2, 2, 3)) == {C}


def test_a_group_without_answers_gives_nothing_away() -> None:
    assert shown(a_room(0, 3, 4)) == {B, C}


def test_a_hidden_group_has_a_count_but_no_median() -> None:
    (a, b) = groups.group_exposures(a_room(2, 3))[R1]
    assert (a.n, a.median, b.n, b.median) == (2, None, 3, None)


def test_anonymous_rooms_compare_no_groups() -> None:
    workshop = a_room(5, 5, likelihood=(1, 5, 3), anonymity=Anonymity.ANONYMOUS)
    assert shown(workshop) == set()
    assert groups.group_gaps(workshop)[R1] == ()
    assert groups.worry(workshop) == groups.Worry(groups={}, distances=())


def test_named_rooms_compare_groups_of_two_but_no_single_person() -> None:
    assert shown(a_room(2, 2, anonymity=Anonymity.NAMED)) == {A, B}
    assert shown(a_room(1, 4, anonymity=Anonymity.NAMED)) == set()


def test_a_room_without_groups_has_nothing_to_compare() -> None:
    assert groups.group_exposures(a_room())[R1] == ()
    assert groups.group_gaps(a_room())[R1] == ()


def test_two_groups_that_do_not_overlap_are_a_hedge_gap() -> None:
    (gap,) = groups.group_gaps(a_room(3, 3, likelihood=(4, 2, 3)))[R1]
    assert (gap.a, gap.b, gap.more_worried) == (A, B, A)
    assert (gap.median_a, gap.median_b) == (near(6.5), near(1.25))
    assert (gap.ratio, gap.delta, gap.hedge_gap) == (near(5.2), 1, True)
    assert gap.steps == near(1.432007)


def test_the_other_group_may_be_the_more_worried_one() -> None:
    (gap,) = groups.group_gaps(a_room(3, 3, likelihood=(2, 4, 3)))[R1]
    assert (gap.more_worried, gap.delta) == (B, -1)


def test_a_small_ratio_is_no_hedge_gap() -> None:
    (gap,) = groups.group_gaps(a_room(3, 3, likelihood=(4, 3, 3)))[R1]
    assert (gap.ratio, gap.delta, gap.hedge_gap) == (near(1.857143), 1, False)


def test_a_ratio_of_three_is_enough() -> None:
    workshop = a_room(3, 3)
    higher = [a_score(f"p{n}", "r1", 3, 4) for n in (1, 2, 3)]
    (gap,) = groups.group_gaps(put(workshop, *higher))[R1]
    assert (gap.ratio, gap.hedge_gap) == (near(3), True)


def test_equal_medians_have_no_more_worried_group() -> None:
    (gap,) = groups.group_gaps(a_room(3, 3))[R1]
    assert (gap.ratio, gap.steps, gap.more_worried, gap.hedge_gap) == (1, 0, None, False)


def test_three_groups_make_three_pairs() -> None:
    gaps = groups.group_gaps(a_room(3, 3, 3))[R1]
    assert [(gap.a, gap.b) for gap in gaps] == [(A, B), (A, C), (B, C)]


def test_groups_that_mostly_overlap_are_no_hedge_gap() -> None:
    workshop = a_workshop(
        a_risk(),
        Group(id=A, position=0, name="a"),
        Group(id=B, position=1, name="b"),
        *(a_participant(f"p{n}", group=A if n < 4 else B) for n in range(8)),
        *(a_score(f"p{n}", "r1", 3, impact) for n, impact in enumerate((5, 5, 1, 1, 4, 2, 1, 1))),
    )
    (gap,) = groups.group_gaps(workshop)[R1]
    assert gap.ratio == near(5.773503)
    assert (gap.delta, gap.hedge_gap) == (0.25, False)


def test_delta_needs_two_groups() -> None:
    assert groups.cliffs_delta([], [1.0]) is None
    assert groups.cliffs_delta([1.0], []) is None


@given(values, values)
def test_delta_turns_round_with_the_groups(a: list[float], b: list[float]) -> None:
    delta = groups.cliffs_delta(a, b)
    assert delta is not None
    assert -1 <= delta <= 1
    assert groups.cliffs_delta(b, a) == -delta


@given(values, values)
def test_delta_knows_no_unit_and_no_number_of_voters(a: list[float], b: list[float]) -> None:
    delta = groups.cliffs_delta(a, b)
    assert groups.cliffs_delta([7 * x for x in a], [7 * x for x in b]) == delta
    assert groups.cliffs_delta(a * 2, b) == pytest.approx(delta)


def test_everybody_has_one_unit_of_worry() -> None:
    workshop = a_workshop(
        a_risk("r1", category=COST),
        a_risk("r2", category=DELIVERY),
        a_risk("r3", category=None),
        a_participant("p1"),
        a_participant("p2"),
        a_score("p1", "r1", 5, 5),
        a_score("p1", "r2", 5, 3),
        a_score("p1", "r3", 5, 1),
    )
    found = groups.person_worry(workshop)
    assert set(found) == {"p1"}
    assert found[ParticipantId("p1")] == near(
        {COST: 90 / 99.9, DELIVERY: 9 / 99.9, None: 0.9 / 99.9}
    )


def test_the_worry_of_small_groups_is_hidden_and_one_group_has_no_figure() -> None:
    found = groups.worry(a_room(3, 2))
    assert set(found.groups) == {A}
    assert found.distances == ()


def test_groups_that_worry_about_different_things_do_not_overlap() -> None:
    people = [a_participant(f"p{n}", group=A if n < 3 else B) for n in range(6)]
    workshop = a_workshop(
        a_risk("r1", category=COST),
        a_risk("r2", category=OPERATIONAL),
        Group(id=A, position=0, name="a"),
        Group(id=B, position=1, name="b"),
        *people,
        *(a_score(f"p{n}", "r1" if n < 3 else "r2", 3, 3) for n in range(6)),
    )
    (distance,) = groups.worry(workshop).distances
    assert (distance.a, distance.b, distance.distance) == (A, B, 1)


def test_the_same_worries_have_no_distance() -> None:
    assert groups.share_distance({COST: 0.4, None: 0.6}, {COST: 0.4, None: 0.6}) == 0


def test_a_kind_that_some_do_not_worry_about_counts_as_nothing_for_them() -> None:
    people = [a_participant(f"p{n}", group=A) for n in (1, 2, 3)]
    risks = (a_risk("r1", category=COST), a_risk("r2", category=DELIVERY))
    said = [a_score(f"p{n}", "r1", 3, 3) for n in (1, 2, 3)]
    room = a_workshop(
        Group(id=A, position=0, name="a"), *people, *risks, *said, a_score("p1", "r2", 3, 3)
    )
    assert groups.worry(room).groups[A] == near({COST: 2.5 / 3, DELIVERY: 0.5 / 3})


def test_a_gap_knows_its_risk_and_both_medians() -> None:
    (gap,) = groups.group_gaps(a_room(3, 3, likelihood=(2, 4, 3)))[R1]
    assert (gap.risk, gap.a, gap.b) == (R1, A, B)
    assert [gap.median_a, gap.median_b] == near([1.25, 6.5])
