from dataclasses import replace

from deskrisk.domain.model.brief import OrderMethod
from deskrisk.domain.model.ids import MoveId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import confirm_order, move_risk
from deskrisk.domain.parts import put
from deskrisk.domain.scores import close_round
from deskrisk.services.samples import sample
from deskrisk.viewmodels.order import Bracket, order_view
from tests.builders import a_participant, a_risk, a_score, a_workshop

LEVELS = {"r1": (5, 5), "r2": (3, 3), "r3": (3, 3), "r4": (1, 1)}


def all_in(focus_count: int = 2) -> Workshop:
    people = [a_participant(f"p{n}") for n in (1, 2, 3)]
    risks = [a_risk(id_) for id_ in LEVELS]
    scores = [a_score(p.id, r, *pair) for r, pair in LEVELS.items() for p in people]
    return a_workshop(*people, *risks, *scores, focus_count=focus_count)


def closed(focus_count: int = 2) -> Workshop:
    return close_round(all_in(focus_count), 1)


def test_the_order_is_hidden_until_the_round_is_closed() -> None:
    assert order_view(a_workshop()).hidden.startswith("There is no risk yet")
    nobody = order_view(a_workshop(a_risk("r1"), a_participant("p1")))
    assert nobody.hidden == "The order appears when everybody has answered."
    some = all_in()
    some = replace(some, scores=dict(list(some.scores.items())[:-1]))
    view = order_view(some)
    assert (view.rows, view.brackets, view.line_words) == ((), (), "")
    assert "1 risk waits" in view.hidden
    assert order_view(all_in()).rows == ()
    assert order_view(closed()).hidden == ""


def test_a_second_round_hides_the_order_until_it_is_closed() -> None:
    half = put(closed(), a_score("p1", "r2", 5, 5, round=2))
    view = order_view(half)
    assert view.hidden == "A second round is under way. 1 risk waits for somebody."
    assert view.rows == ()
    assert order_view(confirm_order(half)).hidden == ""
    assert order_view(close_round(half, 2, reason="time")).hidden == ""
    rest = (a_score(p, "r2", 5, 5, round=2) for p in ("p2", "p3"))
    whole = put(half, *rest)
    assert order_view(whole).hidden.startswith("Everybody has answered again.")
    assert order_view(close_round(whole, 2)).hidden == ""


def test_a_ballot_alone_needs_no_scores() -> None:
    view = order_view(a_workshop(a_risk("r1"), order_method=OrderMethod.BALLOT_ONLY))
    assert [row.value for row in view.rows] == ["not scored"]
    assert view.rows[0].bar is None


def test_rows_say_about_and_share_a_rank_while_the_numbers_are_level() -> None:
    view = order_view(closed())
    assert [row.number for row in view.rows] == ["1", "=2", "=2", "4"]
    assert [row.value for row in view.rows] == [
        "about 90 points",
        "about 3.5 points",
        "about 3.5 points",
        "under 0.1 points",
    ]
    assert view.rows[0].bar == 1.0
    assert [row.hold for row in view.rows] == ["firm", "firm", "", ""]


def test_a_bracket_holds_neighbours_of_one_tier_and_the_line_may_cut_it() -> None:
    view = order_view(closed())
    assert view.brackets == (Bracket(first=2, last=3),)
    assert (view.line_after, view.line_words) == (2, "We look closely at these two")
    assert "bracket of two" in view.boundary_note
    assert order_view(closed(focus_count=1)).boundary_note == ""
    assert order_view(confirm_order(closed())).boundary_note == ""


def test_one_step_across_a_bracket_is_marked() -> None:
    rows = order_view(closed()).rows
    assert [row.up_crosses for row in rows] == [False, True, False, True]
    assert [row.down_crosses for row in rows] == [True, False, True, False]


def test_a_move_is_told_with_its_reason() -> None:
    moved = move_risk(closed(), RiskId("r4"), 1, reason="Red line", id_=MoveId("m"))
    first = order_view(moved).rows[0]
    assert (first.id, first.number, first.note) == ("r4", "1", "Moved up from 4: “Red line”")
    down = move_risk(closed(), RiskId("r2"), 3, reason="", id_=MoveId("m"))
    assert order_view(down).rows[2].note == "Moved down from 2"
    assert order_view(down).moved


def test_the_sample_stands_as_the_room_agreed() -> None:
    view = order_view(sample())
    assert [row.id for row in view.rows[:7]] == ["r02", "r08", "r03", "r04", "r10", "r07", "r09"]
    assert view.brackets == (Bracket(first=1, last=3), Bracket(first=4, last=11))
    holds = {row.id: row.hold for row in view.rows}
    assert {risk for risk, hold in holds.items() if hold == "firm"} == {"r02", "r03", "r04", "r08"}
    assert {risk for risk, hold in holds.items() if hold == "borderline"} == {
        "r06",
        "r07",
        "r09",
        "r10",
    }
    assert view.rows[0].red_line == "red line"
    last = view.rows[-1].id
    below = order_view(put(sample(), replace(sample().risks[last], red_line=True)))
    assert below.rows[-1].red_line == "red line, gets a response too"
    assert view.confirmed
