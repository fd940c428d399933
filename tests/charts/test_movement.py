from dataclasses import replace

import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_hex, to_rgba
from matplotlib.patches import Circle

from deskrisk.charts.look import look
from deskrisk.domain.model.ids import RiskId
from deskrisk.services.samples import sample
from deskrisk.viewmodels.chart_words import chart_words
from deskrisk.viewmodels.movement import MovementView, movement_view
from tests.builders import a_participant, a_risk, a_score, a_workshop
from tests.charts.drawn import SIZES, assert_sound, dots, drawn, words

INK, PAPER = look("light").ink, look("light").paper


def talked() -> MovementView:
    workshop = sample()
    risk = next(each for each in workshop.risks.values() if each.number == 7)
    return movement_view(workshop, risk.id)


def answers(ax: Axes) -> list[tuple[float, float]]:
    """The full dots that are somebody's answer: those with an edge of paper."""
    return [
        (float(patch.center[0]), float(patch.center[1]))
        for patch in ax.patches
        if isinstance(patch, Circle)
        and to_hex(patch.get_facecolor()) == INK.lower()
        and to_rgba(patch.get_edgecolor())[3] > 0
    ]


@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(name: str) -> None:
    workshop = sample()
    for risk in workshop.risks:
        assert_sound(drawn("movement", movement_view(workshop, risk), name))


def test_open_dots_are_the_first_round_and_full_ones_are_now() -> None:
    ax = drawn("movement", talked())
    rings, full = dots(ax, PAPER), answers(ax)
    assert len(rings) == len(full) == 8
    assert max(y for _x, y in rings) < min(y for _x, y in full)


def test_both_middles_are_said() -> None:
    said = words(drawn("movement", talked()))
    assert {"the middle, about 1.6", "the middle, about 4.8", "first round", "now"} <= set(said)
    assert "split" in chart_words(talked())
    assert {"split", "together"} <= set(said)


@pytest.mark.parametrize("height", [64.0, 104.0, 200.0])
def test_in_little_height_the_middles_stand_beside_the_strips(height: float) -> None:
    ax = drawn("movement", talked(), height=height)
    assert_sound(ax)
    flat = "now: the middle, about 4.8; together" in words(ax)
    assert flat == (height < 200)
    assert len(dots(ax, PAPER)) == len(answers(ax)) == 8


def test_while_the_second_round_is_open_there_is_one_strip() -> None:
    workshop = sample()
    opened = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    view = movement_view(opened, talked().risk)
    assert [row.name for row in view.rows] == [""]


def test_two_people_are_not_shown() -> None:
    people = [a_participant("p1"), a_participant("p2")]
    scores = [a_score(person.id, "r1", 4, 4) for person in people]
    view = movement_view(a_workshop(*people, a_risk("r1"), *scores), RiskId("r1"))
    assert view.rows == ()
    assert words(drawn("movement", view)) == ["Too few answers to show."]


def test_a_tie_is_a_stack_that_stays_inside() -> None:
    people = [a_participant(f"p{n}") for n in range(30)]
    scores = [a_score(person.id, "r1", 4, 4) for person in people]
    view = movement_view(a_workshop(*people, a_risk("r1"), *scores), RiskId("r1"))
    ax = drawn("movement", view)
    assert_sound(ax)
    assert len(answers(ax)) == 30
