import io
import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import cast

import page
import pytest
from hypothesis import given, settings
from PIL import Image
from pypdf.generic import DictionaryObject

from deskrisk.domain.documents import DocumentOptions, DocumentVersion, PageSize
from deskrisk.domain.errors import UnprintableLogoError
from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.ids import VersionId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.order import standing_order
from deskrisk.domain.parts import put
from deskrisk.reports.agreement import pdf_bytes
from deskrisk.reports.styles import PAGES
from deskrisk.viewmodels.document import mark_of
from tests.papers import CREATED, bare
from tests.reports.printed import (
    ARCHIVE,
    EVERY,
    SUMMARY,
    TEAM,
    WORKSHOPS,
    boxes_of,
    everything_in,
    filled_shares,
    made,
    opened,
    told,
)
from tests.strategies import workshops

LEAST_FILLED = 0.15
SAMPLES = ("question-suggestions", "hospital-ward")


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_it_can_be_read_aloud_and_will_last(name: str, version: DocumentVersion) -> None:
    keeps_the_standards(made(name, version))


def keeps_the_standards(content: bytes) -> None:
    """For whoever cannot see (PDF/UA-1), and for whoever opens it in twenty years (PDF/A-2a)."""
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(content, profile=profile)
        assert report.is_compliant, [str(each) for each in report.failures]


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_the_file_is_sound(name: str, version: DocumentVersion, tmp_path: Path) -> None:
    said = told("qpdf", made(name, version), tmp_path, "--check")
    assert "No syntax or stream encoding errors" in said
    assert "WARNING" not in said


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_every_face_is_in_the_file(name: str, version: DocumentVersion, tmp_path: Path) -> None:
    rows = told("pdffonts", made(name, version), tmp_path).splitlines()[2:]
    assert rows
    for row in rows:
        embedded, subset, unicode_ = row.split()[-5:-2]
        assert (embedded, subset, unicode_) == ("yes", "yes", "yes"), row


