"""Every control of every page by name, by keys alone, and never without a ring."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.stages import STAGES
from deskrisk.gui.desk.window import DeskWindow
from deskrisk.gui.dialogs.ask import AskDialog
from deskrisk.gui.dialogs.keys import KeysDialog
from deskrisk.gui.dialogs.register import RegisterDialog
from deskrisk.gui.palette.surface import Palette
from deskrisk.gui.program import Program
from deskrisk.gui.shortcuts import key_sections
from deskrisk.gui.widgets import announcing
from deskrisk.gui.widgets.page import StagePage
from deskrisk.services.brief import edit_brief
from deskrisk.services.fears import name_fear
from deskrisk.services.registers import read_register
from deskrisk.services.samples import sample
from tests.gui.walking import controls, faults, focused, stops, without_ring
from tests.gui.windows import desk_of, running
from tests.registers import FOLDER, PROJECT

STAGE = pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.value)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path, sample()) as found:
        yield found


@pytest.fixture
def desk(qtbot: QtBot, program: Program) -> DeskWindow:
    program.open_workshop(sample().id)
    return desk_of(qtbot, program)


def place(widget: QWidget, page: StagePage) -> QPoint:
    """Where a control is on its page when nothing is scrolled."""
    at, here = QPoint(0, 0), widget
    while here is not page:
        if here is page.message.parentWidget():  # the foot is below all that scrolls
            return at + QPoint(0, 100_000)
        parent = here.parentWidget()
        assert parent is not None
        area = parent.parentWidget()
        is_content = isinstance(area, QScrollArea) and area.widget() is here
        at += QPoint(0, 0) if is_content else here.pos()
        here = parent
    return at


@STAGE
def test_every_control_of_a_page_has_a_name_and_a_role(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)
    assert faults(desk) == []


def test_home_palette_and_dialogs_have_names_and_roles(qtbot: QtBot, program: Program) -> None:
    assert faults(program.home) == []
    program.open_workshop(sample().id)
    desk = desk_of(qtbot, program)
    desk.actions_by_key["help.palette"].trigger()
    palette = desk.findChild(Palette, "palette")
    assert isinstance(palette, Palette)
    assert controls(palette) == [palette.query]
    assert faults(palette) == []
    palette.leave()
    for dialog in (
        KeysDialog(desk, key_sections()),
        AskDialog(desk, "Sure?", "It goes.", (("keep", "Keep it"), ("go", "Let it go"))),
        RegisterDialog(desk, sample(), read_register(FOLDER / PROJECT), FOLDER / PROJECT),
    ):
        dialog.show()
        assert faults(dialog) == []
        dialog.close()
        dialog.deleteLater()


@STAGE
def test_tab_goes_through_a_page_as_one_reads(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)
    page = desk.pages.page()
    assert page is not None
    found = stops(focused())
    assert {each for each in controls(page) if each.isVisible()} <= {*found, page}
    entry = next(at for at, each in enumerate(found) if not page.isAncestorOf(each))
    on_page = [each for each in (*found[entry:], *found[:entry]) if page.isAncestorOf(each)]
    at = [place(each, page) for each in on_page]
    back = [
        f"{before.objectName()} {a.x()},{a.y()} to {after.objectName()} {b.x()},{b.y()}"
        for before, after, a, b in zip(on_page, on_page[1:], at, at[1:], strict=False)
        if b.y() < a.y() - 20 and b.x() < a.x() + 60
    ]
    assert back == []


@STAGE
def test_every_stop_shows_a_ring(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)
    assert without_ring(stops(focused())) == []


@STAGE
def test_a_change_from_elsewhere_leaves_the_focus_where_it_is(
    desk: DeskWindow, stage: Stage
) -> None:
    desk.pages.show_stage(stage)
    for number, each in enumerate(stops(focused())):
        each.setFocus(Qt.FocusReason.TabFocusReason)
        edit_brief(desk.meeting, organisation=f"House {number}")
        desk.meeting.undo()
        assert focused().isVisible(), each.objectName()
        assert focused() is each, each.objectName()


@STAGE
def test_the_focus_survives_undoing_what_made_its_field(desk: DeskWindow, stage: Stage) -> None:
    desk.pages.show_stage(stage)
    for _step in range(3):
        if desk.meeting.next_undo is not None:
            desk.actions_by_key["edit.undo"].trigger()
            assert desk.isAncestorOf(focused())
            assert focused().isVisible()


def test_results_are_announced(desk: DeskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def heard(event: object) -> None:
        said.append(event.message())  # type: ignore[attr-defined]  # an announcement

    class Listening:
        isActive = staticmethod(lambda: True)  # noqa: N815  Qt names it
        updateAccessibility = staticmethod(heard)  # noqa: N815  Qt names it

    monkeypatch.setattr(announcing, "QAccessible", Listening)
    desk.pages.show_stage(Stage.NAME)
    said.clear()
    name_fear(desk.meeting, "Nobody will answer the phone")
    assert said
    assert str(len(desk.meeting.workshop.fears)) in said[-1]
