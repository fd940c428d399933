"""The four ways of taking answers, by keys; and that nothing shows before all is shown."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import InputMode
from deskrisk.domain.model.ids import ParticipantId, RiskId
from deskrisk.domain.model.workshop import Workshop
from deskrisk.domain.parts import put
from deskrisk.domain.scores import Question
from deskrisk.domain.sheets import sheets_in, still_asked
from deskrisk.gui.stages.rank import files
from deskrisk.gui.stages.rank.collected import PassPart
from deskrisk.gui.stages.rank.confirm_strip import ConfirmStrip
from deskrisk.gui.stages.rank.page import RankPage
from deskrisk.gui.stages.rank.score_booth import ScoreBooth
from deskrisk.gui.stages.rank.score_grid import ScoreGrid
from deskrisk.gui.widgets.buttons import PrimaryButton, QuietButton
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.samples import sample
from deskrisk.services.sheets import write_table
from deskrisk.viewmodels.scenes import Scene
from tests.builders import a_participant, a_risk, a_workshop
from tests.gui.stages.opened import found, opened, press, write

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def a_room(people: int = 2, risks: int = 2, **fields: Any) -> Workshop:
    return a_workshop(
        *(a_participant(f"p{n}") for n in range(1, people + 1)),
        *(a_risk(f"r{n}") for n in range(1, risks + 1)),
        **fields,
    )


def a_booth(page: RankPage) -> ScoreBooth:
    part = page.answers.part
    assert isinstance(part, PassPart)
    assert part.booth is not None
    return part.booth


def open_booth(qtbot: QtBot, page: RankPage) -> ScoreBooth:
    found(page, PrimaryButton, "primary").click()
    booth = a_booth(page)
    qtbot.waitUntil(booth.isActiveWindow)
    return booth


def writer(booth: ScoreBooth) -> str | None:
    """Whose sheet is open."""
    return booth.who


def said(*roots: QWidget) -> str:
    """Every text, tooltip, accessible text and window title of some windows."""
    return "\n".join(text for root in roots for text in _texts(root))


def _texts(root: QWidget) -> Iterator[str]:
    for widget in (root, *root.findChildren(QWidget)):
        asked: list[Callable[[], str]] = [
            widget.toolTip,
            widget.statusTip,
            widget.whatsThis,
            widget.accessibleName,
            widget.accessibleDescription,
            widget.windowTitle,
        ]
        if isinstance(widget, QLabel | QLineEdit | QPushButton):
            asked.append(widget.text)
        if isinstance(widget, RowList):
            yield from (f"{row.title} {row.soft} {row.note}" for row in widget.rows())
        yield from (each() for each in asked)


def test_eight_people_and_twelve_risks_take_two_keys_an_answer_and_one_a_risk(
    qtbot: QtBot,
) -> None:
    page = opened(qtbot, RankPage, a_room(8, 12))
    keys = 0
    for _risk in range(12):
        write("3" * 8 + "2" * 8)
        press(K.Key_Return)
        keys += 17
    assert sheets_in(page.meeting.workshop).everybody
    assert keys <= 8 * 12 * 2 + 12 * 2


def test_one_sheet_of_paper_after_the_other_takes_two_keys_an_answer(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(8, 12, input_scores=InputMode.PAPER))
    for _person in range(8):
        write("42" * 11 + "0")
        press(K.Key_Return)
    assert sheets_in(page.meeting.workshop).everybody
    scores = page.meeting.workshop.scores
    assert scores["1/p8/r12"].abstain
    assert (scores["1/p3/r7"].likelihood, scores["1/p3/r7"].impact) == (4, 2)


def test_a_sheet_of_paper_is_keyed_in_across_its_rows(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(input_scores=InputMode.PAPER))
    grid = found(page, ScoreGrid, "sheet_grid")
    write("4")
    assert grid.in_hand == ("r1", Question.IMPACT)
    write("3")
    press(K.Key_Backspace)
    write("52")
    press(K.Key_Up)
    assert grid.in_hand == ("r1", Question.IMPACT)
    press(K.Key_PageDown)
    assert grid.in_hand == ("r1", Question.LIKELIHOOD)
    scores = page.meeting.workshop.scores
    assert (scores["1/p1/r1"].likelihood, scores["1/p1/r1"].impact) == (4, 5)
    assert found(page, RowList, "sheet_people").current_key() == "p2"


def test_what_is_shown_at_once_is_asked_for_once_more(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(1, 1))
    write("44")
    press(K.Key_R, CTRL)
    strip = found(page, ConfirmStrip, "reveal_strip")
    assert QApplication.focusWidget() is strip
    press(K.Key_Escape)
    assert page.meeting.workshop.progress.round_closed == 0
    press(K.Key_Return, CTRL)
    press(K.Key_Return, CTRL)
    assert page.meeting.workshop.progress.round_closed == 1


def test_the_anchors_of_a_risk_stand_beside_the_scale(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(1, 1))
    write("4")
    scale = page.answers.cards.scale
    assert "a part is down for an hour" in scale.accessibleDescription()
    assert not scale.grab().isNull()


def test_the_wall_shows_the_risk_behind_the_curtain(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(2, 2))
    page.put_on_wall()
    press(K.Key_PageDown)
    state = page.room.state
    assert (state.scene, state.subject, state.curtain) == (Scene.SCALES, "r2", True)
    page.room.raise_curtain()
    press(K.Key_PageUp)
    assert (page.room.state.subject, page.room.state.curtain) == ("r1", False)


def test_in_the_booth_somebody_answers_alone_and_seals(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(2, 3, input_scores=InputMode.PASS))
    booth = open_booth(qtbot, page)
    press(K.Key_Return)
    assert writer(booth) == "p1"
    for _risk in range(3):
        write("42")
    assert booth.complete()
    assert still_asked(page.meeting.workshop, ParticipantId("p1"))
    press(K.Key_Return)
    assert sheets_in(page.meeting.workshop).done == 1
    assert {each.likelihood for each in page.meeting.workshop.scores.values()} == {4}
    press(K.Key_Return)
    assert booth.turnout.text() == "1 of 2 in"
    people = found(booth, RowList, "booth_people")
    people.show_current("p1")
    press(K.Key_Return)
    assert writer(booth) is None
    assert "sealed" in booth.names_said.text()
    press(K.Key_Return, CTRL | SHIFT)
    assert found(page, QLabel, "turnout").text() == "1 of 2 in"
    part = page.answers.part
    assert isinstance(part, PassPart)
    assert part.booth is None


def test_each_sheet_in_the_booth_has_an_order_of_its_own(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(1, 12, input_scores=InputMode.PASS))
    part = page.answers.part
    assert isinstance(part, PassPart)
    orders = []
    for turned in (False, True):
        booth = ScoreBooth(
            page.meeting,
            1,
            lambda _risk: (),
            lambda _sheet: "",
            page,
            shuffle=list.reverse if turned else lambda _risks: None,
        )
        qtbot.addWidget(booth)
        booth.open_sheet("p1")
        orders.append(booth.title.text())
        booth.leave()
    assert orders == ["Risk r1", "Risk r12"]


def test_an_open_sheet_can_be_gone_back_in_and_left(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(1, 2, input_scores=InputMode.PASS))
    booth = open_booth(qtbot, page)
    press(K.Key_Return)
    write("0")
    press(K.Key_Backspace)
    write("421")
    press(K.Key_Backspace)
    press(K.Key_Backspace)
    write("333")
    assert booth.complete()
    press(K.Key_Return, CTRL | SHIFT)
    assert not page.answers.part.isHidden()
    assert writer(booth) == "p1"
    press(K.Key_Escape)
    assert writer(booth) == "p1"
    press(K.Key_Escape)
    assert writer(booth) is None
    assert page.meeting.workshop.scores == {}
    booth.end()


def test_a_booth_is_not_closed_by_accident(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(1, 1, input_scores=InputMode.PASS))
    booth = open_booth(qtbot, page)
    assert not booth.close()
    booth.end()


def test_sealed_answers_keep_their_way(qtbot: QtBot) -> None:
    page = opened(qtbot, RankPage, a_room(2, 1, input_scores=InputMode.PASS))
    booth = open_booth(qtbot, page)
    press(K.Key_Return)
    write("42")
    press(K.Key_Return)
    booth.end()
    page._input_chosen(InputMode.CARDS)
    assert page.meeting.workshop.brief.input_scores is InputMode.PASS
    assert "sealed" in found(page, QLabel, "message").text()


def test_a_table_is_written_filled_in_and_read(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, RankPage, a_room(2, 2, input_scores=InputMode.IMPORT))
    path = tmp_path / "answers.csv"
    monkeypatch.setattr(files, "ask_new_file", lambda *_asked: path)
    monkeypatch.setattr(files, "ask_table", lambda _page: path)
    found(page, QuietButton, "write_table").click()
    lines = path.read_text("utf-8-sig").splitlines()
    filled = [lines[0], *(line[:-1] + "4,2" for line in lines[1:])]
    path.write_text("\n".join([*filled[:-1], filled[-1][:-1] + "9"]), "utf-8")
    found(page, QuietButton, "read_table").click()
    assert page.meeting.workshop.scores == {}
    assert found(page, QLabel, "message").text().startswith("Line 5:")
    path.write_text("\n".join(filled), "utf-8")
    found(page, QuietButton, "read_table").click()
    assert sheets_in(page.meeting.workshop).everybody
    assert found(page, QLabel, "turnout").text() == "2 of 2 in"


def test_sheets_are_printed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = opened(qtbot, RankPage, a_room(2, 2, input_scores=InputMode.PAPER))
    path = tmp_path / "sheets.pdf"
    monkeypatch.setattr(files, "ask_new_file", lambda *_asked: path)
    found(page, QuietButton, "print_sheets").click()
    qtbot.waitUntil(lambda: "is written" in found(page, QLabel, "message").text())
    assert path.read_bytes().startswith(b"%PDF")


def played(
    qtbot: QtBot, mode: InputMode, level: str, path: Path, log: pytest.LogCaptureFixture
) -> str:
    """Everything that is said anywhere once somebody has answered with a level."""
    log.clear()
    page = opened(qtbot, RankPage, a_room(3, 2, input_scores=mode))
    page.put_on_wall()
    windows: list[QWidget] = [page]
    if mode is InputMode.CARDS:
        write(level * 3)
        press(K.Key_Up)
    elif mode is InputMode.PAPER:
        write(level * 4)
        press(K.Key_PageDown)
    elif mode is InputMode.PASS:
        booth = open_booth(qtbot, page)
        windows.append(booth)
        press(K.Key_Return)
        write(level * 4)
        press(K.Key_Return)
        press(K.Key_Return)
    else:
        write_table(page.meeting.workshop, path)
        rows = path.read_text("utf-8-sig").splitlines()
        mine = [row[:-1] + f"{level},{level}" for row in rows[1:3]]
        path.write_text("\n".join([rows[0], *mine]), "utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(files, "ask_table", lambda _page: path)
            found(page, QuietButton, "read_table").click()
    assert {each.likelihood for each in page.meeting.workshop.scores.values()} == {int(level)}
    view = page.room.view(page.meeting.workshop)
    assert not view.curtain  # the wall asks, and has no answer
    words = (said(*windows), view.spoken(), log.text, str(page.meeting.history[-1].args))
    if mode is InputMode.PASS:
        booth = a_booth(page)
        booth.end()
    page.close()
    return "\n".join(words)


@pytest.mark.parametrize("mode", list(InputMode))
def test_before_all_is_shown_nothing_said_anywhere_depends_on_an_answer(
    qtbot: QtBot, mode: InputMode, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    caplog.set_level(logging.DEBUG)
    path = tmp_path / "answers.csv"
    low, high = (played(qtbot, mode, level, path, caplog) for level in "25")
    assert low == high
    assert "1 of 3 in" in low or mode is InputMode.CARDS


def test_the_answers_of_the_sample_by_cards_are_the_sample(qtbot: QtBot) -> None:
    whole = sample()
    first = {key: each for key, each in whole.scores.items() if each.round == 1}
    blank = replace(whole, scores={}, progress=replace(whole.progress, round_closed=0))
    page = opened(qtbot, RankPage, blank)
    page.show_way("answers")
    page.answers.cards.grid.setFocus()
    people = [row.id for row in page.answers.cards._view.rows]
    for risk in list(whole.risks):
        scores = [first.get(f"1/{who}/{risk}") for who in people]
        keys = [str(each.likelihood) if each and not each.abstain else "0" for each in scores]
        bad = [str(each.impact) for each in scores if each and not each.abstain]
        page.answers.take_in_hand(RiskId(risk))
        QTest.keyClicks(page.answers.cards.grid, "".join((*keys, *bad)))
    assert dict(page.meeting.workshop.scores) == first


def test_who_is_away_is_passed_over_on_paper_too(qtbot: QtBot) -> None:
    room = put(a_room(2, 1, input_scores=InputMode.PAPER), a_participant("p1", present=False))
    page = opened(qtbot, RankPage, room)
    write("42")
    assert set(page.meeting.workshop.scores) == {"1/p2/r1"}
    assert sheets_in(page.meeting.workshop).everybody
