"""The report of a review as a PDF."""

import io
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from deskrisk.domain.documents import DocumentOptions, PageSize
from deskrisk.domain.errors import MissingError
from deskrisk.domain.file_errors import PathError
from deskrisk.domain.model.ids import ReviewId
from deskrisk.domain.reviews import reviews_in_order
from deskrisk.reports.review import review_bytes
from deskrisk.services.review_files import print_review
from deskrisk.services.samples import sample
from tests.nasty import NASTY, expected

NOW = datetime(2025, 7, 2, 9, 0, tzinfo=UTC)
FIRST, *_BETWEEN, LAST = reviews_in_order(sample())


def text_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def made(**options: Any) -> bytes:
    return review_bytes(sample(), LAST.id, created=NOW, options=DocumentOptions(**options))


def test_it_says_what_was_promised_seen_and_judged_in_this_order() -> None:
    text = text_of(made())
    places = [
        text.index(each)
        for each in (
            "Review of 1 July 2025",
            "12 of 14 promises proven",
            "Past their day",
            "0 items in 61 exports",
            "The promises so far",
            "Did it happen?",
            "How well did we judge?",
            "On average you said",
        )
    ]
    assert places == sorted(places)


def test_the_same_review_gives_the_same_bytes_and_another_paper_others() -> None:
    assert made() == made()
    letter = PdfReader(io.BytesIO(made(page=PageSize.LETTER))).pages[0].mediabox
    assert (round(letter.width), round(letter.height)) == (612, 792)


def test_roles_stand_for_names_where_that_is_wished() -> None:
    names = [person.name for person in sample().participants.values()]
    text = text_of(made(roles_for_names=True))
    assert not [name for name in names if name in text]


def test_an_early_review_is_short_and_judges_nothing() -> None:
    content = review_bytes(sample(), FIRST.id, created=NOW, options=DocumentOptions())
    text = text_of(content)
    assert "41 % of April budget" in text
    assert "0 items in 61 exports" not in text


@pytest.mark.parametrize("text", NASTY[::6])
def test_whatever_was_noted_is_printed(text: str) -> None:
    entries = {
        key: replace(each, note=text) if each.review == LAST.id else each
        for key, each in sample().review_entries.items()
    }
    workshop = replace(sample(), review_entries=entries)
    content = review_bytes(workshop, LAST.id, created=NOW, options=DocumentOptions())
    assert len(PdfReader(io.BytesIO(content)).pages) >= 2
    assert expected(text) is not None


def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "review.pdf"
    print_review(sample(), LAST.id, path, now=NOW)
    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PathError):
        print_review(sample(), LAST.id, tmp_path / "none" / "review.pdf", now=NOW)


def test_a_review_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        print_review(sample(), ReviewId("none"), tmp_path / "review.pdf", now=NOW)
    assert not list(tmp_path.iterdir())
