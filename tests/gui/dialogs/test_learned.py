"""What all workshops show together, in its window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.ids import WorkshopId
from deskrisk.gui.dialogs.learned import LearnedDialog
from deskrisk.gui.widgets.rows import RowList
from deskrisk.services.library import Library
from deskrisk.services.samples import sample
from tests.gui.stages.opened import found, press

K = Qt.Key


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The sample, and the same once more a quarter of a year later."""
    later = replace(sample().brief, held_on=date(2025, 6, 11), horizon=date(2025, 9, 30))
    with Library.open(tmp_path / "library.db") as made:
        made.add(sample())
        made.add(replace(sample(), id=WorkshopId("again"), brief=later))
        yield made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, library: Library, parent: QWidget) -> LearnedDialog:
    made = LearnedDialog(parent, library)
    with qtbot.waitExposed(made):
        made.open()
    qtbot.waitUntil(lambda: bool(made.points.rows()), timeout=10_000)
    return made


def words(dialog: LearnedDialog, name: str) -> str:
    return found(dialog, QLabel, name).text()


def test_what_keeps_coming_back_is_seen_first(dialog: LearnedDialog) -> None:
    rows = found(dialog, RowList, "themes_list").rows()
    assert len(rows) == len(sample().risks)
    assert {row.note for row in rows} == {"2 of 2 workshops"}
    assert words(dialog, "learned_said") == ""


def test_the_arrows_go_on_to_how_well_we_judge_and_to_one_project(dialog: LearnedDialog) -> None:
    dialog.views.setFocus()
    press(K.Key_Right)
    assert words(dialog, "learned_verdict").startswith("On average you said")
    assert words(dialog, "learned_judged_words") == "From the outcomes of 2 workshops."
    assert len(found(dialog, RowList, "learned_judged_list").rows()) == 22
    press(K.Key_Right)
    points = found(dialog, RowList, "learned_points").rows()
    assert [row.key for row in points] == ["again", sample().id]
    assert points[0].soft == "11\u00a0June 2025, 12 of 14 promises proven"


def test_enter_opens_a_workshop_of_the_series(qtbot: QtBot, dialog: LearnedDialog) -> None:
    dialog.views.setFocus()
    press(K.Key_Right, times=2)
    dialog.points.setFocus()
    with qtbot.waitSignal(dialog.workshop_wanted) as wanted:
        press(K.Key_Return)
    assert wanted.args == ["again"]


def test_escape_closes_it_while_it_reads(qtbot: QtBot, library: Library, parent: QWidget) -> None:
    dialog = LearnedDialog(parent, library)
    dialog.open()
    QTest.keyClick(dialog, K.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_an_empty_library_says_what_will_be_here(
    qtbot: QtBot, tmp_path: Path, parent: QWidget
) -> None:
    with Library.open(tmp_path / "empty.db") as library:
        dialog = LearnedDialog(parent, library)
        dialog.open()
        qtbot.waitUntil(lambda: not dialog.said.text(), timeout=10_000)
        assert words(dialog, "themes_words").startswith("From two workshops on")
        dialog.close()
