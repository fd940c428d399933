"""The dialog before a document: choices, pages, writing, and what it says when it cannot."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.documents import DocumentVersion, PageSize
from deskrisk.domain.file_errors import DiskFullError, FileInUseError
from deskrisk.domain.freezing import freeze
from deskrisk.domain.model.brief import Stage, StageNote
from deskrisk.domain.model.ids import VersionId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import in_order, put
from deskrisk.gui.dialogs.export import ExportDialog
from deskrisk.gui.dialogs.freeze import FreezeDialog
from deskrisk.gui.dialogs.pack import TickList
from deskrisk.gui.dialogs.release import ReleaseDialog
from deskrisk.gui.stages.agree.booth import StanceBooth
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.choices import ChoiceField
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services import chosen_exports, exports
from deskrisk.services.meeting import Meeting
from deskrisk.services.samples import sample
from deskrisk.services.workshop_files import read_workshop_file
from deskrisk.viewmodels.exporting import ExportChoice
from deskrisk.viewmodels.versions import versions_view
from tests.builders import a_fear, a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, press
from tests.gui.windows import nameless
from tests.journeys.hands import answering, reach, write_to

K = Qt.Key
DAY = date(2025, 3, 11)
CTRL = Qt.KeyboardModifier.ControlModifier


def small() -> Workshop:
    return a_workshop(a_risk("r1"), a_participant("p1", name="Maren Holt", role="Lead"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def shown(
    qtbot: QtBot,
    window: QWidget,
    workshop: Workshop,
    choice: ExportChoice | None = None,
    **more: Any,
) -> ExportDialog:
    dialog = ExportDialog(window, workshop, choice or ExportChoice(), "", **more)
    dialog.resize(1000, 680)
    with qtbot.waitActive(dialog):
        dialog.show()
    settle(qtbot, dialog)
    return dialog


def settle(qtbot: QtBot, dialog: ExportDialog) -> None:
    qtbot.waitUntil(lambda: dialog.is_settled, timeout=30_000)


def said(dialog: ExportDialog) -> str:
    return found(dialog, QLabel, "export_message").text()


def inclusions(dialog: ExportDialog) -> dict[str, bool]:
    goes_in, rows = False, {}
    for row in found(dialog, RowList, "inclusion_list").rows():
        if row.heading:
            goes_in = row.key == "in"
        else:
            rows[str(row.key)] = goes_in
    return rows


def test_the_pages_follow_the_version_and_are_turned_by_keys(qtbot: QtBot, window: QWidget) -> None:
    dialog = shown(qtbot, window, sample())
    team = dialog.pages.count()
    assert team > 4
    assert dialog.place.text() == f"Page 1 of {team}"
    press(K.Key_PageDown)
    assert dialog.place.text() == f"Page 2 of {team}"
    press(K.Key_PageUp)
    press(K.Key_Left)  # to the summary
    assert dialog.choice.version is DocumentVersion.SUMMARY
    assert dialog.pages.count() == team  # the old pages stay until the new ones are there
    qtbot.waitUntil(lambda: dialog.pages.count() == 1, timeout=30_000)
    settle(qtbot, dialog)
    reach("pages_view")
    press(K.Key_Down)
    press(K.Key_End)
    assert dialog.pages.verticalScrollBar().value() == dialog.pages.verticalScrollBar().maximum()
    press(K.Key_Home)
    assert dialog.pages.verticalScrollBar().value() == 0
    dialog.close()


def test_the_list_says_what_stays_out(qtbot: QtBot, window: QWidget) -> None:
    noted = put(sample("hospital-ward"), StageNote(stage=Stage.NAME, private="For me"))
    dialog = shown(qtbot, window, noted)
    assert not inclusions(dialog)["unreleased_words"]
    assert dialog.choices.notes.isHidden()
    dialog.choices.version.choose(2)
    assert inclusions(dialog)["unreleased_words"]
    assert not inclusions(dialog)["private_notes"]
    dialog.choices.notes.click()
    assert inclusions(dialog)["private_notes"]
    dialog.choices.roles.click()
    assert not inclusions(dialog)["names"]
    dialog.choices.version.choose(1)
    assert not dialog.choice.options().private_notes
    settle(qtbot, dialog)
    dialog.close()


def test_it_is_saved_by_keys_and_can_be_opened(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    dialog = shown(qtbot, window, small())
    written: list[tuple[Path, ExportChoice]] = []
    dialog.written.connect(lambda path, choice: written.append((path, choice)))
    with answering(write_to(tmp_path / "out.pdf")):
        press(K.Key_Return, CTRL)
    settle(qtbot, dialog)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert written == [(tmp_path / "out.pdf", dialog.choice)]
    assert said(dialog) == f"It is written: {tmp_path / 'out.pdf'}"
    with qtbot.waitSignal(dialog.open_wanted) as asked:
        press(K.Key_Space)  # the focus is on "Open it"
    assert asked.args == [tmp_path / "out.pdf"]
    with qtbot.waitSignal(dialog.folder_wanted):
        found(dialog, QuietButton, "show_written").click()
    assert [each.name for each in tmp_path.iterdir()] == ["out.pdf"]
    dialog.close()


def test_the_ending_is_that_of_the_format(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    dialog = shown(qtbot, window, small(), ExportChoice(format="markdown"))
    assert "no pages" in found(dialog, QLabel, "preview_note").text()
    with answering(write_to(tmp_path / "out")):
        found(dialog, PrimaryButton, "export_save").click()
    settle(qtbot, dialog)
    assert (tmp_path / "out.md").read_text(encoding="utf-8").startswith("#")
    dialog.close()


def test_nothing_is_replaced_without_asking(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    there = tmp_path / "There.pdf"
    there.write_text("kept")
    dialog = shown(qtbot, window, small())

    def choose(asking: QWidget) -> None:
        assert isinstance(asking, QFileDialog)
        name = asking.findChild(QLineEdit)
        assert name is not None
        name.setText(str(there))
        asking.accept()

    with answering(choose, lambda question: QTest.keyClick(question, K.Key_Escape)) as asked:
        press(K.Key_Return, CTRL)
    assert asked == ["QFileDialog", "AskDialog"]
    assert there.read_text() == "kept"
    dialog.close()


@pytest.mark.parametrize(
    ("problem", "words"),
    [(DiskFullError, "disk is full"), (FileInUseError, "open in another program")],
)
def test_what_the_disk_refuses_is_said_and_the_dialog_stays(
    qtbot: QtBot,
    window: QWidget,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    problem: type[DiskFullError],
    words: str,
) -> None:
    def refuse(path: Path, _content: bytes) -> None:
        raise problem(str(path))

    dialog = shown(qtbot, window, small())
    with monkeypatch.context() as patched:
        patched.setattr(exports, "write_whole", refuse)
        dialog.write(tmp_path / "out.pdf")
        qtbot.waitUntil(lambda: words in said(dialog))
    settle(qtbot, dialog)
    assert found(dialog, PrimaryButton, "export_save").isEnabled()
    dialog.write(tmp_path / "gone" / "out.pdf")
    qtbot.waitUntil(lambda: "does not exist" in said(dialog))
    settle(qtbot, dialog)
    dialog.write(tmp_path / "out.pdf")
    settle(qtbot, dialog)
    assert (tmp_path / "out.pdf").exists()
    dialog.close()


def test_escape_stops_the_writing_first(
    qtbot: QtBot, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, begun = threading.Event(), threading.Event()
    usual = exports.export_workshop

    def slow(*args: Any, **more: Any) -> None:
        begun.set()
        goes_on.wait(10)
        usual(*args, **more)

    dialog = shown(qtbot, window, small())
    monkeypatch.setattr(chosen_exports, "export_workshop", slow)
    dialog.write(tmp_path / "out.pdf")
    assert begun.wait(10)
    assert not found(dialog, PrimaryButton, "export_save").isEnabled()
    press(K.Key_Escape)
    assert dialog.isVisible()
    assert said(dialog) == "Stopping …"
    goes_on.set()
    settle(qtbot, dialog)
    assert "as you wished" in said(dialog)
    assert list(tmp_path.iterdir()) == []
    QTest.keyClick(dialog, K.Key_Escape)
    assert not dialog.isVisible()


def test_closing_while_pages_are_made_leaves_nothing_behind(qtbot: QtBot, window: QWidget) -> None:
    dialog = ExportDialog(window, sample(), ExportChoice(), "")
    dialog.show()
    QTest.qWait(20)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    QTest.qWait(1500)


def test_scripts_that_cannot_be_printed_are_announced(qtbot: QtBot, window: QWidget) -> None:
    dialog = shown(qtbot, window, replace(small(), brief=replace(small().brief, purpose="한국어")))
    assert found(dialog, QLabel, "missing_scripts").text().startswith("Korean")
    dialog.close()


def test_a_frozen_version_is_exported_as_it_was(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    frozen = freeze(sample(), VersionId("v1"), date(2025, 3, 11))
    first = in_order(frozen.mitigations)[0]
    changed = put(frozen, replace(first, title="A quite different promise"))
    choice = ExportChoice(format="markdown")
    dialog = shown(qtbot, window, changed, choice)
    for index, name in ((0, "now.md"), (1, "then.md")):
        dialog.choices.frozen.setCurrentIndex(index)
        dialog.choices.frozen.activated.emit(index)
        dialog.write(tmp_path / name)
        settle(qtbot, dialog)
    now, then = ((tmp_path / name).read_text("utf-8") for name in ("now.md", "then.md"))
    assert "A quite different promise" in now
    assert "A quite different promise" not in then
    assert first.title in then
    dialog.close()


def test_a_version_whose_seal_is_broken_is_not_printed(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    frozen = freeze(sample(), VersionId("v1"), date(2025, 3, 11))
    version = frozen.versions[VersionId("v1")]
    broken = put(frozen, replace(version, snapshot=version.snapshot.replace("e", "a", 1)))
    dialog = shown(qtbot, window, broken)
    dialog.choices.frozen.setCurrentIndex(1)
    dialog.choices.frozen.activated.emit(1)
    assert "not as it was sealed" in said(dialog)
    settle(qtbot, dialog)
    dialog.write(tmp_path / "out.pdf")
    settle(qtbot, dialog)
    assert "not as it was sealed" in said(dialog)
    assert list(tmp_path.iterdir()) == []
    dialog.close()


def test_words_are_released_one_by_one_and_it_can_be_undone(qtbot: QtBot, window: QWidget) -> None:
    meeting = Meeting(sample())
    start = meeting.workshop
    dialog = shown(qtbot, window, start, meeting=meeting)
    assert "0 of 17" in found(dialog, QLabel, "released_words").text()

    def tick(release: QWidget) -> None:
        assert isinstance(release, ReleaseDialog)
        try:
            qtbot.waitUntil(release.isActiveWindow)
            rows = found(release, TickList, "release_list")
            pile = next(row.key for row in rows.rows() if not row.heading)
            fear = next(row.key for row in rows.rows() if row.fear)
            for key in (pile, fear):
                rows.show_current(key)
                QTest.keyClick(rows, K.Key_Space)
            QTest.keyClick(rows, K.Key_Z, CTRL)
            QTest.keyClick(rows, K.Key_Space)
        finally:
            release.accept()

    with answering(tick):
        reach("release_words")
        press(K.Key_Space)
    assert sum(each.released for each in meeting.workshop.fears.values()) == 1
    assert sum(each.released for each in meeting.workshop.clusters.values()) == 1
    assert "1 of 17" in found(dialog, QLabel, "released_words").text()
    assert inclusions(dialog)["released_words"]
    meeting.undo()
    meeting.undo()
    assert meeting.workshop == start
    settle(qtbot, dialog)
    dialog.close()


def test_a_logo_has_to_be_a_picture(
    qtbot: QtBot, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, picture = tmp_path / "logo.txt", tmp_path / "logo.png"
    text.write_text("no picture")
    found_picture = window.grab().save(str(picture))
    assert found_picture
    dialog = shown(qtbot, window, small())
    for path in (text, picture):
        monkeypatch.setattr("deskrisk.gui.dialogs.export.ask_picture", lambda _parent, p=path: p)
        found(dialog, QuietButton, "export_logo").click()
    assert dialog.choice.logo == str(picture)
    settle(qtbot, dialog)
    assert dialog.pages.count() > 0
    picture.unlink()
    dialog.choices.page.choose(1)
    assert dialog.choice.page is PageSize.LETTER
    settle(qtbot, dialog)
    assert "logo.png" in found(dialog, QLabel, "preview_note").text()
    assert QApplication.activeModalWidget() is None
    dialog.close()


def test_a_workshop_file_begins_with_everything_and_nothing_else_takes_that_over(
    qtbot: QtBot, window: QWidget, tmp_path: Path
) -> None:
    workshop = put(small(), StageNote(stage=Stage.RANK, private="mine"), a_fear("f1"))
    dialog = shown(qtbot, window, workshop, ExportChoice(roles_for_names=True))
    choices = dialog.choices
    pick(choices.format, "file")
    assert "whole workshop" in found(dialog, QLabel, "export_sentence").text()
    path = tmp_path / "a.deskrisk"
    dialog.write(path)
    settle(qtbot, dialog)
    assert read_workshop_file(path) == workshop
    choices.roles.click()
    assert "Only a part" in found(dialog, QLabel, "export_sentence").text()
    pick(choices.format, "pdf")
    assert dialog.choice.version is DocumentVersion.TEAM
    assert not dialog.choice.private_notes
    pick(choices.format, "docx")
    assert dialog.choice.version is DocumentVersion.TEAM
    settle(qtbot, dialog)


def pick(field: ChoiceField, key: str) -> None:
    field.show_value(key)
    field.activated.emit(field.currentIndex())


def test_every_control_has_a_name_and_a_role(qtbot: QtBot, window: QWidget) -> None:
    dialog = shown(qtbot, window, small())
    assert nameless(dialog) == []
    dialog.close()
    meeting = Meeting(sample())
    freezing = FreezeDialog(window, versions_view(freeze(sample(), VersionId("v1"), DAY)))
    releasing = ReleaseDialog(window, meeting)
    booth = StanceBooth(meeting, window)
    for each in (freezing, releasing, booth):
        each.show()
        assert nameless(each) == []
    freezing.close()
    releasing.close()
    booth.leave()
