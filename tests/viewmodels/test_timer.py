import pytest

from deskrisk.viewmodels.timer import (
    TimerView,
    clock_figure,
    step_name,
    taken_words,
    timer_view,
    waiting_view,
)


def view(left: float, *, amber: bool = False, running: bool = True) -> TimerView:
    return timer_view(step="recast", minutes=22, left=left, running=running, amber=amber)


def test_time_left() -> None:
    shown = view(12 * 60 + 31)
    assert (shown.before, shown.figure, shown.note) == ("", "12:31", "left of 22")
    assert shown.tone == "ink"
    assert shown.spoken == "Recast: 13 minutes left of 22"


def test_a_second_that_has_begun_is_still_there() -> None:
    assert view(0.2).figure == "0:01"
    assert view(0).figure == "0:00"
    assert view(22 * 60).figure == "22:00"


def test_nearly_over_is_said_in_colour_and_in_words() -> None:
    shown = view(4 * 60, amber=True)
    assert shown.tone == "care"
    assert shown.note == "left of 22, nearly over"


def test_time_over() -> None:
    shown = view(-130, amber=True)
    assert (shown.before, shown.figure, shown.note) == ("over by", "2:10", "of 22")
    assert shown.tone == "care"
    assert shown.spoken == "Recast: over by 3 minutes, of 22"


def test_a_pause_is_said() -> None:
    shown = view(60, running=False)
    assert shown.note == "paused, of 22"
    assert shown.spoken == "Recast: 1 minute left of 22, paused"


def test_a_step_that_has_not_begun() -> None:
    shown = waiting_view("open", 7)
    assert (shown.figure, shown.note, shown.running) == ("7:00", "not started", False)
    assert shown.spoken == "Open: 7 minutes, not started"
    assert shown.hint == "F7 starts the time"


@pytest.mark.parametrize(("seconds", "figure"), [(0, "0:00"), (59, "0:59"), (3661, "61:01")])
def test_clock_figures(seconds: int, figure: str) -> None:
    assert clock_figure(seconds) == figure


def test_names_of_steps() -> None:
    assert step_name("hear_and_group") == "Hear and group"
    assert step_name("nothing") == ""


def test_what_is_said_of_time_that_was_taken() -> None:
    assert taken_words(3) == "3 minutes taken from the next step."
    assert taken_words(1) == "1 minute taken from the next step."
    assert taken_words(0) == "No later step has time to give."
