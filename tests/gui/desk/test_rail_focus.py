"""Tab leads to the stage that is open, and arrow keys from there to the others."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.gui.desk.rail import Rail
from deskrisk.viewmodels.rail import rail_view
from tests.builders import a_workshop


@pytest.fixture
def rail(qtbot: QtBot, tmp_path: Path) -> Rail:
    shown = Rail(rail_view(a_workshop()))
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def tabbed(rail: Rail) -> list[str]:
    """The names of what Tab leads to."""
    held = [each for each in rail.findChildren(QWidget) if each.focusPolicy() & TAB]
    return [each.objectName() for each in held]


TAB = Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("stage", Stage)
def test_tab_leads_to_the_stage_that_is_open(rail: Rail, stage: Stage) -> None:
    rail.show_current(stage)
    assert tabbed(rail) == [f"rail_{stage.value}"]


def test_arrows_lead_on_from_there(rail: Rail) -> None:
    went: list[object] = []
    rail.chosen.connect(went.append)
    rail.chosen.connect(rail.show_current)
    rail.show_current(Stage.RANK)
    button = rail.findChild(QWidget, "rail_rank")
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert (went, focused.objectName()) == ([Stage.RESPOND], "rail_respond")
    QTest.keyClick(focused, Qt.Key.Key_Up)
    assert went == [Stage.RESPOND, Stage.RANK]
    assert tabbed(rail) == ["rail_rank"]
