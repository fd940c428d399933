from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order
from deskrisk.domain.registers import Field, SourceTable
from deskrisk.gui import registers as doors
from deskrisk.gui.dialogs import register as dialogs
from deskrisk.gui.dialogs.register import RegisterDialog, ask_register
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.services.registers import read_register
from deskrisk.services.samples import sample
from tests.builders import a_workshop
from tests.gui.windows import desk_of, drop, nameless, running
from tests.nasty import NASTY, expected
from tests.registers import FOLDER, ISSUES, PROJECT, ROAM


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def a_dialog(
    qtbot: QtBot, parent: QWidget, path: Path, workshop: Workshop | None = None
) -> RegisterDialog:
    dialog = RegisterDialog(parent, workshop or a_workshop(), read_register(path), path)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def label(dialog: RegisterDialog, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_each_column_has_its_guess_and_the_rows_are_previewed(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog = a_dialog(qtbot, parent, FOLDER / PROJECT)
    assert len(dialog.choices) == 15
    assert dialog.choices[2].value() is Field.EVENT
    assert dialog.choices[4].accessibleName() == "What the column Probability (1-5) is"
    assert dialog.rows.model().rowCount() == 4
    assert (
        label(dialog, "register_summary")
        == "4 risks come in, 2 lines above the heads are not read."
    )
    assert "Risk Score" in label(dialog, "register_kept")
    assert "Line 7: “TBD” is no rating" in label(dialog, "register_remarks")
    assert dialog.take.text() == "Import 4 risks"
    assert not nameless(dialog)


def test_it_is_done_by_keys_alone(qtbot: QtBot, parent: QWidget) -> None:
    dialog = a_dialog(qtbot, parent, FOLDER / ROAM)
    assert dialog.choices[0].hasFocus()
    QTest.keyClick(dialog.choices[0], Qt.Key.Key_Tab)
    assert dialog.choices[1].hasFocus()
    QTest.keyClick(dialog.choices[1], Qt.Key.Key_End)
    assert dialog.choices[1].value() is Field.NOTHING
    assert label(dialog, "register_dropped") == "Left out altogether: ROAM."
    assert {each.decision for each in dialog.risks} == {None}
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_without_a_name_nothing_can_come_in_and_each_row_says_so(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog = a_dialog(qtbot, parent, FOLDER / ROAM)
    choose(dialog.choices[0], Field.NOTE)
    assert dialog.risks == ()
    assert not dialog.take.isEnabled()
    assert label(dialog, "register_summary") == "0 risks come in, 4 rows are left out."
    assert "Line 2: nothing says what the risk is" in label(dialog, "register_remarks")


def choose(choice: ChoiceField, value: Field) -> None:
    choice.show_value(value)
    choice.activated.emit(choice.currentIndex())


def test_ratings_count_only_where_there_are_some_and_it_is_ticked(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog = a_dialog(qtbot, parent, FOLDER / PROJECT)
    assert dialog.rated_by == ""
    dialog.rated.click()
    assert dialog.rated_by == "Register project-register"
    choose(dialog.choices[4], Field.NOTE)
    assert not dialog.rated.isEnabled()
    assert dialog.rated_by == ""


def test_several_sheets_can_be_chosen_from(qtbot: QtBot, parent: QWidget, tmp_path: Path) -> None:
    one = read_register(FOLDER / ROAM)
    two = read_register(FOLDER / ISSUES)
    dialog = RegisterDialog(parent, a_workshop(), (*one, *two), tmp_path / "both.xlsx")
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.sheet.isVisible()
    assert len(dialog.choices) == 7
    dialog.sheet.setCurrentIndex(1)
    dialog.sheet.activated.emit(1)
    assert len(dialog.choices) == 15
    assert dialog.rows.model().rowCount() == 3


def test_a_remark_names_categories_for_which_there_is_no_room(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    rows = "".join(f"Risk {number},Kind {number}\n" for number in range(6))
    path.write_text(f"Title,Category\n{rows}", "utf-8")
    dialog = a_dialog(qtbot, parent, path)
    assert "No room for these categories" in label(dialog, "register_remarks")
    assert "Kind 4, Kind 5" in label(dialog, "register_remarks")


def test_cancelled_it_gives_nothing(
    qtbot: QtBot, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = FOLDER / ROAM
    for answer in (0, 1):
        monkeypatch.setattr(RegisterDialog, "exec", lambda _self, answer=answer: answer)
        found = ask_register(parent, a_workshop(), read_register(path), path)
        assert (found is not None) == bool(answer)
    assert found is not None
    assert [len(found[0]), found[1]] == [4, ""]


def accept(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(doors, "ask_register_file", lambda _parent: path)
    monkeypatch.setattr(dialogs.RegisterDialog, "exec", lambda _self: 1)


def test_from_the_list_of_workshops_a_register_becomes_one(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(monkeypatch, FOLDER / PROJECT)
    with running(qtbot, tmp_path) as program:
        program.home_actions["file.register"].trigger()
        desk = desk_of(qtbot, program)
        workshop = desk.meeting.workshop
        assert workshop.brief.title == "Risks of project-register"
        assert len(workshop.risks) == 4
        assert [each.name for each in in_order(workshop.participants)] == [
            "Hanna Weiss",
            "Omar Haddad",
        ]


def test_on_the_desk_a_register_comes_into_the_workshop_as_one_step(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(monkeypatch, FOLDER / ISSUES)
    with running(qtbot, tmp_path, sample()) as program:
        program.open_workshop(sample().id)
        desk = desk_of(qtbot, program)
        desk.actions_by_key["file.register"].trigger()
        assert len(desk.meeting.workshop.risks) == len(sample().risks) + 3
        assert desk.pages.stage() is Stage.RECAST
        desk.actions_by_key["edit.undo"].trigger()
        assert len(desk.meeting.workshop.risks) == len(sample().risks)


def test_a_file_that_is_no_register_is_refused_in_words(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK nonsense")
    accept(monkeypatch, path)
    told: list[object] = []
    with running(qtbot, tmp_path) as program:
        monkeypatch.setattr(program, "refused", told.append)
        doors.bring_in_register(program)
        assert len(told) == 1
        assert program.desk is None


def test_a_register_can_be_dropped_on_the_list_of_workshops(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs.RegisterDialog, "exec", lambda _self: 1)
    with running(qtbot, tmp_path) as program:
        drop(program.home, FOLDER / ROAM)
        assert desk_of(qtbot, program).meeting.workshop.brief.title == "Risks of roam-board"


def test_nasty_texts_are_shown_as_texts_and_keep_the_window_its_size(
    qtbot: QtBot, parent: QWidget, tmp_path: Path
) -> None:
    texts = [expected(text) for text in NASTY]
    table = SourceTable(
        name=texts[0],
        heads=("Title", *texts[:20]),
        rows=tuple((line, (text, *texts[:20])) for line, text in enumerate(texts, start=2)),
    )
    dialog = RegisterDialog(parent, a_workshop(), (table,), tmp_path / "a.csv")
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.size().width() == 1080
    assert dialog.size().height() == 700
    assert len(dialog.risks) == len(texts)
    for each in dialog.findChildren(QLabel):
        assert each.textFormat() is Qt.TextFormat.PlainText
    assert not nameless(dialog)
