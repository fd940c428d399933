"""The laptop goes round: one person at a time, and nothing leads back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.fears import FearKind
from deskrisk.gui.stages.name.booth import Booth, Turn
from deskrisk.gui.stages.name.page import NamePage
from deskrisk.gui.widgets.text import TextLabel
from deskrisk.services.booth import seal_slip
from deskrisk.services.meeting import Meeting
from deskrisk.services.slip_box import SlipBox
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_workshop
from tests.gui.stages.pages import focused, found, opened, paste, press, type_in
from tests.nasty import NASTY, expected

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[NamePage]:
    with opened(qtbot, NamePage, a_workshop(input_fears=InputMode.PASS)) as page:
        yield page
        if page.passing.booth is not None:
            page.passing.booth.leave()


def booth_of(qtbot: QtBot, page: NamePage) -> Booth:
    page.passing.begin()
    booth = page.passing.booth
    assert booth is not None
    booth.activateWindow()
    qtbot.waitUntil(booth.isActiveWindow)
    return booth


def write(*texts: str) -> None:
    """One person: take the laptop, seal these slips, hand over."""
    press(K.Key_Return)
    for text in texts:
        type_in(text)
        press(K.Key_Return)
    press(K.Key_Return, CTRL)


def end() -> None:
    press(K.Key_Return, CTRL | SHIFT)


def texts(page: NamePage) -> set[str]:
    return {fear.text for fear in page.meeting.workshop.fears.values()}


def test_a_round_of_three_by_keys_alone(qtbot: QtBot, page: NamePage) -> None:
    booth = booth_of(qtbot, page)
    assert page.room.state.scene is Scene.PROMPT
    write("We are late", "It breaks")
    assert not texts(page)  # nothing on the wall, in the file or in the history before the end
    assert not page.meeting.history
    write("Nobody asks")
    write("Too dear")
    assert booth.turn is Turn.HANDOVER
    end()
    assert texts(page) == {"We are late", "It breaks", "Nobody asks", "Too dear"}
    assert [step.label for step in page.meeting.history] == ["fear.round"]
    assert page.passing.booth is None
    assert "4 sealed slips are on the wall" in page.message.text()


def test_nothing_of_one_person_is_there_for_the_next(qtbot: QtBot, page: NamePage) -> None:
    booth = booth_of(qtbot, page)
    press(K.Key_Return)
    type_in("My secret")
    press(K.Key_A, CTRL)
    press(K.Key_C, CTRL)
    press(K.Key_Return)
    press(K.Key_PageDown)
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    assert booth.field.value() == ""
    for key, held in (
        (K.Key_Z, CTRL),
        (K.Key_Z, CTRL | SHIFT),
        (K.Key_V, CTRL),
        (K.Key_Insert, SHIFT),
        (K.Key_Up, Qt.KeyboardModifier.NoModifier),
    ):
        press(key, held)
        assert booth.field.value() == ""
    assert QGuiApplication.clipboard().text() == ""
    said = [label.text() for label in booth.findChildren(TextLabel)]
    assert not any("secret" in text or "Sealed" in text for text in said)
    assert found(booth, TextLabel, "booth_number").text() == "Question 1 of 3"
    assert booth.field.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu


def test_an_open_slip_is_not_handed_on(qtbot: QtBot, page: NamePage) -> None:
    booth = booth_of(qtbot, page)
    press(K.Key_Return)
    type_in("half a thou")
    press(K.Key_Return, CTRL)
    assert booth.turn is Turn.WRITING
    assert "still open" in found(booth, TextLabel, "booth_said").text()
    end()  # the facilitator cannot end it now either
    assert page.passing.booth is booth
    press(K.Key_Escape)
    press(K.Key_Return, CTRL)
    assert found(booth, TextLabel, "booth_sign").isVisible()
    assert booth.hands == 0  # nobody has sealed anything


def test_the_second_question_is_about_us(qtbot: QtBot, page: NamePage) -> None:
    booth_of(qtbot, page)
    press(K.Key_Return)
    type_in("late")
    press(K.Key_Return)
    press(K.Key_PageDown)
    type_in("unheard")
    press(K.Key_Return)
    press(K.Key_PageDown, times=5)
    type_in("my craft")
    press(K.Key_Return)
    press(K.Key_Return, CTRL)
    write("a")
    write("b")
    end()
    us = {
        fear.text for fear in page.meeting.workshop.fears.values() if fear.kind is FearKind.PEOPLE
    }
    assert us == {"unheard"}


@pytest.mark.parametrize(("answer", "ends"), [("answer_on", False), ("answer_end", True)])
def test_a_round_too_small_to_hide_anybody_is_noticed(
    qtbot: QtBot, page: NamePage, answer: str, *, ends: bool
) -> None:
    booth_of(qtbot, page)
    write("We are late")

    def click() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        button = dialog.findChild(QWidget, answer)
        assert button is not None
        QTest.keyClick(button, K.Key_Space)

    QTimer.singleShot(100, click)
    end()
    assert (page.passing.booth is None) is ends
    assert texts(page) == ({"We are late"} if ends else set())


def test_a_round_without_a_slip_changes_nothing(qtbot: QtBot, page: NamePage) -> None:
    booth_of(qtbot, page)
    end()
    assert page.passing.booth is None
    assert not page.meeting.history
    assert page.message.text() == "No slip was sealed."


def test_nobody_closes_the_booth_by_accident(qtbot: QtBot, page: NamePage) -> None:
    booth = booth_of(qtbot, page)
    assert not booth.close()
    assert booth.isVisible()
    assert booth.windowTitle() == "DeskRisk"
    page.passing.begin()
    assert page.passing.booth is booth  # there is never a second one


def test_a_disk_that_refuses_is_told_kindly_and_nothing_is_lost(
    qtbot: QtBot, tmp_path: Path
) -> None:
    place = tmp_path / "away"
    meeting = Meeting(a_workshop(input_fears=InputMode.PASS), box=SlipBox(place / "box"))
    page = NamePage(meeting)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show()
    booth = booth_of(qtbot, page)
    seen = booth.findChildren(TextLabel, "booth_trouble")
    assert not any(label.isVisible() for label in seen)
    press(K.Key_Return)
    type_in("We are late")
    press(K.Key_Return)
    (told,) = [label for label in seen if label.isVisible()]
    assert "Nothing is lost" in told.text()
    assert not booth.grab().isNull()
    place.mkdir()  # the disk is there again
    press(K.Key_Return, CTRL)
    assert not any(label.isVisible() for label in seen)
    assert "We are late" in (place / "box").read_text("utf-8")
    booth.leave()


def test_the_booth_covers_the_screen_of_the_desk(qtbot: QtBot, page: NamePage) -> None:
    booth = booth_of(qtbot, page)
    assert booth.geometry() == page.screen().geometry()
    assert booth.isFullScreen()


def test_slips_of_a_crash_come_to_the_wall_when_the_page_opens(qtbot: QtBot) -> None:
    with opened(qtbot, NamePage, a_workshop()) as page:
        seal_slip(page.meeting, "We are late")
        page.refresh(None)
        assert texts(page) == {"We are late"}
        assert "still in the box" in page.message.text()


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_nasty_slips_are_sealed_as_typed(qtbot: QtBot, page: NamePage, text: str) -> None:
    booth = booth_of(qtbot, page)
    press(K.Key_Return)
    typed = paste(text)
    assert not booth.grab().isNull()
    press(K.Key_Return)
    assert booth.field.value() == ""
    press(K.Key_Return, CTRL)
    page.passing._open_box("{count}")
    assert texts(page) == ({expected(typed)} if typed.strip() else set())
    assert focused() is booth.begin


def test_the_menu_opens_the_booth_and_leads_to_a_fear(qtbot: QtBot, page: NamePage) -> None:
    seal_slip(page.meeting, "We are late")
    page.refresh(None)
    (id_,) = page.meeting.workshop.fears
    page.take_in_hand(id_)
    assert page.parts.wall.marked() == (id_,)
    page.take_in_hand("slips.pass")
    assert page.passing.booth is not None
    assert page.room.state.scene is Scene.PROMPT
