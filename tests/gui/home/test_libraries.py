"""Several libraries, their copies, and all of one as files."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.gui.dialogs.backups import BackupsDialog
from deskrisk.gui.program import Program
from deskrisk.gui.single import Doorbell, hand_over
from deskrisk.services.backups import Reason, back_up, backups_of, file_beside
from deskrisk.services.fears import name_fear
from tests.builders import a_workshop
from tests.gui.windows import nameless, running


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, a_workshop(id="one", title="First")) as started:
        yield started


def press_when_asked(*names: str) -> None:
    """Press these buttons, one in each question that comes."""
    left = list(names)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        button = None
        if isinstance(dialog, AskDialog):
            button = dialog.findChild(QPushButton, f"answer_{left[0]}")
        if button is not None:
            left.pop(0)
            QTimer.singleShot(0, button.click)
        if left:
            QTimer.singleShot(10, press)

    QTimer.singleShot(0, press)


def titles(program: Program) -> set[str]:
    model = program.home.list.rows
    return {model.row(at).title for at in range(model.rowCount())}


def lines(program: Program, key: str) -> dict[str, Callable[[], None]]:
    menu = program.home_actions[key].menu()
    assert isinstance(menu, QMenu)
    return {action.text(): action.trigger for action in menu.actions()}


def test_a_library_is_named_in_the_window_and_another_is_one_line_away(
    program: Program, tmp_path: Path
) -> None:
    here = program.library.path
    program.use_library(tmp_path / "acme.db")
    assert program.home.windowTitle().startswith("acme")
    assert program.home.bar.name.text() == "acme"
    assert titles(program) == set()
    offered = lines(program, "file.libraries")
    assert len(offered) == 2  # the one before, and the usual one
    offered[tmp_path.name]()
    assert program.library.path == here
    assert titles(program) == {"First"}
    assert "acme" in lines(program, "file.libraries")


def test_a_second_start_finds_the_library_that_is_open_now(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    bell = Doorbell(program, program.library.path)
    program.library_changed.connect(bell.answer_for)
    other = tmp_path / "acme.db"
    before = program.library.path
    program.use_library(other)
    with qtbot.waitSignal(bell.rung):
        assert hand_over(other.resolve(), None, sample=False)
    assert not hand_over(before, None, sample=False)
    bell.close()


def test_all_workshops_become_files(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.library.add(a_workshop(id="two", title="Second"))
    program.filing.export_all(tmp_path / "files")
    qtbot.waitUntil(lambda: program.home.message.text() == "2 files were written.")
    assert len(list((tmp_path / "files").iterdir())) == 2


def test_closing_a_workshop_makes_a_copy_and_a_file(qtbot: QtBot, program: Program) -> None:
    program.open_workshop(WorkshopId("one"))
    assert program.desk is not None
    name_fear(program.desk.meeting, "a fear")
    program.back_home()
    path = program.library.path
    qtbot.waitUntil(lambda: bool(backups_of(path)))
    (made,) = backups_of(path)
    assert made.reason is Reason.WORKSHOP
    assert file_beside(path, WorkshopId("one")).exists()
    program.open_workshop(WorkshopId("one"))
    program.back_home()
    program.keeping.stop()
    assert backups_of(path) == (made,)  # nothing has changed


def test_a_copy_is_put_back_from_the_list_and_that_undone(qtbot: QtBot, program: Program) -> None:
    back_up(program.library, Reason.WISH, now=datetime.now(UTC))
    program.library.add(a_workshop(id="two", title="Second"))
    seen: list[str] = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, BackupsDialog) or not dialog.restore.isEnabled():
            QTimer.singleShot(10, choose)
            return
        seen.extend(nameless(dialog))
        press_when_asked("restore", "undo", "done")
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    program.home_actions["file.backups"].trigger()
    qtbot.waitUntil(lambda: not isinstance(QApplication.activeModalWidget(), QDialog))
    assert seen == []
    assert titles(program) == {"First", "Second"}
    reasons = [each.reason for each in backups_of(program.library.path)]
    assert reasons.count(Reason.RESTORE) == 2


def test_erasing_what_was_deleted_ends_undo(program: Program) -> None:
    program.open_workshop(WorkshopId("one"))
    assert program.desk is not None
    name_fear(program.desk.meeting, "unspeakable")
    program.desk.meeting.undo()
    press_when_asked("erase")
    program.desk.actions_by_key["workshop.forget"].trigger()
    assert program.desk is not None
    assert program.desk.meeting.history == ()
    assert program.desk.meeting.next_redo is None
    program.library.flush()
    assert b"unspeakable" not in program.library.path.read_bytes()
