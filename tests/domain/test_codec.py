import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from deskrisk.domain.codec import PlainError, from_plain, to_plain
from deskrisk.domain.model.brief import Brief, Stage
from deskrisk.domain.model.people import Objective
from deskrisk.domain.model.responses import Mitigation
from deskrisk.domain.model.risks import Risk
from deskrisk.domain.model.scores import Ballot, Score
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping
from tests.strategies import filled_workshop, workshops

few = settings(max_examples=15)  # whole workshops take their time

BRIEF = {"title": "Trial", "held_on": "2025-03-11", "horizon": "2025-06-30"}
SCORE = {"round": 1, "participant": "p1", "risk": "r1"}
MITIGATION = {"id": "m1", "position": 0, "risks": ["r1"]}
RISK = {"id": "r1", "number": 1}
BALLOT = {"participant": "p1", "scope": "all"}


def problem(kind: type[Any], plain: Any, where: str = "") -> tuple[str, str]:
    with pytest.raises(PlainError) as caught:
        from_plain(kind, plain, where)
    return caught.value.where, caught.value.problem


def every_value(workshop: Workshop) -> list[Any]:
    heads = [getattr(workshop, name) for name in HEADS]
    return heads + [value for name in PARTS for value in mapping(workshop, name).values()]


@few
@given(workshops())
def test_every_value_comes_back_through_json(workshop: Workshop) -> None:
    for value in every_value(workshop):
        plain = json.loads(json.dumps(to_plain(value), allow_nan=False))
        assert from_plain(type(value), plain) == value


def test_no_field_gets_lost() -> None:
    for value in every_value(filled_workshop()):
        assert from_plain(type(value), to_plain(value)) == value


def test_fields_with_a_default_may_be_missing() -> None:
    found = from_plain(Brief, BRIEF)
    assert (found.held_on, found.focus_count, found.decision_owner) == (date(2025, 3, 11), 5, None)


def test_only_a_needed_field_is_missed() -> None:
    assert problem(Score, {"participant": "p1", "risk": "r1"}, "scores[3]") == (
        "scores[3].round",
        "missing",
    )


def test_an_unknown_field_is_refused_where_it_stands() -> None:
    assert problem(Score, {**SCORE, "colour": "red"}) == ("colour", "unknown")
    assert problem(Mitigation, {**MITIGATION, "signal": {"author": "x"}}) == (
        "signal.author",
        "unknown",
    )


@pytest.mark.parametrize("plain", [None, [], "text", 3, True])
def test_a_value_is_an_object(plain: Any) -> None:
    assert problem(Score, plain, "scores[0]") == ("scores[0]", "type")


@pytest.mark.parametrize(
    ("field", "plain", "wanted"),
    [
        ("title", 3, "type"),
        ("title", None, "type"),
        ("facilitator_scores", 1, "type"),
        ("facilitator_scores", "true", "type"),
        ("focus_count", 5.0, "type"),
        ("focus_count", True, "type"),
        ("focus_count", "5", "type"),
        ("focus_count", 2**53 + 1, "type"),
        ("preset", "express", "choice"),
        ("preset", 3, "choice"),
        ("preset", None, "choice"),
        ("held_on", "11.3.2025", "date"),
        ("held_on", "20250311", "date"),
        ("held_on", "2025-02-30", "date"),
        ("held_on", "2025-W11-2", "date"),
        ("held_on", 20250311, "type"),
        ("decision_owner", 3, "type"),
        ("project_size_person_days", "480", "type"),
        ("project_size_person_days", True, "type"),
        ("project_size_person_days", float("nan"), "number"),
        ("project_size_person_days", float("inf"), "number"),
        ("project_size_person_days", 1e300, "number"),
    ],
)
def test_a_field_that_does_not_fit_is_refused(field: str, plain: Any, wanted: str) -> None:
    assert problem(Brief, {**BRIEF, field: plain}, "brief") == (f"brief.{field}", wanted)


def test_what_may_be_empty_may_be_empty() -> None:
    found = from_plain(Brief, {**BRIEF, "project_size_person_days": None, "decision_owner": None})
    assert (found.project_size_person_days, found.decision_owner) == (None, None)
    assert from_plain(Brief, {**BRIEF, "project_size_person_days": 480}).focus_count == 5


def test_lists_say_which_entry_is_wrong() -> None:
    assert problem(Risk, {**RISK, "tags": ["a", 3]}, "risks[1]") == ("risks[1].tags[1]", "type")
    assert problem(Risk, {**RISK, "tags": "a"}) == ("tags", "type")
    assert problem(Ballot, {**BALLOT, "ranking": [["r1"], ["r2", None]]}) == (
        "ranking[1][1]",
        "type",
    )


def test_a_whole_number_is_none_too_large_for_other_programs() -> None:
    assert from_plain(Score, {**SCORE, "round": 2**53}).round == 2**53


def test_the_sentence_can_say_what_would_be_right() -> None:
    with pytest.raises(PlainError) as caught:
        from_plain(Ballot, {**BALLOT, "scope": "some"})
    assert caught.value.wanted == "boundary_tier, all"


@pytest.mark.parametrize(
    ("kind", "plain", "wanted"),
    [
        (tuple[str, ...], "x", ("type", "list")),
        (str, 1, ("type", "text")),
        (bool, 1, ("type", "true or false")),
        (int, True, ("type", "whole number")),
        (int, 2**53 + 1, ("type", "whole number")),
        (float, "1", ("type", "number")),
        (float, True, ("type", "number")),
        (float, 2.0**53 * 1.5, ("number", "a finite number")),
        (float, float("inf"), ("number", "a finite number")),
        (date, 1, ("type", "date")),
        (date, "20250311", ("date", "a day as YYYY-MM-DD")),
        (date, "March", ("date", "a day as YYYY-MM-DD")),
        (Stage, "x", ("choice", ", ".join(each.value for each in Stage))),
        (Objective, [], ("type", "object")),
    ],
)
def test_what_was_wanted_is_said(kind: Any, plain: Any, wanted: tuple[str, str]) -> None:
    with pytest.raises(PlainError) as found:
        from_plain(kind, plain, "here")
    assert vars(found.value) == {"where": "here", "problem": wanted[0], "wanted": wanted[1]}


def test_numbers_that_a_double_holds_exactly_are_read() -> None:
    assert from_plain(float, 2**53) == 2**53
    assert from_plain(int, -(2**53)) == -(2**53)
