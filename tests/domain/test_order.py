from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskrisk.domain import order
from deskrisk.domain.errors import EmptyError, MissingError, NoReasonError, RangeError
from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import MoveId, RiskId
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put, removed
from deskrisk.domain.scores import close_round
from tests.builders import a_participant, a_risk, a_score, a_workshop

Answers = tuple[tuple[int, int], ...]

rooms = st.lists(
    st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=3, max_size=3).map(tuple),
    min_size=1,
    max_size=6,
)


def a_room(*answers: Answers, **fields: Any) -> Workshop:
    """Risks r1, r2 ... with the answers of p0, p1 ..."""
    people = max((len(row) for row in answers), default=0)
    return a_workshop(
        *(a_participant(f"p{n}") for n in range(people)),
        *(a_risk(f"r{number}") for number in range(1, len(answers) + 1)),
        *(
            a_score(f"p{person}", f"r{number}", *answer)
            for number, row in enumerate(answers, start=1)
            for person, answer in enumerate(row)
        ),
        **fields,
    )


def one(impact: int) -> Answers:
    return ((3, impact),)


def found_order(workshop: Workshop) -> list[str]:
    return [each.risk for each in order.ranked(workshop)]


def tiers(workshop: Workshop) -> list[int | None]:
    return [each.tier for each in order.ranked(workshop)]


def moved(workshop: Workshop, risk: str, to: int, reason: str = "") -> Workshop:
    return order.move_risk(workshop, RiskId(risk), to, reason=reason, id_=MoveId(f"{risk}-{to}"))


def test_the_larger_median_comes_first() -> None:
    assert found_order(a_room(one(1), one(5), one(3))) == ["r2", "r3", "r1"]


def test_equal_medians_fall_back_on_the_upper_quartile() -> None:
    low, high = ((3, 3), (3, 3), (3, 3), (3, 3)), ((3, 3), (3, 3), (3, 3), (3, 5))
    assert found_order(a_room(low, high)) == ["r2", "r1"]


def test_then_on_the_mean() -> None:
    low = ((3, 3),) * 4 + ((3, 1),)
    assert found_order(a_room(low, ((3, 3),) * 5)) == ["r2", "r1"]


def test_then_on_the_number_and_at_last_on_the_id() -> None:
    assert found_order(a_room(one(3), one(3))) == ["r1", "r2"]
    same_number = a_workshop(a_risk("r2", number=1), a_risk("r1", number=1))
    assert found_order(same_number) == ["r1", "r2"]


def test_equal_medians_share_the_better_rank() -> None:
    row = order.ranked(a_room(one(5), one(3), one(3), one(1)))
    assert [each.position for each in row] == [1, 2, 3, 4]
    assert [each.shown_rank for each in row] == [1, 2, 2, 4]
    assert [each.tied for each in row] == [False, False, True, False]


def test_risks_nobody_scored_come_last_without_a_tier() -> None:
    row = order.ranked(a_room((), one(1), ()))
    assert [each.risk for each in row] == ["r2", "r1", "r3"]
    assert [each.tier for each in row] == [1, None, None]
    assert [each.shown_rank for each in row] == [1, 2, 2]


def test_a_tier_ends_at_half_of_its_leader() -> None:
    # 19.5, 10.5, 6.5, 3.5 points: 1.86 times, then 3 times the leader, then 1.86 times again
    workshop = a_room(((4, 4),), ((3, 4),), ((4, 3),), ((3, 3),))
    assert tiers(workshop) == [1, 1, 2, 2]


def test_exactly_half_opens_a_tier() -> None:
    assert order._opens_tier(2.0, 1.0)
    assert order._opens_tier(2.0, 1.0 + 1e-12)
    assert not order._opens_tier(2.0, 1.0 + 1e-6)


def test_small_steps_do_not_build_an_endless_tier() -> None:
    # each less than twice the next, yet the third is more than twice below the first
    workshop = a_room(((4, 4),), ((3, 4),), ((5, 3),), ((4, 3),))
    assert tiers(workshop) == [1, 1, 2, 2]


