"""What single keys do on the page Recast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.fears import Disposition, FearKind
from deskrisk.domain.model.risks import COST, MAINTAINABILITY
from deskrisk.gui.stages.recast.page import RecastPage
from deskrisk.gui.widgets.buttons import LinkButton, SignButton
from deskrisk.gui.widgets.choices import CheckField
from deskrisk.gui.widgets.fields import LineField, NumberField, TextField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import TextLabel
from tests.builders import a_fear, a_participant, a_risk, a_workshop
from tests.gui.stages.pages import found, opened, paste, press, settle, type_in
from tests.gui.stages.recast_hands import ALT, CTRL, F1, a_sentence, at, fear, risk


def test_kind_aims_and_name_by_one_key_each(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="a fault may stay")) as page:
        found(page, TextField, "consequence_field").setFocus()
        type_in("members wait")
        press(Qt.Key.Key_3, ALT)
        assert risk(page).category == MAINTAINABILITY
        assert at() == "hurts_1"
        press(Qt.Key.Key_2)
        press(Qt.Key.Key_1)
        press(Qt.Key.Key_2)  # once more takes it back
        assert risk(page).objectives == ("o1",)
        type_in("S")
        assert at() == "title_field"
        type_in("low review 2")
        settle(page)
        assert risk(page).title == "Slow review 2"
        assert risk(page).consequence == "members wait"


def test_enter_leads_to_the_kind_and_its_letter_to_the_aims(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="a fault may stay")) as page:
        found(page, TextField, "consequence_field").setFocus()
        press(Qt.Key.Key_Return)
        assert at() == "category_field"
        press(Qt.Key.Key_C)
        assert (risk(page).category, at()) == (COST, "hurts_1")
        found(page, QWidget, "category_field").setFocus()
        press(Qt.Key.Key_C)  # the same again leads on, too
        assert (risk(page).category, at()) == (COST, "hurts_1")
        press(Qt.Key.Key_9)  # there is no ninth aim
        assert risk(page).objectives == ()


def test_a_name_that_somebody_wrote_is_not_typed_over(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="a may b", title="Ours")) as page:
        found(page, CheckField, "hurts_1").setFocus()
        type_in("x")
        settle(page)
        assert (risk(page).title, at()) == ("Ours", "hurts_1")


@pytest.mark.parametrize("way", ["paste", "enter"])
def test_a_whole_sentence_in_one_field_is_parted(qtbot: QtBot, way: str) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        line = "Because review is slow, changes may go unread"
        if way == "paste":
            paste(line)
        else:
            type_in(line)
            press(Qt.Key.Key_Return)
        assert (risk(page).cause, risk(page).event) == ("review is slow", "changes may go unread")
        assert found(page, TextField, "cause_field").value() == "review is slow"
        assert at() == "consequence_field"
        assert risk(page).fears == (F1,)
        while page.meeting.next_undo is not None:
            page.meeting.undo()
        assert not page.meeting.workshop.risks
        assert found(page, TextField, "cause_field").value() == ""


def test_a_sentence_is_not_parted_over_words_that_are_there(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="kept")) as page:
        paste("Because review is slow, changes may go unread")
        settle(page)
        assert risk(page).event == "kept"
        assert risk(page).cause == "Because review is slow, changes may go unread"


def test_words_move_to_the_cause_and_to_the_shelf(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="review takes a week")) as page:
        press(Qt.Key.Key_C, ALT)
        assert (risk(page).cause, risk(page).event) == ("review takes a week", "")
        assert at() == "event_field"
        type_in("we need to hire two people")
        press(Qt.Key.Key_S, ALT)
        assert (risk(page).event, risk(page).ideas) == ("", ("hire two people",))
        page.meeting.undo()
        assert risk(page).event == "we need to hire two people"
        press(Qt.Key.Key_S, ALT)
        press(Qt.Key.Key_S, ALT)  # nothing is left to move
        assert page.message.text().startswith("Something is still empty")


@pytest.mark.parametrize(
    ("key", "disposition"),
    [(Qt.Key.Key_I, Disposition.ISSUE), (Qt.Key.Key_Q, Disposition.QUESTION)],
)
def test_an_issue_or_a_question_by_one_key(
    qtbot: QtBot, key: Qt.Key, disposition: Disposition
) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_participant("p1"))) as page:
        type_in("Who pays for it?")
        press(key, ALT)
        assert (fear(page).disposition, fear(page).note) == (disposition, "Who pays for it?")
        assert not page.meeting.workshop.risks
        assert at() == "note_field"
        press(Qt.Key.Key_Return)
        assert at() == "owner_field"
        type_in("P")
        press(Qt.Key.Key_Tab)
        type_in("2025-04-08")
        settle(page)
        assert (fear(page).owner, str(fear(page).due)) == ("p1", "2025-04-08")


@pytest.mark.parametrize(
    ("key", "disposition", "field"),
    [
        (Qt.Key.Key_H, Disposition.ACKNOWLEDGED, ""),
        (Qt.Key.Key_A, None, "agreement_field"),
        (Qt.Key.Key_P, None, "note_field"),
        (Qt.Key.Key_U, None, "merged_field"),
    ],
)
def test_other_places_by_one_key(
    qtbot: QtBot, key: Qt.Key, disposition: Disposition | None, field: str
) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_fear("f2"))) as page:
        press(key, ALT)
        assert fear(page).disposition is disposition
        if field:
            assert at() == field


def test_two_things_become_two_risks(qtbot: QtBot) -> None:
    start = a_sentence(cause="c", event="a may break and b may stop")
    with opened(qtbot, RecastPage, start) as page:
        press(Qt.Key.Key_X, ALT)
        assert [risk(page, n).event for n in (1, 2)] == ["a may break", "b may stop"]
        assert found(page, TextField, "event_field").value() == "b may stop"
        assert at() == "consequence_field"


def test_what_is_asked_can_be_sent_away_for_good(qtbot: QtBot) -> None:
    start = a_sentence(cause="c", event="we need more tests", consequence="40 members wait")
    with opened(qtbot, RecastPage, start) as page:
        assert "something to do" in found(page, TextLabel, "risk_question_2").text()
        assert found(page, LinkButton, "move_shelf").isVisible()
        assert not found(page, LinkButton, "move_split").isVisible()
        found(page, SignButton, "send_away_2").setFocus()
        press(Qt.Key.Key_Space)
        assert found(page, TextLabel, "risk_question_2").text() == ""
        assert risk(page).hints_off == ("SOLUTION",)
        page.meeting.undo()
        press(Qt.Key.Key_Y, ALT)
        assert risk(page).hints_off == ("SOLUTION",)


def test_a_whole_sentence_gets_a_quiet_tick(qtbot: QtBot) -> None:
    start = a_sentence(
        cause="nobody else knows it",
        event="work may stop for 2 weeks",
        consequence="June is missed by a month",
        category=COST,
    )
    with opened(qtbot, RecastPage, start) as page:
        assert found(page, SignMark, "well_said").sign() == ""
        found(page, CheckField, "hurts_1").setFocus()
        press(Qt.Key.Key_1)
        assert found(page, SignMark, "well_said").sign() == "icon:check:good"
        assert found(page, SignMark, "well_said").accessibleName() == "The sentence is whole"


def test_does_it_still_hold_what_was_meant(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="x")) as page:
        assert not page.parts.held.isVisible()  # no place yet
        press(Qt.Key.Key_T, ALT)
        assert "became a risk" in page.message.text()
    start = a_workshop(a_fear("f1", disposition=Disposition.RECAST), a_risk("r1", fears=(F1,)))
    with opened(qtbot, RecastPage, start) as page:
        press(Qt.Key.Key_T, ALT)
        assert fear(page).still_holds
        type_in("other words ")
        settle(page)
        assert not fear(page).still_holds  # it is asked again
        assert found(page, CheckField, "still_holds").value() is False


def test_what_was_reworded_with_the_room_stays_with_a_fear_about_us(qtbot: QtBot) -> None:
    about_us = a_fear("f1", kind=FearKind.PEOPLE, disposition=Disposition.RECAST)
    with opened(qtbot, RecastPage, a_workshop(about_us, a_risk("r1", fears=(F1,)))) as page:
        found(page, TextField, "note_field").setFocus()
        type_in("it is not settled who decides")
        settle(page)
        assert (fear(page).note, fear(page).disposition) == (
            "it is not settled who decides",
            Disposition.RECAST,
        )


def test_a_red_line_by_one_key(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="x")) as page:
        press(Qt.Key.Key_R, ALT)
        assert (risk(page).red_line, at()) == (True, "red_line_reason_field")
        press(Qt.Key.Key_R, ALT)
        assert risk(page).red_line is False


def test_tags_ideas_and_comparable_projects(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="x")) as page:
        press(Qt.Key.Key_K, ALT)
        assert at() == "tags_field"
        type_in("privacy, night")
        press(Qt.Key.Key_Return)
        assert (risk(page).tags, at()) == (("privacy", "night"), "idea_field")
        type_in("try it at night")
        press(Qt.Key.Key_Return)
        type_in("a fallback")
        press(Qt.Key.Key_Return)
        assert risk(page).ideas == ("try it at night", "a fallback")
        found(page, RowList, "ideas").setFocus()
        press(Qt.Key.Key_Delete)
        assert risk(page).ideas == ("a fallback",)
        found(page, NumberField, "rate_n_field").setFocus()
        type_in("9")
        press(Qt.Key.Key_Return)
        assert at() == "rate_k_field"
        type_in("4")
        settle(page)
        assert (risk(page).base_rate_n, risk(page).base_rate_k) == (9, 4)
        assert found(page, TextLabel, "rate_note").text() == "A cautious start: about 45 %"
        press(Qt.Key.Key_A, CTRL)
        type_in("10")
        settle(page)
        assert "10 is not possible here" in page.message.text()
        assert risk(page).base_rate_k == 4
        found(page, LineField, "tags_field").setFocus()
        press(Qt.Key.Key_K, ALT)
        assert not found(page, LineField, "tags_field").isVisible()
        assert found(page, TextLabel, "more_note").text() == "1 idea, 2 tags, 4 of 9 projects"


def test_what_an_imported_register_said_is_kept_beside_the_risk(qtbot: QtBot) -> None:
    note = "Probability: High\nTicket: T-1"
    with opened(qtbot, RecastPage, a_sentence(event="x", note=note)) as page:
        assert found(page, TextLabel, "more_note").text() == "a note"
        press(Qt.Key.Key_K, ALT)
        field = found(page, TextField, "risk_note_field")
        assert field.toPlainText() == note
        field.setFocus()
        press(Qt.Key.Key_A, CTRL)
        type_in("Ticket: T-2")
        settle(page)
        assert risk(page).note == "Ticket: T-2"
        page.meeting.undo()
        assert risk(page).note == note


def test_what_a_key_leads_to_is_in_sight(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="word " * 60)) as page:
        page.resize(760, 420)
        press(Qt.Key.Key_K, ALT)
        area = page.parts.middle
        assert isinstance(area, QScrollArea)

        def in_sight() -> bool:
            field = found(page, QWidget, "tags_field")
            top = field.mapTo(area.viewport(), field.rect().topLeft()).y()
            return top >= 0 and top + field.height() <= area.viewport().height()

        qtbot.waitUntil(in_sight, timeout=1000)


def test_the_columns_stay_where_they_are_whatever_they_show(qtbot: QtBot) -> None:
    workshop = a_workshop(
        a_fear("f1", disposition=Disposition.RECAST),
        a_fear("f2", text="a fear of another length " * 6, kind=FearKind.PEOPLE),
        a_risk("r1", fears=(F1,), title="word " * 12),
    )
    with opened(qtbot, RecastPage, workshop) as page:
        page.resize(760, 560)
        seen = set()
        for _step in range(4):
            QApplication.processEvents()
            columns = (page.parts.left, page.parts.middle)
            seen.add(tuple((column.x(), column.width()) for column in columns))
            press(Qt.Key.Key_PageDown, CTRL)
        assert len(seen) == 1


def test_keys_lead_to_the_end_of_the_words(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(cause="nobody", event="it may")) as page:
        type_in(" knows")
        press(Qt.Key.Key_Return)
        type_in(" stop")
        settle(page)
        assert (risk(page).cause, risk(page).event) == ("nobody knows", "it may stop")
