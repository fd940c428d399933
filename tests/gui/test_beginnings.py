"""Begin with a template or like a past workshop, and take its people: by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui.program import Program
from deskrisk.services.people import add_people
from deskrisk.services.samples import sample
from tests.gui.windows import desk_of, running

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, sample()) as found:
        found.home.activateWindow()
        qtbot.waitUntil(found.home.isActiveWindow)
        yield found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def choose(words: str) -> None:
    assert focused().objectName() == "palette_query"
    QTest.keyClicks(focused(), words)
    QTest.keyClick(focused(), Qt.Key.Key_Return)


def opened(qtbot: QtBot, program: Program) -> Workshop:
    return desk_of(qtbot, program).meeting.workshop


def test_a_template_by_key(qtbot: QtBot, program: Program) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, CTRL | SHIFT)
    choose("migration")
    workshop = opened(qtbot, program)
    assert len(workshop.objectives) >= 2
    assert workshop.brief.purpose
    assert focused().objectName() == "title_field"
    QTest.keyClicks(focused(), "Move the ward")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert opened(qtbot, program).brief.title == "Move the ward"


def test_like_a_past_workshop(qtbot: QtBot, program: Program) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, CTRL | SHIFT)
    choose("like question")
    workshop, past = opened(qtbot, program), sample()
    assert workshop.id != past.id
    assert workshop.brief.purpose == past.brief.purpose
    assert [p.name for p in workshop.participants.values()] == [
        p.name for p in past.participants.values()
    ]
    assert not workshop.fears
    assert program.library.count() == 2


def test_escape_begins_nothing(qtbot: QtBot, program: Program) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, CTRL | SHIFT)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert program.desk is None
    assert program.library.count() == 1


def test_people_of_a_past_workshop(qtbot: QtBot, program: Program) -> None:
    program.start_workshop()
    desk = desk_of(qtbot, program)
    add_people(desk.meeting, next(iter(sample().participants.values())).name)
    desk.actions_by_key["people.take"].trigger()
    choose("question")
    people = desk.meeting.workshop.participants.values()
    assert len(people) == len(sample().participants)
    step = desk.meeting.next_undo
    assert step is not None
    assert step.label == "person.take"
