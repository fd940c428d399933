from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.risks import DELIVERY
from deskrisk.domain.model.scores import Ballot, BallotScope
from deskrisk.domain.model.workshop import HEADS, PARTS, Part, Workshop
from deskrisk.domain.order import with_order
from deskrisk.domain.parts import mapping
from deskrisk.domain.soundness import RANGES, flaws, range_flaw
from tests.builders import a_fear, a_mitigation, a_participant, a_risk, a_score, a_workshop
from tests.strategies import filled_workshop, workshops

few = settings(max_examples=15)  # whole workshops take their time


def found(workshop: Workshop) -> list[tuple[str, str, str]]:
    return [(flaw.where, flaw.problem, flaw.value) for flaw in flaws(workshop)]


@few
@given(workshops())
def test_random_workshops_are_sound(workshop: Workshop) -> None:
    assert found(workshop) == []


def test_an_empty_and_a_full_workshop_are_sound() -> None:
    assert found(a_workshop()) == []
    assert found(filled_workshop()) == []


@pytest.mark.parametrize(
    ("part", "where"),
    [
        (a_fear(merged_into="f9"), "fears[f1].merged_into"),
        (a_risk(objectives=("o9",)), "risks[r1].objectives"),
        (a_risk(category="none"), "risks[r1].category"),
        (a_participant(group="g9"), "participants[p1].group"),
    ],
)
def test_a_pointer_to_nothing_is_a_flaw(part: Part, where: str) -> None:
    ((place, problem, _),) = found(a_workshop(part))
    assert (place, problem) == (where, "reference")


def test_every_pointer_of_a_ballot_is_followed() -> None:
    ballot = Ballot(
        participant=a_participant().id,
        scope=BallotScope.ALL,
        ranking=((RiskId("r1"),), (RiskId("r8"), RiskId("r9"))),
    )
    assert [value for _, _, value in found(a_workshop(a_participant(), a_risk(), ballot))] == [
        "r8",
        "r9",
    ]


def test_the_heads_are_looked_at_too() -> None:
    workshop = with_order(a_workshop(decision_owner="p9", focus_count=11), [RiskId("r9")])
    assert found(workshop) == [
        ("brief.focus_count", "range", "11"),
        ("brief.decision_owner", "reference", "p9"),
        ("progress.agreed_order", "reference", "r9"),
    ]


@pytest.mark.parametrize("level", [0, 6, -1])
def test_a_level_out_of_range_is_a_flaw(level: int) -> None:
    workshop = a_workshop(a_risk(), a_participant(), a_score("p1", "r1", level, 3))
    (flaw,) = flaws(workshop)
    assert (flaw.where, flaw.problem) == ("scores[1/p1/r1].likelihood", "range")
    assert (flaw.value, flaw.wanted) == (str(level), "1 to 5")


def test_both_ends_of_a_range_belong_to_it() -> None:
    for (part, field), (low, high) in RANGES.items():
        assert range_flaw(part, field, low) is None
        assert range_flaw(part, field, high) is None
        assert range_flaw(part, field, low - 1) == (low, high)
        assert range_flaw(part, field, high + 1) == (low, high)
        assert range_flaw(part, field, None) is None
    assert range_flaw("fears", "text", "any") is None


def test_the_ranges_are_those_of_the_method() -> None:
    levels = {where for where, (_, high) in RANGES.items() if high == 5.0}
    assert levels == {
        ("scores", "likelihood"),
        ("scores", "impact"),
        ("review_scores", "likelihood"),
        ("review_scores", "impact"),
        ("responses", "residual_likelihood"),
        ("responses", "residual_impact"),
        ("stances", "level"),
    }
    assert {RANGES[where][0] for where in levels} == {1}
    assert list(RANGES["scores", "round"]) == [1, 2]
    assert list(RANGES["discussion_notes", "round"]) == [1, 2]
    assert list(RANGES["brief", "focus_count"]) == [1, 10]
    assert list(RANGES["brief", "project_size_person_days"]) == [1, 100_000]
    assert list(RANGES["mitigations", "effort_person_days"]) == [0, 10_000]
    for (part, field), limits in RANGES.items():
        if part == "duels" or field.startswith("base_rate"):
            assert list(limits) == [0, 1000]


def test_not_a_number_is_in_no_range() -> None:
    workshop = a_workshop(a_risk(), a_mitigation("m1", "r1", effort_person_days=float("nan")))
    assert found(workshop) == [("mitigations[m1].effort_person_days", "range", "nan")]


def test_every_range_belongs_to_a_field() -> None:
    kinds: dict[str, Any] = {**HEADS, **PARTS}
    for part, field in RANGES:
        assert field in kinds[part].__dataclass_fields__


def test_a_value_under_another_id_is_a_flaw() -> None:
    workshop = replace(a_workshop(), fears={FearId("f2"): a_fear("f1")})
    assert found(workshop) == [("fears[f2]", "key", "f1")]


def test_a_fixed_category_that_is_gone_is_a_flaw() -> None:
    workshop = a_workshop()
    rest = {id_: each for id_, each in workshop.categories.items() if id_ != DELIVERY}
    assert found(replace(workshop, categories=rest)) == [("categories", "fixed", DELIVERY)]


def test_flaws_do_not_repeat_the_words_of_people() -> None:
    said = "a fear nobody should read in a log"
    workshop = a_workshop(a_fear(text=said, merged_into="f9", note=said))
    assert all(said not in repr(flaw) for flaw in flaws(workshop))
    assert len(mapping(workshop, "fears")) == 1
