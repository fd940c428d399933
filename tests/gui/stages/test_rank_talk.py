"""The talk about one risk, and the second round in every way of answering."""

from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import RiskId
from deskrisk.domain.sheets import asked, sheets_in
from deskrisk.domain.talks import notes_of
from deskrisk.gui.stages.rank import files
from deskrisk.gui.stages.rank.collected import PassPart
from deskrisk.gui.stages.rank.dot_list import DotList
from deskrisk.gui.stages.rank.order_list import OrderList
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.sheets import write_table
from deskrisk.viewmodels.scenes import Scene
from tests.gui.stages.opened import found, opened, press, write
from tests.gui.stages.split_rooms import a_split_room, label, primary
from tests.nasty import NASTY, expected

K = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_the_talk_asks_both_ends_notes_and_goes_back(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_Return)
    assert label(page, "talk_title") == "Risk r1"
    assert label(page, "talk_heading") == "Risk 1, talk 1 of 3"
    assert "the high end?" in label(page, "talk_ask")
    assert "the low end?" in label(page, "talk_ask")
    assert (page.room.state.scene, page.room.state.subject) == (Scene.SPREAD, "r1")
    write("The disk is old")
    press(K.Key_Return)
    write("Somebody has seen it fail")
    press(K.Key_Return)
    notes = notes_of(page.meeting.workshop, RiskId("r1"))
    assert [note.text for note in notes] == ["The disk is old", "Somebody has seen it fail"]
    press(K.Key_PageDown)
    assert label(page, "talk_title") == "Risk r2"
    press(K.Key_PageUp)
    assert [row.title for row in found(page, RowList, "talk_notes").rows()] == [
        "The disk is old",
        "Somebody has seen it fail",
    ]
    press(K.Key_Escape)
    dots = found(page, DotList, "dot_list")
    assert (dots.current(), dots.rows()[0].talked) == ("r1", True)
    assert label(page, "message") == "1 of 3 talked about, three minutes each."


def test_a_note_is_changed_and_removed_by_keys(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_Return)
    write("The disc")
    press(K.Key_Return)
    press(K.Key_Tab)
    notes = found(page, RowList, "talk_notes")
    assert QApplication.focusWidget() is notes
    press(K.Key_Return)
    field = found(page, QLineEdit, "talk_field")
    assert (QApplication.focusWidget(), field.text()) == (field, "The disc")
    press(K.Key_Backspace)
    write("k")
    press(K.Key_Return)
    assert [row.title for row in notes.rows()] == ["The disk"]
    press(K.Key_Tab)
    press(K.Key_Delete)
    assert notes_of(page.meeting.workshop, RiskId("r1")) == ()
    page.meeting.undo()
    assert [row.title for row in notes.rows()] == ["The disk"]


def test_after_five_notes_there_is_no_field_for_a_sixth(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_Return)
    for number in range(5):
        write(f"Heard {number}")
        press(K.Key_Return)
    assert not page.difference.talk.field.isVisibleTo(page)
    assert QApplication.focusWidget() is found(page, RowList, "talk_notes")


