"""The gate, late fears and risks, the guide's cards and the time: on the real desk, by keys."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Preset, Stage
from deskrisk.domain.model.ids import WorkshopId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.notes import note_of
from deskrisk.gui.desk.timing import Timing
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.program import Program
from deskrisk.gui.stages.name.page import HEARING, NAMING
from deskrisk.gui.widgets.buttons import LinkButton
from deskrisk.services.aims import add_aims
from deskrisk.services.brief import edit_brief
from deskrisk.services.fears import name_fear
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_participant, a_workshop
from tests.gui.windows import desk_of, nameless, running

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    workshop = a_workshop(*(a_participant(f"p{n}") for n in (1, 2, 3)), id="1" * 32)
    with running(qtbot, tmp_path, workshop) as found:
        found.open_workshop(WorkshopId("1" * 32))
        yield found


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> DeskWindow:
    return desk_of(qtbot, program)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(focused(), key, held)


def type_in(text: str) -> None:
    QTest.keyClicks(focused(), text)


def held(desk: DeskWindow) -> Workshop:
    return desk.meeting.workshop


def on(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)


def words(desk: DeskWindow, name: str) -> str:
    bar = desk.foot_bar  # a page may have a bar of its own
    label = (bar if name.startswith("foot_") else desk).findChild(QLabel, name)
    assert label is not None
    return label.text()


def guide_step(desk: DeskWindow) -> str:
    return desk.guide.card.step if desk.guide.card is not None else ""


class TestGate:
    def test_the_primary_button_asks_why_and_enter_passes(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_Return, CTRL)
        assert desk.pages.stage() is Stage.PREPARE
        assert focused().objectName() == "foot_field"
        assert words(desk, "foot_words") == "Still open: at least two aims, 0 of 2."
        assert nameless(desk) == []
        type_in("They come later")
        press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.NAME
        assert note_of(held(desk), Stage.PREPARE).passed_because == "They come later"
        assert not desk.foot_bar.is_open
        assert desk.pages.isAncestorOf(focused())

    def test_escape_stays_where_one_was(self, desk: DeskWindow) -> None:
        before = focused()
        press(Qt.Key.Key_PageDown, ALT)
        type_in("x")
        press(Qt.Key.Key_Escape)
        assert desk.pages.stage() is Stage.PREPARE
        assert focused() is before
        assert not held(desk).stage_notes

    def test_an_empty_line_passes_after_a_second_enter(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_PageDown, ALT)
        press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.PREPARE
        assert "once more" in words(desk, "foot_words")
        press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.NAME
        assert note_of(held(desk), Stage.PREPARE).passed_because == "no reason given"

    def test_the_primary_key_answers_too(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_Return, CTRL)
        type_in("No time")
        press(Qt.Key.Key_Return, CTRL)
        assert desk.pages.stage() is Stage.NAME
        assert note_of(held(desk), Stage.PREPARE).passed_because == "No time"

    def test_the_rail_asks_and_leads_where_it_was_asked_to(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_4, CTRL | SHIFT)
        assert desk.pages.stage() is Stage.PREPARE
        assert desk.rail.findChild(QWidget, "rail_prepare").isChecked()  # type: ignore[union-attr]  # it is a button
        type_in("Only the scores")
        press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.RANK

    def test_going_back_never_asks(self, desk: DeskWindow) -> None:
        on(desk, Stage.RECAST)
        press(Qt.Key.Key_PageUp, ALT)
        assert desk.pages.stage() is Stage.NAME

    def test_it_asks_once_until_something_else_is_open(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_PageDown, ALT)
        type_in("Later")
        press(Qt.Key.Key_Return)
        on(desk, Stage.PREPARE)
        press(Qt.Key.Key_PageDown, ALT)
        assert desk.pages.stage() is Stage.NAME
        edit_brief(desk.meeting, horizon=held(desk).brief.held_on)
        on(desk, Stage.PREPARE)
        press(Qt.Key.Key_PageDown, ALT)
        assert desk.pages.stage() is Stage.PREPARE
        assert desk.foot_bar.field.text() == "Later"
        press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.NAME

    def test_a_stage_that_is_done_lets_pass(self, desk: DeskWindow) -> None:
        add_aims(desk.meeting, "Ship in June\nKeep the site up")
        press(Qt.Key.Key_Return, CTRL)
        assert desk.pages.stage() is Stage.NAME

    def test_a_reason_can_be_undone(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_PageDown, ALT)
        type_in("Later")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Z, CTRL)
        assert not held(desk).stage_notes


class TestLate:
    @pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.value)
    def test_a_fear_from_every_stage(self, desk: DeskWindow, stage: Stage) -> None:
        on(desk, stage)
        before = focused()
        press(Qt.Key.Key_F, CTRL | SHIFT)
        type_in("Nobody listens")
        press(Qt.Key.Key_Return)
        assert [fear.text for fear in held(desk).fears.values()] == ["Nobody listens"]
        assert desk.foot_bar.field.text() == ""
        assert words(desk, "foot_words") == "Added, 1 fear now. It waits at Name."
        press(Qt.Key.Key_Escape)
        assert desk.pages.stage() is stage
        assert focused() is before or not before.isVisible()
        assert desk.isAncestorOf(focused())

    def test_risks_one_after_the_other(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_R, CTRL | SHIFT)
        for text in ("The key leaks", "The vendor quits"):
            type_in(text)
            press(Qt.Key.Key_Return)
        events = sorted(risk.event for risk in held(desk).risks.values())
        assert events == ["The key leaks", "The vendor quits"]
        assert words(desk, "foot_words").startswith("Added as R2.")

    def test_an_empty_line_adds_nothing(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_F, CTRL | SHIFT)
        type_in("   ")
        press(Qt.Key.Key_Return)
        assert not held(desk).fears

    def test_another_question_takes_the_place_of_the_first(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_PageDown, ALT)  # the gate asks
        press(Qt.Key.Key_F, CTRL | SHIFT)
        type_in("Late")
        press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.PREPARE
        assert len(held(desk).fears) == 1
        press(Qt.Key.Key_PageDown, ALT)
        assert words(desk, "foot_words").startswith("Still open")

    def test_it_covers_the_foot_alone(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_F, CTRL | SHIFT)
        bar = desk.foot_bar
        assert bar.geometry().bottom() == desk.pages.rect().bottom()
        assert bar.width() == desk.pages.width()
        desk.resize(1000, 700)
        assert bar.width() == desk.pages.width()


class TestGuide:
    def test_keys_step_through_what_is_read_out(self, desk: DeskWindow) -> None:
        on(desk, Stage.NAME)
        assert words(desk, "guide_place") == "1 of 3"
        press(Qt.Key.Key_F3)
        assert words(desk, "read_out").startswith("“Now stay with yourself.")
        press(Qt.Key.Key_F3, SHIFT)
        press(Qt.Key.Key_F3, SHIFT)
        assert words(desk, "guide_place") == "1 of 3"

    def test_it_ends_at_the_last_and_keeps_its_place(self, desk: DeskWindow) -> None:
        on(desk, Stage.NAME)
        for _ in range(9):
            press(Qt.Key.Key_F3)
        card = desk.guide.card
        assert card is not None
        assert (card.step, card.later) == ("hear_and_group", "")
        on(desk, Stage.PREPARE)
        on(desk, Stage.NAME)
        assert desk.guide.card == card

    def test_words_follow_the_brief(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_F3)
        edit_brief(desk.meeting, project="Harbour")
        assert "hurt Harbour before" in words(desk, "read_out")

    def test_guide_and_wall_show_the_same_prompt(self, desk: DeskWindow) -> None:
        on(desk, Stage.NAME)
        show = desk.show_of_room
        show.show(Scene.PROMPT, "0")
        press(Qt.Key.Key_F3)
        assert show.state.subject == "1"
        button = desk.findChild(LinkButton, "next_prompt")
        assert isinstance(button, LinkButton)
        assert button.words() == "Prompt 2 of 3"
        show.show(Scene.PROMPT, "2")
        assert button.words() == "Prompt 3 of 3"
        assert words(desk, "guide_place") == "3 of 3"
        press(Qt.Key.Key_F3)  # on to hearing them: the wall stays
        assert show.state.subject == "2"

    def test_guide_and_time_follow_from_naming_to_hearing(self, desk: DeskWindow) -> None:
        name_fear(desk.meeting, "We are late")
        on(desk, Stage.NAME)
        assert (guide_step(desk), desk.timing.timer.step) == (NAMING, NAMING)
        press(Qt.Key.Key_Return, CTRL)
        assert (guide_step(desk), desk.timing.timer.step) == (HEARING, HEARING)
        assert words(desk, "read_out").startswith("“I will read all of them")
        press(Qt.Key.Key_1, CTRL)
        assert guide_step(desk) == NAMING
        assert desk.timing.timer.step == HEARING, "time goes on, it does not begin again"


class TestTime:
    def test_it_starts_when_a_stage_is_first_opened(self, desk: DeskWindow) -> None:
        assert desk.timing.clock.words() == "7:00 not started"
        on(desk, Stage.NAME)
        assert desk.timing.timer.step == "name_fears"
        assert desk.timing.clock.words() == "8:00 left of 8"
        assert desk.timing.clock.isVisible()

    def test_looking_back_leaves_it_alone(self, desk: DeskWindow) -> None:
        on(desk, Stage.RECAST)
        on(desk, Stage.NAME)
        assert desk.timing.timer.step == "recast"

    def test_the_opening_begins_by_key_or_with_the_guide(self, desk: DeskWindow) -> None:
        press(Qt.Key.Key_F7)
        assert (desk.timing.timer.step, desk.timing.timer.running) == ("open", True)
        press(Qt.Key.Key_F7)
        assert not desk.timing.timer.running
        on(desk, Stage.NAME)
        for _ in range(3):
            press(Qt.Key.Key_F3)
        assert desk.timing.timer.step == "hear_and_group"

    def test_space_on_the_time_pauses_it(self, desk: DeskWindow) -> None:
        on(desk, Stage.NAME)
        desk.timing.clock.setFocus()
        press(Qt.Key.Key_Space)
        assert not desk.timing.timer.running
        assert "paused" in desk.timing.clock.accessibleName()

    def test_three_minutes_from_the_next_step(self, desk: DeskWindow) -> None:
        on(desk, Stage.NAME)
        press(Qt.Key.Key_F8)
        assert desk.timing.clock.words() == "11:00 left of 11"
        page = desk.pages.page()
        assert page is not None
        assert "3 minutes taken" in page.message.text()

    def test_the_preset_decides(self, desk: DeskWindow) -> None:
        on(desk, Stage.NAME)
        edit_brief(desk.meeting, preset=Preset.EXPRESS_60)
        assert desk.timing.clock.words() == "5:00 left of 5"

    def test_a_stage_without_a_time_box_pauses_it(self, desk: DeskWindow) -> None:
        on(desk, Stage.AGREE)
        on(desk, Stage.FOLLOW_UP)
        assert not desk.timing.timer.running

    def test_amber_over_and_the_wall(self, qtbot: QtBot) -> None:
        moment = [0.0]
        workshop = a_workshop()
        timing = Timing(QApplication.instance(), workshop, now=lambda: moment[0])  # type: ignore[arg-type]  # there is one
        qtbot.addWidget(timing.clock)
        assert timing.time_left(0.0) is None
        timing.open_stage(Stage.RECAST)
        moment[0] = 18 * 60.0
        timing.show_time()
        assert timing.clock.words() == "4:00 left of 22, nearly over"
        moment[0] = 24 * 60.0 + 10
        timing.show_time()
        assert timing.clock.words() == "over by 2:10 of 22"
        left = timing.time_left(moment[0])
        assert left is not None
        assert (left.seconds, left.amber) == (-130, True)
        timing.show_workshop(replace(workshop))
        timing.toggle()
        assert timing.time_left(moment[0]) is None
        timing.deleteLater()
