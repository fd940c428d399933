from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from deskrisk.domain.codec import PlainError
from deskrisk.domain.model.workshop import HEADS, PARTS
from deskrisk.storage.rows import (
    columns,
    from_cells,
    mapping_from_json,
    to_json,
    to_row,
    value_class,
    value_from_json,
)
from tests.builders import a_brief, a_score
from tests.chance import a_full_workshop, a_value, chance

EVERYTHING = (*HEADS, *PARTS)


@pytest.mark.parametrize("part", EVERYTHING)
def test_every_field_of_every_part_has_a_column(part: str) -> None:
    assert [each.name for each in columns(part)] == [f.name for f in fields(value_class(part))]


@pytest.mark.parametrize("part", EVERYTHING)
def test_a_row_gives_the_value_back(part: str) -> None:
    workshop = a_full_workshop(1)
    for seed in range(60):
        value = a_value(chance(seed), workshop, part)
        row = to_row(part, value)
        assert from_cells(part, list(row.values())) == value
        assert all(isinstance(cell, str | int | float | None) for cell in row.values())


@pytest.mark.parametrize("part", EVERYTHING)
def test_an_image_gives_the_value_back(part: str) -> None:
    workshop = a_full_workshop(2)
    for seed in range(30):
        value = a_value(chance(seed), workshop, part)
        assert value_from_json(part, to_json(value)) == value


def test_a_number_keeps_every_digit() -> None:
    brief = a_brief(project_size_person_days=0.1 + 0.2)
    assert from_cells("brief", list(to_row("brief", brief).values())) == brief


def test_a_day_a_flag_and_a_choice_are_plain() -> None:
    row = to_row("brief", a_brief(held_on=date(2025, 3, 1), facilitator_scores=True))
    assert (row["held_on"], row["facilitator_scores"], row["anonymity"]) == (
        "2025-03-01",
        1,
        "role_only",
    )


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("held_on", "2025-02-30"),
        ("held_on", 7),
        ("preset", "forever"),
        ("decision_rule", None),
        ("title", "a\0b"),
    ],
)
def test_a_cell_that_no_value_can_hold_is_refused(column: str, cell: Any) -> None:
    row = {**to_row("brief", a_brief()), column: cell}
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_cells("brief", list(row.values()))


def test_json_that_does_not_fit_is_refused() -> None:
    with pytest.raises(PlainError):
        value_from_json("scores", to_json(a_score("p1", "r1", 1, 2)).replace(":1", ':"x"'))
    with pytest.raises(ValueError, match=r"^$"):
        mapping_from_json('{"a": 1}')