@pytest.mark.parametrize(("name", "version"), EVERY)
def test_no_page_is_left_nearly_empty(name: str, version: DocumentVersion) -> None:
    shares = filled_shares(made(name, version))
    assert min(shares[:-1], default=1.0) >= LEAST_FILLED, shares


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize(("name", "version"), EVERY)
def test_no_text_leaves_the_frame(name: str, version: DocumentVersion, size: PageSize) -> None:
    side = 45.0 if version is SUMMARY and size is PageSize.A4 else 53.0
    for number, width, (left, bottom, right, top) in boxes_of(made(name, version, size)):
        where = (number, left, bottom, right, top)
        assert left >= side - 1, where
        assert right <= width - side + 1, where
        assert bottom >= 17, where
        assert top <= PAGES[size].height - 15, where


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize(("name", "version"), EVERY)
def test_no_text_lies_on_other_text(name: str, version: DocumentVersion, size: PageSize) -> None:
    pages: dict[int, list[tuple[float, float, float, float]]] = {}
    for number, _width, box in boxes_of(made(name, version, size)):
        pages.setdefault(number, []).append(box)
    for number, boxes in pages.items():
        for one, other in combinations(boxes, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            up = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 1.5 or up <= 2.5, (number, one, other)


@pytest.mark.parametrize("size", PageSize)
@pytest.mark.parametrize("name", WORKSHOPS)
def test_the_summary_has_one_page(name: str, size: PageSize) -> None:
    assert len(opened(made(name, SUMMARY, size)).pages) == 1


@pytest.mark.parametrize("size", PageSize)
def test_the_paper_is_the_one_that_was_chosen(size: PageSize) -> None:
    for each in opened(made("one risk", TEAM, size)).pages:
        assert float(each.mediabox.width) == pytest.approx(PAGES[size].width, abs=0.01)
        assert float(each.mediabox.height) == pytest.approx(PAGES[size].height, abs=0.01)


@pytest.mark.parametrize("name", WORKSHOPS)
def test_the_archive_says_on_every_page_that_it_is_confidential(name: str) -> None:
    for version in DocumentVersion:
        for each in opened(made(name, version)).pages:
            assert ("Confidential" in each.extract_text()) is (version is ARCHIVE)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_order_by_the_words_of_another_program(name: str, tmp_path: Path) -> None:
    workshop = WORKSHOPS[name]
    for version in DocumentVersion:
        text = bare(told("pdftotext", made(name, version), tmp_path, "-raw", "-"))
        places = [text.find(bare(workshop.risks[risk].title)) for risk in standing_order(workshop)]
        assert -1 not in places
        if version is not SUMMARY:  # the list of contents comes first and names no risk
            assert places == sorted(places)


def test_a_long_document_lists_its_chapters_and_their_pages() -> None:
    pdf = opened(made("question-suggestions"))
    first = pdf.pages[0].extract_text()
    assert "In this document" in first
    chapters = [each for each in pdf.outline if not isinstance(each, list)][1:]
    assert len(chapters) >= 6
    flat = bare(first)
    for each in chapters:
        number = (pdf.get_destination_page_number(each) or 0) + 1
        assert re.search(re.escape(bare(str(each.title))) + str(number), flat), each.title
    assert "In this document" not in opened(made("one risk")).pages[0].extract_text()


def test_every_link_leads_somewhere_and_says_where() -> None:
    for name in ("question-suggestions", "one risk"):
        pdf = opened(made(name))
        known = set(pdf.named_destinations)
        for each in pdf.pages:
            for held in each.get("/Annots", []):
                link = cast("DictionaryObject", held.get_object())
                assert str(link["/Contents"]).strip()
                if "/A" in link:
                    action = cast("DictionaryObject", link["/A"])
                    assert str(action["/URI"]).startswith("https://example.org/a-very-long")
                else:
                    assert str(link["/Dest"]) in known or not isinstance(link["/Dest"], str)


def test_the_risks_of_the_order_lead_to_their_decisions() -> None:
    pdf = opened(made("question-suggestions"))
    count = sum(len(each.get("/Annots", [])) for each in pdf.pages)
    risks, chapters = 12, 7
    assert count >= risks + chapters


def test_charts_say_in_words_what_they_show() -> None:
    pdf = opened(made("question-suggestions"))
    said = [
        str(held["/Alt"])
        for number in range(1, len(pdf.xref_objStm) + len(pdf.xref[0]) + 1)
        if isinstance(held := pdf.get_object(number), DictionaryObject) and "/Alt" in held
    ]
    strips = [each for each in said if "middle half" in each]
    assert len(strips) == 12
    assert any("promises due on" in each for each in said)
    assert any("Today about" in each for each in said)


def test_the_mark_of_a_version_is_told_once() -> None:
    assert mark_of(DocumentOptions()) == ""
    assert "Confidential" in mark_of(DocumentOptions(version=ARCHIVE))


def frozen_twice() -> Workshop:
    """A sample frozen, changed and frozen again."""
    workshop = freeze(WORKSHOPS["hospital-ward"], VersionId("v1"), date(2025, 9, 9))
    promise = min(workshop.mitigations.values(), key=lambda each: each.id)
    workshop = put(workshop, replace(promise, due=date(2025, 12, 1)))
    return freeze(workshop, VersionId("v2"), date(2025, 9, 30), "The lift comes later")


@pytest.mark.parametrize("version", [TEAM, ARCHIVE])
def test_a_frozen_version_says_its_number_day_and_seal_and_what_it_changed(
    version: DocumentVersion,
) -> None:
    workshop = frozen_twice()
    options = DocumentOptions(version=version)
    pages = opened(pdf_bytes(workshop, created=CREATED, options=options)).pages
    first = " ".join(pages[0].extract_text().split())
    seal = workshop.versions[VersionId("v2")].seal
    assert "Version 2" in first
    assert f"30 September 2025, seal {seal[:8]}" in first
    assert "Changed since version 1 The lift comes later" in first
    assert "1 December 2025" in first
    assert bare(seal) in bare(" ".join(page.extract_text() for page in pages))
    assert all("Version 2" in each.extract_text() for each in pages)


def test_changes_after_the_freezing_are_told_until_they_are_frozen_too() -> None:
    workshop = frozen_twice()
    risk = min(workshop.risks.values(), key=lambda each: each.number)
    changed = put(workshop, replace(risk, title="Something else"))
    pages = opened(pdf_bytes(changed, created=CREATED)).pages
    first = " ".join(pages[0].extract_text().split())
    assert "Version 2, changed since" in first
    assert "Changed since version 2" in first
    assert "Something else" in first


def test_why_a_version_came_about_names_nobody_where_roles_are_printed() -> None:
    workshop = frozen_twice()
    name = min(workshop.participants.values(), key=lambda each: each.position).name
    said = replace(workshop.versions[VersionId("v2")], changed=f"{name} asked for it")
    options = DocumentOptions(roles_for_names=True)
    held = everything_in(pdf_bytes(put(workshop, said), created=CREATED, options=options))
    assert name not in held
    assert "asked for it" in " ".join(held.split())


def a_logo(kind: str, mode: str, size: tuple[int, int] = (200, 80)) -> bytes:
    target = io.BytesIO()
    Image.new(mode, size).save(target, kind)
    return target.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "P"), ("PNG", "L"), ("JPEG", "RGB")]
)
def test_a_logo_stands_at_the_head_and_is_told_in_words(kind: str, mode: str) -> None:
    options = DocumentOptions(logo=a_logo(kind, mode))
    content = pdf_bytes(WORKSHOPS["question-suggestions"], created=CREATED, options=options)
    assert len(opened(content).pages[0].images) == 1
    assert "AskHarbour (fictional)" in everything_in(content)
    keeps_the_standards(content)


@pytest.mark.parametrize(
    "picture",
    [
        b"no picture",
        b"\x89PNG\r\n\x1a\n",
        a_logo("PNG", "RGB")[:60],
        b"x" * 5_000_001,
        a_logo("PNG", "1", (9000, 9000)),
    ],
    ids=range(5),
)
def test_a_logo_that_is_no_picture_is_refused(picture: bytes) -> None:
    with pytest.raises(UnprintableLogoError):
        pdf_bytes(WORKSHOPS["one risk"], created=CREATED, options=DocumentOptions(logo=picture))


@settings(max_examples=6)
@given(workshops())
def test_any_workshop_has_documents_that_keep_the_standards(workshop: Workshop) -> None:
    for version in DocumentVersion:
        for roles in (False, True):
            options = DocumentOptions(version=version, roles_for_names=roles, private_notes=True)
            content = pdf_bytes(workshop, created=CREATED, options=options)
            keeps_the_standards(content)
            if version is SUMMARY:
                assert len(opened(content).pages) == 1
