from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskrisk.gui.single import Doorbell, hand_over, meeting_point


def test_without_a_program_nothing_is_handed_over(tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "l.db", None, sample=False)


def test_a_second_start_hands_its_file_over(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    bell = Doorbell(parent, tmp_path / "l.db")
    file = tmp_path / "with spaces and ä.deskrisk"
    with qtbot.waitSignal(bell.rung) as rung:
        assert hand_over(tmp_path / "l.db", file, sample=False)
    assert rung.args == [file, False]
    with qtbot.waitSignal(bell.rung) as rung:
        assert hand_over(tmp_path / "l.db", None, sample=True)
    assert rung.args == [None, True]
    bell.close()


def test_other_libraries_have_other_programs(tmp_path: Path) -> None:
    parent = QObject()
    bell = Doorbell(parent, tmp_path / "one.db")
    assert not hand_over(tmp_path / "two.db", None, sample=False)
    bell.close()
    assert meeting_point(tmp_path / "one.db") != meeting_point(tmp_path / "two.db")


def test_the_name_tells_nothing_about_the_library(tmp_path: Path) -> None:
    assert "client" not in meeting_point(tmp_path / "client.db")
