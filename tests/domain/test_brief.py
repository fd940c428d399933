from dataclasses import replace
from datetime import date

import pytest

from deskrisk.domain.brief import (
    HorizonAdvice,
    SettledError,
    edited,
    horizon_advice,
    latest_horizon,
    needs_owner,
)
from deskrisk.domain.errors import EmptyError, MissingError
from deskrisk.domain.model.brief import DecisionRule, OrderMethod, Preset, Progress
from tests.builders import a_brief, a_participant, a_workshop


def test_a_field_changes_and_the_rest_stays() -> None:
    before = a_workshop(title="Trial", purpose="why")
    after = edited(before, project="New site")
    assert after.brief.project == "New site"
    assert after.brief.purpose == "why"
    assert before.brief.project == ""


def test_a_blank_title_is_refused() -> None:
    with pytest.raises(EmptyError):
        edited(a_workshop(), title="  ")


@pytest.mark.parametrize(
    ("held", "wanted"),
    [(5, 3), (6, 6)],
    ids=["the preset's own count follows", "a chosen count stays"],
)
def test_a_new_preset_brings_its_count_only_where_nobody_chose(held: int, wanted: int) -> None:
    workshop = a_workshop(preset=Preset.STANDARD_120, focus_count=held)
    assert edited(workshop, preset=Preset.EXPRESS_60).brief.focus_count == wanted


def test_after_a_closed_round_count_and_order_method_are_settled() -> None:
    workshop = a_workshop()
    seen = replace(workshop, progress=Progress(round_closed=1))
    with pytest.raises(SettledError):
        edited(seen, focus_count=9)
    with pytest.raises(SettledError):
        edited(seen, order_method=OrderMethod.BALLOT_ONLY)
    assert edited(seen, focus_count=5) == seen
    changed = edited(seen, preset=Preset.DEEP_2X90).brief
    assert (changed.preset, changed.focus_count) == (Preset.DEEP_2X90, 5)


def test_the_decision_owner_must_be_in_the_room_list() -> None:
    workshop = a_workshop(a_participant("p1"), decision_rule=DecisionRule.OWNER_AFTER_ADVICE)
    assert needs_owner(workshop.brief)
    assert not needs_owner(edited(workshop, decision_owner="p1").brief)
    with pytest.raises(MissingError):
        edited(workshop, decision_owner="p9")


@pytest.mark.parametrize(
    ("horizon", "wanted"),
    [
        (date(2025, 3, 24), HorizonAdvice.TOO_SOON),
        (date(2025, 3, 25), HorizonAdvice.FINE),
        (date(2028, 3, 11), HorizonAdvice.FINE),
        (date(2028, 3, 12), HorizonAdvice.TOO_FAR),
    ],
)
def test_the_horizon_is_two_weeks_to_three_years_away(horizon: date, wanted: HorizonAdvice) -> None:
    assert horizon_advice(a_brief(held_on=date(2025, 3, 11), horizon=horizon)) is wanted


def test_three_years_after_a_leap_day_and_at_the_end_of_time() -> None:
    assert latest_horizon(date(2024, 2, 29)) == date(2027, 2, 28)
    assert latest_horizon(date(9998, 5, 1)) == date(9999, 5, 1)
