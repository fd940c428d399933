from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from deskrisk.domain.documents import DocumentOptions, DocumentVersion, PageSize
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.publishing import unnamed_piles
from deskrisk.reports.agreement import pdf_bytes
from tests.papers import CREATED, bare
from tests.reports.printed import ARCHIVE, EVERY, SUMMARY, TEAM, WORKSHOPS, everything_in, made

SAMPLES = ("question-suggestions", "hospital-ward")


def found_in(name: str, version: DocumentVersion, *, roles: bool = False) -> str:
    return bare(everything_in(made(name, version, roles=roles)))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("version", [SUMMARY, TEAM])
def test_no_word_of_an_unreleased_fear_is_in_the_file(name: str, version: DocumentVersion) -> None:
    held = found_in(name, version)
    quiet = [each for each in WORKSHOPS[name].fears.values() if not each.released]
    assert len(quiet) > 10
    assert not [each.text for each in quiet if bare(each.text) in held]
    assert bare(next(iter(WORKSHOPS[name].objectives.values())).text) in held


@pytest.mark.parametrize("name", SAMPLES)
def test_the_archive_holds_every_fear(name: str) -> None:
    held = found_in(name, ARCHIVE)
    assert not [f.text for f in WORKSHOPS[name].fears.values() if bare(f.text) not in held]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("version", [SUMMARY, TEAM])
def test_no_small_or_personal_pile_is_named(name: str, version: DocumentVersion) -> None:
    workshop = WORKSHOPS[name]
    held = found_in(name, version)
    texts = " ".join(each.title + each.cause + each.event for each in workshop.risks.values())
    for id_ in unnamed_piles(workshop):
        words = bare(workshop.clusters[id_].name)
        assert words not in held or words in bare(texts)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("version", DocumentVersion)
def test_no_name_is_left_where_roles_are_printed(name: str, version: DocumentVersion) -> None:
    workshop = WORKSHOPS[name]
    held, plain = found_in(name, version, roles=True), found_in(name, version)
    for person in workshop.participants.values():
        assert bare(person.name) not in held
    assert bare(workshop.brief.facilitator) not in held
    owners = [each.owner for each in workshop.mitigations.values() if each.owner]
    assert bare(workshop.participants[owners[0]].name) in plain


def annotated() -> Workshop:
    workshop = WORKSHOPS["question-suggestions"]
    note = StageNote(stage=Stage.RANK, private="Zebra remark of mine", passed_because="No time")
    return put(workshop, note)


def test_private_notes_are_in_no_file_but_a_ticked_archive() -> None:
    for version in DocumentVersion:
        for ticked in (False, True):
            options = DocumentOptions(version=version, private_notes=ticked)
            held = everything_in(pdf_bytes(annotated(), created=CREATED, options=options))
            assert ("Zebra" in " ".join(held.split())) is (ticked and version is ARCHIVE)


def test_ids_of_people_are_in_no_file() -> None:
    workshop = WORKSHOPS["hospital-ward"]
    longer = {id_: f"person-{id_}-of-the-ward" for id_ in workshop.participants}
    for version in DocumentVersion:
        held = found_in("hospital-ward", version)
        assert not [each for each in longer.values() if each in held]
        assert "scorer-" not in held


def test_what_is_written_twice_is_the_same() -> None:
    for version in DocumentVersion:
        options = DocumentOptions(version=version)
        again = pdf_bytes(WORKSHOPS["crowded"], created=CREATED, options=options)
        assert again == made("crowded", version)


def test_the_order_of_people_in_memory_changes_nothing() -> None:
    workshop = WORKSHOPS["hospital-ward"]
    turned = replace(
        workshop,
        participants=dict(reversed(list(workshop.participants.items()))),
        scores=dict(reversed(list(workshop.scores.items()))),
        fears=dict(reversed(list(workshop.fears.items()))),
    )
    options = DocumentOptions(version=ARCHIVE)
    assert pdf_bytes(turned, created=CREATED, options=options) == made("hospital-ward", ARCHIVE)


def test_documents_made_at_the_same_time_do_not_disturb_each_other() -> None:
    wanted = [(name, version, size) for name, version in EVERY[:6] for size in PageSize]
    with ThreadPoolExecutor(4) as pool:
        made_together = list(pool.map(lambda each: fresh(*each), wanted))
    assert made_together == [made(*each) for each in wanted]


def fresh(name: str, version: DocumentVersion, size: PageSize) -> bytes:
    options = DocumentOptions(version=version, page=size)
    return pdf_bytes(WORKSHOPS[name], created=CREATED, options=options)
