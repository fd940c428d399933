import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from deskrisk.reports.slips import SHEET, slips_bytes
from tests.builders import a_participant, a_workshop
from tests.nasty import NASTY
from tests.papers import CREATED


def pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.mark.parametrize(("people", "sheets"), [(0, 1), (4, 1), (5, 2), (8, 2), (12, 3)])
def test_two_slips_for_everybody_and_each_prompt(people: int, sheets: int) -> None:
    workshop = a_workshop(*(a_participant(f"p{number}") for number in range(1, people + 1)))
    found = pages(slips_bytes(workshop, created=CREATED))
    assert len(found) == 3 * sheets
    assert all(page.startswith("Trial") for page in found)
    assert found[0].count("You are walking home") == SHEET
    assert "30 June 2025" in found[0]
    assert found[sheets].count("Now stay with yourself") == SHEET
    assert found[-1].count("what are you protecting") == SHEET


def test_nothing_on_the_slips_tells_one_person_from_another() -> None:
    names = [a_participant("p1", name="Ada Lovelace"), a_participant("p2", name="Bob")]
    found = " ".join(pages(slips_bytes(a_workshop(*names), created=CREATED)))
    assert "Ada" not in found
    assert "Bob" not in found


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_titles(text: str, tmp_path: Path) -> None:
    path = tmp_path / "slips.pdf"
    path.write_bytes(slips_bytes(a_workshop(title=text), created=CREATED))
    assert len(PdfReader(path).pages) == 3
    assert path.read_bytes() == slips_bytes(a_workshop(title=text), created=CREATED)
