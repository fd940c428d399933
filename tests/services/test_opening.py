from deskrisk.domain.model.brief import Stage
from deskrisk.domain.stages import opening_conditions, stage_done
from deskrisk.services.meeting import Meeting
from deskrisk.services.opening import confirm_aims, read_rule_out
from deskrisk.viewmodels.guide import guide_view
from tests.builders import a_participant, a_workshop, an_objective


def met(meeting: Meeting) -> list[bool]:
    return [each.met for each in opening_conditions(meeting.workshop)]


def test_both_are_ticked_and_taken_back() -> None:
    meeting = Meeting(a_workshop())
    assert met(meeting) == [False, False]
    confirm_aims(meeting, confirmed=True)
    read_rule_out(meeting, heard=True)
    assert met(meeting) == [True, True]
    meeting.undo()
    assert met(meeting) == [True, False]
    confirm_aims(meeting, confirmed=False)
    assert met(meeting) == [False, False]


def test_the_guide_lists_them_but_preparing_is_done_without() -> None:
    people = [a_participant(f"p{n}") for n in (1, 2)]
    aims = [an_objective(f"o{n}") for n in (1, 2)]
    meeting = Meeting(a_workshop(*people, *aims))
    assert stage_done(meeting.workshop, Stage.PREPARE)
    view = guide_view(meeting.workshop, Stage.PREPARE)
    assert [row.key for row in view.done_when][-2:] == ["aims.confirmed", "rule.read"]
    assert view.done == 4
    confirm_aims(meeting, confirmed=True)
    assert guide_view(meeting.workshop, Stage.PREPARE).done == 5
