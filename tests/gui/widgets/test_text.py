import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from deskrisk.gui.theme import TEXT_ROLES, text_font
from deskrisk.gui.widgets.fields import LineField
from deskrisk.gui.widgets.lines import broken
from deskrisk.gui.widgets.text import escaped_mnemonic, text_label
from tests.nasty import NASTY


@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_text_is_plain(qtbot: QtBot, role: str) -> None:
    label = text_label("<b>not bold</b>", role)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>not bold</b>"
    assert label.accessibleName() == "<b>not bold</b>"


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_makes_its_window_wider(qtbot: QtBot, text: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(text_label(text, "body"))
    column.addWidget(text_label(text, "fear_large", wraps=True))
    window.resize(300, 200)
    window.show()
    assert window.minimumSizeHint().width() < 300
    assert not window.grab().isNull()


def test_what_does_not_fit_is_told_on_hover_as_text(qtbot: QtBot) -> None:
    label = text_label("a <b>long</b> title " * 20, "strong")
    qtbot.addWidget(label)
    label.resize(120, 20)
    assert "&lt;b&gt;long" in label.toolTip()
    label.setText("short")
    assert label.toolTip() == ""


def test_a_wrapped_text_is_as_high_as_its_lines(qtbot: QtBot) -> None:
    label = text_label("word " * 40, "body", wraps=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(800) < label.heightForWidth(200)
    assert label.heightForWidth(200) % 20 == 0


def test_lines_hold_the_whole_text() -> None:
    text = "We move so fast that we drop the habits that keep the site up."
    lines = broken(text, "body", 120)
    assert " ".join(lines.lines) == text
    assert lines.whole
    assert lines.width <= 121


def test_the_last_line_says_that_there_is_more() -> None:
    lines = broken("word " * 100, "body", 120, 2)
    assert (len(lines.lines), lines.whole) == (2, False)
    assert lines.lines[-1].endswith("…")


def test_a_word_wider_than_the_line_is_broken() -> None:
    lines = broken("x" * 500, "body", 100)
    assert "".join(lines.lines) == "x" * 500


def test_characters_beyond_the_first_plane_stay_whole() -> None:
    text = "🙂🔥" * 60
    assert "".join(broken(text, "body", 90).lines) == text


def test_no_ampersand_becomes_a_key() -> None:
    assert escaped_mnemonic("R&D & more") == "R&&D && more"


def test_only_two_weights_and_five_sizes_are_used() -> None:
    fonts = [text_font(role) for role in TEXT_ROLES]
    assert {font.pixelSize() for font in fonts} == {12, 14, 17, 22, 30}
    assert {int(font.weight()) for font in fonts} == {400, 600}


def test_a_text_that_is_cut_stands_on_the_line_of_one_that_is_not(qtbot: QtBot) -> None:
    def first_row(text: str) -> int:
        field = LineField(name="a", bare=True)
        qtbot.addWidget(field)
        field.setFixedWidth(120)
        field.show_value(text)
        picture = field.grab().toImage()
        return next(
            y
            for y in range(picture.height())
            for x in range(4, 20)
            if picture.pixelColor(x, y).lightness() < 120
        )

    assert first_row("H") == first_row("H and so on, much longer than its field")
