from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from deskrisk.domain.brief import SettledError
from deskrisk.domain.model.brief import DecisionRule, OrderMethod, Preset
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.templates import Template, TradeOff, begun
from tests.builders import a_participant, a_workshop, an_objective

TEMPLATE = Template(
    id="move-en",
    version=1,
    language="en",
    name="A move",
    note="For a move.",
    purpose="Agree what must be proven before anything is moved.",
    preset=Preset.DEEP_2X90,
    focus_count=4,
    order_method=OrderMethod.SCORES_THEN_DUELS,
    decision_rule=DecisionRule.OWNER_AFTER_ADVICE,
    horizon_days=90,
    objectives=("Nobody comes to harm", "It is over by winter"),
    groups=("Nursing", "Doctors"),
    categories=("People", "Law"),
    even_over=(TradeOff(more="A safe night", less="the date"),),
    working_agreements=("Whoever works nights is asked first.",),
)


def begun_with(workshop: Workshop) -> Workshop:
    return begun(workshop, TEMPLATE, map("id{}".format, count()).__next__)


def test_it_brings_everything_it_names_in_its_order() -> None:
    found = begun_with(a_workshop())
    assert [each.text for each in in_order(found.objectives)] == list(TEMPLATE.objectives)
    assert [each.name for each in in_order(found.groups)] == ["Nursing", "Doctors"]
    assert [each.name for each in in_order(found.categories)][4:] == ["People", "Law"]
    assert [(e.more, e.less) for e in found.even_over.values()] == [("A safe night", "the date")]
    assert [each.text for each in found.working_agreements.values()] == [
        "Whoever works nights is asked first."
    ]
    names = [*found.objectives, *found.groups, *found.even_over, *found.working_agreements]
    assert set(names) == {"id0", "id1", "id2", "id3", "id6", "id7"}


def test_it_settles_how_the_meeting_goes() -> None:
    brief = begun_with(a_workshop(held_on=date(2025, 3, 11))).brief
    assert brief.purpose == TEMPLATE.purpose
    assert (brief.preset, brief.focus_count) == (Preset.DEEP_2X90, 4)
    assert brief.order_method is OrderMethod.SCORES_THEN_DUELS
    assert brief.decision_rule is DecisionRule.OWNER_AFTER_ADVICE
    assert brief.horizon == date(2025, 6, 9)


def test_what_is_there_stays() -> None:
    found = begun_with(a_workshop(a_participant("p1"), an_objective("o1"), title="Ours"))
    assert found.brief.title == "Ours"
    assert list(found.participants) == ["p1"]
    assert in_order(found.objectives)[0].text == "Aim o1"


def test_nothing_is_bent_once_the_room_has_seen_scores() -> None:
    seen = a_workshop()
    seen = replace(seen, progress=replace(seen.progress, round_closed=1))
    with pytest.raises(SettledError):
        begun_with(seen)
