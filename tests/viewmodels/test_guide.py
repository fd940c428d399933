from datetime import date

import pytest

from deskrisk.domain.model.brief import DecisionRule, Preset, Stage
from deskrisk.domain.notes import noted, passed
from deskrisk.domain.stages import conditions
from deskrisk.viewmodels.guide import CONDITION_WORDS, guide_view
from tests.builders import a_participant, a_workshop


def test_the_words_of_the_workshop_are_filled_in() -> None:
    workshop = a_workshop(
        project="Harbour",
        horizon=date(2025, 6, 30),
        focus_count=3,
        decision_rule=DecisionRule.MAJORITY_TWO_THIRDS,
    )
    said = " ".join(guide_view(workshop, Stage.PREPARE).read_out)
    assert "could hurt Harbour before 30\N{NO-BREAK SPACE}June 2025" in said
    assert "closely at three risks" in said
    assert "when two thirds support it" in said


def test_without_a_project_the_title_stands_in() -> None:
    assert "hurt Trial before" in " ".join(guide_view(a_workshop(), Stage.PREPARE).read_out)


def test_braces_in_a_title_do_no_harm() -> None:
    said = guide_view(a_workshop(project="{K} and {0!r}"), Stage.PREPARE).read_out[0]
    assert "{K} and {0!r}" in said


@pytest.mark.parametrize(
    ("preset", "minutes", "duration"),
    [
        (Preset.EXPRESS_60, 16, "For the next hour"),
        (Preset.STANDARD_120, 34, "For the next two hours"),
        (Preset.DEEP_2X90, 57, "For twice ninety minutes"),
    ],
)
def test_the_preset_decides_the_time(preset: Preset, minutes: int, duration: str) -> None:
    workshop = a_workshop(preset=preset)
    assert guide_view(workshop, Stage.RANK).minutes == minutes
    assert duration in guide_view(workshop, Stage.PREPARE).read_out[0]


def test_the_follow_up_has_no_time_box() -> None:
    assert guide_view(a_workshop(), Stage.FOLLOW_UP).minutes is None


def test_ranking_has_three_steps() -> None:
    view = guide_view(a_workshop(), Stage.RANK)
    assert [step.key for step in view.steps] == ["score", "spread", "order"]
    assert view.read_out == tuple(line.say for step in view.steps for line in step.read_out)
    assert view.watch_for[0] == view.steps[0].watch_for[0]


def test_what_is_done_is_counted() -> None:
    view = guide_view(a_workshop(a_participant("p1")), Stage.PREPARE)
    assert [(row.key, row.count) for row in view.done_when][:2] == [
        ("people.enough", "1 of 2"),
        ("aims.enough", "0 of 2"),
    ]
    assert view.done == 2


def test_notes_of_the_stage_are_shown() -> None:
    workshop = passed(noted(a_workshop(), Stage.NAME, "ask twice"), Stage.NAME, "no time")
    view = guide_view(workshop, Stage.NAME)
    assert (view.private, view.passed_because) == ("ask twice", "no time")
    assert guide_view(workshop, Stage.RANK).private == ""


@pytest.mark.parametrize("stage", Stage)
def test_every_condition_has_words(stage: Stage) -> None:
    keys = {each.key for each in conditions(a_workshop(), stage)}
    assert keys <= set(CONDITION_WORDS)


def test_whoever_has_less_time_reads_less() -> None:
    short = guide_view(a_workshop(preset=Preset.EXPRESS_60), Stage.RANK)
    usual = guide_view(a_workshop(), Stage.RANK)
    assert len(short.read_out) < len(usual.read_out)
    assert [len(step.watch_for) for step in short.steps] == [2, 2, 2]


def test_two_meetings_begin_the_second_with_where_we_are() -> None:
    steps = guide_view(a_workshop(preset=Preset.DEEP_2X90), Stage.RANK).steps
    assert [step.key for step in steps] == ["score", "recap", "spread", "order"]
