import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from deskrisk.domain.codec import to_plain
from deskrisk.domain.documents import DocumentOptions, DocumentVersion
from deskrisk.domain.model.brief import Anonymity, Stage, StageNote
from deskrisk.domain.model.fears import Cluster, Disposition, FearKind
from deskrisk.domain.model.ids import ClusterId, FearId, VersionId
from deskrisk.domain.model.signoff import AgreementVersion
from deskrisk.domain.model.workshop import HEADS, PARTS, Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import mapping, put
from deskrisk.domain.publishing import Inclusion, inclusions, may_be_named, published
from deskrisk.domain.signoff import sign_off
from deskrisk.domain.soundness import flaws
from deskrisk.services.samples import sample, sample_names
from tests.builders import a_fear, a_participant, a_risk, a_score, a_workshop
from tests.strategies import workshops

SUMMARY, TEAM, ARCHIVE = DocumentVersion


def to(version: DocumentVersion, **fields: Any) -> DocumentOptions:
    return DocumentOptions(version=version, **fields)


def everything(workshop: Workshop) -> str:
    """All values of a workshop as one text: what is not in it cannot be written anywhere."""
    parts = (*HEADS, *PARTS)
    held = {
        part: to_plain(getattr(workshop, part))
        if part in HEADS
        else {id_: to_plain(value) for id_, value in mapping(workshop, part).items()}
        for part in parts
    }
    return json.dumps(held, ensure_ascii=False)


def a_pile(*fears: Any, **fields: Any) -> Workshop:
    pile = Cluster(id=ClusterId("c1"), position=0, name="Velvet pile", **fields)
    return a_workshop(pile, *(replace(each, cluster=pile.id) for each in fears))


def names_of(workshop: Workshop, version: DocumentVersion) -> list[str]:
    return [each.name for each in published(workshop, to(version)).clusters.values()]


@pytest.mark.parametrize("name", sample_names())
def test_no_words_of_a_fear_leave_unless_released(name: str) -> None:
    workshop = sample(name)
    for version in (SUMMARY, TEAM):
        text = everything(published(workshop, to(version)))
        private = [fear.text for fear in workshop.fears.values() if not fear.released]
        assert len(private) > 10
        assert not [words for words in private if words in text]
    kept = everything(published(workshop, to(ARCHIVE)))
    assert all(json.dumps(f.text, ensure_ascii=False) in kept for f in workshop.fears.values())


def test_released_words_stay_in_the_team_version_but_held_back_ones_never() -> None:
    workshop = a_workshop(
        a_fear("f1", text="Alpha words", released=True),
        a_fear("f2", text="Beta words", released=True, held_back=True),
        a_fear("f3", text="Gamma words", theme="blame", note="why parked"),
    )
    found = published(workshop, to(TEAM)).fears
    assert [found[FearId(f"f{n}")].text for n in (1, 2, 3)] == ["Alpha words", "", ""]
    assert found[FearId("f3")].theme == found[FearId("f3")].note == ""
    assert not published(workshop, to(SUMMARY)).fears


def test_the_note_of_a_question_stays_and_the_reason_for_parking_goes() -> None:
    workshop = a_workshop(
        a_fear("f1", disposition=Disposition.QUESTION, note="Who pays?"),
        a_fear("f2", disposition=Disposition.PARKED, note="Because of Ann"),
        a_fear("f3", disposition=Disposition.ISSUE, text="He shouts", note="That  he shouts."),
    )
    found = published(workshop, to(TEAM)).fears
    assert [each.note for each in found.values()] == ["Who pays?", "", ""]


def test_a_small_pile_and_one_about_people_have_no_name() -> None:
    three = [a_fear(f"f{n}") for n in (1, 2, 3)]
    assert names_of(a_pile(*three), TEAM) == ["Velvet pile"]
    assert names_of(a_pile(*three[:2]), TEAM) == []
    about_us = replace(three[0], kind=FearKind.PEOPLE)
    assert names_of(a_pile(about_us, *three[1:]), TEAM) == []
    assert names_of(a_pile(about_us, *three[1:]), ARCHIVE) == ["Velvet pile"]
    assert "Velvet" not in everything(published(a_pile(about_us), to(TEAM)))


def test_a_released_pile_is_named_and_so_is_one_of_released_slips() -> None:
    assert names_of(a_pile(a_fear("f1", kind=FearKind.PEOPLE), released=True), TEAM)
    assert names_of(a_pile(a_fear("f1", released=True), a_fear("f2", released=True)), TEAM)
    pile = Cluster(id=ClusterId("c1"), position=0, name="P")
    held = a_fear("f1", released=True, held_back=True)
    assert not may_be_named(pile, [held])


@pytest.mark.parametrize("version", [SUMMARY, TEAM])
def test_private_notes_ideas_and_snapshots_stay_on_the_desk(version: DocumentVersion) -> None:
    note = StageNote(stage=Stage.NAME, private="Zebra secret", passed_because="No time")
    frozen = AgreementVersion(
        id=VersionId("v1"),
        number=1,
        agreed_on=date(2025, 3, 11),
        snapshot='{"secret": "Zebra snapshot"}',
        seal="ab" * 32,
        changed="First",
    )
    workshop = a_workshop(a_risk("r1", ideas=("Zebra idea",)), note, frozen)
    text = everything(published(workshop, to(version, private_notes=True)))
    assert "Zebra" not in text
    assert "ab" * 32 in text
    assert ("No time" in text) is (version is TEAM)


