from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.opening import aims_confirmed, rule_read_out
from deskrisk.domain.stages import Condition, opening_conditions
from tests.builders import a_workshop


def met(workshop: Workshop) -> list[bool]:
    return [each.met for each in opening_conditions(workshop)]


def test_what_the_room_confirms_and_hears_is_ticked_and_can_be_taken_back() -> None:
    workshop = a_workshop()
    assert opening_conditions(workshop) == (
        Condition(key="aims.confirmed", met=False),
        Condition(key="rule.read", met=False),
    )
    confirmed = aims_confirmed(workshop, confirmed=True)
    assert met(confirmed) == [True, False]
    assert met(rule_read_out(confirmed, heard=True)) == [True, True]
    assert met(rule_read_out(aims_confirmed(confirmed, confirmed=False), heard=True)) == [
        False,
        True,
    ]
    assert rule_read_out(aims_confirmed(confirmed, confirmed=False), heard=False) == workshop
