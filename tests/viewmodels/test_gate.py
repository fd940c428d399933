from datetime import date

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.notes import passed
from deskrisk.viewmodels.gate import gate_view
from tests.builders import a_fear, a_participant, a_workshop


def test_what_is_open_is_said() -> None:
    view = gate_view(a_workshop(a_participant("p1")), Stage.PREPARE)
    assert view is not None
    assert view.words == "Still open: at least two people, 1 of 2. And 1 more."
    assert view.open == {"people.enough", "aims.enough"}


def test_one_thing_that_nobody_counts() -> None:
    view = gate_view(a_workshop(held_on=date(2025, 3, 1), horizon=date(2025, 3, 1)), Stage.PREPARE)
    assert view is not None
    assert "horizon.set" in view.open


def test_a_stage_that_is_done_asks_nothing() -> None:
    workshop = a_workshop(a_participant("p1"), a_fear("f1", held_back=True))
    assert gate_view(workshop, Stage.NAME) is None


def test_what_was_said_before_comes_back() -> None:
    view = gate_view(passed(a_workshop(), Stage.NAME, "no time"), Stage.NAME)
    assert view is not None
    assert view.because == "no time"
