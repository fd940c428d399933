"""A version is what was agreed, without what nobody else may read, and its seal tells a change."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from deskrisk.domain.errors import BrokenSealError, NotAdoptedError, NothingNewError
from deskrisk.domain.freezing import (
    agreed_in,
    agreed_side,
    broken_versions,
    changed_since,
    freeze,
    latest_version,
    may_freeze,
    seal_of,
    snapshot_of,
    workshop_of,
)
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.ids import VersionId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.nameless import is_scorer
from deskrisk.domain.parts import put
from deskrisk.domain.soundness import flaws
from deskrisk.domain.stances import ask_again
from deskrisk.domain.versions import Subject
from deskrisk.services.samples import sample
from tests.strategies import workshops

DAY = date(2025, 3, 11)
V1, V2 = VersionId("v1"), VersionId("v2")


def later_promise(workshop: Workshop) -> Workshop:
    first = next(iter(workshop.mitigations.values()))
    return put(workshop, replace(first, due=date(2025, 6, 1)))


@pytest.mark.parametrize("name", ["question-suggestions", "hospital-ward"])
def test_a_version_reads_back_as_what_was_agreed(name: str) -> None:
    frozen = freeze(sample(name), V1, DAY)
    version = frozen.versions[V1]
    assert (version.number, version.agreed_on) == (1, DAY)
    assert len(version.seal) == 64
    assert agreed_in(version) == agreed_side(sample(name))
    assert changed_since(frozen) == ()
    assert [*flaws(frozen), *flaws(agreed_in(version))] == []


@settings(max_examples=40)
@given(workshops())
def test_any_workshop_has_one_spelling_and_comes_back_from_it(workshop: Workshop) -> None:
    side = agreed_side(workshop)
    assert workshop_of(snapshot_of(side)) == side
    assert snapshot_of(workshop_of(snapshot_of(side))) == snapshot_of(side)


def test_what_nobody_else_may_read_is_not_kept() -> None:
    workshop = put(sample(), StageNote(stage=Stage.NAME, private="Only mine 4711"))
    text = freeze(workshop, V1, DAY).versions[V1].snapshot
    assert "4711" not in text
    for fear in workshop.fears.values():
        assert fear.released or fear.text not in text
    kept = workshop_of(text)
    people = {each.id for each in kept.participants.values() if not is_scorer(each)}
    assert not people & {each.participant for each in kept.scores.values()}


def test_an_older_version_is_not_inside_a_newer_one() -> None:
    frozen = freeze(later_promise(freeze(sample(), V1, DAY)), V2, DAY, "A later day")
    assert frozen.versions[V2].number == 2
    assert frozen.versions[V2].changed == "A later day"
    assert json.loads(frozen.versions[V2].snapshot)["versions"] == []
    assert latest_version(frozen) == frozen.versions[V2]


def test_what_is_not_adopted_cannot_be_frozen() -> None:
    with pytest.raises(NotAdoptedError):
        freeze(ask_again(sample()), V1, DAY)
    assert not may_freeze(ask_again(sample()))


def test_the_same_agreement_is_not_frozen_twice() -> None:
    frozen = freeze(sample(), V1, DAY)
    assert not may_freeze(frozen)
    with pytest.raises(NothingNewError):
        freeze(frozen, V2, DAY)


def test_a_change_makes_another_version() -> None:
    changed = later_promise(freeze(sample(), V1, DAY))
    (change,) = changed_since(changed)
    assert (change.subject, change.field, change.after) == (
        Subject.PROMISE,
        "due",
        date(2025, 6, 1),
    )
    assert may_freeze(changed)
    assert changed_since(freeze(changed, V2, DAY)) == ()


@pytest.mark.parametrize("place", [0, 1, 4000, -1])
def test_a_flipped_bit_is_told(place: int) -> None:
    frozen = freeze(sample(), V1, DAY)
    version = frozen.versions[V1]
    letters = list(version.snapshot)
    letters[place] = chr(ord(letters[place]) ^ 1)
    broken = replace(version, snapshot="".join(letters))
    with pytest.raises(BrokenSealError) as told:
        agreed_in(broken)
    assert told.value.number == 1
    workshop = put(frozen, broken)
    assert broken_versions(workshop) == (1,)
    assert may_freeze(workshop)
    assert freeze(workshop, V2, DAY).versions[V2].number == 2


def test_a_seal_over_something_that_is_no_workshop_does_not_hold() -> None:
    version = freeze(sample(), V1, DAY).versions[V1]
    for text in ("", "[]", "{}", '{"id": 3}', "null"):
        with pytest.raises(BrokenSealError):
            agreed_in(replace(version, snapshot=text, seal=seal_of(text)))
