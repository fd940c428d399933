from dataclasses import replace

import pytest

from deskrisk.domain.changes import difference
from deskrisk.domain.model.workshop import PARTS
from deskrisk.domain.parts import mapping, put, removed
from deskrisk.storage.seal import seal_of, seal_step
from tests.builders import a_fear, a_workshop
from tests.chance import a_full_workshop


def test_equal_workshops_have_one_seal() -> None:
    assert seal_of(a_full_workshop(1)) == seal_of(a_full_workshop(1))
    assert seal_of(a_full_workshop(1)) != seal_of(a_full_workshop(2))


@pytest.mark.parametrize("part", PARTS)
def test_a_step_moves_the_seal_as_the_whole_workshop_does(part: str) -> None:
    workshop = a_full_workshop(3)
    id_ = next(iter(mapping(workshop, part)))
    gone = removed(workshop, PARTS[part], id_)
    there = seal_step(difference(workshop, gone))
    assert seal_of(workshop) + there == seal_of(gone) != seal_of(workshop)
    assert seal_step(difference(gone, workshop)) == -there


def test_a_single_letter_and_the_place_of_a_value_count() -> None:
    workshop = put(a_workshop(), a_fear(text="We are late"))
    other = put(workshop, a_fear(text="We are latf"))
    moved = replace(workshop, brief=replace(workshop.brief, title="", project="Trial"))
    assert len({seal_of(workshop), seal_of(other), seal_of(moved)}) == 3


def test_a_seal_fits_into_the_file() -> None:
    assert 0 < 30_000 * 2**48 < 2**63
    assert 0 < seal_of(a_full_workshop(5)) < 2**63