def test_three_minutes_run_with_the_talk_and_on_the_wall(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    before = page.room.clock
    press(K.Key_Return)
    left = page.room.clock(monotonic())
    assert left is not None
    assert 170 < left.seconds <= 180
    assert label(page, "talk_clock").endswith("of 3:00")
    press(K.Key_P, ALT)
    assert label(page, "talk_clock").endswith("paused")
    assert page.room.clock(monotonic()) is None
    press(K.Key_P, ALT)
    press(K.Key_PageDown)
    assert page.difference.talk.clock.timer.step == "r2"
    press(K.Key_Escape)
    assert page.room.clock == before
    assert not page.difference.talk.clock.timer.running


def test_when_the_three_minutes_are_over_it_is_said_once(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    clock = page.difference.talk.clock
    now = [0.0]
    clock._now = lambda: now[0]
    press(K.Key_Return)
    now[0] = 181.0
    with qtbot.waitSignal(clock.over):
        clock.show_time()
    assert "Three minutes are over" in label(page, "message")
    page.say("")
    clock.show_time()
    assert label(page, "message") == ""


def test_by_cards_each_risk_is_asked_again_after_its_talk(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room(input_scores=InputMode.CARDS))
    for number in range(1, 4):
        if number == 1:
            press(K.Key_Return)
        assert label(page, "talk_title") == f"Risk r{number}"
        press(K.Key_Return, CTRL)
        grid = found(page, ScoreGrid, "score_grid")
        assert QApplication.focusWidget() is grid
        assert label(page, "risk_title") == f"Risk r{number}"
        assert page.room.state.scene is Scene.SCALES
        cells = [cell for row in page.answers.cards._view.rows for cell in (row.likelihood,)]
        assert all(cell.text == "" for cell in cells)
        write("3" * 8)
        assert asked(page.meeting.workshop, 2) == tuple(f"r{n}" for n in range(1, number + 1))
        if number < 3:
            assert primary(page) == "Talk about the next risk"
            press(K.Key_Return)
    assert primary(page) == "Close round 2 ..."
    assert page.order.why_hidden() == "First the answers, then the order."
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    assert page.meeting.workshop.progress.round_closed == 2
    rows = found(page, DotList, "dot_list").rows()
    assert all(row.moved.startswith("4 of 4 gave another answer") for row in rows)
    assert all(row.before for row in rows)
    assert primary(page) == "See the order"
    press(K.Key_Return)
    assert not page.difference.talk.clock.isVisibleTo(page)
    assert primary(page) == "Next risk"
    press(K.Key_Escape)
    press(K.Key_Return, CTRL)
    assert QApplication.focusWidget() is found(page, OrderList, "order_list")


@pytest.mark.parametrize("mode", [InputMode.PAPER, InputMode.PASS, InputMode.IMPORT])
def test_in_the_other_ways_all_are_talked_about_and_then_asked_together(
    qtbot: QtBot, mode: InputMode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, RankPage, a_split_room(4, 3, input_scores=mode))
    press(K.Key_Return)
    for number in (1, 2):
        assert primary(page) == "Talked about, next risk"
        press(K.Key_Return, CTRL)
        assert label(page, "talk_title") == f"Risk r{number + 1}"
    assert primary(page) == "Everybody answers once more"
    press(K.Key_Return, CTRL)
    assert page.answers.round == 2
    answer_again(qtbot, page, mode, tmp_path, monkeypatch)
    assert sheets_in(page.meeting.workshop, 2).everybody
    second = [each for each in page.meeting.workshop.scores.values() if each.round == 2]
    assert {(each.likelihood, each.impact) for each in second} == {(4, 4)}
    press(K.Key_Return, CTRL)
    press(K.Key_Return)
    assert page.meeting.workshop.progress.round_closed == 2
    assert page.bar.ways.value() == "difference"


def answer_again(
    qtbot: QtBot,
    page: RankPage,
    mode: InputMode,
    folder: Path,
    patch: pytest.MonkeyPatch,
) -> None:
    """Everybody answers four and four for all three risks."""
    if mode is InputMode.PAPER:
        for _person in range(4):
            write("44" * 3)
            press(K.Key_Return)
    elif mode is InputMode.PASS:
        part = page.answers.part
        assert isinstance(part, PassPart)
        found(page, PrimaryButton, "primary").click()
        booth = part.booth
        assert booth is not None
        qtbot.waitUntil(booth.isActiveWindow)
        for _person in range(4):
            press(K.Key_Return)
            write("44" * 3)
            press(K.Key_Return)
            press(K.Key_Return)
        booth.end()
        qtbot.waitUntil(page.isActiveWindow)
    else:
        path = folder / "again.csv"
        write_table(page.meeting.workshop, path, round_=2)
        rows = path.read_text("utf-8-sig").splitlines()
        assert len(rows) == 1 + 4 * 3
        path.write_text("\n".join([rows[0], *(row[:-1] + "4,4" for row in rows[1:])]), "utf-8")
        patch.setattr(files, "ask_table", lambda _page: path)
        found(page, PrimaryButton, "primary").click()


def test_a_second_round_that_was_begun_is_in_hand_when_the_page_is_opened_again(
    qtbot: QtBot,
) -> None:
    page = opened(qtbot, RankPage, a_split_room(risks=1))
    press(K.Key_R, CTRL)
    assert label(page, "message") == "This round is closed already."
    press(K.Key_Return)
    press(K.Key_Return, CTRL)
    write("3" * 8)
    later = opened(qtbot, RankPage, page.meeting.workshop)
    assert later.answers.round == 2
    press(K.Key_R, CTRL)
    press(K.Key_Return)
    assert later.meeting.workshop.progress.round_closed == 2
    press(K.Key_R, CTRL)
    assert label(later, "message") == "This round is closed already."


def test_whoever_is_led_to_a_risk_that_waits_for_its_talk_is_led_to_the_talk(
    qtbot: QtBot,
) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    page.show_way("order")
    page.take_in_hand("r2")
    assert label(page, "talk_title") == "Risk r2"
    write("Heard")
    press(K.Key_Return)
    page.show_way("order")
    page.take_in_hand("r2")
    assert page.order.list.current() == "r2"


def test_a_second_round_without_a_talk_leads_to_one(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    page.ask_again(None)
    assert label(page, "risk_title") == "Nothing is asked again yet"
    assert primary(page) == "Talk about a risk"
    page.press_primary()
    assert label(page, "talk_title") == "Risk r1"


def test_while_somebody_is_missing_the_talks_can_go_on(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_Return)
    press(K.Key_Return, CTRL)
    write("33")
    aside = found(page, LinkButton, "rank_aside")
    assert (aside.words(), primary(page)) == ("Talk about the next risk", "Close round 2 ...")
    aside.click()
    assert label(page, "talk_title") == "Risk r2"


def test_a_talk_without_a_note_says_so_and_is_asked_again(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_Return)
    press(K.Key_Return, CTRL)
    (note,) = notes_of(page.meeting.workshop, RiskId("r1"))
    assert note.text == "We talked about it; nothing was noted."


def test_the_second_round_has_no_key_before_a_talk(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_A, ALT)
    assert label(page, "message").startswith("Talk about a risk first")
    press(K.Key_K, ALT)
    assert label(page, "talk_title") == "Risk r1"
    write("Heard")
    press(K.Key_Return)
    press(K.Key_F, ALT)
    assert QApplication.focusWidget() is found(page, DotList, "dot_list")
    press(K.Key_A, ALT)
    assert page.answers.round == 2
    assert label(page, "risk_title") == "Risk r1"
    press(K.Key_O, ALT)
    assert QApplication.focusWidget() is found(page, OrderList, "order_list")


def test_opening_the_first_round_again_takes_the_talk_away(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_split_room())
    press(K.Key_Return)
    page.meeting.step(
        "round.reopen", lambda w: replace(w, progress=replace(w.progress, round_closed=0))
    )
    assert not page.difference.talk.isVisibleTo(page)
    assert label(page, "spread_hidden").startswith("Everybody has answered.")
    assert primary(page) == "Back to the answers"
    found(page, PrimaryButton, "primary").click()
    assert page.bar.ways.value() == "answers"


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_noted_comes_back_as_it_was_typed(qtbot: QtBot, text: str) -> None:
    page = opened(qtbot, RankPage, a_split_room(risks=1))
    press(K.Key_Return)
    field = found(page, QLineEdit, "talk_field")
    field.insert(text)
    typed = field.text().strip()
    press(K.Key_Return)
    heard = [note.text for note in notes_of(page.meeting.workshop, RiskId("r1"))]
    assert heard == ([expected(typed)] if typed else [])
    assert not page.grab().isNull()


def test_tab_goes_through_the_talk_as_one_reads(qtbot: QtBot) -> None:
    opened(qtbot, RankPage, a_split_room(risks=1))
    press(K.Key_Return)
    write("Heard")
    press(K.Key_Return)
    names = []
    for _step in range(4):
        press(K.Key_Tab)
        held = QApplication.focusWidget()
        assert held is not None
        names.append(held.objectName())
    assert names[:3] == ["talk_notes", "rank_aside", "primary"]
