from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskrisk.gui.widgets.fields import DayField, NumberField

TODAY = date(2025, 3, 11)


def day_field(qtbot: QtBot) -> tuple[DayField, list[object]]:
    field = DayField(name="day", today=TODAY)
    qtbot.addWidget(field)
    field.show()
    given: list[object] = []
    field.edited.connect(given.append)
    return field, given


def test_a_day_is_typed(qtbot: QtBot) -> None:
    field, given = day_field(qtbot)
    QTest.keyClicks(field, "8 apr")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert given == [date(2025, 4, 8)]


def test_arrows_move_the_day(qtbot: QtBot) -> None:
    field, given = day_field(qtbot)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_Up)
    QTest.keyClick(field, Qt.Key.Key_PageUp)
    QTest.keyClick(field, Qt.Key.Key_Down)
    field.flush()
    assert given == [date(2025, 3, 18)]


def test_no_day_is_nothing(qtbot: QtBot) -> None:
    field, given = day_field(qtbot)
    field.show_value(TODAY)
    field.clear()
    field.flush()
    assert given == [None]


def test_what_is_no_day_stays_and_is_marked(qtbot: QtBot) -> None:
    field, given = day_field(qtbot)
    field.show_value(TODAY)
    field.setText("soon")
    told: list[str] = []
    field.flaw_found.connect(told.append)
    field.setFocus()
    field.clearFocus()
    field._mark()
    assert (field.text(), field.value(), given) == ("soon", TODAY, [])
    assert field.is_flawed()
    assert told
    field.show_value(date(2025, 4, 1))
    assert not field.is_flawed()


@pytest.mark.parametrize(("typed", "value"), [("3", 3), ("2,5", 2.5), ("", None), ("0.25", 0.25)])
def test_a_number_is_typed(qtbot: QtBot, typed: str, value: float | None) -> None:
    field = NumberField(name="days", highest=1000)
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.value() == value


@pytest.mark.parametrize("typed", ["x", "-1", "1001", "1e3", "nan", "٣", "1" * 40])
def test_what_is_no_such_number_is_marked(qtbot: QtBot, typed: str) -> None:
    field = NumberField(name="days", highest=1000)
    qtbot.addWidget(field)
    field.setText(typed)
    assert field.is_flawed()
    assert field.value() is None


def test_arrows_move_the_number_within_its_bounds(qtbot: QtBot) -> None:
    field = NumberField(name="k", lowest=1, highest=3, whole=True)
    qtbot.addWidget(field)
    seen = []
    for _press in range(4):
        QTest.keyClick(field, Qt.Key.Key_Up)
        seen.append(field.value())
    assert seen == [1, 2, 3, 3]
