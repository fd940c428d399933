"""What a version leaves out is in no file of it: unpacked, decompressed, in whatever corner."""

from dataclasses import fields, replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.fields import advised_length
from deskrisk.domain.model.responses import Signal
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.parts import mapping, put
from deskrisk.domain.publishing import published
from deskrisk.services.exports import FORMATS
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import to_text
from tests.exported import everything_in, written

SUFFIXES = [each.suffix for each in FORMATS]
OTHERS = [
    DocumentOptions(version=version, roles_for_names=roles)
    for version in (DocumentVersion.SUMMARY, DocumentVersion.TEAM)
    for roles in (True, False)
]
ALL = [*OTHERS, DocumentOptions(version=DocumentVersion.ARCHIVE, roles_for_names=True)]


def planted() -> Workshop:
    """A sample in which every text is a word that stands nowhere else."""
    numbers = count(100)
    workshop = put(
        replace(sample("hospital-ward"), stage_notes={}),
        StageNote(stage=Stage.RANK, private="x", passed_because="x"),
    )
    workshop = replace(
        workshop,
        risks={id_: replace(each, ideas=("x", "x")) for id_, each in workshop.risks.items()},
    )
    for head in HEADS:
        workshop = replace(workshop, **{head: _planted(getattr(workshop, head), numbers)})
    for name in PARTS:
        if name != "versions":
            held = mapping(workshop, name).values()
            workshop = put(workshop, *(_planted(value, numbers) for value in held))
    return workshop


def _planted(value: Any, numbers: "count[int]") -> Any:
    changes: dict[str, Any] = {}
    for declared in fields(value):
        held = getattr(value, declared.name)
        if isinstance(held, Signal):
            changes[declared.name] = _planted(held, numbers)
        elif declared.name == "ideas":
            changes[declared.name] = tuple(_word(numbers) for _ in held)
        elif advised_length(declared) is not None and (held or declared.name != "name"):
            changes[declared.name] = _word(numbers)
    return replace(value, **changes)


def _word(numbers: "count[int]") -> str:
    return f"Qzx{next(numbers)}wvj"


def words_in(text: str) -> set[str]:
    return {f"Qzx{rest.split('wvj')[0]}wvj" for rest in text.split("Qzx")[1:]}


WORKSHOP = planted()
PLANTED = words_in(to_text(WORKSHOP))


def left_out(options: DocumentOptions) -> set[str]:
    return PLANTED - words_in(to_text(published(WORKSHOP, options)))


def test_every_field_has_a_word_of_its_own() -> None:
    assert len(PLANTED) > 400
    assert WORKSHOP.brief.title in PLANTED


@pytest.mark.parametrize("options", OTHERS, ids=str)
def test_what_others_must_not_read_is_left_out(options: DocumentOptions) -> None:
    out = left_out(options)
    assert {fear.text for fear in WORKSHOP.fears.values() if not fear.released} <= out
    assert {note.private for note in WORKSHOP.stage_notes.values()} <= out
    assert {idea for risk in WORKSHOP.risks.values() for idea in risk.ideas} <= out
    if options.roles_for_names:
        assert {person.name for person in WORKSHOP.participants.values()} <= out


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("options", ALL, ids=str)
def test_no_file_holds_a_word_that_was_left_out(
    tmp_path: Path, options: DocumentOptions, suffix: str
) -> None:
    text = everything_in(written(WORKSHOP, tmp_path, suffix, options))
    found = words_in(text) & PLANTED
    assert not found & left_out(options)
    assert found  # what may be read can be found, so the search can find


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_no_file_of_roles_holds_a_name(tmp_path: Path, suffix: str) -> None:
    workshop = sample("question-suggestions")
    text = everything_in(written(workshop, tmp_path, suffix, OTHERS[0]))
    names = [person.name for person in workshop.participants.values()]
    assert not [name for name in (*names, workshop.brief.facilitator) if name in text]
