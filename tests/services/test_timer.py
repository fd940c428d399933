import pytest

from deskrisk.domain.model.brief import Preset
from deskrisk.services.timer import StageTimer, StepTime
from deskrisk.viewmodels.script import minutes

BOXES = {"open": 7, "name_fears": 8, "hear_and_group": 14, "recast": 22}


def time_of(timer: StageTimer, now: float) -> StepTime:
    found = timer.time(now)
    assert found is not None
    return found


def test_nothing_runs_before_the_first_step() -> None:
    timer = StageTimer(BOXES)
    timer.resume(0)
    timer.add(3)
    assert timer.time(0) is None
    assert not timer.running
    assert timer.take_from_next() == 0


def test_the_time_of_a_step_goes_down() -> None:
    timer = StageTimer(BOXES)
    timer.start("recast", 100.0)
    assert time_of(timer, 100.0).left == 22 * 60
    assert time_of(timer, 100.0 + 9 * 60 + 29).left == 12 * 60 + 31
    assert time_of(timer, 100.0).share == 0


def test_it_is_amber_from_four_fifths_on_and_over_after_all_of_it() -> None:
    timer = StageTimer({"order": 10})
    timer.start("order", 0)
    assert not time_of(timer, 479).amber
    assert time_of(timer, 480).amber
    assert not time_of(timer, 600).over
    late = time_of(timer, 730)
    assert late.over
    assert late.amber
    assert late.left == -130


def test_a_pause_costs_nothing() -> None:
    timer = StageTimer(BOXES)
    timer.start("open", 0)
    timer.toggle(60)
    assert not timer.running
    assert time_of(timer, 500).left == 6 * 60
    timer.toggle(500)
    assert time_of(timer, 530).left == 5 * 60 + 30


def test_starting_what_runs_changes_nothing() -> None:
    timer = StageTimer(BOXES)
    told: list[int] = []
    timer.start("open", 0)
    timer.listen(lambda: told.append(1))
    timer.start("open", 60)
    assert time_of(timer, 60).left == 6 * 60
    assert not told


def test_a_step_keeps_what_it_has_used() -> None:
    timer = StageTimer(BOXES)
    timer.start("open", 0)
    timer.start("name_fears", 120)
    timer.start("open", 200)
    assert time_of(timer, 200).left == 5 * 60


def test_a_step_without_a_time_box_lets_the_time_run_on() -> None:
    timer = StageTimer(BOXES)
    timer.start("open", 0)
    timer.start("follow_up", 60)
    assert timer.step == "open"
    assert timer.running


def test_three_minutes_come_from_the_next_step() -> None:
    timer = StageTimer(BOXES)
    timer.start("name_fears", 0)
    assert timer.take_from_next() == 3
    assert time_of(timer, 0).minutes == 11
    timer.start("hear_and_group", 0)
    assert time_of(timer, 0).minutes == 11


def test_a_step_keeps_its_last_minute_and_then_the_one_after_gives() -> None:
    timer = StageTimer({"one": 5, "two": 3, "three": 2})
    timer.start("one", 0)
    assert [timer.take_from_next() for _ in range(3)] == [2, 1, 0]
    assert time_of(timer, 0).minutes == 8


def test_a_step_that_has_begun_gives_nothing() -> None:
    timer = StageTimer({"one": 5, "two": 9})
    timer.start("two", 0)
    timer.start("one", 60)
    assert timer.take_from_next() == 0


def test_more_time_can_be_given_from_nowhere() -> None:
    timer = StageTimer({"one": 5})
    timer.start("one", 0)
    timer.add(2)
    assert time_of(timer, 0).left == 7 * 60


def test_what_has_begun_is_known_also_of_earlier_steps() -> None:
    timer = StageTimer(BOXES)
    timer.start("name_fears", 0)
    assert timer.has_begun("open")
    assert timer.has_begun("name_fears")
    assert not timer.has_begun("recast")
    assert not timer.has_begun("follow_up")


def test_another_preset_brings_other_boxes_and_keeps_what_was_used() -> None:
    timer = StageTimer(minutes()[Preset.STANDARD_120])
    timer.start("recast", 0)
    timer.take_from_next()
    timer.fit(minutes()[Preset.EXPRESS_60])
    assert time_of(timer, 60).minutes == 11
    assert time_of(timer, 60).left == 10 * 60


def test_a_step_that_another_preset_lacks_is_over() -> None:
    timer = StageTimer(minutes()[Preset.DEEP_2X90])
    timer.start("recap", 0)
    timer.fit(minutes()[Preset.EXPRESS_60])
    assert timer.time(0) is None
    assert not timer.running


def test_listeners_are_told_until_they_leave() -> None:
    timer = StageTimer(BOXES)
    told: list[str | None] = []
    stop = timer.listen(lambda: told.append(timer.step))
    timer.start("open", 0)
    timer.pause(1)
    stop()
    timer.resume(2)
    assert told == ["open", "open"]


def test_a_clock_that_stumbles_gives_no_time_back() -> None:
    timer = StageTimer(BOXES)
    timer.start("open", 100)
    timer.pause(90)
    assert time_of(timer, 90).left == pytest.approx(7 * 60)
