from dataclasses import replace

from deskrisk.domain.exposures import FINAL
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.remembered import KEPT, remembered
from tests.builders import a_fear, a_risk, a_workshop


class Counter:
    """A query that counts how often it had to work."""

    def __init__(self) -> None:
        self.worked = 0
        self.ask = remembered("risks")(self._count)

    def _count(self, workshop: Workshop, round_: int = FINAL) -> tuple[int, int]:
        self.worked += 1
        return len(workshop.risks), round_


def test_the_same_question_is_worked_out_once() -> None:
    counter, workshop = Counter(), a_workshop(a_risk())
    assert counter.ask(workshop) is counter.ask(workshop)
    assert counter.ask(workshop, FINAL) == (1, FINAL)
    assert counter.ask(workshop, round_=FINAL) == (1, FINAL)
    assert counter.worked == 1


def test_rounds_are_told_apart() -> None:
    counter, workshop = Counter(), a_workshop(a_risk())
    assert [counter.ask(workshop, round_)[1] for round_ in (0, 1, 2, 1)] == [0, 1, 2, 1]
    assert counter.worked == 3


def test_a_change_elsewhere_costs_nothing() -> None:
    counter, workshop = Counter(), a_workshop(a_risk())
    counter.ask(workshop)
    counter.ask(put(workshop, a_fear()))
    counter.ask(replace(workshop, brief=replace(workshop.brief, title="Another")))
    assert counter.worked == 1


def test_a_change_of_what_it_came_from_is_noticed() -> None:
    counter, workshop = Counter(), a_workshop(a_risk("r1"))
    assert counter.ask(workshop) == (1, FINAL)
    assert counter.ask(put(workshop, a_risk("r2"))) == (2, FINAL)
    assert counter.ask(workshop) == (1, FINAL)
    assert counter.worked == 2


def test_only_the_latest_are_kept() -> None:
    counter = Counter()
    many = [a_workshop(a_risk(f"r{n}")) for n in range(KEPT + 1)]
    for workshop in many:
        counter.ask(workshop)
    counter.ask(many[-1])
    assert counter.worked == KEPT + 1
    counter.ask(many[0])
    assert counter.worked == KEPT + 2
