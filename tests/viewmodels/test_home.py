from dataclasses import replace
from datetime import date, timedelta

import pytest

from deskrisk.domain.due import DueItem, DueKind
from deskrisk.domain.library import LibraryRow
from deskrisk.domain.listing import DueEntry, DueList
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
    own = replace(ROW, first_risk_category=CategoryId("x9"), first_risk_place=2)
    assert home_row(own, TODAY).sign == "own-2"


def test_another_year_is_said_with_the_day() -> None:
    assert home_row(replace(ROW, next_date=date(2026, 1, 2)), TODAY).next.endswith("2026")


def an_entry(days: int, kind: DueKind = DueKind.PROMISE, **fields: str) -> DueEntry:
    item = DueItem(day=TODAY + timedelta(days), kind=kind, **{"subject": "m1", **fields})
    return DueEntry(workshop=WorkshopId("w"), workshop_title="Trial", item=item)


@pytest.mark.parametrize(
    ("days", "when", "tone"),
    [
        (-90, "Promise, since Feb\N{NO-BREAK SPACE}2025", "alarm"),
        (-3, "Promise, 3 days late", "alarm"),
        (-1, "Promise, 1 day late", "alarm"),
        (0, "Promise today", "care"),
        (1, "Promise in 1 day", "care"),
        (7, "Promise in 7 days", "care"),
    ],
)
def test_what_is_due_says_when(days: int, when: str, tone: str) -> None:
    entry = an_entry(days, title="Watch the numbers", who="Priya")
    view = due_view(DueList(entries=(entry,), things=1), TODAY)
    assert view.heading == "One thing is due"
    assert [(row.when, row.tone) for row in view.rows] == [(when, tone)]
    assert (view.rows[0].title, view.rows[0].rest) == ("Watch the numbers", ", Priya")
    assert "Trial" in view.rows[0].detail


@pytest.mark.parametrize("kind", DueKind)
def test_every_kind_says_what_it_is_and_what_to_do(kind: DueKind) -> None:
    (row,) = due_view(DueList(entries=(an_entry(2, kind, subject=""),), things=1), TODAY).rows
    assert row.title == "Trial"
    assert row.when.endswith("in 2 days")
    assert row.act
    assert row.detail.endswith(".")


def test_only_the_first_ones_are_shown_and_all_are_counted() -> None:
    entries = tuple(an_entry(days, title=str(days)) for days in range(5))
    view = due_view(DueList(entries=entries, things=5), TODAY)
    assert [row.title for row in view.rows] == ["0", "1", "2"]
    assert view.heading == "Five things are due"
    many = due_view(DueList(entries=entries, things=300, more=True), TODAY)
    assert many.heading == "More than 300 things are due"


def test_the_library_is_counted() -> None:
    assert [library_note(count) for count in (0, 1, 3)] == ["", "1 workshop", "3 workshops"]
