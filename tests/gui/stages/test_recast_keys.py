"""What single keys do on the page Recast."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Preset
from deskrisk.domain.model.fears import Disposition, Fear, FearKind
from deskrisk.domain.model.ids import FearId, RiskId
from deskrisk.domain.model.risks import COST, DELIVERY, MAINTAINABILITY, Risk
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.stages.recast.page import RecastPage
from deskrisk.gui.widgets.buttons import LinkButton, SignButton
from deskrisk.gui.widgets.choices import CheckField
from deskrisk.gui.widgets.fields import LineField, NumberField, TextField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.signs import SignMark
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_fear, a_participant, a_risk, a_score, a_workshop, an_objective
from tests.gui.stages.pages import focused, found, opened, paste, press, settle, type_in
from tests.nasty import NASTY, expected

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
F1, R1 = FearId("f1"), RiskId("r1")


def fear(page: RecastPage, id_: str = "f1") -> Fear:
    return page.meeting.workshop.fears[FearId(id_)]


def risk(page: RecastPage, number: int = 1) -> Risk:
    return next(r for r in page.meeting.workshop.risks.values() if r.number == number)


def a_sentence(**fields: object) -> Workshop:
    parts = {"cause": "", "event": "", "consequence": "", "title": "", "category": None}
    return a_workshop(
        a_fear("f1"),
        a_participant("p1"),
        an_objective("o1"),
        an_objective("o2"),
        a_risk("r1", fears=(F1,), **{**parts, **fields}),
    )


def at() -> str:
    return focused().objectName()


def wall(page: RecastPage) -> str:
    return page.room.view(page.meeting.workshop).spoken()


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


def test_a_risk_on_the_list_is_found_by_a_part_of_its_name(qtbot: QtBot) -> None:
    workshop = a_workshop(
        a_fear("f1"),
        a_risk("r1", title="The bill runs away"),
        a_risk("r2", title="Silent failure"),
    )
    with opened(qtbot, RecastPage, workshop) as page:
        risks = found(page, RowList, "risk_list")
        press(Qt.Key.Key_L, ALT)
        assert at() == "find_risk"
        type_in("failure")
        assert [row.title for row in risks.rows()] == ["Silent failure"]
        press(Qt.Key.Key_Return)
        assert risk(page, 2).fears == (F1,)
        assert fear(page).disposition is Disposition.RECAST
        assert len(risks.rows()) == 2  # all are shown again
        assert found(page, LineField, "title_field").value() == "Silent failure"


def test_arrows_choose_and_escape_leaves(qtbot: QtBot) -> None:
    workshop = a_workshop(a_fear("f1"), a_risk("r1"), a_risk("r2"), a_risk("r3"))
    with opened(qtbot, RecastPage, workshop) as page:
        press(Qt.Key.Key_L, ALT)
        type_in("risk")
        press(Qt.Key.Key_Down, times=5)
        press(Qt.Key.Key_Up)
        press(Qt.Key.Key_Return)
        assert risk(page, 2).fears == (F1,)
        press(Qt.Key.Key_L, ALT)
        type_in("nothing is called so")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Escape)
        assert at() == "cause_field"
        assert len(found(page, RowList, "risk_list").rows()) == 3


def test_two_risks_are_merged(qtbot: QtBot) -> None:
    workshop = a_workshop(
        a_fear("f1"),
        a_fear("f2"),
        a_participant("p1"),
        a_risk("r1", fears=(F1,), event="a may break"),
        a_risk("r2", fears=(FearId("f2"),), event="b may stop"),
        a_score("p1", "r2", 3, 3),
    )
    with opened(qtbot, RecastPage, workshop) as page:
        press(Qt.Key.Key_M, ALT)
        type_in("risk r2")
        press(Qt.Key.Key_Return)
        assert "1 answer would go too" in page.message.text()
        press(Qt.Key.Key_Return)
        assert (risk(page).event, risk(page).fears) == ("a may break; b may stop", ("f1", "f2"))
        assert len(page.meeting.workshop.risks) == 1
        page.meeting.undo()
        assert page.meeting.workshop == workshop


def test_the_other_side_is_asked_for_until_it_is_there(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"), a_risk("r1"))) as page:
        assert found(page, TextLabel, "counter_words").text() == "What do we risk by not doing it?"
        press(Qt.Key.Key_O, ALT)
        type_in("we talk for another month")
        settle(page)
        assert (risk(page, 2).category, risk(page, 2).fears) == (DELIVERY, ())
        assert not found(page, TextLabel, "counter_words").isVisible()


@pytest.mark.parametrize(
    ("count", "words"), [(6, ""), (7, "That is many"), (9, "Too many to score")]
)
def test_too_many_risks_are_said_quietly(qtbot: QtBot, count: int, words: str) -> None:
    many = [a_risk(f"r{number}") for number in range(1, count + 1)]
    workshop = a_workshop(*many, preset=Preset.EXPRESS_60)
    with opened(qtbot, RecastPage, workshop) as page:
        note = found(page, TextLabel, "limit_note")
        assert note.text().startswith(words)
        assert note.isVisible() is bool(words)


def test_risks_are_copied_and_removed_by_name(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="x")) as page:
        acts = {action.key: action for action in page.page_actions}
        page.do_action(acts["recast.duplicate"])
        assert risk(page, 2).event == "x"
        page.do_action(acts["recast.remove"])
        assert len(page.meeting.workshop.risks) == 1
        page.meeting.undo()
        assert len(page.meeting.workshop.risks) == 2


def test_every_action_has_a_key_of_its_own_or_none(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop()) as page:
        keys = [action.keys for action in page.page_actions if action.keys]
        assert len(keys) == len(set(keys))
        for action in page.page_actions:
            page.do_action(action)  # without fear and risk: a sentence, never an error
            press(Qt.Key.Key_Escape)


def test_the_wall_grows_with_every_key(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_workshop(a_fear("f1"))) as page:
        page.put_on_wall()  # as the desk does when the page is opened
        assert page.room.state.scene is Scene.SENTENCE
        assert "Fear f1" in wall(page)
        type_in("nobody")
        assert "nobody" in wall(page)
        assert not page.meeting.workshop.risks  # nothing is handed over yet
        settle(page)
        type_in(" reads")
        assert "nobody reads" in wall(page)
        assert risk(page).cause == "nobody"
        press(Qt.Key.Key_Z, CTRL)
        settle(page)
        assert "reads" not in wall(page)


def test_another_sentence_begins_on_the_wall_with_nothing(qtbot: QtBot) -> None:
    with opened(qtbot, RecastPage, a_sentence(cause="first")) as page:
        page.put_on_wall()
        assert "first" in wall(page)
        press(Qt.Key.Key_N, ALT)
        assert "first" not in wall(page)
        type_in("second")
        assert "second" in wall(page)


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_tags_ideas_and_drafts(qtbot: QtBot, text: str) -> None:
    with opened(qtbot, RecastPage, a_sentence(event="x")) as page:
        press(Qt.Key.Key_K, ALT)
        found(page, LineField, "idea_field").setFocus()
        typed = paste(text)
        press(Qt.Key.Key_Return)
        wanted = expected(typed).strip()
        assert risk(page).ideas == ((wanted,) if wanted else ())
        found(page, TextField, "consequence_field").setFocus()
        paste(text)
        assert not page.grab().isNull()
        assert wall(page)
        press(Qt.Key.Key_L, ALT)
        paste(text)
        press(Qt.Key.Key_Escape)
        assert len(found(page, RowList, "risk_list").rows()) >= 1