def test_the_archive_has_private_notes_only_if_ticked() -> None:
    workshop = a_workshop(StageNote(stage=Stage.NAME, private="Zebra secret"))
    assert "Zebra" not in everything(published(workshop, to(ARCHIVE)))
    assert "Zebra" in everything(published(workshop, to(ARCHIVE, private_notes=True)))


def test_answers_of_an_open_round_stay_sealed() -> None:
    workshop = a_workshop(a_participant("p1"), a_risk("r1"), a_score("p1", "r1", 4, 4))
    assert not published(workshop, to(TEAM)).scores
    closed = replace(workshop, progress=replace(workshop.progress, round_closed=1))
    assert len(published(closed, to(TEAM)).scores) == 1


def test_only_the_archive_of_a_named_room_says_who_scored_what() -> None:
    for anonymity in Anonymity:
        held = sample()
        workshop = replace(held, brief=replace(held.brief, anonymity=anonymity))
        people = {each.participant for each in workshop.scores.values()}
        for version in DocumentVersion:
            found = {e.participant for e in published(workshop, to(version)).scores.values()}
            named = version is ARCHIVE and anonymity is Anonymity.NAMED
            assert found == people if named else found.isdisjoint(people)
            hidden = published(workshop, to(version, roles_for_names=True))
            assert people.isdisjoint(e.participant for e in hidden.scores.values())


@pytest.mark.parametrize("name", sample_names())
@pytest.mark.parametrize("version", DocumentVersion)
def test_what_was_decided_stays_the_same(name: str, version: DocumentVersion) -> None:
    workshop = sample(name)
    found = published(workshop, to(version))
    before, after = sign_off(workshop), sign_off(found)
    assert standing_order(found) == standing_order(workshop)
    assert (after.result, after.counts, after.present) == (
        before.result,
        before.counts,
        before.present,
    )
    assert found.mitigations == workshop.mitigations
    spoken = [each.comment for each in after.reservations]
    assert spoken == [each.comment for each in before.reservations]


def test_the_summary_has_no_comment_of_those_who_agree() -> None:
    workshop = sample()
    quiet = next(each for each in workshop.stances.values() if each.level > 3)
    workshop = put(workshop, replace(quiet, comment="Zebra remark"))
    assert "Zebra" in everything(published(workshop, to(TEAM)))
    assert "Zebra" not in everything(published(workshop, to(SUMMARY)))


def all_options() -> Iterator[DocumentOptions]:
    for version in DocumentVersion:
        for hidden in (False, True):
            yield DocumentOptions(version=version, roles_for_names=hidden)


@given(workshops())
def test_twice_is_once_and_what_is_left_is_sound(workshop: Workshop) -> None:
    for options in all_options():
        once = published(workshop, options)
        assert not list(flaws(once))
        if not options.roles_for_names:  # a role may hold another's name
            assert published(once, options) == once


def by_key(workshop: Workshop, options: DocumentOptions) -> dict[str, Inclusion]:
    return {each.key: each for each in inclusions(workshop, options)}


def test_the_dialog_can_say_what_goes_in_and_what_stays_out_and_why() -> None:
    team, archive = by_key(sample(), to(TEAM)), by_key(sample(), to(ARCHIVE))
    fears = len(sample().fears)
    assert team["unreleased_words"] == Inclusion(
        key="unreleased_words", goes_in=False, why="not_released", count=fears
    )
    assert archive["unreleased_words"].goes_in
    assert not team["who_scored_what"].goes_in
    assert team["decisions"].count == len(sample().responses)
    assert "released_words" not in team
    assert not by_key(sample(), to(SUMMARY))["people"].goes_in


def test_counts_of_piles_and_groups_add_up() -> None:
    team = by_key(sample(), to(TEAM))
    assert team["named_piles"].count + team["unnamed_piles"].count == len(sample().clusters)
    assert not team["unnamed_piles"].goes_in
    assert team["groups"].goes_in
    held = sample()
    small = replace(held, brief=replace(held.brief, anonymity=Anonymity.ANONYMOUS))
    assert by_key(small, to(TEAM))["groups"].why == "anonymous"


def test_names_in_texts_are_counted_when_roles_are_printed() -> None:
    workshop = a_workshop(a_participant("p1", name="Ann Lee", role="Lead"), purpose="Ann asked")
    found = by_key(workshop, to(TEAM, roles_for_names=True))
    assert found["names_in_texts"].count == 1
    assert not found["names"].goes_in


def test_notes_of_an_imported_register_go_where_names_go() -> None:
    workshop = a_workshop(a_risk("r1", note="Reporter: Zebra"))
    kept = {
        (version, roles): "Zebra"
        in everything(published(workshop, DocumentOptions(version=version, roles_for_names=roles)))
        for version in DocumentVersion
        for roles in (True, False)
    }
    assert {key for key, held in kept.items() if held} == {(TEAM, False), (ARCHIVE, False)}
    for (version, roles), held in kept.items():
        options = DocumentOptions(version=version, roles_for_names=roles)
        (told,) = (each for each in inclusions(workshop, options) if each.key == "register_notes")
        assert (told.goes_in, told.count) == (held, 1)
