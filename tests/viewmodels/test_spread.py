from deskrisk.domain.model.ids import RiskId
from deskrisk.services.samples import sample
from deskrisk.viewmodels.spread import spread_line, spread_view
from tests.builders import a_participant, a_risk, a_score, a_workshop


def test_rows_follow_the_order_that_holds() -> None:
    view = spread_view(sample())
    assert [row.number for row in view.rows] == [2, 8, 3, 4, 10, 7, 9, 12, 1, 11, 6, 5]
    assert [row.position for row in view.rows] == list(range(1, 13))


def test_dots_are_exposures_in_ascending_order() -> None:
    row = spread_view(sample()).rows[0]
    assert len(row.dots) == 8
    assert list(row.dots) == sorted(row.dots)
    assert row.median == 12.5


def test_states_are_words_and_the_first_round_is_told_where_it_differs() -> None:
    rows = {row.number: row for row in spread_view(sample()).rows}
    assert (rows[2].word, rows[2].was) == ("together", "")
    assert (rows[8].word, rows[8].was) == ("together", "split")
    assert (rows[11].word, rows[11].was) == ("spread", "")
    assert rows[6].was == "lone alarm"
    assert {number for number, row in rows.items() if row.hedge_gap} == {4, 9, 12, 1, 11}


def test_one_round_has_no_past() -> None:
    assert not any(row.was for row in spread_view(sample(), 1).rows)


def test_too_few_answers_are_said() -> None:
    workshop = a_workshop(a_participant("p1"), a_risk("r1"), a_score("p1", "r1", 2, 2))
    row = spread_view(workshop).rows[0]
    assert row.word == "too few"
    assert row.dots == (0.375,)


def test_one_risk_keeps_the_axis_of_all() -> None:
    view = spread_view(sample())
    only = view.only(RiskId(view.rows[3].risk))
    assert [row.position for row in only.rows] == [4]
    assert (only.low, only.high, only.ticks) == (view.low, view.high, view.ticks)
    assert view.ticks == (0.3, 1.0, 3.0, 10.0, 30.0, 100.0)


def test_the_whole_spread_is_said_in_one_line() -> None:
    assert spread_line(spread_view(sample("hospital-ward"))) == (
        "Of twelve risks: together on five, spread on three, in two camps on two, "
        "too few answers on two. Somebody sees this ten times larger than the middle answer: "
        "Admissions stay closed after the move; Nobody can change the nurse call."
    )


def test_a_room_that_agrees_has_a_short_line_and_an_empty_one_none() -> None:
    people = [a_participant(f"p{n}") for n in range(3)]
    room = a_workshop(a_risk("r1"), *people, *(a_score(f"p{n}", "r1", 3, 3) for n in range(3)))
    assert spread_line(spread_view(room)) == "Of one risk: together on one."
    assert spread_line(spread_view(a_workshop(a_risk("r1")))) == ""
