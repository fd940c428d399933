from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.gui.dialogs.ask import AskDialog, ask
from deskrisk.gui.dialogs.files import ask_export
from deskrisk.gui.dialogs.keys import KeysDialog
from deskrisk.gui.shortcuts import key_sections
from tests.gui.windows import nameless
from tests.nasty import NASTY, expected

CHOICES = (("keep", "Keep it"), ("both", "Keep both"), ("delete", "Delete it"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    found.show()
    return found


def soon(act: Callable[[QWidget], object]) -> None:
    """Do something with the dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(0, look)


@pytest.mark.parametrize("key", [key for key, _words in CHOICES])
def test_each_button_is_an_answer(window: QWidget, key: str) -> None:
    def press(dialog: QWidget) -> None:
        button = dialog.findChild(QPushButton, f"answer_{key}")
        assert button is not None
        button.click()

    soon(press)
    assert ask(window, "What now?", "", CHOICES) == key


def test_escape_is_the_harmless_answer_and_enter_the_main_one(window: QWidget) -> None:
    soon(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    assert ask(window, "What now?", "", CHOICES) == "keep"
    soon(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Return))
    assert ask(window, "What now?", "", CHOICES) == "delete"


def test_any_text_is_asked_as_text(qtbot: QtBot) -> None:
    for text in map(expected, NASTY):
        dialog = AskDialog(None, text, text, CHOICES)
        qtbot.addWidget(dialog)
        texts = [label.text() for label in dialog.findChildren(QLabel)]
        assert texts.count(text) == 2
        assert all(
            label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel)
        )
        assert dialog.sizeHint().width() < 900
        dialog.deleteLater()


def test_the_sheet_shows_and_says_every_key(qtbot: QtBot, window: QWidget) -> None:
    dialog = KeysDialog(window, key_sections())
    qtbot.addWidget(dialog)
    said = {label.text() for label in dialog.findChildren(QLabel)}
    for section in key_sections():
        assert section.title in said
        for words, keys in section.rows:
            assert {words, keys} <= said
            assert f"{words}: {keys}" in dialog.area.accessibleDescription()
    assert nameless(dialog) == []


def test_a_file_to_write_is_asked_for_and_never_replaced_in_silence(
    window: QWidget, tmp_path: Path
) -> None:
    there = tmp_path / "There.pdf"
    there.write_text("kept")

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert name is not None
        assert name.text() == "A_B title.pdf".replace("_", " ")
        name.setText("There")
        soon(lambda question: QTest.keyClick(question, Qt.Key.Key_Escape))
        dialog.accept()

    soon(choose)
    assert ask_export(window, "A/B title", str(tmp_path)) is None
    assert there.read_text() == "kept"


def test_a_new_file_gets_its_ending(window: QWidget, tmp_path: Path) -> None:
    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText("Fresh")
        dialog.accept()

    soon(choose)
    assert ask_export(window, "T", str(tmp_path)) == tmp_path / "Fresh.pdf"


def test_a_copy_is_proposed_as_the_whole_workshop(window: QWidget, tmp_path: Path) -> None:
    soon(lambda dialog: dialog.accept() if isinstance(dialog, QFileDialog) else None)
    assert ask_export(window, "T", str(tmp_path), "file") == tmp_path / "T.deskrisk"