def test_a_line_inside_a_tier_opens_all_of_it() -> None:
    row = order.ranked(a_room(one(5), one(3), one(3), one(3), one(1)))
    assert order.boundary_tier(row, 2) == ("r2", "r3", "r4")
    assert order.boundary_tier(row, 3) == ("r2", "r3", "r4")


def test_a_line_between_two_tiers_opens_none() -> None:
    row = order.ranked(a_room(one(5), one(3), one(3)))
    assert order.boundary_tier(row, 1) == ()
    assert order.boundary_tier(row, 3) == ()
    assert order.boundary_tier(row, 9) == ()
    assert order.boundary_tier(row, 0) == ()
    assert order.boundary_tier((), 1) == ()


def test_unscored_risks_are_no_tier_to_vote_on() -> None:
    row = order.ranked(a_room(one(5), (), ()))
    assert order.boundary_tier(row, 2) == ()


def test_a_choice_that_hangs_on_one_person_is_borderline() -> None:
    first: Answers = ((5, 5), (5, 5), (5, 5))
    second: Answers = ((3, 5), (1, 2), (3, 3))
    third: Answers = ((1, 2), (3, 3), (3, 3))
    found = order.stability(a_room(first, second, third, focus_count=2))
    assert found.runs == 3
    assert found.times_in_focus == {"r1": 3, "r2": 2, "r3": 1}
    assert (found.firm, found.borderline) == (("r1",), ("r2", "r3"))


def test_a_single_scorer_leaves_nobody_out() -> None:
    found = order.stability(a_room(one(5), one(3), focus_count=1))
    assert (found.runs, found.firm, found.borderline) == (0, (), ())
    assert order.stability(a_workshop()).runs == 0


def test_a_risk_that_only_one_person_scored_falls_out_without_them() -> None:
    found = order.stability(a_room(((5, 5),), ((3, 3), (3, 3)), focus_count=2))
    assert found.times_in_focus == {"r1": 1, "r2": 2}


def test_leaving_out_falls_back_on_the_mean_however_many_answered() -> None:
    most = ((3, 3),) * 5 + ((1, 2),)
    few = ((3, 3),) * 3
    found = order.stability(a_room(most, few, focus_count=1))
    assert found.times_in_focus == {"r1": 1, "r2": 5}


@given(rooms)
def test_leaving_out_is_the_order_of_the_others(answers: list[Answers]) -> None:
    workshop = a_room(*answers, focus_count=2)
    times = dict.fromkeys(workshop.risks, 0)
    for person in range(3):
        rest = [row[:person] + row[person + 1 :] for row in answers]
        for risk in found_order(a_room(*rest))[:2]:
            times[RiskId(risk)] += 1
    assert order.stability(workshop).times_in_focus == times


@given(rooms)
def test_tiers_never_reach_to_half_of_their_leader(answers: list[Answers]) -> None:
    leaders: dict[int, float] = {}
    last = 0
    for each in order.ranked(a_room(*answers)):
        assert each.tier in (last, last + 1)
        last = each.tier or 0
        median = each.exposure.median or 0.0
        assert leaders.setdefault(last, median) / median < 2


@given(rooms)
def test_everybody_doubled_leaves_medians_and_tiers(answers: list[Answers]) -> None:
    once = order.ranked(a_room(*answers))
    twice = order.ranked(a_room(*(row + row for row in answers)))
    medians = {each.risk: each.exposure.median for each in once}
    assert {each.risk: each.exposure.median for each in twice} == pytest.approx(medians)


def test_until_the_room_agrees_the_numbers_hold() -> None:
    workshop = a_room(one(1), one(5), one(3), focus_count=2)
    assert order.standing_order(workshop) == ("r2", "r3", "r1")
    assert order.focus_risks(workshop) == ("r2", "r3")


