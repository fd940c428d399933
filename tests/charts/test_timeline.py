"""Promises on their days: every standing has a shape and a word."""

from dataclasses import replace
from datetime import date

import pytest
from matplotlib.patches import Wedge

from deskrisk.charts.look import look
from deskrisk.domain.model.ids import MitigationId
from deskrisk.domain.model.responses import Mitigation, MitigationStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.services.samples import sample
from deskrisk.viewmodels.promise_dates import promise_dates_view
from tests.builders import a_workshop
from tests.charts.drawn import SIZES, assert_sound, dots, drawn, words

TODAY = date(2025, 4, 20)


def promised(count: int) -> Workshop:
    """The sample with some promises, one of them in every standing."""
    workshop = sample()
    known = list(workshop.mitigations.values())
    states = list(MitigationStatus)
    found: dict[MitigationId, Mitigation] = {}
    for number in range(count):
        model = known[number % len(known)]
        title = model.title + " and all that belongs to it" * (number % 3)
        id_ = MitigationId(f"x{number}")
        found[id_] = replace(
            model,
            id=id_,
            position=number,
            title=title,
            status=states[number % len(states)],
            due=None if number % 11 == 10 else model.due,
        )
    return replace(workshop, mitigations=found)


@pytest.mark.parametrize("count", [1, 3, 12, 40])
@pytest.mark.parametrize("name", SIZES)
def test_nothing_collides(count: int, name: str) -> None:
    for today in (TODAY, None):
        assert_sound(drawn("timeline", promise_dates_view(promised(count), today), name))


def test_the_signs_stand_in_the_order_of_their_days() -> None:
    view = promise_dates_view(sample())
    full = [x for x, _y in dots(drawn("timeline", view), look("light").ink)]
    assert len(full) == 12
    assert full == sorted(full)


def test_done_is_half_a_dot() -> None:
    halves = [
        patch
        for patch in drawn("timeline", promise_dates_view(sample())).patches
        if isinstance(patch, Wedge)
    ]
    assert len(halves) == 1


def test_every_word_and_today_are_there() -> None:
    view = promise_dates_view(promised(12), TODAY)
    said = words(drawn("timeline", view))
    assert {row.word for row in view.rows} <= set(said)
    assert "today" in said


def test_without_a_promise_it_says_so() -> None:
    view = promise_dates_view(a_workshop())
    assert words(drawn("timeline", view)) == ["Nothing is promised yet."]
