from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.ids import MitigationId, ParticipantId, ReviewId
from deskrisk.domain.model.responses import MitigationStatus
from deskrisk.domain.model.reviews import Occurred, Review, ReviewEntry
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.gui.stages.follow_up.page import FollowUpPage
from deskrisk.gui.stages.follow_up.promise_state import PromiseStateCard
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField, Segments
from deskrisk.gui.widgets.fields import DayField, LineField, TextField
from deskrisk.gui.widgets.handover import flush_fields
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.samples import sample
from deskrisk.viewmodels.follow_up import statuses
from tests.builders import a_mitigation, a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, opened, press, write
from tests.nasty import NASTY, expected

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
M1 = MitigationId("m1")
DAY = date(2025, 4, 8)


def agreed() -> Workshop:
    return a_workshop(
        a_risk("r1"),
        a_risk("r2"),
        a_participant("p1"),
        a_participant("p2", present=False),
        a_mitigation("m1", "r1"),
        focus_count=1,
    )


def reviewed() -> Workshop:
    return put(agreed(), Review(id=ReviewId("v1"), held_on=DAY))


@pytest.fixture
def page(qtbot: QtBot) -> FollowUpPage:
    return opened(qtbot, FollowUpPage, reviewed())


def entry(page: FollowUpPage, risk: str = "r1") -> ReviewEntry:
    return page.meeting.workshop.review_entries[f"v1/{risk}"]


def card(page: FollowUpPage) -> PromiseStateCard:
    return found(page, PromiseStateCard, "promise_1")


def choose(page: FollowUpPage, status: MitigationStatus) -> None:
    """Go through the list of states by arrows and take one."""
    field = found(card(page), ChoiceField, "status_field")
    at = [value for value, _words in statuses()].index(status)
    field.setFocus()
    field.setCurrentIndex(at - 1)
    press(K.Key_Down)
    assert field.value() is status


def test_a_review_begins_with_who_is_here_today(qtbot: QtBot) -> None:
    page = opened(qtbot, FollowUpPage, agreed())
    assert "25" in found(page, QLabel, "review_empty").text()
    press(K.Key_Return, CTRL)
    (review,) = page.meeting.workshop.reviews.values()
    assert (review.held_on, review.attended) == (page.meeting.today, ("p1",))
    press(K.Key_Y)
    (entry,) = page.meeting.workshop.review_entries.values()
    assert (entry.risk, entry.trigger_fired) == ("r1", True)


def test_y_n_and_c_answer_the_question_in_hand(page: FollowUpPage) -> None:
    press(K.Key_Y)
    assert entry(page).trigger_fired is True
    found(page, Segments, "occurred_field").setFocus()
    for key, answer in ((K.Key_N, Occurred.NO), (K.Key_C, Occurred.CANNOT_TELL)):
        press(key)
        outcome = page.meeting.workshop.outcomes["r1"]
        assert (outcome.occurred, outcome.resolved_on) == (answer, DAY)


def test_tab_leads_to_the_reading_and_enter_to_the_next_risk(page: FollowUpPage) -> None:
    found(page, LineField, "reading_field").setFocus()
    write("12 %")
    press(K.Key_Return)
    write("quiet")
    press(K.Key_Return)
    assert (entry(page).reading, entry(page).note) == ("12 %", "quiet")
    assert found(page, QLabel, "risk_title").text() == "Risk r2"
    press(K.Key_N)
    assert entry(page, "r2").trigger_fired is False


def test_the_list_says_where_each_risk_stands(page: FollowUpPage) -> None:
    rows = found(page, RowList, "review_list")
    assert [row.soft for row in rows.rows() if not row.heading] == ["to ask", "to ask"]
    found(page, Segments, "occurred_field").setFocus()
    press(K.Key_Y)
    assert [row.soft for row in rows.rows() if not row.heading] == ["it happened", "to ask"]
    rows.setFocus()
    press(K.Key_Down)
    press(K.Key_Down)
    assert found(page, QLabel, "risk_title").text() == "Risk r2"
    press(K.Key_Return)
    press(K.Key_N)
    assert entry(page, "r2").trigger_fired is False


