import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from deskrisk.gui.widgets.rows import RowList, RowsModel
from deskrisk.viewmodels.rows import Row
from tests.nasty import NASTY


def some_rows(*keys: int) -> list[Row]:
    return [Row(key=key, title=f"Row {key}", number=str(key), sign="cost") for key in keys]


@pytest.fixture
def rows(qtbot: QtBot) -> RowList:
    found = RowList("rows")
    qtbot.addWidget(found)
    found.resize(300, 400)
    found.show()
    return found


def test_the_model_is_sound(qtmodeltester: object) -> None:
    model = RowsModel()
    model.show_rows(some_rows(1, 2, 3))
    qtmodeltester.check(model)  # type: ignore[attr-defined]  # pytest-qt's own
    model.show_rows(some_rows(3, 2))
    assert [model.row(at).key for at in range(model.rowCount())] == [3, 2]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (1, 2)),
        ((1, 2, 3), (1, 3)),
        ((1, 3), (1, 2, 3)),
        ((1, 2, 3), (3, 2, 1)),
        ((1, 2), ()),
        ((1, 2), (4, 5, 6)),
        ((1, 1), (1, 1, 1)),
    ],
)
def test_any_rows_follow_any_rows(before: tuple[int, ...], after: tuple[int, ...]) -> None:
    model = RowsModel()
    model.show_rows(some_rows(*before))
    model.show_rows(some_rows(*after))
    assert [model.row(at) for at in range(model.rowCount())] == some_rows(*after)


def test_the_choice_and_the_place_stay(rows: RowList) -> None:
    rows.show_rows(some_rows(*range(60)))
    rows.show_current(40)
    told: list[object] = []
    rows.picked.connect(told.append)
    rows.verticalScrollBar().setValue(300)
    rows.show_rows(some_rows(*range(5), *range(6, 60)))
    assert rows.current_key() == 40
    assert rows.verticalScrollBar().value() == 300
    assert told == []


def test_keys_pick_open_move_and_remove(rows: RowList) -> None:
    rows.show_rows([Row(key="h", title="Head", heading=True), *some_rows(1, 2, 3)])
    told: list[tuple[object, ...]] = []
    rows.picked.connect(lambda key: told.append(("picked", key)))
    rows.activated.connect(lambda key: told.append(("activated", key)))
    rows.moved.connect(lambda key, by: told.append(("moved", key, by)))
    rows.removed.connect(lambda key: told.append(("removed", key)))
    rows.show_current(1)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(rows, Qt.Key.Key_Delete)
    assert told == [("picked", 2), ("activated", 2), ("moved", 2, -1), ("removed", 2)]


def test_a_heading_cannot_be_chosen(rows: RowList) -> None:
    rows.show_rows([Row(key="h", title="Head", heading=True), *some_rows(1)])
    flags = rows.model().flags(rows.model().index(0, 0))
    assert not flags & Qt.ItemFlag.ItemIsSelectable


def test_any_text_is_painted_within_the_list(rows: RowList) -> None:
    shown = [
        Row(key=at, title=text, soft=text, note=text, fear=bool(at % 2))
        for at, text in enumerate(NASTY)
    ]
    rows.show_rows(shown)
    assert not rows.grab().isNull()
    assert rows.sizeHintForColumn(0) <= rows.viewport().width()


def test_an_edit_measures_only_what_is_seen(rows: RowList, monkeypatch: object) -> None:
    rows.show_rows(some_rows(*range(1_000)))
    rows.grab()
    delegate = rows.itemDelegate()
    measured = []
    measure = type(delegate).sizeHint

    def counting(self: object, option: QStyleOptionViewItem, index: object) -> object:
        measured.append(index)
        return measure(self, option, index)  # type: ignore[arg-type]  # the delegate's own

    monkeypatch.setattr(type(delegate), "sizeHint", counting)  # type: ignore[attr-defined]
    changed = some_rows(*range(1_000))
    changed[3] = Row(key=3, title="Another text")
    rows.show_rows(changed)
    rows.grab()
    assert len(measured) <= 40


def test_tab_into_the_list_shows_which_row_is_in_hand(qtbot: QtBot) -> None:
    rows = RowList("Things")
    qtbot.addWidget(rows)
    rows.show_rows([Row(key="head", title="Heading", heading=True), Row(key="a", title="First")])
    with qtbot.waitActive(rows):
        rows.show()
        rows.activateWindow()
    rows.clearFocus()
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    assert rows.current_key() == "a"
    assert rows.selectionModel().isSelected(rows.currentIndex())
