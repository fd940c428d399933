"""How Recast leads from risk to risk, keeps the list whole, and shows itself on the wall."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Preset
from deskrisk.domain.model.fears import Disposition
from deskrisk.domain.model.ids import FearId
from deskrisk.domain.model.risks import DELIVERY
from deskrisk.gui.stages.recast.page import RecastPage
from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_fear, a_participant, a_risk, a_score, a_workshop
from tests.gui.stages.pages import found, opened, paste, press, settle, type_in
from tests.gui.stages.recast_hands import ALT, CTRL, F1, a_sentence, at, fear, risk, wall
from tests.nasty import NASTY, expected


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