def test_a_promise_is_not_proven_before_somebody_saw_the_sign(page: FollowUpPage) -> None:
    choose(page, MitigationStatus.VERIFIED)
    assert page.meeting.workshop.mitigations[M1].status is MitigationStatus.PLANNED
    assert "who saw" in found(page, QLabel, "message").text().lower()
    press(K.Key_Tab)
    assert QApplication.focusWidget() is found(card(page), LineField, "seen_by_field")
    write("Noor")
    press(K.Key_Return)
    promise = page.meeting.workshop.mitigations[M1]
    assert (promise.status, promise.seen_by, promise.verified_on) == (
        MitigationStatus.VERIFIED,
        "Noor",
        DAY,
    )
    assert found(page, QLabel, "message").text() == "1 of 1 promise proven"
    page.meeting.undo()
    assert page.meeting.workshop.mitigations[M1].status is MitigationStatus.PLANNED
    assert found(card(page), ChoiceField, "status_field").value() is MitigationStatus.PLANNED


def test_the_day_of_the_proof_can_be_another(page: FollowUpPage) -> None:
    choose(page, MitigationStatus.VERIFIED)
    press(K.Key_Tab)
    write("Noor")
    found(card(page), DayField, "verified_on_field").setFocus()
    press(K.Key_Down)
    flush_fields(page)
    assert page.meeting.workshop.mitigations[M1].verified_on == date(2025, 4, 7)


def test_tab_goes_from_the_note_to_the_promises(page: FollowUpPage) -> None:
    found(page, TextField, "review_note_field").setFocus()
    press(K.Key_Tab)
    assert QApplication.focusWidget() is found(card(page), ChoiceField, "status_field")
    press(K.Key_Tab)
    assert QApplication.focusWidget() is found(page, ChoiceField, "risk_state_field")
    press(K.Key_Tab)
    assert QApplication.focusWidget() is found(page, LinkButton, "score_again")
    press(K.Key_Tab)
    assert QApplication.focusWidget() is found(page, LinkButton, "start_review")


def test_what_is_dropped_needs_a_reason(page: FollowUpPage) -> None:
    choose(page, MitigationStatus.DROPPED)
    assert page.meeting.workshop.mitigations[M1].status is MitigationStatus.PLANNED
    press(K.Key_Tab)
    write("no budget")
    press(K.Key_Return)
    promise = page.meeting.workshop.mitigations[M1]
    assert (promise.status, promise.status_note) == (MitigationStatus.DROPPED, "no budget")


def test_day_and_people_of_a_review_can_be_changed(page: FollowUpPage) -> None:
    found(page, DayField, "review_day_field").setFocus()
    press(K.Key_Up)
    flush_fields(page)
    found(page, LinkButton, "who_is_here").click()
    found(page, CheckField, "attended_2").setFocus()
    press(K.Key_Space)
    (review,) = page.meeting.workshop.reviews.values()
    assert (review.held_on, review.attended) == (date(2025, 4, 9), (ParticipantId("p2"),))


def test_a_review_can_be_taken_back_and_comes_back(page: FollowUpPage) -> None:
    press(K.Key_Y)
    found(page, LinkButton, "remove_review").click()
    assert page.meeting.workshop.reviews == {}
    assert page.meeting.workshop.review_entries == {}
    page.meeting.undo()
    assert entry(page).trigger_fired is True
    assert found(page, Segments, "trigger_fired_field").value() is True


def test_reviews_can_be_looked_at_again(page: FollowUpPage) -> None:
    press(K.Key_Y)
    found(page, LinkButton, "start_review").click()
    assert found(page, Segments, "trigger_fired_field").value() is None
    choice = found(page, ChoiceField, "review_choice")
    choice.setFocus()
    press(K.Key_Up)
    assert found(page, Segments, "trigger_fired_field").value() is True


@pytest.mark.parametrize("text", NASTY)
def test_any_text_comes_back_as_it_was_typed(qtbot: QtBot, text: str) -> None:
    page = opened(qtbot, FollowUpPage, reviewed())
    note = found(page, TextField, "review_note_field")
    note.setPlainText(text)
    typed_note = str(note.value())
    note.flush()
    reading = found(page, LineField, "reading_field")
    reading.insert(text)
    typed_reading = str(reading.value())
    reading.flush()
    assert (entry(page).note, entry(page).reading) == (
        expected(typed_note),
        expected(typed_reading),
    )
    choose(page, MitigationStatus.BLOCKED)
    why = found(card(page), LineField, "status_note_field")
    why.insert(text)
    typed_why = str(why.value())
    why.flush()
    promise = page.meeting.workshop.mitigations[M1]
    assert promise.status_note == expected(typed_why)
    assert not page.grab().isNull()


def test_the_sample_and_an_empty_workshop_can_be_painted(qtbot: QtBot) -> None:
    for workshop in (sample(), a_workshop()):
        page = opened(qtbot, FollowUpPage, workshop)
        for width in (480, 1400):
            page.resize(width, 700)
            assert not page.grab().isNull()
