"""From the read-back to a second version, by keys alone: objection, amendment, freezing, documents.

The room of the hospital has objected once and agreed in the second round; here it is asked a third
time, so that an objection is raised, answered by a changed promise, and withdrawn.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.freezing import agreed_in
from deskrisk.domain.freezing import freeze as freeze_agreed
from deskrisk.domain.model.brief import Stage
from deskrisk.domain.model.ids import VersionId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.signoff import SignOffResult, sign_off
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.dialogs.export import ExportDialog
from deskrisk.gui.program import Program
from deskrisk.gui.stages.agree.record import LineList
from deskrisk.services.samples import sample
from deskrisk.viewmodels.scenes import Scene
from tests.gui.windows import running
from tests.journeys.hands import (
    ALT,
    CTRL,
    NONE,
    SHIFT,
    K,
    answering,
    at,
    desk_in_front,
    enter,
    escape,
    export_by_keys,
    go_to_stage,
    press,
    primary,
    reach,
    seen,
    type_into,
    type_text,
    typed_in,
)


def opened(qtbot: QtBot, program: Program, workshop: Workshop) -> DeskWindow:
    program.open_workshop(workshop.id)
    desk = desk_in_front(qtbot, program)
    go_to_stage(desk, Stage.AGREE)
    return desk


def not_asked(workshop: Workshop) -> Workshop:
    """The sample before anybody was asked in its present round."""
    number = workshop.progress.sign_off_round
    kept = {key: each for key, each in workshop.stances.items() if each.round < number}
    return replace(workshop, stances=kept, reviews={}, review_entries={}, outcomes={})


def freeze(qtbot: QtBot, desk: DeskWindow, why: str = "") -> None:
    def answer(dialog: QWidget) -> None:
        try:
            qtbot.waitUntil(dialog.isActiveWindow)
            if why:
                assert at() == "freeze_why"
                type_text(why)
            press(K.Key_Return, CTRL)
        finally:
            dialog.close()

    with answering(answer):
        primary()
    desk_in_front_again(qtbot, desk)


def desk_in_front_again(qtbot: QtBot, desk: DeskWindow) -> None:
    desk.activateWindow()  # what a window manager does when a dialog closes
    qtbot.waitUntil(desk.isActiveWindow)


def text_of(path: Path) -> str:
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return text.replace("\N{NO-BREAK SPACE}", " ")


def said(desk: DeskWindow) -> str:
    return seen(desk, QLabel, "message").text()


def read_back_and_object(desk: DeskWindow) -> None:
    assert desk.show_of_room.state.scene is Scene.READ_BACK
    press(K.Key_PageDown, times=3)
    press(K.Key_PageUp)
    assert seen(desk, QLabel, "reading_place").text() == "6 of 11"  # begins at what was changed
    primary()  # ask
    assert at() == "stance_grid"
    type_text("4")
    type_text("1")
    assert at() == "reservation_field"
    type_text("Nobody knows who may stop the move")
    enter()
    assert at() == "item_field"
    press(K.Key_Down, times=5)
    enter()
    type_text("The last rehearsal a week earlier")
    enter()
    type_text("44544554")
    press(K.Key_0)  # somebody had to leave
    assert sign_off(typed_in(desk)).result is SignOffResult.OPEN_OBJECTION
    assert said(desk).startswith("One objection is open; Rosa Lindqvist may decide now")


def amend_and_ask_again(desk: DeskWindow) -> None:
    press(K.Key_G, ALT)  # go where it is changed
    assert desk.pages.stage() is Stage.RESPOND
    move_first_promise(desk, "2025-10-01")
    (line,) = seen(desk, LineList, "since_vote_lines").lines()
    assert ", due: 1\N{NO-BREAK SPACE}October 2025, was " in line
    before = typed_in(desk)
    primary()  # ask again: the change goes on record
    held = typed_in(desk)
    assert held.progress.sign_off_round == 3
    assert before.amendments.keys() < held.amendments.keys()
    assert max(held.amendments.values(), key=lambda each: each.sequence).change == line
    primary()
    type_text("54" + "4" * 9)
    assert said(desk).startswith("Adopted. 11 of 11")


def move_first_promise(desk: DeskWindow, day: str) -> None:
    go_to_stage(desk, Stage.RESPOND)
    reach("due_field")
    type_into("due_field", day)
    go_to_stage(desk, Stage.AGREE)


def write_all_three(qtbot: QtBot, desk: DeskWindow, folder: Path) -> None:
    export_by_keys(qtbot, folder / "team.pdf")
    desk_in_front_again(qtbot, desk)
    export_by_keys(qtbot, folder / "summary.pdf", lambda _dialog: press(K.Key_Left))
    desk_in_front_again(qtbot, desk)
    export_by_keys(qtbot, folder / "archive.pdf", lambda _dialog: press(K.Key_Right, NONE, 2))
    desk_in_front_again(qtbot, desk)
    assert "Confidential" in text_of(folder / "archive.pdf")
    assert "Confidential" not in text_of(folder / "team.pdf")
    assert len(PdfReader(folder / "summary.pdf").pages) == 1
    assert "1 October 2025" in text_of(folder / "team.pdf")


def second_version(qtbot: QtBot, desk: DeskWindow, folder: Path) -> None:
    move_first_promise(desk, "2025-10-08")
    assert seen(desk, QLabel, "versions_heading").text() == "1 change since version 1"
    freeze(qtbot, desk, "The rehearsal room was taken")
    versions = sorted(typed_in(desk).versions.values(), key=lambda each: each.number)
    assert [each.number for each in versions] == [1, 2]
    assert date(2025, 10, 1) in [m.due for m in agreed_in(versions[0]).mitigations.values()]
    export_by_keys(qtbot, folder / "two.pdf", to_team)
    desk_in_front_again(qtbot, desk)
    printed = " ".join(text_of(folder / "two.pdf").split())
    assert "The rehearsal room was taken" in printed
    assert "8 October 2025, was 1 October 2025" in printed


def test_an_objection_changes_the_document_and_a_later_change_makes_version_two(
    qtbot: QtBot, tmp_path: Path
) -> None:
    start = not_asked(sample("hospital-ward"))
    with running(qtbot, tmp_path, start) as program:
        desk = opened(qtbot, program, start)
        read_back_and_object(desk)
        amend_and_ask_again(desk)
        freeze(qtbot, desk)
        assert said(desk) == "Version 1 is frozen."
        write_all_three(qtbot, desk, tmp_path)
        assert program.settings.export_version == "archive"
        assert program.settings.export_folder == str(tmp_path)
        second_version(qtbot, desk, tmp_path)
        agreed, steps = typed_in(desk), len(desk.meeting.history)
        press(K.Key_Z, CTRL, times=steps)
        assert desk.meeting.workshop == start
        press(K.Key_Z, CTRL | SHIFT, times=steps)
        assert desk.meeting.workshop == agreed


def to_team(dialog: ExportDialog) -> None:
    assert dialog.choice.version.value == "archive"  # as the last time
    press(K.Key_Left)


def test_the_first_sample_is_signed_frozen_and_printed_again_by_one_key(
    qtbot: QtBot, tmp_path: Path
) -> None:
    start = not_asked(sample())
    with running(qtbot, tmp_path, start) as program:
        desk = opened(qtbot, program, start)
        primary()
        type_text("54454")
        type_text("3")
        type_text("Look at it again in May")
        reach("stance_grid")
        press(K.Key_Down)
        type_text("54")
        assert said(desk) == "Adopted, with one reservation. 8 of 8"
        freeze(qtbot, desk)
        export_by_keys(qtbot, tmp_path / "first.pdf", lambda _dialog: press(K.Key_Left))
        desk_in_front_again(qtbot, desk)
        assert "Look at it again in May" in text_of(tmp_path / "first.pdf")

        with answering(escape) as asked:
            press(K.Key_E, CTRL | SHIFT)
            qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
        (again,) = tmp_path.glob("*summary.pdf")
        assert text_of(again) == text_of(tmp_path / "first.pdf")


@pytest.mark.parametrize("name", ["question-suggestions", "hospital-ward"])
def test_reading_back_shows_every_page_and_never_half_a_vote(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    start = not_asked(sample(name))
    with running(qtbot, tmp_path, start) as program:
        desk = opened(qtbot, program, start)
        room = desk.show_of_room
        shown = []
        press(K.Key_F9, SHIFT, times=20)
        for _page in range(20):
            shown.append(desk.wall.room.view.spoken())
            press(K.Key_F9)
        assert len(dict.fromkeys(shown)) >= 10
        assert "safe enough to try?" in shown[-1]
        primary()
        type_text("1")
        view = room.view(desk.meeting.workshop)
        assert "object" not in view.spoken().lower()


def test_a_flipped_bit_in_what_was_agreed_is_told_on_opening(qtbot: QtBot, tmp_path: Path) -> None:
    frozen = freeze_agreed(sample(), VersionId("v1"), date(2025, 3, 11))
    version = frozen.versions[VersionId("v1")]
    flipped = version.snapshot.replace("Maren Holt", "Laren Holt")
    assert flipped != version.snapshot
    start = put(frozen, replace(version, snapshot=flipped))
    with running(qtbot, tmp_path, start) as program:
        program.open_workshop(start.id)
        desk = desk_in_front(qtbot, program)
        assert said(desk).startswith("Version 1 is not as it was sealed")


def test_a_workshop_of_the_list_is_exported_without_opening_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with running(qtbot, tmp_path, sample()) as program:
        program.home.activateWindow()
        qtbot.waitUntil(program.home.isActiveWindow)
        program.home.list.setFocus()
        press(K.Key_Home)

        def nothing_to_release(dialog: ExportDialog) -> None:
            assert dialog.choices.release.isHidden()
            assert dialog.choice.organisation == "AskHarbour (fictional)"

        export_by_keys(qtbot, tmp_path / "out.pdf", nothing_to_release)
        assert "Question suggestions" in text_of(tmp_path / "out.pdf")
        assert program.desk is None
