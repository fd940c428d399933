from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.fears import Disposition
from deskrisk.viewmodels.rail import RailRow, rail_view
from tests.builders import a_fear, a_participant, a_workshop, an_objective


def row(rows: tuple[RailRow, ...], stage: Stage) -> RailRow:
    return next(each for each in rows if each.stage is stage)


def test_the_seven_stages_stand_in_their_order() -> None:
    rows = rail_view(a_workshop())
    assert [each.number for each in rows] == [1, 2, 3, 4, 5, 6, 7]
    assert [each.name for each in rows][:3] == ["Prepare", "Name", "Recast"]
    assert not any(each.done for each in rows)


def test_a_stage_that_nobody_began_has_no_note() -> None:
    assert row(rail_view(a_workshop()), Stage.NAME).note == ""


def test_a_stage_under_way_says_how_far_it_is() -> None:
    placed = [a_fear(f"f{number}", disposition=Disposition.ACKNOWLEDGED) for number in range(9)]
    fears = [*placed, *(a_fear(f"f{number}") for number in range(9, 17))]
    found = row(rail_view(a_workshop(*fears)), Stage.RECAST)
    assert found.note == "9 / 17"
    assert found.spoken == "3, Recast, 9 of 17"


def test_a_stage_that_is_done_says_so() -> None:
    people = (a_participant("p1"), a_participant("p2"))
    aims = (an_objective("o1"), an_objective("o2"))
    found = row(rail_view(a_workshop(*people, *aims)), Stage.PREPARE)
    assert found.done
    assert found.note == ""
    assert found.spoken == "1, Prepare, done"
