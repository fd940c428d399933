from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.gui.widgets.fields import LineField, TextField
from deskrisk.gui.widgets.handover import MOST_MS, QUIET_MS
from tests.nasty import NASTY, expected

Field = LineField | TextField
Maker = Callable[..., Field]
BOTH = pytest.mark.parametrize("make", [LineField, TextField])


Shown = Callable[..., tuple[Field, list[object]]]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Makes a field with the focus in a window of two, and the list of what it hands over."""
    windows: list[QWidget] = []

    def make_shown(make: Maker, **options: object) -> tuple[Field, list[object]]:
        window = QWidget()
        windows.append(window)
        row = QHBoxLayout(window)
        field = make(name="field", **options)
        row.addWidget(field)
        row.addWidget(LineField(name="other"))
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        field.setFocus()
        given: list[object] = []
        field.edited.connect(given.append)
        return field, given

    return make_shown


def other(field: Field) -> LineField:
    found = next(each for each in field.window().findChildren(LineField) if each is not field)
    assert isinstance(found, LineField)
    return found


@BOTH
def test_typing_is_handed_over_after_a_moment_of_quiet(
    qtbot: QtBot, shown: Shown, make: Maker
) -> None:
    field, given = shown(make)
    QTest.keyClicks(field, "abc")
    assert given == []
    assert field.has_draft()
    with qtbot.waitSignal(field.edited, timeout=QUIET_MS * 8):
        pass
    assert given == ["abc"]
    assert not field.has_draft()


@BOTH
def test_typing_without_a_pause_is_handed_over_within_a_second(shown: Shown, make: Maker) -> None:
    field, given = shown(make)
    spent = 0
    while not given and spent < MOST_MS * 3:
        QTest.keyClicks(field, "x")
        QTest.qWait(QUIET_MS // 5)
        spent += QUIET_MS // 5
    assert given
    assert field.value() == given[-1]


@BOTH
def test_leaving_and_enter_hand_over_at_once(shown: Shown, make: Maker) -> None:
    field, given = shown(make)
    entered: list[None] = []
    field.entered.connect(lambda: entered.append(None))
    QTest.keyClicks(field, "one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (given, len(entered)) == (["one"], 1)
    QTest.keyClicks(field, " two")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert given == ["one", "one two"]


@BOTH
def test_nothing_is_handed_over_twice(shown: Shown, make: Maker) -> None:
    field, given = shown(make)
    QTest.keyClicks(field, "a")
    field.flush()
    field.flush()
    QTest.qWait(QUIET_MS * 2)
    assert given == ["a"]


@BOTH
def test_a_draft_in_hand_is_left_alone(shown: Shown, make: Maker) -> None:
    field, _given = shown(make)
    QTest.keyClicks(field, "mine")
    field.show_value("theirs")
    assert field.value() == "mine"
    field.flush()
    field.show_value("theirs")
    assert field.value() == "theirs"
    assert not field.has_draft()


@BOTH
def test_a_shown_value_is_no_draft(shown: Shown, make: Maker) -> None:
    field, given = shown(make)
    field.show_value("from the workshop")
    field.flush()
    QTest.qWait(QUIET_MS * 2)
    assert given == []


@BOTH
def test_an_entry_is_given_by_enter_alone(shown: Shown, make: Maker) -> None:
    field, given = shown(make, entry=True)
    QTest.keyClicks(field, "a fear")
    QTest.qWait(QUIET_MS * 2)
    assert given == []
    assert field.value() == "a fear"
    field.clear_entry()
    assert (field.value(), field.has_draft()) == ("", False)


@BOTH
def test_undo_belongs_to_a_draft_first(shown: Shown, make: Maker) -> None:
    field, _given = shown(make)
    asked: list[None] = []
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), field.window())
    undo.activated.connect(lambda: asked.append(None))
    QTest.keyClicks(field, "draft")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == []
    assert field.value() != "draft"
    QTest.keyClicks(field, "sent")
    field.flush()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(asked) == 1
    assert "sent" in str(field.value())


@BOTH
def test_a_shown_text_comes_back_as_it_is(shown: Shown, make: Maker) -> None:
    field, _given = shown(make)
    for text in map(expected, NASTY):
        field.show_value(text)
        assert field.value() == text
        assert not field.grab().isNull()


@BOTH
def test_a_pasted_text_is_handed_over_as_it_is(shown: Shown, make: Maker) -> None:
    field, given = shown(make)
    for text in NASTY:
        QGuiApplication.clipboard().setText(text)
        held = QGuiApplication.clipboard().text()
        field.selectAll()
        field.paste()
        field.flush()
        if held:
            assert expected(str(given[-1])) == expected(held)


def test_markup_is_pasted_as_its_text(shown: Shown) -> None:
    field, _given = shown(TextField)
    copied = QMimeData()
    copied.setHtml("<b>bold</b> and <i>slanted</i>")
    assert isinstance(field, TextField)
    field.insertFromMimeData(copied)
    assert field.value() == "bold and slanted"


def test_a_text_grows_and_then_scrolls(shown: Shown) -> None:
    field, _given = shown(TextField, lines=1, most_lines=3)
    heights = []
    for text in ("one", "one\ntwo", "one\ntwo\nthree", "one\ntwo\nthree\nfour"):
        field.show_value(text)
        heights.append(field.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_shift_enter_breaks_the_line(shown: Shown) -> None:
    field, _given = shown(TextField)
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "b")
    assert str(field.value()).replace("\u2028", "\n") == "a\nb"


def test_a_long_line_is_whole_on_hover(shown: Shown) -> None:
    field, _given = shown(LineField)
    field.show_value("a <b>long</b> line " * 60)
    other(field).setFocus()
    field.grab()
    assert "&lt;b&gt;" in field.toolTip()


@BOTH
def test_a_field_has_a_name_for_screen_readers(shown: Shown, make: Maker) -> None:
    field, _given = shown(make)
    assert field.accessibleName() == "field"


def test_lines_are_broken_anew_when_the_bar_comes(qtbot: QtBot) -> None:
    field = TextField(name="words", lines=1, most_lines=4, bare=True)
    qtbot.addWidget(field)
    field.resize(385, 34)
    field.show()
    for text in ("word" * 60, "short", "wort" * 1000, "<b>" * 400):
        field.show_value(text)
        assert field.horizontalScrollBar().maximum() == 0
