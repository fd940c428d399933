"""What the page shows of the difference, and that it shows nothing before all is shown."""

from dataclasses import replace

import pytest

from deskrisk.domain.agreement import list_agreement
from deskrisk.domain.discussion import discussion_queue
from deskrisk.domain.exposures import risk_exposures
from deskrisk.domain.model.ids import NoteId, RiskId
from deskrisk.domain.model.risks import COST, DELIVERY, OPERATIONAL
from deskrisk.domain.model.scores import Score
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import put
from deskrisk.domain.spread import State, spreads
from deskrisk.domain.talks import note_added
from deskrisk.services.samples import sample
from deskrisk.viewmodels.difference import LONE_ALARM, Sorting, difference_view, queued
from deskrisk.viewmodels.figures import about_points, points
from tests.builders import a_participant, a_risk, a_score, a_workshop

SAMPLES = ("question-suggestions", "hospital-ward")


def after_first(name: str = "question-suggestions") -> Workshop:
    """A sample as it was when the first round had just been closed."""
    whole = sample(name)
    return replace(
        whole,
        scores={key: each for key, each in whole.scores.items() if each.round == 1},
        discussion_notes={},
        progress=replace(whole.progress, round_closed=1, order_confirmed=False),
    )


def a_room(people: int = 3, closed: int = 1, **impacts: str) -> Workshop:
    """Everybody's impacts for each risk, ``r1="135"``; the likelihood is 3."""
    room = a_workshop(
        *(a_participant(f"p{n}") for n in range(1, people + 1)),
        *(a_risk(risk) for risk in impacts),
        *(
            a_score(f"p{n}", risk, 3, int(level))
            for risk, levels in impacts.items()
            for n, level in enumerate(levels, start=1)
        ),
    )
    return replace(room, progress=replace(room.progress, round_closed=closed))


def test_nothing_is_there_before_all_is_shown() -> None:
    nothing = difference_view(a_workshop())
    assert (nothing.hidden, nothing.rows) == ("There is no risk yet. Recast a fear first.", ())
    some = difference_view(a_room(closed=0, r1="13"))
    assert some.hidden.startswith("All answers appear at once, when everybody is in")
    assert (some.rows, some.line, some.agreement) == ((), "", "")
    all_in = a_room(closed=0, r1="135")
    assert difference_view(all_in).hidden.startswith("Everybody has answered. Close the round")
    assert queued(all_in) == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_rows_are_the_domains(name: str) -> None:
    workshop = after_first(name)
    view = difference_view(workshop)
    assert [row.risk for row in view.rows if row.turn] == [
        each.risk for each in discussion_queue(workshop)
    ]
    assert (view.turns, view.talked, view.rounds) == (len(discussion_queue(workshop)), 0, 1)
    exposures, found = risk_exposures(workshop, 1), spreads(workshop, 1)
    for row in view.rows:
        known = exposures[row.risk]
        if known.n < 3:
            assert (row.dots, row.median, row.word) == ((), None, "too few")
            continue
        assert row.dots == tuple(sorted(known.answers.values()))
        assert (row.q1, row.median, row.q3) == (known.q1, known.median, known.q3)
        spread = found[row.risk]
        assert row.shape == (LONE_ALARM if spread.lone_alarm else spread.state.value)
        assert about_points(known.median) in row.figures
        assert f"{points(known.q1)} to {points(known.q3)}" in row.figures
        assert row.before == ()
        assert row.figures.rstrip(".") in row.spoken


def test_the_sample_is_talked_about_in_the_order_of_the_method() -> None:
    numbers = [row.number for row in difference_view(after_first()).rows]
    assert numbers == ["7", "8", "4", "12", "6", "3", "10", "11", "9", "1", "2", "5"]


def test_rows_stand_by_turn_by_place_or_by_kind() -> None:
    room = put(
        a_room(r1="111", r2="555", r3="333"),
        a_risk("r1", category=DELIVERY),
        a_risk("r2", category=COST),
        a_risk("r3", category=None),
        a_risk("r4", category=OPERATIONAL),
    )
    by_place = [row.risk for row in difference_view(room, Sorting.ORDER).rows]
    assert by_place == list(standing_order(room))
    by_kind = [row.risk for row in difference_view(room, Sorting.KIND).rows]
    assert by_kind[-1] == "r3"
    assert set(by_kind) == set(by_place)


