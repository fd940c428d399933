"""The poster of the scales and the cards, looked at through another library."""

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from deskrisk.domain.scales import IMPACT
from deskrisk.reports.cards import cards_bytes
from deskrisk.reports.poster import PosterSize, poster_bytes
from deskrisk.services.samples import sample
from deskrisk.viewmodels.words import IMPACT_WORDS, LIKELIHOOD_WORDS
from tests.builders import a_workshop
from tests.nasty import NASTY
from tests.papers import bare

NOW = datetime(2025, 3, 11, 17, 30, tzinfo=UTC)
MILLIMETRE = 72 / 25.4


def words(content: bytes) -> str:
    return bare("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


def test_the_poster_says_every_level_in_words_and_numbers() -> None:
    found = words(poster_bytes(sample(), created=NOW))
    for each in (*LIKELIHOOD_WORDS.values(), *IMPACT_WORDS.values()):
        assert bare(each) in found
    for loss in IMPACT.values():
        assert f"{loss:g}point" in found
    assert bare("480 person-days") in found
    assert bare("before 30 June 2025") in found


def test_without_the_size_of_the_project_there_are_points_alone() -> None:
    found = words(poster_bytes(a_workshop(), created=NOW))
    assert bare("100 points") in found
    assert "person-days" not in found


@pytest.mark.parametrize(
    ("size", "width", "height"), [(PosterSize.A4, 210, 297), (PosterSize.A3, 297, 420)]
)
def test_it_is_one_page_of_the_paper(size: PosterSize, width: int, height: int) -> None:
    (page,) = PdfReader(io.BytesIO(poster_bytes(sample(), created=NOW, size=size))).pages
    assert abs(float(page.mediabox.width) - width * MILLIMETRE) < 1.5
    assert abs(float(page.mediabox.height) - height * MILLIMETRE) < 1.5


@pytest.mark.parametrize(("focus", "pages"), [(1, 1), (2, 1), (5, 3), (6, 3), (10, 5)])
def test_there_is_a_card_for_each_risk_above_the_line(focus: int, pages: int) -> None:
    content = cards_bytes(a_workshop(focus_count=focus), created=NOW)
    assert len(PdfReader(io.BytesIO(content)).pages) == pages


def test_a_card_asks_for_all_that_a_response_needs() -> None:
    found = words(cards_bytes(sample(), created=NOW))
    for each in ("Decision", "Promise", "Who", "By when", "How we will know", "First sign"):
        assert bare(each) in found
    assert found.count("Mitigate") == 6


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_title_spoils_nothing(text: str) -> None:
    workshop = a_workshop(title=text)
    assert len(PdfReader(io.BytesIO(poster_bytes(workshop, created=NOW))).pages) == 1
    assert cards_bytes(workshop, created=NOW) == cards_bytes(workshop, created=NOW)


def test_fonts_are_embedded_and_the_file_says_what_it_is() -> None:
    pdf = PdfReader(io.BytesIO(poster_bytes(sample(), created=NOW)))
    resources: Any = pdf.pages[0]["/Resources"]
    fonts = resources["/Font"]
    held = [fonts[name].get_object() for name in fonts]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in held)
    assert pdf.metadata is not None
    assert pdf.metadata.title == sample().brief.title
