from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.library import LibraryFullError, SaveState
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.guide import FOLDED, WIDTH
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.gui.widgets.fields import TextField
from deskrisk.gui.widgets.focus import ring_of
from deskrisk.services.brief import edit_brief
from deskrisk.services.samples import sample
from tests.gui.windows import desk_of, nameless, running

Ctrl = Qt.KeyboardModifier.ControlModifier
Alt = Qt.KeyboardModifier.AltModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, sample()) as found:
        found.open_workshop(sample().id)
        yield found


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> DeskWindow:
    return desk_of(qtbot, program)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_desk_opens_at_the_stage_that_was_reached(desk: DeskWindow, program: Program) -> None:
    assert desk.pages.stage() is Stage.FOLLOW_UP
    assert not program.home.isVisible()
    assert desk.header.title.text() == sample().brief.title
    assert desk.pages.isAncestorOf(focused())


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.value)
def test_every_stage_opens_with_a_focus_a_ring_and_names(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)
    assert desk.pages.stage() is stage
    assert desk.pages.isAncestorOf(focused())
    held = focused()
    ring = ring_of(desk)
    around = ring.control if ring is not None else None
    assert held.property("own_ring") or around is held
    assert nameless(desk) == []


def test_keys_lead_from_stage_to_stage(desk: DeskWindow) -> None:
    seen = []
    for number, key in enumerate((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4), start=1):
        QTest.keyClick(focused(), key, Ctrl | Shift)
        seen.append((number, desk.pages.stage()))
    assert seen == [(1, Stage.PREPARE), (2, Stage.NAME), (3, Stage.RANK)]
    QTest.keyClick(focused(), Qt.Key.Key_PageDown, Alt)
    assert desk.pages.stage() is Stage.RESPOND
    QTest.keyClick(focused(), Qt.Key.Key_PageUp, Alt)
    assert desk.pages.stage() is Stage.RANK


def test_arrows_walk_the_rail(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.PREPARE)
    button = desk.rail.findChild(QWidget, "rail_prepare")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Down)
    assert desk.pages.stage() is Stage.NAME


def test_undo_takes_back_a_step_and_says_which(desk: DeskWindow) -> None:
    title = desk.meeting.workshop.brief.title
    edit_brief(desk.meeting, title="Another title")
    assert desk.header.title.text() == "Another title"
    assert desk.status.undo.words().startswith("Undo: ")
    assert desk.status.undo.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Z, Ctrl)
    assert desk.meeting.workshop.brief.title == title
    assert desk.header.title.text() == title
    desk.actions_by_key["edit.redo"].trigger()
    assert desk.meeting.workshop.brief.title == "Another title"


def test_undo_goes_first_to_a_draft_in_hand(desk: DeskWindow) -> None:
    edit_brief(desk.meeting, title="Another title")
    notes = desk.guide.notes
    notes.setFocus()
    QTest.keyClicks(notes, "draft")
    desk.actions_by_key["edit.undo"].trigger()
    assert desk.meeting.workshop.brief.title == "Another title"
    assert notes.value() != "draft"
    notes.flush()
    while desk.meeting.workshop.stage_notes:
        desk.actions_by_key["edit.undo"].trigger()
    assert desk.meeting.workshop.brief.title == "Another title"
    desk.actions_by_key["edit.undo"].trigger()
    assert desk.meeting.workshop.brief.title == sample().brief.title


def test_private_notes_belong_to_their_stage(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.NAME)
    notes = desk.guide.notes
    notes.setFocus()
    QTest.keyClicks(notes, "leave a longer silence")
    desk.pages.show_stage(Stage.RECAST)
    assert desk.guide.notes.value() == ""
    held = desk.meeting.workshop.stage_notes
    assert {key: note.private for key, note in held.items()} == {"name": "leave a longer silence"}
    desk.pages.show_stage(Stage.NAME)
    assert notes.value() == "leave a longer silence"


