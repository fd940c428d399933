"""What the command line says of a workshop."""

from datetime import date

import pytest

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.viewmodels.console import library_line, one_line, substituted_line
from tests.nasty import NASTY


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_line_is_one_line_and_steers_no_terminal(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert len(line) <= len(text)


def test_a_workshop_without_promises_or_project() -> None:
    row = LibraryRow(
        id=WorkshopId("w"),
        title="Trial",
        project="",
        held_on=date(2025, 3, 11),
        stage=Stage.NAME,
        first_risk="",
        first_risk_category=None,
        promises_kept=0,
        promises=0,
        next_date=None,
        changed_at="2025-03-11T10:00Z",
    )
    assert library_line(row) == "2025-03-11  Trial  Name"


def test_one_character_and_several() -> None:
    assert substituted_line(1).startswith("1 character could")
    assert substituted_line(2).startswith("2 characters could")
