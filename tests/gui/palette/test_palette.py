from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.parts import in_order
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.palette.surface import Palette
from deskrisk.gui.program import Program
from deskrisk.services.samples import sample
from tests.gui.windows import desk_of, nameless, running

Ctrl = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, sample()) as found:
        found.open_workshop(sample().id)
        yield found


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> DeskWindow:
    found = desk_of(qtbot, program)
    found.pages.show_stage(Stage.RESPOND)
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def palette_of(window: QMainWindow) -> Palette:
    found = window.findChild(Palette, "palette")
    assert isinstance(found, Palette)
    return found


def opened(window: QMainWindow) -> Palette:
    QTest.keyClick(focused(), Qt.Key.Key_K, Ctrl)
    palette = palette_of(window)
    assert palette.isVisible()
    assert focused() is palette.query
    return palette


def typed(palette: Palette, text: str) -> list[str]:
    palette.query.clear()
    QTest.keyClicks(palette.query, text)
    return [str(row.key) for row in palette.list.rows()]


def test_escape_gives_the_focus_back(desk: DeskWindow) -> None:
    before = focused()
    palette = opened(desk)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert focused() is before
    for key, held in ((Qt.Key.Key_K, Ctrl), (Qt.Key.Key_P, Ctrl | Shift)):
        QTest.keyClick(focused(), key, held)
        assert palette.isVisible()
        QTest.keyClick(focused(), key, held)
        assert not palette.isVisible()
        assert focused() is before


def test_enter_does_what_is_chosen_and_remembers_it(desk: DeskWindow, program: Program) -> None:
    palette = opened(desk)
    assert typed(palette, "theme dark")[0] == "view.theme.dark"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert program.settings.theme == "dark"
    assert program.settings.recent_actions == ("view.theme.dark",)
    opened(desk)
    assert palette.list.rows()[0].key == "view.theme.dark"


def test_actions_of_the_page_come_first_and_work(desk: DeskWindow) -> None:
    promises = len(desk.meeting.workshop.mitigations)
    palette = opened(desk)
    assert [row.key for row in palette.list.rows()][:2] == ["page.primary", "respond.add"]
    typed(palette, "another promise")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert len(desk.meeting.workshop.mitigations) == promises + 1


def test_arrows_walk_the_list_and_go_round(desk: DeskWindow) -> None:
    palette = opened(desk)
    keys = [row.key for row in palette.list.rows()]
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert palette.list.current_key() == keys[1]
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert palette.list.current_key() == keys[-1]
    QTest.keyClick(focused(), Qt.Key.Key_PageUp)
    assert palette.list.current_key() == keys[-9]
    assert focused() is palette.query


@pytest.mark.parametrize("here", [Stage.RECAST, Stage.RANK, Stage.RESPOND, Stage.FOLLOW_UP])
def test_risks_are_gone_to_by_title(desk: DeskWindow, here: Stage) -> None:
    desk.pages.show_stage(here)
    risk = in_order(desk.meeting.workshop.risks, by="number")[3]
    palette = opened(desk)
    found = typed(palette, f"go to risk {risk.title}".encode("ascii", "ignore").decode())
    assert found[0] == f"risk:{risk.id}"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert desk.pages.stage() is here
    page = desk.pages.page()
    assert page is not None
    if here is Stage.RANK:
        held = page.order.list.current()  # type: ignore[attr-defined]
    else:
        held = vars(page).get("risk") or vars(page).get("_risk")
    assert held == risk.id
    assert page.isAncestorOf(focused())


def test_people_are_gone_to_by_name(desk: DeskWindow) -> None:
    person = in_order(desk.meeting.workshop.participants)[2]
    palette = opened(desk)
    typed(palette, person.name.encode("ascii", "ignore").decode())
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert desk.pages.stage() is Stage.PREPARE
    assert focused().text() == person.name  # type: ignore[attr-defined]  # a field


def test_what_cannot_be_done_says_why_and_is_not_done(desk: DeskWindow) -> None:
    palette = opened(desk)
    typed(palette, "redo")
    row = next(row for row in palette.list.rows() if row.key == "edit.redo")
    assert row.quiet
    assert row.soft == "Nothing was taken back."
    typed(palette, "paste")
    palette.list.show_current("edit.paste")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_copy_works_on_what_had_the_focus(desk: DeskWindow) -> None:
    desk.pages.show_stage(Stage.PREPARE)
    field = desk.pages.page().parts.title  # type: ignore[union-attr]  # the page Prepare
    field.setFocus()
    palette = opened(desk)
    typed(palette, "select all")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is field
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == field.text()


def test_nothing_that_answers_is_said(desk: DeskWindow) -> None:
    palette = opened(desk)
    assert typed(palette, "zzzzz") == []
    assert palette.nothing.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_no_fear_is_ever_offered(desk: DeskWindow) -> None:
    palette = opened(desk)
    shown = {row.title for row in palette.list.rows()}
    for fear in desk.meeting.workshop.fears.values():
        typed(palette, fear.text[:30].encode("ascii", "ignore").decode())
        shown |= {row.title for row in palette.list.rows()}
    assert not shown & {fear.text for fear in desk.meeting.workshop.fears.values()}


def test_a_click_beside_it_leaves_it_and_tab_stays(desk: DeskWindow) -> None:
    palette = opened(desk)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is palette.query
    QTest.mouseClick(palette, Qt.MouseButton.LeftButton, pos=palette.rect().bottomRight())
    assert not palette.isVisible()


def test_the_focus_may_go_elsewhere_and_stays_there(desk: DeskWindow) -> None:
    palette = opened(desk)
    desk.guide.notes.setFocus()
    assert not palette.isVisible()
    assert focused() is desk.guide.notes


def test_it_has_names_and_follows_the_window(desk: DeskWindow, qtbot: QtBot) -> None:
    palette = opened(desk)
    assert nameless(palette) == []
    desk.resize(1100, 700)
    qtbot.waitUntil(lambda: palette.size() == desk.size())


def test_home_opens_workshops_by_title(qtbot: QtBot, program: Program) -> None:
    program.back_home()
    program.home.activateWindow()
    qtbot.waitUntil(program.home.isActiveWindow)
    palette = opened(program.home)
    rows = {str(row.key): row for row in palette.list.rows()}
    assert "edit.undo" not in rows
    typed(palette, sample().brief.title.encode("ascii", "ignore").decode())
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert program.desk is not None
    assert program.desk.meeting.workshop.id == sample().id
    assert program.settings.recent_actions == ()