def test_too_few_answers_have_no_dots_and_no_figures() -> None:
    (row,) = difference_view(a_room(2, r1="15")).rows
    assert (row.dots, row.q1, row.median, row.q3) == ((), None, None, None)
    assert (row.shape, row.word) == (State.TOO_FEW.value, "too few")
    assert row.figures == "Too few answers to show."
    assert not any(points(each) in row.spoken for each in (0.35, 35.0))


def test_what_came_in_since_moves_nothing() -> None:
    before = after_first()
    half = put(before, *(each for each in sample().scores.values() if each.round == 2))
    shown, known = difference_view(half), difference_view(before)
    assert [row.talked for row in shown.rows].count(True) == 7
    assert not any(row.talked for row in known.rows)
    unmarked = [replace(row, talked=False, spoken="") for row in shown.rows]
    assert unmarked == [replace(row, spoken="") for row in known.rows]
    assert (shown.line, shown.agreement, shown.ticks) == (
        known.line,
        known.agreement,
        known.ticks,
    )


def test_a_second_round_tells_what_moved() -> None:
    rows = {row.number: row for row in difference_view(sample()).rows}
    seven = rows["7"]
    first = risk_exposures(sample(), 1)[seven.risk]
    assert seven.before == tuple(sorted(first.answers.values()))
    assert seven.moved == (
        "6 of 8 gave another answer; the middle rose from 1.6 to about 4.8 points."
    )
    assert rows["10"].moved.endswith("the middle fell from 6.5 to about 4.8 points.")
    assert rows["4"].moved.endswith("the middle stayed at about 4.8 points.")
    assert rows["5"].moved == ""


def test_whoever_stays_is_said_to_have_stayed() -> None:
    room = a_room(closed=2, r1="135")
    again = [replace(each, round=2) for each in room.scores.values()]
    (row,) = difference_view(put(room, *again)).rows
    assert (row.moved, row.before) == ("Asked once more, nobody moved.", ())


def test_the_agreement_is_said_so_that_anybody_understands_it() -> None:
    view = difference_view(sample())
    now, then = list_agreement(sample()), list_agreement(sample(), 1)
    assert now.w is not None
    assert then.w is not None
    assert view.agreement == (
        f"Do we all put the risks in the same order? Hardly: {now.w:.2f}, where 0 is no common "
        "order and 1 is the same order for everybody. Product and design speaks with one voice, "
        f"Engineering does not. Before the talk it was {then.w:.2f}."
    )
    short = difference_view(a_room(r1="123", r2="321"))
    assert short.agreement.startswith("There is too little to say")


@pytest.mark.parametrize(
    ("levels", "word"),
    [(("111", "222", "333"), "Nearly"), (("123", "231", "312"), "Hardly")],
)
def test_each_strength_has_a_word(levels: tuple[str, ...], word: str) -> None:
    room = a_room(r1=levels[0], r2=levels[1], r3=levels[2])
    assert f"in the same order? {word}: " in difference_view(room).agreement


def test_the_axis_begins_below_the_lowest_dot() -> None:
    low = a_workshop(
        *(a_participant(f"p{n}") for n in range(1, 4)),
        a_risk("r1"),
        *(a_score(f"p{n}", "r1", 1, 1) for n in range(1, 4)),
    )
    low = replace(low, progress=replace(low.progress, round_closed=1))
    assert (difference_view(low).low, difference_view(low).ticks[0]) == (0.01, 0.01)
    assert difference_view(a_room(r1="333")).low == 0.1


def test_a_risk_that_was_talked_about_is_marked() -> None:
    room = note_added(a_room(r1="155", r2="111"), NoteId("n1"), RiskId("r1"), "Heard")
    rows = {row.risk: row for row in difference_view(room).rows}
    assert (rows[RiskId("r1")].talked, rows[RiskId("r2")].talked) == (True, False)
    assert "talked about" in rows[RiskId("r1")].spoken


def test_somebody_who_can_no_longer_judge_has_given_another_answer() -> None:
    room = a_room(4, closed=2, r1="1355")
    left = Score(
        round=2, participant=next(iter(room.participants)), risk=RiskId("r1"), abstain=True
    )
    (row,) = difference_view(put(room, left)).rows
    assert row.moved.startswith("1 of 4 gave another answer")
