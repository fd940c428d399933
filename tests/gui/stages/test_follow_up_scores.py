"""New private answers at a review, by keys alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import ParticipantId, ReviewId
from deskrisk.domain.model.reviews import Review, RiskStatus
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.stages.follow_up.page import FollowUpPage
from deskrisk.gui.stages.rank.score_booth import ScoreBooth
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.chart import ChartView
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.fields import DayField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.samples import sample
from deskrisk.viewmodels.blocks import Meter
from deskrisk.viewmodels.follow_up import risk_states
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_mitigation, a_participant, a_risk, a_score, a_workshop
from tests.gui.stages.opened import found, opened, press, write

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
V1 = ReviewId("v1")
PEOPLE = tuple(ParticipantId(f"p{n}") for n in (1, 2, 3))


def looked_at(**brief: Any) -> Workshop:
    """Two risks that three people scored 4 and 4, and a review that all three attend."""
    made = a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        *(a_participant(who) for who in PEOPLE),
        *(a_score(who, risk, 4, 4) for who in PEOPLE for risk in ("r1", "r2")),
        a_mitigation("m1", "r1", due=date(2025, 4, 1)),
        Review(id=V1, held_on=date(2025, 5, 1), attended=PEOPLE),
        focus_count=1,
        **brief,
    )
    return replace(made, progress=replace(made.progress, round_closed=1))


@pytest.fixture
def page(qtbot: QtBot) -> FollowUpPage:
    return opened(qtbot, FollowUpPage, looked_at())


def words(page: FollowUpPage, name: str) -> str:
    return found(page, QLabel, name).text()


def score(page: FollowUpPage) -> None:
    """Everybody says 2 and 2 for the first risk."""
    press(K.Key_S, ALT)
    assert QApplication.focusWidget() is found(page, ScoreGrid, "review_score_grid")
    write("222222")


def test_new_answers_stand_beside_the_old_ones_once_they_are_shown(page: FollowUpPage) -> None:
    score(page)
    assert words(page, "message") == "1 risk scored again, not shown yet"
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    assert page.meeting.workshop.reviews[V1].scores_shown
    assert words(page, "scores_moved") == (
        "Chance about 65\u00a0% before, about 13\u00a0% now. "
        "The expected loss fell from about 20 points to about 0.38 points."
    )
    assert found(page, LinkButton, "score_again").text() == "Take them up again"


def test_before_they_are_shown_nothing_tells_what_was_answered(page: FollowUpPage) -> None:
    score(page)
    press(K.Key_Escape)
    assert words(page, "scores_moved") == "1 risk scored again, not shown yet"
    assert QApplication.focusWidget() is not None


def test_somebody_missing_keeps_all_answers_hidden(page: FollowUpPage) -> None:
    press(K.Key_S, ALT)
    write("22")
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    assert not page.meeting.workshop.reviews[V1].scores_shown
    assert "has not answered yet" in words(page, "message")
    assert QApplication.focusWidget() is found(page, ScoreGrid, "review_score_grid")


def test_escape_leaves_the_question_and_the_answers_hidden(page: FollowUpPage) -> None:
    score(page)
    press(K.Key_Return, CTRL)
    press(K.Key_Escape)
    assert not page.meeting.workshop.reviews[V1].scores_shown
    assert QApplication.focusWidget() is found(page, ScoreGrid, "review_score_grid")


def test_shown_answers_can_be_taken_up_again(page: FollowUpPage) -> None:
    score(page)
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    press(K.Key_S, ALT)
    assert not page.meeting.workshop.reviews[V1].scores_shown
    press(K.Key_Up)
    press(K.Key_Backspace)
    write("3")
    levels = [each.impact for each in page.meeting.workshop.review_scores.values()]
    assert sorted(level for level in levels if level is not None) == [2, 2, 3]


def test_page_down_asks_about_the_next_risk(page: FollowUpPage) -> None:
    score(page)
    press(K.Key_PageDown)
    write("1")
    (second,) = [each for each in page.meeting.workshop.review_scores.values() if each.risk == "r2"]
    assert second.likelihood == 1
    press(K.Key_Escape)
    assert words(page, "risk_title") == "Risk r2"


def on_wall(page: FollowUpPage) -> Scene:
    """What the room sees now."""
    return page.room.state.scene


def test_the_wall_has_the_scales_behind_the_curtain(page: FollowUpPage) -> None:
    press(K.Key_S, ALT)
    assert on_wall(page) is Scene.SCALES
    assert page.room.state.curtain
    press(K.Key_Escape)
    assert on_wall(page) is Scene.REVIEW


def test_the_wall_counts_who_is_in_at_the_review(page: FollowUpPage) -> None:
    press(K.Key_S, ALT)
    write("2")
    first = page.room.view(page.meeting.workshop)
    assert first.where == "Follow up, in silence"
    assert [each for each in first.blocks if isinstance(each, Meter)] == [
        Meter(done=0, count=len(PEOPLE))
    ]
    page.room.raise_curtain()
    shown = page.room.view(page.meeting.workshop)
    assert shown.where == "Follow up, in silence"
    assert "Risk r1" in shown.spoken()


def test_the_laptop_goes_round_where_the_workshop_says_so(qtbot: QtBot) -> None:
    page = opened(qtbot, FollowUpPage, looked_at(input_scores=InputMode.PASS))
    press(K.Key_S, ALT)
    booth = page.scoring.booth
    assert isinstance(booth, ScoreBooth)
    qtbot.waitUntil(booth.isActiveWindow)
    for _person in PEOPLE:
        press(K.Key_Return)
        write("2222")
        press(K.Key_Return)
        press(K.Key_Return)
    press(K.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert page.scoring.booth is None
    assert len(page.meeting.workshop.review_scores) == len(PEOPLE) * 2
    assert page.meeting.workshop.scores == looked_at().scores


def test_a_risk_can_be_closed_without_an_outcome(page: FollowUpPage) -> None:
    field = found(page, ChoiceField, "risk_state_field")
    at = [value for value, _words in risk_states()].index(RiskStatus.CLOSED)
    field.setFocus()
    field.setCurrentIndex(at - 1)
    press(K.Key_Down)
    assert page.meeting.workshop.review_entries["v1/r1"].status is RiskStatus.CLOSED
    assert not page.meeting.workshop.outcomes


def test_the_room_sets_its_next_look(page: FollowUpPage) -> None:
    field = found(page, DayField, "next_review_field")
    assert field.value() == date(2025, 6, 3)
    field.setFocus()
    field.selectAll()
    write("10 May 2025")
    press(K.Key_Return)
    assert page.meeting.workshop.progress.next_review == date(2025, 5, 10)


def test_before_the_first_review_the_page_shows_what_was_promised(qtbot: QtBot) -> None:
    workshop = looked_at()
    page = opened(qtbot, FollowUpPage, Workshop(id=workshop.id, brief=workshop.brief))
    assert not found(page, RowList, "promised_list").rows()
    other = opened(
        qtbot, FollowUpPage, a_workshop(a_risk("r1"), a_mitigation("m1", "r1", title="Switch"))
    )
    (row,) = found(other, RowList, "promised_list").rows()
    assert (row.title, row.soft, row.note) == ("Switch", "Risk r1, planned", "no day yet")


def test_how_well_we_judged_is_one_key_away(qtbot: QtBot) -> None:
    page = opened(qtbot, FollowUpPage, sample("question-suggestions"))
    press(K.Key_J, ALT)
    assert words(page, "judged_verdict").startswith("On average you said")
    assert words(page, "judged_score").startswith("Brier score 0.17")
    assert len(found(page, RowList, "judged_list").rows()) == 11
    press(K.Key_Escape)
    assert found(page, QLabel, "risk_title").text()


def test_with_nothing_settled_there_is_nothing_to_judge(page: FollowUpPage) -> None:
    press(K.Key_J, ALT)
    assert words(page, "message").startswith("Nothing is settled yet")


def test_all_promises_on_their_days_are_one_key_away(qtbot: QtBot) -> None:
    page = opened(qtbot, FollowUpPage, sample("question-suggestions"))
    press(K.Key_D, ALT)
    assert words(page, "dates_line").startswith("14 promises: twelve proven")
    chart = found(page, ChartView, "dates_chart")
    assert "Off switch" in chart.accessibleDescription()
    assert on_wall(page) is Scene.TIMELINE
    press(K.Key_Escape)
    assert found(page, QLabel, "risk_title").text()
    assert on_wall(page) is Scene.REVIEW


def test_the_days_are_shown_before_the_first_review_too(qtbot: QtBot) -> None:
    workshop = a_workshop(a_risk("r1"), a_mitigation("m1", "r1", title="Switch"))
    page = opened(qtbot, FollowUpPage, workshop)
    press(K.Key_D, ALT)
    assert words(page, "dates_line") == "One promise: none proven."
