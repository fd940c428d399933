"""The booth for five to one: alone, sealed, and nothing of it is seen before all are in."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.stages.agree.booth import LevelList, StanceBooth
from deskrisk.gui.stages.agree.page import AgreePage
from deskrisk.gui.stages.agree.stance_grid import StanceGrid
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.viewmodels.agree import agree_view
from deskrisk.viewmodels.blocks import Meter
from deskrisk.viewmodels.scenes import Scene
from deskrisk.viewmodels.show import show_view
from tests.builders import a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, opened, press, write

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def a_room() -> Workshop:
    people = [a_participant(f"p{n}") for n in (1, 2)]
    late = a_participant("p3", present=False)
    return a_workshop(a_risk("r1"), *people, late, input_signoff=InputMode.PASS)


@pytest.fixture
def page(qtbot: QtBot) -> AgreePage:
    page = opened(qtbot, AgreePage, a_room())
    page.put_on_wall()
    return page


def booth_of(qtbot: QtBot, page: AgreePage) -> StanceBooth:
    press(K.Key_Return, CTRL)
    booth = page.booth
    assert booth is not None
    qtbot.waitUntil(booth.isActiveWindow)
    return booth


def test_everybody_answers_alone_and_only_how_many_is_known(qtbot: QtBot, page: AgreePage) -> None:
    assert found(page, QLabel, "stance_turnout").text() == "0 of 2 are in"
    assert page.parts.grid.isHidden()
    booth = booth_of(qtbot, page)
    names = found(booth, RowList, "booth_people")
    assert [row.title for row in names.rows()] == ["Person p1", "Person p2"]
    press(K.Key_Return)
    write("1")
    press(K.Key_Return)
    assert QApplication.focusWidget() is found(booth, TextField, "booth_reservation_field")
    press(K.Key_Return)
    press(K.Key_Return)
    press(K.Key_Return)
    assert "missing" in found(booth, QLabel, "booth_said").text()
    found(booth, TextField, "booth_reservation_field").setFocus()
    write("Not safe")
    press(K.Key_Return)
    press(K.Key_Down)
    press(K.Key_Return)
    write("Less")
    press(K.Key_Return)
    stance = page.meeting.workshop.stances["1/p1"]
    assert (stance.level, stance.comment, stance.item, stance.acceptable_if) == (
        1,
        "Not safe",
        "r1",
        "Less",
    )
    assert page.parts.grid.isHidden()
    assert page.message.text() == "Answers are coming in. 1 of 2"
    (meter,) = show_view(page.meeting.workshop, page.room.state).blocks
    assert meter == Meter(done=1, count=2)
    press(K.Key_Return)  # hand on
    assert names.current_key() == "p2"
    press(K.Key_Return)
    write("4")
    press(K.Key_Return)
    press(K.Key_Return, CTRL | SHIFT)
    assert page.booth is None
    assert page.message.text() == "One objection is open. 2 of 2"
    assert found(page, StanceGrid, "stance_grid").in_hand() is not None
    assert page.room.state.scene is Scene.STANCES


def test_what_is_sealed_is_not_opened_again(qtbot: QtBot, page: AgreePage) -> None:
    booth = booth_of(qtbot, page)
    press(K.Key_Return)
    write("5")
    press(K.Key_Return)
    press(K.Key_Return)
    names = found(booth, RowList, "booth_people")
    names.show_current("p1")
    press(K.Key_Return)
    assert "sealed" in found(booth, QLabel, "booth_names_said").text()
    assert booth.stack.currentWidget() is booth.names_sheet
    press(K.Key_Return, CTRL | SHIFT)


def test_nothing_of_an_answer_stays_for_the_next_person(qtbot: QtBot, page: AgreePage) -> None:
    booth = booth_of(qtbot, page)
    press(K.Key_Return)
    write("3")
    press(K.Key_Return)
    write("Mine alone")
    press(K.Key_Return)
    press(K.Key_Return)
    press(K.Key_Return)
    press(K.Key_Return)
    levels = found(booth, LevelList, "booth_levels")
    assert not any(row.note for row in levels.rows())
    press(K.Key_Return, CTRL)
    assert "1/p2" not in page.meeting.workshop.stances
    assert all(field.isHidden() for field in booth.fields.values())
    assert [str(field.value() or "") for field in booth.fields.values()] == ["", "", ""]
    press(K.Key_Escape)
    assert "Escape once more" in found(booth, QLabel, "booth_said").text()
    press(K.Key_Escape)
    assert "1/p2" not in page.meeting.workshop.stances
    press(K.Key_Return, CTRL | SHIFT)


def test_arrows_and_enter_answer_as_well(qtbot: QtBot, page: AgreePage) -> None:
    booth_of(qtbot, page)
    press(K.Key_Return)
    press(K.Key_Down)
    press(K.Key_Return, times=2)
    assert page.meeting.workshop.stances["1/p1"].level == 4
    press(K.Key_Return, CTRL | SHIFT)


def test_whoever_had_to_leave_is_asked_later_and_what_is_in_is_counted(
    qtbot: QtBot, page: AgreePage
) -> None:
    assert page.parts.rest_later.isHidden()
    booth_of(qtbot, page)
    press(K.Key_Return)
    write("5")
    press(K.Key_Return)
    press(K.Key_Return, CTRL | SHIFT)
    found(page, LinkButton, "rest_later").click()
    assert page.message.text() == "Adopted as one person's own decision. 1 of 1"
    assert [row.later for row in agree_view(page.meeting.workshop).rows] == [False, True, True]
    page.meeting.undo()
    assert found(page, QLabel, "stance_turnout").text() == "1 of 2 are in"


def test_it_can_be_done_by_a_show_of_hands_instead(page: AgreePage) -> None:
    found(page, QLabel, "mode_words")
    page.parts.modes.choose(0)
    assert page.meeting.workshop.brief.input_signoff is InputMode.CARDS
    assert not page.parts.grid.isHidden()
    assert replace(page.meeting.workshop, stances={}) == page.meeting.workshop
