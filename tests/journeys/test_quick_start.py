"""A title, three names, Enter: a workshop is open in under a minute of typing."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.domain.model.brief import Stage
from deskrisk.domain.parts import in_order
from deskrisk.viewmodels.method_note import method_note
from tests.gui.windows import desk_of, running

CTRL = Qt.KeyboardModifier.ControlModifier
TYPED_IN_A_MINUTE = 180
"""Keys of somebody who types slowly."""


class Hands:
    """Types where the focus is, and counts the keys."""

    def __init__(self) -> None:
        self.keys = 0

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type_in(self, text: str) -> None:
        QTest.keyClicks(self.focus(), text)
        self.keys += len(text)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        QTest.keyClick(self.focus(), key, held)
        self.keys += 1


def test_a_workshop_is_open_in_under_a_minute(qtbot: QtBot, tmp_path: Path) -> None:
    hands = Hands()
    with running(qtbot, tmp_path) as program:
        program.home.activateWindow()
        qtbot.waitUntil(program.home.isActiveWindow)
        hands.press(Qt.Key.Key_N, CTRL)
        desk = desk_of(qtbot, program)
        hands.type_in("Before the launch")
        for _ in range(3):  # the purpose and the aims can wait
            hands.press(Qt.Key.Key_Return)
        assert hands.focus().objectName().startswith("person_field")
        for name in ("Ada", "Bob", "Eve"):
            hands.type_in(name)
            hands.press(Qt.Key.Key_Return)
        hands.press(Qt.Key.Key_Return, CTRL)
        hands.type_in("aims follow")
        hands.press(Qt.Key.Key_Return)
        assert desk.pages.stage() is Stage.NAME
        workshop = desk.meeting.workshop
        assert workshop.brief.title == "Before the launch"
        assert [p.name for p in in_order(workshop.participants)] == ["Ada", "Bob", "Eve"]
        assert hands.focus().objectName() == "fear_field"
        assert desk.timing.timer.running
        assert "Prepare: aims follow" in {each.text for each in method_note(workshop).remarks}
    assert hands.keys < TYPED_IN_A_MINUTE