def test_a_risk_that_came_later_stands_at_the_end() -> None:
    agreed = order.confirm_order(a_room(one(1), one(5)))
    later = put(agreed, a_risk("r3"), a_score("p0", "r3", 5, 5))
    assert order.standing_order(later) == ("r2", "r1", "r3")
    assert order.standing_order(removed(later, Risk, "r2")) == ("r1", "r3")


def test_a_risk_that_a_file_names_twice_stands_once() -> None:
    twice = order.with_order(a_room(one(1), one(5)), [RiskId("r1"), RiskId("r1")])
    assert order.standing_order(twice) == ("r1", "r2")


def test_a_red_line_below_the_line_needs_a_response_too() -> None:
    workshop = put(a_room(one(5), one(3), one(1), focus_count=1), a_risk("r3", red_line=True))
    assert order.must_respond(workshop) == ("r1", "r3")


def test_a_move_inside_a_tier_needs_no_reason() -> None:
    workshop = moved(a_room(one(3), one(3), one(1)), "r2", 1)
    (move,) = workshop.order_moves.values()
    assert order.standing_order(workshop) == ("r2", "r1", "r3")
    assert (move.from_position, move.to_position, move.crosses_tier) == (2, 1, False)
    assert not workshop.progress.order_confirmed


def test_a_move_across_tiers_needs_one() -> None:
    workshop = a_room(one(5), one(3), one(1))
    with pytest.raises(EmptyError):
        moved(workshop, "r3", 1, reason="  ")
    after = moved(workshop, "r3", 1, reason="We read it first.")
    (move,) = after.order_moves.values()
    assert (move.crosses_tier, move.reason) == (True, "We read it first.")
    assert order.standing_order(after) == ("r3", "r1", "r2")


@pytest.mark.parametrize(("risk", "to"), [("r1", 2), ("r2", 1)])
def test_the_neighbour_of_another_tier_is_across(risk: str, to: int) -> None:
    with pytest.raises(EmptyError):
        moved(a_room(one(5), one(3)), risk, to)


def test_moves_are_numbered_and_undo_a_confirmation() -> None:
    workshop = order.confirm_order(a_room(one(3), one(3)))
    assert workshop.progress.order_confirmed
    workshop = moved(moved(workshop, "r2", 1), "r1", 1)
    assert sorted(each.sequence for each in workshop.order_moves.values()) == [1, 2]
    assert not workshop.progress.order_confirmed


def test_a_move_to_where_it_stands_is_none() -> None:
    workshop = a_room(one(3), one(3))
    assert moved(workshop, "r1", 1) is workshop


def test_a_move_needs_a_risk_and_a_place() -> None:
    workshop = a_room(one(3), one(3))
    with pytest.raises(MissingError):
        moved(workshop, "r9", 1)
    for place in (0, 3):
        with pytest.raises(RangeError) as caught:
            moved(workshop, "r1", place)
        assert caught.value.allowed == "1 to 2"


def test_going_back_to_the_numbers_takes_the_moves_along() -> None:
    workshop = order.reset_order(moved(a_room(one(3), one(3)), "r2", 1))
    assert (order.standing_order(workshop), workshop.order_moves) == (("r1", "r2"), {})


def test_an_empty_order_cannot_be_confirmed() -> None:
    with pytest.raises(EmptyError):
        order.confirm_order(a_workshop())


def method_of(workshop: Workshop) -> tuple[OrderMethod, OrderMethod | None, str]:
    kept = workshop.progress
    return workshop.brief.order_method, kept.first_order_method, kept.order_method_reason


def test_the_way_is_changed_freely_before_scores_are_seen() -> None:
    changed = order.change_method(a_room(one(3)), OrderMethod.SCORES_THEN_DUELS)
    assert method_of(changed) == (OrderMethod.SCORES_THEN_DUELS, None, "")


