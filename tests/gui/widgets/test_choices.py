import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.gui.theme import line_height
from deskrisk.gui.widgets.buttons import LinkButton, PrimaryButton, QuietButton, SignButton
from deskrisk.gui.widgets.choices import CheckField, ChoiceField, Segments
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.tabbing import tab_as_read
from tests.nasty import NASTY

OPTIONS = [("a", "Alpha & Co"), ("b", "Beta"), ("c", "Gamma")]


def test_a_choice_is_told_only_when_the_user_makes_it(qtbot: QtBot) -> None:
    field = ChoiceField("letter", OPTIONS)
    qtbot.addWidget(field)
    told: list[object] = []
    field.chosen.connect(told.append)
    field.show_value("b")
    assert (field.value(), told) == ("b", [])
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert (field.value(), told) == ("c", ["c"])


def test_an_unknown_value_shows_nothing(qtbot: QtBot) -> None:
    field = ChoiceField("letter", OPTIONS, hint="choose")
    qtbot.addWidget(field)
    field.show_value("zzz")
    assert field.value() is None
    assert not field.grab().isNull()


def test_other_options_keep_the_value(qtbot: QtBot) -> None:
    field = ChoiceField("letter", OPTIONS)
    qtbot.addWidget(field)
    field.show_value("c")
    field.show_options([("c", "Gamma"), ("d", "Delta", "cost")])
    assert (field.value(), field.count()) == ("c", 2)


def test_wider_words_get_more_room(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    field = ChoiceField("review")
    row.addWidget(field)
    row.addStretch(1)
    window.resize(600, 80)
    window.show()
    before = field.width()
    field.show_options([(1, "1 July 2025")])
    QApplication.processEvents()
    assert field.width() > before
    assert field.width() >= field.sizeHint().width()


def test_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    field = ChoiceField("letter", OPTIONS)
    qtbot.addWidget(field)
    field.show_value("b")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's own signature
    )
    QApplication.sendEvent(field, turn)
    assert field.value() == "b"


def test_arrows_choose_among_segments(qtbot: QtBot) -> None:
    field = Segments("letter", OPTIONS)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    told: list[object] = []
    field.chosen.connect(told.append)
    field.show_value("a")
    field.setFocus()
    chosen = QApplication.focusWidget()
    assert chosen is not None
    QTest.keyClick(chosen, Qt.Key.Key_Right)
    assert (field.value(), told) == ("b", ["b"])
    field.choose(2)
    assert (field.value(), told) == ("c", ["b", "c"])
    field.show_value(None)
    assert field.value() is None
    field.choose(2)
    assert told == ["b", "c", "c"]


@pytest.mark.parametrize("at", range(3))
def test_tab_passes_segments_by_the_chosen_one_and_comes_round(qtbot: QtBot, at: int) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    row = QHBoxLayout(ground)
    first, between, last = Segments("first", OPTIONS), LineField(name="x"), Segments("", OPTIONS)
    for each in (first, between, last):
        row.addWidget(each)
    with qtbot.waitActive(ground):
        ground.show()
        ground.activateWindow()
    tab_as_read(ground)
    first.choose(at)
    first.setFocus()
    begin = QApplication.focusWidget()
    passed = []
    for _stop in range(3):
        now = QApplication.focusWidget()
        assert now is not None
        passed.append(now.parentWidget() if now is not between else now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert passed == [first, between, last]
    assert QApplication.focusWidget() is begin


def test_a_check_is_told(qtbot: QtBot) -> None:
    field = CheckField("scores")
    qtbot.addWidget(field)
    told: list[object] = []
    field.chosen.connect(told.append)
    field.show_value(True)  # noqa: FBT003  any value may come
    assert told == []
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert (field.value(), told) == (False, [False])


@pytest.mark.parametrize("kind", [PrimaryButton, QuietButton, LinkButton])
def test_buttons_say_any_text_and_make_no_key_of_it(
    qtbot: QtBot, kind: type[PrimaryButton | QuietButton | LinkButton]
) -> None:
    for text in NASTY:
        button = kind(text)
        qtbot.addWidget(button)
        assert button.words() == text
        assert button.shortcut().isEmpty()
        assert button.sizeHint().width() < 480
        assert not button.grab().isNull()
        button.deleteLater()


def test_pressing_a_button_hands_the_draft_over_first(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, button = LineField(name="a", parent=window), QuietButton("Go")
    button.setParent(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    order: list[str] = []
    field.edited.connect(lambda text: order.append(f"edited {text}"))
    button.clicked.connect(lambda: order.append("clicked"))
    field.setFocus()
    QTest.keyClicks(field, "x")
    button.click()
    assert order == ["edited x", "clicked"]


def test_a_sign_alone_says_what_it_does(qtbot: QtBot) -> None:
    button = SignButton("icon:x", "Remove this")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Remove this"
    button.grab()
    assert "Remove this" in button.toolTip()


def test_a_long_tick_takes_a_second_line_and_says_the_rest_on_hover(qtbot: QtBot) -> None:
    words = "Know by the end of June whether suggestions raise engagement"
    short, long = CheckField("Yes", wraps=True), CheckField(words, wraps=True)
    for field in (short, long):
        qtbot.addWidget(field)
    assert long.heightForWidth(320) == short.heightForWidth(320) + line_height("body")
    long.resize(320, long.heightForWidth(320))
    long.grab()
    assert long.toolTip() == ""
    long.resize(120, long.heightForWidth(120))
    long.grab()
    assert words in long.toolTip()