def test_hidden_pages_are_refreshed_when_they_are_opened(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.PREPARE)
    page = desk.pages.page()
    desk.pages.show_stage(Stage.NAME)
    edit_brief(desk.meeting, title="Changed while hidden")
    assert page is not None
    desk.pages.show_stage(Stage.PREPARE)
    texts = [str(each.value()) for each in page.findChildren(QWidget) if hasattr(each, "value")]
    assert "Changed while hidden" in texts


def test_the_saved_mark_is_true(qtbot: QtBot, desk: DeskWindow) -> None:
    edit_brief(desk.meeting, title="Saved soon")
    qtbot.waitUntil(lambda: desk.status.saved.text().startswith("Everything saved "))
    desk.bridge.saved.emit(SaveState(pending=2))
    assert desk.status.saved.text() == "Saving …"
    desk.bridge.saved.emit(SaveState(pending=2, problem=LibraryFullError()))
    assert desk.status.saved.text().startswith("Not saved: ")
    assert desk.status.copy.isVisible()
    desk.bridge.saved.emit(SaveState())
    assert desk.status.saved.text() == "Everything saved"
    assert not desk.status.copy.isVisible()


def test_the_guide_folds_by_key_and_in_a_narrow_window(desk: DeskWindow, program: Program) -> None:
    desk.pages.show_stage(Stage.RANK)
    desk.resize(1300, 700)
    assert desk.guide.width() == WIDTH
    QTest.keyClick(focused(), Qt.Key.Key_F1)
    assert desk.guide.width() == FOLDED
    wished = [program.settings.guide_folded]
    QTest.keyClick(focused(), Qt.Key.Key_F1)
    desk.resize(1100, 700)
    assert desk.guide.width() == FOLDED
    wished.append(program.settings.guide_folded)
    assert wished == [True, False]
    desk.resize(1300, 700)
    assert desk.guide.width() == WIDTH


def test_a_roomy_page_folds_the_guide_until_it_is_wanted(
    desk: DeskWindow, program: Program
) -> None:
    desk.resize(1280, 720)
    desk.pages.show_stage(Stage.RECAST)
    assert desk.guide.width() == FOLDED
    QTest.keyClick(focused(), Qt.Key.Key_F3)
    page = desk.pages.page()
    assert page is not None
    assert page.message.text().startswith("“What may happen")
    QTest.keyClick(focused(), Qt.Key.Key_F1)
    assert desk.guide.width() == WIDTH
    desk.pages.show_stage(Stage.RANK)
    desk.pages.show_stage(Stage.RECAST)
    assert desk.guide.width() == WIDTH, "it was wanted here"
    QTest.keyClick(focused(), Qt.Key.Key_F1)
    desk.pages.show_stage(Stage.RANK)
    assert desk.guide.width() == WIDTH, "there is room for it"
    assert not program.settings.guide_folded
    desk.resize(1600, 900)
    desk.pages.show_stage(Stage.RECAST)
    assert desk.guide.width() == WIDTH


def test_the_guide_says_when_a_stage_is_done(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.NAME)
    words = [words.text() for _mark, words in desk.guide._done.values()]
    assert words
    assert all(word[:1].isupper() for word in words)


def test_back_in_the_library_the_workshop_is_up_to_date(desk: DeskWindow, program: Program) -> None:
    edit_brief(desk.meeting, title="A new name")
    desk.pages.show_stage(Stage.PREPARE)
    QTest.keyClick(focused(), Qt.Key.Key_W, Ctrl)
    assert program.desk is None
    assert program.home.isVisible()
    assert program.home.list.rows.row(0).title == "A new name"
    assert program.home.geometry() == desk.geometry()


def test_typing_is_not_lost_when_the_desk_is_left(desk: DeskWindow, program: Program) -> None:
    desk.pages.show_stage(Stage.NAME)
    notes = desk.guide.notes
    assert isinstance(notes, TextField)
    notes.setFocus()
    QTest.keyClicks(notes, "still typing")
    program.back_home()
    program.library.flush(10)
    kept = program.library.workshop(sample().id).stage_notes
    assert kept["name"].private == "still typing"