def test_after_scores_are_seen_a_change_takes_a_reason_that_is_kept() -> None:
    seen = close_round(a_room(one(3)), 1)
    with pytest.raises(NoReasonError):
        order.change_method(seen, OrderMethod.SCORES_THEN_DUELS, reason=" ")
    first = OrderMethod.SCORES_THEN_BALLOT
    changed = order.change_method(seen, OrderMethod.SCORES_THEN_DUELS, reason="too few ballots")
    assert method_of(changed) == (OrderMethod.SCORES_THEN_DUELS, first, "too few ballots")
    again = order.change_method(changed, OrderMethod.SCORES_ONLY, reason="no time")
    assert method_of(again) == (OrderMethod.SCORES_ONLY, first, "no time")
    back = order.change_method(again, first)
    assert method_of(back) == (first, None, "")


def test_a_change_of_the_way_has_to_be_confirmed_again() -> None:
    seen = order.confirm_order(close_round(a_room(one(3)), 1))
    changed = order.change_method(seen, OrderMethod.SCORES_ONLY, reason="no time")
    assert not changed.progress.order_confirmed
    assert order.change_method(seen, seen.brief.order_method) is seen


def test_a_single_place_in_focus_can_open_a_tier_too() -> None:
    row = order.ranked(a_room(one(3), one(3), one(1)))
    assert order.boundary_tier(row, 1) == ("r1", "r2")
    assert order.boundary_tier(row, 0) == ()


def test_leaving_out_one_of_two() -> None:
    found = order.stability(a_room(((5, 5), (1, 1)), ((1, 1), (5, 5)), focus_count=1))
    assert (found.runs, found.times_in_focus) == (2, {"r1": 1, "r2": 1})


def test_leaving_out_ends_with_the_number() -> None:
    room = a_workshop(
        a_participant("p1"),
        a_participant("p2"),
        a_risk("r1", number=2),
        a_risk("r2", number=1),
        *(a_score(who, risk, 3, 3) for who in ("p1", "p2") for risk in ("r1", "r2")),
        focus_count=1,
    )
    assert order.stability(room).times_in_focus == {"r2": 2, "r1": 0}


def test_leaving_out_can_look_at_one_round_alone() -> None:
    room = a_room(((5, 5), (5, 5)), ((1, 1), (1, 1)), focus_count=1)
    again = (a_score(who, "r1", 1, 1, round=2) for who in ("p0", "p1"))
    later = (a_score(who, "r2", 5, 5, round=2) for who in ("p0", "p1"))
    room = put(room, *again, *later)
    assert order.stability(room, 1).times_in_focus == {"r1": 2, "r2": 0}
    assert order.stability(room).times_in_focus == {"r2": 2, "r1": 0}


def test_a_move_says_which_risk_went_where() -> None:
    (move,) = moved(a_room(one(3), one(3)), "r2", 1).order_moves.values()
    assert (move.risk, move.from_position, move.to_position) == ("r2", 2, 1)
    assert (move.sequence, move.crosses_tier, move.reason) == (1, False, "")


def test_another_way_to_the_order_before_the_scores_needs_no_reason() -> None:
    room = order.change_method(a_room(one(3)), OrderMethod.BALLOT_ONLY)
    assert room.brief.order_method is OrderMethod.BALLOT_ONLY
    assert room.progress.first_order_method is None


def test_another_way_after_the_scores_is_told_until_it_is_taken_back() -> None:
    room = a_room(one(3))
    seen = replace(room, progress=replace(room.progress, round_closed=1, order_confirmed=True))
    changed = order.change_method(seen, OrderMethod.BALLOT_ONLY, reason="too close")
    held = changed.progress
    assert held.first_order_method is room.brief.order_method
    assert (held.order_method_reason, held.order_confirmed) == ("too close", False)
    back = order.change_method(changed, room.brief.order_method).progress
    assert (back.first_order_method, back.order_method_reason) == (None, "")
    assert back.order_confirmed is False


def test_the_number_comes_before_the_id() -> None:
    later, first = a_risk("r1", number=2), a_risk("r2", number=1)
    assert found_order(a_workshop(later, first)) == ["r2", "r1"]
    scored = (a_score("p1", risk, 3, 3) for risk in ("r1", "r2"))
    assert found_order(a_workshop(a_participant("p1"), later, first, *scored)) == ["r2", "r1"]
