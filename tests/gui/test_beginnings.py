"""Begin with a template or like a past workshop, and take its people: by keys alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk import settings
from deskrisk.domain.continuing import open_risks
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.gui import program_menu
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


def test_a_workshop_goes_on_with_open_risks_and_what_was_learned(
    qtbot: QtBot, program: Program
) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_N, CTRL | SHIFT)
    choose("go on question")
    workshop = opened(qtbot, program)
    assert workshop.brief.continues == sample().id
    assert [each.title for each in workshop.risks.values()] == [
        sample().risks[each].title for each in open_risks(sample())
    ]
    assert not workshop.scores
    assert workshop.stage_notes["prepare"].private.startswith("From “Question suggestions")
    program.back_home()


def test_a_copy_is_opened_beside_the_first(qtbot: QtBot, program: Program) -> None:
    program.home.list.setFocus()
    program.home_actions["file.copy"].trigger()
    workshop = opened(qtbot, program)
    assert workshop.brief.title == f"{sample().brief.title}, copy"
    assert workshop.risks == sample().risks
    assert program.library.count() == 2


def test_what_was_prepared_becomes_a_template_of_ones_own(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "templates_folder", lambda: tmp_path / "templates")
    told: list[str] = []
    monkeypatch.setattr(program_menu, "tell", lambda *words: told.append(words[1]))
    program.home_actions["file.template"].trigger()
    assert told == ["Kept as a template"]
    QTest.keyClick(focused(), Qt.Key.Key_N, CTRL | SHIFT)
    choose("question suggestions")
    workshop = opened(qtbot, program)
    assert workshop.brief.purpose == sample().brief.purpose
    assert not workshop.participants


def test_a_past_workshop_opens_at_its_promises_to_be_reviewed(
    qtbot: QtBot, program: Program
) -> None:
    program.home_actions["file.review"].trigger()
    desk = desk_of(qtbot, program)
    assert desk.pages.stage() is Stage.FOLLOW_UP
