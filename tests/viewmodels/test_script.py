import string

import pytest

from deskrisk.domain.model.brief import Preset, Stage
from deskrisk.viewmodels.script import minutes, script

WHOLE_MEETING = {Preset.EXPRESS_60: 60, Preset.STANDARD_120: 120, Preset.DEEP_2X90: 180}
NO_TIME_BOX = ("prepare", "follow_up")
FILLED = {"project", "horizon", "K", "duration", "decision_rule"}


def texts() -> list[str]:
    spoken = [line for step in script().steps for line in step.read_out]
    watched = [text for step in script().steps for text in step.watch_for]
    return [*watched, *(line.say for line in spoken), *(line.when for line in spoken)]


@pytest.mark.parametrize("preset", Preset)
def test_the_time_boxes_fill_the_meeting(preset: Preset) -> None:
    assert sum(minutes()[preset].values()) == WHOLE_MEETING[preset]


@pytest.mark.parametrize("preset", Preset)
def test_the_time_boxes_are_those_of_the_steps_in_their_order(preset: Preset) -> None:
    steps = [step.key for step in script().steps if preset in step.presets]
    assert list(minutes()[preset]) == [key for key in steps if key not in NO_TIME_BOX]


def test_less_time_means_less_to_read_out() -> None:
    lines = [line for step in script().steps for line in step.read_out]
    counts = {preset: sum(preset in line.presets for line in lines) for preset in Preset}
    assert counts[Preset.EXPRESS_60] < counts[Preset.STANDARD_120] == len(lines)


def test_every_stage_has_its_steps_in_the_order_of_the_rail() -> None:
    stages = [step.stage for step in script().steps]
    assert set(stages) == set(Stage)
    assert stages == sorted(stages, key=list(Stage).index)


def test_every_step_in_the_room_has_something_to_say_and_to_watch_for() -> None:
    for step in script().steps:
        assert step.watch_for, step.key
        assert step.read_out or step.key == "prepare", step.key


def test_texts_ask_only_for_what_is_filled_in() -> None:
    wanted = {name for text in texts() for _, name, _, _ in string.Formatter().parse(text) if name}
    assert wanted == FILLED


def test_nothing_shouts() -> None:
    assert not [text for text in texts() if "!" in text]


def test_directions_stand_apart_from_what_is_said() -> None:
    found = [line.when for step in script().steps for line in step.read_out if line.when]
    assert "At the end" in found
    assert not [words for words in found if words.endswith((".", ":"))]


def test_every_preset_has_its_words_for_the_time() -> None:
    assert set(script().durations) == set(Preset)


def test_a_language_that_is_not_there_speaks_english() -> None:
    assert script("xx") is script("en")
    assert script() is script("en")
