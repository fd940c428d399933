from dataclasses import replace
from datetime import date, timedelta

import pytest

from deskrisk.domain.library import LibraryRow
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import CategoryId, WorkshopId
from deskrisk.domain.model.risks import COST
from deskrisk.viewmodels.home import due_view, home_row, library_note

TODAY = date(2025, 5, 16)
ROW = LibraryRow(
    id=WorkshopId("w"),
    title="Question suggestions",
    project="AskHarbour",
    held_on=date(2025, 3, 11),
    stage=Stage.FOLLOW_UP,
    first_risk="Cloud bill runs away",
    first_risk_category=COST,
    promises_kept=12,
    promises=14,
    next_date=date(2025, 5, 20),
    changed_at="2025-05-16T09:12Z",
)


def test_a_row_is_said_in_words() -> None:
    row = home_row(ROW, TODAY)
    assert (row.held.split(), row.next.split()) == (["11", "Mar", "2025"], ["20", "May"])
    assert (row.reached, row.reached_word) == (7, "Follow up")
    assert (row.sign, row.first, row.promises) == ("cost", "Cloud bill runs away", "12 of 14")
    assert "Question suggestions" in row.spoken
    assert "Follow up" in row.spoken


def test_an_empty_workshop_is_said_too() -> None:
    bare = replace(
        ROW,
        title="",
        stage=Stage.PREPARE,
        held_on=TODAY,
        first_risk="",
        first_risk_category=None,
        promises=0,
        promises_kept=0,
        next_date=None,
    )
    row = home_row(bare, TODAY)
    assert (row.title, row.held) == ("Without a title", "not held yet")
    assert (row.first, row.has_first, row.sign) == ("No risks yet", False, "")
    assert (row.promises, row.next, row.reached) == ("", "", 1)


def test_a_category_of_the_room_has_a_sign_too() -> None:
    assert home_row(replace(ROW, first_risk_category=CategoryId("x9")), TODAY).sign == "own-1"


def test_another_year_is_said_with_the_day() -> None:
    assert home_row(replace(ROW, next_date=date(2026, 1, 2)), TODAY).next.endswith("2026")


@pytest.mark.parametrize(
    ("days", "when", "tone"),
    [
        (-3, "Overdue", "alarm"),
        (0, "Today", "care"),
        (1, "In 1 day", "care"),
        (7, "In 7 days", "care"),
    ],
)
def test_what_is_due_says_when(days: int, when: str, tone: str) -> None:
    view = due_view([replace(ROW, next_date=TODAY + timedelta(days))], TODAY)
    assert view.heading == "One thing is due"
    assert [(row.when, row.tone) for row in view.rows] == [(when, tone)]
    assert "12 of 14" in view.rows[0].detail


def test_what_is_far_away_is_not_due() -> None:
    rows = [replace(ROW, next_date=TODAY + timedelta(8)), replace(ROW, next_date=None)]
    assert due_view(rows, TODAY).rows == ()


def test_a_planned_meeting_is_due_until_its_day() -> None:
    planned = replace(ROW, stage=Stage.PREPARE, promises=0)
    ahead = due_view([replace(planned, next_date=TODAY + timedelta(2))], TODAY)
    assert "workshop is on" in ahead.rows[0].detail
    for days in (0, -10):
        assert due_view([replace(planned, next_date=TODAY + timedelta(days))], TODAY).rows == ()


def test_the_most_urgent_stands_first_and_all_are_counted() -> None:
    rows = [
        replace(ROW, id=WorkshopId(f"w{at}"), next_date=TODAY + timedelta(5 - at))
        for at in range(5)
    ]
    view = due_view(rows, TODAY)
    assert [row.workshop for row in view.rows] == ["w4", "w3", "w2"]
    assert view.heading == "Five things are due"


def test_the_library_is_counted() -> None:
    assert [library_note(count) for count in (0, 1, 3)] == ["", "1 workshop", "3 workshops"]
