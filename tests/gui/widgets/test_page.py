from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.changes import Changes
from deskrisk.domain.errors import EmptyError
from deskrisk.domain.model.brief import Stage
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.page import StagePage
from deskrisk.services.brief import edit_brief
from deskrisk.services.meeting import Meeting
from tests.builders import a_workshop


class Page(StagePage):
    stage: ClassVar[Stage] = Stage.PREPARE

    def build(self) -> None:
        self.pressed = 0
        self.field = LineField(name="title")
        self.field.edited.connect(self._edited)
        self.body.addWidget(self.field)
        self.set_primary("Go on", self._press)

    def refresh(self, _changes: Changes | None) -> None:
        self.field.show_value(self.meeting.workshop.brief.title)

    def first_focus(self) -> QWidget:
        return self.field

    def _press(self) -> None:
        self.pressed += 1

    def _edited(self, text: object) -> None:
        self.attempt(lambda: edit_brief(self.meeting, title=str(text), origin=self))


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    found = Page(Meeting(a_workshop()))
    qtbot.addWidget(found)
    with qtbot.waitActive(found):
        found.show()
        found.activateWindow()
    found.refresh(None)
    found.field.setFocus()
    return found


def refuse() -> None:
    raise EmptyError("brief", "title")


def test_control_enter_hands_over_and_presses_the_primary_button(page: Page) -> None:
    QTest.keyClicks(page.field, "x")
    QTest.keyClick(page.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.pressed == 1
    assert page.meeting.workshop.brief.title.endswith("x")


def test_a_refusal_is_said_and_goes_with_the_next_success(page: Page) -> None:
    assert page.attempt(refuse) is None
    assert page.message.text().startswith("Something is still empty")
    assert page.attempt(lambda: 5) == 5
    assert page.message.text() == ""


def test_what_the_page_said_itself_stays(page: Page) -> None:
    page.say("16 slips in")
    page.attempt(lambda: 5)
    assert page.message.text() == "16 slips in"


def test_a_replaced_character_is_announced(page: Page) -> None:
    page.field.setText("nul \x00 here")
    page.field.flush()
    assert page.message.text() == (
        "1 character could not be kept and was replaced by \N{REPLACEMENT CHARACTER}."
    )
    assert page.meeting.workshop.brief.title == "nul \N{REPLACEMENT CHARACTER} here"


def test_the_message_moves_nothing(page: Page) -> None:
    page.resize(1000, 600)
    before = page.field.geometry()
    page.say("A long message. " * 20, "alarm")
    assert page.field.geometry() == before
