"""Versions in words: what each one changed, and what was changed since the last."""

from dataclasses import fields, replace
from datetime import date

import pytest

from deskrisk.domain.documents import DocumentOptions
from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.ids import ParticipantId, RiskId, VersionId
from deskrisk.domain.model.responses import Decision, Mitigation, Response
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order, put
from deskrisk.domain.versions import ChangeKind, Subject, VersionChange, field_names
from deskrisk.services.samples import sample
from deskrisk.viewmodels.version_words import FIELD_WORDS, change_words
from deskrisk.viewmodels.versions import versions_view
from tests.builders import a_mitigation

DAY = date(2025, 3, 11)


def frozen(workshop: Workshop, number: int = 1) -> Workshop:
    return freeze(workshop, VersionId(f"v{number}"), DAY, "")


def first_promise(workshop: Workshop) -> Mitigation:
    return in_order(workshop.mitigations)[0]


def since(workshop: Workshop) -> tuple[str, ...]:
    return versions_view(workshop).since


def test_before_the_first_version_there_is_nothing_to_tell() -> None:
    view = versions_view(sample())
    assert (view.rows, view.since, view.heading) == ((), (), "Not frozen yet")
    assert view.may_freeze
    assert view.next_number == 1


def test_a_version_says_when_and_its_seal() -> None:
    workshop = frozen(sample())
    (row,) = versions_view(workshop).rows
    assert (row.name, row.agreed_on, row.broken) == ("Version 1", DAY, False)
    assert workshop.versions[VersionId("v1")].seal.startswith(row.seal)
    assert versions_view(workshop).heading.replace("\N{NO-BREAK SPACE}", " ") == (
        "Version 1, 11 March 2025"
    )


def test_changes_are_told_in_peoples_terms() -> None:
    old = frozen(sample())
    promise = first_promise(old)
    other = next(each for each in old.participants if each != promise.owner)
    new = put(
        old,
        replace(promise, due=date(2025, 6, 1), owner=other),
        a_mitigation("m99", promise.risks[0], title="Load test", owner=other, due=DAY),
        replace(old.risks[promise.risks[0]], title="Another name"),
    )
    lines = [line.replace("\N{NO-BREAK SPACE}", " ") for line in since(new)]
    who = old.participants[other].name
    was = old.participants[promise.owner].name if promise.owner else ""
    assert f"Promise added: Load test ({who}, by 11 March 2025)" in lines
    assert f"Promise “{promise.title}”, owner: {who}, was {was}" in lines
    assert any(
        line.startswith(f"Promise “{promise.title}”, due: 1 June 2025, was ") for line in lines
    )
    assert any(line.startswith("Risk “Another name”, name: Another name, was ") for line in lines)
    heading = versions_view(new).heading
    assert heading == "4 changes since version 1"


def test_a_moved_risk_says_from_where_to_where() -> None:
    old = frozen(sample())
    order = old.progress.agreed_order
    new = replace(
        old, progress=replace(old.progress, agreed_order=(order[1], order[0], *order[2:]))
    )
    (line,) = since(new)
    assert line in {
        f"“{old.risks[order[1]].title}” moved from place 2 to place 1",
        f"“{old.risks[order[0]].title}” moved from place 1 to place 2",
    }


def test_a_second_version_says_what_it_changed_and_nothing_is_left() -> None:
    old = frozen(sample())
    new = frozen(put(old, replace(first_promise(old), due=date(2025, 6, 1))), 2)
    view = versions_view(new)
    assert [row.number for row in view.rows] == [1, 2]
    assert view.rows[0].changes == ()
    assert len(view.rows[1].changes) == 1
    assert view.since == ()
    assert view.next_number == 3


def test_a_broken_seal_is_told() -> None:
    held = frozen(sample())
    version = held.versions[VersionId("v1")]
    view = versions_view(put(held, replace(version, snapshot=version.snapshot.replace("a", "b"))))
    assert view.rows[0].broken
    assert view.heading == "Version 1 is not as it was sealed"
    assert view.may_freeze


def test_no_name_is_in_the_lines_of_a_document_with_roles() -> None:
    old = frozen(sample())
    promise = first_promise(old)
    other = next(each for each in old.participants if each != promise.owner)
    new = put(old, replace(promise, owner=other))
    options = DocumentOptions(roles_for_names=True)
    (line,) = versions_view(new, options).since
    for person in old.participants.values():
        assert person.name not in line
    assert old.participants[other].role in line


def test_every_field_has_words() -> None:
    for subject in Subject:
        for name in field_names(subject):
            assert FIELD_WORDS[subject, name]


@pytest.mark.parametrize("subject", [Subject.RESPONSE, Subject.PROMISE, Subject.RISK])
def test_every_value_of_a_field_can_be_said(subject: Subject) -> None:
    workshop = sample("hospital-ward")
    parts = {
        Subject.RESPONSE: workshop.responses,
        Subject.PROMISE: workshop.mitigations,
        Subject.RISK: workshop.risks,
    }[subject]
    for held in tuple(parts.values()):  # type: ignore[attr-defined]  # a part of some kind
        for field in fields(held):
            if field.name in field_names(subject):
                change = VersionChange(
                    kind=ChangeKind.CHANGED,
                    subject=subject,
                    id=held.id,
                    field=field.name,
                    before=None,
                    after=getattr(held, field.name),
                )
                assert change_words(change, workshop, workshop)


def test_a_first_decision_is_told() -> None:
    old = sample()
    risk = RiskId(old.progress.agreed_order[0])
    before = frozen(replace(old, responses={}))
    after = put(before, Response(risk=risk, decision=Decision.ACCEPT, owner=ParticipantId("p1")))
    assert since(after) == (f"Decided: {old.risks[risk].title}: accept",)
