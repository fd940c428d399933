import pytest

from deskrisk.domain.aims import aim_added, aim_edited, aim_moved, aim_removed
from deskrisk.domain.brief import edited
from deskrisk.domain.model.brief import DecisionRule, Preset
from deskrisk.domain.model.ids import ObjectiveId, ParticipantId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.opening import aims_confirmed, rule_read_out
from deskrisk.domain.stages import Condition, opening_conditions
from tests.builders import a_participant, a_workshop, an_objective


def met(workshop: Workshop) -> list[bool]:
    return [each.met for each in opening_conditions(workshop)]


def test_other_aims_are_not_confirmed() -> None:
    told = rule_read_out(aims_confirmed(a_workshop(an_objective("o1")), confirmed=True), heard=True)
    aim = ObjectiveId("o1")
    for changed in (
        aim_edited(told, aim, "Ship in June"),
        aim_added(told, ObjectiveId("o2"), "Keep the site up"),
        aim_removed(told, aim),
    ):
        assert met(changed) == [False, True]
    assert met(aim_edited(told, aim, told.objectives[aim].text)) == [True, True]
    assert met(aim_moved(told, aim, 1)) == [True, True], "the same aims in another order"


@pytest.mark.parametrize(
    "fields",
    [
        {"decision_rule": DecisionRule.MAJORITY_TWO_THIRDS},
        {"decision_owner": ParticipantId("p1")},
        {"focus_count": 2},
        {"preset": Preset.DEEP_2X90},
    ],
)
def test_another_way_to_decide_was_not_read_out(fields: dict[str, object]) -> None:
    told = rule_read_out(
        aims_confirmed(a_workshop(a_participant("p1")), confirmed=True), heard=True
    )
    assert met(edited(told, **fields)) == [True, False]
    assert met(edited(told, title="Another title")) == [True, True]


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
