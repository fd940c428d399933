"""The show: what is on the wall, the curtain, the pages; told to whoever listens."""

import threading

import pytest

from deskrisk.services.show import Show
from deskrisk.viewmodels.scenes import Scene, ShowState, TimeLeft, pair, parts_of
from tests.builders import a_fear, a_workshop


def test_nothing_is_on_the_wall_at_first() -> None:
    view = Show().view(a_workshop())
    assert (view.where, view.time, view.blocks, view.curtain) == ("", "", (), False)


def test_whoever_listens_is_told_of_each_change_once() -> None:
    show = Show()
    told: list[ShowState] = []
    stop = show.listen(told.append)
    show.show(Scene.FEAR, "f1")
    show.show(Scene.FEAR, "f1")
    stop()
    show.show(Scene.PILES)
    assert [state.scene for state in told] == [Scene.FEAR]


def test_another_thing_begins_on_its_first_page_and_the_same_one_stays() -> None:
    show = Show()
    show.show(Scene.PILES)
    show.turn_page(2, pages=4)
    show.show(Scene.PILES)
    assert show.state.page == 2
    show.show(Scene.ORDER)
    assert show.state.page == 0


@pytest.mark.parametrize(("by", "page"), [(1, 1), (5, 3), (-1, 0)])
def test_pages_end_where_they_end(by: int, page: int) -> None:
    show = Show()
    show.show(Scene.PILES)
    show.turn_page(by, pages=4)
    assert show.state.page == page


def test_a_page_that_is_gone_is_left_from_the_last_one() -> None:
    show = Show()
    show.show(Scene.PILES)
    show.turn_page(5, pages=9)
    show.turn_page(-1, pages=3)
    assert show.state.page == 1


def test_after_the_last_page_of_a_prompt_comes_the_next_one() -> None:
    show = Show()
    show.show(Scene.PROMPT)
    numbers = []
    for _turn in range(4):
        show.turn_page(1, follow=("0", "1", "2"))
        numbers.append(show.state.subject)
    assert numbers == ["1", "2", "2", "2"]
    show.turn_page(-1, follow=("0", "1", "2"))
    assert show.state.subject == "1"


def test_what_a_page_covers_is_covered_in_the_moment_in_which_it_is_shown() -> None:
    show = Show()
    told: list[ShowState] = []
    show.listen(told.append)
    show.show(Scene.SCALES, "r1", curtain=True)
    assert [(state.scene, state.curtain) for state in told] == [(Scene.SCALES, True)]


def test_a_curtain_raised_by_hand_stays_up_for_the_next_risk() -> None:
    show = Show()
    show.show(Scene.BALLOT, "r1", curtain=True)
    show.toggle_curtain()
    show.show(Scene.BALLOT, "r2", curtain=True)
    assert not show.state.curtain
    show.show(Scene.ORDER, curtain=False)
    show.show(Scene.BALLOT, "r2", curtain=True)
    assert show.state.curtain


def test_while_answers_come_in_the_key_covers_the_scales_and_uncovers_them() -> None:
    show = Show()
    show.show(Scene.SCALES, "r1", curtain=True)
    covered = [show.state.covered]
    show.toggle_curtain()
    covered.append(show.state.covered)
    show.show(Scene.SCALES, "r2", curtain=True)
    covered.append(show.state.covered)
    show.toggle_curtain()
    covered.append(show.state.covered)
    assert covered == [False, True, True, False]


def test_a_curtain_lowered_by_hand_is_raised_by_no_page() -> None:
    show = Show()
    show.show(Scene.TITLE, curtain=False)
    show.toggle_curtain()
    show.show(Scene.ORDER, curtain=False)
    show.raise_curtain()
    assert show.state.curtain
    show.toggle_curtain()
    assert not show.state.curtain


def test_a_page_raises_the_curtain_that_a_page_has_lowered() -> None:
    show = Show()
    show.lower_curtain()
    assert show.state.curtain
    show.raise_curtain()
    assert not show.state.curtain


@pytest.mark.parametrize(
    ("left", "words"), [(399.5, "6:40"), (60.0, "1:00"), (0.2, "0:01"), (-5.0, "0:00")]
)
def test_the_time_is_on_the_wall_as_minutes_and_seconds(left: float, words: str) -> None:
    show = Show()
    show.show(Scene.FEAR, "f1")
    show.clock = lambda now: TimeLeft(seconds=left - now)
    assert show.view(a_workshop(a_fear()), 0.0).time == words


def test_the_time_is_amber_near_its_end_and_can_be_left_off() -> None:
    show = Show()
    show.show(Scene.TITLE)
    show.clock = lambda _now: TimeLeft(seconds=50, amber=True)
    assert show.view(a_workshop()).time_tone == "care"
    show.show_timer(shown=False)
    assert show.view(a_workshop()).time == ""


def test_many_threads_turn_the_curtain() -> None:
    show = Show()

    def turn_often() -> None:
        for _turn in range(100):
            show.toggle_curtain()

    workers = [threading.Thread(target=turn_often) for _worker in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not show.state.curtain


@pytest.mark.parametrize(("fear", "risk"), [("f1", "r1"), (None, "r1"), ("f1", None), (None, None)])
def test_a_fear_and_a_risk_make_one_subject(fear: str | None, risk: str | None) -> None:
    assert parts_of(pair(fear, risk)) == (fear or "", risk or "")


def test_a_borrowed_clock_is_given_back() -> None:
    show = Show()
    show.clock = lambda _now: TimeLeft(seconds=60)
    before = show.clock
    give_back = show.borrow_clock(lambda _now: TimeLeft(seconds=5))
    assert show.clock(0.0) == TimeLeft(seconds=5)
    give_back()
    assert show.clock is before
    show.clock = lambda _now: None
    give_back()
    assert show.clock(0.0) is None
