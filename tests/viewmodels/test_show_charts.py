"""Charts on the wall: made from what everybody may see, and from nothing else."""

from dataclasses import replace

import pytest

from deskrisk.domain.model.brief import Anonymity
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Chart, Words
from deskrisk.viewmodels.scenes import Scene, ShowState
from deskrisk.viewmodels.show import ShowView, show_view
from tests.builders import a_participant, a_risk, a_score, a_workshop

SCENES = (Scene.SPREAD, Scene.HEDGING, Scene.GAPS, Scene.MAP, Scene.PORTFOLIO)


def shown(workshop: Workshop, scene: Scene, subject: str = "") -> ShowView:
    return show_view(workshop, ShowState(scene=scene, subject=subject))


def with_other_answers(workshop: Workshop, rounds: tuple[int, ...]) -> Workshop:
    """Everybody says the opposite in some rounds."""
    scores = {
        key: replace(
            each,
            likelihood=None if each.likelihood is None else 6 - each.likelihood,
            impact=None if each.impact is None else 6 - each.impact,
        )
        if each.round in rounds
        else each
        for key, each in workshop.scores.items()
    }
    return replace(workshop, scores=scores)


def at_round(workshop: Workshop, closed: int) -> Workshop:
    return replace(workshop, progress=replace(workshop.progress, round_closed=closed))


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("closed", [0, 1])
def test_an_open_round_changes_no_chart(scene: Scene, closed: int) -> None:
    workshop = at_round(sample(), closed)
    other = with_other_answers(workshop, tuple(range(closed + 1, 3)))
    for subject in ("", *workshop.risks):
        assert shown(workshop, scene, subject) == shown(other, scene, subject)


@pytest.mark.parametrize("scene", SCENES)
def test_before_the_reveal_there_is_no_chart(scene: Scene) -> None:
    view = shown(at_round(sample(), 0), scene)
    assert not any(isinstance(block, Chart) for block in view.blocks)


@pytest.mark.parametrize("scene", SCENES)
def test_after_the_reveal_there_is_one(scene: Scene) -> None:
    view = shown(at_round(sample(), 1), scene)
    assert [block.chart for block in view.blocks if isinstance(block, Chart)] == [scene.value]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("anonymity", list(Anonymity))
def test_a_hidden_group_is_in_no_chart(scene: Scene, anonymity: Anonymity) -> None:
    ward = sample("hospital-ward")
    ward = replace(
        ward,
        brief=replace(ward.brief, anonymity=anonymity),
        groups={id_: replace(each, name=f"Crew-{id_}") for id_, each in ward.groups.items()},
    )
    hidden: set[str] = {
        Anonymity.ANONYMOUS: set(map(str, ward.groups)),
        Anonymity.ROLE_ONLY: {"offices"},
        Anonymity.NAMED: set(),
    }[anonymity]
    for subject in ("", *ward.risks):
        for block in shown(ward, scene, subject).blocks:
            if isinstance(block, Chart):
                drawn = repr(replace(block.view, hidden="") if scene is Scene.HEDGING else block)
                assert not [group for group in hidden if f"Crew-{group}" in drawn]


def test_sums_that_would_give_an_answer_away_are_left_out() -> None:
    people = [a_participant(f"p{n}") for n in range(4)]
    full = [a_score(person.id, "r1", 4, 4) for person in people]
    workshop = at_round(
        a_workshop(*people, a_risk("r1"), a_risk("r2"), *full, a_score("p0", "r2", 5, 5)), 1
    )
    (chart,) = [
        block for block in shown(workshop, Scene.PORTFOLIO).blocks if isinstance(block, Chart)
    ]
    assert [row.risk for row in chart.view.rows] == ["r1"]
    assert chart.view.sums == ()
    assert "90" not in shown(workshop, Scene.PORTFOLIO).spoken()


def test_those_without_a_promise_are_counted() -> None:
    view = shown(sample(), Scene.PORTFOLIO)
    (chart,) = [block for block in view.blocks if isinstance(block, Chart)]
    assert len(chart.view.rows) == 6
    notes = [block.text for block in view.blocks if isinstance(block, Words)]
    assert "Six more risks have no promise that would make them less" in notes


def test_dates_and_outcomes_have_their_charts() -> None:
    for scene in (Scene.TIMELINE, Scene.CALIBRATION):
        view = shown(sample(), scene)
        assert [block.chart for block in view.blocks if isinstance(block, Chart)] == [scene.value]
        empty = shown(a_workshop(), scene)
        assert not any(isinstance(block, Chart) for block in empty.blocks)
        assert empty.spoken()
